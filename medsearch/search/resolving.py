"""Words that no minutes hold as typed: what is searched instead, so that nobody has to guess the archive's spelling."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from medsearch.language.compounds import split
from medsearch.language.spelling import danish_spellings, most_errors, nearest, plain_letters, written_out
from medsearch.language.stems import stem
from medsearch.query.nodes import Leaf, Node, Pattern, Term, map_leaves
from medsearch.query.wording import word_node
from medsearch.search.known import KnownWords
from medsearch.search.steps import Step

_SHORTEST = 4  # letters; the pieces of shorter words stand in too many others


class Resolution(NamedTuple):
    """A query as it is searched, and for every word that was replaced, as typed, what replaces it."""

    query: Node
    replaced: dict[str, str]


class Resolver:
    """Replaces words that are unknown as typed."""

    def __init__(self, known: KnownWords, steps: frozenset[Step], stands_for: Callable[[str], bool]) -> None:
        self._known = known
        self._steps = steps
        self._stands_for = stands_for
        self._replaced: dict[str, str] = {}

    def resolve(self, query: Node) -> Resolution:
        """`query` with each unknown word replaced by what is likeliest meant."""
        return Resolution(map_leaves(query, self._resolved), self._replaced)

    def _resolved(self, leaf: Leaf) -> Node:
        if not isinstance(leaf, Term) or leaf.exact or len(leaf.typed) < _SHORTEST or not leaf.typed.isalpha():
            return leaf
        word = leaf.typed.lower()
        if self._is_known(leaf.text, word):
            return leaf
        for meant in self._meant(word):
            self._replaced[leaf.typed] = meant
            if "*" in meant:
                return Pattern(meant, leaf.field)
            return word_node(meant.strip('"'), leaf.field, exact=False) or leaf
        return leaf

    def _is_known(self, stemmed: str, word: str) -> bool:
        return (
            self._known.has_stem(stemmed)
            or self._known.has_person(word)
            or self._stands_for(stemmed)
            or (bool(parts := split(word)) and all(self._known.has_stem(part.stem) for part in parts))
        )

    def _meant(self, word: str) -> Iterator[str]:
        """What may be meant by an unknown word, the likeliest first."""
        if Step.LETTERS in self._steps:
            yield from (other for other in danish_spellings(word) if self._is_known(stem(other), other))
            yield from self._otherwise_lettered(word)
        yield from self._torn(word)
        yield from (pattern for pattern in (f"{word}*",) if self._known.has_fitting(pattern))
        if Step.ERRORS in self._steps:
            yield from (found.word for found in nearest(word, self._known.written(), most_errors(word)))
        yield from (pattern for pattern in (f"*{word}*",) if self._known.has_fitting(pattern))

    def _torn(self, word: str) -> Iterator[str]:
        """A word that the minutes write in two."""
        for cut in range(2, len(word) - 1):
            first, second = word[:cut], word[cut:]
            if self._known.has_phrase((stem(first), stem(second))):
                yield f'"{first} {second}"'

    def _otherwise_lettered(self, word: str) -> Iterator[str]:
        """Words that only differ in Danish letters, the most frequent first."""
        plain, out = plain_letters(word), written_out(word)
        fitting = [
            (-items, other)
            for other, items in self._known.written()
            if len(other) <= len(word) <= len(other) + 4
            and (plain_letters(other) == plain or written_out(other) == out)
        ]
        yield from (other for _, other in sorted(fitting))
