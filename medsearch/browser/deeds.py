"""What can be done with an item or with what is listed: follow it, quote it, open its file, export, save."""

from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App

from medsearch.api import Archive
from medsearch.browser.asking import Asked, Choice
from medsearch.browser.background import Background
from medsearch.browser.hits import Hits
from medsearch.browser.listing import Listing
from medsearch.browser.prompts import LinePrompt, ListPrompt
from medsearch.browser.taking import clip, export_file, save_search, suggested_file
from medsearch.browser.threads import thread_listing
from medsearch.errors import MedsearchError
from medsearch.model import AgendaItem
from medsearch.rendering.citation import citation
from medsearch.texts import _

if TYPE_CHECKING:
    from medsearch.search.threads import Thread


class Deeds(App[None]):
    """The actions of the browser that lead out of a list of hits, or take something out of the browser."""

    archive: Archive
    asked: Asked
    background: Background
    listing: Listing

    @abstractmethod
    def search(self, asked: Asked) -> None:
        """Asks for something else."""

    @abstractmethod
    def show_thread(self, listing: Listing) -> None:
        """Lists the items of a thread."""

    @abstractmethod
    def say(self, text: str) -> None:
        """A line under the search line."""

    @abstractmethod
    def say_error(self, error: MedsearchError) -> None:
        """What went wrong, and what to do now."""

    @property
    def item(self) -> AgendaItem | None:
        """The item pointed at."""
        return self.query_one(Hits).item

    def action_thread(self) -> None:
        """Lists the thread of the item: how the matter went on."""
        if item := self.item:
            title = _("Thread of: {title}").format(title=item.title or item.id)
            self._list_thread(lambda: self.archive.related(item.id), title)

    def action_case(self) -> None:
        """Lists all items of the item's case number."""
        item = self.item
        if item and item.case_number:
            number = item.case_number.printed
            self._list_thread(lambda: self.archive.case(number), _("Case {number}").format(number=number))
        elif item:
            self.say(_("This item has no case number. t looks for its thread by its words."))

    def _list_thread(self, question: "Callable[[], Thread]", title: str) -> None:
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
                self.search_anew(Asked(choices=(Choice("person", person),)))

        self.push_screen(ListPrompt(_("All items of which person?"), people), find)

    @abstractmethod
    def search_anew(self, asked: Asked) -> None:
        """Asks for something else, also in other words than those of the search line."""

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
        if not self.listing.entries:
            self.say(_("There is nothing to export."))
            return
        question = _("Write {number} items to which file? It may end in .csv .md .json .ndjson .txt")
        prompt = LinePrompt(question.format(number=self.listing.total), suggested_file(self.listing, self.asked))
        self.push_screen(prompt, self._export)

    def _export(self, name: str | None) -> None:
        if name:
            path, listing, asked = Path(name).expanduser(), self.listing, self.asked
            self.background.ask(
                "export", lambda: export_file(self.archive, listing, asked, path), self.say, self.say_error
            )

    def action_save(self) -> None:
        """Asks for a name, and saves the search under it."""
        if self.listing.title:
            self.say(_("A thread cannot be saved, only a search. Export it with e."))
            return
        self.push_screen(LinePrompt(_("Save this search under which name?"), self.asked.words), self._save)

    def _save(self, name: str | None) -> None:
        if name:
            asked = self.asked
            self.background.ask("save", lambda: save_search(self.archive, asked, name), self.say, self.say_error)
