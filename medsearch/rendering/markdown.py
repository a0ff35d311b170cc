"""Answers as Markdown, to be pasted in a mail or a note: what minutes hold stays text, whatever its signs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from medsearch.model import AgendaItem, Meeting, Section, SectionName
from medsearch.rendering.harmless import harmless
from medsearch.rendering.item import meeting_facts
from medsearch.rendering.words import heading_of, meeting_line, outcome_name
from medsearch.search.answers import Hit
from medsearch.texts import _

_SIGNS = re.compile(r"[\\`*_\[\]<>~|&#]")
# What begins a list, a quotation, a heading or a rule where it begins a line.
_BEGINS = re.compile(r"[-+](?=\s|$)|--|=+$|\d{1,9}(?=[.)](?:\s|$))")
_BACKTICKS = re.compile(r"`+")


def within(text: str | None) -> str:
    """`text` as a piece of a line, so that Markdown shows it as it is."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(harmless(text or "").split()))


def escaped(text: str | None) -> str:
    """`text` as a line of its own, so that Markdown shows it as it is."""
    line = within(text)
    begun = _BEGINS.match(line)
    if not begun:
        return line
    sign, rest = begun.group(), line[begun.end() :]
    return f"{sign}\\{rest}" if sign.isdecimal() else f"\\{sign}{rest}"


def code(text: str) -> str:
    """`text` as it is to be typed."""
    line = " ".join(harmless(text).split(" ")).replace("\n", " ")
    fence = "`" * (1 + max((len(run) for run in _BACKTICKS.findall(line)), default=0))
    edge = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{edge}{line}{edge}{fence}"


def hits_markdown(hits: Iterable[Hit]) -> str:
    """A heading for each hit, its committee and date, and what was decided, or else the passage that was found."""
    return "\n".join(line for hit in hits for line in _hit(hit))


def item_markdown(item: AgendaItem) -> str:
    """An item, whole."""
    return "\n".join([f"# {within(heading_of(item))}", "", *_head(item), *_sections(item, "##"), _address(item), ""])


def minutes_markdown(items: Iterable[AgendaItem]) -> str:
    """Meetings with all their items, which come in order."""
    meetings = groupby(items, key=lambda item: item.meeting)
    return "\n".join(_meeting(meeting, list(of_meeting)) for meeting, of_meeting in meetings)


def table(headings: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> str:
    """A table."""
    head = [" | ".join(map(within, headings)), " | ".join("---" for _heading in headings)]
    body = (" | ".join(within("" if cell is None else str(cell)) for cell in row) for row in rows)
    return "".join(f"| {line} |\n" for line in (*head, *body))


def _hit(hit: Hit) -> Iterator[str]:
    item = hit.item
    yield from (f"### {hit.rank}. {within(heading_of(item))}", "", *_head(item))
    decisions = [section for section in item.sections if section.name is SectionName.DECISION and section.text]
    for passage in decisions or hit.snippets[:1]:
        heading = f"**{within(passage.heading)}:** " if passage.heading else ""
        yield from (f"> {heading}{escaped(passage.text)}", "")
    yield from (_address(item), "")


def _meeting(meeting: Meeting, items: Sequence[AgendaItem]) -> str:
    lines = [f"# {within(meeting_line(meeting))}", ""]
    absent = [(_("Absent"), ", ".join(meeting.absent))] if meeting.absent else []
    for label, value in (*meeting_facts(meeting), *absent):
        lines += [f"**{within(label)}:** {within(value)}", ""]
    for item in items:
        lines += [f"## {within(heading_of(item))}", ""]
        if about := _about(item):
            lines += [escaped(about), ""]
        lines += _sections(item, "###")
    return "\n".join(lines)


def _head(item: AgendaItem) -> list[str]:
    about = _about(item)
    return [escaped(" · ".join(filter(None, (meeting_line(item.meeting), about)))), ""]


def _about(item: AgendaItem) -> str:
    facts = [
        item.case_number.printed if item.case_number else "",
        outcome_name(item.outcome),
        _("closed item") if item.closed else "",
    ]
    return " · ".join(filter(None, facts))


def _sections(item: AgendaItem, level: str) -> Iterator[str]:
    for section in item.sections:
        if section.heading:
            yield from (f"{level} {within(section.heading)}", "")
        yield from _body(item, section)


def _body(item: AgendaItem, section: Section) -> Iterator[str]:
    if section.name is SectionName.ATTACHMENTS and item.attachments:
        yield from (f"- {escaped(attachment)}" for attachment in item.attachments)
        yield ""
        return
    for paragraph in re.split(r"\n\s*\n", section.text):
        # Two blanks end a line within a paragraph.
        yield from ("  \n".join(escaped(line) for line in paragraph.splitlines() if line.strip()), "")


def _address(item: AgendaItem) -> str:
    return code(item.id)
