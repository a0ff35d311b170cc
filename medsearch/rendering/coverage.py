"""The committees and years that an index covers, as tables with bars, and the long pauses of committees."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from medsearch.archive.coverage import CommitteeCoverage, YearCoverage
from medsearch.rendering.bars import BAR, bar, signs_of
from medsearch.rendering.harmless import harmless
from medsearch.rendering.words import QUIET
from medsearch.texts import _, counted, grouped

_WIDE = 80  # columns from which days are shown; below, years
_NARROWEST_NAME, _NARROWEST_BAR, _WIDEST_BAR = 12, 6, 40
_NUMBER, _DAY, _GAP = 6, 10, 2
_MOST_GAPS = 3  # of a committee
_MOST_YEARS = 20
_LONGEST = 60  # years in a row, of which those without a meeting are shown too


class _Widths(NamedTuple):
    """The columns that each column of a table takes."""

    name: int
    items: int
    bar: int
    meetings: int
    day: int = 0


def committee_lines(committees: Sequence[CommitteeCoverage], console: Console) -> Iterator[Text]:
    """A row for each committee."""
    names = [harmless(committee.value or _("(no committee found)")) for committee in committees]
    widths = _widths(
        names, console.width, day=_DAY if console.width >= _WIDE else max(map(cell_len, (_("First"), _("Last"))))
    )
    most = max(committee.items for committee in committees)
    heads = _("Committee"), _("Items"), "", _("Meetings"), _("First"), _("Last")
    yield Text(_cells(heads, widths), style="bold")
    for name, committee in zip(names, committees, strict=True):
        yield from _row(name, committee, committee.items / max(1, most), widths, console)


def pauses(committees: Sequence[CommitteeCoverage], *, whole: bool) -> Iterator[str]:
    """The long pauses of each committee that made some; the latest ones unless `whole`."""
    for committee in committees:
        shown = committee.gaps if whole else committee.gaps[-_MOST_GAPS:]
        told = [_("{last} to {next}").format(last=gap.last, next=gap.next) for gap in shown]
        if len(shown) < len(committee.gaps):
            earlier = counted(len(committee.gaps) - len(shown), "earlier pause", "earlier pauses")
            told.append(earlier)
        if told:
            yield f"{committee.value}: {', '.join(told)}"


def year_lines(years: Sequence[YearCoverage], console: Console, *, whole: bool) -> Iterator[Text]:
    """A row for each year, also for those between without a meeting; nothing where there are not two to compare."""
    rows = list(_without_holes(years))
    if len(rows) < 2:
        return
    shown = rows if whole else rows[-_MOST_YEARS:]
    names = [year.value or _("no date") for year in shown]
    widths = _widths((_("Year"), *names), console.width, day=0)
    most, signs = max(year.items for year in shown), signs_of(console)
    yield Text(_cells((_("Year"), _("Items"), "", _("Meetings")), widths), style="bold")
    for name, year in zip(names, shown, strict=True):
        drawn = bar(year.items / max(1, most), widths.bar, signs)
        yield _barred((name, grouped(year.items), drawn, grouped(year.meetings)), widths)
    if len(shown) < len(rows):
        earlier = counted(len(rows) - len(shown), "earlier year", "earlier years")
        yield Text(_("and {rest}: medsearch status --verbose, or --json").format(rest=earlier), style=QUIET)


def _without_holes(years: Sequence[YearCoverage]) -> Iterator[YearCoverage]:
    known = {int(year.value): year for year in years if year.value}
    if known and max(known) - min(known) < _LONGEST:
        for year in range(min(known), max(known) + 1):
            yield known.get(year, YearCoverage(str(year), 0, 0))
    else:
        yield from known.values()
    yield from (year for year in years if year.value is None)


def _widths(names: Sequence[str], width: int, day: int) -> _Widths:
    items, meetings = max(_NUMBER, cell_len(_("Items"))), max(_NUMBER, cell_len(_("Meetings")))
    room = width - items - meetings - 2 * day - (5 if day else 3) * _GAP
    name = max(map(cell_len, names))
    if day:
        name = max(_NARROWEST_NAME, min(name, room - _NARROWEST_BAR))
    return _Widths(name, items, min(_WIDEST_BAR, room - name), meetings, day)


def _row(name: str, committee: CommitteeCoverage, share: float, widths: _Widths, console: Console) -> Iterator[Text]:
    first, *others = [line.plain.rstrip() for line in Text(name).wrap(console, widths.name)]
    numbers = grouped(committee.items), bar(share, widths.bar, signs_of(console)), grouped(committee.meetings)
    length = _DAY if widths.day >= _DAY else len("2025")
    days = ((day or "-")[:length] for day in (committee.first, committee.last))
    yield _barred((first, *numbers, *days), widths)
    for line in others:
        yield Text(line)


def _barred(cells: Sequence[str], widths: _Widths) -> Text:
    row = Text(_cells(cells, widths))
    begin = widths.name + widths.items + 2 * _GAP
    row.stylize(BAR, begin, begin + widths.bar)
    return row


def _cells(cells: Sequence[str], widths: _Widths) -> str:
    name, items, drawn, meetings, *days = cells
    numbers = f"{items:>{widths.items}}  {drawn:<{widths.bar}}  {meetings:>{widths.meetings}}"
    return "  ".join(
        (set_cell_size(name, widths.name), numbers, *(set_cell_size(day, widths.day) for day in days))
    ).rstrip()
