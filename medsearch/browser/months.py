"""Hits along time: a bar for each month, or for several where there is no room, to point at and narrow by."""

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from medsearch.search.answers import FacetCount
from medsearch.texts import _, counted

_EIGHTHS = " ▁▂▃▄▅▆▇█"


class Bar(NamedTuple):
    """Months that stand together, `2025-01` to `2025-03`, and their hits."""

    first: str
    last: str
    number: int

    @property
    def period(self) -> str:
        """The months as a choice."""
        return self.first if self.first == self.last else f"{self.first}..{self.last}"


class Months(Widget, can_focus=True):
    """A histogram of hits per month; arrows or the mouse point at bars, Enter or a click narrows to them."""

    BINDINGS: ClassVar = [
        Binding("left", "point(-1)", show=False),
        Binding("right", "point(1)", show=False),
        Binding("shift+left", "stretch(-1)", show=False),
        Binding("shift+right", "stretch(1)", show=False),
        Binding("enter", "choose", show=False),
    ]
    pointed: reactive[int | None] = reactive(None)

    class Chosen(Message):
        """A period is chosen: `2025-03` or `2025-01..2025-03`."""

        def __init__(self, period: str) -> None:
            super().__init__()
            self.period = period

    def __init__(self) -> None:
        super().__init__(id="months")
        self._counts: tuple[FacetCount, ...] = ()
        self._bars: list[Bar] = []
        self._period = ""
        self._pointed_at = ""  # the first month of the bar last pointed at
        self._columns = 1  # that a bar takes
        self._anchor: int | None = None  # where several bars begin that are chosen together

    def show(self, counts: tuple[FacetCount, ...], period: str = "") -> None:
        """Shows how many hits each month has, in order of time; those of `period`, which is narrowed to, stand out."""
        self._counts, self._period = counts, period
        self._lay_out()

    def on_resize(self, _event: events.Resize) -> None:
        """Puts more or fewer months into a bar."""
        self._lay_out()

    def _lay_out(self) -> None:
        self._bars = in_bars(self._counts, max(1, self.size.width))
        self._columns = max(1, min(4, self.size.width // max(1, len(self._bars))))
        here = self._pointed_at
        self.pointed = self._anchor = None
        if self.has_focus and here:
            self.pointed = next((place for place, bar in enumerate(self._bars) if bar.first <= here <= bar.last), None)
            self._move(0)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line of bars, or the last one: the years under them, or what is pointed at."""
        height = self.size.height - 1
        if y == height:
            return self._filled([Segment(self._legend()[: self.size.width], Style(dim=True))])
        most = max((bar.number for bar in self._bars), default=1)
        segments = [
            Segment(self._block(bar.number / most, height - y - 1, height), self._style(place))
            for place, bar in enumerate(self._bars)
        ]
        return self._filled(segments)

    def _filled(self, segments: list[Segment]) -> Strip:
        strip = Strip(segments).crop(0, self.size.width)
        return strip.extend_cell_length(self.size.width).apply_style(self.rich_style)

    def _block(self, share: float, level: int, height: int) -> str:
        """The piece of a bar at a level above the ground; what has a hit is seen."""
        eighths = max(1, round(share * height * 8)) if share else 0
        sign = _EIGHTHS[max(0, min(8, eighths - level * 8))]
        return sign * max(1, self._columns - 1) + " " * (self._columns > 1)

    def _style(self, place: int) -> Style:
        if place in self._chosen_places():
            return Style(color="red", bold=True)
        return Style(color="yellow" if self._is_narrowed_to(self._bars[place]) else "cyan")

    def _is_narrowed_to(self, bar: Bar) -> bool:
        first, _dots, last = self._period.partition("..")
        return bool(first) and bar.first <= (last or first) and bar.last >= first

    def _chosen_places(self) -> range:
        if self.pointed is None:
            return range(0)
        other = self.pointed if self._anchor is None else self._anchor
        return range(min(self.pointed, other), max(self.pointed, other) + 1)

    def _legend(self) -> str:
        if chosen := self._chosen():
            hits = counted(chosen.number, "hit", "hits")
            return _("{period}: {hits} (Enter or click: only these)").format(period=chosen.period, hits=hits)
        line, last = "", ""
        for place, bar in enumerate(self._bars):
            year, column = bar.first[:4], place * self._columns
            # A year is named where it begins, or not at all.
            if year != last and len(line) <= column:
                line = f"{line.ljust(column)}{year} "
            last = year
        return line

    def _chosen(self) -> Bar | None:
        bars = [self._bars[place] for place in self._chosen_places() if place < len(self._bars)]
        return Bar(bars[0].first, bars[-1].last, sum(bar.number for bar in bars)) if bars else None

    def watch_pointed(self) -> None:
        """Shows what is pointed at, and keeps it in mind for when the bars are others."""
        if self.pointed is not None and self.pointed < len(self._bars):
            self._pointed_at = self._bars[self.pointed].first
        self.refresh()

    def action_point(self, by: int) -> None:
        """Points at the next bar, or the one before."""
        self._anchor = None
        self._move(by)

    def action_stretch(self, by: int) -> None:
        """Takes the next bar too, or the one before."""
        self._anchor = self.pointed if self._anchor is None else self._anchor
        self._move(by)

    def _move(self, by: int) -> None:
        """Points `by` bars further, leaving out those without hits; at first at the latest."""
        telling = [place for place, bar in enumerate(self._bars) if bar.number]
        if self.pointed is None or not telling:
            self.pointed = telling[-1] if telling else None
            return
        passed = sum(place < self.pointed for place in telling)
        is_between = self.pointed not in telling and by > 0
        self.pointed = telling[max(0, min(len(telling) - 1, passed + by - is_between))]

    def action_choose(self) -> None:
        """Narrows to what is pointed at, if it has a hit."""
        if (chosen := self._chosen()) and chosen.number:
            self.post_message(self.Chosen(chosen.period))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Points at the bar under the mouse."""
        self._anchor = None
        self.pointed = self._place_of(event)

    def on_leave(self, _event: events.Leave) -> None:
        """The mouse is elsewhere."""
        if not self.has_focus:
            self.pointed = None

    def on_click(self, event: events.Click) -> None:
        """Narrows to the bar under the mouse."""
        self.pointed = self._place_of(event)
        self.action_choose()

    def on_focus(self) -> None:
        """Points at the latest bar."""
        self._move(0)

    def on_blur(self) -> None:
        """Nothing is pointed at any more."""
        self.pointed = self._anchor = None

    def _place_of(self, event: events.MouseEvent) -> int | None:
        offset = event.get_content_offset(self)
        place = offset.x // self._columns if offset else -1
        return place if 0 <= place < len(self._bars) else None


def in_bars(counts: Iterable[FacetCount], most: int) -> list[Bar]:
    """All months from the first to the last with a hit in at most `most` bars, each of as many months as it takes."""
    by_month = {_number(count.value): count.number for count in counts}
    if not by_month:
        return []
    first, last = min(by_month), max(by_month)
    together = -(-(last - first + 1) // most)
    # Bars of several months begin where quarters and years do, as far as they divide these.
    first -= first % together if together in (2, 3, 4, 6, 12) else 0
    return [
        Bar(
            _name(begin),
            _name(min(begin + together - 1, last)),
            sum(by_month.get(m, 0) for m in _months(begin, together)),
        )
        for begin in range(first, last + 1, together)
    ]


def _months(begin: int, together: int) -> range:
    return range(begin, begin + together)


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _name(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"
