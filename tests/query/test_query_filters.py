"""The filters of a query, as typed behind options."""

import datetime as dt
from collections.abc import Callable

import pytest

from medsearch.errors import DateError, MedsearchError, UnknownCommitteeError, UsageError
from medsearch.model import Outcome
from medsearch.query import Searchable
from medsearch.query.filters import Filters, section_field

Item = Callable[..., Searchable]

COMMITTEES = ("FagMED Vej og Park", "HovedMED", "LokalMED Rådhusservice")


def passes(filters: Filters, item: Searchable) -> bool:
    return all(node.matches(item) for node in filters.nodes(lambda: COMMITTEES))


def refusal(filters: Filters) -> MedsearchError:
    with pytest.raises(UsageError) as caught:
        filters.nodes(lambda: COMMITTEES)
    return caught.value


def test_no_filters_narrow_nothing(item: Item) -> None:
    assert Filters().nodes(lambda: COMMITTEES) == []


def test_several_committees_widen(item: Item) -> None:
    both = Filters(committees=("HovedMED", "rådhusservice"))
    assert passes(both, item(committee="HovedMED"))
    assert passes(both, item(committee="LokalMED Rådhusservice"))
    assert not passes(both, item(committee="FagMED Vej og Park"))


def test_several_outcomes_widen(item: Item) -> None:
    both = Filters(outcomes=("udsat", "afvist"))
    assert passes(both, item(outcome=Outcome.POSTPONED))
    assert passes(both, item(outcome=Outcome.REJECTED))
    assert not passes(both, item(outcome=Outcome.APPROVED))
    assert not passes(both, item())


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("godkendt", Outcome.APPROVED),
        ("approved", Outcome.APPROVED),
        ("taget til efterretning", Outcome.NOTED),
        ("Taget  til Efterretning", Outcome.NOTED),
        ("drøftet", Outcome.DISCUSSED),
        ("udsat", Outcome.POSTPONED),
        ("tiltrådt", Outcome.ADOPTED),
        ("afvist", Outcome.REJECTED),
        ("REJECTED", Outcome.REJECTED),
    ],
)
def test_outcomes_have_danish_and_english_names(item: Item, typed: str, outcome: Outcome) -> None:
    assert passes(Filters(outcomes=(typed,)), item(outcome=outcome))


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_can_be_asked_for(item: Item, outcome: Outcome) -> None:
    assert passes(Filters(outcomes=(outcome.value,)), item(outcome=outcome))


def test_an_unknown_outcome_is_answered_with_those_there_are() -> None:
    assert "postponed (udsat)" in refusal(Filters(outcomes=("gult",))).advice


def test_filters_of_different_kinds_narrow(item: Item) -> None:
    narrow = Filters(committees=("HovedMED",), year=2025, case="12.34")
    assert passes(narrow, item(committee="HovedMED", case="12.34.56-P35-7-24"))
    assert not passes(narrow, item(committee="HovedMED"))
    assert not passes(narrow, item(case="12.34.56-P35-7-24"))
    assert not passes(narrow, item(committee="HovedMED", case="12.34.56-P35-7-24", day=dt.date(2024, 12, 31)))


def test_several_people_must_all_have_been_there(item: Item) -> None:
    both = Filters(people=("Mette Krog", "Bodil"))
    assert passes(both, item(present=("Mette Krog", "Bodil Lund")))
    assert not passes(both, item(present=("Mette Krog",)))


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2025-10-08", None, True),
        ("2025-10-09", None, False),
        (None, "2025-10-08", True),
        (None, "7.10.2025", False),
        ("oktober 2025", "oktober 2025", True),
        ("2025", "2025", True),
        ("2024", "september 2025", False),
    ],
)
def test_from_and_to_are_included(item: Item, first: str | None, last: str | None, found: bool) -> None:
    assert passes(Filters(first=first, last=last), item(day=dt.date(2025, 10, 8))) is found


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    assert isinstance(refusal(Filters(first="2025", last="2024")), DateError)


@pytest.mark.parametrize("typed", ["2025-02-30", "31-11-2025", "snart"])
def test_what_is_no_date_is_refused_by_name(typed: str) -> None:
    assert typed in refusal(Filters(first=typed)).message
    assert typed in refusal(Filters(last=typed)).message


def test_the_first_and_last_day_of_a_year_are_in_it(item: Item) -> None:
    year = Filters(year=2024)
    days = ["2023-12-31", "2024-01-01", "2024-12-31", "2025-01-01"]
    assert [passes(year, item(day=dt.date.fromisoformat(day))) for day in days] == [False, True, True, False]


@pytest.mark.parametrize(("typed", "found"), [("12.34", True), ("12.34.56-P35-7-24", True), ("34.56", False)])
def test_a_case_is_asked_for_whole_or_by_its_beginning(item: Item, typed: str, found: bool) -> None:
    assert passes(Filters(case=typed), item(case="12.34.56-P35-7-24")) is found


@pytest.mark.parametrize(
    "filters", [Filters(case="?"), Filters(people=("?",)), Filters(case=""), Filters(people=("",))]
)
def test_a_value_without_letters_is_refused(filters: Filters) -> None:
    assert refusal(filters).advice


def test_an_unknown_committee_is_refused() -> None:
    assert isinstance(refusal(Filters(committees=("HovedMED", "Kantineudvalget"))), UnknownCommitteeError)


def test_formalities_are_left_out_when_asked(item: Item) -> None:
    approval, matter = item(title="Godkendelse af dagsorden"), item(title="Budget")
    assert passes(Filters(), approval)
    assert not passes(Filters(formalities=False), approval)
    assert passes(Filters(formalities=False), matter)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("title", "title"),
        ("Titel", "title"),
        ("beslutning", "decision"),
        (" decision ", "decision"),
        ("resumé", "summary"),
    ],
)
def test_a_section_is_named_in_danish_or_english(typed: str, field: str) -> None:
    assert section_field(typed) == field


@pytest.mark.parametrize("typed", ["kapitel", "", "udvalg", "dato"])
def test_an_unknown_section_is_answered_with_the_usual_ones(typed: str) -> None:
    with pytest.raises(UsageError) as caught:
        section_field(typed)
    assert "decision" in caught.value.advice
