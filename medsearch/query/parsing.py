"""Reads what a user typed into a query tree.

query  = group*                 any of them, the more the better; + and - before one: must, must not
group  = both ("ELLER" both)*
both   = one ("OG" one)*
one    = ["IKKE"|"-"|"+"] ("(" query ")" | field ":" one | ["="] word | ["="] "phrase")
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from medsearch.errors import QueryError, UsageError
from medsearch.language.characters import normalize
from medsearch.language.compounds import follows_med
from medsearch.language.dates import names_no_day, parse_named_day
from medsearch.language.stop_words import is_question_word, is_stop_word, is_vague
from medsearch.language.words import fold_case
from medsearch.query.clauses import Clause, any_must, combine, common_filter, either
from medsearch.query.fields import FIELD_BY_NAME, SECTION_BY_NAME, WHOLE
from medsearch.query.filters import CommitteeNames, case_node, committee_node, outcome_node, person_node, range_node
from medsearch.query.lexing import Kind, Lexeme, lex
from medsearch.query.nodes import Alike, All, Any, Everything, Node, Pattern, Weighted
from medsearch.query.ways import Way, Why
from medsearch.query.wording import day_nodes, word_node, year_bonus
from medsearch.texts import _, grouped, later

LONGEST_QUERY = 10_000  # characters
_ALIKE = 0.5  # the weight of words spelt alike, where the word itself is found too
DEEPEST = 50  # brackets and signs within one another

_FORGOTTEN = later("Put a word there, or write it in small letters to search for it as a word.")
# Lists typed without blanks: løn,ferie or TR/AMR. Figures are left whole: 97,1 and 20/8545.
_LIST = re.compile(r"(?<=[^\W\d_])[,;/+&|]+(?=[^\W\d_])")


class _Context(NamedTuple):
    """What holds for the part of a query being read."""

    field: str = WHOLE
    exact: bool = False
    depth: int = 0


def parse_query(
    text: str, *, exact: bool = False, field: str = WHOLE, committees: CommitteeNames = tuple
) -> Node:  # fmt: skip
    """The query tree of `text`.

    `exact` looks for every word as written, `field` is the text field that words without one are looked for in,
    `committees` gives the names of the committees there are. Raises QueryError, or another UsageError, with the place
    of what cannot be read.
    """
    query = normalize(text)
    if len(query) > LONGEST_QUERY:
        raise QueryError(
            _("The query is longer than {most} characters.").format(most=grouped(LONGEST_QUERY)),
            _("Search for some words of it."),
            query=query,
            position=LONGEST_QUERY,
        )
    return _Parser(query, committees).parse(_Context(field, exact))


class _Parser:
    def __init__(self, text: str, committees: CommitteeNames) -> None:
        self._text = text
        self._lexemes = list(lex(text))
        self._next = 0
        self._committees = committees

    def parse(self, context: _Context) -> Node:
        clause = self._query(context)
        lexeme = self._peek()
        if lexeme is not None:
            raise self._error(_("This bracket closes nothing."), _("Take it out, or open one before it."), lexeme)
        if clause is None:
            if self._text.strip() == "*":
                return Everything()
            raise QueryError(_("There is nothing to search for."), _("Type a word."), query=self._text, position=0)
        return clause.condition() if clause.node else All((Everything(), clause.condition()))

    def _query(self, context: _Context) -> Clause | None:
        clauses: list[Clause] = []
        while (lexeme := self._peek()) is not None and lexeme.kind is not Kind.CLOSE:
            clause = self._group(context)
            if clause is not None:
                clauses.append(clause)
        return combine(clauses)

    def _group(self, context: _Context) -> Clause | None:
        clauses = list(self._joined(Kind.OR, self._both, context))
        if len(clauses) < 2:
            return clauses[0] if clauses else None
        unwanted = tuple(node for clause in clauses if clause.minus for node in clause.unwanted)
        wanted = tuple(clause.condition() for clause in clauses if not clause.minus)
        return Clause(either(wanted), unwanted, any_must(clauses), bool(unwanted), common_filter(clauses))

    def _both(self, context: _Context) -> Clause | None:
        clauses = list(self._joined(Kind.AND, self._one, context))
        if len(clauses) < 2:
            return clauses[0] if clauses else None
        telling = [clause for clause in clauses if not clause.stop_word] or clauses
        wanted = tuple(clause.node for clause in telling if clause.node)
        unwanted = tuple(node for clause in telling for node in clause.unwanted)
        node = wanted[0] if len(wanted) == 1 else All(wanted) if wanted else None
        return Clause(node, unwanted, any_must(clauses), filter=common_filter(telling))

    def _joined(self, operator: Kind, read: Callable[[_Context], Clause | None], context: _Context) -> Iterator[Clause]:
        """The clauses that `operator` joins. A stray sign beside one is passed over, a missing word is an error."""
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
                raise self._error(
                    _("Something is missing behind {sign}.").format(sign=lexeme.text), _(_FORGOTTEN), lexeme
                )

    def _one(self, context: _Context) -> Clause | None:
        lexeme = self._take()
        if context.depth > DEEPEST:
            raise self._error(
                _("More than {most} brackets or signs in one another.").format(most=DEEPEST),
                _("Take some out."),
                lexeme,
            )
        deeper = context._replace(depth=context.depth + 1)
        match lexeme.kind:
            case Kind.NOT | Kind.MUST:
                return self._signed(lexeme, deeper)
            case Kind.OPEN:
                return self._bracket(lexeme, deeper)
            case Kind.FIELD:
                return self._field(lexeme, deeper)
            case Kind.AS_WRITTEN:
                return self._one(deeper._replace(exact=True)) if self._operand_follows() else None
            case Kind.AND | Kind.OR:
                raise self._error(
                    _("Something is missing before {sign}.").format(sign=lexeme.text), _(_FORGOTTEN), lexeme
                )
            case _:
                return self._word(lexeme, context)

    def _signed(self, sign: Lexeme, context: _Context) -> Clause | None:
        is_word = sign.text in ("IKKE", "NOT")
        if not self._operand_follows():
            if is_word:
                raise self._error(_("Something is missing behind {sign}.").format(sign=sign.text), _(_FORGOTTEN), sign)
            return None
        clause = self._one(context)
        if clause is None or sign.kind is Kind.MUST:
            return clause and clause._replace(must=True, stop_word=False, vague=False)
        if clause.node is None and len(clause.unwanted) == 1:
            return Clause(clause.unwanted[0])  # not not
        return Clause(None, (clause.condition(),), minus=not is_word)

    def _bracket(self, opening: Lexeme, context: _Context) -> Clause | None:
        clause = self._query(context)
        if self._peek() is None:
            raise self._error(_("This bracket is not closed."), _("Put a ) where it ends, or take it out."), opening)
        self._next += 1
        return clause

    def _field(self, name: Lexeme, context: _Context) -> Clause | None:
        known = FIELD_BY_NAME.get(name.text.lower())
        value = self._peek()
        if known is None:
            return self._no_field(name, context)
        if value is None or not self._operand_follows():
            raise self._error(
                _("Nothing stands behind {name}:").format(name=name.text),
                _("Write it like {name}:word.").format(name=name.text),
                name,
            )
        if known in SECTION_BY_NAME.values():
            return self._one(context._replace(field=known))
        if known == "case" and not _directly(name, value) and not any(map(str.isdecimal, value.text)):
            return self._word(name, context)  # a pasted title: `Sag: Personalepolitik`
        self._next += 1
        if value.kind not in (Kind.WORD, Kind.QUOTED):
            advice = _("Write {name}:word; several with ELLER, as in {name}:one ELLER {name}:other.").format(
                name=name.text
            )
            raise self._error(
                _("{name}: takes a word, or several in quotation marks.").format(name=name.text), advice, value
            )
        try:
            return Clause(self._filter(known, value), filter=known)
        except UsageError as error:
            raise error.at(self._text, value.position) from None

    def _filter(self, name: str, value: Lexeme) -> Node:
        match name:
            case "committee":
                return self._longest(value, lambda typed: committee_node([typed], self._committees), capitals=True)
            case "case":
                return case_node(value.text)
            case "person":
                return self._longest(value, person_node, capitals=True)
            case "outcome":
                return self._longest(value, lambda typed: outcome_node([typed]), capitals=False)
            case _:
                return self._longest(value, range_node, capitals=False)

    def _longest(self, value: Lexeme, read: Callable[[str], Node], *, capitals: bool) -> Node:
        """What `read` makes of a value and as many of the words behind it as it understands: `dato:8. oktober 2025`.

        Of names only words with a capital letter are taken.
        """
        typed, best, taken = value.text, None, self._next
        while value.kind is Kind.WORD:
            try:
                best, taken = read(typed), self._next
            except UsageError:
                if capitals and best is not None:
                    break
            after = self._peek()
            if after is None or after.kind is not Kind.WORD or (capitals and not after.text[0].isupper()):
                break
            if self._next - taken >= 4:
                break
            typed, self._next = f"{typed} {after.text}", self._next + 1
        self._next = taken
        return best or read(value.text)

    def _no_field(self, name: Lexeme, context: _Context) -> Clause | None:
        """A word with a colon behind it that is no field is a word, unless it is nearly one."""
        from difflib import get_close_matches  # only a mistake needs it

        near = get_close_matches(name.text.lower(), FIELD_BY_NAME, n=1, cutoff=0.8)
        value = self._peek()
        if near and value is not None and _directly(name, value):
            raise self._error(
                _("There is no field {name}:").format(name=name.text),
                _("Did you mean {name}: ?").format(name=near[0]),
                name,
            )
        return self._word(name, context)

    def _word(self, lexeme: Lexeme, context: _Context) -> Clause | None:
        if lexeme.kind is Kind.QUOTED:
            phrase = word_node(lexeme.text, context.field, exact=context.exact)
            return Clause(phrase) if phrase else None
        if context.field == WHOLE and (day := self._day(lexeme)):
            return Clause(Any(day))
        if lexeme.text == "med" and self._med_follows():
            lexeme = lexeme._replace(text="MED")
        words = _LIST.split(lexeme.text)
        clauses = [clause for word in words if (clause := _word_clause(word, context))]
        return combine(clauses)

    def _med_follows(self) -> bool:
        """Whether the next word belongs to MED committees: `med udvalg` is no udvalg with something."""
        after = self._peek()
        return after is not None and after.kind is Kind.WORD and follows_med(after.text.lower())

    def _day(self, first: Lexeme) -> tuple[Node, ...]:
        """What finds the day that a word and the words behind it name, `8. oktober 2025`. Takes those words."""
        following = [lexeme.text for lexeme in self._lexemes[self._next : self._next + 2] if lexeme.kind is Kind.WORD]
        for count in range(len(following), 0, -1):
            typed = " ".join([first.text, *following[:count]])
            if day := parse_named_day(typed):
                self._next += count
                return day_nodes(day, typed)
            if names_no_day(typed):
                raise self._error(
                    _("The date {typed} does not exist.").format(typed=typed),
                    _("Look at the day and the month."),
                    first,
                )
        return ()

    def _operand_follows(self) -> bool:
        after = self._peek()
        return after is not None and after.kind not in (Kind.CLOSE, Kind.AND, Kind.OR)

    def _peek(self) -> Lexeme | None:
        return self._lexemes[self._next] if self._next < len(self._lexemes) else None

    def _take(self) -> Lexeme:
        self._next += 1
        return self._lexemes[self._next - 1]

    def _error(self, message: str, advice: str, lexeme: Lexeme) -> QueryError:
        return QueryError(message, advice, query=self._text, position=lexeme.position)


def _directly(name: Lexeme, value: Lexeme) -> bool:
    """Whether a value stands directly behind the colon of a name."""
    return value.position == name.position + len(name.text) + 1


def _word_clause(text: str, context: _Context) -> Clause | None:
    if text.endswith("~") and (node := word_node(text[:-1], context.field, exact=context.exact)):
        letters = "".join(char for char in text.lower() if char.isalnum())
        return Clause(Any((node, Weighted(Alike(letters, context.field), _ALIKE, Why(text, Way.ALIKE)))))
    if "*" in text and not text.strip("*").replace(".", "").replace("/", "").isdecimal():
        letters = "".join(char for char in text.lower() if char.isalnum() or char == "*")
        return Clause(Pattern(letters, context.field)) if letters.strip("*") else None
    node = word_node(text, context.field, exact=context.exact)
    if node is None:
        return None
    bare = fold_case(text.strip(".,;:!?"))
    bonus = year_bonus(text) if context.field == WHOLE and not context.exact else None
    return Clause(
        node,
        bonus=bonus,
        stop_word=is_stop_word(bare),
        asks=is_question_word(bare),
        vague=is_vague(bare) and not context.exact,
    )
