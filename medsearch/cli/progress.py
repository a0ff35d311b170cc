"""How far an update is: a bar on a terminal, and with --verbose a line for each file."""

import contextlib
import sys
import time
from collections.abc import Iterator

from medsearch.archive.updating import Progress, Step
from medsearch.cli.console import Talk, talk_console
from medsearch.rendering.harmless import harmless
from medsearch.texts import _, counted, decimal


@contextlib.contextmanager
def shown_progress(talk: Talk) -> Iterator[Progress | None]:
    """What to tell the steps of an update; None where nobody wants to know."""
    if not talk.quiet and sys.stderr.isatty():
        with _bar(verbose=talk.verbose) as show:
            yield show
    elif not talk.quiet and talk.verbose:
        yield lambda step: talk.detail(_line(step)) if step.is_done else None
    else:
        yield None


@contextlib.contextmanager
def _bar(*, verbose: bool) -> Iterator[Progress]:
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar
    from rich.table import Column

    columns = (
        BarColumn(bar_width=12),
        MofNCompleteColumn(),
        TextColumn("{task.fields[speed]}", markup=False),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False, table_column=Column(ratio=1, no_wrap=True)),
    )
    begun = time.monotonic()
    with Bar(*columns, console=talk_console(), transient=True, expand=True) as bar:
        task = bar.add_task("", total=None, speed="", name="")

        def show(step: Step) -> None:
            bar.update(
                task,
                completed=step.done,
                total=step.total,
                speed=_("files, {items}, {speed} files/s,").format(
                    items=counted(step.items, "item", "items"), speed=_speed(step.done, time.monotonic() - begun)
                ),
                name=_("left: {file}").format(file=harmless(step.source.rpartition("/")[2])),
            )
            if verbose and step.is_done:
                bar.console.print(_line(step), markup=False, highlight=False)

        yield show


def _speed(done: int, seconds: float) -> str:
    """Files in a second, to two digits."""
    speed = done / max(seconds, 0.001)
    return f"{speed:.0f}" if speed >= 10 else decimal(speed)


def _line(step: Step) -> str:
    """What came of a file."""
    came = _("read as {kind}").format(kind=step.reader) if step.reader else step.reason
    return harmless(f"{step.source}: {came}")
