"""The line at the foot: the keys, as many as there is room for; each can be clicked."""

from rich.style import Style
from rich.text import Text
from textual import events
from textual.widgets import Static

from medsearch.browser.keys import KEYS, Key
from medsearch.texts import _

_LAST = ("help", "quit")  # always there
_FIRST = {  # what matters most in a pane
    "reader": ("step_back", "next_match", "previous_match", "thread", "copy", "open_file", "case", "person", "search"),
    "facets": ("open", "step_back", "widen", "months"),
    "months": ("open", "step_back", "widen", "facets"),
    "search": ("open", "step_back"),
}


class KeyLine(Static):
    """Keys with what they do."""

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._pane = ""

    def on_resize(self, event: events.Resize) -> None:
        """Shows as many keys as fit."""
        self.update(key_text(event.size.width, self._pane))

    def show_for(self, pane: str) -> None:
        """Shows the keys that matter in a pane first."""
        self._pane = pane
        self.update(key_text(self.size.width, pane))


def key_text(width: int, pane: str = "") -> Text:
    """The keys in a line of at most `width` columns: help and the end always, of the others the first that fit."""
    last = [_piece(key) for key in KEYS if key.action in _LAST]
    room = width - sum(piece.cell_len for piece in last)
    shown = []
    for key in _in_order(pane):
        piece = _piece(key)
        if piece.cell_len > room:
            break
        room -= piece.cell_len
        shown.append(piece)
    return Text("", no_wrap=True).join([*shown, *last])


def _in_order(pane: str) -> list[Key]:
    """The keys of the foot besides the last ones, those first that matter most in a pane."""
    first = _FIRST.get(pane, ())
    shown = [key for key in KEYS if (key.at_foot or key.action in first) and key.action not in _LAST]
    return sorted(shown, key=lambda key: first.index(key.action) if key.action in first else len(first))


def _piece(key: Key) -> Text:
    style = Style(meta={"@click": f"app.{key.action}"})
    return Text.assemble((f" {key.shown}", style + Style(bold=True)), (f" {_(key.word)} ", style))
