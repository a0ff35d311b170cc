"""Danish dates and clock times: found in running text, and read from what a user typed."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, time
from functools import cache
from typing import NamedTuple

_MONTHS = {
    form: number
    for number, forms in enumerate(
        (
            "januar jan", "februar feb febr", "marts mar", "april apr", "maj", "juni jun",
            "juli jul", "august aug", "september sep sept", "oktober okt", "november nov", "december dec",
        ),
        start=1,
    )
    for form in forms.split()
}  # fmt: skip
# Web pages of some municipalities print `April 3, 2019`.
_ENGLISH_MONTHS = {
    name: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), start=1
    )
}
_ENGLISH_MONTH = "|".join(_ENGLISH_MONTHS)
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_WITH_MONTH_NAME = rf"(?P<day>\d{{1,2}})\s*[.-]?\s*(?P<name>{_MONTH})\.?[\s,-]*{_YEAR}"
_IN_FIGURES = r"(?P<d>\d{1,2})\s?[-./]\s?(?P<m>\d{1,2})\s?[-./]\s?(?P<y>(?:19|20)\d{2}|\d{2})"
_ISO = r"(?P<iso_y>(?:19|20)\d{2})-(?P<iso_m>\d{1,2})-(?P<iso_d>\d{1,2})"
_US_ORDER = rf"(?P<us_name>{_ENGLISH_MONTH}|{_MONTH})\.?\s+(?P<us_day>\d{{1,2}}),\s*(?P<us_year>(?:19|20)\d{{2}})"
_DATE = rf"(?<![\d-])(?<!\d\.)(?:{_ISO}|{_WITH_MONTH_NAME}|{_US_ORDER}|{_IN_FIGURES})(?![\d])"
_MONTH_AND_YEAR = rf"(?P<name>{_MONTH})\.?\s+{_YEAR}"
# Behind a clock time or a label a point will do: `16.30`, `9.30-11.00`.
_CLOCK = r"(?:\bkl(?:okken)?\b\.?\s*|(?<![\d.]))(\d{1,2})[.:](\d{2})(?![\d.])|\bkl(?:okken)?\b\.?\s*(\d{1,2})()(?!\d)"


class FoundDate(NamedTuple):
    """A date in a text, and where it stands there, in characters."""

    day: date
    start: int
    end: int


class NamedDay(NamedTuple):
    """A day, month or year as far as a text or a query names it: `8. oktober` has no year, `oktober 2025` no day."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def keywords(self) -> Iterator[str]:
        """All that it can be asked for by, the most exact last: `2025`, `10`, `2025-10`, `10-08`, `2025-10-08`."""
        year, month = f"{self.year or 0:04}", f"{self.month or 0:02}"
        if self.year:
            yield year
        if self.month:
            yield month
            if self.year:
                yield f"{year}-{month}"
        if self.month and self.day:
            yield f"{month}-{self.day:02}"
            if self.year:
                yield f"{year}-{month}-{self.day:02}"

    def keyword(self) -> str:
        """The most exact of its keywords."""
        return list(self.keywords())[-1]


class Period(NamedTuple):
    """All days from `first` to `last`, both included."""

    first: date
    last: date


def find_dates(text: str) -> Iterator[FoundDate]:
    """Every date in `text` that exists: `12-12-2025`, `8. oktober 2025`, `d.14.12.09`, `2025-12-12`."""
    for match in _compiled(_DATE).finditer(text):
        day = _date_of(match)
        if day is not None:
            yield FoundDate(day, match.start(), match.end())


# A short form stands with a point or a year: Jan and Maj are names too.
_BY_MONTH_NAME = (
    rf"(?<!\w)(?:(?P<day>\d{{1,2}})\s*[.-]?\s*)?(?P<name>{_MONTH})(?![^\W\d])"
    rf"(?:(?P<point>\.)?[\s,-]+{_YEAR}(?!\d)|(?P<end>\.)?)"
)


class FoundDay(NamedTuple):
    """A day or month in a text, and where it stands there, in characters."""

    named: NamedDay
    start: int
    end: int


def find_named_days(text: str) -> Iterator[FoundDay]:
    """Every day and month in `text`, as far as it is named: `8. oktober`, `oktober 2025`, `08-10-2025`."""
    whole = [
        FoundDay(NamedDay(found.day.year, found.day.month, found.day.day), *found[1:]) for found in find_dates(text)
    ]
    yield from whole
    ends = {found.end for found in whole}
    for match in _compiled(_BY_MONTH_NAME).finditer(text):
        named = _named_day(match)
        if named and (named.day or named.year) and match.end() not in ends:
            yield FoundDay(named, match.start(), match.end())


def _named_day(match: re.Match[str]) -> NamedDay | None:
    """The day or month of a match of _BY_MONTH_NAME; None for a day that no such month has."""
    month, year = _MONTHS[match["name"].lower()], int(match["year"]) if match["year"] else None
    day = int(match["day"]) if match["day"] else None
    if day is not None and not 1 <= day <= monthrange(year or 2024, month)[1]:
        return None
    # Jan is a name too.
    is_name = len(match["name"]) < 4 and match["name"].lower() != "maj" and not (year or match["end"])
    if is_name and (match["name"][0].isupper() or not day):
        return None
    return NamedDay(year, month, day)


