"""Dates and times as minutes print them, and periods as people type them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.language.dates import (
    NamedDay,
    Period,
    find_dates,
    find_named_days,
    find_times,
    looks_like_date,
    parse_named_day,
    parse_period,
)

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


@pytest.mark.parametrize(
    ("named", "keywords"),
    [
        (NamedDay(2025, 10, 8), "2025 10 2025-10 10-08 2025-10-08"),
        (NamedDay(2025, 10), "2025 10 2025-10"),
        (NamedDay(None, 10, 8), "10 10-08"),
        (NamedDay(None, 5), "05"),
        (NamedDay(2025), "2025"),
        (NamedDay(), ""),
    ],
)
def test_day_is_asked_for_by_all_that_is_named_of_it(named: NamedDay, keywords: str) -> None:
    assert list(named.keywords()) == keywords.split()


@pytest.mark.parametrize(
    ("named", "keyword"),
    [
        (NamedDay(2025, 10, 8), "2025-10-08"),
        (NamedDay(2025, 10), "2025-10"),
        (NamedDay(None, 10, 8), "10-08"),
        (NamedDay(None, 10), "10"),
        (NamedDay(2025), "2025"),
    ],
)
def test_day_is_asked_for_as_exactly_as_it_is_named(named: NamedDay, keyword: str) -> None:
    assert named.keyword() == keyword


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_day_in_a_text_is_found_by_less_than_all_of_it(day: date) -> None:
    keywords = set(NamedDay(day.year, day.month, day.day).keywords())
    asked = [NamedDay(day.year), NamedDay(day.year, day.month), NamedDay(None, day.month, day.day)]
    assert {named.keyword() for named in asked} <= keywords
    assert day.isoformat() in keywords


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mødet den 8. oktober flyttes.", [(NamedDay(None, 10, 8), "8. oktober")]),
        ("Fra oktober 2025.", [(NamedDay(2025, 10), "oktober 2025")]),
        ("senest 08-10-2025", [(NamedDay(2025, 10, 8), "08-10-2025")]),
        ("den 8.okt. kl. 9", [(NamedDay(None, 10, 8), "8.okt.")]),
        ("8-MAJ", [(NamedDay(None, 5, 8), "8-MAJ")]),
        ("maj, 2025", [(NamedDay(2025, 5), "maj, 2025")]),
        (
            "fra maj 2025 til 3. juni",
            [(NamedDay(2025, 5), "maj 2025"), (NamedDay(None, 6, 3), "3. juni")],
        ),
        ("den 1. jan", [(NamedDay(None, 1, 1), "1. jan")]),
    ],
)
def test_days_and_months_are_found_where_they_stand(text: str, found: list[tuple[NamedDay, str]]) -> None:
    assert [(one.named, text[one.start : one.end]) for one in find_named_days(text)] == found


def test_whole_date_with_the_name_of_its_month_is_found_as_one_day() -> None:
    text = "Mødet den 8. oktober 2025 flyttes."
    found = set(find_named_days(text))
    assert {(one.named, text[one.start : one.end]) for one in found} == {(NamedDay(2025, 10, 8), "8. oktober 2025")}


@pytest.mark.parametrize(
    "text",
    ["", "Jan kom", "i oktober", "maj", "32. maj", "0. maj", "8. majs", "8.majfest", "8 mand", "kl. 8.10", "mar 20255"],
)
def test_what_names_no_day_and_no_month_of_a_year_is_not_found(text: str) -> None:
    assert list(find_named_days(text)) == []


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("8. oktober", NamedDay(None, 10, 8)),
        ("8 oktober", NamedDay(None, 10, 8)),
        ("8.oktober", NamedDay(None, 10, 8)),
        ("8. okt.", NamedDay(None, 10, 8)),
        ("08-okt", NamedDay(None, 10, 8)),
        ("8.  OKTOBER ", NamedDay(None, 10, 8)),
        ("1. jan", NamedDay(None, 1, 1)),
        ("oktober 2025", NamedDay(2025, 10)),
        ("okt. 2025.", NamedDay(2025, 10)),
        ("jan 2025", NamedDay(2025, 1)),
        ("2025-10", NamedDay(2025, 10)),
        ("oktober", NamedDay(None, 10)),
        ("Marts?", NamedDay(None, 3)),
        ("maj", NamedDay(None, 5)),
        ("2025", NamedDay(2025)),
        ("8. oktober 2025", NamedDay(2025, 10, 8)),
        ("8. oktober, 2025", NamedDay(2025, 10, 8)),
        ("8.10.2025", NamedDay(2025, 10, 8)),
        ("08-10-2025", NamedDay(2025, 10, 8)),
        ("8/10-2025", NamedDay(2025, 10, 8)),
        ("2025-10-08", NamedDay(2025, 10, 8)),
    ],
)
def test_typed_day_month_or_year_is_read(typed: str, named: NamedDay) -> None:
    assert parse_named_day(typed) == named


@pytest.mark.parametrize("typed", ["Jan", "jan", "Sep.", "mar", "Jun", "okt"])
def test_short_name_alone_is_no_month(typed: str) -> None:
    assert parse_named_day(typed) is None


@pytest.mark.parametrize(
    "typed",
    ["", "?", "Jan Engmark", "32. maj", "31-02-2025", "2025-13", "kantine", "oktober møde", "8", "1850", "budget 2025"],
)
def test_what_is_more_or_less_than_a_day_is_none(typed: str) -> None:
    assert parse_named_day(typed) is None


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_any_day_is_read_in_figures_and_with_its_months_name(day: date) -> None:
    month = _MONTHS[day.month - 1]
    whole = NamedDay(day.year, day.month, day.day)
    assert parse_named_day(f"{day.day}. {month} {day.year}") == whole
    assert parse_named_day(f"{day:%d-%m-%Y}") == whole
    assert parse_named_day(f"{day.day}. {month}") == NamedDay(None, day.month, day.day)
    assert parse_named_day(f"{month} {day.year}") == NamedDay(day.year, day.month)
    assert parse_named_day(month) == NamedDay(None, day.month)


@given(st.text() | st.text(alphabet="0123456789-./, majoktn"))
def test_any_text_can_be_asked_for_days_and_months(text: str) -> None:
    for found in find_named_days(text):
        assert text[found.start : found.end]
        assert found.named.keyword()
    named = parse_named_day(text)
    assert named is None or named.keyword()


@pytest.mark.parametrize(
    "typed", ["08-10-2025", "31-02-2025", "2025-13", "2025-02-30", "8. oktober 2025", " 8.10.2025 "]
)
def test_what_is_written_like_a_date_looks_like_one(typed: str) -> None:
    assert looks_like_date(typed)


@pytest.mark.parametrize("typed", ["", "2025", "oktober", "8. oktober", "kantine", "97,1 mio."])
def test_what_is_written_otherwise_looks_like_no_date(typed: str) -> None:
    assert not looks_like_date(typed)


@pytest.mark.parametrize(("text", "clock"), [("kl. ni", time(9)), ("klokken tolv", time(12)), ("Kl. Tre", time(3))])
def test_hour_in_words_is_found(text: str, clock: time) -> None:
    assert find_times(text) == [clock]
