"""Reads what a user typed into a query tree.

query  = group*                 any of them, the more the better; + and - before one: must, must not
group  = both ("ELLER" both)*
both   = one ("OG" one)*
one    = ["IKKE"|"-"|"+"] ("(" query ")" | field ":" one | ["="] word | ["="] "phrase")
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from medsearch.errors import QueryError
from medsearch.language.stop_words import is_stop_word
from medsearch.language.words import fold_case
from medsearch.query.fields import FIELD_BY_NAME, SECTION_BY_NAME, WHOLE
from medsearch.query.filters import (
    CommitteeNames,
    case_node,
    committee_node,
    outcome_node,
    person_node,
    range_node,
)
from medsearch.query.lexing import Kind, Lexeme, lex
from medsearch.query.nodes import All, Any, Everything, Node, Not, Pattern, Prefer
from medsearch.query.wording import phrase_node, word_node

LONGEST_QUERY = 10_000  # characters
DEEPEST_BRACKETS = 50

_FORGOTTEN = "Put a word there, or write it in small letters to search for it as a word."


class _Context(NamedTuple):
    """What holds for the part of a query being read."""

    field: str = WHOLE
    exact: bool = False
    depth: int = 0


class _Clause(NamedTuple):
    """A group of a query, with its sign; `stop_word` where it is a bare word that says nothing."""

    node: Node
    sign: Kind | None = None
    is_filter: bool = False
    stop_word: bool = False


def parse_query(
    text: str, *, exact: bool = False, field: str = WHOLE, committees: CommitteeNames = tuple
) -> Node:  # fmt: skip
    """The query tree of `text`.

    `exact` looks for every word as written, `field` is the text field that words without one are looked for in,
    `committees` gives the names of the committees there are. Raises QueryError with the place of what cannot be read.
    """
    if len(text) > LONGEST_QUERY:
        raise QueryError(
            f"The query is longer than {LONGEST_QUERY} characters.",
            "Search for some words of it.",
            query=text,
            position=LONGEST_QUERY,
        )
    return _Parser(text, committees).parse(_Context(field, exact))


class _Parser:
    def __init__(self, text: str, committees: CommitteeNames) -> None:
        self._text = text
        self._lexemes = list(lex(text))
        self._next = 0
        self._committees = committees

    def parse(self, context: _Context) -> Node:
        node = self._query(context)
        lexeme = self._peek()
        if lexeme is not None:
            raise self._error("This bracket closes nothing.", "Take it out, or open one before it.", lexeme)
        if node is None:
            raise QueryError("There is nothing to search for.", "Type a word.", query=self._text, position=0)
        return node

    def _query(self, context: _Context) -> Node | None:
        clauses: list[_Clause] = []
        while (lexeme := self._peek()) is not None and lexeme.kind is not Kind.CLOSE:
            clause = self._group(context)
            if clause is not None:
                clauses.append(clause)
        return _combine(clauses)

    def _group(self, context: _Context) -> _Clause | None:
        clauses = list(self._joined(Kind.OR, self._both, context))
        if len(clauses) < 2:
            return clauses[0] if clauses else None
        nodes = tuple(Not(clause.node) if clause.sign is Kind.NOT else clause.node for clause in clauses)
        return _Clause(Any(nodes), is_filter=all(clause.is_filter for clause in clauses))

    def _both(self, context: _Context) -> _Clause | None:
        clauses = list(self._joined(Kind.AND, self._one, context))
        if len(clauses) < 2:
            return clauses[0] if clauses else None
        nodes = tuple(Not(clause.node) if clause.sign is Kind.NOT else clause.node for clause in clauses)
        return _Clause(All(nodes), is_filter=all(clause.is_filter for clause in clauses))

    def _joined(
        self, operator: Kind, read: Callable[[_Context], _Clause | None], context: _Context
    ) -> Iterator[_Clause]:
        """The clauses that `operator` joins. A stray word beside one is passed over, a missing one is an error."""
        while True:
            clause = read(context)
            if clause is not None:
                yield clause
            lexeme = self._peek()
            if lexeme is None or lexeme.kind is not operator:
                return
            self._next += 1
            after = self._peek()
            if after is None or after.kind in (Kind.CLOSE, Kind.OR, Kind.AND):
                raise self._error(f"Something is missing behind {lexeme.text}.", _FORGOTTEN, lexeme)

    def _one(self, context: _Context) -> _Clause | None:
        lexeme = self._take()
        if lexeme.kind in (Kind.NOT, Kind.MUST):
            return self._signed(lexeme, context)
        if lexeme.kind is Kind.OPEN:
            return self._bracket(lexeme, context)
        if lexeme.kind is Kind.FIELD:
            return self._field(lexeme, context)
        if lexeme.kind is Kind.AS_WRITTEN:
            return self._one(context._replace(exact=True)) if self._peek() else None
        if lexeme.kind in (Kind.AND, Kind.OR):
            raise self._error(f"Something is missing before {lexeme.text}.", _FORGOTTEN, lexeme)
        return self._word(lexeme, context)

    def _signed(self, sign: Lexeme, context: _Context) -> _Clause | None:
        after = self._peek()
        if after is None or after.kind is Kind.CLOSE:
            if sign.text in "+-":
                return None
            raise self._error(f"Something is missing behind {sign.text}.", _FORGOTTEN, sign)
        clause = self._one(context)
        if clause is None:
            return None
        if clause.sign is Kind.NOT and sign.kind is Kind.NOT:
            return clause._replace(sign=None)
        return clause._replace(sign=clause.sign if clause.sign is Kind.NOT else sign.kind, stop_word=False)

    def _bracket(self, opening: Lexeme, context: _Context) -> _Clause | None:
        if context.depth == DEEPEST_BRACKETS:
            raise self._error(f"More than {DEEPEST_BRACKETS} brackets in brackets.", "Take some out.", opening)
        node = self._query(context._replace(depth=context.depth + 1))
        if self._peek() is None:
            raise self._error("This bracket is not closed.", "Put a ) where it ends, or take it out.", opening)
        self._next += 1
        return _Clause(node) if node is not None else None

    def _field(self, name: Lexeme, context: _Context) -> _Clause | None:
        known = FIELD_BY_NAME.get(name.text.lower())
        if known is None:
            return self._no_field(name, context)
        value = self._peek()
        if value is None or value.kind in (Kind.CLOSE, Kind.AND, Kind.OR):
            raise self._error(f"Nothing stands behind {name.text}:", f"Write it like {name.text}:word.", name)
        if known in SECTION_BY_NAME.values():
            return self._one(context._replace(field=known))
        self._next += 1
        if value.kind not in (Kind.WORD, Kind.QUOTED):
            raise self._error(
                f"{name.text}: takes a word, or several in quotation marks.", "Write one behind it.", value
            )
        return _Clause(self._filter(known, value), is_filter=True)

    def _filter(self, name: str, value: Lexeme) -> Node:
        if name == "committee":
            return committee_node([value.text], self._committees)
        if name == "case":
            return case_node(value.text)
        if name == "person":
            return person_node(value.text)
        if name == "outcome":
            return outcome_node([value.text])
        return range_node(value.text)

    def _no_field(self, name: Lexeme, context: _Context) -> _Clause | None:
        """A word with a colon behind it that is no field is a word, unless it is nearly one."""
        from difflib import get_close_matches  # only a mistake needs it

        near = get_close_matches(name.text.lower(), FIELD_BY_NAME, n=1, cutoff=0.8)
        value = self._peek()
        directly = value is not None and value.position == name.position + len(name.text) + 1
        if near and directly:
            raise self._error(f"There is no field {name.text}:", f"Did you mean {near[0]}: ?", name)
        return self._word(name, context)

    def _word(self, lexeme: Lexeme, context: _Context) -> _Clause | None:
        if lexeme.kind is Kind.QUOTED:
            phrase = phrase_node(lexeme.text, context.field, exact=context.exact)
            return _Clause(phrase) if phrase else None
        if lexeme.text.endswith("~") and len(lexeme.text) > 1:
            raise self._error(
                "Words spelt alike (~) cannot be searched for yet.",
                f"Search for the beginning of the word: {lexeme.text[:-1]}*",
                lexeme,
            )
        if "*" in lexeme.text:
            return _pattern(lexeme.text, context)
        node = word_node(lexeme.text, context.field, exact=context.exact)
        if node is None:
            return None
        bare = not context.exact and is_stop_word(fold_case(lexeme.text.strip(".,;:!?")))
        return _Clause(node, stop_word=bare)

    def _peek(self) -> Lexeme | None:
        return self._lexemes[self._next] if self._next < len(self._lexemes) else None

    def _take(self) -> Lexeme:
        self._next += 1
        return self._lexemes[self._next - 1]

    def _error(self, message: str, advice: str, lexeme: Lexeme) -> QueryError:
        return QueryError(message, advice, query=self._text, position=lexeme.position)


def _pattern(text: str, context: _Context) -> _Clause | None:
    letters = "".join(char for char in text.lower() if char.isalnum() or char == "*")
    if not letters.strip("*"):
        return _Clause(Everything()) if text == "*" else None
    return _Clause(Pattern(letters, context.field))


def _combine(clauses: list[_Clause]) -> Node | None:
    """One node of the groups of a query, by their signs."""
    if any(not clause.stop_word and clause.sign is None and not clause.is_filter for clause in clauses):
        clauses = [clause for clause in clauses if not clause.stop_word]
    must = [clause.node for clause in clauses if clause.sign is Kind.MUST and not clause.is_filter]
    should = [clause.node for clause in clauses if clause.sign is None and not clause.is_filter]
    filters = [clause.node for clause in clauses if clause.sign is not Kind.NOT and clause.is_filter]
    filters += [Not(clause.node) for clause in clauses if clause.sign is Kind.NOT]
    words = _words(must, should)
    if not filters:
        return words
    return All((words or Everything(), *filters))


def _words(must: list[Node], should: list[Node]) -> Node | None:
    any_of = _one_of(should)
    if not must:
        return any_of
    all_of = must[0] if len(must) == 1 else All(tuple(must))
    return Prefer(all_of, any_of) if any_of else all_of


def _one_of(nodes: list[Node]) -> Node | None:
    if len(nodes) < 2:
        return nodes[0] if nodes else None
    # Any word may hit; an item with all of them ranks first.
    return Prefer(Any(tuple(nodes)), All(tuple(nodes)))
