"""What is listed in the middle of the screen: hits, or the items of a thread, each in a few lines."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.text import Text

from medsearch.model import AgendaItem
from medsearch.rendering.harmless import harmless
from medsearch.rendering.words import MATCH, QUIET, heading_of, marked, meeting_line, outcome_name
from medsearch.search.answers import Hit, Snippet
from medsearch.texts import _

_LINES = 2  # of a snippet
_LONGEST_TITLE = 3  # lines
_RAGGED = 12  # columns that words leave empty at the ends of these lines
_BEFORE = 40  # characters shown before the first word found, where a snippet is cut


class Entry(NamedTuple):
    """An item that is listed, with what is said of it: marks in its title, a passage, and why it is there."""

    item: AgendaItem
    title: tuple[tuple[int, int], ...] = ()
    passage: Text | None = None
    why: str = ""
    is_this: bool = False  # the item whose thread it is

    def prompt(self, width: int) -> Text:
        """The lines of the entry, for a list of that width."""
        lines = [_cut(_heading(self), width * _LONGEST_TITLE - 3), _about(self.item)]
        if self.passage:
            lines.append(_around(self.passage, width * _LINES - _RAGGED))
        if self.why:
            lines.append(Text(self.why, style=QUIET))
        return Text("\n").join(lines)


class Listing(NamedTuple):
    """Items in order, what they are, and how many there are in all."""

    title: str
    entries: Sequence[Entry]
    total: int


def entry_of(hit: Hit) -> Entry:
    """The entry of a hit: its first snippet."""
    return Entry(hit.item, hit.title_highlights, _passage(hit.snippets[0]) if hit.snippets else None)


def _passage(snippet: Snippet) -> Text:
    heading = (f"{harmless(snippet.heading)}: ", "italic") if snippet.heading else ""
    return Text.assemble(heading).append_text(marked(snippet.text, snippet.highlights))


def _heading(entry: Entry) -> Text:
    heading = Text(heading_of(entry.item), style="bold reverse" if entry.is_this else "bold")
    shift = len(heading.plain) - len(entry.item.title or "")
    for start, end in entry.title:
        heading.stylize(MATCH, start + shift, end + shift)
    return heading


def _about(item: AgendaItem) -> Text:
    about = Text.assemble((meeting_line(item.meeting), "green"))
    if item.case_number:
        about.append(f" · {harmless(item.case_number.printed)}")
    if item.outcome:
        about.append(f" · {outcome_name(item.outcome)}", style="magenta")
    if item.closed:
        about.append(f" · {_('closed item')}", style="red")
    return about


def _around(passage: Text, length: int) -> Text:
    """`passage` from a little before the first word found, at most `length` characters."""
    first = min((span.start for span in passage.spans if span.style == MATCH), default=0)
    start = 0
    if first > length - _BEFORE:
        start = passage.plain.rfind(" ", 0, max(1, first - _BEFORE)) + 1
    return Text("… " if start else "").append_text(_cut(passage[start:], length))


def _cut(text: Text, length: int) -> Text:
    if len(text.plain) <= length:
        return text
    end = text.plain.rfind(" ", 0, length)
    return text[: end if end > length // 2 else length].append(" …")
