"""What of an agenda item can be asked for."""

from collections.abc import Callable

import pytest

from medsearch.model import AgendaItem, CaseNumber, Meeting, Outcome, Section, SectionName
from medsearch.query import Searchable, make_searchable
from medsearch.query.searchable import case_keywords, is_formality, name_keywords

Item = Callable[..., Searchable]
Finds = Callable[..., bool]


def test_title_and_every_section_are_searched_as_a_whole(finds: Finds) -> None:
    about = {"title": "Kantine", "decision": "Godkendt", "law": "Ferieloven", "text": "Indledende ord"}
    assert all(finds(f"+{word}", **about) for word in ("kantine", "godkendt", "ferieloven", "indledende"))


def test_a_section_that_comes_twice_is_searched_in_both(finds: Finds) -> None:
    sections = tuple(Section(SectionName.DECISION, "Beslutning", text) for text in ("Drøftet.", "Udsat."))
    twice = make_searchable(AgendaItem("a.txt#1", Meeting(), sections=sections))
    assert {token.written for token in twice.texts["decision"]} == {"drøftet", "udsat"}


@pytest.mark.parametrize("query", ["mette", "fraværende", "presentation", "rådhusservice"])
def test_names_of_absentees_headings_and_committee_are_not_what_an_item_is_about(finds: Finds, query: str) -> None:
    assert not finds(query, "Budget", away=("Mette Krog",))


def test_an_item_with_nothing_in_it_can_still_be_asked(item: Item) -> None:
    empty = make_searchable(AgendaItem("a.txt#@1", Meeting()))
    assert empty.texts == {}
    assert empty.day is None
    assert empty.keywords["committee"] == empty.keywords["case"] == empty.keywords["outcome"] == frozenset()


def test_an_item_keeps_its_address(item: Item) -> None:
    assert item().id == "ravnsø.txt#1"
    assert item().keywords["source"] == {"ravnsø.txt"}


def test_the_outcome_can_be_asked_for(item: Item) -> None:
    assert item(outcome=Outcome.POSTPONED).keywords["outcome"] == {"postponed"}


@pytest.mark.parametrize(("closed", "keyword"), [(True, "yes"), (False, "no")])
def test_closed_items_are_marked(closed: bool, keyword: str) -> None:
    assert make_searchable(AgendaItem("a.txt#1", Meeting(), closed=closed)).keywords["closed"] == {keyword}


@pytest.mark.parametrize(
    "title",
    [
        "Godkendelse af dagsorden",
        "Godkendelse af dagsordenen",
        "GODKENDELSE AF DAGSORDEN",
        "Godkendelse af dagsorden.",
        "Godkendelse af referat",
        "Godkendelse af referat fra sidste møde",
        "Godkendelse af referatet af mødet den 3. marts",
        "Godkendelse af dagsorden og referat",
        "Bemærkninger til referatet",
        "Underskrift af protokol",
        "Dagsorden",
    ],
)
def test_approving_agenda_or_minutes_is_a_formality(title: str) -> None:
    assert is_formality(title)


@pytest.mark.parametrize(
    "title",
    [
        None,
        "",
        "Budget",
        "Godkendelse af budget",
        "Godkendelse af lokalaftale om ferie",
        "Dagsordenspunkter til næste møde",
        "Referatskabeloner",
        "Evaluering af dagsorden",
        "Eventuelt",
    ],
)
def test_what_has_a_matter_is_no_formality(title: str | None) -> None:
    assert not is_formality(title)


def test_who_is_absent_from_a_meeting_can_be_asked_for_with_each_of_its_items() -> None:
    away = make_searchable(AgendaItem("a.txt#1", Meeting(absent=("Mette Krog",))))
    assert "mette krog" in away.keywords["person"]


def test_a_case_number_is_known_by_every_run_of_its_parts() -> None:
    number = CaseNumber("12.34-P35")
    assert set(case_keywords(number)) == {
        "12",
        "34",
        "P35",
        "12/34",
        "34/P35",
        "12/34/P35",
        "^12",
        "^12/34",
        "^12/34/P35",
    }


def test_a_name_is_known_without_its_middle() -> None:
    expected = {"mette", "anna", "krog", "mette anna", "mette krog", "anna krog", "mette anna krog"}
    assert set(name_keywords("Mette Anna Krog")) == expected
