"""Where the words of a query stand in a text, found with the same analysis that engines index."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from medsearch.language.stems import beginning
from medsearch.language.words import Token, tokens
from medsearch.query.fields import WHOLE
from medsearch.query.nodes import Leaf, Pattern, Phrase, Term

Span = tuple[int, int]
_BETWEEN_LETTERS = re.compile(r"[\W_]+")


def find_spans(text: str, field: str, leaves: Sequence[Leaf]) -> list[Span]:
    """Where `leaves` are found in `text`, which is of the text field `field`: in order, without overlaps."""
    squeezed = _BETWEEN_LETTERS.sub("", text.lower())
    wanted = [leaf for leaf in leaves if leaf.field in (WHOLE, field) and _needle(leaf) in squeezed]
    found = tokens(text) if wanted else []
    return _merge(span for leaf in wanted for span in _spans(found, leaf))


@lru_cache(maxsize=256)
def _needle(leaf: Leaf) -> str:
    """What a text holds somewhere, blanks and signs aside, where the leaf is found in it: a quick no for most texts."""
    if isinstance(leaf, Pattern):
        return max(leaf.text.split("*"), key=len)
    text = leaf.text if isinstance(leaf, Term) else leaf.texts[0]
    return text.lower() if leaf.exact else beginning(text.lower())


def _spans(found: list[Token], leaf: Leaf) -> Iterator[Span]:
    if isinstance(leaf, Phrase):
        yield from _phrase_spans(found, leaf)
    elif isinstance(leaf, Term):
        for token in found:
            if (token.written if leaf.exact else token.stem) == leaf.text:
                yield token.start, token.end
    elif isinstance(leaf, Pattern):
        for token in found:
            if leaf.fits(token.written):
                yield token.start, token.end


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
