"""The relevance set: minutes, and queries with the items that answer them, judged before anything was run on them."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from medsearch.model import AgendaItem
from tests.conftest import SAMPLE, SCAN, read_file

FOLDER = Path(__file__).parent
KINDS = (
    *("word", "inflected", "compound", "part", "words", "misspelt", "ascii"),
    *("person", "case", "date", "question", "abbreviation", "split"),
)
_DRAFT = "udkast"  # the same items as the final minutes


class Query(NamedTuple):
    """A query, its kind, and the grades of items: 2 is about it, 1 says something about it; all others are 0."""

    text: str
    kind: str
    relevant: dict[str, int]


class Half(NamedTuple):
    """One half of the set: what was tuned on (known), or what was set aside (unseen)."""

    name: str

    def queries(self) -> list[Query]:
        """All queries of the half."""
        return [query for path in sorted((FOLDER / self.name).glob("queries-*.toml")) for query in _read_queries(path)]

    def files(self) -> list[Path]:
        """The minutes that they are asked of."""
        folder = FOLDER / self.name / "minutes"
        files = folder.iterdir() if folder.exists() else SAMPLE.iterdir()
        return sorted(path for path in files if path != SCAN and _DRAFT not in path.name)

    def items(self) -> list[AgendaItem]:
        """The agenda items of these."""
        return [item for path in self.files() for item in read_file(path).items]

    def words(self, name: str) -> list[list[str]]:
        """The lines of a list of words, each as its words."""
        path = FOLDER / self.name / f"{name}.txt"
        return [line.split() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


KNOWN, UNSEEN = Half("known"), Half("unseen")


def _read_queries(path: Path) -> Iterator[Query]:
    for table in tomllib.loads(path.read_text(encoding="utf-8"))["query"]:
        yield Query(table["text"], table["kind"], table["relevant"])
