"""Small windows that ask for one thing: a line of text, or one of a list."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from medsearch.browser.keys import KEYS
from medsearch.rendering.harmless import harmless
from medsearch.texts import _

_LEAVE = [Binding("escape", "dismiss(None)", show=False)]


class LinePrompt(ModalScreen[str | None]):
    """Asks for a line of text; None where the user thinks better of it."""

    BINDINGS: ClassVar[list[BindingType]] = [*_LEAVE]

    def __init__(self, question: str, begun: str = "", problem: str = "") -> None:
        super().__init__()
        self._question = question
        self._begun = begun
        self._problem = problem  # why what was begun did not do

    def compose(self) -> ComposeResult:
        """The question and the line."""
        with Vertical(classes="window"):
            if self._problem:
                yield Static(Text(self._problem), classes="problem")
            yield Static(Text(self._question))
            yield Input(self._begun, compact=True, select_on_focus=False)
            yield Static(Text(_("Enter: do it. Esc: leave it."), style="dim"))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Gives the line back; an empty one is none."""
        self.dismiss(event.value.strip() or None)


class ListPrompt(ModalScreen[str | None]):
    """Asks for one of a list; None where the user thinks better of it."""

    BINDINGS: ClassVar[list[BindingType]] = [*_LEAVE, Binding("j", "down", show=False), Binding("k", "up", show=False)]

    def __init__(self, question: str, values: Sequence[str]) -> None:
        super().__init__()
        self._question = question
        self._values = values

    def compose(self) -> ComposeResult:
        """The question and the list."""
        with Vertical(classes="window"):
            yield Static(Text(self._question))
            yield OptionList(*(Text(harmless(value)) for value in self._values))
            yield Static(Text(_("Enter: this one. Esc: none."), style="dim"))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Gives the value back."""
        self.dismiss(self._values[event.option_index])

    def action_down(self) -> None:
        """The next value."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """The value before."""
        self.query_one(OptionList).action_cursor_up()


class Help(ModalScreen[None]):
    """All keys with what they do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *_LEAVE,
        Binding("question_mark,q,enter", "dismiss(None)", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
    ]

    def compose(self) -> ComposeResult:
        """A line for each key, and how to ask."""
        asking = _(
            'You can type: videoovervågning · "hele frasen" · +ord -ord · over* · udvalg:rådhus · sag:82.20 · '
            "person:birthe · dato:2025-03..2025-06 · år:2025"
        )
        with VerticalScroll(classes="window help"):
            with Grid():
                for key in KEYS:
                    yield Static(Text(key.shown, style="bold cyan"))
                    yield Static(Text(_(key.line)))
            yield Static(Text(f"\n{asking}\n"))
            yield Static(Text(_("Esc: back. Arrows: further down."), style="dim"))

    def on_mount(self) -> None:
        """Lets the keys scroll."""
        self.query_one(VerticalScroll).focus()

    def action_scroll(self, by: int) -> None:
        """A line down or up."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
