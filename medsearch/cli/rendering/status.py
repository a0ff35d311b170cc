"""What an index covers."""

from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from medsearch.archive.status import Status
from medsearch.cli.console import harmless
from medsearch.cli.rendering.words import counted
from medsearch.engines.port import FileStatus

_MOST_WARNED = 10


def print_status(status: Status, console: Console) -> None:
    """Prints files, items and committees, then what could not be read and what to do about it."""
    read, skipped = status.files[FileStatus.READ], status.files[FileStatus.SKIPPED]
    console.print(
        f"{counted(status.items, 'item', 'items')} in {counted(read, 'file', 'files')}, "
        f"{len(status.failures)} not readable, {skipped} other files left alone. "
        f"Index: {status.engine}, {status.bytes / 1024**2:.1f} MB."
    )
    for folder in status.folders:
        gone = "" if Path(folder).is_dir() else " (not there now)"
        console.print(Text(f"Folder: {harmless(folder)}{gone}"))
    if status.committees:
        console.print()
        console.print(_committees(status))
    if status.failures:
        console.print(Text("\nNot readable:", style="bold red"))
        for record in status.failures:
            console.print(
                Text(f"  {harmless(record.source)}: {harmless(record.reason or '')} {harmless(record.advice or '')}")
            )
    if status.warned:
        console.print(Text("\nRead, but to be looked at (medsearch inspect FILE):", style="bold yellow"))
        for record in status.warned[:_MOST_WARNED]:
            console.print(Text(f"  {harmless(record.source)}: {harmless(record.warnings[0])}"))
        if len(status.warned) > _MOST_WARNED:
            console.print(f"  and {len(status.warned) - _MOST_WARNED} more; all with --json")


def _committees(status: Status) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("Committee", overflow="fold")
    for name in ("Items", "Meetings"):
        table.add_column(name, justify="right")
    for name in ("First", "Last"):
        table.add_column(name)
    for committee in status.committees:
        table.add_row(
            Text(harmless(committee.value or "(no committee found)")),
            str(committee.items),
            str(committee.meetings),
            committee.first or "-",
            committee.last or "-",
        )
    return table
