"""The list of items in the middle: hits as they are found, or the items of a thread."""

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from medsearch.browser.listing import Entry
from medsearch.model import AgendaItem

_NEAR_END = 8  # entries before the end at which more are asked for


class Hits(OptionList):
    """Items in a list; what does not fit is fetched when one comes near its end."""

    class Pointed(Message):
        """Another item is pointed at."""

        def __init__(self, item: AgendaItem) -> None:
            super().__init__()
            self.item = item

    class Chosen(Message):
        """An item is to be read."""

    class NearEnd(Message):
        """More entries may be wanted soon."""

    def __init__(self) -> None:
        super().__init__(id="hits")
        self.entries: list[Entry] = []

    @property
    def item(self) -> AgendaItem | None:
        """The item pointed at."""
        place = self.highlighted
        return self.entries[place].item if place is not None and place < len(self.entries) else None

    def show(self, entries: Sequence[Entry], *, pointed: int = 0) -> None:
        """Lists `entries` and points at one of them."""
        self.entries = list(entries)
        self.set_options(map(self._option, self.entries))
        self.point_at(pointed)
        self.scroll_to_highlight(top=True)

    def point_at(self, place: int) -> None:
        """Points at an entry by its place, or at the last."""
        self.highlighted = min(place, len(self.entries) - 1) if self.entries else None

    def extend_by(self, entries: Sequence[Entry]) -> None:
        """Adds `entries` at the end."""
        self.entries += entries
        self.add_options(map(self._option, entries))

    def _option(self, entry: Entry) -> Option:
        return Option(entry.prompt(self._room()).append("\n"))

    def _room(self) -> int:
        return max(20, self.scrollable_content_region.width or 60)

    def on_resize(self, _event: events.Resize) -> None:
        """Cuts titles and passages to the new width."""
        for place, entry in enumerate(self.entries):
            self.replace_option_prompt_at_index(place, entry.prompt(self._room()).append("\n"))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tells which item is pointed at, and asks for more near the end."""
        event.stop()
        if self.item:
            self.post_message(self.Pointed(self.item))
        if event.option_index >= len(self.entries) - _NEAR_END:
            self.post_message(self.NearEnd())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """An item is to be read."""
        event.stop()
        self.post_message(self.Chosen())
