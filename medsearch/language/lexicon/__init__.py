"""A lexicon of Danish: words with their inflections, written for this project, in tables beside this module.

A line of a table is a base and its other forms, `bog: bogen bøger bøgerne`; or endings, the first of them that of the
base, and the roots that take them: `- -n -r -rne: aftale klage sag`, `-e -er -te -t: brug godkend`. Genitives of nouns
and passives of verbs are made by rule. Of compounds there are such whose inflection or parts cannot be told; the table
`compounds` says how a word is put together where the rule is wrong, `årstid: års tid`, or that it is not,
`vejledning:`.
"""

from collections.abc import Iterable
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from medsearch.language.tables import read_lines

_LONGEST_ENDING = 6


class _Endings(NamedTuple):
    """The endings that roots take, the first of them that of the base."""

    base: str
    all: frozenset[str]


class _Table:
    """The words of one kind. Forms are looked up by their endings: to make all of them would take too long to start."""

    def __init__(self, name: str, *, always: str = "") -> None:
        self._roots: dict[str, str] = {}
        self.irregular: dict[str, list[str]] = {}
        for head, words in _lines(name):
            if head.startswith("-"):
                self._roots.update(dict.fromkeys(words.split(), head))
            else:
                self.irregular[head] = words.split()
        self._endings = {head: _read_endings(head, always) for head in set(self._roots.values())}
        self._base_endings = {endings.base for endings in self._endings.values()}

    def is_base(self, word: str) -> bool:
        """Whether `word` is the base of a word of this kind."""
        if word in self.irregular:
            return True
        for ending in self._base_endings:
            if word.endswith(ending):
                head = self._roots.get(word[: len(word) - len(ending)])
                if head is not None and self._endings[head].base == ending:
                    return True
        return False

    def base_of(self, form: str) -> str | None:
        """The base that `form` is regularly made of."""
        for length in range(len(form), max(1, len(form) - _LONGEST_ENDING), -1):
            head = self._roots.get(form[:length])
            if head is not None:
                endings = self._endings[head]
                if form[length:] in endings.all:
                    return form[:length] + endings.base
        return None


class Lexicon:
    """The words that are known."""

    def __init__(self) -> None:
        self._verbs = _Table("verbs", always="s")
        self._adjectives = _Table("adjectives")
        self._nouns = _Table("nouns", always="s")
        self._irregular: dict[str, str] = {}
        self._pieces = {head: tuple(pieces.split()) for head, pieces in _lines("compounds")}
        # Where a form belongs to two words it is that of the noun: `retter` are dishes, and what somebody corrects.
        self._tables = (self._verbs, self._adjectives, self._nouns)
        for table in self._tables:
            for base, forms in table.irregular.items():
                self._irregular.update(dict.fromkeys(forms, base))

    def pieces_of(self, base: str) -> tuple[str, ...] | None:
        """The pieces of a word that the rule splits wrongly: none where it is whole; None: the rule holds."""
        return self._pieces.get(base)

    def base_of(self, form: str) -> str | None:
        """The base that `form`, in lower case, is an inflection of; None where it is unknown."""
        if self.is_base(form):
            return form
        found = self._look_up(form)
        if found is None and form.endswith("s"):
            shorter = form[:-1]
            return self._irregular.get(shorter) or (shorter if self.is_base(shorter) else None)
        return found

    def _look_up(self, form: str) -> str | None:
        return (
            self._irregular.get(form)
            or self._nouns.base_of(form)
            or self._adjectives.base_of(form)
            or self._verbs.base_of(form)
        )

    def is_base(self, word: str) -> bool:
        """Whether `word` is the base of a noun, an adjective or a verb."""
        return self._nouns.is_base(word) or self._adjectives.is_base(word) or self._verbs.is_base(word)

    def is_verb_only(self, base: str) -> bool:
        """Whether a base is that of a verb, and of nothing else."""
        return self._verbs.is_base(base) and not (self._nouns.is_base(base) or self._adjectives.is_base(base))

    def beginning_of(self, base: str) -> str | None:
        """What all forms of an irregular base begin with; None for a regular one, which they do but for its ending."""
        irregular = [table.irregular[base] for table in self._tables if base in table.irregular]
        return _shared_beginning([base, *(form for forms in irregular for form in forms)]) if irregular else None


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once: it takes some milliseconds."""
    return Lexicon()


def _lines(name: str) -> list[tuple[str, str]]:
    """The lines of a table: what stands before the colon, and behind it."""
    return [(head, rest) for head, _, rest in (line.partition(":") for line in read_lines(f"lexicon/{name}"))]


def _shared_beginning(words: list[str]) -> str:
    letters = takewhile(lambda column: len(set(column)) == 1, zip(*words, strict=False))
    return "".join(column[0] for column in letters)


def _read_endings(head: str, always: str) -> _Endings:
    endings = [ending.removeprefix("-") for ending in head.split()]
    return _Endings(endings[0], frozenset(_with_genitives(endings, always)))


def _with_genitives(endings: Iterable[str], always: str) -> Iterable[str]:
    for ending in endings:
        yield ending
        if always:
            yield ending + always
