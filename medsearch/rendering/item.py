"""One agenda item, whole."""

from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from medsearch.model import AgendaItem, SectionName
from medsearch.rendering.copies import copies_lines
from medsearch.rendering.harmless import harmless
from medsearch.rendering.layout import print_lines
from medsearch.rendering.words import QUIET, heading_of, meeting_line, outcome_name


def print_item(item: AgendaItem, copies: tuple[str, ...], console: Console) -> None:
    """Prints an item as one would read it in the minutes, and where it stands too."""
    console.print(Text(heading_of(item), style="bold"))
    console.print(Text(meeting_line(item.meeting), style="green"))
    for label, value in _facts(item):
        console.print(Text.assemble((f"{label}: ", QUIET), harmless(value)))
    if copies:
        print_lines(copies_lines(copies, console.width, most=len(copies)), console)
    for section in item.sections:
        console.print()
        if section.heading:
            console.print(Text(harmless(section.heading), style="bold underline"))
        if section.name is SectionName.ATTACHMENTS:
            for attachment in item.attachments:
                console.print(Text(f"- {harmless(attachment)}"))
        else:
            console.print(Padding(Text(harmless(section.text)), (0, 0)))


def _facts(item: AgendaItem) -> Iterator[tuple[str, str]]:
    meeting = item.meeting
    if item.case_number:
        yield "Case number", item.case_number.printed
    if item.outcome:
        yield "Outcome", outcome_name(item.outcome)
    if item.closed:
        yield "Closed item", "lukket punkt"
    if meeting.time or meeting.place:
        yield "Met", ", ".join(filter(None, (f"{meeting.time:%H:%M}" if meeting.time else "", meeting.place)))
    if meeting.participants:
        yield "Participants", ", ".join(meeting.participants)
    if item.absent:
        yield "Absent", ", ".join(item.absent)
    if item.details:
        yield "Also printed", " · ".join(item.details)
    yield "Address", item.id
