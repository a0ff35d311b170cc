"""One agenda item as a page that can be read: head, sections under their headings, lists and tables as such."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from medsearch.model import AgendaItem, Meeting, Section, SectionName
from medsearch.rendering.blocks import block_lines
from medsearch.rendering.copies import copies_lines
from medsearch.rendering.harmless import harmless
from medsearch.rendering.layout import indented, print_lines
from medsearch.rendering.words import MATCH, QUIET, heading_of, marked, meeting_line, outcome_name
from medsearch.search.reading import MarkedItem
from medsearch.texts import _, later

WIDEST = 100  # columns: longer lines are hard to follow
_LABEL = "  "  # what facts are indented by, from their second line on
_SECTION_NAMES = {
    SectionName.SUMMARY: later("Summary"),
    SectionName.PRESENTATION: later("Case presentation"),
    SectionName.BACKGROUND: later("Background"),
    SectionName.RECOMMENDATION: later("Recommendation"),
    SectionName.DECISION: later("Decision"),
    SectionName.ECONOMY: later("Economy"),
    SectionName.PERSONNEL: later("Personnel"),
    SectionName.LAW: later("Law"),
    SectionName.CONSULTATION: later("Consultation"),
    SectionName.COMPETENCE: later("Competence"),
    SectionName.PROCESS: later("Process"),
    SectionName.ATTACHMENTS: later("Attachments"),
}


class Place(NamedTuple):
    """Where a word found stands on a page: its line from 0, and the characters of the line."""

    line: int
    start: int
    end: int


class Page(NamedTuple):
    """The lines of an item, each no wider than the page, and the places of the words found in them."""

    lines: list[Text]
    places: list[Place]


def item_page(read: MarkedItem, console: Console, width: int) -> Page:
    """The page of an item, `width` columns wide, as one would read it in the minutes, and where it stands too."""
    lines = [*_head(read, console, width)]
    for number, section in enumerate(read.item.sections):
        spans = read.sections[number] if read.sections else ()
        lines += section_lines(read.item, section, spans, console, width)
    places = [
        Place(number, span.start, span.end)
        for number, line in enumerate(lines)
        for span in sorted(line.spans, key=lambda span: span.start)
        if span.style == MATCH
    ]
    return Page(lines, places)


def print_item(read: MarkedItem, console: Console) -> None:
    """Prints the page of an item, as wide as the terminal but no wider than is good to read."""
    print_lines(item_page(read, console, min(console.width, WIDEST)).lines, console)


def section_name(name: SectionName) -> str:
    """What a section is called in the reader's language; empty for text that has no name."""
    return _(_SECTION_NAMES.get(name, ""))


def meeting_facts(meeting: Meeting, absent: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """What the head of the minutes says of a meeting, labels and values; without those who were `absent`."""
    if meeting.time or meeting.place:
        yield _("Met"), ", ".join(filter(None, (f"{meeting.time:%H:%M}" if meeting.time else "", meeting.place)))
    # Minutes list all members and say elsewhere who of them was not there.
    present = [name for name in meeting.participants if name not in absent]
    if present:
        yield _("Participants"), ", ".join(present)


def fact_lines(facts: Iterable[tuple[str, str]], console: Console, width: int) -> Iterator[Text]:
    """The lines of labels with their values."""
    for label, value in facts:
        fact = Text.assemble((f"{label}: ", QUIET), harmless(value))
        first, *others = indented(fact, console, width, _LABEL)
        yield first[len(_LABEL) :]
        yield from others


def _head(read: MarkedItem, console: Console, width: int) -> Iterator[Text]:
    item = read.item
    heading = Text(heading_of(item), style="bold")
    shift = len(heading.plain) - len(item.title or "")
    for start, end in read.title:
        heading.stylize(MATCH, start + shift, end + shift)
    yield from indented(heading, console, width, "")
    yield from indented(Text(meeting_line(item.meeting), style="green"), console, width, "")
    yield from fact_lines(_facts(item), console, width)
    yield from copies_lines(read.copies, width, most=len(read.copies))


def _facts(item: AgendaItem) -> Iterator[tuple[str, str]]:
    if item.case_number:
        yield _("Case number"), item.case_number.printed
    if item.outcome:
        yield _("Outcome"), outcome_name(item.outcome)
    if item.closed:
        yield _("Closed item"), _("yes")
    yield from meeting_facts(item.meeting, item.absent)
    if item.absent:
        yield _("Absent"), ", ".join(item.absent)
    if item.details:
        yield _("Also printed"), " · ".join(item.details)
    yield _("Address"), item.id


def section_lines(
    item: AgendaItem, section: Section, spans: tuple[tuple[int, int], ...], console: Console, width: int
) -> Iterator[Text]:
    """An empty line, the heading and the text of a section of `item`, the places `spans` of the text marked."""
    heading = section.heading or section_name(section.name)
    if heading:
        yield Text()
        yield from indented(Text(harmless(heading), style="bold underline"), console, width, "")
    elif section.text:
        yield Text()
    if section.name is SectionName.ATTACHMENTS and item.attachments:
        yield from block_lines(Text("\n".join(f"- {harmless(name)}" for name in item.attachments)), console, width)
    else:
        yield from block_lines(marked(section.text.rstrip(), spans), console, width)
