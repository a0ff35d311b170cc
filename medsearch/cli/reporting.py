"""What an update of the index did."""

from medsearch.archive.updating import Report
from medsearch.cli.console import Talk
from medsearch.texts import counted

_MOST_FAILURES = 10


def say_report(report: Report, talk: Talk, *, dry: bool = False) -> None:
    """Says how many files were read, and which could not be."""
    done = "to read" if dry else "read"
    files = "file" if report.new + report.changed == 1 else "files"
    talk.say(
        f"{report.new} new and {report.changed} changed {files} {done}, {report.unchanged} unchanged, "
        f"{report.removed} removed, {report.failed} not readable, {report.skipped} other files left alone."
    )
    if not dry:
        talk.say(f"{counted(report.items, 'item', 'items')} in the index, after {report.seconds:.1f} seconds.")
    for note in report.notes:
        talk.warn(note)
    for record in report.failures[:_MOST_FAILURES]:
        talk.warn(f"Not readable: {record.source}: {record.reason} {record.advice or ''}")
    if len(report.failures) > _MOST_FAILURES:
        talk.warn(f"{len(report.failures) - _MOST_FAILURES} more: medsearch status")
