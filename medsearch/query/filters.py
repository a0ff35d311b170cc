"""Filters: what narrows a query without being words of it. Each is read into a node of the tree."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from medsearch.errors import DateError, UsageError
from medsearch.language.dates import Period, looks_like_date, parse_period
from medsearch.language.words import plain_tokens
from medsearch.model import split_case_number
from medsearch.query.committees import resolve_committee
from medsearch.query.fields import OUTCOME_BY_NAME, OUTCOME_NAMES, SECTION_BY_NAME
from medsearch.query.nodes import Any, Dates, Keyword, Node, Phrase, Term
from medsearch.query.searchable import case_keyword
from medsearch.texts import _, later

CommitteeNames = Callable[[], Iterable[str]]

_RANGE = re.compile(
    r"(?P<first>.*?)\s*(?:\.\.+|…|[–—])\s*(?P<last>.*)|(?P<first_year>(?:19|20)\d\d)-(?P<last_year>(?:19|20)\d\d)"
)
_DATE_ADVICE = later("Write it like 2025, 2025-10, 2025-10-08, 8.10.2025 or “8. oktober 2025”.")


class Filters(NamedTuple):
    """The filters of a query, as typed. Committees, and outcomes, widen one another; all else narrows."""

    committees: tuple[str, ...] = ()
    case: str | None = None
    first: str | None = None  # from this date on
    last: str | None = None  # up to and with this date
    year: int | str | None = None
    outcomes: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    formalities: bool = True  # whether approvals of agenda and minutes are among the hits

    def nodes(self, names: CommitteeNames) -> list[Node]:
        """The conditions that the filters make; `names` gives the committees there are.

        Raises DateError, UnknownCommitteeError or UsageError for what cannot be read.
        """
        found: list[Node] = []
        if self.committees:
            found.append(committee_node(self.committees, names))
        if self.case is not None:
            found.append(case_node(self.case))
        if self.first is not None or self.last is not None:
            found.append(dates_node(self.first, self.last))
        if self.year is not None:
            found.append(dates_node(str(self.year), str(self.year)))
        if self.outcomes:
            found.append(outcome_node(self.outcomes))
        found.extend(person_node(name) for name in self.people)
        if not self.formalities:
            found.append(Keyword("formality", frozenset({"no"})))
        return found


def committee_node(typed: Iterable[str], names: CommitteeNames) -> Node:
    """Items of the committees that are meant."""
    known = list(names())
    return Keyword("committee", frozenset().union(*(resolve_committee(name, known) for name in typed)))


def case_node(typed: str) -> Node:
    """Items whose case number is or begins with what was typed, however it is punctuated."""
    parts = split_case_number(typed)
    if not any(part.isdecimal() for part in parts):
        raise UsageError(
            _("“{typed}” is no case number.").format(typed=typed),
            _("Write it like 81.38.00-P35-58-23, or its beginning: 81.38."),
        )
    return Keyword("case", frozenset({f"^{case_keyword(parts)}"}))


def dates_node(first: str | None, last: str | None) -> Node:
    """Meetings from the first day of `first` to the last day of `last`."""
    begin = _period(first).first if first else None
    end = _period(last).last if last else None
    if begin and end and end < begin:
        raise DateError(
            _("The period ends ({end}) before it begins ({begin}).").format(end=end, begin=begin),
            _("Exchange the two dates."),
        )
    return Dates(begin, end)


def range_node(typed: str) -> Node:
    """Meetings in a range as typed behind `dato:`: `2025-10..2025-12`, `2025..`, `2024-2025`, or one date."""
    ends = _RANGE.fullmatch(typed.strip(" ,;"))
    if ends is None:
        return dates_node(typed, typed)
    first = (ends["first"] or ends["first_year"] or "").strip()
    last = (ends["last"] or ends["last_year"] or "").strip()
    if not first and not last:
        raise DateError(_("A range needs a date on at least one side."), _("Write it like 2025-10..2025-12."))
    return dates_node(first or None, last or None)


def outcome_node(typed: Iterable[str]) -> Node:
    """Items with one of the outcomes, by their Danish or English names."""
    return Keyword("outcome", frozenset(map(_outcome, typed)))


def person_node(name: str) -> Node:
    """Items of meetings that a person of this name took part in or was absent from, or whose text names the person."""
    last, comma, first = name.partition(",")
    words = [token.written for token in plain_tokens(f"{first} {last}" if comma else name)]
    if not words:
        raise UsageError(_("“{name}” is no name.").format(name=name), _("Write a first name, a last name or both."))
    mentioned = Phrase(tuple(words), exact=True) if len(words) > 1 else Term(words[0], exact=True)
    return Any((Keyword("person", frozenset({" ".join(words)})), mentioned))


def section_field(typed: str) -> str:
    """The text field of a section by its Danish or English name."""
    found = SECTION_BY_NAME.get(typed.strip().lower())
    if found is None:
        names = _("title, summary, presentation, recommendation, decision")
        raise UsageError(
            _("No section is called “{typed}”.").format(typed=typed),
            _("The usual ones are: {names}.").format(names=names),
        )
    return found


def _outcome(typed: str) -> str:
    found = OUTCOME_BY_NAME.get(" ".join(typed.lower().split()))
    if found is None:
        names = ", ".join(f"{name} ({danish})" for name, danish in OUTCOME_NAMES.items())
        raise UsageError(
            _("No outcome is called “{typed}”.").format(typed=typed), _("There are: {names}.").format(names=names)
        )
    return found


def _period(typed: str) -> Period:
    bare = typed.strip(" ,;")
    period = parse_period(bare)
    if period is not None:
        return period
    if looks_like_date(bare):
        raise DateError(_("The date {bare} does not exist.").format(bare=bare), _(_DATE_ADVICE))
    raise DateError(_("“{typed}” cannot be read as a date.").format(typed=typed), _(_DATE_ADVICE))
