"""The lines that could be the heading of an agenda item, each with what speaks for it."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from medsearch.minutes.body.section_headings import is_section_heading
from medsearch.minutes.items.contents import Contents
from medsearch.minutes.items.details import read_details
from medsearch.minutes.items.item_headings import Below, ItemHeading, read_below
from medsearch.minutes.items.titles import Title, read_title
from medsearch.minutes.lines import LONGEST_HEADING, Lines, following, preceding, squeeze

_BEHIND = r"(?:[.:)–-]\s*(?P<title>\S.*)?|(?P<bare>[A-ZÆØÅ\d\"”»(].*)?)"
# The forms of an item heading, and how much each speaks for itself.
FORMS = (
    (re.compile(rf"(?:Punkt|PUNKT|Pkt\.?|PKT\.?)\s*(?:nr\.?\s*)?:?\s*(?P<number>\d{{1,4}}(?!\d))\s*{_BEHIND}"), 1),
    (re.compile(rf"(?:Sag|SAG)\s+nr\.?\s*:?\s*(?P<number>\d{{1,4}}(?!\d))\s*{_BEHIND}"), 1),
    (re.compile(r"(?:(?:[A-ZÆØÅ]{1,5}-)?(?P<number>\d{1,3})/\d{2}(?:-[A-ZÆØÅ])?)\s+(?P<title>[A-ZÆØÅ\"”»].*)"), 1),
    (re.compile(r"(?:Nr|NR)\.?\s*(?P<number>\d{1,4})\s*[.:–-]?\s*(?P<title>[A-ZÆØÅ\"”»].*)"), 1),
    (re.compile(r"(?P<number>\d{1,4})\.?\s*(?P<title>[(\[](?:Åben|Lukket|åben|lukket)[)\]]\s*\S.*)"), 1),
    (re.compile(r"(?P<closed>[Ll]ukket)\s+(?P<number>\d{1,4})[.:]?\s+(?P<title>\S.*)"), 1),
    (re.compile(rf"(?:Ad|AD)\s*\.?\s*(?P<number>\d{{1,3}}(?!\d))\s*{_BEHIND}"), 0),
    (re.compile(r"(?P<number>\d{1,4})\s?[.:)]\s*(?P<title>[A-ZÆØÅ\d\"”»(].*)"), 0),
    (
        re.compile(
            r"(?P<number>\d{1,4})(?:\s*[–-])?\s+(?P<title>(?:(?:19|20)\d{2}-)?[A-ZÆØÅ\"”»].*|(?:19|20)\d{2}-[a-zæøå].*)"
        ),
        -1,
    ),
    (re.compile(r"(?P<number>\d{1,4})(?P<title>[A-ZÆØÅ][a-zæøå].*)"), -1),
)
# Items that nearly every agenda has, with hardly a word below them.
_USUAL = re.compile(
    r"(?:eventuelt|evt\.?|meddelelser|gensidig orientering|bordet rundt|godkendelse af (?:dagsorden|referat)\w*|bemærkninger til dagsorden\w*|orientering\w*)(?:\s|$)",
    re.IGNORECASE,
)
_LEADING_NUMBER = re.compile(r"(\d{1,4})[.:)]?\s")
_MOST_LINES = 8  # of a title
_FULL_LINE = 55  # characters from which a line may have been wrapped


class Candidate(NamedTuple):
    """A line that could be a heading: its form, and how much speaks for it."""

    heading: ItemHeading
    form: int
    evidence: int

    @property
    def number(self) -> int:
        """The number of the item."""
        return int(self.heading.number or 0)


def is_heading_form(line: str) -> bool:
    """Whether a line has one of the forms of an item heading that speak for themselves."""
    return any(pattern.fullmatch(line.strip()) for pattern, strength in FORMS if strength >= 0)


def find_candidates(lines: Lines, contents: Contents) -> list[Candidate]:
    """The lines that have one of the forms of a heading, in order; a heading that is printed twice counts once."""
    return list(_without_repetitions(_of_any_form(lines, contents)))


def _of_any_form(lines: Lines, contents: Contents) -> Iterator[Candidate]:
    for start, line in enumerate(lines.texts):
        if start in contents.lines or len(line) > LONGEST_HEADING:
            continue
        for form, (pattern, strength) in enumerate(FORMS):
            match = pattern.fullmatch(line.strip())
            if match:
                yield _read_candidate(lines, start, match, form, strength, contents)
                break


def _without_repetitions(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates but those that an earlier one holds: a heading may be printed twice in a row."""
    end = 0
    for candidate in candidates:
        if candidate.heading.start >= end:
            yield candidate
            end = candidate.heading.end


