"""The item that is read: its page, as wide as the pane, with the words found marked."""

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static

from medsearch.rendering.item import WIDEST, Page, item_page
from medsearch.search.reading import MarkedItem

_CURRENT = "bold underline black on bright_cyan"  # the word found that one has jumped to
_ABOVE = 3  # lines shown above it


class Reader(VerticalScroll):
    """A page that scrolls; n and N go from word found to word found."""

    BINDINGS: ClassVar = [
        Binding("space", "page_down", show=False),
        Binding("b", "page_up", show=False),
    ]

    class Jumped(Message):
        """One has come to a word found: its number, and how many there are; 0 of 0 for none."""

        def __init__(self, number: int, of: int) -> None:
            super().__init__()
            self.number = number
            self.of = of

    def __init__(self) -> None:
        super().__init__(Static(id="page"), id="reader")
        self._wanted = 0  # a jump that waits until there is a page
        self.read: MarkedItem | None = None
        self._page = Page([], [])
        self._current: int | None = None

    def show(self, read: MarkedItem | None) -> None:
        """Shows an item from its beginning; None: nothing."""
        self.read, self._current, self._wanted = read, None, 0
        self._lay_out()
        self.scroll_home(animate=False)

    def on_resize(self, _event: events.Resize) -> None:
        """Breaks the lines anew."""
        self._lay_out()
        if self._wanted and self._page.lines:
            self.jump(self._wanted)

    def jump(self, by: int) -> None:
        """Goes to the next word found (`by` 1) or the one before (-1), round and round; tells by `Jumped`."""
        self._wanted = by if self.read and not self._page.lines else 0  # a pane that was folded has no page yet
        if self._wanted:
            return
        places = self._page.places
        if not places:
            self.post_message(self.Jumped(0, 0))
            return
        if self._current is None:
            self._current = self._first_in_sight() if by > 0 else len(places) - 1
        else:
            self._current = (self._current + by) % len(places)
        self._draw()
        self.scroll_to(y=max(0, places[self._current].line - _ABOVE), animate=False)
        self.post_message(self.Jumped(self._current + 1, len(places)))

    def _first_in_sight(self) -> int:
        top = self.scroll_offset.y
        return next((number for number, place in enumerate(self._page.places) if place.line >= top), 0)

    def _lay_out(self) -> None:
        width = min(self.scrollable_content_region.width, WIDEST)
        self._page = item_page(self.read, self.app.console, width) if self.read and width else Page([], [])
        if self._current is not None and self._current >= len(self._page.places):
            self._current = None
        self._draw()

    def _draw(self) -> None:
        lines = list(self._page.lines)
        if self._current is not None:
            place = self._page.places[self._current]
            lines[place.line] = lines[place.line].copy()
            lines[place.line].stylize(_CURRENT, place.start, place.end)
        self.query_one("#page", Static).update(Text("\n").join(lines))
