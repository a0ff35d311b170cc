"""What an update of the index did, and what a watch has to tell."""

from collections.abc import Collection, Sequence
from datetime import datetime

from medsearch.archive.updating import Report
from medsearch.archive.watching import Back, Delayed, Ended, Gone, News, Updated
from medsearch.cli.console import Talk
from medsearch.engines.port import SourceRecord
from medsearch.texts import _, counted, grouped

_MOST_FAILURES = 10


def say_report(report: Report, talk: Talk, *, dry: bool = False) -> None:
    """Says how many files were read, and which could not be."""
    talk.say(_came_of_run(report, dry=dry))
    if not dry:
        items, seconds = (
            counted(report.items, "item", "items"),
            counted(max(1, round(report.seconds)), "second", "seconds"),
        )
        talk.say(_("{items} in the index, after {seconds}.").format(items=items, seconds=seconds))
    for folder in report.emptied:
        told = _(
            "{folder} is empty now; what the index has of it is kept. Connect the disk that the minutes lie on. "
            "If they were deleted, make the index anew from the folders that count: medsearch index --rebuild FOLDER..."
        )
        talk.warn(told.format(folder=folder))
    for note in report.notes:
        talk.warn(note)
    _warn_of_failures(report.failures, talk)


def _came_of_run(report: Report, *, dry: bool) -> str:
    """What a run did, or would do; what did not happen is not told."""
    new, changed = report.new, report.changed
    if dry:
        read = (
            new and counted(new, "new file to read", "new files to read"),
            changed and counted(changed, "changed file to read", "changed files to read"),
        )
    else:
        read = (
            new and counted(new, "new file read", "new files read"),
            changed and counted(changed, "changed file read", "changed files read"),
        )
    told = (
        *read,
        report.unchanged and counted(report.unchanged, "file unchanged", "files unchanged"),
        report.removed and counted(report.removed, "file removed", "files removed"),
        report.failed and counted(report.failed, "file not readable", "files not readable"),
        report.skipped and counted(report.skipped, "other file left alone", "other files left alone"),
    )
    return f"{', '.join(part for part in told if isinstance(part, str)) or _('No files')}."


def say_news(news: News, told: Collection[str], talk: Talk) -> None:
    """Says in a line, with the time of day, what a watch has to tell; no failure of a file in `told`."""
    match news:
        case Updated(report):
            talk.say(_at(_came_of(report)))
            _warn_of_failures([record for record in report.failures if record.source not in told], talk)
        case Delayed(reason):
            talk.warn(_at(_("{reason} Waiting, and trying again.").format(reason=reason)))
        case Gone(folder):
            kept = _("{folder} is not there now, or empty; what the index has of it is kept.").format(folder=folder)
            talk.warn(_at(kept))
        case Back(folder):
            talk.warn(_at(_("{folder} is there again.").format(folder=folder)))
        case Ended(in_step=True):
            talk.say(_at(_("Ended. The index is in step with the files.")))
        case Ended():
            talk.warn(_at(_("Ended. The latest changes are not in the index yet; medsearch index reads them.")))


def _came_of(report: Report) -> str:
    return _("{new} new, {changed} changed, {removed} removed; {items} in the index.").format(
        new=grouped(report.new),
        changed=grouped(report.changed),
        removed=grouped(report.removed),
        items=counted(report.items, "item", "items"),
    )


def _at(text: str) -> str:
    return f"{datetime.now():%H:%M:%S}  {text}"


def _warn_of_failures(failures: Sequence[SourceRecord], talk: Talk) -> None:
    for record in failures[:_MOST_FAILURES]:
        told = _("Not readable: {file}: {reason}").format(file=record.source, reason=record.reason)
        talk.warn(f"{told} {record.advice or ''}".rstrip())
    if len(failures) > _MOST_FAILURES:
        talk.warn(_("{number} more: medsearch status").format(number=grouped(len(failures) - _MOST_FAILURES)))
