"""Brings an index in step with folders: finds, compares, reads what is new, commits all of it as one change."""

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from medsearch.archive.comparing import READER, Candidate, Plan, compare
from medsearch.archive.finding import find_files
from medsearch.archive.index_folder import IndexFolder
from medsearch.documents import read_document
from medsearch.documents.reading import read_bytes
from medsearch.engines.port import Change, FileStatus, SourceRecord
from medsearch.errors import UnreadableError
from medsearch.minutes import read_minutes
from medsearch.model import Minutes
from medsearch.query import Searchable, make_searchable

Progress = Callable[[int, int, str], None]
"""Told before each file: how many are done, how many there are, the file's name."""


@dataclass(slots=True)
class Report:
    """What an update did, or would do. Every file found counts once; `items` are all in the index afterwards."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    failed: int = 0
    skipped: int = 0
    items: int = 0
    seconds: float = 0.0
    failures: list[SourceRecord] = field(default_factory=list)
    to_read: list[str] = field(default_factory=list)  # of a dry run

    @property
    def readable(self) -> int:
        """How many of the files found hold minutes that are in the index now."""
        return self.new + self.changed + self.unchanged


def update(index: IndexFolder, folders: Sequence[Path], progress: Progress | None = None) -> Report:
    """Reads what is new or changed in `folders`, forgets what is gone under them, commits it in one transaction.

    After an exception (also KeyboardInterrupt) the index holds what it held before.
    """
    begun = time.monotonic()
    index.cover(folders)
    plan = _plan(index, folders)
    reading = _Reading(plan.read, progress)
    if not plan.is_empty:
        forgotten = [record.source for record in plan.removed]
        forgotten += [candidate.source for candidate in plan.read if candidate.known]
        # The engine takes the items first: by then the records are complete.
        index.engine.apply(Change(frozenset(forgotten), reading.items(), reading.records))
    return _report(index, plan, reading.records, begun)


def preview(index: IndexFolder | None, folders: Sequence[Path]) -> Report:
    """What `update` would read, without reading it. Changed times count as changed files here."""
    begun = time.monotonic()
    plan = _plan(index, folders)
    report = _report(index, plan, [], begun)
    for candidate in plan.read:
        if candidate.found.problem:
            report.failed += candidate.found.failed
            report.skipped += not candidate.found.failed
        else:
            report.changed += candidate.known is not None
            report.new += candidate.known is None
            report.to_read.append(candidate.source)
    return report


def _plan(index: IndexFolder | None, folders: Sequence[Path]) -> Plan:
    known = index.engine.sources() if index else ()
    return compare((file for folder in folders for file in find_files(folder)), known, folders)


class _Reading:
    """Reads files one after the other while the engine takes their items; their records gather meanwhile."""

    def __init__(self, candidates: Sequence[Candidate], progress: Progress | None) -> None:
        self.records: list[SourceRecord] = []
        self._candidates = candidates
        self._progress = progress

    def items(self) -> Iterator[Searchable]:
        """The items of all files, ready to index."""
        for number, candidate in enumerate(self._candidates):
            if self._progress:
                self._progress(number, len(self._candidates), candidate.source)
            record, minutes = _read(candidate)
            self.records.append(record)
            if minutes:
                yield from map(make_searchable, minutes.items)


def _read(candidate: Candidate) -> tuple[SourceRecord, Minutes | None]:
    file = candidate.found
    if file.problem is not None:
        status = FileStatus.FAILED if file.failed else FileStatus.SKIPPED
        return _record(candidate, status=status, reason=file.problem, advice=file.advice), None
    content = b""
    try:
        content = read_bytes(file.path)
        document = read_document(file.path, content)
    except UnreadableError as error:
        failed = _record(candidate, content, status=FileStatus.FAILED, reason=error.message, advice=error.advice)
        return failed, None
    minutes = read_minutes(document.text, candidate.source)
    warnings = (*document.warnings, *minutes.warnings)
    record = _record(candidate, content, items=len(minutes.items), warnings=warnings)
    return record._replace(meetings=_meetings(minutes)), minutes


def _meetings(minutes: Minutes) -> tuple[tuple[str | None, str | None, int], ...]:
    return tuple(
        (meeting.committee, meeting.date.isoformat() if meeting.date else None, len(items))
        for meeting, items in minutes.meetings()
    )


def _record(
    candidate: Candidate,
    content: bytes = b"",
    *,
    status: FileStatus = FileStatus.READ,
    items: int = 0,
    reason: str | None = None,
    advice: str | None = None,
    warnings: tuple[str, ...] = (),
) -> SourceRecord:
    file = candidate.found
    return SourceRecord(
        source=candidate.source,
        path=str(file.path),
        size=file.size,
        modified=file.modified,
        sha256=hashlib.sha256(content).hexdigest() if content else "",
        seen=time.time_ns(),
        reader=READER,
        status=status,
        items=items,
        reason=reason,
        advice=advice,
        warnings=warnings,
    )


def _report(index: IndexFolder | None, plan: Plan, read: Iterable[SourceRecord], begun: float) -> Report:
    known = {candidate.source: candidate.known for candidate in plan.read}
    records = list(read)
    statuses = Counter(record.status for record in (*plan.unchanged, *records))
    report = Report(
        removed=sum(record.status is FileStatus.READ for record in plan.removed),
        failed=statuses[FileStatus.FAILED],
        skipped=statuses[FileStatus.SKIPPED],
        unchanged=sum(record.status is FileStatus.READ for record in plan.unchanged),
        items=index.engine.describe().items if index else 0,
        failures=[record for record in (*plan.unchanged, *records) if record.status is FileStatus.FAILED],
    )
    for record in records:
        if record.status is FileStatus.READ:
            before = known[record.source]
            # A file that could not be read before is new: its items are in the index for the first time.
            before = before if before and before.status is FileStatus.READ else None
            report.new += before is None
            report.unchanged += before is not None and before.sha256 == record.sha256
            report.changed += before is not None and before.sha256 != record.sha256
    report.seconds = round(time.monotonic() - begun, 3)
    return report
