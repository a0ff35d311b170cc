"""What an index covers, what could not be read, and what to look at."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from medsearch.archive.status import Status
from medsearch.engines.port import FileStatus, SourceRecord
from medsearch.rendering.coverage import committee_lines, pauses, year_lines
from medsearch.rendering.harmless import harmless
from medsearch.rendering.layout import indented, print_lines
from medsearch.rendering.timeline import PAUSE, meeting_lines
from medsearch.rendering.words import QUIET
from medsearch.texts import _, counted, grouped

_MOST = 20  # lines of a list, and committees
_MOST_NAMES = 3  # of files that were left alone for the same reason


class _List(NamedTuple):
    """Files that have something in common."""

    title: str
    style: str
    entries: list[str]


def print_status(status: Status, console: Console, *, whole: bool = False) -> None:
    """Prints what a person must act on, then what is covered, in numbers and pictures, then what else there is to know.

    Lists and committees are cut to the first 20 unless `whole`.
    """
    parts = (
        _about(status, console),
        _listed(_failures(status), console, whole=whole),
        *_pictures(status, console, whole=whole),
        *(_listed(files, console, whole=whole) for files in _to_know(status, whole=whole)),
    )
    filled = [lines for lines in map(list, parts) if lines]
    print_lines([line for lines in filled for line in (*lines, Text())][:-1], console)


def _about(status: Status, console: Console) -> Iterator[Text]:
    yield from _wrapped(_summary(status), console)
    for folder in status.folders:
        named = _("Folder: {path}") if Path(folder).is_dir() else _("Folder: {path} (not there now)")
        yield from _wrapped(named.format(path=folder), console)


def _pictures(status: Status, console: Console, *, whole: bool) -> Iterator[Iterable[Text]]:
    """The committees, the years, and the meetings along time."""
    shown = status.committees if whole else status.committees[:_MOST]
    if not shown:
        return
    rows = list(committee_lines(shown, console))
    if len(shown) < len(status.committees):
        smaller = counted(len(status.committees) - len(shown), "smaller committee", "smaller committees")
        rows.append(Text(_("and {rest}: medsearch status --verbose, or --json").format(rest=smaller), style=QUIET))
    yield rows
    yield meeting_lines(shown, console)
    yield year_lines(status.years, console, whole=whole)


def _failures(status: Status) -> _List:
    return _List(_("Not readable:"), "bold red", [f"{record.source}: {_why(record)}" for record in status.failures])


def _to_know(status: Status, *, whole: bool) -> Iterator[_List]:
    gaps = list(pauses(status.committees, whole=whole))
    yield _List(_("Long pauses between meetings (are minutes missing?):"), f"bold {PAUSE}", gaps)
    looks = [f"{look.source}: {' '.join(look.reasons)}" for look in status.look_at]
    yield _List(_("Read, but to be looked at (medsearch inspect FILE):"), f"bold {PAUSE}", looks)
    yield _List(_("Left alone:"), "bold", list(_left_alone(status.skipped, None if whole else _MOST_NAMES)))
    copies = [f"{copy.committee} · {copy.date}: {', '.join(copy.sources)}" for copy in status.copies]
    yield _List(_("Meetings in several files (a search shows each item once):"), "bold", copies)


def _listed(files: _List, console: Console, *, whole: bool) -> Iterator[Text]:
    shown = files.entries if whole else files.entries[:_MOST]
    if shown:
        yield from _wrapped(files.title, console, files.style)
    for entry in shown:
        yield from _entry(entry, console)
    if len(shown) < len(files.entries):
        told = _("and {number} more: medsearch status --verbose, or --json")
        yield Text(f"  {told.format(number=grouped(len(files.entries) - len(shown)))}")


def _left_alone(skipped: Iterable[SourceRecord], most: int | None) -> Iterator[str]:
    """The files that were left alone, those with the same reason together, most of them first."""
    by_reason: dict[str, list[str]] = {}
    for record in skipped:
        by_reason.setdefault(_why(record), []).append(record.source)
    for reason, sources in sorted(by_reason.items(), key=lambda pair: -len(pair[1])):
        shown = sources[:most]
        names = ", ".join(shown)
        if len(shown) < len(sources):
            names = _("{names} and {number} more").format(names=names, number=grouped(len(sources) - len(shown)))
        yield f"{counted(len(sources), 'file', 'files')}: {reason} {names}"


def _why(record: SourceRecord) -> str:
    return " ".join(filter(None, (record.reason, record.advice)))


def _summary(status: Status) -> str:
    told = _("{items} in {files}, {failed}, {skipped}. Index: {engine}, {size} MB.")
    return told.format(
        items=counted(status.items, "item", "items"),
        files=counted(status.files[FileStatus.READ], "file", "files"),
        failed=counted(len(status.failures), "file not readable", "files not readable"),
        skipped=counted(status.files[FileStatus.SKIPPED], "other file left alone", "other files left alone"),
        engine=status.engine,
        size=grouped(max(1, round(status.bytes / 1024**2))),
    )


def _wrapped(text: str, console: Console, style: str = "") -> Iterator[Text]:
    return indented(Text(harmless(text), style=style), console, console.width, "")


def _entry(text: str, console: Console) -> Iterator[Text]:
    """The lines of an entry of a list, those after the first further in."""
    first, *others = indented(Text(harmless(text)), console, console.width, "    ")
    yield first[2:]
    yield from others
