"""Small invented agenda items, and whether a query as typed finds them."""

import datetime as dt
from collections.abc import Callable

import pytest

from medsearch.model import AgendaItem, CaseNumber, Meeting, Outcome, Section, SectionName
from medsearch.query import Searchable, make_searchable, parse_query

COMMITTEES = ("FagMED Vej og Park", "HovedMED", "LokalMED Rådhusservice")


def _item(
    text: str = "",
    /,
    *,
    title: str | None = None,
    committee: str | None = "LokalMED Rådhusservice",
    day: dt.date | None = dt.date(2025, 10, 8),
    case: str | None = None,
    outcome: Outcome | None = None,
    present: tuple[str, ...] = (),
    away: tuple[str, ...] = (),
    **sections: str,
) -> Searchable:
    texts = {"presentation": text} | sections
    meeting = Meeting(committee=committee, date=day, participants=present)
    number = CaseNumber.parse(case) if case else None
    parts = tuple(Section(SectionName(name), name.title(), words) for name, words in texts.items() if words)
    return make_searchable(
        AgendaItem(
            "ravnsø.txt#1", meeting, title=title, case_number=number, outcome=outcome, absent=away, sections=parts
        )
    )


@pytest.fixture(scope="session")
def item() -> Callable[..., Searchable]:
    """Makes an item of its text (the presentation), title, committee, day ..., other sections by their names."""
    return _item


@pytest.fixture(scope="session")
def finds() -> Callable[..., bool]:
    """`finds(query, text, title=...)`: whether the query as typed finds the item made of the rest."""

    def finds(query: str, text: str = "", /, *, exact: bool = False, field: str = "all", **about: object) -> bool:
        node = parse_query(query, exact=exact, field=field, committees=lambda: COMMITTEES)
        return node.matches(_item(text, **about))  # type: ignore[arg-type]

    return finds
