"""Agenda items whose numbers are lost, as in text copied from a web page: told apart by what comes again."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from medsearch.minutes.body.section_headings import MAIN_SECTIONS, is_section_heading, name_of_heading
from medsearch.minutes.body.sections import is_file_name
from medsearch.minutes.head.committees import read_title_line
from medsearch.minutes.head.labels import read_label
from medsearch.minutes.items.above import group_heading
from medsearch.minutes.items.contents import Contents
from medsearch.minutes.items.details import read_details
from medsearch.minutes.items.item_headings import ItemHeading, read_below
from medsearch.minutes.items.titles import read_title
from medsearch.minutes.lines import Lines, following, preceding
from medsearch.model import SectionName

_LONGEST_TITLE = 160
_LABELLED = re.compile(r"(?:[-*•]\s*)?(?P<label>emne|sag|punkt|pkt|tema)\s*:\s*(?P<title>\S.*)", re.IGNORECASE)
_LETTERED = re.compile(r"(?P<letter>[a-zæøå])[.)]\s+(?P<title>[A-ZÆØÅ].*)")
_ROMAN = re.compile(r"(?P<number>[IVX]{1,5})[.):]\s+(?P<title>\S.*)")
_ROMANS = tuple("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split())
_SHORT = 70  # characters of a title that nothing marks
_LONG = 80  # characters of a text below it

Titles = Iterator[tuple[int, str | None]]
"""Lines that items begin at, with their titles; None where the item has none."""


def find_unnumbered(lines: Lines, contents: Contents) -> list[ItemHeading]:
    """The headings of items without numbers, by the first kind of evidence that tells at least two items apart.

    In this order: case numbers or `Åbent` below every title, titles of the contents list, a label before every title,
    roman numerals, headings that the document marks, letters, lines in capitals, the places where the sections begin
    over again, short lines above texts.
    """
    for evidence in _EVIDENCE:
        found = list(_headings(lines, evidence(lines, contents)))
        if len(found) > 1:
            return found
    return []


def _headings(lines: Lines, titles: Titles) -> Iterator[ItemHeading]:
    end = 0
    for place, printed in titles:
        if place < end:
            continue
        roman = _ROMAN.fullmatch(printed or "")
        title = read_title(roman["title"] if roman else printed or "")
        below = read_below(lines.texts, place + (printed is not None), None, title.words)
        closed = next((said for said in (title.closed, below.closed) if said is not None), False)
        number = below.case_number or title.case_number
        end = below.end
        number_printed = roman["number"] if roman else None
        yield ItemHeading(
            place, end, number_printed, title.words or None, closed, number, (*title.codes, *below.details)
        )


def _is_title(line: str) -> bool:
    text = line.strip()
    if text.startswith(("-", "•", "*", "–")) or is_file_name(text):
        return False
    plain = not (is_section_heading(text) or read_details(text) or read_label(text) or group_heading(text))
    return (
        plain and 2 < len(text) <= _LONGEST_TITLE and not text.endswith((".", ",", ";", ":")) and not text[0].islower()
    )


def _above_details(lines: Lines, contents: Contents) -> Titles:
    """Where a labelled case number, or open or closed, stands below a title, or below none where that is lost too."""
    found = list(_details(lines.texts))
    titled = [above for _, above in found if _is_title(lines.texts[above])]
    marked = sum(above in lines.marked for above in titled) * 2 > len(titled)
    for number, above in found:
        if _is_title(lines.texts[above]) and (not marked or above in lines.marked):
            yield above, lines.texts[above]
        else:
            yield number, None


def _details(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The first lines of details, each with the line above it."""
    for number, line in enumerate(lines):
        details = read_details(line) if line else None
        if details is None or not (details.labelled or details.closed is not None):
            continue
        above = preceding(lines, number)
        if above is not None and not read_details(lines[above]):
            yield number, above


