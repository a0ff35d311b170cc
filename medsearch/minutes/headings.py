"""Where agenda items begin: every line that could be a heading is weighed by what speaks for it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from medsearch.minutes.contents import Contents
from medsearch.minutes.lines import following, squeeze
from medsearch.minutes.sections import is_section_heading
from medsearch.model import CaseNumber

_TITLE_BEHIND = r"(?:[.:)–-]\s*(?P<title>\S.*)?|(?P<bare>[A-ZÆØÅ\d\"”»(].*)?)"
# The forms of an item heading, and how much each speaks for itself.
_FORMS = (
    (re.compile(rf"(?:Punkt|PUNKT|Pkt\.?)\s*:?\s*(?P<number>\d{{1,4}})\s*{_TITLE_BEHIND}"), 1),
    (re.compile(rf"Sag\s+nr\.?\s*(?P<number>\d{{1,4}})\s*{_TITLE_BEHIND}"), 1),
    (re.compile(r"(?P<number>\d{1,4})\s?[.:]\s*(?P<title>[A-ZÆØÅ\d\"”»].*)"), 0),
)
_ENOUGH = 3
_CASE_LABEL = re.compile(
    r"(?:sags?(?:id|nr|nummer)|acadre\s+sags(?:nr|nummer)|journal(?:nr|nummer))\b\.?\s*:?\s*", re.IGNORECASE
)
_BARE_NUMBER = re.compile(r"\d{3,10}")
# Beside or below a heading: whether the item is open, perhaps with its case number.
_STATUS = re.compile(r"(?P<status>åbent?|lukket)\b(?:\s+(?:sag|punkt|dagsorden)\b)?\s*[-–:]?\s*", re.IGNORECASE)
_CLOSED = (
    re.compile(r"(?P<title>.*?)\s*[-–]\s*lukket(?:\s+(?:punkt|sag))?", re.IGNORECASE),
    re.compile(r"(?P<title>.*?)\s*\(\s*(?:lukket(?:\s+(?:punkt|sag))?|for\s+lukkede\s+døre)\s*\)", re.IGNORECASE),
    re.compile(r"(?:lukket(?:\s+(?:punkt|sag))?|fortroligt?)\s*[-–:]\s*(?P<title>.+)", re.IGNORECASE),
    re.compile(r"(?P<title>lukket\s+(?:punkt|sag))", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class ItemHeading:
    """The heading of an agenda item: the lines it stands on with its case number, and what it says."""

    start: int
    end: int  # the line after the heading and its case number
    number: str
    title: str | None
    closed: bool
    case_number: CaseNumber | None


@dataclass(frozen=True, slots=True)
class _Candidate:
    heading: ItemHeading
    form: int
    evidence: int

    @property
    def number(self) -> int:
        return int(self.heading.number)


def find_headings(lines: list[str], contents: Contents) -> list[ItemHeading]:
    """The headings of all agenda items in `lines`, in order of print.

    A line of one of the known forms is a heading where enough speaks for it: its title stands in the contents
    list, a case number or a section follows, an item with the number before or after it is there, it has room.
    """
    candidates = list(_without_repetitions(_candidates(lines, contents)))
    accepted = [candidate for candidate in candidates if candidate.evidence >= _ENOUGH]
    accepted = accepted or _plain_series(candidates)
    sure = {(candidate.form, candidate.number) for candidate in accepted}
    for candidate in candidates:
        if candidate.evidence == _ENOUGH - 1 and (candidate.form, candidate.number) not in sure:
            accepted.extend([candidate] if _in_sequence(candidate, accepted) else [])
    return sorted((candidate.heading for candidate in accepted), key=lambda heading: heading.start)


def without_closed_mark(title: str) -> str:
    """A title without the words that mark an item as closed: `Salg af areal - Lukket punkt`."""
    return _open_or_closed(title)[0]


def parse_case_number(line: str) -> CaseNumber | None:
    """The case number that a line holds and nothing else, with or without a label before it."""
    text = line.strip()
    label = _CASE_LABEL.match(text)
    behind = text[label.end() :] if label else text
    if label and _BARE_NUMBER.fullmatch(behind):
        return CaseNumber(behind)
    return CaseNumber.parse(behind)


def _without_repetitions(candidates: Iterable[_Candidate]) -> Iterator[_Candidate]:
    """The candidates but those that an earlier one holds: a heading may be printed twice in a row."""
    end = 0
    for candidate in candidates:
        if candidate.heading.start >= end:
            yield candidate
            end = candidate.heading.end


def _plain_series(candidates: list[_Candidate]) -> list[_Candidate]:
    """Headings that nothing else speaks for than that they are many, of one form, and numbered one after the other."""
    for form in range(len(_FORMS)):
        of_form = [c for c in candidates if c.form == form and c.evidence == _ENOUGH - 1]
        numbers = [candidate.number for candidate in of_form]
        if len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            return of_form
    return []


def _in_sequence(candidate: _Candidate, accepted: list[_Candidate]) -> bool:
    """Whether a candidate stands next to the item with the number before or after its own, in order."""
    in_order = sorted(accepted, key=lambda other: other.heading.start)
    before = [other.number for other in in_order if other.heading.start < candidate.heading.start]
    behind = [other.number for other in in_order if other.heading.start > candidate.heading.start]
    follows = not before or before[-1] < candidate.number
    precedes = not behind or behind[0] > candidate.number
    is_next = candidate.number - 1 in before[-1:] or candidate.number + 1 in behind[:1]
    return follows and precedes and is_next


def _candidates(lines: list[str], contents: Contents) -> Iterator[_Candidate]:
    for start, line in enumerate(lines):
        if start in contents.lines:
            continue
        for form, (pattern, strength) in enumerate(_FORMS):
            match = pattern.fullmatch(line.strip())
            if match:
                printed = match["title"] or match.groupdict().get("bare")
                heading = _read_heading(lines, start, match["number"], printed)
                yield _Candidate(heading, form, strength + _evidence(lines, heading, contents))
                break


def _evidence(lines: list[str], heading: ItemHeading, contents: Contents) -> int:
    after = following(lines, heading.end)
    return (
        2 * (heading.case_number is not None)
        + 2 * (heading.title is not None and contents.holds(heading.title))
        + (bool(after) and is_section_heading(lines[after[0]]))
        + (heading.start == 0 or not lines[heading.start - 1])
    )


def _read_heading(lines: list[str], start: int, number: str, printed: str | None) -> ItemHeading:
    """The heading that begins at line `start`: its title goes on to the next empty line, its case number may follow."""
    end = start + 1
    words = [printed] if printed else []
    while end < len(lines) and lines[end] and not _ends_title(lines[end]):
        words.append(lines[end].strip())
        end += 1
    if not words:
        words, end = _title_below(lines, end)
    title, closed = _open_or_closed(" ".join(words))
    case_number = None
    for line in _near(lines, end):
        text = lines[line].strip()
        status = _STATUS.match(text)
        behind = text[status.end() :] if status else text
        number_here = parse_case_number(behind)
        if number_here is None and not (status and not behind) and not _repeats(text, number, title):
            break
        closed = closed or (status is not None and status["status"].lower() == "lukket")
        case_number, end = number_here or case_number, line + 1
    return ItemHeading(start, end, str(int(number)), title or None, closed, case_number)


def _near(lines: list[str], start: int) -> Iterator[int]:
    """The numbers of the next lines that are not empty."""
    return islice((number for number in range(start, len(lines)) if lines[number]), 4)


def _repeats(text: str, number: str, title: str) -> bool:
    """Whether a line says the heading again, with or without its number."""
    said = squeeze(text)
    return bool(title) and said in (squeeze(title), squeeze(f"punkt {number} {title}"), squeeze(f"{number} {title}"))


def _title_below(lines: list[str], end: int) -> tuple[list[str], int]:
    after = following(lines, end)
    if after and not _ends_title(lines[after[0]]):
        return [lines[after[0]].strip()], after[0] + 1
    return [], end


def _ends_title(line: str) -> bool:
    return (
        is_section_heading(line)
        or parse_case_number(line) is not None
        or any(pattern.fullmatch(line.strip()) for pattern, _ in _FORMS)
    )


def _open_or_closed(printed: str) -> tuple[str, bool]:
    title = " ".join(printed.split())
    for pattern in _CLOSED:
        closed = pattern.fullmatch(title)
        if closed:
            return closed["title"] or title, True
    return title, False
