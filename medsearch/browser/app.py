"""The browser's one screen: what is typed, chosen and pointed at, and what is shown of it."""

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Input, Static

from medsearch.api import Archive
from medsearch.browser.asking import Asked, Choice
from medsearch.browser.background import Background, Broken, Done
from medsearch.browser.deeds import Deeds
from medsearch.browser.facets import Facets
from medsearch.browser.finding import Counts, Found, count_facets, find_as_typed, find_page
from medsearch.browser.hits import Hits
from medsearch.browser.key_line import KeyLine
from medsearch.browser.keys import bindings
from medsearch.browser.listing import Listing, entry_of
from medsearch.browser.months import Months
from medsearch.browser.prompts import Help
from medsearch.browser.reader import Reader
from medsearch.browser.saying import found_line, instead_line, nothing_lines, welcome_line
from medsearch.errors import MedsearchError
from medsearch.search.reading import MarkedItem
from medsearch.texts import _

_PAUSE = 0.12  # seconds after a key before what is typed so far is searched
_THEMES = {"dark": "textual-dark", "light": "textual-light"}


class _View(NamedTuple):
    """What is shown: a search, or a listing such as a thread; and which entry is pointed at."""

    asked: Asked
    listing: Listing | None
    pointed: int


class Browser(Deeds, App[None]):
    """Search, narrow, read. The archive is asked in a thread of its own, so that typing never waits."""

    CSS_PATH = "browser.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-middle"), (150, "-wide")]  # noqa: RUF012  as Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012

    def __init__(self, archive: Archive, asked: Asked, theme: str = "dark") -> None:
        super().__init__()
        self.title = "medsearch"
        self.archive = archive
        self.asked = asked
        self.listing = Listing("", (), 0)
        self.background = Background(self)
        self.failure: BaseException | None = None
        self._colours = theme
        self._searched = asked  # the words may have got a star
        self._is_thread = False  # whether a thread is listed, not hits
        self._pages = 0  # of hits that are listed
        self._history: list[_View] = []
        self._typing: Timer | None = None

    def compose(self) -> ComposeResult:
        """Search line, facets, hits, the item, months, keys."""
        with Horizontal(id="top"):
            yield Static("›", id="sign")
            yield Input(self.asked.words, id="search", compact=True, placeholder=_("type what you look for"))
            yield Static(id="found")
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
        self.query_one("#search" if not self.asked.words else "#hits").focus()
        self._ask(self.asked, self._show_first)

    def on_unmount(self) -> None:
        """Ends the other thread."""
        self.background.close()

    def on_done(self, message: Done) -> None:
        """Takes an answer from the other thread."""
        message.then(message.result)

    def on_broken(self, message: Broken) -> None:
        """Ends; whoever opened the browser is told why."""
        self.failure = message.error
        self.exit()

    # --- searching

    def on_input_changed(self, event: Input.Changed) -> None:
        """Searches what is typed so far, a moment after the last key."""
        if event.input.id != "search" or event.value == self.asked.words:
            return
        self._stop_typing()
        asked = self.asked._replace(words=event.value)

        def ask() -> None:
            self._stop_typing()
            self._ask(asked, self._show_found, as_typed=True)

        self._typing = self.set_timer(_PAUSE, ask)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Searches what was typed, as it stands, and goes to the hits."""
        if event.input.id == "search":
            self._stop_typing()
            self._ask(self.asked._replace(words=event.value), self._show_found)
            self.query_one(Hits).focus()

    def _stop_typing(self) -> None:
        if self._typing:
            self._typing.stop()
        self._typing = None

    @property
    def is_settled(self) -> bool:
        """Whether all that was asked for is shown."""
        return self._typing is None and self.background.is_idle

    def search(self, asked: Asked) -> None:
        """Asks for something else; Esc comes back to what is shown now."""
        self._remember()
        self._ask(asked, self._show_found)

    def search_anew(self, asked: Asked) -> None:
        """Asks for something else, also in other words than those of the search line."""
        self.search(asked)
        self._put_words(asked.words)

    def _ask(self, asked: Asked, then: Callable[[Found], None], *, as_typed: bool = False) -> None:
        self.asked, self._is_thread = asked, False
        find = find_as_typed if as_typed else find_page
        for kind in ("more", "count", "advice"):
            self.background.forget(kind)
        self.background.ask("find", lambda: find(self.archive, asked), then, self.say_error)

    def _show_first(self, found: Found) -> None:
        self._show_found(found)
        if not found.asked.words:
            self.background.ask(
                "status", self.archive.status, lambda status: self.say(welcome_line(status)), self.say_error
            )

    def _show_found(self, found: Found) -> None:
        answer = found.answer
        self._pages, self._searched = 1, found.asked
        self.say(instead_line(found, self.asked))
        self.show_listing(Listing("", [entry_of(hit) for hit in answer.hits], answer.total))
        if not answer.total:
            self.background.ask(
                "advice", lambda: nothing_lines(self.archive, found.asked), self._show_nothing, self.say_error
            )
        self._ask_counts(found.asked)

    def _ask_counts(self, asked: Asked) -> None:
        wanted = self.background.wanted("count")
        self.background.ask(
            "count", lambda: count_facets(self.archive, asked, wanted), self._show_counts, self.say_error
        )

    def _show_nothing(self, lines: Text) -> None:
        self.query_one("#nothing", Static).update(lines)

    def _show_counts(self, counts: Counts | None) -> None:
        if counts is None:
            return
        self.query_one(Facets).show(counts, self.asked)
        self.query_one(Months).show(counts.get("month", ()), next(iter(self.asked.chosen("month")), ""))

    def on_hits_near_end(self) -> None:
        """Fetches the next page of hits."""
        listed = self.query_one(Hits).entries
        if self._is_thread or len(listed) >= self.listing.total:
            return
        asked, page = self._searched, self._pages + 1
        self.background.ask("more", lambda: find_page(self.archive, asked, page), self._show_more, self.say_error)

    def _show_more(self, found: Found) -> None:
        self._pages += 1
        more = [entry_of(hit) for hit in found.answer.hits]
        self.query_one(Hits).extend_by(more)

    # --- showing

    def show_thread(self, listing: Listing) -> None:
        """Lists the items of a thread instead of hits; Esc comes back."""
        self._remember()
        self._is_thread = True
        self.background.forget("find")
        this = next((place for place, entry in enumerate(listing.entries) if entry.is_this), 0)
        self.show_listing(listing, pointed=this)
        self.query_one(Hits).focus()
        self.screen.remove_class("-reading")

    def show_listing(self, listing: Listing, *, pointed: int = 0) -> None:
        """Lists items, and points at one of them."""
        self.listing = listing
        self.query_one(Hits).show(listing.entries, pointed=pointed)
        self.screen.set_class(not listing.entries, "-none")
        listed = self.query_one("#listed", Static)
        listed.update(Text(listing.title, style="bold", no_wrap=True, overflow="ellipsis"))
        listed.set_class(bool(listing.title), "-there")
        self.query_one("#found", Static).update(found_line(listing, self.asked))
        self.query_one("#nothing", Static).update("")
        if not listing.entries:
            self.query_one(Reader).show(None)

    def on_hits_pointed(self, event: Hits.Pointed) -> None:
        """Reads the item that is pointed at."""
        request = self._searched.request(limit=1)
        self.background.ask("read", lambda: self.archive.read(event.item.id, request), self._show_item, self.say_error)

    def _show_item(self, read: MarkedItem) -> None:
        self.query_one(Reader).show(read)

    def say(self, text: str) -> None:
        """A line under the search line; empty for none."""
        said = self.query_one("#said", Static)
        said.update(Text(text))
        said.set_class(bool(text), "-there")

    def say_error(self, error: MedsearchError) -> None:
        """What went wrong, and what to do now."""
        self.say(f"{error.message} {error.advice}")

    # --- moving

    def action_search(self) -> None:
        """To the search line."""
        self.screen.remove_class("-reading")
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
        if self.query_one(Hits).item:
            self.screen.add_class("-reading")
            self.query_one(Reader).focus()

    def on_hits_chosen(self) -> None:
        """Reads the item pointed at."""
        self.action_open()

    def action_step_back(self) -> None:
        """One step back: from a pane to the hits, from a thread to the search, from a search to the one before."""
        hits = self.query_one(Hits)
        if self.focused is not hits:
            self.screen.remove_class("-reading", "-facets")
            hits.focus()
        elif self._history:
            self._return_to(self._history.pop())

    def _remember(self) -> None:
        listing = self.listing if self._is_thread else None
        self._history.append(_View(self.asked, listing, self.query_one(Hits).highlighted or 0))

    def _return_to(self, view: _View) -> None:
        if view.listing:
            self.asked, self._is_thread = view.asked, True
            self.show_listing(view.listing, pointed=view.pointed)
            return
        self._put_words(view.asked.words)

        def show(found: Found) -> None:
            self._show_found(found)
            hits = self.query_one(Hits)
            hits.highlighted = min(view.pointed, len(hits.entries) - 1) if hits.entries else None

        self._ask(view.asked, show)

    def _put_words(self, words: str) -> None:
        with self.prevent(Input.Changed):
            self.query_one("#search", Input).value = words

    def action_next_match(self) -> None:
        """To the next word found in the item."""
        self._jump(1)

    def action_previous_match(self) -> None:
        """To the word found before it."""
        self._jump(-1)

    def _jump(self, by: int) -> None:
        reader = self.query_one(Reader)
        self.screen.add_class("-reading")
        number, all_of_them = reader.jump(by)
        if all_of_them:
            self.say(_("Word {number} of {all} found in this item.").format(number=number, all=all_of_them))
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
        """The next order."""
        self.search(self.asked.sorted_next())

    def action_light(self) -> None:
        """Light or dark colours."""
        self.theme = _THEMES["light" if self.current_theme.dark else "dark"]

    def action_help(self) -> None:
        """All keys."""
        self.push_screen(Help())
