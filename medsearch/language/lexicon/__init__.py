"""A lexicon of Danish: words with their inflections, written for this project, in tables beside this module.

A line of a table is a base and its other forms, `bog: bogen bøger bøgerne`; or endings, the first of them that of the
base, and the roots that take them: `- -n -r -rne: aftale klage sag`, `-e -er -te -t: brug godkend`. Genitives of nouns
and passives of verbs are made by rule. Of compounds there are such whose inflection or parts cannot be told; the table
`compounds` says how a word is put together where the rule is wrong, `havside: hav side`, or that it is not,
`vejledning:`. The table `homographs` says what forms are most often that the rules read otherwise.
"""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from medsearch.language.tables import read_lines

_KINDS = ("nouns", "adjectives", "verbs")
_VERBS = _KINDS.index("verbs")
_ALSO = {"nouns": ("", "s"), "adjectives": ("",), "verbs": ("", "s")}  # genitives, passives
_LONGEST_ENDING = 7


class _Endings(NamedTuple):
    """The endings that roots of a kind take, and which of them is that of the base."""

    kind: int
    base: str
    every: frozenset[str]


class _Reading(NamedTuple):
    """A word that a form may be of; the smallest is the likeliest."""

    rank: int
    ending: int  # how long it is; 0 for the base itself
    base: str


