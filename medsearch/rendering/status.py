"""What an index covers, what could not be read, and what to look at."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.text import Text

from medsearch.archive.status import Status
from medsearch.engines.port import FileStatus, SourceRecord
from medsearch.rendering.coverage import committee_lines
from medsearch.rendering.harmless import harmless
from medsearch.rendering.layout import indented, print_lines
from medsearch.texts import counted

_MOST = 20  # lines of a list
_MOST_NAMES = 3  # of files that were left alone for the same reason


def print_status(status: Status, console: Console, *, whole: bool = False) -> None:
    """Prints files, items and committees, then lists of files: cut to the first 20 of each unless `whole`."""
    print_lines(_lines(status, console, whole=whole), console)


def _lines(status: Status, console: Console, *, whole: bool) -> Iterator[Text]:
    yield from _wrapped(_summary(status), console)
    for folder in status.folders:
        gone = "" if Path(folder).is_dir() else " (not there now)"
        yield from _wrapped(f"Folder: {folder}{gone}", console)
    if status.committees:
        yield Text()
        yield from committee_lines(status.committees, console, whole=whole)
    for title, style, entries in _lists(status, whole=whole):
        shown = entries if whole else entries[:_MOST]
        if shown:
            yield Text()
            yield from _wrapped(title, console, style)
        for entry in shown:
            yield from _entry(entry, console)
        if len(shown) < len(entries):
            yield Text(f"  and {len(entries) - len(shown)} more: medsearch status --verbose, or --json")


def _lists(status: Status, *, whole: bool) -> Iterator[tuple[str, str, list[str]]]:
    """The lists of files: their title, its style, and what stands in them."""
    yield "Not readable:", "bold red", [f"{record.source}: {_why(record)}" for record in status.failures]
    yield "Left alone:", "bold", list(_left_alone(status.skipped, None if whole else _MOST_NAMES))
    copies = [f"{copy.committee} · {copy.date}: {', '.join(copy.sources)}" for copy in status.copies]
    yield "Meetings in several files (a search shows each item once):", "bold", copies
    looks = [f"{look.source}: {' '.join(look.reasons)}" for look in status.look_at]
    yield "Read, but to be looked at (medsearch inspect FILE):", "bold yellow", looks


def _left_alone(skipped: Iterable[SourceRecord], most: int | None) -> Iterator[str]:
    """The files that were left alone, those with the same reason together, most of them first."""
    by_reason: dict[str, list[str]] = {}
    for record in skipped:
        by_reason.setdefault(_why(record), []).append(record.source)
    for reason, sources in sorted(by_reason.items(), key=lambda pair: -len(pair[1])):
        shown = sources[:most]
        more = f" and {len(sources) - len(shown)} more" if len(shown) < len(sources) else ""
        yield f"{counted(len(sources), 'file', 'files')}: {reason} {', '.join(shown)}{more}"


def _why(record: SourceRecord) -> str:
    return " ".join(filter(None, (record.reason, record.advice)))


def _summary(status: Status) -> str:
    read, skipped = status.files[FileStatus.READ], status.files[FileStatus.SKIPPED]
    return (
        f"{counted(status.items, 'item', 'items')} in {counted(read, 'file', 'files')}, "
        f"{len(status.failures)} not readable, {skipped} other files left alone. "
        f"Index: {status.engine}, {status.bytes / 1024**2:.1f} MB."
    )


def _wrapped(text: str, console: Console, style: str = "") -> Iterator[Text]:
    return indented(Text(harmless(text), style=style), console, console.width, "")


def _entry(text: str, console: Console) -> Iterator[Text]:
    """The lines of an entry of a list, those after the first further in."""
    first, *others = indented(Text(harmless(text)), console, console.width, "    ")
    yield first[2:]
    yield from others
