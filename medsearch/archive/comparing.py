"""What is new, changed or gone: the files that were found against what the index knows of them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from medsearch.archive.finding import FoundFile
from medsearch.documents import READER_VERSION
from medsearch.documents.reading import LARGEST_FILE
from medsearch.engines.port import FileStatus, SourceRecord
from medsearch.minutes import MINUTES_VERSION

READER = f"{READER_VERSION}.{MINUTES_VERSION}"
"""Files read by another version of the readers are read again."""

# A file written within this time before it was read may have been written again without another time: compare it by
# content the next time. File systems keep times to as little as two seconds (FAT).
_COARSEST_CLOCK = 2_000_000_000  # nanoseconds


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to read, under the name that it has in the index, with what the index knows of it."""

    source: str
    found: FoundFile
    known: SourceRecord | None


@dataclass(slots=True)
class Plan:
    """What an update has to do."""

    read: list[Candidate] = field(default_factory=list)
    unchanged: list[SourceRecord] = field(default_factory=list)
    removed: list[SourceRecord] = field(default_factory=list)
    emptied: list[Path] = field(default_factory=list)  # folders with nothing in them that the index has items of

    @property
    def is_empty(self) -> bool:
        """Whether the index is in step already."""
        return not self.read and not self.removed


def compare(
    found: Iterable[FoundFile], known: Iterable[SourceRecord], folders: Collection[Path], *, ocr: bool = False
) -> Plan:
    """What to do so that an index that knows `known` is in step with `found`, all files under `folders`.

    With `ocr`, files with scanned pages that were read without OCR are read again.
    """
    by_path = {record.path: record for record in known}
    taken = {record.source for record in by_path.values()}
    plan = Plan()
    seen: set[str] = set()
    closed: list[Path] = []
    for file in found:
        path = str(file.path)
        if path in seen:
            continue  # folders given twice, or one inside the other
        seen.add(path)
        if file.failed:
            closed.append(file.path)
        record = by_path.get(path)
        if record is not None and _is_unchanged(file, record) and not (ocr and _lacks_ocr(record)):
            plan.unchanged.append(record)
            continue
        source = record.source if record else _new_name(file, taken)
        taken.add(source)
        plan.read.append(Candidate(source, file, record))
    # A folder with nothing in it at all is more often a disk that is not there than minutes that were deleted.
    bare = [folder for folder in folders if not any(Path(path).is_relative_to(folder) for path in seen)]
    gone = [record for path, record in by_path.items() if path not in seen and _is_below(path, folders)]
    # What lies in a folder that could not be looked into may still be there.
    closed += bare
    plan.emptied = [folder for folder in bare if any(_is_below(record.path, [folder]) for record in gone)]
    plan.unchanged += [record for record in gone if _is_below(record.path, closed)]
    plan.removed = [record for record in gone if not _is_below(record.path, closed)]
    return plan


def _is_below(path: str, folders: Collection[Path]) -> bool:
    return any(Path(path).is_relative_to(folder) for folder in folders)


def _is_unchanged(file: FoundFile, record: SourceRecord) -> bool:
    if file.problem is not None or record.reader != READER:
        return file.problem == record.reason and record.status is not FileStatus.READ
    if record.status is not FileStatus.READ and not record.sha256 and record.size <= LARGEST_FILE:
        return False  # it could not even be opened: try again
    settled = record.modified + _COARSEST_CLOCK < record.seen
    return settled and (file.size, file.modified) == (record.size, record.modified)


def _lacks_ocr(record: SourceRecord) -> bool:
    return bool(record.scanned) and not record.ocr


def _new_name(file: FoundFile, taken: set[str]) -> str:
    """The path within the folder; with as much of the path above as tells it from that of another folder."""
    name = file.path.relative_to(file.folder).as_posix()
    above = file.folder
    while name in taken and above.name:
        name = f"{above.name}/{name}"
        above = above.parent
    return name
