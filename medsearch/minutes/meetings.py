"""Where one meeting ends and the next begins, in a file that holds several bound together."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from medsearch.minutes.candidates import is_heading_form
from medsearch.minutes.labels import begins_header, dated_label, is_meeting_title, read_label
from medsearch.minutes.lines import Lines, following, preceding
from medsearch.minutes.section_headings import is_section_heading

_TITLE_ABOVE = 4  # lines that the title of a meeting may have above its dated label


def split_meetings(lines: Lines) -> Iterator[Lines]:
    """The lines of each meeting. A title that is printed again, as at the head of every page, is left out."""
    texts = list(lines.texts)
    starts = [0]
    begun: tuple[str | None, dt.date | None] | None = None
    with_items = False  # whether the meeting begun has any so far
    for number, line in enumerate(texts):
        key = _key(texts, number)
        if key is None:
            begun = begun or _dated(line)
            with_items = with_items or is_heading_form(line) or is_section_heading(line)
        elif begun is None or (key == begun and is_meeting_title(line) is None):
            begun = begun or key
        elif begun[0] is None and key[1] == begun[1]:
            begun = key  # the first title that names the committee of the date above it
        elif _is_same(key, begun):
            title = is_meeting_title(line)
            texts[number] = "" if title and not title.rest else line
        elif with_items and _begins(texts, number):
            with_items = False
            starts.append(_first_line(texts, number, starts[-1]))
            begun = key
    kept = replace(lines, texts=texts)
    for start, end in zip(starts, [*starts[1:], len(texts)], strict=True):
        yield kept.part(start, end)


def _key(lines: list[str], number: int) -> tuple[str | None, dt.date | None] | None:
    """What tells a meeting from another, of a line that says it."""
    line = lines[number]
    title = is_meeting_title(line)
    if title:
        return title.committee, title.day
    return _dated(line) if line.lower().startswith(("mødedato", "starttidspunkt")) else None


def _dated(line: str) -> tuple[str | None, dt.date | None] | None:
    day = dated_label(line)
    return (None, day) if day else None


def _is_same(key: tuple[str | None, dt.date | None], begun: tuple[str | None, dt.date | None]) -> bool:
    return key[1] == begun[1] and (None in (key[0], begun[0]) or key[0] == begun[0])


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
    """The first line of the head that a dated label stands in: its title may stand a few lines above."""
    if is_meeting_title(lines[number]):
        return number
    first = number
    for _ in range(_TITLE_ABOVE):
        above = preceding(lines, first)
        if above is None or above <= least or not _is_head(lines[above]):
            break
        first = above
    return first


def _is_head(line: str) -> bool:
    words = line.lower().split()
    return bool(words) and (words[0] in ("referat", "dagsorden", "beslutningsprotokol") or len(words) <= 4) and not line.endswith(".")  # fmt: skip
