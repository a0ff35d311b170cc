"""Cuts an agenda item into its sections: where one begins, and which it is."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from medsearch.minutes.body.people import are_names
from medsearch.minutes.body.section_headings import (
    LONGEST_DECIDED_BY,
    MAIN_SECTIONS,
    decided_by,
    heading_and_text,
    heading_key,
    is_ordinary_word,
    name_of_heading,
)
from medsearch.minutes.lines import Lines, cells, following
from medsearch.model import SectionName

_ABSENCE = re.compile(r"(?:fraværende|afbud|ikke til stede)\b", re.IGNORECASE)
_FILE = re.compile(
    r"(?:[-•*–]\s*)?\S.{0,150}\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|txt|jpe?g|png|zip|msg)", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
# `Direktionen indstiller,` and `Det indstilles, at`: the heading of a recommendation that has none.
_LEAD = re.compile(
    r"(?P<heading>(?:Det|[A-ZÆØÅ][\wæøå-]*(?:\s+(?:for|og|i|af|[A-ZÆØÅ]?[\wæøå-]+)){0,6})\s+(?:indstiller|indstilles|anbefaler))"
    r"(?:[,:]?(?:\s+at)?\s*:?|(?P<text>(?:\s+til\b|,?\s+at\b).*))"
)
# Sections whose headings are hardly ever words of running text that a colon follows.
_RARELY_TEXT = frozenset({SectionName.LAW, SectionName.COMPETENCE, SectionName.BACKGROUND, SectionName.PROCESS})
# Within these, a line that comes again in other items is no unknown heading.
_NO_HEADING_WITHIN = frozenset({SectionName.DECISION, SectionName.RECOMMENDATION, SectionName.ATTACHMENTS, SectionName.COMPETENCE, SectionName.PROCESS, SectionName.TEXT})  # fmt: skip
_LONG_TEXT = 40  # characters of a text below a heading
_MOST_WORDS = 6  # of a heading in no table


@dataclass(slots=True)
class RawSection:
    """A section as it stands in print: its lines, among them what is no text of it (absences)."""

    name: SectionName
    heading: str | None
    lines: list[str] = field(default_factory=list)
    committee: str | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class HeadingStyle:
    """How the minutes at hand print the headings of their sections: all of them are held to it."""

    with_colon: bool = False
    on_one_line: bool = False  # whether most of them stand on one line with their text
    decisions: bool = False  # whether decisions have headings
    marks: bool = False  # whether the document itself marks them as headings
    repeated: frozenset[str] = frozenset()  # lines that stand in more than one item

    @classmethod
    def of(cls, items: Sequence[Lines]) -> "HeadingStyle":
        """The style of the headings in the lines of all items."""
        own = [line.strip() for item in items for line in item.texts]
        signed = [item.texts[number].strip() for item in items for number in sorted(item.marked)]
        main = [line for line in own if name_of_heading(line) in MAIN_SECTIONS and not is_ordinary_word(line)]
        signed_main = [line for line in signed if name_of_heading(line) in MAIN_SECTIONS]
        return cls(
            with_colon=sum(line.endswith(":") for line in main) * 2 > len(main),
            on_one_line=sum(heading_and_text(line) is not None for line in own) > max(2, len(main)),
            decisions=any(name_of_heading(line) is SectionName.DECISION for line in main),
            marks=len(signed_main) > 1 and len(signed_main) * 2 > len(main),
            repeated=_in_several(items),
        )


class _Place(NamedTuple):
    """A line that may open a section."""

    text: str
    after_gap: bool  # an empty line or a heading is above
    after_end: bool  # the line above may be the last of a paragraph
    after_sentence: bool  # the line above ends one
    marked: bool  # the document marks it as a heading
    goes_on: bool  # the line directly below begins in lower case
    below: str  # the next line that is not empty
    current: RawSection  # that it stands in


def cut_sections(lines: Lines, style: HeadingStyle) -> list[RawSection]:
    """The sections of an item in order of print; what stands before a first heading is a section of its own."""
    sections = [RawSection(SectionName.TEXT, None)]
    opened_before: set[SectionName] = set()
    after_heading = True
    for number, line in enumerate(lines.texts):
        opened = None
        if line.strip():
            place = _place(lines, number, sections[-1], after_heading=after_heading)
            opened = _opens(place, opened_before, style)
        if opened is None:
            sections[-1].lines.append(line)
        else:
            sections.append(opened)
            opened_before.add(opened.name)
        after_heading = opened is not None
    return [section for section in sections if section.heading is not None or any(section.lines)]


def _in_several(items: Sequence[Lines]) -> frozenset[str]:
    """The lines that stand in more than one item."""
    held = ({heading_key(line) for line in item.texts if 0 < len(line) <= LONGEST_DECIDED_BY} for item in items)
    counted = Counter(key for keys in held for key in keys)
    return frozenset(key for key, count in counted.items() if count > 1)


def _place(lines: Lines, number: int, current: RawSection, *, after_heading: bool) -> _Place:
    after = following(lines.texts, number + 1, 1)
    first = number == 0 or after_heading
    return _Place(
        lines.texts[number].strip(),
        after_gap=first or not lines.texts[number - 1] or lines.ends_paragraph(number - 1),
        after_end=first or lines.may_end_paragraph(number - 1),
        after_sentence=not first and lines.texts[number - 1].rstrip().endswith((".", ":", "?", "!")),
        marked=number in lines.marked,
        goes_on=after[:1] == [number + 1] and lines.texts[number + 1].lstrip()[:1].islower(),
        below=lines.texts[after[0]] if after else "",
        current=current,
    )


def _opens(place: _Place, before: set[SectionName], style: HeadingStyle) -> RawSection | None:
    """The section that a line opens, or None where it is text, whatever word it begins with."""
    return (
        _plain_heading(place, style)
        or _decision(place, style)
        or _with_text(place, before, style)
        or _lead(place.text, before, style)
        or _marked(place, style)
        or _file(place)
        or _repeated(place, style)
    )


def _plain_heading(place: _Place, style: HeadingStyle) -> RawSection | None:
    name = name_of_heading(place.text)
    if name is None:
        return None
    # A line that is nothing but a main heading opens its section wherever it stands.
    has_room = place.after_gap or place.marked or place.after_sentence
    has_room = has_room or (place.after_end and not is_ordinary_word(place.text))
    if not (has_room or name in MAIN_SECTIONS):
        return None
    if place.goes_on and not place.marked and (name not in MAIN_SECTIONS or is_ordinary_word(place.text)):
        return None  # `Økonomi` at the end of a line, `spiller en rolle` below
    if not (place.marked and style.marks) and _is_subheading(place.text, name, place.current.name, style):
        return None
    return RawSection(name, place.text.rstrip(":").rstrip())


def _is_subheading(text: str, name: SectionName, current: SectionName, style: HeadingStyle) -> bool:
    """Whether the word of a heading is a subheading in running text: `Økonomi:` in a decision, where others have no colon."""
    if (name in MAIN_SECTIONS and not is_ordinary_word(text)) or name is SectionName.ATTACHMENTS:
        return False
    repeated = heading_key(text) in style.repeated
    if text.endswith(":") and not style.with_colon:
        rarely_text = name in _RARELY_TEXT and not is_ordinary_word(text)
        return current is SectionName.DECISION or not (repeated or rarely_text)
    return current is SectionName.DECISION and not repeated


def _decision(place: _Place, style: HeadingStyle) -> RawSection | None:
    text = place.text
    sure = place.after_gap and (place.marked or heading_key(text) in style.repeated)
    decided = decided_by(text, sure=sure)
    if decided is None or (style.decisions and decided == (None, None)):
        return None
    return RawSection(SectionName.DECISION, text.rstrip(":").rstrip(), committee=decided.committee, date=decided.date)


def _with_text(place: _Place, before: set[SectionName], style: HeadingStyle) -> RawSection | None:
    """A heading with its text behind it on the line, or in the next cell of a table."""
    row = cells(place.text)
    if len(row) == 2 and (name := name_of_heading(row[0])):
        return RawSection(name, row[0].rstrip(":").rstrip(), row[1:])
    found = heading_and_text(place.text, everywhere=style.on_one_line)
    if found is None or (found.apart and not place.after_gap) or (found.told and style.decisions):
        return None
    again = found.name in before and found.name in MAIN_SECTIONS
    return None if again else RawSection(found.name, found.heading, [found.text])


def _lead(text: str, before: set[SectionName], style: HeadingStyle) -> RawSection | None:
    """A recommendation that begins with who recommends, where no heading stands above."""
    if SectionName.RECOMMENDATION in before:
        return None
    match = _LEAD.fullmatch(text)
    if match is None or (match["text"] and heading_key(match["heading"]) not in style.repeated):
        return None
    rest = (match["text"] or "").strip(" ,:")
    return RawSection(SectionName.RECOMMENDATION, match["heading"], [rest] if rest else [])


def _marked(place: _Place, style: HeadingStyle) -> RawSection | None:
    """A heading in no table that the document marks as one, as it does the others."""
    text = place.text.rstrip(":").rstrip()
    if not place.marked or _ABSENCE.match(text) or not style.marks:
        return None
    plain = len(text.split()) <= _MOST_WORDS and not text.endswith((".", ",", ";"))
    return RawSection(SectionName.OTHER, text) if plain else None


def _file(place: _Place) -> RawSection | None:
    """Attachments that no heading stands above: the names of files."""
    if place.current.name is SectionName.ATTACHMENTS or not place.after_end or not is_file_name(place.text):
        return None
    return RawSection(SectionName.ATTACHMENTS, None, [place.text])


def is_file_name(line: str) -> bool:
    """Whether a line is the name of a file."""
    return _FILE.fullmatch(line.strip()) is not None


def _repeated(place: _Place, style: HeadingStyle) -> RawSection | None:
    """A heading in no table that several items have, above a text and below one."""
    if len(place.below) < _LONG_TEXT or not place.after_gap or heading_key(place.text) not in style.repeated:
        return None
    if place.current.name in _NO_HEADING_WITHIN or not any(place.current.lines):
        return None
    heading = place.text.rstrip(":").rstrip()
    words = len(heading.split())
    is_name = words > 1 and are_names(heading)
    plain = heading[:1].isupper() and words <= _MOST_WORDS and heading[-1] not in ".,;?!" and not _DIGIT.search(heading)
    return None if not plain or is_name or _ABSENCE.match(heading) else RawSection(SectionName.OTHER, heading)