def _in_contents(lines: Lines, contents: Contents) -> Titles:
    for number, line in enumerate(lines.texts):
        if number not in contents.lines and line and _is_title(line) and contents.holds(line):
            yield number, line


def _marked(lines: Lines, contents: Contents) -> Titles:
    """Headings that the document marks: those below which a section comes soon, else all that no label is."""
    places = [n for n in sorted(lines.marked) if n not in contents.lines and _is_title(lines.texts[n])]
    before_sections = [n for n in places if _section_follows(lines.texts, n)]
    if len(before_sections) * 2 <= len(places):
        before_sections = [n for n in places if not _names_meeting(lines.texts[n])]
    for number in before_sections:
        yield number, lines.texts[number]


def _names_meeting(line: str) -> bool:
    title = read_title_line(line)
    return bool(title.day or title.committee or title.is_paper)


def _section_follows(lines: list[str], number: int) -> bool:
    return any(is_section_heading(lines[place]) for place in following(lines, number + 1, 4))


def _labelled(lines: Lines, contents: Contents) -> Titles:
    """Lines that begin with the same label: `Emne: Sommerferien`."""
    found = [(n, match) for n, line in enumerate(lines.texts) if (match := _LABELLED.fullmatch(line.strip()))]
    counts = Counter(match["label"].lower() for _, match in found)
    for number, match in found:
        if counts[match["label"].lower()] > 1:
            yield number, match["title"]


def _lettered(lines: Lines, contents: Contents) -> Titles:
    """Lines `a) Title`, `b) Title` ... in order, each with room around it."""
    found = [
        (n, match)
        for n, line in enumerate(lines.texts)
        if (match := _LETTERED.fullmatch(line.strip())) and (n == 0 or not lines.texts[n - 1]) and _is_title(line)
    ]
    letters = "".join(match["letter"] for _, match in found)
    if letters and "abcdefghijklmnopqrstuvwxyz".startswith(letters):
        yield from ((number, match["title"]) for number, match in found)


def _roman(lines: Lines, contents: Contents) -> Titles:
    """Lines `I. Title`, `II. Title` ... in order."""
    found = [(n, line.strip()) for n, line in enumerate(lines.texts) if _ROMAN.fullmatch(line.strip())]
    numbers = tuple(line.split()[0].rstrip(".):") for _, line in found)
    if numbers and numbers == _ROMANS[: len(numbers)]:
        yield from found


def _capitals(lines: Lines, contents: Contents) -> Titles:
    """Lines in capitals above a text, the title of the document apart."""
    for number, line in enumerate(lines.texts):
        text = line.strip()
        if 3 < len(text) <= _SHORT and text.isupper() and number and _is_title(text) and not _names_meeting(text):
            yield number, line


def _where_sections_begin_again(lines: Lines, contents: Contents) -> Titles:
    """The titles above the first section of each item: sections come in the same order in every item."""
    names = [(n, name_of_heading(line)) for n, line in enumerate(lines.texts) if name_of_heading(line) in MAIN_SECTIONS]
    first = names[0][1] if names else None
    for number, name in names:
        above = preceding(lines.texts, number)
        if name is first and name is not SectionName.DECISION and above is not None and _is_title(lines.texts[above]):
            yield above, lines.texts[above]


def _short_lines(lines: Lines, contents: Contents) -> Titles:
    """Short lines below a gap and above a text, where minutes are written freely."""
    for number, line in enumerate(lines.texts):
        if not 0 < len(line) <= _SHORT or number == 0 or not lines.ends_paragraph(number - 1):
            continue
        after = following(lines.texts, number + 1, 1)
        if after and len(lines.texts[after[0]]) >= _LONG and _is_title(line):
            yield number, line


_EVIDENCE: tuple[Callable[[Lines, Contents], Titles], ...] = (
    _above_details,
    _in_contents,
    _labelled,
    _roman,
    _marked,
    _lettered,
    _capitals,
    _where_sections_begin_again,
    _short_lines,
)
