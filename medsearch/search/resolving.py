"""Words that no minutes hold as typed: what is searched instead, so that nobody has to guess the archive's spelling."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from medsearch.language.characters import normalize
from medsearch.language.compounds import split
from medsearch.language.lexicon import lexicon
from medsearch.language.spelling import danish_spellings, most_errors, nearest
from medsearch.language.stems import stem
from medsearch.language.words import plain_tokens
from medsearch.query.nodes import Leaf, Node, Pattern, Phrase, Term, Words, map_leaves, parts_of_node
from medsearch.query.wording import word_node
from medsearch.search.known import KnownWords
from medsearch.search.steps import Step

_SHORTEST = 4  # letters; the pieces of shorter words stand in too many others


def with_replaced(words: str, replaced: Mapping[str, str]) -> str:
    """A query as typed, with the replaced words exchanged; not those to be found as written, or not at all."""
    searched = normalize(words)
    for token in reversed(plain_tokens(searched)):
        before, behind = searched[: token.start], searched[token.end :]
        instead = replaced.get(searched[token.start : token.end])
        if instead and not before.endswith(("=", "-", "–")) and not behind.startswith("~"):
            searched = before + instead + behind
    return searched


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
        self._joined: frozenset[str] = frozenset()

    def resolve(self, query: Node) -> Resolution:
        """`query` with each unknown word replaced by what is likeliest meant."""
        self._joined = frozenset(self._words_that_join(query))
        return Resolution(map_leaves(query, self._resolved), self._replaced)

    def _words_that_join(self, node: Node) -> Iterator[str]:
        """The words that make a known one with a neighbour: `arbejds miljø`."""
        if isinstance(node, Words):
            for one, other in pairwise(node.nodes):
                typed = [node.typed for node in (one, other) if isinstance(node, Term)]
                if len(typed) == 2 and self._known.has_stem(stem("".join(typed).lower())):
                    yield from typed
        for part in parts_of_node(node):
            yield from self._words_that_join(part)

    def _resolved(self, leaf: Leaf) -> Node:
        if isinstance(leaf, Phrase) and leaf.typed and not leaf.exact:
            words = tuple(map(self._word_instead, leaf.typed))
            return Phrase(tuple(map(stem, words)), leaf.field, typed=words) if words != leaf.typed else leaf
        if not isinstance(leaf, Term) or leaf.exact or not leaf.typed:
            return leaf
        meant = self._instead(leaf.typed)
        if meant is None:
            return leaf
        if "*" in meant:
            return Pattern(meant, leaf.field)
        if " " in meant and '"' not in meant:
            return leaf  # a compound that is there in parts only, which it is looked for anyway
        return word_node(meant.strip('"'), leaf.field, exact=False) or leaf

    def _word_instead(self, typed: str) -> str:
        """The word that is meant by a word of a phrase: itself, or one that is known."""
        meant = self._instead(typed, in_phrase=True)
        return typed if meant is None else meant

    def _instead(self, typed: str, *, in_phrase: bool = False) -> str | None:
        """What an unknown word is replaced by; None where it is known, too short, or nothing is like it."""
        word = typed.lower()
        if len(word) < _SHORTEST or not word.isalpha() or self._is_known(stem(word), word):
            return None
        if typed in self._joined:
            return None
        meant = next((one for one in self._meant(word) if one.isalpha() or not in_phrase), None)
        if meant:
            self._replaced[typed] = meant
        return meant

    def _is_known(self, stemmed: str, word: str) -> bool:
        return (
            self._known.has_stem(stemmed)
            or self._known.has_person(word)
            or self._stands_for(stemmed)
            or any(map(self._known.has_phrase, _torn_compound(word)))
        )

    def _has_known_parts(self, word: str) -> bool:
        """Whether a word is a compound of words that items hold."""
        parts = split(word)
        return bool(parts) and all(self._known.has_stem(part.stem) for part in parts)

    def _meant(self, word: str) -> Iterator[str]:
        """What may be meant by an unknown word, the likeliest first."""
        if Step.LETTERS in self._steps:
            yield from (other for other in danish_spellings(word) if self._is_known(stem(other), other))
            yield from self._known.by_plain_letters.get(word, ())
        if self._has_known_parts(word):
            yield from self._nearest(word, 1)  # `budjet` is likelier a slip than a `bud` and a `jet`
            yield " ".join(word[part.start : part.end] for part in split(word))
            return
        yield from self._torn(word)
        yield from (pattern for pattern in (f"{word}*",) if self._known.has_fitting(pattern))
        yield from self._nearest(word, most_errors(word))
        if lexicon().base_of(word) is None:  # the inside of other words says little of a right one
            yield from (pattern for pattern in (f"*{word}*",) if self._known.has_fitting(pattern))

    def _nearest(self, word: str, most: int) -> Iterator[str]:
        """The words that `word` may be a misspelling of, with `most` errors, the likeliest first."""
        if Step.ERRORS in self._steps and lexicon().base_of(word) is None:  # a right word is not misspelt
            yield from (found.word for found in nearest(word, self._known.words.items(), most))

    def _torn(self, word: str) -> Iterator[str]:
        """A word that the minutes write in two."""
        for cut in range(2, len(word) - 1):
            first, second = word[:cut], word[cut:]
            if self._known.has_phrase((stem(first), stem(second))):
                yield f'"{first} {second}"'


def _torn_compound(word: str) -> Iterator[tuple[str, str]]:
    """The stems of a compound's two halves, wherever it may be torn."""
    for part, following in pairwise(split(word)):
        yield stem(word[: part.end]), stem(word[following.start :])
