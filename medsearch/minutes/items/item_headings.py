"""What the heading of an agenda item says, and the details that stand below it."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from medsearch.minutes.items.details import read_details
from medsearch.minutes.items.titles import read_title
from medsearch.minutes.lines import following, squeeze
from medsearch.model import CaseNumber

_NUMBER_BEFORE = re.compile(r"\W*(?:(?:punkt|pkt|sag nr|ad|nr)\W*)?(?P<number>\d{1,4})\W+", re.IGNORECASE)
_NEAR = 8  # lines of details that may stand below a heading


@dataclass(frozen=True, slots=True)
class ItemHeading:
    """The heading of an agenda item: the lines it stands on with its details, and what it says."""

    start: int
    end: int  # the line after the heading and its details
    number: str | None
    title: str | None
    closed: bool = False
    case_number: CaseNumber | None = None
    details: tuple[str, ...] = ()


class Below(NamedTuple):
    """What stands below a heading and belongs to it."""

    end: int
    case_number: CaseNumber | None = None
    closed: bool | None = None
    details: tuple[str, ...] = ()
    repeated: bool = False
    seen: bool = False  # whether there was anything


def read_below(lines: list[str], start: int, number: str | None, title: str) -> Below:
    """The details below a heading, and the heading printed again."""
    below = Below(start)
    statuses: set[bool] = set()
    for line in following(lines, start, _NEAR):
        text = lines[line].strip()
        if _repeats(text, number, title):
            below = below._replace(end=line + 1, repeated=True)
            continue
        found = read_details(text)
        if found is None:
            break
        if found.says_both:
            statuses |= {True, False}
        elif found.closed is not None:
            statuses.add(found.closed)
        known = below.case_number
        others = [*below.details, *found.others]
        if known and found.case_number and not found.labelled:
            others.append(found.case_number.printed)
        elif found.case_number:
            others += [known.printed] if known else []
            known = found.case_number
        below = below._replace(end=line + 1, case_number=known, details=tuple(others), seen=True)
    return below._replace(closed=statuses.pop() if len(statuses) == 1 else None)


def _repeats(text: str, number: str | None, title: str) -> bool:
    """Whether a line says the heading again, with or without its number."""
    if not title:
        return False
    wanted = squeeze(title)
    if squeeze(text) in (wanted, squeeze(f"punkt {number} {title}"), squeeze(f"{number} {title}")):
        return True
    before = _NUMBER_BEFORE.match(text)
    if before and before["number"].lstrip("0") != number:
        return False
    return squeeze(read_title(text[before.end() :] if before else text).words) == wanted
