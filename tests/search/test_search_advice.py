"""What is said after a search that found nothing: why, and what would be found."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.errors import MedsearchError
from medsearch.query.filters import Filters
from medsearch.rendering.advice import advice_lines
from medsearch.search import Request, find
from medsearch.search.advice import Advice, advise
from tests.search.made_up import Matter, archive_of

ARCHIVE = archive_of(
    Matter("Budgettet blev godkendt.", "Budget", dt.date(2023, 5, 1), present=("Ib Holm",)),
    Matter("Kantinen får nye borde.", "Kantine", dt.date(2024, 5, 1)),
    Matter("Sygefraværet blev drøftet i kantinen.", "Sygefravær", dt.date(2024, 9, 1)),
)


def advice(words: str = "", *, section: str | None = None, exact: bool = False, **filters: Any) -> Advice:
    request = Request(words, Filters(**filters), section, exact)
    assert not find(ARCHIVE, request).hits
    return advise(ARCHIVE, request)


def said(words: str = "", *, section: str | None = None, **filters: Any) -> list[str]:
    request = Request(words, Filters(**filters), section)
    return list(advice_lines(advise(ARCHIVE, request), request))


def test_word_that_no_minutes_hold_is_named_alone() -> None:
    assert [one.word for one in advice("+xylofon +budget").unknown] == ["xylofon"]


def test_words_spelt_alike_are_named_the_likeliest_first() -> None:
    [unknown] = advice("kantime", exact=True).unknown
    assert unknown.nearest[0].startswith("kantine")


@pytest.mark.parametrize("words", ["+budget +kantine", '"budgettet kantinen"', "budget OG kantine"])
def test_known_words_that_no_item_holds_together_are_said_to_stand_apart(words: str) -> None:
    told = advice(words)
    assert (told.unknown, told.some) == ((), 3)


def test_small_words_of_a_phrase_do_not_count() -> None:
    assert advice('"budgettet i haven"').some == 1


def test_filter_that_takes_all_hits_away_is_named_with_the_hits_without_it() -> None:
    told = advice("kantine", year="2023", people=("Ib Holm",))
    assert [(one.name, one.hits) for one in told.without] == []
    assert told.unfiltered == 2
    assert [(one.name, one.hits) for one in advice("kantine", year="2023").without] == [("year", 2)]


def test_section_and_exactness_narrow_too() -> None:
    assert [one.name for one in advice("budget", section="sagsfremstilling").without] == ["section"]
    assert [one.name for one in advice("kantiner", exact=True).without] == ["exact"]


def test_filter_alone_is_not_said_to_hide_the_whole_archive() -> None:
    told = advice(year="2001")
    assert (told.without, told.unfiltered) == ((), 0)
    assert len(said(year="2001")) == 2


def test_it_is_told_in_at_most_four_lines() -> None:
    lines = said("xylofon kvartet +budget", year="2001", section="titel", first="2020")
    assert lines[0] == "Nothing was found for “xylofon kvartet +budget”."
    assert len(lines) <= 4


def test_filters_are_named_as_they_are_typed() -> None:
    assert "Without --year 2023: 2 hits." in said("kantine", year="2023")
    assert "Without --in sagsfremstilling: 1 hit." in said("budget", section="sagsfremstilling")
    assert "Without --person 'Ib Holm': 2 hits." in said("kantine", people=("Ib Holm",))


@given(st.text("abkæ +-*~=\"'()#:2", max_size=20))
def test_whatever_was_searched_there_is_something_to_say(words: str) -> None:
    request = Request(words, Filters(year="1901"))
    try:
        find(ARCHIVE, request)
    except MedsearchError:
        return
    assert 2 <= len(list(advice_lines(advise(ARCHIVE, request), request))) <= 4
