"""An engine as if it found some of its items only; what words weigh, and where copies stand, is as in the whole."""

from collections.abc import Iterator, Sequence

from medsearch.engines.port import Change, Description, Engine, Entry, Found, Order, SourceRecord
from medsearch.model import AgendaItem
from medsearch.query.fields import ADDRESS
from medsearch.query.nodes import All, Keyword, Node


class Among:
    """Finds only items with the given addresses."""

    def __init__(self, engine: Engine, addresses: frozenset[str]) -> None:
        self._engine = engine
        self._these = Keyword(ADDRESS, addresses)

    def search(
        self, query: Node, *, order: Order, offset: int = 0, limit: int = 10, facets: Sequence[str] = ()
    ) -> Found:
        """See Engine."""
        return self._engine.search(All((query, self._these)), order=order, offset=offset, limit=limit, facets=facets)

    def apply(self, change: Change) -> None:
        """See Engine."""
        self._engine.apply(change)

    def copies(self, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """See Engine."""
        return self._engine.copies(ids)

    def items(self, ids: Sequence[str]) -> list[AgendaItem]:
        """See Engine."""
        return self._engine.items(ids)

    def vocabulary(self, of: str, pattern: str = "*") -> Iterator[Entry]:
        """See Engine."""
        return self._engine.vocabulary(of, pattern)

    def sources(self) -> Iterator[SourceRecord]:
        """See Engine."""
        return self._engine.sources()

    def describe(self) -> Description:
        """See Engine."""
        return self._engine.describe()

    def close(self) -> None:
        """See Engine."""
        self._engine.close()
