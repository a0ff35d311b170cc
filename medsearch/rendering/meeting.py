"""A meeting, whole: who met when and where, and all items in order."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from medsearch.model import AgendaItem, Meeting, Minutes
from medsearch.rendering.harmless import harmless
from medsearch.rendering.item import WIDEST, fact_lines, meeting_facts, section_lines
from medsearch.rendering.layout import indented, print_lines
from medsearch.rendering.words import QUIET, heading_of, meeting_line, outcome_name, shell_word
from medsearch.texts import _, counted


def print_meetings(minutes: Minutes, console: Console) -> None:
    """Prints the meetings of a file, as wide as the terminal but no wider than is good to read."""
    width = min(console.width, WIDEST)
    lines = [line for meeting, items in minutes.meetings() for line in _meeting(meeting, items, console, width)]
    print_lines(lines[:-1], console)


def _meeting(meeting: Meeting, items: list[AgendaItem], console: Console, width: int) -> Iterator[Text]:
    yield from indented(Text(meeting_line(meeting), style="bold green"), console, width, "")
    yield from fact_lines((*meeting_facts(meeting), *_absent(meeting.absent)), console, width)
    yield Text(counted(len(items), "item", "items"), style=QUIET)
    yield Text()
    for item in items:
        yield from _item(item, console, width)


def _item(item: AgendaItem, console: Console, width: int) -> Iterator[Text]:
    yield Text("─" * width, style=QUIET)
    yield from indented(Text(heading_of(item), style="bold"), console, width, "")
    about = (
        harmless(item.case_number.printed) if item.case_number else "",
        outcome_name(item.outcome),
        _("closed item") if item.closed else "",
    )
    if any(about):
        yield from indented(Text(" · ".join(filter(None, about)), style=QUIET), console, width, "")
    yield Text(shell_word(item.id), style=QUIET)
    # An item repeats who was absent from its meeting.
    yield from fact_lines(() if item.absent == item.meeting.absent else _absent(item.absent), console, width)
    for section in item.sections:
        yield from section_lines(item, section, (), console, width)
    yield Text()


def _absent(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    if listed := ", ".join(names):
        yield _("Absent"), listed
