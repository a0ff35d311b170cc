"""Words and phrases as typed -> the nodes that find them, through the same analysis that the minutes went through."""

import re

from medsearch.language.dates import NamedDay, parse_named_day
from medsearch.language.words import Token, plain_tokens, tokens
from medsearch.model import split_case_number
from medsearch.query.fields import DAY, MENTIONED, WHOLE
from medsearch.query.nodes import Any, Node, Phrase, Term, Value, Weighted
from medsearch.query.searchable import case_keyword
from medsearch.query.ways import Way, Why

# Words that may be a case number or a piece of one: 81.38, P35, 58-23, 20/8545, 8545. A year is not.
_CASE_LIKE = r"[A-ZÆØÅa-zæøå]\d\d|(?!(?:19|20)\d\d$)\d{4,}|[A-ZÆØÅa-zæøå]?\d+(?:[./-]+[A-ZÆØÅa-zæøå]?\d+)+"

# The weight of a meeting's own case number, day or year, and of a day that a text only names.
_OWN, _YEAR, _MENTIONED = 2.0, 1.0, 0.5
_IN_FIGURES = 0.1  # the weight of the figures themselves in a text: a phrase of six numbers scores as six words


def word_node(text: str, field: str, *, exact: bool) -> Node | None:
    """What finds a word as typed in `field`, or None where it holds no letter or digit.

    A word in parts (`IT-service`) is found in parts and joined. One that looks like a case number or a date is also
    looked for among those of the meetings, unless a field is asked for.
    """
    in_text = phrase_node(text, field, exact=exact)
    if in_text is None or field != WHOLE:
        return in_text
    bare = text.strip(".,;:!?*")
    others: list[Node] = []
    if re.fullmatch(_CASE_LIKE, bare):
        case = Value(case_keyword(split_case_number(bare)), "case")
        others.append(Weighted(case, _OWN, Why(bare, Way.CASE)))
    if (day := parse_named_day(bare)) and day.month:
        others.extend(day_nodes(day, bare))
    if others and not isinstance(in_text, Term):
        in_text = Weighted(in_text, _IN_FIGURES, Why(bare, Way.WORD))
    return Any((in_text, *others)) if others else in_text


def year_bonus(text: str) -> Node | None:
    """What ranks meetings of a year higher, where a word as typed is one; the year alone finds nothing."""
    day = parse_named_day(text)
    if day is None or day.month:
        return None
    return Weighted(Value(day.keyword(), DAY), _YEAR, Why(text, Way.DAY))


def day_nodes(day: NamedDay, typed: str) -> tuple[Node, ...]:
    """What finds a day or a month as typed: meetings of that time before those that speak of it."""
    value = day.keyword()
    own = Weighted(Value(value, DAY), _OWN, Why(typed, Way.DAY))
    return (own, Weighted(Value(value, MENTIONED), _MENTIONED, Why(typed, Way.MENTIONED)))


def phrase_node(text: str, field: str, *, exact: bool) -> Node | None:
    """What finds words that follow one another in `field`; None where there are none."""
    words = tuple(_text(token, exact) for token in plain_tokens(text))
    if not words:
        return None
    if len(words) == 1:
        [token] = plain_tokens(text)
        return Term(words[0], field, exact, text[token.start : token.end])
    joined = dict.fromkeys(_text(token, exact) for token in _spanning(tokens(text)))
    phrase = Phrase(words, field, exact, tuple(token.written for token in plain_tokens(text)))
    return Any((phrase, *(Term(word, field, exact, text) for word in joined))) if joined else phrase


def _text(token: Token, exact: bool) -> str:
    return token.written if exact else token.stem


def _spanning(found: list[Token]) -> list[Token]:
    """The tokens that all of a text is joined to."""
    end = max(token.end for token in found)
    return [token for token in found if token.start == found[0].start and token.end == end]
