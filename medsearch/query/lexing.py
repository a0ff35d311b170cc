"""A query as typed, cut into its signs and words with their places."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """What a lexeme is."""

    WORD = auto()
    QUOTED = auto()
    FIELD = auto()  # a name with a colon behind it
    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()  # IKKE, NOT, or a hyphen before a word
    MUST = auto()  # a plus sign before a word
    AS_WRITTEN = auto()  # an equals sign before a word


class Lexeme(NamedTuple):
    """A sign or word of a query; `text` without quotation marks, `position` where it begins."""

    kind: Kind
    text: str
    position: int


_OPERATORS = {
    "OG": Kind.AND,
    "AND": Kind.AND,
    "ELLER": Kind.OR,
    "OR": Kind.OR,
    "IKKE": Kind.NOT,
    "NOT": Kind.NOT,
}
# Word processors make dashes of hyphens.
_SIGNS = {"+": Kind.MUST, "=": Kind.AS_WRITTEN} | dict.fromkeys("-–—−", Kind.NOT)
_BRACKETS = {"(": Kind.OPEN, ")": Kind.CLOSE}
_QUOTES = '"“”„»«'

_LEXEME = re.compile(
    rf"""
      (?P<blank>\s+)
    | [{_QUOTES}](?P<quoted>[^{_QUOTES}]*)[{_QUOTES}]
    | (?P<bracket>[()])
    | (?P<sign>[+=–—−-])(?=[^\s)])
    | (?P<field>[^\W\d_]+):(?!//)
    | (?P<word>[^\s(){_QUOTES}]+)
    | (?P<stray>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def lex(text: str) -> Iterator[Lexeme]:
    """The lexemes of a query. Stray characters (an unpaired quotation mark, a lone hyphen) are passed over."""
    glued = False  # whether the last lexeme ends where this one begins: a sign inside a word is no sign
    for match in _LEXEME.finditer(text):
        name, position = match.lastgroup, match.start()
        if name == "quoted":
            yield Lexeme(Kind.QUOTED, match["quoted"], position)
        elif name == "bracket":
            yield Lexeme(_BRACKETS[match["bracket"]], match["bracket"], position)
        elif name == "sign" and not glued:
            yield Lexeme(_SIGNS[match["sign"]], match["sign"], position)
        elif name == "field":
            yield Lexeme(Kind.FIELD, match["field"], position)
        elif name == "word":
            yield Lexeme(_OPERATORS.get(match["word"], Kind.WORD), match["word"], position)
        glued = name in ("word", "quoted")
