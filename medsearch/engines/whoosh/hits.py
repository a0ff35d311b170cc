"""The hits of a query over all segments: one of each item that is the same, counted, and put in order."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from medsearch.engines.ordering import best
from medsearch.engines.port import Order
from medsearch.engines.whoosh.evaluating import Scores
from medsearch.engines.whoosh.schema import ID, PLACE
from medsearch.engines.whoosh.segments import Segment

Hits = Sequence[tuple[Segment, Scores]]


def fold(hits: Hits, order: Order) -> Hits:
    """`hits` with one of those that are the same: the one with most words, of these the first in `order`."""
    keys = [key for segment, scores in hits for key in map(segment.copies().__getitem__, scores)]
    if len(set(keys) - {0}) == len(keys) - keys.count(0):
        return hits  # nothing stands twice: nearly every query, and so this is all it costs
    twice = {key for key, times in Counter(keys).items() if key and times > 1}
    left = [(segment, dict(scores)) for segment, scores in hits]
    by_segment = dict(left)
    for copy in _hidden(hits, twice, order):
        del by_segment[copy.segment][copy.number]
    return left


def count(hits: Hits, facet: str) -> Counter[str]:
    """How many hits have each value of a facet."""
    counts: Counter[str] = Counter()
    for segment, scores in hits:
        counts.update(_count(segment, scores, facet))
    return counts


def page_of(hits: Hits, order: Order, offset: int, limit: int) -> tuple[tuple[str, float], ...]:
    """The addresses and scores of a page."""
    places = [(segment, number) for segment, scores in hits for number in scores]
    keys = [key for segment, scores in hits for key in _keys(segment, scores, order)]
    page = best(places, keys, _place, offset=offset, limit=limit)
    by_segment = dict(hits)
    return tuple((segment.stored(number)[ID], by_segment[segment][number]) for segment, number in page)


class _Copy(NamedTuple):
    """A hit that is the same as others; the one of the highest rank is given, of several that in the first source."""

    rank: tuple[Any, ...]
    segment: Segment
    number: int

    def comes_before(self, other: "_Copy") -> bool:
        """Whether this one is given rather than `other`."""
        return self.rank > other.rank or (self.rank == other.rank and self.source < other.source)

    @property
    def source(self) -> str:
        """The file that it stands in."""
        return self.segment.source(self.number)


def _hidden(hits: Hits, twice: set[int], order: Order) -> Iterator[_Copy]:
    """All of the hits with the keys `twice` but the one of each that is given."""
    given: dict[int, _Copy] = {}
    for segment, scores in hits:
        copies, words = segment.copies(), segment.words()
        for number, rank in zip(scores, _keys(segment, scores, order), strict=True):
            if (key := copies[number]) in twice:
                copy = _Copy((words[number], rank), segment, number)
                other = given.setdefault(key, copy)
                if other is not copy:
                    given[key], hidden = (copy, other) if copy.comes_before(other) else (other, copy)
                    yield hidden


def _count(segment: Segment, scores: Scores, facet: str) -> Counter[str]:
    if facet in ("year", "month"):
        days = segment.days()
        form = "%Y" if facet == "year" else "%Y-%m"
        counts: Counter[str] = Counter()
        for day, times in Counter(map(days.__getitem__, scores)).items():
            if day:
                counts[date.fromordinal(day).strftime(form)] += times
        return counts
    numbers, values = segment.facet(facet)
    by_number = Counter(map(numbers.__getitem__, scores))
    return Counter({values[number]: times for number, times in by_number.items() if values[number]})


def _keys(segment: Segment, scores: Scores, order: Order) -> Iterable[Any]:
    """What hits are sorted by first: the larger, the earlier. Items without a date are last, whichever way."""
    days = segment.days()
    if order is Order.RELEVANCE:
        return zip(scores.values(), map(days.__getitem__, scores), strict=True)
    if order is Order.NEWEST:
        return map(days.__getitem__, scores)
    return (-days[number] if days[number] else float("-inf") for number in scores)


def _place(hit: tuple[Segment, int]) -> Any:
    segment, number = hit
    return segment.stored(number)[PLACE]
