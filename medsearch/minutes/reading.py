"""Reads minutes: text -> meetings and agenda items, with a warning for whatever was not understood."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from medsearch.minutes.body.outcomes import outcome_of
from medsearch.minutes.body.people import take_absences, told_participants, without_role
from medsearch.minutes.body.sections import HeadingStyle, RawSection, cut_sections
from medsearch.minutes.body.trailers import find_trailer
from medsearch.minutes.head.committees import kind_of_committee
from medsearch.minutes.head.header import Header, end_of_header, read_header
from medsearch.minutes.head.meetings import split_meetings
from medsearch.minutes.items.contents import Contents, find_contents
from medsearch.minutes.items.details import read_details
from medsearch.minutes.items.headings import find_headings, find_plain_series
from medsearch.minutes.items.item_headings import ItemHeading, read_below
from medsearch.minutes.items.titles import read_title
from medsearch.minutes.items.unnumbered import find_unnumbered
from medsearch.minutes.lines import Lines, join_lines, read_lines
from medsearch.minutes.tables import without_tables
from medsearch.model import AgendaItem, Meeting, Minutes, Section, SectionName
from medsearch.texts import _

_FEW_WORDS = 40
_LARGEST_GAP = 20  # beyond it, closed items have numbers of their own
_LIST_MARK = re.compile(r"^(?:[-•*–]\s*|\d{1,2}\.\s+)")
_NO_ATTACHMENTS = re.compile(r"(?:ingen(?:\s+bilag)?|-)\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _RawItem:
    heading: ItemHeading | None  # None: text that belongs to no item
    lines: Lines


@dataclass(slots=True)
class _RawMeeting:
    header: Header
    contents: Contents
    items: list[_RawItem]
    style: HeadingStyle


def read_text(text: str, source: str, headings: Collection[int]) -> Minutes:
    """As `medsearch.minutes.read_minutes`."""
    warnings: list[str] = []
    items: list[AgendaItem] = []
    for lines in split_meetings(without_tables(read_lines(text, headings))):
        raw = _read_meeting(lines)
        built = list(_build(raw))
        warnings.extend(_warnings(raw, built))
        items.extend(built)
    return Minutes(source, tuple(_addressed(items, source)), tuple(warnings))


def _read_meeting(lines: Lines) -> _RawMeeting:
    texts = lines.texts
    contents = find_contents(texts)
    end = find_trailer(texts)
    headings = _find_items(lines.part(0, end), contents)
    head_end = headings[0].start if headings else max(contents.lines.stop, end_of_header(texts))
    header = read_header([line for number, line in enumerate(texts[:head_end]) if number not in contents.lines])
    left = Lines(header.left)
    trailer = lines.part(max(end, head_end), len(texts))
    if headings:
        headings = [*headings[:-1], _with_besides(headings[-1], trailer)]
        headings = [_with_besides(headings[0], left), *headings[1:]]
    before = [_RawItem(None, left)] if not headings or not _is_short(left) else []
    stops = [*(heading.start for heading in headings[1:]), end]
    items = [
        _with_details_within(heading, lines.part(heading.end, stop))
        for heading, stop in zip(headings, stops, strict=False)
    ]
    rest = [] if headings else [_RawItem(None, lines.part(head_end, end))]
    behind = [_RawItem(None, trailer)] if not headings or not _is_short(trailer) else []
    kept = [item for item in (*before, *items, *rest, *behind) if item.heading or any(item.lines.texts)]
    if not kept and any(texts):
        kept = [_RawItem(None, lines)]  # nothing but a head: it is kept whole
    return _RawMeeting(header, contents, kept, HeadingStyle.of([item.lines for item in items]))


def _with_details_within(heading: ItemHeading, lines: Lines) -> _RawItem:
    """An item whose case number stands behind its first section, as in a small table: taken out of the text."""
    place = next((number for number, line in enumerate(lines.texts) if _holds_case_number(line)), None)
    if heading.case_number or place is None:
        return _RawItem(heading, lines)
    first = place
    while first > 0 and read_details(lines.texts[first - 1]):
        first -= 1
    below = read_below(lines.texts, first, heading.number, "")
    texts = [*lines.texts[:first], *([""] * (below.end - first)), *lines.texts[below.end :]]
    found = replace(
        heading,
        case_number=below.case_number,
        closed=heading.closed or below.closed is True,
        details=(*heading.details, *below.details),
    )
    return _RawItem(found, replace(lines, texts=texts))


def _holds_case_number(line: str) -> bool:
    details = read_details(line) if line else None
    return details is not None and details.labelled and details.case_number is not None


def _is_short(lines: Lines) -> bool:
    """Whether lines that belong to no item are so few words that they stand with the next item's details."""
    return sum(len(line.split()) for line in lines.texts) <= _FEW_WORDS


