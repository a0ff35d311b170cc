"""What stands behind the last item and belongs to the document: all attachments, signatures, a page's foot."""

import re
from collections import Counter

from medsearch.minutes.body.section_headings import MAIN_SECTIONS, name_of_heading
from medsearch.minutes.lines import following, preceding

_TRAILER = re.compile(
    r"(?:bilagsoversigt|bilagsliste|oversigt over bilag|bilagsfortegnelse|underskriftsblad|underskriftside|underskrifter|underskrift|"
    r"signaturside|godkendelse af protokol(?:len)?|protokollens underskrift|samlet bilagsliste|mødets afslutning)\s*:?"
    r"|sidst\s+(?:opdateret|ændret|redigeret)\b.{0,60}"
    r"|næste møde\s*:?\s+(?!er\b).{0,60}"
    r"|mødet\s+(?:blev\s+)?(?:hævet|sluttede|afsluttet|slut)\b.{0,60}",
    re.IGNORECASE,
)
# The foot of a web page: `Kontakt`, `Cookies på denne side`, `Strandvejen 8, 9999 Marehalm`.
_FOOT = re.compile(
    r"(?P<sure>.*\b(?:cookies?|privatlivspolitik|privatliv|tilgængelighedserklæring|webtilgængelighed|cvr|ean|hjemmesiden)\b.*"
    r"|(?:tlf|telefon|e-?mail|mail)\b.*|.*\w@\w.*|.{0,60}\b\d{4}\s+[A-ZÆØÅ][a-zæøå]+)"
    r"|kontakt(?: os)?|[A-ZÆØÅ][\wæøå-]+ (?:Kommune|kommune)|Region \w+|.{3,40}\s\d{1,3}[A-Z]?|følg os.*|om siden|genveje",
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
    return min(found, _foot_of_page(lines))


def _foot_of_page(lines: list[str]) -> int:
    """The line that the foot of a web page begins at, or the number of lines."""
    first, sure = len(lines), False
    for number in range(len(lines) - 1, max(len(lines) - _MOST_LINES, -1), -1):
        line = lines[number].strip()
        match = _FOOT.fullmatch(line) if len(line) < 120 else None
        if line and match is None:
            break
        if match:
            first, sure = number, sure or match["sure"] is not None
    return first if sure else len(lines)


def _stands_apart(lines: list[str], number: int) -> bool:
    """Whether a line is no heading of an item's attachments, which follow one another item by item."""
    above = preceding(lines, number)
    if above is None or (lines[number - 1] and not lines[number - 1].endswith(".")):
        return False
    return (
        "bilag" not in lines[number].lower() or bool(following(lines, number + 1, 1))
    )  # fmt: skip