class Lexicon:
    """The words that are known. Forms are looked up by their endings: to make all of them would take too long."""

    def __init__(self) -> None:
        self._roots: dict[str, tuple[_Endings, ...]] = {}
        self._endings: set[str] = set()
        self._irregular_bases: dict[str, list[tuple[int, str]]] = {}
        self._irregular: dict[str, tuple[tuple[int, str], ...]] = {}
        self._homographs = {form: base.strip() for form, base in _read("homographs")}
        self._pieces = {head: tuple(pieces.split()) for head, pieces in _read("compounds")}
        for name in reversed(_KINDS):
            self._add(name)

    def base_of(self, form: str) -> str | None:
        """The base that `form`, in lower case, is an inflection of; None where it is unknown."""
        return self._base_of(form, 0, self._likely_cuts(form))

    def last_part(self, word: str, *, first: int, shortest: int) -> tuple[int, str] | None:
        """The longest end of `word` that is a form, where it begins, from `first` on, and its base; None for none.

        It has at least `shortest` letters.
        """
        cuts = self._likely_cuts(word)
        for start in range(first, len(word) - shortest + 1):
            if base := self._base_of(word, start, cuts):
                return start, base
        return None

    def is_base(self, word: str) -> bool:
        """Whether `word` is the base of a noun, an adjective or a verb."""
        if word in self._irregular_bases or any(not endings.base for endings in self._roots.get(word, ())):
            return True
        letter = word[-1:]
        return any(endings.base == letter for endings in self._roots.get(word[:-1], ()))

    def is_verb_only(self, base: str) -> bool:
        """Whether a base is that of a verb, and of nothing else."""
        return set(self._kinds_of(base)) == {_VERBS}

    def pieces_of(self, base: str) -> tuple[str, ...] | None:
        """The pieces of a word that the rule splits wrongly: none where it is whole; None: the rule holds."""
        return self._pieces.get(base)

    def beginning_of(self, base: str) -> str | None:
        """What all forms of an irregular base begin with; None for a regular one, which they do but for its ending."""
        irregular = [forms.split() for _, forms in self._irregular_bases.get(base, ())]
        return _shared_beginning([base, *(form for forms in irregular for form in forms)]) if irregular else None

    def _add(self, name: str) -> None:
        """Adds the words of a table, which come before those of the tables added already."""
        roots: dict[str, tuple[_Endings, ...]] = {}
        kind = _KINDS.index(name)
        for head, words in _read(name):
            if head.startswith("-"):
                endings = _read_endings(head, kind)
                roots.update(dict.fromkeys(words.split(), (endings,)))
                self._endings |= endings.every
            else:
                self._irregular_bases.setdefault(head, []).append((kind, words))
                forms: dict[str, tuple[tuple[int, str], ...]] = dict.fromkeys(words.split(), ((kind, head),))
                if not self._irregular.keys().isdisjoint(forms):
                    forms = {form: (*own, *self._irregular.get(form, ())) for form, own in forms.items()}
                self._irregular.update(forms)
        for root in roots.keys() & self._roots.keys():
            roots[root] += self._roots[root]
        self._roots.update(roots)

    def _likely_cuts(self, word: str) -> list[int]:
        """Where what follows in `word` is an ending that some word has: at its end, and before."""
        end = len(word)
        return [cut for cut in range(end, max(0, end - _LONGEST_ENDING), -1) if word[cut:] in self._endings]

    def _base_of(self, word: str, start: int, cuts: list[int]) -> str | None:
        """The base of what follows in `word` from `start` on; `cuts` are its likely cuts."""
        form = word[start:]
        found = min(self._readings(form, start, word, cuts), default=None)
        if found is None:
            return None
        # A verb whose infinitive is a form of a noun has the stem of that noun: `lovede` is `lov`, as `love` is.
        return found.base if found.base == form or found.rank < 0 else self.base_of(found.base)

    def _readings(self, form: str, start: int, word: str, cuts: list[int]) -> Iterator["_Reading"]:
        """All that a form may be of."""
        if form in self._homographs:
            yield _Reading(-1, 0, self._homographs[form])
        yield from (_Reading(_rank(kind, form, form), 0, form) for kind, _ in self._irregular_bases.get(form, ()))
        yield from (_Reading(_rank(kind, form, base), 1, base) for kind, base in self._irregular.get(form, ()))
        if form.endswith("s"):
            shorter = form[:-1]
            yield from (_Reading(_rank(kind, form, base), 1, base) for kind, base in self._irregular.get(shorter, ()))
            for kind, _ in self._irregular_bases.get(shorter, ()):
                yield _Reading(_rank(kind, form, shorter), 1, shorter)
        for cut in cuts:
            for endings in self._roots.get(word[start:cut], ()):
                ending = word[cut:]
                if ending in endings.every:
                    base = word[start:cut] + endings.base
                    yield _Reading(_rank(endings.kind, form, base), len(ending) + 1, base)

    def _kinds_of(self, base: str) -> Iterator[int]:
        """The kinds of words that have this base."""
        yield from (kind for kind, _ in self._irregular_bases.get(base, ()))
        for cut in (len(base), len(base) - 1):
            for endings in self._roots.get(base[:cut], ()):
                if base[cut:] == endings.base:
                    yield endings.kind


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once: it takes some milliseconds."""
    return Lexicon()


def _read(name: str) -> list[tuple[str, str]]:
    """The lines of a table: what stands before the colon, and behind it."""
    return [(head, rest) for head, _, rest in (line.partition(":") for line in read_lines(f"lexicon/{name}"))]


@cache
def _read_endings(head: str, kind: int) -> _Endings:
    endings = [ending.removeprefix("-") for ending in head.split()]
    every = frozenset(ending + more for ending in endings for more in _ALSO[_KINDS[kind]])
    return _Endings(kind, endings[0], every)


def _rank(kind: int, form: str, base: str) -> int:
    """How likely a form is read as one of `base`, the smaller the likelier.

    A noun or an adjective as it is, a verb such as `orientere`, a form of a noun (`huse`, `dele`), any other verb as it
    is, then forms of adjectives and of verbs: `retter` are dishes before they are what somebody corrects.
    """
    if form == base:
        return (0, 1, 2 if base.endswith("ere") else 4)[kind]
    return (3, 5, 6)[kind]


def _shared_beginning(words: list[str]) -> str:
    letters = takewhile(lambda column: len(set(column)) == 1, zip(*words, strict=False))
    return "".join(column[0] for column in letters)