def _with_besides(heading: ItemHeading, lines: Lines) -> ItemHeading:
    if not _is_short(lines):
        return heading
    return replace(heading, details=(*heading.details, *(line.strip() for line in lines.texts if line.strip())))


def _find_items(lines: Lines, contents: Contents) -> list[ItemHeading]:
    """The headings of the items by the best evidence that there is."""
    sure = find_headings(lines, contents)
    if sure:
        return sure
    numbered, unnumbered = find_plain_series(lines, contents), find_unnumbered(lines, contents)
    return unnumbered if len(unnumbered) > len(numbered) else numbered


def _build(raw: _RawMeeting) -> Iterator[AgendaItem]:
    header = raw.header
    sections = [cut_sections(item.lines, raw.style) for item in raw.items]
    committee = header.committee or _deciding(header, [section for cut in sections for section in cut])
    meeting = Meeting(
        committee=committee,
        kind=kind_of_committee(committee) if committee else None,
        date=header.day,
        time=header.began,
        ended=header.ended,
        place=header.place,
        participants=header.participants,
        absent=header.absent,
    )
    items = [_build_item(item.heading, cut, meeting) for item, cut in zip(raw.items, sections, strict=True)]
    roll_call = _roll_call(items, meeting)
    yield from (replace(item, meeting=roll_call) for item in items)


def _deciding(header: Header, sections: Iterable[RawSection]) -> str | None:
    """The committee that decided on the day of the meeting, where the head names none."""
    named = Counter(
        section.committee for section in sections if section.committee and section.date in (header.day, None)
    )
    return named.most_common(1)[0][0] if named else None


def _build_item(heading: ItemHeading | None, cut: list[RawSection], meeting: Meeting) -> AgendaItem:
    absent: list[str] = []
    sections: list[Section] = []
    attachments: list[str] = []
    for section in cut:
        absences = take_absences(section.lines)
        absent.extend(absences.names)
        text = join_lines(absences.rest)
        if section.name is SectionName.ATTACHMENTS:
            attachments.extend(_attachments(absences.rest))
        if text or section.heading:
            sections.append(Section(section.name, section.heading, text, section.committee, section.date))
    item = AgendaItem(
        id="",
        meeting=meeting,
        absent=tuple(dict.fromkeys(map(without_role, absent))),
        attachments=tuple(attachments),
        details=tuple(f"Fraværende: {name}" for name in dict.fromkeys(absent) if without_role(name) != name),
        sections=tuple(sections),
        outcome=outcome_of(_decisions(sections, meeting), meeting.committee),
    )
    if heading is None:
        return item
    return replace(
        item,
        number=heading.number,
        title=heading.title,
        case_number=heading.case_number,
        closed=heading.closed,
        details=(*heading.details, *item.details),
    )


def _decisions(sections: list[Section], meeting: Meeting) -> Iterator[str]:
    """The texts of the decisions that the meeting itself took; all, where none says whose it is."""
    decisions = [section for section in sections if section.name is SectionName.DECISION]
    own = [
        section
        for section in decisions
        if section.committee in (None, meeting.committee) and section.date in (None, meeting.date)
    ]
    yield from (section.text for section in own or decisions)


def _attachments(lines: list[str]) -> Iterator[str]:
    for line in lines:
        name = _LIST_MARK.sub("", line.strip())
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


def _warnings(raw: _RawMeeting, items: list[AgendaItem]) -> Iterator[str]:
    if not any(item.meeting.committee for item in items):
        yield _("No committee was found.")
    if raw.header.day is None:
        yield _("No date of the meeting was found.")
    headings = [item.heading for item in raw.items if item.heading]
    if not headings:
        yield _("No agenda items were found; what text there is, is kept as one item.")
        return
    if raw.items[0].heading is None:
        yield _("Text before the first item is kept as an item of its own: “{text}”.").format(
            text=raw.header.left[0][:60]
        )
    if not any(heading.number for heading in headings):
        yield _("The items have no numbers; they were told apart by their titles, case numbers and sections.")
    yield from _missing_items(headings, raw.contents)


def _missing_items(headings: list[ItemHeading], contents: Contents) -> Iterator[str]:
    """What the contents list and the numbers of the items say is missing."""
    found = Contents(range(0), tuple(heading.title for heading in headings if heading.title))
    for title in (read_title(listed).words for listed in contents.titles):
        if not found.holds(title):
            yield _("The contents list names “{title}”, but no such item was found.").format(title=title)
    numbers = [int(heading.number) for heading in headings if heading.number and heading.number.isdecimal()]
    if numbers != sorted(numbers):
        return  # grouped by kinds of decision: the numbers say nothing of what is missing
    for before, after in pairwise(numbers):
        if before + 1 < after <= before + _LARGEST_GAP:
            yield _("Item {after} follows item {before}: is something missing between them?").format(
                after=after, before=before
            )
