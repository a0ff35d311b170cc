"""Reads minutes: text -> meetings and agenda items, with a warning for whatever was not understood."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from medsearch.language.dates import find_time
from medsearch.minutes.contents import Contents, find_contents
from medsearch.minutes.header import (
    Header,
    begins_header,
    end_of_header,
    kind_of_committee,
    read_header,
    read_title_line,
)
from medsearch.minutes.headings import ItemHeading, find_headings, without_closed_mark
from medsearch.minutes.lines import clean_lines, join_lines
from medsearch.minutes.outcomes import outcome_of
from medsearch.minutes.people import take_absences, told_participants
from medsearch.minutes.sections import HeadingStyle, cut_sections
from medsearch.model import AgendaItem, Meeting, Minutes, Section, SectionName

MINUTES_VERSION = 1
"""Raised whenever the same text would be cut into other items: files read with another number are read again."""

_NO_ATTACHMENTS = re.compile(r"(?:ingen(?:\s+bilag)?|-)\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _RawItem:
    heading: ItemHeading | None  # None: text that belongs to no item
    lines: list[str]


@dataclass(slots=True)
class _RawMeeting:
    header: Header
    contents: Contents
    items: list[_RawItem]


def read_minutes(text: str, source: str) -> Minutes:
    """The meetings and agenda items in `text`, which comes from the file `source`.

    Never fails and loses no word: text that fits no item is an item without number, and a warning says so.
    """
    warnings: list[str] = []
    items: list[AgendaItem] = []
    for lines in _split_meetings(clean_lines(text)):
        raw = _read_meeting(lines)
        warnings.extend(_warnings(raw))
        items.extend(_build(raw))
    return Minutes(source, tuple(_addressed(items, source)), tuple(warnings))


def _split_meetings(lines: list[str]) -> Iterator[list[str]]:
    """The lines of each meeting bound into one file. A title line that is printed again is left out."""
    begun: tuple[str | None, dt.date | None] | None = None
    kept: list[str] = []
    for number, line in enumerate(lines):
        title = read_title_line(line)
        if title is None:
            kept.append(line)
        elif title.key == begun:
            kept.append("")
        elif begun is None or begins_header(lines, number + 1):
            if begun is not None:
                yield kept
                kept = []
            begun = title.key
            kept.append(line)
        else:
            kept.append(line)
    yield kept


def _read_meeting(lines: list[str]) -> _RawMeeting:
    contents = find_contents(lines)
    headings = find_headings(lines, contents)
    head_end = headings[0].start if headings else max(contents.lines.stop, end_of_header(lines))
    header = read_header([line for number, line in enumerate(lines[:head_end]) if number not in contents.lines])
    items = [_RawItem(None, header.left)] if any(header.left) else []
    ends = [*(heading.start for heading in headings[1:]), len(lines)]
    items += [_RawItem(heading, lines[heading.end : end]) for heading, end in zip(headings, ends, strict=False)]
    if not headings and any(lines[head_end:]):
        items.append(_RawItem(None, lines[head_end:]))
    return _RawMeeting(header, contents, items)


def _build(raw: _RawMeeting) -> Iterator[AgendaItem]:
    header = raw.header
    style = HeadingStyle.of([line for item in raw.items for line in item.lines])
    meeting = Meeting(
        committee=header.committee,
        kind=kind_of_committee(header.committee) if header.committee else None,
        date=header.day,
        time=find_time(header.when),
        place=header.place,
        participants=header.participants,
        absent=header.absent,
    )
    items = [_build_item(item, meeting, style) for item in raw.items]
    roll_call = _roll_call(items, meeting)
    yield from (replace(item, meeting=roll_call) for item in items)


def _build_item(raw: _RawItem, meeting: Meeting, style: HeadingStyle) -> AgendaItem:
    absent: list[str] = []
    sections: list[Section] = []
    attachments: list[str] = []
    for section in cut_sections(raw.lines, style):
        absences = take_absences(section.lines)
        absent.extend(absences.names)
        text = join_lines(absences.rest)
        if section.name is SectionName.ATTACHMENTS:
            attachments.extend(_attachments(absences.rest))
        if text or section.heading:
            sections.append(Section(section.name, section.heading, text))
    item = AgendaItem(
        id="",
        meeting=meeting,
        absent=tuple(dict.fromkeys(absent)),
        attachments=tuple(attachments),
        sections=tuple(sections),
        outcome=outcome_of((s.text for s in sections if s.name is SectionName.DECISION), meeting.committee),
    )
    if raw.heading is None:
        return item
    heading = raw.heading
    return replace(
        item,
        number=heading.number,
        title=heading.title,
        case_number=heading.case_number,
        closed=heading.closed,
    )


def _attachments(lines: list[str]) -> Iterator[str]:
    for line in lines:
        name = line.strip().lstrip("-•*").strip()
        if name and not _NO_ATTACHMENTS.fullmatch(name):
            yield name


def _roll_call(items: list[AgendaItem], meeting: Meeting) -> Meeting:
    """The meeting with who took part and who was absent, where its head does not say it.

    Absent from the meeting is who is absent at each of its items, or whom the item says that tells who took part.
    """
    first = next((item for item in items if item.number), None)
    decided = "\n".join(s.text for s in first.sections if s.name is SectionName.DECISION) if first else ""
    told = () if meeting.participants else told_participants(decided)
    if first and told:
        return replace(meeting, participants=told, absent=meeting.absent or first.absent)
    numbered = [set(item.absent) for item in items if item.number and not item.closed]
    if meeting.absent or not numbered:
        return meeting
    throughout = set.intersection(*numbered)
    in_order = tuple(name for item in items for name in item.absent if name in throughout)
    return replace(meeting, absent=tuple(dict.fromkeys(in_order)))


def _addressed(items: list[AgendaItem], source: str) -> Iterator[AgendaItem]:
    """The items with their addresses, and their places in the file from 1."""
    seen: Counter[str] = Counter()
    for place, item in enumerate(items, start=1):
        key = item.number or f"@{place}"
        seen[key] += 1
        again = f"~{seen[key]}" if seen[key] > 1 else ""
        yield replace(item, id=f"{source}#{key}{again}", place=place)


def _warnings(raw: _RawMeeting) -> Iterator[str]:
    if raw.header.committee is None:
        yield "No committee was found."
    if raw.header.day is None:
        yield "No date of the meeting was found."
    headings = [item.heading for item in raw.items if item.heading]
    if not headings:
        yield "No agenda items were found; what text there is, is kept as one item."
        return
    if any(raw.header.left):
        yield f"Text before the first item is kept as an item of its own: “{raw.header.left[0][:60]}”."
    yield from _missing_items(headings, raw.contents)


def _missing_items(headings: list[ItemHeading], contents: Contents) -> Iterator[str]:
    """What the contents list and the numbers of the items say is missing."""
    found = Contents(range(0), tuple(heading.title for heading in headings if heading.title))
    for title in map(without_closed_mark, contents.titles):
        if not found.holds(title):
            yield f"The contents list names “{title}”, but no such item was found."
    for before, after in pairwise(int(heading.number) for heading in headings):
        if after > before + 1:
            yield f"Item {after} follows item {before}: is something missing between them?"
