"""Queries as people type them in a hurry, from other programs, on other keyboards: what they mean all the same."""

import datetime as dt
from collections.abc import Callable

import pytest

from medsearch.errors import UsageError
from medsearch.model import Outcome
from medsearch.query import Searchable, parse_query
from medsearch.query.searchable import is_formality

Finds = Callable[..., bool]
COMMITTEES = ("FagMED Vej og Park", "HovedMED", "LokalMED Rådhusservice")


@pytest.mark.parametrize("sign", ["-", "=", "+", "+-", "IKKE ", "titel:", "=titel:", "("])
def test_thousand_signs_are_read_or_explained(sign: str) -> None:
    try:
        parse_query(sign * 1000 + "a")
    except UsageError as error:
        assert error.position is not None


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("person:'anders holm'".replace("'", '"'), True),
        ('person:"Anders Holm"', True),
        ("person:Anders Holm", True),
        ('person:"Holm, Anders"', True),
        ('person:"Holm Anders"', False),
        ('person:"Anders Krog"', False),
    ],
)
def test_person_is_found_however_the_name_is_typed(finds: Finds, query: str, expected: bool) -> None:
    assert finds(query, "Kaffe", present=("Anders Holm", "Mette Krog")) is expected


def test_name_with_a_hyphen_is_found_with_and_without_it(finds: Finds) -> None:
    for query in ('person:"Anne-Marie Holm"', 'person:"Anne Marie Holm"'):
        assert finds(query, present=("Anne-Marie Holm",))
        assert finds(query, "Anne-Marie Holm orienterede")


def test_words_of_two_names_make_no_third(finds: Finds) -> None:
    assert not finds('person:"Mette Anna Krog"', "Kaffe", present=("Mette Anna Lund", "Anna Krog"))


@pytest.mark.parametrize(
    ("query", "text", "about", "expected"),
    [
        ("(udvalg:HovedMED ELLER udvalg:LokalMED) budget", "budget", {"committee": "FagMED Vej og Park"}, False),
        ("(udvalg:HovedMED ELLER udvalg:LokalMED) budget", "budget", {"committee": "HovedMED"}, True),
        ("(år:2023 ELLER år:2024) budget", "budget", {}, False),
        ("(år:2025) budget", "ferie", {}, False),
        ("budget (-løn)", "ferie", {}, False),
        ("udvalg:HovedMED udvalg:LokalMED budget", "budget", {}, True),
        ("år:2024 år:2025 budget", "budget", {}, True),
        ("år:2024 udvalg:LokalMED budget", "budget", {}, False),
        ("år:2025 hvad", "ferie", {}, True),
        ("år:2025, budget", "budget", {}, True),
    ],
)
def test_filters_narrow_wherever_they_stand(
    finds: Finds, query: str, text: str, about: dict[str, str], expected: bool
) -> None:
    assert finds(query, text, **about) is expected


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("+budget OG løn ferie", "ferie", False),
        ("budget IKKE løn OG ferie", "budget løn", False),
        ("budget -løn ELLER ferie", "budget løn", False),
        ("budget -løn ELLER ferie", "kaffe", False),
        ("budget -løn ELLER ferie", "ferie", True),
        ("løn –budget", "løn budget", False),
        ("løn –budget", "løn", True),
        ("budget OG med", "budget", True),
        ("løn,ferie", "ferie", True),
        ("TR/AMR", "amr", True),
        ("sag(er) budget", "Der er", False),
        ("* budget", "ferie", False),
        ("rådhus".replace("å", "a\u030a"), "rådhus", True),
        ("syge\u00adfravær", "sygefravær", True),
        ("\ufefftitel:budget", "budget", False),
        ("MED*", "MED", True),
        ("Sag: Personalepolitik", "personalepolitik", True),
        ("82.20*", "Kaffe", True),
        ('"82.20.00-G01-17-24"', "Kaffe", True),
    ],
)
def test_query_means_what_was_meant(finds: Finds, query: str, text: str, expected: bool) -> None:
    assert finds(query, text, case="82.20.00-G01-17-24") is expected