def _read_candidate(
    lines: Lines, start: int, match: re.Match[str], form: int, strength: int, contents: Contents
) -> Candidate:
    groups = match.groupdict()
    words, end = _title_lines(lines, start, groups.get("title") or groups.get("bare"), contents)
    title = read_title(" ".join(words))
    number = str(int(match["number"]))
    below = read_below(lines.texts, end, number, title.words)
    closed = next((said for said in (title.closed, below.closed) if said is not None), False)
    heading = ItemHeading(
        start,
        below.end,
        number,
        title.words or None,
        closed or groups.get("closed") is not None,
        below.case_number or title.case_number,
        (*title.codes, *below.details),
    )
    return Candidate(heading, form, strength + _evidence(lines, heading, title, below, contents))


def _evidence(lines: Lines, heading: ItemHeading, title: Title, below: Below, contents: Contents) -> int:
    after = following(lines.texts, heading.end, 1)
    above = preceding(lines.texts, heading.start)
    printed = " ".join(lines.texts[heading.start : heading.start + 1])
    return (
        2 * (heading.case_number is not None)
        + 2 * (heading.title is not None and contents.holds(heading.title))
        + 2 * (heading.start in lines.marked)
        + 2 * below.repeated
        + (below.seen and heading.case_number is None and not below.repeated)
        + bool(title.codes or title.closed is not None)
        + (_USUAL.match(title.words) is not None)
        - _is_entry(lines.texts, heading, above)
        + (bool(after) and is_section_heading(lines.texts[after[0]]))
        + (above is None or lines.ends_paragraph(heading.start - 1))
        - 2 * (printed.rstrip().endswith((",", ";")))
    )


def _is_entry(lines: list[str], heading: ItemHeading, above: int | None) -> bool:
    """Whether the line above has the number before: then both may be entries of a list."""
    match = _LEADING_NUMBER.match(lines[above].strip()) if above is not None else None
    return match is not None and match[1] == str(int(heading.number or 0) - 1)


def _title_lines(lines: Lines, start: int, printed: str | None, contents: Contents) -> tuple[list[str], int]:
    """The words of a title that begins at line `start`, and the line after them."""
    words = [printed] if printed else []
    end = start + 1
    if not words:
        return _title_below(lines.texts, end)
    while len(words) < _MOST_LINES and end < len(lines.texts) and lines.texts[end]:
        if not _goes_on(lines, end, " ".join(words), contents):
            break
        words.append(lines.texts[end].strip())
        end += 1
    below = following(lines.texts, end, 1)
    if below and _is_torn_off(lines.texts[below[0]].strip(), " ".join(words), contents):
        return [*words, lines.texts[below[0]].strip()], below[0] + 1
    return words, end


def _is_torn_off(line: str, title: str, contents: Contents) -> bool:
    """Whether a paragraph of its own is the rest of a title that the contents list has whole."""
    return (
        line[0].islower()
        and contents.match(title) != title
        and contents.goes_on(title, line)
        and len(line) < _FULL_LINE
    )


def _goes_on(lines: Lines, number: int, title: str, contents: Contents) -> bool:
    """Whether the title goes on at line `number`, directly below its beginning."""
    line = lines.texts[number].strip()
    if title.endswith(("-", "–")):
        return True
    if ends_title(line) or squeeze(line) == squeeze(title):
        return False
    if contents.goes_on(title, line):
        return True
    if title in contents.titles:
        return False
    at_end = number + 1 >= len(lines.texts) or not lines.texts[number + 1] or ends_title(lines.texts[number + 1])
    if title.endswith(")") or line.endswith((".", ":", ",")):
        at_end = False
    wrapped = line[0].islower() or title.endswith((" og", " for", " af", "-", ","))
    return wrapped or (number in lines.marked) or (at_end and len(title) >= _FULL_LINE)


def _title_below(lines: list[str], end: int) -> tuple[list[str], int]:
    after = following(lines, end, 1)
    if after and not ends_title(lines[after[0]]):
        return [lines[after[0]].strip()], after[0] + 1
    return [], end


def ends_title(line: str) -> bool:
    """Whether a line cannot be the rest of a title: it is a heading itself, or details."""
    return (
        is_section_heading(line)
        or read_details(line) is not None
        or any(pattern.fullmatch(line.strip()) for pattern, _ in FORMS)
    )
