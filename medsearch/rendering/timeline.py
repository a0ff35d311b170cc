"""Time as columns: years side by side, each cut into months, quarters or halves as the width allows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from medsearch.archive.coverage import CommitteeCoverage
from medsearch.rendering.bars import BAR, Signs, signs_of
from medsearch.rendering.harmless import harmless
from medsearch.rendering.layout import fitted, indented
from medsearch.rendering.words import QUIET
from medsearch.texts import _, counted, later

PAUSE = "magenta"
_CUTS = ((12, 1), (4, 1), (2, 1), (1, 0))  # columns for a year, and between two years
_SPANS = {
    12: later("a column is a month"),
    4: later("a column is a quarter"),
    2: later("a column is half a year"),
    1: later("a column is a year"),
}
_YEAR = 4  # columns of a year's number


class Scale(NamedTuple):
    """Years side by side, in `cut` columns each."""

    first: int
    last: int
    cut: int
    gap: int

    @classmethod
    def fitting(cls, days: Iterable[str], width: int) -> "Scale":
        """The finest scale from the first to the last of `days` in `width` columns; the latest years if it must be."""
        years = [int(day[:4]) for day in days]
        first, last = min(years), max(years)
        for cut, gap in _CUTS:
            if (last - first + 1) * (cut + gap) - gap <= width:
                return cls(first, last, cut, gap)
        return cls(last - width + 1, last, 1, 0)

    @property
    def columns(self) -> int:
        """The columns of all years."""
        return (self.last - self.first + 1) * (self.cut + self.gap) - self.gap

    @property
    def span(self) -> str:
        """What a column is, in words."""
        return _(_SPANS[self.cut])

    def column(self, day: str) -> int:
        """The column of a day or month (2025-03); below zero where it is before the first."""
        year, month = int(day[:4]), int(day[5:7])
        return (year - self.first) * (self.cut + self.gap) + (month - 1) * self.cut // 12

    def is_gap(self, column: int) -> bool:
        """Whether a column is between two years."""
        return column % (self.cut + self.gap) == self.cut

    def ruler(self, stretch: int = 1) -> str:
        """The numbers of the years above their columns, as many as there is room for; each column `stretch` wide."""
        of_year = (self.cut + self.gap) * stretch
        every = next(step for step in (1, 2, 5, 10) if step * of_year > _YEAR)
        line = ""
        for year in range(self.first, self.last + 1, every):
            begin = (year - self.first) * of_year
            if not line or begin + _YEAR <= self.columns * stretch:
                line = line.ljust(begin) + str(year)
        return line


def meeting_lines(committees: Sequence[CommitteeCoverage], console: Console) -> Iterator[Text]:
    """A line for each committee with a mark where it met, from its first to its last meeting; years above, marks below.

    Nothing where there are not two days to compare.
    """
    dated = [committee for committee in committees if committee.first]
    days = {meeting.date for committee in dated for meeting in committee.held if meeting.date}
    if len(days) < 2:
        return
    names = [harmless(committee.value or _("(no committee found)")) for committee in dated]
    label = min(max(map(cell_len, (_("Meetings"), *names))), console.width * 2 // 5)
    scale = Scale.fitting(days, console.width - label - 2)
    signs = signs_of(console)
    yield Text(f"{set_cell_size(_('Meetings'), label)}  {scale.ruler()}", style="bold")
    for name, committee in zip(names, dated, strict=True):
        yield Text(f"{fitted(name, label)}  ").append_text(_line(committee, scale, signs))
    yield from _legend(committees, scale, signs, console)


def _line(committee: CommitteeCoverage, scale: Scale, signs: Signs) -> Text:
    met = Counter(scale.column(meeting.date) for meeting in committee.held if meeting.date)
    first, last = max(0, min(met)), max(met)
    line = Text(" " * first)
    for column in range(first, last + 1):
        if scale.is_gap(column):
            line.append(" ")
        elif met[column]:
            line.append(signs.one if met[column] == 1 else signs.more, BAR)
        else:
            line.append(signs.none, PAUSE if _is_paused(committee, column, scale) else QUIET)
    return line


def _is_paused(committee: CommitteeCoverage, column: int, scale: Scale) -> bool:
    return any(scale.column(gap.last) < column < scale.column(gap.next) for gap in committee.gaps)


def _legend(committees: Sequence[CommitteeCoverage], scale: Scale, signs: Signs, console: Console) -> Iterator[Text]:
    told = [_("{one} a meeting, {more} several, {none} none; {span}.").format(**_drawn(signs), span=scale.span)]
    meetings = [meeting.date for committee in committees for meeting in committee.held]
    if without := meetings.count(None):
        told.append(_("Not here: {meetings} without a date.").format(meetings=counted(without, "meeting", "meetings")))
    if before := sum(scale.column(day) < 0 for day in meetings if day):
        earlier = counted(before, "meeting", "meetings")
        told.append(_("Not here: {meetings} before {year}.").format(meetings=earlier, year=scale.first))
    yield from indented(Text(" ".join(told), style=QUIET), console, console.width, "")


def _drawn(signs: Signs) -> dict[str, str]:
    return {"one": signs.one, "more": signs.more, "none": signs.none}
