"""What a query tree means on a segment: each node gives the documents it finds, with their scores.

Scores are BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009). Conditions (committees, dates,
outcomes) find documents and score nothing.
"""

from collections.abc import Iterable
from datetime import date
from functools import singledispatch
from math import log
from typing import NamedTuple

from medsearch.engines.whoosh.schema import IS_ITEM, KIND, Positions, keyword_field, leaf_field
from medsearch.engines.whoosh.segments import Postings, Segment, length_of
from medsearch.query.nodes import (
    Alike,
    All,
    Any,
    Dates,
    Everything,
    Keyword,
    Leaf,
    Lowered,
    Node,
    Not,
    Part,
    Pattern,
    Phrase,
    Prefer,
    Term,
    Value,
    Weighted,
    Words,
    lift_of,
)

Scores = dict[int, float]

# As measured on Danish minutes.
_B, _K1 = 0.75, 1.2


class Statistics(NamedTuple):
    """What scores depend on beyond a segment: how many documents there are, and the mean length of each field."""

    documents: int
    mean_lengths: dict[str, float]
    frequencies: dict[tuple[str, str], int]  # in how many documents a term stands, by field and term


class Index(NamedTuple):
    """A segment, the statistics of the index that it belongs to, and what words were found to score already."""

    segment: Segment
    statistics: Statistics
    known: dict[Leaf, Scores]


def find(node: Node, index: Index) -> Scores:
    """The documents of the segment that `node` matches, without those forgotten, and their scores."""
    found = evaluate(node, index)
    deleted = index.segment.deleted
    return {number: score for number, score in found.items() if number not in deleted} if deleted else found


@singledispatch
def evaluate(node: Node, index: Index) -> Scores:
    """The documents that `node` matches, forgotten ones among them, and their scores."""
    raise TypeError(f"{node!r} is no node that is known")


@evaluate.register
def _(node: Everything, index: Index) -> Scores:
    return dict.fromkeys(index.segment.postings(KIND, IS_ITEM).documents, 0.0)


@evaluate.register(Term)
@evaluate.register(Part)
@evaluate.register(Value)
def _(node: Term | Part | Value, index: Index) -> Scores:
    if node not in index.known:
        field = leaf_field(node)
        postings = index.segment.postings(field, node.text)
        index.known[node] = _score(postings, field, _rarity(index, field, node.text), index)
    return index.known[node]


@evaluate.register(Phrase)
@evaluate.register(Pattern)
@evaluate.register(Alike)
def _(node: Phrase | Pattern | Alike, index: Index) -> Scores:
    if node not in index.known:
        index.known[node] = _phrase(node, index) if isinstance(node, Phrase) else _fitting(node, index)
    return index.known[node]


def _phrase(node: Phrase, index: Index) -> Scores:
    field = leaf_field(node)
    postings = [index.segment.postings(field, text, with_values=True) for text in node.texts]
    places = [dict(zip(found.documents, found.values, strict=True)) for found in postings]
    occurrences = {
        number: float(count)
        for number in set.intersection(*map(set, places))
        if (count := _times_in_a_row([Positions.decode(held[number]) for held in places]))
    }
    rarity = sum(_rarity(index, field, text) for text in node.texts)
    return _score(Postings(list(occurrences), list(occurrences.values()), []), field, rarity, index)


def _fitting(node: Pattern | Alike, index: Index) -> Scores:
    field = leaf_field(node)
    terms = index.segment.fitting_terms(field, node)
    return dict.fromkeys(_documents_of_any(index.segment, field, terms), 1.0)


@evaluate.register
def _(node: Keyword, index: Index) -> Scores:
    field = keyword_field(node.field)
    return dict.fromkeys(_documents_of_any(index.segment, field, node.values), 0.0)


@evaluate.register
def _(node: Dates, index: Index) -> Scores:
    first, last = (node.first or date.min).toordinal(), (node.last or date.max).toordinal()
    return {number: 0.0 for number, day in enumerate(index.segment.days()) if first <= day <= last and day}


