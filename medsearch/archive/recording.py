"""The record of a file: what the index keeps about it beside its items."""

import time

from medsearch.archive.comparing import READER, Candidate
from medsearch.archive.reading import Reading
from medsearch.engines.port import FileStatus, SourceRecord
from medsearch.model import Minutes


def record_of(candidate: Candidate, reading: Reading, *, ocr: bool) -> SourceRecord:
    """The record of a file that was read, or that could not be."""
    minutes = reading.minutes
    return _blank(candidate)._replace(
        sha256=reading.sha256,
        seen=reading.began,
        status=FileStatus.FAILED if minutes is None else FileStatus.READ,
        items=len(minutes.items) if minutes else 0,
        numbered=sum(item.number is not None for item in minutes.items) if minutes else 0,
        reason=reading.reason,
        advice=reading.advice,
        warnings=reading.warnings,
        meetings=_meetings(minutes) if minutes else (),
        scanned=reading.scanned,
        ocr=ocr,
    )


def record_of_problem(candidate: Candidate) -> SourceRecord:
    """The record of a file that was found, but is not to be read."""
    file = candidate.found
    status = FileStatus.FAILED if file.failed else FileStatus.SKIPPED
    return _blank(candidate)._replace(status=status, reason=file.problem, advice=file.advice)


def _blank(candidate: Candidate) -> SourceRecord:
    file = candidate.found
    return SourceRecord(
        source=candidate.source,
        path=str(file.path),
        size=file.size,
        modified=file.modified,
        sha256="",
        seen=time.time_ns(),
        reader=READER,
        status=FileStatus.READ,
    )


def _meetings(minutes: Minutes) -> tuple[tuple[str | None, str | None, int], ...]:
    return tuple(
        (meeting.committee, meeting.date.isoformat() if meeting.date else None, len(items))
        for meeting, items in minutes.meetings()
    )
