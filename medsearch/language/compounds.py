"""Compounds: the words that a Danish word is put together from.

The split with the fewest parts that the lexicon knows is taken (after P. Koehn and K. Knight, Empirical Methods for
Compound Splitting, 2003, who also describe it as a base line), with linking s and e, and with guards against what only
looks like a compound: `udvalg` is no `ud` and `valg`, `fællesskab` no `skab`.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from medsearch.language.lexicon import lexicon
from medsearch.language.stems import stem
from medsearch.language.stop_words import is_stop_word
from medsearch.language.words import Token

_LONGEST = 60  # letters; longer ones are no words
_SHORTEST_PART = 3
# How much less likely than one more part: short pieces, rare links, verbs at the end.
_SHORT, _RARE_LINK, _VERB, _INFLECTED = 0.3, 0.2, 0.4, 0.05

# Parts of two letters are chance, but for these as the first one.
_SHORT_PARTS = frozenset("by bys år års ny bo it øl tv el pc hr".split())
# What words are derived with. They are in the lexicon in their own right as other words (`skab`, `ring`).
_AFFIXES_BEFORE = frozenset(
    """
    af an be bi ad er ede end ens ere for fra gen her hos ind med mis mod nær ned når ord par per pro pre sam som til
    ude van ved ven und vis den des det dem sig sin han hun min din kan vil der før via hen
    under over efter imod igen frem fore
    """.split()
)
_AFFIXES_BEHIND = frozenset(
    """
    agtig and ant ante artet bar barhed dom else elsen elser elserne ende ene ens ent ere erens eri erne fuld
    fuldt hed hede heden heds hos ien ier inde ing ingen ingens inger ingerne isk iske isme ist lig lige lighed
    ligheden ligt ling linge løs løse løst mæssig mæssige mæssigt ner neren ning ningen ningens ninger rende
    ring ringen ringens ringer ringerne rings sel sen sens ser set skaber skaberne sler som somme sommelig ster
    stere tet tig tige tion tive ude uden ule ulig
    """.split()
)
# Irregular forms that words have as a first part.
_LINKED = {
    "arbejds": "arbejde", "børne": "barn", "billed": "billede", "mands": "mand", "natte": "nat", "skatte": "skat",
    "tilskuds": "tilskud", "syge": "syg", "fælles": "fælles", "små": "lille", "unge": "ung", "gamle": "gammel",
    "forældre": "forælder", "øjen": "øje", "hjemme": "hjemme", "inde": "inde", "ude": "ude", "vice": "vice",
    "mer": "mer", "mindre": "mindre", "videre": "videre", "europa": "europa", "flex": "flex", "egen": "egen",
    "først": "først", "barne": "barn", "it": "it", "hr": "hr", "pc": "pc", "el": "el", "tv": "tv",
}  # fmt: skip


class Part(NamedTuple):
    """A part of a compound: its stem, and where it stands in the word, its linking letter left out."""

    stem: str
    start: int
    end: int


@lru_cache(maxsize=1 << 16)
def split(word: str) -> tuple[Part, ...]:
    """The parts of `word`, which is in lower case, from the first to the last; none where it is no compound."""
    if not 2 * _SHORTEST_PART - 1 <= len(word) <= _LONGEST or not word.isalpha() or is_stop_word(word):
        return ()
    # A word that is known is split as its base: `haller` is no `hal` and `ler`.
    base = lexicon().base_of(word)
    pieces = lexicon().pieces_of(stem(word))
    if pieces is not None:
        return _read_pieces(word, pieces)
    best = _Splitter(base or word, strict=base is not None).best(0)
    if best is None:
        return ()
    *parts, last = (small for part in best.parts for small in _split_further(part))
    return (*parts, last._replace(end=len(word)))


@lru_cache(maxsize=1 << 16)
def parts_of(word: str) -> tuple[str, ...]:
    """The stems of all that `word` is put together from: its parts, and neighbouring parts together.

    `sygefraværsrapporter` is made of `syg`, `fravær` and `rapport`, of `sygefravær` and of `fraværsrapport`.
    """
    parts = split(word)
    found: dict[str, None] = {part.stem: None for part in parts}
    for first in range(len(parts)):
        for last in range(first + 1, len(parts)):
            if last - first + 1 < len(parts):
                found[stem(word[parts[first].start : parts[last].end])] = None
    return tuple(found)


def follows_med(word: str) -> bool:
    """Whether `word`, in lower case, is one that names things of the MED committees: `udvalg`, `aftaler`."""
    pieces = lexicon().pieces_of(f"med{stem(word)}")
    return pieces is not None and pieces[:1] == ("MED",)


def parts_in(text: str, found: Sequence[Token], holding: Sequence[str] = ("",)) -> Iterator[tuple[str, Token]]:
    """The parts of the compounds in `text`, whose tokens are `found`, each with its compound.

    Only words that hold one of the letters in `holding` are looked at.

    A word with a capital letter beside another one is a name: `Birthe Kvistgård` has no farm.
    """
    likely = found if "" in holding else [token for token in found if any(map(token.written.__contains__, holding))]
    compounds = [(token, parts) for token in likely if (parts := parts_of(token.written))]
    capitals = _capitalized(text, found) if compounds else frozenset()
    for token, parts in compounds:
        run = text[token.start : token.end]
        if not run.isalpha() or not (run[1:].islower() or run.isupper()):
            continue  # a word in parts, whose parts are tokens already
        if token.start in capitals and _has_neighbour(text, token, capitals):
            continue
        yield from ((part, token) for part in parts)


def _has_neighbour(text: str, token: Token, capitals: frozenset[int]) -> bool:
    """Whether a word with a capital letter stands beside another one on the line."""
    behind = token.end + 1 in capitals and text[token.end] == " "
    return behind or (token.start - 1 in capitals and text[token.start - 1] == " ")


def _capitalized(text: str, found: Sequence[Token]) -> frozenset[int]:
    """Where words with a capital letter begin and end; words all in capitals are none."""
    places = ((token.start, token.end) for token in found if text[token.start].isupper())
    return frozenset(place for start, end in places if not text[start:end].isupper() for place in (start, end))


class _Split(NamedTuple):
    cost: float  # the number of parts, a little more for unlikely ones
    parts: tuple[Part, ...]


class _Splitter:
    """Splits one word; strictly where the lexicon knows it as a whole."""

    def __init__(self, word: str, *, strict: bool) -> None:
        self._word = word
        self._strict = strict
        self._known: dict[int, _Split | None] = {}

    def best(self, start: int) -> _Split | None:
        """The best split from `start` on, or None; at least two parts where that is the beginning."""
        if start not in self._known:
            alone = self._last(start) if start else None
            found = [alone] if alone else []
            for cut in range(start + 2, len(self._word) - _SHORTEST_PART + 1):
                rest = self.best(cut)  # asked first: few cuts leave anything
                if rest and (first := self._first(start, cut)):
                    found.append(_Split(first.cost + rest.cost, (*first.parts, *rest.parts)))
            self._known[start] = min(found, key=lambda split: (split.cost, -split.parts[0].end), default=None)
        return self._known[start]

    def _last(self, start: int) -> _Split | None:
        """What is left from `start` on as a last part."""
        piece = self._word[start:]
        base = lexicon().base_of(piece)
        if piece == "ret" and self._word[start - 1] == "e":
            return None  # `trafikeret`
        if self._strict and base == "skab":
            return None  # `medlemskab`; an unknown word is more likely a piece of furniture: `medicinskab`
        if base is None or piece in _AFFIXES_BEHIND or len(piece) < _SHORTEST_PART:
            return None
        if lexicon().is_verb_only(base):
            return None if self._strict else _Split(1.0 + _VERB, (Part(base, start, len(self._word)),))
        cost = 1.0 + _unlikely(piece) + (_INFLECTED if base != piece else 0.0)
        return _Split(cost, (Part(base, start, len(self._word)),))

    def _first(self, start: int, cut: int) -> _Split | None:
        """What lies between `start` and `cut` as a part that is not the last."""
        piece = self._word[start:cut]
        if piece in _AFFIXES_BEFORE and piece not in _LINKED:
            return None
        if len(piece) < _SHORTEST_PART and (start or piece not in _SHORT_PARTS):
            return None
        linked = _linked(piece)
        if linked is None or (self._strict and linked.cost and not linked.letters):
            return None
        part = Part(stem(linked.base), start, cut - linked.letters)
        return _Split(1.0 + _unlikely(piece) + linked.cost, (part,))


class _Linked(NamedTuple):
    base: str
    letters: int = 0  # at its end that only link
    cost: float = 0.0


@lru_cache(maxsize=1 << 15)
def _linked(piece: str) -> _Linked | None:
    """The base that `piece` is as a part that others follow; None where it is none."""
    irregular = _LINKED.get(piece)
    if irregular:
        return _Linked(stem(irregular))
    likely = (linked for linked in _regularly_linked(piece) if lexicon().is_base(linked.base))
    return next((linked for linked in likely if linked.base not in _AFFIXES_BEFORE), None)


def _regularly_linked(piece: str) -> Iterator[_Linked]:
    """What `piece` may be, the likeliest first: with linking e or s, as it is, without its last letter, in plural."""
    shorter, letter = piece[:-1], piece[-1]
    if letter == "e" and lexicon().base_of(piece) == shorter:
        yield _Linked(shorter, 1)
    yield _Linked(piece)
    if letter == "s":
        yield _Linked(shorter, 1)
        yield _Linked(f"{shorter}e", 1, _RARE_LINK)
    if letter == "e":
        yield _Linked(shorter, 1, _RARE_LINK)
    yield _Linked(f"{piece}e", 0, _RARE_LINK)
    if letter == "r":
        yield _Linked(lexicon().base_of(piece) or "", 0, _RARE_LINK)


def _unlikely(piece: str) -> float:
    return _SHORT if len(piece) <= _SHORTEST_PART else 0.0


def _read_pieces(word: str, pieces: tuple[str, ...]) -> tuple[Part, ...]:
    """The parts of a word whose pieces, with their linking letters, the lexicon gives."""
    parts, start = [], 0
    for piece in pieces[:-1]:
        linked = _linked(piece) or _Linked(piece if piece.isupper() else stem(piece))
        base = linked.base if linked.base.isupper() else stem(linked.base)
        parts.append(Part(base, start, start + len(piece) - linked.letters))
        start += len(piece)
    if not pieces:
        return ()
    last = pieces[-1] if pieces[-1].isupper() else lexicon().base_of(word[start:]) or stem(word[start:])
    return (*parts, Part(last, start, len(word)))


def _split_further(part: Part) -> tuple[Part, ...]:
    """The parts of a part that is a compound itself, and in the lexicon as a whole."""
    smaller = tuple(Part(base, part.start + start, part.start + end) for base, start, end in split(part.stem))
    return (*smaller[:-1], smaller[-1]._replace(end=part.end)) if smaller else (part,)
