"""medsearch index: reads folders of minutes into an index."""

from pathlib import Path
from typing import Annotated

import typer

from medsearch.cli.options import IndexOption, JsonOption, QuietOption, VerboseOption
from medsearch.errors import ExitCode


def index(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FOLDER...", help="Folders of minutes; all share the index.", readable=False),
    ] = None,
    index: IndexOption = None,
    rebuild: Annotated[
        bool,
        typer.Option("--rebuild", help="Make the index anew, from these folders or from those it covers."),
    ] = False,
    engine: Annotated[
        str | None, typer.Option("--engine", metavar="NAME", help="For a new index: what holds it (whoosh).")
    ] = None,
    ocr: Annotated[
        bool | None,
        typer.Option("--ocr/--no-ocr", help="Read scanned pages too (needs Tesseract); the index remembers it."),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option("--workers", metavar="N", min=1, help="How many files are read at once: else one for each core."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be read.")] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Stay, and read files as they come, change and go; Ctrl-C ends it.")
    ] = False,
    poll: Annotated[
        bool, typer.Option("--poll", help="With --watch: look again and again, as network drives need it.")
    ] = False,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Read folders of minutes, or re-read what changed in them."""
    from medsearch.cli.console import Talk
    from medsearch.cli.indexing import Run, Wanted, check_watch
    from medsearch.cli.reporting import say_report

    check_watch(watch=watch, poll=poll, dry_run=dry_run)
    talk = Talk(quiet=quiet or as_json, verbose=verbose)
    run = Run.of(folders or [], index, Wanted(rebuild, engine, workers, ocr), talk)
    if watch:
        from medsearch.cli.watching import keep_in_step

        return keep_in_step(run, poll=poll, as_json=as_json)
    report = run.preview() if dry_run else run.update()
    say_report(report, talk, dry=dry_run)
    if as_json:
        from medsearch.rendering.shapes import report_shape, to_json

        typer.echo(to_json(report_shape(report), indent=None))
    is_whole = not report.failed and not report.emptied and (report.readable or report.removed)
    return ExitCode.DONE if is_whole else ExitCode.UNREADABLE