# As people type them: 12/3, 12/3 2026, 10-2025, oktober 25.
_SHORT_FORMS = (
    r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:[\s-]+(?P<year>(?:19|20)?\d{2}))?"
    r"|(?P<month2>\d{1,2})[/-](?P<year2>(?:19|20)\d{2})"
    rf"|(?P<name>{_MONTH})\.?\s+(?P<year3>\d{{2}})"
)


def _in_figures(match: re.Match[str]) -> NamedDay | None:
    """The day or month of a match of _SHORT_FORMS; None where there is none such."""
    year = match["year"] or match["year2"] or match["year3"]
    month = _MONTHS[match["name"].lower()] if match["name"] else int(match["month"] or match["month2"])
    day = int(match["day"]) if match["day"] else None
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= monthrange(2024, month)[1]):
        return None
    return NamedDay(_four_digits(int(year)) if year else None, month, day)


def names_no_day(text: str) -> bool:
    """Whether `text` is written as a day of a month, but the month has none such: `31. februar 2025`."""
    typed = " ".join(text.split()).strip(".,;:!?")
    match = _compiled(_BY_MONTH_NAME).fullmatch(typed) if any(map(str.isdigit, typed)) else None
    return match is not None and match["day"] is not None and _named_day(match) is None


def parse_named_day(text: str) -> NamedDay | None:
    """The day, month or year that all of `text` names: `8. oktober`, `oktober 2025`, `oktober`, `2025`, `8.10.2025`."""
    typed = " ".join(text.split()).strip(".,;:!?")
    if not any(map(str.isdigit, typed)) and typed.lower() not in _MONTHS:
        return None  # nearly every word: the patterns below take long to compile
    if figures := _compiled(_SHORT_FORMS).fullmatch(typed):
        return _in_figures(figures)
    if match := _compiled(_BY_MONTH_NAME).fullmatch(typed):
        return _named_day(match)
    period = parse_period(typed)
    if period is None:
        return None
    first, last = period
    if first == last:
        return NamedDay(first.year, first.month, first.day)
    return NamedDay(first.year, first.month if first.month == last.month else None)


_HOURS = {word: hour for hour, word in enumerate("et to tre fire fem seks syv otte ni ti elleve tolv".split(), start=1)}
_HOUR_IN_WORDS = rf"\bkl(?:okken)?\b\.?\s*({'|'.join(_HOURS)})\b"


def find_times(text: str) -> list[time]:
    """All clock times in a text that speaks of time, as the value of a label does: `9.30-11.00`, `kl. 12`, `16:30`."""
    found = []
    text = _compiled(_HOUR_IN_WORDS).sub(lambda word: f"kl. {_HOURS[word[1].lower()]}", text)
    for match in _compiled(_CLOCK).finditer(text):
        hour, minute = (match[1], match[2]) if match[1] else (match[3], match[4])
        if int(hour) < 24 and int(minute or 0) < 60:
            found.append(time(int(hour), int(minute or 0)))
    return found


def parse_period(text: str) -> Period | None:
    """The days that a date as typed stands for, or None if it is none or does not exist.

    A year (`2025`), a month (`2025-10`, `oktober 2025`) or a day (`2025-10-08`, `08-10-2025`, `8.10.2025`,
    `8. oktober 2025`).
    """
    typed = " ".join(text.split())
    if re.fullmatch(r"(?:19|20)\d{2}", typed):
        return Period(date(int(typed), 1, 1), date(int(typed), 12, 31))
    if month := re.fullmatch(r"((?:19|20)\d{2})-(\d{1,2})", typed):
        return _month(int(month[1]), int(month[2]))
    if named := _compiled(_MONTH_AND_YEAR).fullmatch(typed):
        return _month(int(named["year"]), _MONTHS[named["name"].lower()])
    match = _compiled(_DATE).fullmatch(typed)
    day = _date_of(match) if match else None
    return Period(day, day) if day else None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when first used: most queries hold no date."""
    return re.compile(pattern, re.IGNORECASE)


def looks_like_date(text: str) -> bool:
    """Whether `text` is written like a date, whether or not there is such a day."""
    typed = " ".join(text.split())
    return _compiled(_DATE).fullmatch(typed) is not None or re.fullmatch(r"\d{4}-\d{1,2}", typed) is not None


def _month(year: int, month: int) -> Period | None:
    if not 1 <= month <= 12:
        return None
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _date_of(match: re.Match[str]) -> date | None:
    if match["iso_y"]:
        year, month, day = match["iso_y"], int(match["iso_m"]), match["iso_d"]
    elif match["us_name"]:
        name = match["us_name"].lower()
        year, month, day = match["us_year"], _MONTHS.get(name) or _ENGLISH_MONTHS[name], match["us_day"]
    elif match["name"]:
        year, month, day = match["year"], _MONTHS[match["name"].lower()], match["day"]
    else:
        year, month, day = match["y"], int(match["m"]), match["d"]
    try:
        return date(_four_digits(int(year)), month, int(day))
    except ValueError:
        return None


def _four_digits(year: int) -> int:
    if year >= 100:
        return year
    return year + (1900 if year >= 70 else 2000)
