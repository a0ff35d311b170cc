"""What can be done with an item or with what is listed: follow it, quote it, open its file, export, save."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from medsearch.browser.asking import Asked, Choice
from medsearch.browser.hits import Hits
from medsearch.browser.prompts import LinePrompt, ListPrompt
from medsearch.browser.searching import Searching
from medsearch.browser.taking import clip, export_file, save_search, suggested_file
from medsearch.browser.threads import thread_listing
from medsearch.model import AgendaItem
from medsearch.rendering.citation import citation
from medsearch.texts import _

if TYPE_CHECKING:
    from medsearch.search.threads import Thread


class Deeds(Searching):
    """The actions of the browser that lead out of a list of hits, or take something out of the browser."""

    @property
    def item(self) -> AgendaItem | None:
        """The item pointed at."""
        return self.query_one(Hits).item

    def action_thread(self) -> None:
        """Lists the thread of the item: how the matter went on."""
        if item := self.item:
            title = _("Thread of: {title}").format(title=item.title or item.id)
            self._follow(lambda: self.archive.related(item.id), title)

    def action_case(self) -> None:
        """Lists all items of the item's case number."""
        item = self.item
        if item and item.case_number:
            number = item.case_number.printed
            self._follow(lambda: self.archive.case(number), _("Case {number}").format(number=number))
        elif item:
            self.say(_("This item has no case number. t looks for its thread by its words."))

    def _follow(self, question: "Callable[[], Thread]", title: str) -> None:
        here = self.item.id if self.item else ""

        def show(thread: "Thread") -> None:
            listing = thread_listing(thread, title, here)
            if len(listing.entries) > 1:
                self.show_thread(listing)
            else:
                self.say(_("No other item on this matter was found."))

        self.background.ask("thread", question, show, self.say_error)

    def action_person(self) -> None:
        """Asks for a person of the meeting, and searches for the items of that person."""
        item = self.item
        people = list(dict.fromkeys((*item.meeting.participants, *item.absent))) if item else []
        if not people:
            self.say(_("The minutes name nobody who was at this meeting."))
            return

        def find(person: str | None) -> None:
            if person:
                self.search(Asked(choices=(Choice("person", person),)))
                self.query_one(Hits).focus()

        self.push_screen(ListPrompt(_("All items of which person?"), people), find)

    def action_copy(self) -> None:
        """Copies who dealt with what, when."""
        if item := self.item:
            text = citation(item)
            self.copy_to_clipboard(text)
            self.background.ask("copy", lambda: clip(text), lambda _done: None, self.say_error)
            self.say(_("Copied: {text}").format(text=text))

    def action_open_file(self) -> None:
        """Opens the file of the item, at its page where that can be."""
        if item := self.item:
            self.background.ask("file", lambda: self.archive.open_file(item.id), self.say, self.say_error)

    def action_export(self) -> None:
        """Asks for a file, and writes all that is listed to it."""
        if self.listing.entries:
            self._ask_export(suggested_file(self.listing, self.asked))
        else:
            self.say(_("There is nothing to export."))

    def _ask_export(self, begun: str, problem: str = "") -> None:
        listing, asked = self.listing, self.asked
        question = _("Write {number} items to which file? It may end in .csv .md .json .ndjson .txt")

        def export(name: str | None) -> None:
            if name:
                self.background.ask(
                    "export",
                    lambda: export_file(self.archive, listing, asked, name),
                    self.say,
                    lambda error: self._ask_export(name, f"{error.message} {error.advice}"),
                )

        self.push_screen(LinePrompt(question.format(number=listing.total), begun, problem), export)

    def action_save(self) -> None:
        """Asks for a name, and saves the search under it."""
        if self.is_thread:
            self.say(_("A thread cannot be saved, only a search. Export it with e."))
        else:
            self._ask_save(self.asked.words)

    def _ask_save(self, begun: str, problem: str = "") -> None:
        asked = self.asked

        def save(name: str | None) -> None:
            if name:
                self.background.ask(
                    "save",
                    lambda: save_search(self.archive, asked, name),
                    self.say,
                    lambda error: self._ask_save(name, f"{error.message} {error.advice}"),
                )

        self.push_screen(LinePrompt(_("Save this search under which name?"), begun, problem), save)
