"""The searching of the browser: what is typed is asked, what comes is shown, and Esc goes back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text
from textual.app import App
from textual.timer import Timer
from textual.widgets import Input, Static

from medsearch.api import Archive
from medsearch.browser.asking import Asked
from medsearch.browser.background import Background, Broken, Done
from medsearch.browser.facets import Facets
from medsearch.browser.finding import Counts, Found, count_facets, find_as_typed, find_page
from medsearch.browser.hits import Hits
from medsearch.browser.listing import Listing, entry_of
from medsearch.browser.months import Months
from medsearch.browser.reader import Reader
from medsearch.browser.saying import (
    error_lines,
    found_line,
    instead_line,
    narrowed_line,
    nothing_lines,
    welcome_line,
)
from medsearch.errors import MedsearchError

if TYPE_CHECKING:
    from medsearch.archive.status import Status

_PAUSE = 0.12  # seconds after a key before what is typed so far is searched


class View(NamedTuple):
    """What was shown: a search, or a listing such as a thread; and which entry was pointed at."""

    asked: Asked
    listing: Listing | None
    pointed: int


class Searching(App[None]):
    """Asks the archive in a thread of its own, so that typing never waits, and shows what comes."""

    def __init__(self, archive: Archive, asked: Asked) -> None:
        super().__init__()
        self.archive = archive
        self.asked = asked
        self.listing = Listing("", (), 0)
        self.is_thread = False  # whether a thread is listed, not hits
        self.background = Background(self, archive.refresh)
        self.failure: BaseException | None = None
        self._entered = asked  # what Esc comes back to, not what is being typed
        self._searched = asked  # the words may have got a star
        self._pages = 0  # of hits that are listed
        self._history: list[View] = []
        self._typing: Timer | None = None
        self._lasting = ""  # what is said as long as this is listed

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

    @property
    def shown(self) -> Asked:
        """What the hits that are listed were asked for; the words may have got a star."""
        return self._searched

    @property
    def is_settled(self) -> bool:
        """Whether all that was asked for is shown."""
        return self._typing is None and self.background.is_idle

    # --- what is typed

    def on_input_changed(self, event: Input.Changed) -> None:
        """Searches what is typed so far, a moment after the last key."""
        if event.input.id != "search" or event.value == self.asked.words:
            return
        if event.value.startswith("/"):  # the key for the search line, pressed in it
            event.input.value = event.value.lstrip("/")
            return
        self._stop_typing()
        asked = self.asked._replace(words=event.value)

        def ask() -> None:
            self._stop_typing()
            self.ask(asked, as_typed=True)

        self._typing = self.set_timer(_PAUSE, ask)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Searches what was typed, as it stands, and goes to the hits."""
        if event.input.id == "search":
            self._stop_typing()
            self.ask(self.asked._replace(words=event.value))
            self.query_one(Hits).focus()

    def on_input_blurred(self, event: Input.Blurred) -> None:
        """What was typed is what Esc comes back to from now on, and before it to what was asked before."""
        if event.input.id == "search" and self.asked != self._entered:
            self._history.append(View(self._entered, None, 0))
            self._entered = self.asked

    def _stop_typing(self) -> None:
        if self._typing:
            self._typing.stop()
        self._typing = None

    def _put_words(self, words: str) -> None:
        with self.prevent(Input.Changed):
            self.query_one("#search", Input).value = words

    # --- asking

    def search(self, asked: Asked) -> None:
        """Asks for something else; Esc comes back to what is shown now."""
        self.remember()
        self._entered = asked
        self._put_words(asked.words)
        self.screen.remove_class("-reading")
        self.ask(asked)

    def ask(self, asked: Asked, then: Callable[[Found], None] | None = None, *, as_typed: bool = False) -> None:
        """Asks, and shows what comes, or lets `then` show it."""
        self.asked, self.is_thread = asked, False
        find = find_as_typed if as_typed else find_page
        for kind in ("more", "count", "advice", "read", "thread"):
            self.background.forget(kind)
        self.background.ask("find", lambda: find(self.archive, asked), then or self._show_found, self._show_failed)

    def ask_first(self) -> None:
        """Asks for the words of the command line, or for the newest items, with what the index covers."""

        def show(found: Found) -> None:
            self._show_found(found)
            if not found.asked.words:
                self.background.ask("status", self.archive.status, self._welcome, self.say_error)

        self.ask(self.asked, show)

    def _ask_counts(self, asked: Asked) -> None:
        wanted = self.background.wanted("count")
        self.background.ask(
            "count", lambda: count_facets(self.archive, asked, wanted), self._show_counts, self.say_error
        )

    def _ask_advice(self, asked: Asked) -> None:
        self.background.ask("advice", lambda: nothing_lines(self.archive, asked), self._show_nothing, self.say_error)

    def on_hits_near_end(self) -> None:
        """Fetches the next page of hits."""
        if self.is_thread or len(self.query_one(Hits).entries) >= self.listing.total:
            return
        asked, page = self._searched, self._pages + 1
        self.background.ask("more", lambda: find_page(self.archive, asked, page), self._show_more, self.say_error)

    def on_hits_pointed(self, event: Hits.Pointed) -> None:
        """Reads the item that is pointed at."""
        request = self._searched.request(limit=1)
        self.say(self._lasting)
        self.background.ask(
            "read", lambda: self.archive.read(event.item.id, request), self.query_one(Reader).show, self.say_error
        )

    # --- showing

    def _show_found(self, found: Found) -> None:
        self._pages, self._searched = 1, found.asked
        self._lasting = instead_line(found, self.asked)
        self.say(self._lasting)
        answer = found.answer
        self.show_listing(Listing("", [entry_of(hit) for hit in answer.hits], answer.total))
        if not answer.total:
            asked = found.asked
            self.background.ask(
                "advice", lambda: nothing_lines(self.archive, asked), self._show_nothing, self.say_error
            )
        self._ask_counts(found.asked)

    def _show_failed(self, error: MedsearchError) -> None:
        """What was asked cannot be read: nothing else stands there but why, and what to do."""
        self._lasting = ""
        self.say("")
        self.show_listing(Listing("", (), 0))
        self._show_nothing(error_lines(error))
        self._show_counts({})

    def _show_nothing(self, lines: Text) -> None:
        self.query_one("#nothing", Static).update(lines)

    def _show_counts(self, counts: Counts | None) -> None:
        if counts is not None:
            self.query_one(Facets).show(counts, self.asked)
            self.query_one(Months).show(counts.get("month", ()), next(iter(self.asked.chosen("month")), ""))

    def _show_more(self, found: Found) -> None:
        self._pages += 1
        more = [entry_of(hit) for hit in found.answer.hits]
        self.query_one(Hits).extend_by(more)

    def _welcome(self, status: "Status") -> None:
        self._lasting = welcome_line(status)
        self.say(self._lasting)

    def show_thread(self, listing: Listing) -> None:
        """Lists the items of a thread instead of hits; Esc comes back."""
        self.remember()
        self._list_thread(listing, next((place for place, entry in enumerate(listing.entries) if entry.is_this), 0))
        self.query_one(Hits).focus()

    def _list_thread(self, listing: Listing, pointed: int) -> None:
        self.is_thread, self._lasting = True, ""
        self.background.forget("find")
        self.say("")
        self.show_listing(listing, pointed=pointed)
        self.screen.remove_class("-reading")

    def show_listing(self, listing: Listing, *, pointed: int = 0) -> None:
        """Lists items, and points at one of them."""
        self.listing = listing
        self.query_one(Hits).show(listing.entries, pointed=pointed)
        self._keep_focus_in_sight(is_empty=not listing.entries)
        self.screen.set_class(not listing.entries, "-none")
        self.screen.set_class(self.is_thread, "-thread")
        self._show_line("listed", Text(listing.title, style="bold", no_wrap=True, overflow="ellipsis"))
        self._show_line("narrowed", narrowed_line(self.asked))
        self.query_one("#found", Static).update(found_line(listing, self.asked))
        self._show_nothing(Text())
        if not listing.entries:
            self.query_one(Reader).show(None)

    def _keep_focus_in_sight(self, *, is_empty: bool) -> None:
        """Where there is no list, keys go to no pane; where there is one again, to it."""
        if is_empty and isinstance(self.focused, Hits | Reader):
            self.screen.set_focus(None)
        elif not is_empty and self.focused is None:
            self.call_after_refresh(self.query_one(Hits).focus)

    def _show_line(self, name: str, text: Text) -> None:
        line = self.query_one(f"#{name}", Static)
        line.update(text)
        line.set_class(bool(text.plain), "-there")

    def say(self, text: str) -> None:
        """A line under the search line; empty for none."""
        self._show_line("said", Text(text))

    def say_error(self, error: MedsearchError) -> None:
        """What went wrong, and what to do now."""
        self.say(f"{error.message} {error.advice}")

    # --- going back

    def remember(self) -> None:
        """Notes what is shown, for Esc."""
        listing = self.listing if self.is_thread else None
        self._history.append(View(self.asked, listing, self.query_one(Hits).highlighted or 0))

    def go_back(self) -> None:
        """Shows what was shown before, if there is such a thing."""
        if self._history:
            self._return_to(self._history.pop())

    def _return_to(self, view: View) -> None:
        self._entered = view.asked
        self._put_words(view.asked.words)
        if view.listing:
            self.asked = view.asked
            self._list_thread(view.listing, view.pointed)
            self._ask_counts(view.asked)
            return

        def show(found: Found) -> None:
            self._show_found(found)
            self.query_one(Hits).point_at(view.pointed)

        self.ask(view.asked, show)
