"""What an index covers, and what could not be read."""

from collections import Counter
from dataclasses import dataclass

from medsearch.archive.index_folder import IndexFolder
from medsearch.engines.port import FileStatus, SourceRecord


@dataclass(frozen=True, slots=True)
class CommitteeCoverage:
    """A committee, its items, and the days of its first and last meeting (2025-12-12); None where no date is known."""

    value: str | None  # None: minutes that name no committee
    items: int
    meetings: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Status:
    """What an index holds."""

    engine: str
    items: int
    bytes: int
    files: dict[FileStatus, int]
    committees: tuple[CommitteeCoverage, ...]
    failures: tuple[SourceRecord, ...]
    warned: tuple[SourceRecord, ...]  # read, but with something that was not understood
    folders: tuple[str, ...]


def read_status(index: IndexFolder) -> Status:
    """What the index covers, from the records that are committed with the items."""
    records = sorted(index.engine.sources(), key=lambda record: record.source)
    description = index.engine.describe()
    counts = Counter(record.status for record in records)
    return Status(
        engine=description.engine,
        items=description.items,
        bytes=description.bytes,
        files={status: counts[status] for status in FileStatus},
        committees=tuple(_committees(records)),
        failures=tuple(record for record in records if record.status is FileStatus.FAILED),
        warned=tuple(record for record in records if record.warnings),
        folders=index.manifest.folders,
    )


def _committees(records: list[SourceRecord]) -> list[CommitteeCoverage]:
    """Every committee, those with most items first."""
    meetings: dict[str | None, list[tuple[str | None, int]]] = {}
    for record in records:
        for committee, day, items in record.meetings:
            meetings.setdefault(committee, []).append((day, items))
    covered = [
        CommitteeCoverage(
            value=committee,
            items=sum(items for _, items in held),
            meetings=len(held),
            first=min((day for day, _ in held if day), default=None),
            last=max((day for day, _ in held if day), default=None),
        )
        for committee, held in meetings.items()
    ]
    return sorted(covered, key=lambda committee: (-committee.items, committee.value or ""))
