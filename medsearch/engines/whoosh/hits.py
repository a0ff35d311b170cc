"""The hits of a query in one segment of a Whoosh index, with the values that they are sorted and counted by."""

from collections import Counter
from datetime import date
from typing import Any, NamedTuple

from whoosh.query import Query
from whoosh.searching import SearchContext, Searcher

from medsearch.engines.port import Order
from medsearch.engines.whoosh.schema import DAY, ID, KEY, facet_column, from_bytes


class SegmentHits(NamedTuple):
    """The documents of a segment that match, and the score of each."""

    reader: Any
    documents: list[int]
    scores: list[float]

    def count_by(self, facet: str) -> Counter[str]:
        """How many hits have each value of a facet."""
        if facet in ("year", "month"):
            return self._count_dates("%Y" if facet == "year" else "%Y-%m")
        values = list(self._column(facet_column(facet)))
        counts = Counter(map(values.__getitem__, self.documents))
        counts.pop(b"", None)
        return Counter({value.decode(): count for value, count in counts.items()})

    def first_keys(self, order: Order) -> list[float]:
        """What each hit is sorted by first: the larger, the earlier."""
        if order is Order.RELEVANCE:
            return self.scores
        days = list(self._column(DAY))
        sign = 1 if order is Order.NEWEST else -1
        # Day 0 is no date: such items come last either way.
        return [sign * days[number] if days[number] else float("-inf") for number in self.documents]

    def tie_break(self, number: int) -> tuple[int, bytes]:
        """What equal hits are sorted by: the smaller, the earlier."""
        return -self._column(DAY)[number], self._column(KEY)[number]

    def id(self, number: int) -> str:
        """The address of a hit."""
        return from_bytes(self._column(ID)[number])

    def _count_dates(self, form: str) -> Counter[str]:
        days = list(self._column(DAY))
        by_day = Counter(map(days.__getitem__, self.documents))
        counts: Counter[str] = Counter()
        for day, count in by_day.items():
            if day:
                counts[date.fromordinal(day).strftime(form)] += count
        return counts

    def _column(self, name: str) -> Any:
        return self.reader.column_reader(name)


def read_segment_hits(searcher: Searcher, query: Query, context: SearchContext) -> SegmentHits:
    """All hits of `query` in the segment of `searcher`."""
    documents: list[int] = []
    scores: list[float] = []
    matcher = query.matcher(searcher, context)
    while matcher.is_active():
        documents.append(matcher.id())
        scores.append(matcher.score())
        matcher.next()
    return SegmentHits(searcher.reader(), documents, scores)
