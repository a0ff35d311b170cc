"""The line that words are typed in."""

from textual import events
from textual.widgets import Input

from medsearch.texts import _


class SearchLine(Input):
    """A line of words. What is pasted in several lines becomes one."""

    def __init__(self, words: str) -> None:
        super().__init__(words, id="search", compact=True, placeholder=_("type what you look for"))

    def _on_paste(self, event: events.Paste) -> None:
        event.text = " ".join(event.text.split())  # Textual's own handler comes next, and takes the first line only
