"""The browser's one screen, and what its keys do."""

import asyncio
import signal
import sys
import threading
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.widgets import Input, Static

from medsearch.api import Archive
from medsearch.browser.asking import Asked, Choice
from medsearch.browser.colours import DARK, LIGHT
from medsearch.browser.deeds import Deeds
from medsearch.browser.facets import Facets
from medsearch.browser.hits import Hits
from medsearch.browser.key_line import KeyLine
from medsearch.browser.keys import bindings
from medsearch.browser.months import Months
from medsearch.browser.prompts import Help
from medsearch.browser.reader import Reader
from medsearch.browser.search_line import SearchLine
from medsearch.texts import _

_THEMES = {"dark": "textual-dark", "light": "textual-light"}


class Browser(Deeds):
    """Search, narrow, read, with keys and mouse."""

    CSS_PATH = "browser.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-middle"), (150, "-wide")]  # noqa: RUF012  as Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012

    def __init__(self, archive: Archive, asked: Asked, theme: str = "dark") -> None:
        super().__init__(archive, asked)
        self.title = "medsearch"
        self.ansi_theme_dark, self.ansi_theme_light = DARK, LIGHT
        self._colours = theme

    def compose(self) -> ComposeResult:
        """Search line, facets, hits, the item, months, keys."""
        with Horizontal(id="top"):
            yield Static("›", id="sign")
            yield SearchLine(self.asked.words)
            yield Static(id="found")
        yield Static(id="narrowed")
        yield Static(id="said")
        with Horizontal(id="panes"):
            yield Facets()
            with Container(id="right"):
                with Vertical(id="list"):
                    yield Static(id="listed")
                    yield Hits()
                    yield Static(id="nothing")
                yield Reader()
        yield Months()
        yield KeyLine()

    def on_mount(self) -> None:
        """Asks for what was typed on the command line, or for the newest items."""
        self.theme = _THEMES[self._colours]
        self._end_with_the_terminal()
        self.query_one("#hits" if self.asked.words else "#search").focus()
        self.ask_first()

    def _end_with_the_terminal(self) -> None:
        """Leaves the terminal as it was also when the process is told to end."""
        if sys.platform != "win32" and threading.current_thread() is threading.main_thread():
            for ending in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(ending, self.exit)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Shows the keys that matter where one is."""
        self.query_one(KeyLine).show_for(event.widget.id or "")

    def action_help_quit(self) -> None:
        """Ctrl-C ends, as everywhere in a terminal."""
        self.exit()

    # --- moving

    def action_search(self) -> None:
        """To the search line."""
        self.screen.remove_class("-reading", "-facets")
        self.query_one("#search", Input).focus()

    def action_down(self) -> None:
        """Down, wherever the keys go."""
        self._move("cursor_down", "scroll_down")

    def action_up(self) -> None:
        """Up, wherever the keys go."""
        self._move("cursor_up", "scroll_up")

    def _move(self, in_list: str, in_text: str) -> None:
        focused = self.focused
        if isinstance(focused, Facets | Hits):
            getattr(focused, f"action_{in_list}")()
        elif isinstance(focused, Reader):
            getattr(focused, f"action_{in_text}")()

    def key_down(self) -> None:
        """From the search line to the hits."""
        if self.focused is self.query_one("#search"):
            self.query_one(Hits).focus()

    def action_open(self) -> None:
        """Reads the item pointed at."""
        if self.item:
            self.screen.add_class("-reading")
            self.query_one(Reader).focus()

    def on_hits_chosen(self) -> None:
        """Reads the item pointed at."""
        self.action_open()

    def action_step_back(self) -> None:
        """One step back: from a pane to the hits, from a thread to the search, from a search to the one before."""
        hits = self.query_one(Hits)
        if self.focused in (hits, None):
            self.go_back()
            return
        self.screen.remove_class("-reading", "-facets")
        self.screen.set_focus(hits if hits.entries else None)

    def action_next_match(self) -> None:
        """To the next word found in the item."""
        self._jump(1)

    def action_previous_match(self) -> None:
        """To the word found before it."""
        self._jump(-1)

    def _jump(self, by: int) -> None:
        if self.item:
            self.screen.add_class("-reading")
            if self.focused is self.query_one(Hits) and self.screen.has_class("-narrow"):
                self.query_one(Reader).focus()
            self.query_one(Reader).jump(by)

    def on_reader_jumped(self, event: Reader.Jumped) -> None:
        """Says which word of how many it is."""
        if event.number:
            self.say(_("Word {number} of {all} found in this item.").format(number=event.number, all=event.of))
        else:
            self.say(_("No word of the search stands in this item."))

    # --- narrowing

    def action_facets(self) -> None:
        """To the facets, or folds them away."""
        facets = self.query_one(Facets)
        if self.focused is facets:
            self.screen.remove_class("-facets")
            self.screen.toggle_class("-folded")
            self.query_one(Hits).focus()
            return
        self.screen.remove_class("-reading", "-folded")
        self.screen.add_class("-facets")
        facets.focus()

    def action_months(self) -> None:
        """To the histogram."""
        self.screen.remove_class("-reading")
        self.query_one(Months).focus()

    def on_facets_toggled(self, event: Facets.Toggled) -> None:
        """Narrows, or widens again."""
        self.search(self.asked.toggled(event.choice))

    def on_months_chosen(self, event: Months.Chosen) -> None:
        """Narrows to some months."""
        self.search(self.asked.toggled(Choice("month", event.period)))

    def action_widen(self) -> None:
        """Takes everything away that narrows."""
        if self.asked.choices:
            self.search(self.asked._replace(choices=()))

    def action_sort(self) -> None:
        """The next order; a thread is turned round."""
        if self.is_thread:
            self.show_listing(self.listing._replace(entries=self.listing.entries[::-1]))
            return
        self.search(self.asked.sorted_next())
        if isinstance(self.focused, Reader):
            self.query_one(Hits).focus()

    def action_light(self) -> None:
        """Light or dark colours."""
        self.theme = _THEMES["light" if self.current_theme.dark else "dark"]

    def action_help(self) -> None:
        """All keys."""
        self.push_screen(Help())
