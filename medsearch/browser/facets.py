"""The facets at the left: values with counts, chosen and taken back by Enter or a click."""

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual import events
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from medsearch.browser.asking import Asked, Choice
from medsearch.browser.choices import shown_choice
from medsearch.browser.finding import Counts
from medsearch.rendering.words import QUIET
from medsearch.search.answers import FacetCount
from medsearch.texts import _, grouped, later

_NAMES = {
    "committee": later("Committee"),
    "year": later("Year"),
    "outcome": later("Outcome"),
    "section": later("Words stand in"),
    "case_number": later("Case number"),
}
_OTHERS = {"person": later("Person"), "month": later("Months")}  # chosen elsewhere, taken back here
_SIGN = 2  # columns before a value
_MOST = 8  # values shown of a facet before it is opened up


class Facets(OptionList):
    """What can be narrowed by, with how many hits each value has."""

    class Toggled(Message):
        """A value is chosen, or taken back."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

    def __init__(self) -> None:
        super().__init__(id="facets")
        self._counts: Counts = {}
        self._asked = Asked()
        self._opened: set[str] = set()
        self._meant: dict[str, Choice | str] = {}  # by the id of an option: a choice, or a facet to open up

    def show(self, counts: Counts, asked: Asked) -> None:
        """Shows `counts`, with what is chosen marked."""
        self._counts, self._asked = counts, asked
        place = self.highlighted_option.id if self.highlighted_option else None
        self._meant.clear()
        self.set_options([*self._choices_from_elsewhere(), *self._all_facets()])
        if place in self._meant:
            self.highlighted = self.get_option_index(str(place))

    def on_focus(self) -> None:
        """Points at the first value."""
        if self.highlighted is None:
            self.action_first()

    def on_resize(self, _event: events.Resize) -> None:
        """Writes the values as wide as the pane."""
        self.show(self._counts, self._asked)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Chooses a value, takes it back, or opens a facet up."""
        event.stop()
        meant = self._meant.get(event.option.id or "")
        if isinstance(meant, Choice):
            self.post_message(self.Toggled(meant))
        elif meant:
            self._opened ^= {meant}
            self.show(self._counts, self._asked)

    def _choices_from_elsewhere(self) -> Iterator[Option]:
        for facet, name in _OTHERS.items():
            for value in self._asked.chosen(facet):
                yield Option(Text(_(name), style="bold"), disabled=True)
                yield self._value(Choice(facet, value), None)

    def _all_facets(self) -> Iterator[Option]:
        for facet, name in _NAMES.items():
            counts = list(self._counts.get(facet, ()))
            if facet == "year":
                counts.reverse()
            counts += [FacetCount(value, 0) for value in self._missing(facet, counts)]
            if counts:
                yield Option(Text(_(name), style="bold"), disabled=True)
                yield from self._values(facet, counts)

    def _missing(self, facet: str, counts: list[FacetCount]) -> Iterator[str]:
        known = {count.value for count in counts}
        return (value for value in self._asked.chosen(facet) if value not in known)

    def _values(self, facet: str, counts: list[FacetCount]) -> Iterator[Option]:
        is_open = facet in self._opened or len(counts) <= _MOST + 1
        chosen = self._asked.chosen(facet)
        for number, count in enumerate(counts):
            if is_open or number < _MOST or count.value in chosen:
                yield self._value(Choice(facet, count.value), count.number)
        if len(counts) > _MOST + 1:
            self._meant[f"more:{facet}"] = facet
            more = _("… fewer") if is_open else _("… {number} more").format(number=len(counts) - _MOST)
            yield Option(Text(f"  {more}", style=QUIET), id=f"more:{facet}")

    def _value(self, choice: Choice, number: int | None) -> Option:
        option_id = f"{choice.facet}:{choice.value}"
        self._meant[option_id] = choice
        is_chosen = choice in self._asked.choices
        count = "" if number is None else grouped(number)
        width = max(10, self.scrollable_content_region.width - _SIGN)
        name = _fitted(shown_choice(choice), width - cell_len(count) - 1)
        sign = "✓ " if is_chosen else "  "
        return Option(Text.assemble(sign, name, " ", (count, "cyan"), style="bold" if is_chosen else ""), id=option_id)


def _fitted(text: str, width: int) -> str:
    """`text` in exactly `width` columns; what is too long is cut in its middle, as names differ at their ends."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    last = (width - 1) // 3
    return f"{set_cell_size(text, width - 1 - last)}…{text[len(text) - last :]}"
