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


@dataclass(frozen=True, slots=True)
class CommitteeCoverage:
    """A committee, its items, and the days of its first and last meeting (2025-12-12); None where no date is known."""

    value: str | None  # None: minutes that name no committee
    items: int
    meetings: int  # one that stands in several files counts once
    first: str | None
    last: str | None
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingCopies:
    """A meeting that stands in several files."""

    committee: str
    date: str
    sources: tuple[str, ...]


class _Held(NamedTuple):
    """A meeting as a file holds it."""

    source: str
    committee: str | None
    day: str | None
    items: int


def cover_committees(records: Iterable[SourceRecord]) -> list[CommitteeCoverage]:
    """Every committee by its name as written, those with most items first."""
    by_committee: dict[str | None, list[_Held]] = {}
    for held in _meetings(records):
        by_committee.setdefault(held.committee, []).append(held)
    covered = [_cover(committee, held) for committee, held in by_committee.items()]
    return sorted(covered, key=lambda committee: (-committee.items, committee.value or ""))


def find_copies(records: Iterable[SourceRecord]) -> list[MeetingCopies]:
    """The meetings of the same committee and day that several files hold with about as many items, oldest first."""
    by_meeting: dict[tuple[str, str], list[_Held]] = {}
    for held in _meetings(records):
        if held.committee and held.day:
            by_meeting.setdefault((held.day, folded_committee(held.committee)), []).append(held)
    alike = [_alike(held) for _, held in sorted(by_meeting.items())]
    return [
        MeetingCopies(held[0].committee or "", held[0].day or "", sources)
        for held in alike
        if len(sources := tuple(dict.fromkeys(meeting.source for meeting in held))) > 1
    ]


def _meetings(records: Iterable[SourceRecord]) -> Iterable[_Held]:
    return (_Held(record.source, *meeting) for record in records for meeting in record.meetings)


def _cover(committee: str | None, held: Sequence[_Held]) -> CommitteeCoverage:
    days = sorted({meeting.day for meeting in held if meeting.day})
    return CommitteeCoverage(
        value=committee,
        items=_count_once(held),
        meetings=len(days) + sum(meeting.day is None for meeting in held),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        gaps=tuple(_gaps(days)) if committee else (),  # meetings of nobody known are no row
    )


def _count_once(held: Sequence[_Held]) -> int:
    """The items of all meetings; those of a meeting that stands in several files count once."""
    by_day: dict[str | None, list[_Held]] = {}
    for meeting in held:
        by_day.setdefault(meeting.day, []).append(meeting)
    count = sum(meeting.items for meeting in by_day.pop(None, []))
    for meetings in by_day.values():
        alike = _alike(meetings)
        count += max(meeting.items for meeting in alike)
        count += sum(meeting.items for meeting in meetings if meeting not in alike)
    return count


def _gaps(days: Sequence[str]) -> Iterator[Gap]:
    """Where one day is too long after the day before."""
    for last, following in pairwise(days):
        if (dt.date.fromisoformat(following) - dt.date.fromisoformat(last)).days > LONGEST_PAUSE:
            yield Gap(last, following)


def _alike(held: Sequence[_Held]) -> list[_Held]:
    """Those with at least half as many items as the longest: an extract or an appendix is no copy of the minutes."""
    most = max(meeting.items for meeting in held)
    return [meeting for meeting in held if 2 * meeting.items >= most]
