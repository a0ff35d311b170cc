"""Words that are spelt otherwise: without Danish letters, or wrongly.

Distance is that of optimal string alignment (Damerau 1964, with adjacent transpositions): letters that are missing, too
many, wrong or exchanged with the next one.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

_DANISH = {"aa": "å", "ae": "æ", "oe": "ø"}
_MOST_VARIANTS = 64
_ASCII = str.maketrans({"å": "a", "æ": "a", "ø": "o", "é": "e", "ü": "y", "ö": "o", "ä": "a"})
_WRITTEN_OUT = str.maketrans({"å": "aa", "æ": "ae", "ø": "oe"})
# Letters that sound alike: a word that only differs in these is the likelier one.
_SOUNDS = (
    ("æ", "e"), ("å", "o"), ("ø", "o"), ("aa", "o"), ("hv", "v"), ("hj", "j"), ("gj", "g"), ("kj", "k"), ("ph", "f"),
    ("w", "v"), ("z", "s"), ("c", "k"), ("q", "k"), ("x", "ks"), ("ds", "s"), ("nd", "n"), ("ld", "l"), ("rd", "r"),
    ("dt", "t"), ("g", "j"),
)  # fmt: skip


class Candidate(NamedTuple):
    """A word that may be meant, how far it is from what was typed, and how often it occurs. The smallest is best."""

    distance: float
    rarity: int
    word: str


def danish_spellings(word: str) -> Iterator[str]:
    """The words that `word` may be where aa, ae and oe stand for å, æ and ø: `aarsplan` gives `årsplan`."""
    pieces = _pieces(word)
    choices = [(piece, _DANISH[piece]) if piece in _DANISH else (piece,) for piece in pieces]
    if 2 ** sum(len(choice) > 1 for choice in choices) > _MOST_VARIANTS:
        return
    for chosen in product(*choices):
        spelling = "".join(chosen)
        if spelling != word:
            yield spelling


def plain_letters(word: str) -> str:
    """`word` with a and o for å, æ and ø, as keyboards without them write it."""
    return word.translate(_ASCII)


def written_out(word: str) -> str:
    """`word` with aa, ae and oe for å, æ and ø."""
    return word.translate(_WRITTEN_OUT)


def most_errors(word: str) -> int:
    """How many errors a word may hold and still be recognised: none in three letters, one in five, two in eight ..."""
    return 0 if len(word) < 4 else 1 if len(word) < 7 else 2 if len(word) < 12 else 3


def alike(word: str, other: str) -> bool:
    """Whether two words are spelt alike."""
    return distance(word, other, most_errors(word)) is not None


def distance(word: str, other: str, most: int) -> int | None:
    """How many errors make `other` of `word`, or None where it takes more than `most`."""
    from rapidfuzz.distance import OSA  # only unknown words need it

    found = OSA.distance(word, other, score_cutoff=most)
    return found if found <= most else None


def nearest(word: str, known: Iterable[tuple[str, int]], most: int) -> list[Candidate]:
    """The words among `known` (with how often each occurs) that `word` may be a misspelling of, the likeliest first."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    frequencies = dict(known)
    found = process.extract(word, frequencies.keys(), scorer=OSA.distance, score_cutoff=most, limit=None)
    return sorted(Candidate(apart + _unlikely(word, other), -frequencies[other], other) for other, apart, _ in found)


def _unlikely(word: str, other: str) -> float:
    """What speaks against a word: another first letter; less than nothing for the same sound or the same letters."""
    penalty = 0.0 if word[:1] == other[:1] else 0.5
    if plain_letters(word) == plain_letters(other):
        return penalty - 0.75
    return penalty - (0.5 if sound(word) == sound(other) else 0.0)


@lru_cache(maxsize=1 << 12)
def sound(word: str) -> str:
    """How a word sounds, roughly: no double letters, one letter for those that sound alike."""
    for letters, heard in _SOUNDS:
        word = word.replace(letters, heard)
    return "".join(letter for place, letter in enumerate(word) if place == 0 or word[place - 1] != letter)


def _pieces(word: str) -> list[str]:
    pieces: list[str] = []
    place = 0
    while place < len(word):
        length = 2 if word[place : place + 2] in _DANISH else 1
        pieces.append(word[place : place + length])
        place += length
    return pieces
