"""The ways in which an item can hold what was asked for."""

from enum import StrEnum
from typing import NamedTuple


class Way(StrEnum):
    """How a word or a value was found."""

    WORD = "word"  # in any inflection
    AS_WRITTEN = "as written"
    PHRASE = "phrase"
    PATTERN = "pattern"
    ALIKE = "spelt alike"
    COMPOUND = "part of a compound"
    TORN = "compound in parts"
    SCATTERED = "parts of the compound"
    LOOSE = "one part of the compound"
    JOINED = "joined with its neighbour"
    ABBREVIATION = "abbreviation"
    SYNONYM = "nearly the same meaning"
    RELATED = "same root"
    PERSON = "person of the meeting"
    CASE = "case number"
    DAY = "day of the meeting"
    MENTIONED = "day in the text"


class Why(NamedTuple):
    """What a part of a query is for: the word or words typed, and the way in which they are looked for."""

    word: str
    way: Way
