"""Why an item is a hit: which words were found as what, where, and how much each counts."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from medsearch.engines.port import Engine, Order
from medsearch.query.fields import ADDRESS
from medsearch.query.nodes import (
    Alike,
    All,
    Keyword,
    Leaf,
    Node,
    Part,
    Pattern,
    Phrase,
    Term,
    Value,
    Weighted,
    Words,
    parts_of_node,
)
from medsearch.query.searchable import is_formality
from medsearch.query.ways import Way, Why
from medsearch.search.answers import Explanation, Reason
from medsearch.search.highlighting import Marks, Passage, found_by
from medsearch.search.understanding import Understanding, rank

_MOST_FORMS = 5  # different words shown for one reason


def explain(engine: Engine, understood: Understanding, hits: Sequence[Marks]) -> dict[str, Explanation]:
    """Why each of some hits is one, by their addresses."""
    typed = {instead.strip('"'): word for word, instead in understood.replaced.items()}
    asked = [
        _Asked(why._replace(word=typed.get(why.word, why.word)), node, weight)
        for why, node, weight in _asked(understood.meant, 1.0)
    ]
    scores = [_scores(engine, one, hits) for one in asked]
    found = {}
    for marks in hits:
        reasons = [_reason(one, marks, by_item.get(marks.item.id)) for one, by_item in zip(asked, scores, strict=True)]
        known = sorted(_telling(_merged(filter(None, reasons))), key=lambda reason: (-reason.score, reason))
        found[marks.item.id] = Explanation(
            tuple(known), _has_all_words(understood.meant, marks), is_formality(marks.item.title)
        )
    return found


class _Asked(NamedTuple):
    """One way in which words are looked for, with what all that it stands in multiplies its score by."""

    why: Why
    node: Node
    weight: float


def _asked(node: Node, weight: float) -> Iterator[_Asked]:
    """All ways in which the words of a query are looked for."""
    match node:
        case Weighted():
            if node.why:
                yield _Asked(node.why, node.node, weight * node.weight)
            else:
                yield from _asked(node.node, weight * node.weight)
        case Term() | Phrase() | Pattern() | Alike() | Part() | Value():
            yield _Asked(_why(node), node, weight)
        case _:
            for part in parts_of_node(node):
                yield from _asked(part, weight)


def _why(leaf: Leaf) -> Why:
    match leaf:
        case Term():
            return Why(leaf.typed or leaf.text, Way.AS_WRITTEN if leaf.exact else Way.WORD)
        case Phrase():
            return Why(" ".join(leaf.typed or leaf.texts), Way.PHRASE)
        case Pattern():
            return Why(leaf.text, Way.PATTERN)
        case Alike():
            return Why(leaf.text, Way.ALIKE)
        case Part():
            return Why(leaf.text, Way.COMPOUND)
        case Value():
            return Why(leaf.text, Way.PERSON)


def _scores(engine: Engine, asked: _Asked, hits: Sequence[Marks]) -> dict[str, float]:
    """What each hit scores for one way; none that it is not found by."""
    addresses = frozenset(marks.item.id for marks in hits)
    query = All((rank(Weighted(asked.node, asked.weight)), Keyword(ADDRESS, addresses)))
    return dict(engine.search(query, order=Order.RELEVANCE, limit=len(hits)).hits)


def _reason(asked: _Asked, marks: Marks, score: float | None) -> Reason | None:
    if score is None:
        return None
    leaves = set(asked.node.leaves()) & set(marks.leaves)
    forms: dict[str, None] = {}
    sections: dict[str, None] = {}
    for passage in (marks.title, *marks.sections):
        places = sorted(place for leaf in leaves for place in passage.spans.get(leaf, ()))
        if places:
            forms.update(dict.fromkeys(passage.text[start:end] for start, end in places))
            sections[_name(passage)] = None
    shown = list({form.lower(): form for form in reversed(forms)}.values())[::-1]
    return Reason(*asked.why, tuple(shown[:_MOST_FORMS]), tuple(sections), score)


def _merged(reasons: Iterable[Reason]) -> list[Reason]:
    """Reasons of the same word and way as one."""
    merged: dict[tuple[str, Way], Reason] = {}
    for one in reasons:
        key = (one.word, one.way)
        other = merged.setdefault(key, one)
        if other is not one:
            forms, sections = dict.fromkeys(other.forms + one.forms), dict.fromkeys(other.sections + one.sections)
            score = other.score + one.score
            merged[key] = Reason(*key, tuple(forms)[:_MOST_FORMS], tuple(sections), score)
    return [one._replace(score=round(one.score, 2)) for one in merged.values()]


def _telling(reasons: list[Reason]) -> list[Reason]:
    """Reasons without those that a fuller name says already."""
    people = [reason.word.split() for reason in reasons if reason.way is Way.PERSON]
    return [
        reason
        for reason in reasons
        if reason.way is not Way.PERSON or not any(reason.word in name and len(name) > 1 for name in people)
    ]


def _name(passage: Passage) -> str:
    section = passage.section
    return "" if section is None else section.heading or section.name.value


def _has_all_words(meant: Node, marks: Marks) -> bool:
    """Whether an item holds all of several words."""
    if not isinstance(meant, Words):
        return False
    return all(found_by(node, lambda leaf: leaf in marks.leaves) is not None for node in meant.nodes)
