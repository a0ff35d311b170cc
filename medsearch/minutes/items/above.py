"""What stands above the number of an agenda item and belongs to it: title, case number, the head of a group."""

import re
from collections.abc import Iterator
from dataclasses import replace

from medsearch.minutes.items.candidates import ends_title
from medsearch.minutes.items.details import Details, read_details
from medsearch.minutes.items.item_headings import ItemHeading, read_below
from medsearch.minutes.items.titles import read_title
from medsearch.minutes.lines import Lines, preceding

# Headings over several items: `A. Sager til beslutning`, `LUKKET MØDE`, `Åbne punkter`.
_GROUP = re.compile(
    r"(?:[A-Z]\.\s+\S.{2,60}|(?P<closed>lukke(?:t|de)\s+(?:møde|dagsorden|punkter|sager|del)|sager\s+for\s+lukkede\s+døre|for\s+lukkede\s+døre)|"
    r"(?P<open>åb(?:en|ent|ne)\s+(?:møde|dagsorden|punkter|sager|del))|(?:sager|punkter)\s+til\s+\w+)\s*:?",
    re.IGNORECASE,
)


def with_titles_above(lines: Lines, headings: list[ItemHeading]) -> list[ItemHeading]:
    """The headings with their titles from the line above, where the minutes print the number below the title."""
    bare = [heading for heading in headings if _says_number_only(lines.texts[heading.start])]
    above = {heading.start: place for heading in bare if (place := _title_above(lines.texts, heading)) is not None}
    below = [heading for heading in bare if heading.title and _may_be_title(heading.title)]
    marks_above = sum(place in lines.marked for place in above.values())
    marks_below = sum(not lines.marked.isdisjoint(range(heading.start + 1, heading.end)) for heading in below)
    if len(bare) * 2 <= len(headings) or len(above) + marks_above <= len(below) + marks_below:
        return headings
    return [
        _moved_up(lines.texts, heading, above[heading.start]) if heading.start in above else heading
        for heading in headings
    ]


def _says_number_only(line: str) -> bool:
    return re.fullmatch(r"\D{0,12}\d{1,4}\W*", line.strip()) is not None


def _title_above(lines: list[str], heading: ItemHeading) -> int | None:
    """The line of the title that stands above the number of an item; None where the title stands below."""
    place = heading.start - 1
    if place < 0 or not lines[place]:
        place = preceding(lines, heading.start) or 0
        if heading.title is not None and not lines[heading.start - 1]:
            return None
    line = lines[place].strip()
    return place if line and not ends_title(line) and _may_be_title(line) else None


def _may_be_title(line: str) -> bool:
    return line[:1].isupper() and not line.endswith((".", ",", ":", ";"))


def _moved_up(lines: list[str], heading: ItemHeading, place: int) -> ItemHeading:
    title = read_title(lines[place])
    below = read_below(lines, heading.start + 1, heading.number, title.words)
    closed = next((said for said in (title.closed, below.closed) if said is not None), False)
    return ItemHeading(
        place, below.end, heading.number, title.words, closed, below.case_number or title.case_number, below.details
    )


def with_numbers_above(lines: list[str], headings: list[ItemHeading]) -> list[ItemHeading]:
    """The headings with their case numbers from the lines above, where the minutes print them there."""
    above = {}
    ends = [0, *(heading.end for heading in headings)]
    for heading, least in zip(headings, ends, strict=False):
        place = preceding(lines, heading.start)
        details = read_details(lines[place]) if place is not None and place >= least else None
        if place is not None and details and details.case_number:
            above[heading.start] = (place, details)
    below = sum(heading.case_number is not None for heading in headings)
    if len(above) <= below:
        return headings
    return [_with_number(heading, *above[heading.start]) if heading.start in above else heading for heading in headings]


def _with_number(heading: ItemHeading, place: int, details: Details) -> ItemHeading:
    return replace(
        heading,
        start=place,
        case_number=details.case_number,
        closed=heading.closed or details.closed is True,
        details=(*details.others, *heading.details),
    )


def in_groups(lines: list[str], headings: list[ItemHeading]) -> Iterator[ItemHeading]:
    """The headings, each with the heading of a group that stands above it; below `LUKKET MØDE` all are closed."""
    closed = False
    for heading in headings:
        place = preceding(lines, heading.start)
        group = group_heading(lines[place]) if place is not None else None
        if group is None or place is None:
            yield replace(heading, closed=heading.closed or closed)
            continue
        closed = group["closed"] is not None
        yield replace(
            heading,
            start=place,
            closed=heading.closed or closed,
            details=(*heading.details, lines[place].strip()),
        )


def group_heading(line: str) -> re.Match[str] | None:
    """The match of a line that heads a group of items."""
    return _GROUP.fullmatch(line.strip())
