"""The committees that an index covers, as a table with the pauses in it."""

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from medsearch.archive.coverage import CommitteeCoverage
from medsearch.rendering.harmless import harmless
from medsearch.rendering.words import QUIET

_NUMBERS = "  {:>6}  {:>8}  {:<10}  {:<10}"
_NARROWEST = 12  # columns of the names
_MOST_GAPS = 3  # of a committee


def committee_lines(committees: tuple[CommitteeCoverage, ...], console: Console, *, whole: bool) -> Iterator[Text]:
    """A row for each committee, and under it a line for each long pause, or for the latest ones unless `whole`."""
    names = [harmless(committee.value or "(no committee found)") for committee in committees]
    heads = _NUMBERS.format("Items", "Meetings", "First", "Last")
    width = max(_NARROWEST, min(max(map(cell_len, names)), console.width - len(heads)))
    yield Text(f"{set_cell_size('Committee', width)}{heads}".rstrip(), style="bold")
    for name, committee in zip(names, committees, strict=True):
        yield from _row(name, committee, width, console)
        yield from _gaps(committee, None if whole else _MOST_GAPS)


def _row(name: str, committee: CommitteeCoverage, width: int, console: Console) -> Iterator[Text]:
    first, *others = [line.plain.rstrip() for line in Text(name).wrap(console, width)]
    days = committee.first or "-", committee.last or "-"
    numbers = _NUMBERS.format(committee.items, committee.meetings, *days)
    yield Text(f"{set_cell_size(first, width)}{numbers}".rstrip())
    for line in others:
        yield Text(line)


def _gaps(committee: CommitteeCoverage, most: int | None) -> Iterator[Text]:
    shown = committee.gaps if most is None else committee.gaps[-most:]
    for gap in shown:
        yield Text(f"  ! no meeting between {gap.last} and {gap.next}", style="yellow")
    if len(shown) < len(committee.gaps):
        yield Text(f"    and {len(committee.gaps) - len(shown)} earlier pauses", style=QUIET)
