"""Brings an index in step with folders: finds, compares, reads what is new, commits all of it as one change."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from medsearch.archive.comparing import Candidate, Plan, compare
from medsearch.archive.finding import find_files
from medsearch.archive.index_folder import IndexFolder
from medsearch.archive.reading import ReadDocument, Reading, Request
from medsearch.archive.recording import record_of, record_of_problem
from medsearch.archive.workers import reading
from medsearch.documents import read_document
from medsearch.engines.port import Change, FileStatus, SourceRecord
from medsearch.errors import NoOcrError
from medsearch.query import Searchable, make_all_searchable
from medsearch.texts import _


class Step(NamedTuple):
    """How far an update is. Told twice for each file: when its turn comes, and when it is done."""

    source: str
    done: int  # files
    total: int
    items: int  # of the files that are done
    is_done: bool = False
    reader: str | None = None  # which one read it; None where none could
    reason: str | None = None  # why not


Progress = Callable[[Step], None]


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
    notes: list[str] = field(default_factory=list)  # what the user should know besides
    to_read: list[str] = field(default_factory=list)  # of a dry run
    emptied: list[Path] = field(default_factory=list)  # folders with nothing in them now; their items are kept

    @property
    def readable(self) -> int:
        """How many of the files found hold minutes that are in the index now."""
        return self.new + self.changed + self.unchanged


def update(
    index: IndexFolder,
    folders: Sequence[Path],
    progress: Progress | None = None,
    *,
    workers: int | None = None,
    ocr: bool | None = None,
    read: ReadDocument = read_document,
) -> Report:
    """Reads what is new or changed in `folders`, forgets what is gone under them, commits it in one transaction.

    Files are read by as many processes as there are cores, or `workers`. `ocr` says whether scanned pages are read,
    from now on; None leaves it as the index remembers. After an exception (also KeyboardInterrupt) the index holds
    what it held before.
    """
    begun = time.monotonic()
    wanted = index.manifest.ocr if ocr is None else ocr
    without = _missing_ocr() if wanted else None
    if without and ocr:
        raise without
    with_ocr = wanted and not without
    plan = _plan(index, folders, ocr=with_ocr)
    index.cover(folders)
    index.remember_ocr(wanted)
    records: list[SourceRecord] = []
    if not plan.is_empty:
        forgotten = [record.source for record in plan.removed]
        forgotten += [candidate.source for candidate in plan.read if candidate.known]
        with reading(_requests(plan, ocr=with_ocr), workers, read) as results:
            turn = _Turns(plan.read, results, progress, records, ocr=with_ocr)
            # The engine takes the items first: by then the records are complete.
            index.engine.apply(Change(frozenset(forgotten), turn.items(), records))
    report = _report(index, plan, records, begun)
    if without and any(record.scanned for record in records):
        report.notes.append(
            _("Scanned pages were not read this time. {message} {advice}").format(
                message=without.message, advice=without.advice
            )
        )
    return report


def preview(index: IndexFolder | None, folders: Sequence[Path], *, ocr: bool | None = None) -> Report:
    """What `update` would read, without reading it. Changed times count as changed files here."""
    begun = time.monotonic()
    remembered = index is not None and index.manifest.ocr
    plan = _plan(index, folders, ocr=remembered if ocr is None else ocr)
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


def _plan(index: IndexFolder | None, folders: Sequence[Path], *, ocr: bool) -> Plan:
    known = index.engine.sources() if index else ()
    path = index.path if index else None
    return compare((file for folder in folders for file in find_files(folder, path)), known, folders, ocr=ocr)


def _missing_ocr() -> NoOcrError | None:
    """What to say where the program that reads scanned pages is missing."""
    from medsearch.documents.ocr import find_tesseract

    try:
        find_tesseract()
    except NoOcrError as missing:
        return missing
    return None


def _requests(plan: Plan, *, ocr: bool) -> list[Request]:
    return [
        Request(candidate.found.path, candidate.source, candidate.found.size, ocr)
        for candidate in plan.read
        if candidate.found.problem is None
    ]


class _Turns:
    """Hands the items of one file after the other to the engine; the records of the files gather meanwhile."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        results: Iterator[Reading],
        progress: Progress | None,
        records: list[SourceRecord],
        *,
        ocr: bool,
    ) -> None:
        self._candidates = candidates
        self._results = results
        self._progress = progress or (lambda step: None)
        self._records = records
        self._ocr = ocr

    def items(self) -> Iterator[Searchable]:
        """The items of all files, ready to index."""
        step = Step("", 0, len(self._candidates), 0)
        for candidate in self._candidates:
            step = Step(candidate.source, step.done, step.total, step.items)
            self._progress(step)
            result = self._read(candidate)
            found = result.minutes.items if result.minutes else ()
            yield from make_all_searchable(found)
            step = Step(
                step.source, step.done + 1, step.total, step.items + len(found), True, result.reader, result.reason
            )
            self._progress(step)

    def _read(self, candidate: Candidate) -> Reading:
        if candidate.found.problem is not None:
            self._records.append(record_of_problem(candidate))
            return Reading(reason=candidate.found.problem)
        result = next(self._results)
        self._records.append(record_of(candidate, result, ocr=self._ocr))
        return result


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
        emptied=plan.emptied,
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
