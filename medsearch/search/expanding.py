"""What else the words of a query may stand as: in compounds, in parts, torn, joined, abbreviated, as people's names."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from medsearch.language.compounds import split
from medsearch.language.derivations import related
from medsearch.language.lexicon import lexicon
from medsearch.language.meanings import Meaning
from medsearch.language.stems import stem
from medsearch.language.stop_words import is_stop_word
from medsearch.language.words import plain_tokens, tokens
from medsearch.query.clauses import either
from medsearch.query.fields import WHOLE
from medsearch.query.nodes import All, Any, Node, Part, Phrase, Term, Value, Weighted, Words, map_parts, parts_of_node
from medsearch.query.ways import Way, Why
from medsearch.query.wording import phrase_node
from medsearch.search import ranking
from medsearch.search.known import KnownWords
from medsearch.search.steps import Step

_FEW, _MANY = 4, 40  # items


class Expander:
    """Adds to each word of a query what else it may stand as. Words as written are left as they are."""

    def __init__(self, known: KnownWords, meanings: Iterable[Meaning], steps: frozenset[Step]) -> None:
        self._known = known
        self._steps = steps
        self._meanings = _by_beginning(meanings)

    def expand(self, query: Node) -> Node:
        """`query` with more ways to be found by."""
        if isinstance(query, Words):
            return self._words(query)
        if isinstance(query, Term) and _is_open(query):
            return either((*self._ways(query), *self._loose_parts(query)))
        if _is_held_by_hyphens(query):
            return Any((*parts_of_node(query), *self._hyphen_parts(query)))
        return map_parts(query, self.expand)

    def _hyphen_parts(self, query: Node) -> Iterator[Node]:
        """The parts of a word such as `MUS-samtale`, each as it may stand, where all of them do."""
        phrase, joined = parts_of_node(query)[:2]
        if isinstance(phrase, Phrase) and isinstance(joined, Term):
            parts = [
                Term(stemmed, phrase.field, typed=word)
                for stemmed, word in zip(phrase.texts, phrase.typed, strict=True)
            ]
            each = All(tuple(self.expand(part) for part in parts))
            yield _weighted(each, ranking.HYPHENATED, [joined], Way.SCATTERED)
            yield from self._meaning([joined])

    def stands_for(self, stem: str) -> bool:
        """Whether the word with this stem is an abbreviation of a word that an item holds, or has one."""
        meant = (other for meaning in self._meanings_of([stem]) for other in meaning.others)
        stems = [token.stem for other in meant for token in plain_tokens(other)]
        return any(self._known.has_stem(one) for stem in stems for one in (stem, *related(stem)))

    def _words(self, words: Words) -> Words:
        """Words that may also stand together: each of them is found where the whole is."""
        found: list[list[Node]] = [self._ways(node) for node in words.nodes]
        also = tuple(loose for node in words.nodes if isinstance(node, Term) for loose in self._loose_parts(node))
        for first in range(len(words.nodes)):
            for last in range(first + 2, min(first + 5, len(words.nodes) + 1)):
                several = words.nodes[first:last]
                terms = [node for node in several if isinstance(node, Term) and _is_open(node)]
                if len(terms) == len(several):
                    for node in self._together(terms):
                        for place in range(first, last):
                            found[place].append(node)
        return Words(tuple(either(tuple(nodes)) for nodes in found), also)

    def _ways(self, node: Node) -> list[Node]:
        """All that a word may stand as by itself."""
        if isinstance(node, Term) and _is_open(node):
            return [node, *self._alternatives(node), *self._meaning([node])]
        return [self.expand(node)]

    def _alternatives(self, term: Term) -> Iterator[Node]:
        """What one word may stand as."""
        yield from self._inside(term)
        if Step.SPLITTING in self._steps:
            yield from _in_parts(term)
        yield from self._of_one_root(term)
        if Step.PEOPLE in self._steps and term.field == WHOLE and _may_be_name(term.typed):
            yield from self._person([term])

    def _loose_parts(self, term: Term) -> Iterator[Node]:
        """The parts of a compound, each by itself, where hardly any item holds the compound; no common words."""
        if Step.SPLITTING not in self._steps or not _is_open(term) or self._known.items_with(term.text) > _FEW:
            return
        for part in split(term.typed.lower()):
            if 0 < self._known.items_with(part.stem) <= _MANY:
                ways = (Term(part.stem, term.field), Weighted(Part(part.stem, term.field), ranking.PART))
                yield _weighted(either(ways), ranking.LOOSE, [term], Way.LOOSE)

    def _inside(self, term: Term) -> Iterator[Node]:
        """The compounds that a word is a part of."""
        if Step.PARTS in self._steps and self._known.has_stem(term.text):
            yield _weighted(Part(term.text, term.field), ranking.PART, [term], Way.COMPOUND)

    def _of_one_root(self, term: Term) -> Iterator[Node]:
        """The verb of a noun, the nouns of a verb."""
        for other in related(term.text) if Step.RELATED in self._steps else ():
            yield _weighted(Term(other, term.field), ranking.RELATED, [term], Way.RELATED)

    def _together(self, terms: Sequence[Term]) -> Iterator[Node]:
        """What neighbouring words may be together."""
        yield from self._meaning(terms)
        if len(terms) > 2:
            return
        first, second = (term.typed.lower() for term in terms)
        if Step.NEIGHBOURS in self._steps:
            joined = {stem(f"{first}{link}{second}") for link in ("", "s", "e")} if first and second else set()
            for whole in sorted(joined):
                if self._known.has_stem(whole):
                    both = (Term(whole, terms[0].field), Weighted(Part(whole, terms[0].field), ranking.PART))
                    yield _weighted(either(both), ranking.JOINED, terms, Way.JOINED)
        if Step.PEOPLE in self._steps and terms[0].field == WHOLE:
            yield from self._person(terms)

    def _person(self, terms: Sequence[Term]) -> Iterator[Node]:
        """Who was at a meeting, or should have been, though no text names them."""
        name = " ".join(term.typed.lower() for term in terms)
        if self._known.has_person(name):
            yield _weighted(Value(name, "person"), ranking.PERSON, terms, Way.PERSON)

    def _meaning(self, terms: Sequence[Term]) -> Iterator[Node]:
        """What words stand for, or are abbreviated to."""
        field = terms[0].field
        for meaning in self._meanings_of([term.text for term in terms]):
            for other in meaning.others:
                node = phrase_node(other, field, exact=False)
                if isinstance(node, Term):
                    node = either((node, *self._inside(node), *self._of_one_root(node)))
                weight = ranking.NEARLY_SAME_MEANING if meaning.nearly else ranking.SAME_MEANING
                if node:
                    # Each of several words is found by it; together it counts once.
                    way = Way.SYNONYM if meaning.nearly else Way.ABBREVIATION
                    yield _weighted(node, weight / len(terms), terms, way)

    def _meanings_of(self, stems: Sequence[str]) -> Iterator[Meaning]:
        """What is known of the word or phrase with these stems."""
        for meaning in self._meanings.get(_beginning(stems[0]), ()):
            if list(stems) in _stems_of(meaning.wording):
                yield meaning


def _weighted(node: Node, weight: float, terms: Sequence[Term], way: Way) -> Weighted:
    return Weighted(node, weight, Why(" ".join(term.typed for term in terms), way))


def _is_held_by_hyphens(node: Node) -> bool:
    """Whether a node stands for a word in parts, and what they are joined to."""
    ways = parts_of_node(node) if isinstance(node, Any) else ()
    if len(ways) < 2:
        return False
    phrase, joined = ways[:2]
    is_word = isinstance(joined, Term) and not joined.exact and "-" in joined.typed
    return is_word and isinstance(phrase, Phrase) and len(phrase.typed) == len(phrase.texts)


def _is_open(term: Term) -> bool:
    return not term.exact and bool(term.typed)


def _may_be_name(typed: str) -> bool:
    """Whether a word may be meant as a name: no usual word, or one with a capital letter."""
    return typed[:1].isupper() or lexicon().base_of(typed) is None


def _in_parts(term: Term) -> Iterator[Node]:
    """A compound, torn in two wherever it can be, and its parts anywhere."""
    word = term.typed.lower()
    parts = split(word)
    if not parts:
        return
    for part, following in pairwise(parts):
        behind = stem(word[following.start :])
        for before in {stem(word[: part.end]), stem(word[: following.start])}:
            yield _weighted(Phrase((before, behind), term.field), ranking.TORN, [term], Way.TORN)
    each = tuple(
        either((Term(part.stem, term.field), Weighted(Part(part.stem, term.field), ranking.PART))) for part in parts
    )
    yield _weighted(All(each), ranking.SCATTERED, [term], Way.SCATTERED)


def _by_beginning(meanings: Iterable[Meaning]) -> dict[str, list[Meaning]]:
    """The meanings by how they begin: to make the stems of all of them would be felt in every query."""
    found: dict[str, list[Meaning]] = {}
    for meaning in meanings:
        found.setdefault(_beginning(meaning.wording), []).append(meaning)
    return found


def _beginning(word: str) -> str:
    return word.replace("-", "")[:2].lower()


def _stems_of(wording: str) -> list[list[str]]:
    """The stems of a word or phrase, as queries have them: without words that say nothing, and joined by hyphens."""
    found = plain_tokens(wording)
    telling = [token.stem for token in found if not is_stop_word(token.written)]
    joined = [[token.stem] for token in tokens(wording) if token.start == 0 and token.end == len(wording)]
    return [telling, *joined]
