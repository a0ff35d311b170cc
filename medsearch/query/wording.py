"""Words and phrases as typed -> the nodes that find them, through the same analysis that the minutes went through."""

import re

from medsearch.language.words import Token, tokens
from medsearch.model import split_case_number
from medsearch.query.filters import day_or_month
from medsearch.query.nodes import Any, Keyword, Node, Phrase, Term
from medsearch.query.searchable import case_keyword

# Words that may be a case number or a piece of one: 81.38, P35, 58-23, 20/8545, 057275. A short number may be anything.
_CASE_LIKE = re.compile(r"[A-ZÆØÅa-zæøå]\d{2}|\d{5,}|\d+(?:[./-][A-ZÆØÅa-zæøå]?\d+)+")


def word_node(text: str, field: str, *, exact: bool) -> Node | None:
    """What finds a word as typed in `field`, or None where it holds no letter or digit.

    A word in parts (`IT-service`) is found in parts and joined; one that looks like a case number or a date
    is also looked for among those of the meetings.
    """
    in_text = phrase_node(text, field, exact=exact)
    if in_text is None or exact:
        return in_text
    bare = text.strip(".,;:!?")
    others: list[Node] = []
    if _CASE_LIKE.fullmatch(bare):
        others.append(Keyword("case", frozenset({case_keyword(split_case_number(bare))})))
    if day := day_or_month(bare):
        others.append(day)
    return Any((in_text, *others)) if others else in_text


def phrase_node(text: str, field: str, *, exact: bool) -> Node | None:
    """What finds words that follow one another in `field`; None where there are none."""
    found = tokens(text)
    if not found:
        return None
    by_position: dict[int, Token] = {}
    for token in found:
        by_position.setdefault(token.position, token)
    words = tuple(_text(token, exact) for token in by_position.values())
    joined = [_text(token, exact) for token in found if _spans_all(token, found)]
    nodes: list[Node] = [Phrase(words, field, exact) if len(words) > 1 else Term(words[0], field, exact)]
    if len(words) > 1:
        nodes.extend(Term(word, field, exact) for word in dict.fromkeys(joined))
    return nodes[0] if len(nodes) == 1 else Any(tuple(nodes))


def _text(token: Token, exact: bool) -> str:
    return token.written if exact else token.stem


def _spans_all(token: Token, found: list[Token]) -> bool:
    return token.start == found[0].start and token.end == max(other.end for other in found)
