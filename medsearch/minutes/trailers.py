"""What stands behind the last item and belongs to the document: lists of all attachments, signatures, the meeting's end."""

import re
from collections import Counter

from medsearch.minutes.lines import following, preceding
from medsearch.minutes.sections import MAIN_SECTIONS, name_of_heading

_TRAILER = re.compile(
    r"(?:bilagsoversigt|bilagsliste|oversigt over bilag|bilagsfortegnelse|underskriftsblad|underskriftside|underskrifter|underskrift|"
    r"signaturside|godkendelse af protokol(?:len)?|protokollens underskrift|samlet bilagsliste|mødets afslutning)\s*:?"
    r"|sidst\s+(?:opdateret|ændret|redigeret)\b.{0,60}"
    r"|mødet\s+(?:blev\s+)?(?:hævet|sluttede|afsluttet|slut)\b.{0,60}",
    re.IGNORECASE,
)
_MOST_LINES = 80  # that a trailer has


def find_trailer(lines: list[str]) -> int:
    """The line that the trailer of the document begins at, or the number of lines: no item's sections follow it."""
    found = len(lines)
    said = Counter(line.strip().lower().rstrip(":") for line in lines)
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number].strip()
        if name_of_heading(line) in MAIN_SECTIONS:
            break
        alone = said[line.lower().rstrip(":")] == 1
        if alone and _TRAILER.fullmatch(line) and _stands_apart(lines, number) and len(lines) - number <= _MOST_LINES:
            found = number
    return found


def _stands_apart(lines: list[str], number: int) -> bool:
    """Whether a line is no heading of an item's attachments, which follow one another item by item."""
    above = preceding(lines, number)
    return (number == 0 or not lines[number - 1]) and above is not None and (
        "bilag" not in lines[number].lower() or bool(following(lines, number + 1, 1))
    )  # fmt: skip
