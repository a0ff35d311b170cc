"""The line at the foot: the keys, as many as there is room for; each can be clicked."""

from rich.style import Style
from rich.text import Text
from textual import events
from textual.widgets import Static

from medsearch.browser.keys import KEYS, Key
from medsearch.texts import _

_LAST = ("help", "quit")  # always there


class KeyLine(Static):
    """Keys with what they do."""

    def __init__(self) -> None:
        super().__init__(id="keys")

    def on_resize(self, event: events.Resize) -> None:
        """Shows as many keys as fit."""
        self.update(key_text(event.size.width))


def key_text(width: int) -> Text:
    """The keys in a line of at most `width` columns: help and the end always, of the others the first that fit."""
    last = [_piece(key) for key in KEYS if key.action in _LAST]
    room = width - sum(piece.cell_len for piece in last)
    shown = []
    for key in KEYS:
        piece = _piece(key)
        if not key.at_foot or key.action in _LAST:
            continue
        if piece.cell_len > room:
            break
        room -= piece.cell_len
        shown.append(piece)
    return Text("", no_wrap=True).join([*shown, *last])


def _piece(key: Key) -> Text:
    style = Style(meta={"@click": f"app.{key.action}"})
    return Text.assemble((f" {key.shown}", style + Style(bold=True)), (f" {_(key.word)} ", style))
