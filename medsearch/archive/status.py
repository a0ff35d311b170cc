"""What an index covers, what could not be read, and what a person should look at."""

from collections import Counter
from dataclasses import dataclass

from medsearch.archive.coverage import (
    CommitteeCoverage,
    MeetingCopies,
    YearCoverage,
    cover_committees,
    cover_years,
    find_copies,
)
from medsearch.archive.index_folder import IndexFolder
from medsearch.engines.port import FileStatus, SourceRecord
from medsearch.texts import _, later

_ONE_ITEM = later("It gave only one item.")
_NO_NUMBER = later("None of its items has a number.")
_NO_ITEM = later("It gave no item.")


@dataclass(frozen=True, slots=True)
class LookAt:
    """A file that was read, and why it should be looked at."""

    source: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """What an index holds."""

    engine: str
    items: int
    bytes: int
    files: dict[FileStatus, int]
    committees: tuple[CommitteeCoverage, ...]
    failures: tuple[SourceRecord, ...]
    skipped: tuple[SourceRecord, ...]
    warned: tuple[SourceRecord, ...]  # read, but with something that was not understood
    look_at: tuple[LookAt, ...]
    copies: tuple[MeetingCopies, ...]
    folders: tuple[str, ...]
    years: tuple[YearCoverage, ...] = ()


def read_status(index: IndexFolder) -> Status:
    """What the index covers, from the records that are committed with the items."""
    records = sorted(index.engine.sources(), key=lambda record: record.source)
    description = index.engine.describe()
    counts = Counter(record.status for record in records)
    committees = tuple(cover_committees(records))
    looked_at = (LookAt(record.source, tuple(_reasons(record))) for record in records)
    return Status(
        engine=description.engine,
        items=description.items,
        bytes=description.bytes,
        files={status: counts[status] for status in FileStatus},
        committees=committees,
        failures=tuple(record for record in records if record.status is FileStatus.FAILED),
        skipped=tuple(record for record in records if record.status is FileStatus.SKIPPED),
        warned=tuple(record for record in records if record.warnings),
        look_at=tuple(look for look in looked_at if look.reasons),
        copies=tuple(find_copies(records)),
        folders=index.manifest.folders,
        years=tuple(cover_years(committees)),
    )


def _reasons(record: SourceRecord) -> list[str]:
    """Why a file that was read should be looked at: its warnings, and what the number of its items tells."""
    if record.status is not FileStatus.READ:
        return []
    reasons = list(record.warnings)
    if record.items == 0:
        reasons.append(_(_NO_ITEM))
    elif record.items == 1:
        reasons.append(_(_ONE_ITEM))
    elif not record.numbered:
        reasons.append(_(_NO_NUMBER))
    return reasons
