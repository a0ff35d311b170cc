"""Dates and times as minutes print them, and periods as people type them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.language.dates import Period, find_dates, find_times, parse_period

_MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()


def _days(text: str) -> list[date]:
    return [found.day for found in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12-12-2025", date(2025, 12, 12)),
        ("d. 05-03-2026", date(2026, 3, 5)),
        ("Fredag d. 12. december 2025 kl. 09:00", date(2025, 12, 12)),
        ("den 8. Oktober 2025", date(2025, 10, 8)),
        ("den 1.maj 2025", date(2025, 5, 1)),
        ("1. MAJ 2025", date(2025, 5, 1)),
        ("15-maj-2002", date(2002, 5, 15)),
        ("Torsdag 10. nov 2016 kl. 10:30", date(2016, 11, 10)),
        ("3. sept. 2024", date(2024, 9, 3)),
        ("8. oktober\n2025", date(2025, 10, 8)),
        ("2025-12-12", date(2025, 12, 12)),
        ("8.10.2025", date(2025, 10, 8)),
        ("8/10-2025", date(2025, 10, 8)),
        ("12. 12. 2025", date(2025, 12, 12)),
        ("den 14.12.09", date(2009, 12, 14)),
        ("27-03-2008 09:00:00", date(2008, 3, 27)),
        ("(29. februar 2024)", date(2024, 2, 29)),
    ],
)
def test_date_is_found_in_every_form_of_minutes(text: str, day: date) -> None:
    assert _days(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31-02-2025",
        "29. februar 2025",
        "32. maj 2025",
        "12-13-2025",
        "81.38.00-P35-4-26",
        "760-2024-3619",
        "12.500.000 kr.",
        "97,1 mio. kr.",
        "kl. 12.15",
        "den 8. oktober",
        "uge 42",
    ],
)
def test_what_is_no_date_or_does_not_exist_is_not_found(text: str) -> None:
    assert _days(text) == []


def test_dates_are_found_where_they_stand() -> None:
    text = "Fra den 8. oktober 2025 til 12-12-2025."
    assert [text[found.start : found.end] for found in find_dates(text)] == ["8. oktober 2025", "12-12-2025"]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_any_day_is_found_in_figures_and_with_its_months_name(day: date) -> None:
    printed = (
        f"{day:%d-%m-%Y}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day}. {_MONTHS[day.month - 1]} {day.year}",
        day.isoformat(),
    )
    assert [_days(form) for form in printed] == [[day]] * 4


@given(st.text() | st.text(alphabet="0123456789-./ majokt"))
def test_any_text_can_be_asked_for_dates_and_times(text: str) -> None:
    assert all(text[found.start : found.end] for found in find_dates(text))
    find_times(text)
    parse_period(text)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("kl. 09:00", time(9)),
        ("kl. 19.00", time(19)),
        ("kl. 13.30", time(13, 30)),
        ("Kl. 9", time(9)),
        ("kl.08:15", time(8, 15)),
        ("kl 8", time(8)),
        ("klokken 14", time(14)),
        ("09:00-11:00", time(9)),
        ("kl. 09.00 - 11.00", time(9)),
        ("Kl.17.30- ?", time(17, 30)),
        ("12-12-2025 18:00:00", time(18)),
    ],
)
def test_time_of_day_is_found(text: str, clock: time) -> None:
    assert find_times(text)[0] == clock


@pytest.mark.parametrize("text", ["", "kl. 25:00", "kl. 12:75", "den 8. oktober 2025", "12-12-2025", "1:2", "klub 7"])
def test_what_is_no_time_of_day_is_none(text: str) -> None:
    assert find_times(text) == []


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        (" 2025 ", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-10", date(2025, 10, 1), date(2025, 10, 31)),
        ("oktober 2025", date(2025, 10, 1), date(2025, 10, 31)),
        ("Okt. 2025", date(2025, 10, 1), date(2025, 10, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("februar 2025", date(2025, 2, 1), date(2025, 2, 28)),
        ("2025-10-08", date(2025, 10, 8), date(2025, 10, 8)),
        ("08-10-2025", date(2025, 10, 8), date(2025, 10, 8)),
        ("8.10.2025", date(2025, 10, 8), date(2025, 10, 8)),
        ("8. oktober 2025", date(2025, 10, 8), date(2025, 10, 8)),
        ("8.  oktober  2025", date(2025, 10, 8), date(2025, 10, 8)),
    ],
)
def test_typed_date_stands_for_all_its_days(typed: str, first: date, last: date) -> None:
    assert parse_period(typed) == Period(first, last)


@pytest.mark.parametrize(
    "typed", ["", "i går", "2025-13", "2025-00", "31-02-2025", "2025-02-30", "20255", "1850", "oktober", "2025 budget"]
)
def test_what_is_no_period_is_none(typed: str) -> None:
    assert parse_period(typed) is None
