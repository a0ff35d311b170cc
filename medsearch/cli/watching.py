"""Carries `medsearch index --watch` out: a run as always, then one after each change, told a line at a time."""

from medsearch.archive.updating import Report
from medsearch.archive.watching import Updated
from medsearch.cli.indexing import Run
from medsearch.cli.reporting import say_news, say_report
from medsearch.errors import ExitCode, LockedIndexError
from medsearch.rendering.shapes import report_shape, to_json
from medsearch.texts import _


def keep_in_step(run: Run, *, poll: bool, as_json: bool) -> int:
    """Brings the index in step, and keeps it so until Ctrl-C, which is the normal end.

    With `as_json` each update is a line of JSON on stdout.
    """
    told: set[str] = set()
    first = _first(run)
    if first:
        say_report(first, run.talk)
        told = {record.source for record in first.failures}
        _print_json(first, wanted=as_json)
    folders = ", ".join(map(str, run.folders))
    run.talk.say(_("Watching {folders}. Ctrl-C ends it.").format(folders=folders))
    for news in run.watch(poll=poll):
        say_news(news, told, run.talk)
        if isinstance(news, Updated):
            told = {record.source for record in news.report.failures}
            _print_json(news.report, wanted=as_json)
    return ExitCode.DONE


def _first(run: Run) -> Report | None:
    """The run with which a watch begins; None where somebody else writes to the index: then the watch does it."""
    try:
        return run.update()
    except LockedIndexError:
        if run.wanted.rebuild:
            raise
        return None


def _print_json(report: Report, *, wanted: bool) -> None:
    if wanted:
        print(to_json(report_shape(report), indent=None), flush=True)
