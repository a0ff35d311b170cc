"""The plainest engine: everything in memory, every item asked. The measure for the others."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from medsearch.engines.facets import facet_value
from medsearch.engines.ordering import best
from medsearch.engines.port import Change, Description, Entry, Found, Order, SourceRecord
from medsearch.model import AgendaItem
from medsearch.query.fields import PARTS, STEMS, WHOLE, WRITTEN
from medsearch.query.nodes import (
    Alike,
    Leaf,
    Lowered,
    Node,
    Part,
    Pattern,
    Phrase,
    Prefer,
    Term,
    Value,
    Weighted,
    Words,
    lift_of,
    parts_of_node,
)
from medsearch.query.searchable import Searchable


class MemoryEngine:
    """Keeps items in a dict, finds them with the query's own `matches`."""

    def __init__(self) -> None:
        self._items: dict[str, Searchable] = {}
        self._sources: dict[str, SourceRecord] = {}

    def apply(self, change: Change) -> None:
        """See Engine."""
        items = {id_: item for id_, item in self._items.items() if item.item.source not in change.forget}
        sources = {name: record for name, record in self._sources.items() if name not in change.forget}
        items.update((item.id, item) for item in change.items)
        sources.update((record.source, record) for record in change.sources)
        self._items, self._sources = items, sources

    def search(
        self, query: Node, *, order: Order, offset: int = 0, limit: int = 10, facets: Sequence[str] = ()
    ) -> Found:
        """See Engine."""
        matching = [item for item in self._items.values() if query.matches(item)]
        scores = {hit.id: self._score(query, hit) for hit in matching}
        keys = list(map(_first_key(order, scores), matching))
        hits = _folded(best(matching, keys, _tie_break, offset=0, limit=len(matching)))
        return Found(
            total=len(hits),
            hits=tuple((hit.id, scores[hit.id]) for hit in hits[offset : offset + limit]),
            facets={facet: Counter(filter(None, (facet_value(hit.item, facet) for hit in hits))) for facet in facets},
        )

    def copies(self, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """See Engine."""
        by_key: dict[str, list[str]] = {}
        for id_, item in sorted(self._items.items()):
            if item.same:
                by_key.setdefault(item.same, []).append(id_)
        keys = {id_: self._items[id_].same for id_ in ids if id_ in self._items}
        others = {id_: tuple(other for other in by_key[key] if other != id_) for id_, key in keys.items() if key}
        return {id_: found for id_, found in others.items() if found}

    def items(self, ids: Sequence[str]) -> list[AgendaItem]:
        """See Engine."""
        return [self._items[id_].item for id_ in ids if id_ in self._items]

    def vocabulary(self, of: str, pattern: str = "*") -> Iterator[Entry]:
        """See Engine."""
        fitting = Pattern(pattern)
        found = Counter(word for item in self._items.values() for word in set(_vocabulary(item, of)))
        yield from (Entry(word, found[word]) for word in sorted(found) if fitting.fits(word))

    def sources(self) -> Iterator[SourceRecord]:
        """See Engine."""
        yield from self._sources.values()

    def describe(self) -> Description:
        """See Engine."""
        return Description("memory", items=len(self._items), bytes=0)

    def close(self) -> None:
        """See Engine."""

    def _score(self, query: Node, item: Searchable) -> float:
        """BM25 without length: enough to put the better hit first."""
        match query:
            case Words():
                lift = lift_of(query, lambda _: math.log(1 + len(self._items)))
                is_first = all(node.matches(item) for node in query.nodes)
                score = self._sum((*query.nodes, *query.also), item) + (lift if is_first else 0.0)
            case Prefer():
                score = self._sum((query.node, query.bonus), item)
            case Weighted():
                score = query.weight * self._score(query.node, item)
            case Lowered():
                score = self._score(query.node, item) * (query.weight if query.less.matches(item) else 1.0)
            case Term() | Phrase() | Pattern() | Alike() | Part() | Value():
                score = self._score_leaf(query, item)
            case _:
                score = self._sum(parts_of_node(query), item)
        return score

    def _sum(self, nodes: Iterable[Node], item: Searchable) -> float:
        return sum(self._score(node, item) for node in nodes if node.matches(item))

    def _score_leaf(self, leaf: Leaf, item: Searchable) -> float:
        if not leaf.matches(item):
            return 0.0
        occurrences = _occurrences(leaf, item)
        having = sum(leaf.matches(other) for other in self._items.values())
        return math.log(1 + len(self._items) / having) * occurrences / (occurrences + 1.2)


def _occurrences(leaf: Leaf, item: Searchable) -> int:
    if not isinstance(leaf, Term | Phrase):
        return 1
    texts = (leaf.text,) if isinstance(leaf, Term) else leaf.texts
    stems = Counter(token.stem for token in item.texts.get(leaf.field, ()))
    return min((stems[text] for text in texts), default=0) or 1


def _folded(hits: Sequence[Searchable]) -> list[Searchable]:
    """`hits`, which are in order, with one of those that are the same: the first of those with most words."""
    given: dict[str, Searchable] = {}
    for hit in hits:
        key = hit.same or hit.id
        if key not in given or hit.words > given[key].words:
            given[key] = hit
    return [hit for hit in hits if given[hit.same or hit.id] is hit]


def _first_key(order: Order, scores: dict[str, float]) -> Callable[[Searchable], tuple[float, ...] | float]:
    if order is Order.RELEVANCE:
        return lambda hit: (scores[hit.id], hit.day.toordinal() if hit.day else 0)
    sign = 1 if order is Order.NEWEST else -1
    return lambda hit: sign * hit.day.toordinal() if hit.day else -math.inf


def _vocabulary(item: Searchable, of: str) -> Iterable[str]:
    if of == PARTS:
        return (part for part, _ in item.parts.get(WHOLE, ()))
    if of in (STEMS, WRITTEN):
        return (token.stem if of == STEMS else token.written for token in item.texts.get(WHOLE, ()))
    return item.keywords.get(of, ())


def _tie_break(hit: Searchable) -> tuple[str, int]:
    return hit.item.source, hit.item.place
