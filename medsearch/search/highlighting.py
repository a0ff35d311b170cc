"""Where the words of a query stand in an item, found with the same analysis that engines index."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from medsearch.language.compounds import parts_in
from medsearch.language.dates import find_named_days
from medsearch.language.stems import beginning
from medsearch.language.words import RUN, Token, tokens
from medsearch.model import AgendaItem, Section
from medsearch.query.fields import MENTIONED, TITLE, WHOLE
from medsearch.query.nodes import (
    Alike,
    All,
    Any,
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
    parts_of_node,
)
from medsearch.query.ways import Way

Span = tuple[int, int]
LeafSpans = dict[Leaf, list[Span]]
_SENTENCE = re.compile(r"(?s).+?(?:[.!?;:]\s|\n|$)")
_BETWEEN_LETTERS = re.compile(r"[\W_]+")


class Passage(NamedTuple):
    """A section on one line, and where what an item is found by stands in it. The title has no section."""

    section: Section | None
    text: str
    spans: LeafSpans


class Marks(NamedTuple):
    """An item, its title and sections, and the `leaves` of the query that it is found by."""

    item: AgendaItem
    title: Passage
    sections: tuple[Passage, ...]
    leaves: tuple[Leaf, ...]

    def spans(self, of: LeafSpans) -> list[Span]:
        """The places of a passage to be marked: in order, without overlaps."""
        return _merge(span for leaf in self.leaves for span in of.get(leaf, ()))


def mark(item: AgendaItem, query: Node) -> Marks:
    """Where `query` finds `item`. Words that only count together with others that it lacks are not marked."""
    leaves = tuple(dict.fromkeys(query.leaves()))
    title = Passage(None, item.title or "", find_leaf_spans(item.title or "", TITLE, leaves))
    texts = [(section, " ".join(section.text.split())) for section in item.sections if section.text]
    sections = [Passage(section, text, find_leaf_spans(text, section.name, leaves)) for section, text in texts]
    standing = {leaf for passage in (title, *sections) for leaf in passage.spans}
    found = found_by(query, lambda leaf: leaf in standing or isinstance(leaf, Value))
    return Marks(item, title, tuple(sections), tuple(leaf for leaf in leaves if leaf in (found or ())))


def found_by(query: Node, is_there: Callable[[Leaf], bool]) -> frozenset[Leaf] | None:
    """The leaves that fulfil `query`, of those that are there; None where they do not."""
    match query:
        case Term() | Phrase() | Pattern() | Alike() | Part() | Value():
            return frozenset({query}) if is_there(query) else None
        case All():
            each = [found_by(node, is_there) for node in query.nodes]
            return None if None in each else frozenset().union(*filter(None, each))
        case Any() | Words():
            ways = parts_of_node(query)
            there = [(node, found) for node in ways if (found := found_by(node, is_there)) is not None]
            # One part of a compound says nothing where the whole or the other parts stand.
            telling = [found for node, found in there if not _is_loose(node)] or [found for _, found in there]
            return frozenset().union(*telling) if telling else None
        case Prefer():
            found = found_by(query.node, is_there)
            return found if found is None else found | (found_by(query.bonus, is_there) or frozenset())
        case Weighted() | Lowered():
            return found_by(query.node, is_there)
        case _:
            return frozenset()  # a condition on something else than words


def _is_loose(node: Node) -> bool:
    return isinstance(node, Weighted) and node.why is not None and node.why.way is Way.LOOSE


def find_spans(text: str, field: str, leaves: Sequence[Leaf]) -> list[Span]:
    """Where `leaves` are found in `text`, which is of the text field `field`: in order, without overlaps."""
    return _merge(span for spans in find_leaf_spans(text, field, leaves).values() for span in spans)


def find_leaf_spans(text: str, field: str, leaves: Sequence[Leaf]) -> LeafSpans:
    """Where each of `leaves` that stands in `text`, which is of the text field `field`, is found."""
    squeezed = _squeezed(text)
    wanted = [leaf for leaf in leaves if _may_stand(leaf, field, squeezed)]
    if not wanted:
        return {}
    found = _likely_tokens(text, wanted)
    compounds = list(parts_in(text, found, [_needle(leaf) for leaf in wanted if isinstance(leaf, Part)]))
    each = ((leaf, list(_spans(leaf, text, found, compounds))) for leaf in wanted)
    return {leaf: spans for leaf, spans in each if spans}


def _likely_tokens(text: str, leaves: Sequence[Leaf]) -> list[Token]:
    """The tokens of what may hold one of `leaves`: to analyse all of the text of a hit would be felt."""
    needles = {_needle(leaf) for leaf in leaves if not isinstance(leaf, Value)}
    reach = max((len(leaf.texts) for leaf in leaves if isinstance(leaf, Phrase)), default=1)
    found: list[Token] = []
    for start, end in _likely_places(text, needles, reach):
        position = found[-1].position + 2 if found else 0
        found.extend(
            Token(token.written, token.stem, token.position + position, token.start + start, token.end + start)
            for token in tokens(text[start:end])
        )
    return found


def _likely_places(text: str, needles: set[str], reach: int) -> Iterator[Span]:
    """The words that hold a needle, alone or with the next, each with a word before and `reach` behind it."""
    last = (0, 0)
    for sentence in _SENTENCE.finditer(text):
        if not _holds(sentence.group(), needles):
            continue
        runs = [match.span() for match in RUN.finditer(text, *sentence.span())]
        for number, (start, _) in enumerate(runs):
            if _holds(text[start : runs[min(number + 2, len(runs) - 1)][1]], needles):
                place = runs[max(0, number - 1)][0], runs[min(number + 2 + reach, len(runs) - 1)][1]
                if place[0] <= last[1]:
                    last = last[0], place[1]
                else:
                    if last[1]:
                        yield last
                    last = place
    if last[1]:
        yield last


def _holds(text: str, needles: set[str]) -> bool:
    squeezed = _squeezed(text)
    return any(needle in squeezed for needle in needles)


def _squeezed(text: str) -> str:
    """`text` without blanks, signs and accents, in lower case."""
    return _BETWEEN_LETTERS.sub("", text.lower()).replace("é", "e")


def _may_stand(leaf: Leaf, field: str, squeezed: str) -> bool:
    """A quick no for most texts; `squeezed` is the text without blanks and signs, in lower case."""
    if isinstance(leaf, Value):
        return leaf.field == MENTIONED
    return leaf.field in (WHOLE, field) and _needle(leaf) in squeezed


@lru_cache(maxsize=256)
def _needle(leaf: Leaf) -> str:
    """What a text holds somewhere, blanks and signs aside, where the leaf is found in it."""
    if isinstance(leaf, Pattern):
        return max(leaf.text.split("*"), key=len)
    if isinstance(leaf, Alike):
        return ""
    text = leaf.texts[0] if isinstance(leaf, Phrase) else leaf.text
    return text.lower() if isinstance(leaf, Term | Phrase) and leaf.exact else beginning(text.lower())


def _spans(leaf: Leaf, text: str, found: list[Token], compounds: list[tuple[str, Token]]) -> Iterator[Span]:
    match leaf:
        case Phrase():
            yield from _phrase_spans(found, leaf)
        case Term():
            yield from (_place(token) for token in found if (token.written if leaf.exact else token.stem) == leaf.text)
        case Pattern() | Alike():
            yield from (_place(token) for token in found if leaf.fits(token.written))
        case Part():
            yield from (_place(token) for part, token in compounds if part == leaf.text)
        case Value():
            days = find_named_days(text)
            yield from ((day.start, day.end) for day in days if leaf.text in day.named.keywords())


def _place(token: Token) -> Span:
    return token.start, token.end


def _phrase_spans(found: list[Token], phrase: Phrase) -> Iterator[Span]:
    places: dict[tuple[int, str], Token] = {
        (token.position, token.written if phrase.exact else token.stem): token for token in found
    }
    for (position, text), first in places.items():
        if text != phrase.texts[0]:
            continue
        words = [places.get((position + offset, other)) for offset, other in enumerate(phrase.texts)]
        if all(words):
            last = words[-1] or first
            yield first.start, last.end


def _merge(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
