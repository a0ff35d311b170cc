"""Where one meeting ends and the next begins, in a file that holds several bound together."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from medsearch.minutes.body.section_headings import decided_by, is_section_heading
from medsearch.minutes.head.committees import is_committee, read_title_line
from medsearch.minutes.head.header import is_place_line, says_only_title
from medsearch.minutes.head.labels import begins_header, dated_label, is_meeting_title, read_label
from medsearch.minutes.items.candidates import is_heading_form
from medsearch.minutes.items.contents import is_contents_heading
from medsearch.minutes.lines import Lines, following, preceding

_LINES_ABOVE = 4  # that the date of a meeting may have above it in its head
_LINES_BELOW = 8
_LONGEST = 110  # characters of a line of a head
_MAY_BE_DATED = re.compile(r"\d{1,2}[-./ ]+\w")


class _Key(NamedTuple):
    """What tells a meeting from another."""

    committee: str | None
    day: dt.date | None

    def is_same(self, other: "_Key") -> bool:
        """Whether both may be one meeting."""
        return self.day == other.day and (
            None in (self.committee, other.committee) or self.committee == other.committee
        )


def split_meetings(lines: Lines) -> Iterator[Lines]:
    """The lines of each meeting. A title that is printed again, as at the head of every page, is left out."""
    texts = list(lines.texts)
    starts = [0]
    begun: _Key | None = None
    with_items = False  # whether the meeting begun has any so far
    for number, line in enumerate(texts):
        key = _key(line)
        if key is None:
            other = _key_of_head(texts, number) if with_items or begun is None else None
            begun = begun or _dated(line) or other
            if with_items and begun and other and not other.is_same(begun):
                starts.append(_first_line(texts, number, starts[-1]))
                begun, with_items = other, False
            with_items = with_items or is_heading_form(line) or is_section_heading(line)
        elif begun is None or (begun.committee is None and key.day == begun.day):
            begun = key  # the first title, or the first that names the committee of the date above it
        elif key.is_same(begun):
            title = is_meeting_title(line)
            texts[number] = "" if title and not title.rest else line
        elif with_items and _begins(texts, number):
            with_items = False
            starts.append(_first_line(texts, number, starts[-1]))
            begun = key
    kept = replace(lines, texts=texts)
    for start, end in zip(starts, [*starts[1:], len(texts)], strict=True):
        yield kept.part(start, end)


def _key(line: str) -> _Key | None:
    """The meeting that a line names by itself: the title of minutes, or the label of a meeting's date."""
    title = is_meeting_title(line)
    if title:
        return _Key(title.committee, title.day)
    return _dated(line) if line.lower().startswith(("mødedato", "starttidspunkt")) else None


def _dated(line: str) -> _Key | None:
    day = dated_label(line)
    return _Key(None, day) if day else None


def _key_of_head(lines: list[str], number: int) -> _Key | None:
    """The meeting whose head the dated line is part of: other lines of a head stand around it, and an item below."""
    line = lines[number]
    if len(line) > _LONGEST or not _MAY_BE_DATED.search(line) or line.endswith(".") or decided_by(line):
        return None
    title = read_title_line(line)
    if title.day is None or title.rest:
        return None
    above = [lines[place] for place in _head_above(lines, number)]
    committee = title.committee or next(filter(is_committee, above), None)
    says_so = committee or title.is_formula or any(map(says_only_title, above))
    return _Key(committee, title.day) if says_so and _item_follows(lines, number) else None


def _head_above(lines: list[str], number: int) -> list[int]:
    """The lines directly above that are of the same head: its title, the committee."""
    found: list[int] = []
    place = preceding(lines, number)
    while (
        place is not None
        and len(found) < _LINES_ABOVE
        and (says_only_title(lines[place]) or is_committee(lines[place]))
    ):
        found.append(place)
        place = preceding(lines, place)
    return found


def _item_follows(lines: list[str], number: int) -> bool:
    """Whether nothing but lines of a head stands between a line and the first item, or the contents list."""
    for place in following(lines, number + 1, _LINES_BELOW):
        line = lines[place]
        if is_heading_form(line) or is_contents_heading(line):
            return True
        if not (read_label(line) or is_place_line(line) or says_only_title(line) or is_committee(line)):
            return False
    return False


def _begins(lines: list[str], number: int) -> bool:
    """Whether a line that is like the title of a meeting is one: the head goes on below it, or the first item comes."""
    if is_meeting_title(lines[number]) is None:
        return True
    after = following(lines, number + 1, 2)
    return begins_header(lines, number + 1) or any(
        is_heading_form(lines[place]) or read_label(lines[place])
        for place in after[: 2 if after[:1] == [number + 1] else 1]
    )


def _first_line(lines: list[str], number: int, least: int) -> int:
    """The first line of the head that the line at `number` is of."""
    above = [place for place in _head_above(lines, number) if place > least]
    return min(above, default=number)