def test_exact_search_leaves_stop_words_out_and_knows_case_numbers(finds: Finds) -> None:
    assert not finds("møde om budget", "ferie om vinteren", exact=True)
    assert finds("82.20", "Kaffe", exact=True, case="82.20.00-G01-17-24")


@pytest.mark.parametrize("query", ["titel:82.20", "titel:8.10.2025", "beslutning:2025-10", "beslutning:G01"])
def test_section_holds_no_case_number_and_no_date_of_the_meeting(finds: Finds, query: str) -> None:
    assert not finds(query, "Kaffe", case="82.20.00-G01-17-24", day=dt.date(2025, 10, 8))


@pytest.mark.parametrize(
    "query",
    ["dato:8. oktober 2025", "dato:oktober 2025", "dato:2025-10 .. 2025-12", "dato:2025-10–2025-12", "dato:2024-2025",
     "dato:2025-10-8"],
)  # fmt: skip
def test_dates_need_no_quotation_marks(finds: Finds, query: str) -> None:
    assert finds(query, "Kaffe", day=dt.date(2025, 10, 8))
    assert not finds(query, "Kaffe", day=dt.date(2023, 5, 1))


def test_heading_in_capitals_is_found_as_a_phrase(finds: Finds) -> None:
    assert finds('"godkendelse af dagsorden"', title="GODKENDELSE AF DAGSORDEN")


@pytest.mark.parametrize("name", ["FagMED", "LokalMED", "MED-udvalg", "MEDudvalget"])
def test_med_is_found_in_the_names_of_committees(finds: Finds, name: str) -> None:
    assert finds("MED", name)


@pytest.mark.parametrize(
    ("query", "position"),
    [("budget dato:2025-02-30", 12), ("budget udvalg:Kantinen", 14), ("udfald:xx", 7), ("sag:budget", 4)],
)
def test_value_that_cannot_be_read_is_shown_in_its_place(query: str, position: int) -> None:
    with pytest.raises(UsageError) as error:
        parse_query(query, committees=lambda: COMMITTEES)
    assert (error.value.query, error.value.position) == (query, position)


@pytest.mark.parametrize("typed", ["31.11.25", '"31. november 2025"'])
def test_day_that_does_not_exist_is_said_not_to(typed: str) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        parse_query(f"dato:{typed}")


def test_nearest_committee_is_found_by_a_word_of_its_name() -> None:
    with pytest.raises(UsageError) as error:
        parse_query("udvalg:rådhusservise", committees=lambda: COMMITTEES)
    assert "LokalMED Rådhusservice" in error.value.advice


def test_pattern_on_a_long_word_is_quick(finds: Finds) -> None:
    assert not finds("*a" * 30 + "*b", "a" * 300)


@pytest.mark.parametrize(
    "title",
    ["Godkendelse af dagsorden", "Godkendelse af referat - 12. marts 2025", "Godkendelse af sidste mødes referat",
     "Godkendelse af dagsorden (B)", "Godkendelse af dagsorden/referat", "Referat fra LokalMED den 3. maj 2024"],
)  # fmt: skip
def test_approval_of_agenda_and_minutes_is_a_formality(title: str) -> None:
    assert is_formality(title)


@pytest.mark.parametrize(
    "title",
    ["Godkendelse af dagsorden og budget 2026", "Godkendelse af dagsorden samt orientering om fyringer",
     "Dagsorden for personalekonference", "Protokol for vold og trusler", "Referat fra TRIO-møde om nedskæringer",
     "Møde med direktøren", None],
)  # fmt: skip
def test_matter_is_no_formality(title: str | None) -> None:
    assert not is_formality(title)


def test_outcome_of_several_words_needs_no_quotation_marks(item: Callable[..., Searchable]) -> None:
    noted = item("Kaffe", outcome=Outcome.NOTED)
    assert parse_query("udfald:taget til efterretning").matches(noted)
    assert not parse_query("udfald:taget til efterretning budget").matches(noted)
