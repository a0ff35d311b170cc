"""Which committees and meetings an index covers, and where something is missing or there twice."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from medsearch.engines.port import SourceRecord
from medsearch.query.copies import folded_committee

LONGEST_PAUSE = 183
"""Days between two meetings of a committee; after a longer pause minutes may be missing."""


class Gap(NamedTuple):
    """A long pause: the days of the meetings before and after it (2024-05-22)."""

    last: str
    next: str


class HeldMeeting(NamedTuple):
    """A meeting: its day (2025-12-12; None where no date is known) and its items."""

    date: str | None
    items: int


@dataclass(frozen=True, slots=True)
class YearCoverage:
    """A year (2025), and the items and meetings in it; None for those without a date."""

    value: str | None
    items: int
    meetings: int


@dataclass(frozen=True, slots=True)
class CommitteeCoverage:
    """A committee, its items, and the days of its first and last meeting (2025-12-12); None where no date is known."""

    value: str | None  # None: minutes that name no committee
    items: int
    meetings: int  # one that stands in several files counts once
    first: str | None
    last: str | None
    gaps: tuple[Gap, ...] = ()
    held: tuple[HeldMeeting, ...] = ()  # in order, those without a date last


@dataclass(frozen=True, slots=True)
class MeetingCopies:
    """A meeting that stands in several files."""

    committee: str
    date: str
    sources: tuple[str, ...]


class _Copy(NamedTuple):
    """A meeting as a file holds it."""

    source: str
    committee: str | None
    day: str | None
    items: int


def cover_committees(records: Iterable[SourceRecord]) -> list[CommitteeCoverage]:
    """Every committee by its name as written, those with most items first."""
    by_committee: dict[str | None, list[_Copy]] = {}
    for held in _meetings(records):
        by_committee.setdefault(held.committee, []).append(held)
    covered = [_cover(committee, held) for committee, held in by_committee.items()]
    return sorted(covered, key=lambda committee: (-committee.items, committee.value or ""))


def cover_years(committees: Iterable[CommitteeCoverage]) -> list[YearCoverage]:
    """Every year with a meeting, in order; what has no date last."""
    by_year: dict[str | None, list[HeldMeeting]] = {}
    for committee in committees:
        for meeting in committee.held:
            by_year.setdefault(meeting.date[:4] if meeting.date else None, []).append(meeting)
    years = [YearCoverage(year, sum(meeting.items for meeting in held), len(held)) for year, held in by_year.items()]
    return sorted(years, key=lambda year: (year.value is None, year.value or ""))


def find_copies(records: Iterable[SourceRecord]) -> list[MeetingCopies]:
    """The meetings of the same committee and day that several files hold with about as many items, oldest first."""
    by_meeting: dict[tuple[str, str], list[_Copy]] = {}
    for held in _meetings(records):
        if held.committee and held.day:
            by_meeting.setdefault((held.day, folded_committee(held.committee)), []).append(held)
    alike = [_alike(held) for _, held in sorted(by_meeting.items())]
    return [
        MeetingCopies(held[0].committee or "", held[0].day or "", sources)
        for held in alike
        if len(sources := tuple(dict.fromkeys(meeting.source for meeting in held))) > 1
    ]


def _meetings(records: Iterable[SourceRecord]) -> Iterable[_Copy]:
    return (_Copy(record.source, *meeting) for record in records for meeting in record.meetings)


def _cover(committee: str | None, copies: Sequence[_Copy]) -> CommitteeCoverage:
    held = tuple(_held(copies))
    days = [meeting.date for meeting in held if meeting.date]
    return CommitteeCoverage(
        value=committee,
        items=sum(meeting.items for meeting in held),
        meetings=len(held),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        gaps=tuple(_gaps(days)) if committee else (),  # meetings of nobody known are no row
        held=held,
    )


def _held(copies: Sequence[_Copy]) -> Iterator[HeldMeeting]:
    """The meetings, with the items of all their copies; items that several files hold count once."""
    by_day: dict[str, list[_Copy]] = {}
    for copy in copies:
        if copy.day:
            by_day.setdefault(copy.day, []).append(copy)
    for day, of_day in sorted(by_day.items()):
        alike = _alike(of_day)
        others = sum(copy.items for copy in of_day if copy not in alike)
        yield HeldMeeting(day, max(copy.items for copy in alike) + others)
    yield from (HeldMeeting(None, copy.items) for copy in copies if copy.day is None)


def _gaps(days: Sequence[str]) -> Iterator[Gap]:
    """Where one day is too long after the day before."""
    for last, following in pairwise(days):
        if (dt.date.fromisoformat(following) - dt.date.fromisoformat(last)).days > LONGEST_PAUSE:
            yield Gap(last, following)


def _alike(held: Sequence[_Copy]) -> list[_Copy]:
    """Those with at least half as many items as the longest: an extract or an appendix is no copy of the minutes."""
    most = max(meeting.items for meeting in held)
    return [meeting for meeting in held if 2 * meeting.items >= most]
