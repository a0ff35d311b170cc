"""Meetings along time: every meeting has its mark under its year, pauses are seen, nothing is wider than its room."""

import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from medsearch.archive.coverage import CommitteeCoverage, Gap, HeldMeeting
from medsearch.rendering.timeline import PAUSE, Scale, meeting_lines

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2049, 12, 31)).map(dt.date.isoformat)


def covered(name: str | None, *days: str | None, gaps: tuple[Gap, ...] = ()) -> CommitteeCoverage:
    dated = sorted(day for day in days if day)
    held = tuple(HeldMeeting(day, 5) for day in (*dated, *(None for day in days if day is None)))
    first, last = (dated[0], dated[-1]) if dated else (None, None)
    return CommitteeCoverage(name, 5 * len(days), len(days), first, last, gaps, held)


def drawn(*committees: CommitteeCoverage, width: int = 80) -> list[Text]:
    return list(meeting_lines(committees, Console(file=io.StringIO(), width=width)))


def plain(*committees: CommitteeCoverage, width: int = 80) -> list[str]:
    return [line.plain.rstrip() for line in drawn(*committees, width=width)]


def test_marks_stand_in_their_month_below_their_year() -> None:
    lines = plain(covered("HovedMED", "2024-01-10", "2024-03-01", "2024-03-20", "2025-02-01"))
    assert lines == [
        "Meetings  2024         2025",
        "HovedMED  ▪·■········· ·▪",
        "▪ a meeting, ■ several, · none; a column is a month.",
    ]


def test_line_begins_with_the_first_meeting_and_ends_with_the_last() -> None:
    _, early, late, _ = plain(covered("Tidlig", "2020-01-10", "2020-02-10"), covered("Sen", "2024-11-10", "2024-12-10"))
    assert early == "Tidlig    ▪▪"
    assert late.split() == ["Sen", "▪▪"]


@pytest.mark.parametrize(
    ("last", "column"),
    [("2025-12-01", "a month"), ("2035-12-01", "a quarter"), ("2043-12-01", "half a year"), ("2070-12-01", "a year")],
)
def test_columns_are_as_fine_as_the_width_allows(last: str, column: str) -> None:
    lines = plain(covered("HovedMED", "2022-01-01", last))
    assert lines[-1].endswith(f"a column is {column}.")
    assert max(map(len, lines)) <= 80


def test_long_pause_has_a_colour_of_its_own() -> None:
    [_, line, _] = drawn(covered("MED", "2024-01-10", "2024-12-10", gaps=(Gap("2024-01-10", "2024-12-10"),)))
    assert [line.plain[span.start : span.end] for span in line.spans if span.style == PAUSE] == ["·"] * 10


@pytest.mark.parametrize("committees", [(), (covered("MED", "2024-01-10"),), (covered("MED", None, None),)])
def test_less_than_two_days_make_no_picture(committees: tuple[CommitteeCoverage, ...]) -> None:
    assert drawn(*committees) == []


def test_meetings_without_a_date_or_committee_are_told_of() -> None:
    lines = plain(covered(None, "2024-01-10", "2024-03-01", None))
    assert lines[1].startswith("(no committee found)  ▪·▪")
    assert "Not here: 1 meeting without a date." in " ".join(lines)


def test_what_is_before_the_first_year_that_fits_is_told() -> None:
    lines = plain(covered("MED", "1901-01-10", "1990-03-01", "2024-01-10"), width=60)
    assert "Not here: 1 meeting before 197" in " ".join(lines)
    assert max(map(len, lines)) <= 60


def test_name_of_a_committee_does_no_harm_to_the_terminal() -> None:
    assert "\x1b" not in "".join(plain(covered("MED\x1b[2J", "2024-01-10", "2024-03-01")))


@given(days=st.lists(DAYS, min_size=1), width=st.integers(20, 200))
def test_every_day_has_its_column_and_the_latest_always_fits(days: list[str], width: int) -> None:
    scale = Scale.fitting(days, width)
    assert scale.columns <= width
    assert 0 <= scale.column(max(days)) < scale.columns
    assert [scale.column(day) for day in sorted(days)] == sorted(scale.column(day) for day in days)
    assert not any(scale.is_gap(scale.column(day)) for day in days if scale.column(day) >= 0)


@given(days=st.lists(DAYS, min_size=1), width=st.integers(20, 200), stretch=st.integers(1, 4))
def test_numbers_of_years_stand_above_their_columns(days: list[str], width: int, stretch: int) -> None:
    scale = Scale.fitting(days, width)
    ruler = scale.ruler(stretch)
    for number in ruler.split():
        assert ruler.index(number) == scale.column(f"{number}-01") * stretch
