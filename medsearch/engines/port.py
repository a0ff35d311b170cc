"""What an engine must do, and no more. An engine stores and ranks terms that are ready made; it analyses nothing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, Protocol

from medsearch.model import AgendaItem
from medsearch.query.nodes import Node
from medsearch.query.searchable import Searchable

SCHEMA_VERSION = 3
"""Raised whenever engines keep items differently: an index made with another number has to be made anew."""


class FileStatus(StrEnum):
    """What came of a file."""

    READ = "read"
    FAILED = "failed"
    SKIPPED = "skipped"


class SourceRecord(NamedTuple):
    """What an index knows about a file: committed together with the file's items."""

    source: str  # its name in the index: the path relative to its folder, with /
    path: str  # absolute
    size: int  # bytes
    modified: int  # nanoseconds since 1970
    sha256: str
    seen: int  # when it was read, nanoseconds since 1970
    reader: str  # the reader and its version; a file read by another is read again
    status: FileStatus
    items: int = 0
    numbered: int = 0  # of the items, those with a number in print
    reason: str | None = None  # why it was not read
    advice: str | None = None
    warnings: tuple[str, ...] = ()
    meetings: tuple[tuple[str | None, str | None, int], ...] = ()  # committee, date (2025-12-12), items
    scanned: tuple[int, ...] = ()  # pages that are pictures without text
    ocr: bool = False  # whether it was read with OCR at hand


class Change(NamedTuple):
    """One transaction: sources to forget with all their items, then items and records to add."""

    forget: frozenset[str] = frozenset()
    items: Iterable[Searchable] = ()
    sources: Iterable[SourceRecord] = ()


class Order(StrEnum):
    """How hits are sorted; equal ones newest first, then by source and place."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class Found(NamedTuple):
    """What an engine answers: the number of all hits, the ids and scores of those on the page, counts over all hits."""

    total: int
    hits: tuple[tuple[str, float], ...] = ()
    facets: Mapping[str, Counter[str]] = MappingProxyType({})


class Entry(NamedTuple):
    """A word or value of the vocabulary, and about how many items have it (those just forgotten may still count)."""

    text: str
    items: int


class Description(NamedTuple):
    """What an engine is and holds."""

    engine: str
    items: int
    bytes: int  # on disk; 0 for an engine in memory


class Engine(Protocol):
    """Keeps items and finds them. Readers see the last committed change, whole."""

    def apply(self, change: Change) -> None:
        """Makes a change as one transaction: after an exception the engine holds what it held before."""

    def search(
        self, query: Node, *, order: Order, offset: int = 0, limit: int = 10, facets: Sequence[str] = ()
    ) -> Found:
        """The items that `query` matches, the `limit` of them from `offset` on, and counts by `facets` over all.

        Of items that are the same (`Searchable.same`) and match, one is given and counted: the one with most words,
        of these the first in `order`. So a word that only one of them holds is found all the same.
        """

    def copies(self, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """For the items with these addresses that stand in other files too: where, as addresses in order."""

    def items(self, ids: Sequence[str]) -> list[AgendaItem]:
        """The items with these addresses, in this order; those that are not there are left out."""

    def vocabulary(self, of: str, pattern: str = "*") -> Iterator[Entry]:
        """What fits `pattern` (`*` for any letters) and stands in an item, each once and in order.

        `of` is STEMS, WRITTEN or PARTS, for the words of items, or a keyword field, for its values.
        """

    def sources(self) -> Iterator[SourceRecord]:
        """The records of all files."""

    def describe(self) -> Description:
        """What the engine is and holds."""

    def close(self) -> None:
        """Lets go of files."""
