"""Words as typed: in parts and joined, like case numbers, like dates."""

import datetime as dt
from collections.abc import Callable

import pytest

from medsearch.query.wording import phrase_node, word_node

Finds = Callable[..., bool]


@pytest.mark.parametrize("typed", ["MED-udvalg", "MEDudvalg", "medudvalg"])
@pytest.mark.parametrize("text", ["MED-udvalget", "MEDudvalget", "Medudvalget"])
def test_all_spellings_of_a_hyphen_word_meet(finds: Finds, typed: str, text: str) -> None:
    assert finds(typed, text)


@pytest.mark.parametrize("typed", ["LokalMED", "lokalmed", "Lokal-MED", '"Lokal MED"'])
def test_all_spellings_of_a_committee_meet(finds: Finds, typed: str) -> None:
    assert finds(typed, "Sagen går videre til LokalMED.")


def test_the_parts_of_a_hyphen_word_belong_together(finds: Finds) -> None:
    assert not finds("IT-service", "IT ligger nede. Ring til vores service.")
    assert not finds("IT-service", "Service")


def test_a_hyphen_word_is_found_by_one_of_its_parts(finds: Finds) -> None:
    assert finds("service", "IT-service")


@pytest.mark.parametrize(
    "typed", ["12.34.56-P35-7-24", "12.34.56-p35-7-24", "12.34", "34.56", "P35", "7-24", "12.34.56.", "12-34"]
)
def test_a_word_like_a_case_number_finds_the_cases_it_is_a_piece_of(finds: Finds, typed: str) -> None:
    assert finds(typed, "Ferie", case="12.34.56-P35-7-24")


@pytest.mark.parametrize("typed", ["12.35", "P36", "12.34.56-P35-7-25", "2.34"])
def test_a_word_like_a_case_number_finds_no_other_case(finds: Finds, typed: str) -> None:
    assert not finds(typed, "Ferie", case="12.34.56-P35-7-24")


@pytest.mark.parametrize(("typed", "case"), [("21/4711", "21/4711"), ("047110", "2012/047110")])
def test_case_numbers_of_other_schemes_are_found_too(finds: Finds, typed: str, case: str) -> None:
    assert finds(typed, "Ferie", case=case)


@pytest.mark.parametrize("typed", ["12.34.56-P35-7-24", "P35", "12.34"])
def test_a_case_number_is_also_found_in_the_text(finds: Finds, typed: str) -> None:
    assert finds(typed, "Se sag 12.34.56-P35-7-24.")


@pytest.mark.parametrize("typed", ["7", "24", "12"])
def test_a_small_number_is_no_case_number(finds: Finds, typed: str) -> None:
    assert not finds(typed, "Ferie", case="12.34.56-P35-7-24")


def test_a_piece_of_a_case_number_can_be_required_and_excluded(finds: Finds) -> None:
    assert not finds("ferie -12.34", "Ferie", case="12.34.56-P35-7-24")
    assert not finds("+12.34 ferie", "Ferie")


@pytest.mark.parametrize("typed", ["8.10.2025", "08-10-2025", "2025-10-08", "2025-10", "8/10-2025"])
def test_a_word_like_a_date_finds_the_meetings_of_that_day(finds: Finds, typed: str) -> None:
    assert finds(typed, "Ferie")
    assert not finds(typed, "Ferie", day=dt.date(2024, 10, 8))


def test_a_bare_year_is_a_word_of_the_text(finds: Finds) -> None:
    assert finds("2026", "Budget 2026")
    assert not finds("2025", "Ferie")


@pytest.mark.parametrize("text", ["", " ", "-", "😀", "…", "§"])
def test_what_holds_no_letter_finds_nothing(text: str) -> None:
    assert word_node(text, "all", exact=False) is None
    assert phrase_node(text, "all", exact=False) is None
