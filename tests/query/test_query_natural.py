"""Queries as people would say them: questions, dates of several words, words spelt roughly."""

import datetime as dt
from collections.abc import Callable

import pytest

from medsearch.query import Searchable, parse_query
from medsearch.query.nodes import Node, Prefer, Words

Finds = Callable[..., bool]
Item = Callable[..., Searchable]


def bonus_of(query: str) -> Node:
    tree = parse_query(query)
    assert isinstance(tree, Prefer)
    return tree.bonus


@pytest.mark.parametrize("text", ["Kantine", "Kantinen", "Kantinne", "Kntine"])
def test_wave_behind_a_word_finds_it_and_words_spelt_alike(finds: Finds, text: str) -> None:
    assert finds("kantine~", text)


@pytest.mark.parametrize("text", ["Gardiner", "Kanter", "Tin"])
def test_wave_behind_a_word_finds_no_other_words(finds: Finds, text: str) -> None:
    assert not finds("kantine~", text)


def test_without_a_wave_only_the_word_itself_is_found(finds: Finds) -> None:
    assert not finds("kantine", "Kantinne")


def test_wave_behind_a_short_word_finds_nothing_else(finds: Finds) -> None:
    assert not finds("løn~", "Lån")


@pytest.mark.parametrize("query", ["+kantine~ ferie", "kantine~ OG løn", "titel:kantine~"])
def test_word_with_a_wave_stands_wherever_a_word_may(finds: Finds, query: str) -> None:
    assert finds(query, "Løn", title="Kantinne")
    assert not finds(query, "Løn, ferie", title="Frugt")


def test_wave_alone_is_nothing(finds: Finds) -> None:
    assert finds("ferie ~", "Ferie")


@pytest.mark.parametrize("query", ["med udvalg", "med udvalget", "MED udvalg", "med aftale", "om med udvalg"])
def test_med_before_a_word_of_the_committees_is_the_committee(finds: Finds, query: str) -> None:
    assert finds(query, "Vi drøfter MED.")
    assert not finds(query, "Kaffe med brød")


def test_med_udvalg_wants_both_words_first(item: Item) -> None:
    tree = parse_query("med udvalg")
    assert isinstance(tree, Words)
    assert all(node.matches(item("MED-udvalget")) for node in tree.nodes)
    assert not all(node.matches(item("Et udvalg med mange")) for node in tree.nodes)


def test_med_before_any_other_word_says_nothing(finds: Finds) -> None:
    assert not finds("kaffe med brød", "Vi er med i MED.")


@pytest.mark.parametrize(
    "query",
    [
        "hvad blev der besluttet om kantinen?",
        "Hvornår drøftede vi kantinen",
        "hvor længe gælder kantinens aftale",
        "HVEM talte om kantinen?",
        "hvordan går det med kantinen",
    ],
)
def test_words_that_only_ask_are_left_out_of_a_question(finds: Finds, query: str) -> None:
    assert finds(query, "Kantinen lukker.")
    assert not finds(query, "Hvad blev besluttet, drøftede, talte, går, gælder, længe, der, det?")


def test_word_that_is_vague_in_a_question_counts_where_nobody_asks(finds: Finds) -> None:
    assert finds("besluttet kantine", "Det er besluttet.")
    assert not finds("hvad er besluttet kantine", "Det er besluttet.")


@pytest.mark.parametrize("query", ["hvad blev besluttet?", "hvad er besluttet"])
def test_vague_words_are_searched_where_a_question_has_no_others(finds: Finds, query: str) -> None:
    assert finds(query, "Det er besluttet.")
    assert not finds(query, "Hvad er det?")


def test_question_words_are_searched_where_there_is_nothing_else(finds: Finds) -> None:
    assert finds("hvad hvornår", "Hvad nu?")


def test_phrase_keeps_its_words_in_a_question(finds: Finds) -> None:
    assert not finds('hvornår "er besluttet"', "Det er noget, der blev besluttet.")


@pytest.mark.parametrize("query", ["8. oktober 2025", "8 oktober 2025", "8. okt. 2025", "d. 8. Oktober 2025"])
def test_day_of_several_words_finds_the_meetings_of_that_day(finds: Finds, query: str) -> None:
    assert finds(query, "Ferie", day=dt.date(2025, 10, 8))
    assert not finds(query, "Ferie", day=dt.date(2025, 10, 9))
    assert not finds(query, "8 stole, oktober, 2025 kroner", day=dt.date(2025, 10, 9))


@pytest.mark.parametrize("text", ["Vi ses 8. oktober 2025.", "Frist: 08-10-2025", "d. 8/10-25", "den 8. okt. 2025"])
def test_day_is_found_where_a_text_names_it_in_any_form(finds: Finds, text: str) -> None:
    assert finds("8. oktober 2025", text, day=dt.date(2024, 1, 1))


@pytest.mark.parametrize(
    ("query", "day", "found"),
    [
        ("oktober 2025", dt.date(2025, 10, 31), True),
        ("oktober 2025", dt.date(2024, 10, 31), False),
        ("oktober 2025", dt.date(2025, 11, 1), False),
        ("8. oktober", dt.date(2024, 10, 8), True),
        ("8. oktober", dt.date(2024, 8, 10), False),
        ("oktober", dt.date(2024, 10, 1), True),
        ("budget oktober 2025", dt.date(2025, 10, 31), True),
        ("oktober 2025 budget", dt.date(2025, 10, 31), True),
        ("+oktober +budget", dt.date(2025, 10, 31), False),
        ("ferie -(oktober 2025)", dt.date(2025, 10, 31), False),
    ],
)
def test_months_and_days_are_found_with_and_without_a_year(finds: Finds, query: str, day: dt.date, found: bool) -> None:
    assert finds(query, "Ferie", day=day) is found


def test_words_of_a_date_in_a_section_are_words(finds: Finds) -> None:
    assert not finds("titel:oktober", "Ferie", day=dt.date(2025, 10, 8))
    assert finds("titel:oktober", title="Ferie i oktober")


def test_year_ranks_meetings_of_it_higher_and_finds_none(item: Item, finds: Finds) -> None:
    assert not finds("budget 2025", "Ferie", day=dt.date(2025, 10, 8))
    assert bonus_of("budget 2025").matches(item("Budget", day=dt.date(2025, 10, 8)))
    assert not bonus_of("budget 2025").matches(item("Budget 2025", day=dt.date(2024, 10, 8)))


@pytest.mark.parametrize("query", ["budget titel:2025", "=2025 budget", "budget 1850", "budget 20255"])
def test_what_is_asked_for_otherwise_is_no_year(query: str) -> None:
    assert isinstance(parse_query(query), Words)
