"""What the program understands of one file."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from medsearch.model import AgendaItem, Minutes
from medsearch.rendering.harmless import harmless
from medsearch.rendering.words import QUIET, heading_of, meeting_line, outcome_name
from medsearch.texts import _, counted


def print_minutes(minutes: Minutes, warnings: tuple[str, ...], console: Console) -> None:
    """Prints the meetings and items of a file, and what was not understood."""
    for meeting, items in minutes.meetings():
        console.print(Text(meeting_line(meeting), style="bold green"))
        for label, value in (
            (_("Began"), f"{meeting.time:%H:%M}" if meeting.time else ""),
            (_("Place"), meeting.place or ""),
            (_("Participants"), ", ".join(meeting.participants)),
            (_("Absent"), ", ".join(meeting.absent)),
        ):
            if value:
                console.print(Text.assemble((f"{label}: ", QUIET), harmless(value)))
        console.print()
        for item in items:
            _print_item(item, console)
    for warning in warnings:
        console.print(Text(_("Note: {note}").format(note=harmless(warning)), style="yellow"))


def _print_item(item: AgendaItem, console: Console) -> None:
    console.print(Text(heading_of(item), style="bold"))
    facts = [
        item.case_number.printed if item.case_number else "",
        outcome_name(item.outcome),
        _("closed item") if item.closed else "",
        _("absent: {names}").format(names=", ".join(item.absent)) if item.absent else "",
        counted(len(item.attachments), "attachment", "attachments") if item.attachments else "",
    ]
    if any(facts):
        console.print(Padding(Text(harmless(" · ".join(filter(None, facts)))), (0, 0, 0, 4)))
    sections = ", ".join(
        f"{section.heading or _('text')} ({counted(len(section.text.split()), 'word', 'words')})"
        for section in item.sections
    )
    console.print(
        Padding(Text(harmless(sections or _("nothing printed below the heading")), style=QUIET), (0, 0, 1, 4))
    )
