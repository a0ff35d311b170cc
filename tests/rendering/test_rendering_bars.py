"""Bars are as long as what they stand for, in signs that the terminal has."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from medsearch.rendering.bars import COARSE, FINE, PLAIN, Signs, bar, signs_of, standing_bar

SIGNS = st.sampled_from([FINE, COARSE, PLAIN])


def console_in(encoding: str) -> Console:
    return Console(file=io.TextIOWrapper(io.BytesIO(), encoding=encoding))


@pytest.mark.parametrize(
    ("encoding", "signs"),
    [("utf-8", FINE), ("cp850", COARSE), ("cp865", COARSE), ("cp1252", PLAIN), ("iso-8859-1", PLAIN), ("ascii", PLAIN)],
)
def test_signs_are_those_that_the_terminal_can_show(encoding: str, signs: Signs) -> None:
    assert signs_of(console_in(encoding)) == signs


def test_console_of_linux_gets_the_signs_of_its_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    assert signs_of(console_in("utf-8")) == COARSE


@given(share=st.floats(0, 1), columns=st.integers(1, 200), signs=SIGNS)
def test_bar_is_never_longer_than_its_room_and_never_empty_for_something(
    share: float, columns: int, signs: Signs
) -> None:
    drawn = bar(share, columns, signs)
    assert len(drawn) <= columns
    assert bool(drawn) == (share > 0)


@given(shares=st.tuples(st.floats(0, 1), st.floats(0, 1)), signs=SIGNS)
def test_more_never_has_the_shorter_bar(shares: tuple[float, float], signs: Signs) -> None:
    less, more = sorted(shares)
    assert len(bar(less, 30, signs)) <= len(bar(more, 30, signs))


def test_whole_bar_fills_its_room() -> None:
    assert bar(1, 5, FINE) == "█████"
    assert bar(0.5, 5, FINE) == "██▌"
    assert bar(0.001, 5, FINE) == "▏"


@given(share=st.floats(0, 1), lines=st.integers(1, 20), signs=SIGNS)
def test_standing_bar_has_a_sign_in_each_line_and_stands_on_the_ground(share: float, lines: int, signs: Signs) -> None:
    drawn = standing_bar(share, lines, signs)
    assert len(drawn) == lines
    assert drawn.lstrip() == drawn.strip()
    assert (drawn[-1] != " ") == (share > 0)
