"""The parts of the browser that need no screen: what is asked, the bars of the histogram, the line of keys."""

import string
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.browser.asking import Asked, Choice
from medsearch.browser.key_line import key_text
from medsearch.browser.keys import KEYS
from medsearch.browser.months import in_bars
from medsearch.engines.port import Order
from medsearch.search.answers import FacetCount

MONTHS = st.builds(lambda year, month: f"{year}-{month:02}", st.integers(2001, 2030), st.integers(1, 12))


def test_a_choice_is_taken_back_by_choosing_it_again() -> None:
    choice = Choice("committee", "HovedMED")
    assert Asked("x").toggled(choice).toggled(choice) == Asked("x")


def test_committees_widen_one_another_and_years_replace_one_another() -> None:
    asked = Asked().toggled(Choice("committee", "A")).toggled(Choice("committee", "B"))
    asked = asked.toggled(Choice("year", "2024")).toggled(Choice("year", "2025"))
    assert asked.chosen("committee") == ("A", "B")
    assert asked.chosen("year") == ("2025",)


def test_a_year_takes_the_months_away() -> None:
    asked = Asked().toggled(Choice("month", "2024-01..2024-03")).toggled(Choice("year", "2025"))
    assert asked.chosen("month") == ()


def test_months_are_a_period() -> None:
    filters = Asked(choices=(Choice("month", "2024-01..2024-03"),)).request(limit=1).filters
    assert (filters.first, filters.last) == ("2024-01", "2024-03")
    filters = Asked(choices=(Choice("month", "2024-02"),)).request(limit=1).filters
    assert (filters.first, filters.last) == ("2024-02", "2024-02")


def test_without_words_the_newest_come_first() -> None:
    assert Asked().request(limit=1).order is Order.NEWEST
    assert Asked(order=Order.OLDEST).request(limit=1).order is Order.OLDEST
    assert Asked("budget").request(limit=1).order is Order.RELEVANCE


@given(st.dictionaries(MONTHS, st.integers(1, 99), min_size=1), st.integers(1, 200))
def test_bars_hold_every_hit_and_fit(counts: dict[str, int], most: int) -> None:
    bars = in_bars([FacetCount(month, number) for month, number in counts.items()], most)
    assert sum(bar.number for bar in bars) == sum(counts.values())
    assert len(bars) <= most + 1  # bars that begin with a year may need one more
    assert bars[0].first <= min(counts)
    assert bars[-1].last == max(counts)
    assert all(one.last < other.first for one, other in pairwise(bars))


def test_no_counts_make_no_bars() -> None:
    assert in_bars([], 80) == []


@pytest.mark.parametrize("width", [60, 80, 100, 160, 240])
def test_line_of_keys_fits_and_ends_with_help_and_quit(width: int) -> None:
    line = key_text(width)
    assert line.cell_len <= width
    assert line.plain.rstrip().endswith("quit")
    assert "? help" in line.plain


def test_wide_line_has_all_keys_of_the_foot() -> None:
    assert all(key.word in key_text(240).plain for key in KEYS if key.at_foot)


def test_no_key_is_there_twice() -> None:
    keys = [name for key in KEYS for name in key.keys.split(",")]
    assert len(keys) == len(set(keys))
    assert set(string.ascii_lowercase) >= {name for name in keys if len(name) == 1 and name.islower()}