@evaluate.register
def _(node: Not, index: Index) -> Scores:
    return evaluate(All((node,)), index)


@evaluate.register
def _(node: All, index: Index) -> Scores:
    wanted = [evaluate(part, index) for part in node.nodes if not isinstance(part, Not)]
    # The rarest first: each other one is only asked about the documents that are left.
    rarest, *others = sorted(wanted or [evaluate(Everything(), index)], key=len)
    for other in others:
        rarest = {number: score + other[number] for number, score in rarest.items() if number in other}
    for part in node.nodes:
        if isinstance(part, Not):
            unwanted = evaluate(part.node, index)
            rarest = {number: score for number, score in rarest.items() if number not in unwanted}
    return rarest


@evaluate.register
def _(node: Any, index: Index) -> Scores:
    found: Scores = {}
    for part in node.nodes:
        found = _added(found, evaluate(part, index))
    return found


@evaluate.register
def _(node: Prefer, index: Index) -> Scores:
    found, bonus = evaluate(node.node, index), evaluate(node.bonus, index)
    return found | {number: found[number] + score for number, score in bonus.items() if number in found}


@evaluate.register
def _(node: Words, index: Index) -> Scores:
    each = [evaluate(part, index) for part in node.nodes]
    found: Scores = {}
    for scores in (*each, *(evaluate(part, index) for part in node.also)):
        found = _added(found, scores)
    lift = lift_of(node, lambda leaf: _highest(leaf, index))
    having_all = set(found).intersection(*each)
    return found | {number: found[number] + lift for number in having_all}


@evaluate.register
def _(node: Weighted, index: Index) -> Scores:
    return {number: score * node.weight for number, score in evaluate(node.node, index).items()}


@evaluate.register
def _(node: Lowered, index: Index) -> Scores:
    found, less = evaluate(node.node, index), evaluate(node.less, index)
    return found | {number: found[number] * node.weight for number in less if number in found}


def _highest(leaf: Leaf, index: Index) -> float:
    """What no document can score more than for a leaf: its term as often as can be in a text as short as can be."""
    if isinstance(leaf, Pattern | Alike):
        return 1.0
    field = leaf_field(leaf)
    texts = leaf.texts if isinstance(leaf, Phrase) else (leaf.text,)
    return (_K1 + 1) * sum(_rarity(index, field, text) for text in texts)


def _added(one: Scores, other: Scores) -> Scores:
    if not one:
        return other
    return one | {number: score + one.get(number, 0.0) for number, score in other.items()}


def _documents_of_any(segment: Segment, field: str, terms: Iterable[str]) -> set[int]:
    return {number for term in terms for number in segment.postings(field, term).documents}


def _rarity(index: Index, field: str, term: str) -> float:
    """The inverse document frequency of a term: always positive, so that a word found never counts against an item."""
    having = index.statistics.frequencies.get((field, term), 0)
    return log(1 + index.statistics.documents / (having + 0.5))


def _score(postings: Postings, field: str, rarity: float, index: Index) -> Scores:
    mean = index.statistics.mean_lengths.get(field)
    documents, weights = postings.documents, postings.weights
    if mean is None:  # a field whose lengths are not kept
        return {
            number: rarity * weight * (_K1 + 1) / (weight + _K1)
            for number, weight in zip(documents, weights, strict=True)
        }
    lengths = index.segment.lengths(field)
    norms = [_K1 * (1 - _B + _B * length_of(byte) / mean) for byte in range(256)]
    return {
        number: rarity * weight * (_K1 + 1) / (weight + norms[lengths[number]])
        for number, weight in zip(documents, weights, strict=True)
    }


def _times_in_a_row(places: list[list[int]]) -> int:
    """How often words follow one another, whose positions are given."""
    starts = set(places[0])
    for offset, positions in enumerate(places[1:], start=1):
        starts &= {position - offset for position in positions}
    return len(starts)
