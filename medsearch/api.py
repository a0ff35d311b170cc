"""The library: an archive of minutes that is opened, searched and brought up to date from Python."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypedDict, Unpack

from medsearch.archive.index_folder import IndexFolder
from medsearch.archive.synonyms import read_synonyms
from medsearch.engines.port import Order
from medsearch.errors import UnknownItemError
from medsearch.model import AgendaItem
from medsearch.query.filters import Filters
from medsearch.search.answers import Answer, FacetCount
from medsearch.search.searching import count, find
from medsearch.search.understanding import Request

if TYPE_CHECKING:
    from medsearch.archive.status import Status
    from medsearch.archive.updating import Progress, Report


class FilterArguments(TypedDict, total=False):
    """The filters of a search, as in `Filters`."""

    case: str | None
    first: str | None
    last: str | None
    year: int | str | None
    outcomes: tuple[str, ...]
    people: tuple[str, ...]
    formalities: bool


class Archive:
    """An index that is open for searching. Close it, or use it in a `with` statement."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._index = IndexFolder.open(path)

    def find(self, request: Request) -> Answer:
        """The page of hits that answers `request`. Raises QueryError and its relatives for what cannot be read.

        Synonyms of the user's own (`synonyms.toml`) hold too; SynonymsError says where they cannot be read.
        """
        return find(self._index.engine, self._with_synonyms(request))

    def search(
        self,
        words: str = "",
        *,
        committee: str | Sequence[str] = (),
        section: str | None = None,
        exact: bool = False,
        order: str = "relevance",
        limit: int = 10,
        page: int = 1,
        explain: bool = False,
        **filters: Unpack[FilterArguments],
    ) -> Answer:
        """The page of hits for `words`, in the query language of the command line, narrowed by filters.

        `order` is relevance, newest or oldest; `explain` gives every hit the reasons why it is one.
        Raises QueryError, UnknownCommitteeError, DateError, SynonymsError or UsageError for
        what cannot be read.
        """
        committees = (committee,) if isinstance(committee, str) else tuple(committee)
        narrowed = Filters(committees=committees, **filters)
        return self.find(Request(words, narrowed, section, exact, Order(order), limit, page, explain=explain))

    def count(self, request: Request) -> dict[str, tuple[FacetCount, ...]]:
        """How many hits of `request` there are by committee, case number, year, month and outcome."""
        return count(self._index.engine, self._with_synonyms(request))

    def _with_synonyms(self, request: Request) -> Request:
        own = read_synonyms(self.path) if request.words.strip() and not request.exact else ()
        return request._replace(meanings=(*request.meanings, *own))

    def item(self, address: str) -> AgendaItem:
        """The agenda item with this address (`referat.txt#36`). Raises UnknownItemError."""
        items = self._index.engine.items([address])
        if not items:
            raise UnknownItemError(
                f"There is no item “{address}” in the index.",
                "medsearch query prints the address of every hit; the number of a hit works as well.",
            )
        return items[0]

    def copies(self, address: str) -> tuple[str, ...]:
        """Where the item with this address stands too, in order: the addresses of the same item in other files."""
        return self._index.engine.copies([address]).get(address, ())

    def status(self) -> "Status":
        """What the index covers, and what could not be read."""
        from medsearch.archive.status import read_status

        return read_status(self._index)

    def update(
        self,
        folders: Sequence[str | Path],
        progress: "Progress | None" = None,
        *,
        workers: int | None = None,
        ocr: bool | None = None,
    ) -> "Report":
        """Brings the index in step with `folders`. Raises LockedIndexError while somebody else writes.

        Files are read by processes of their own, one for each core or `workers` of them; a script needs no
        `if __name__ == "__main__"` for that. `ocr` says whether scanned pages are read too, from now on; None leaves it
        as it was. `progress` is called with a `Step` when a file's turn comes, and when it is done.
        """
        # Searching loads nothing that only reading files needs.
        from medsearch.archive.finding import check_folder
        from medsearch.archive.updating import update
        from medsearch.archive.writing import writing

        paths = [check_folder(Path(folder)) for folder in folders]
        with writing(self.path) as index:
            return update(index, paths, progress, workers=workers, ocr=ocr)

    def close(self) -> None:
        """Lets go of the index."""
        self._index.engine.close()

    def __enter__(self) -> "Archive":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
