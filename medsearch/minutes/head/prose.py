"""What sentences in the head of minutes tell: who met where and when, who was there and who was not."""

import re
from collections.abc import Iterator

from medsearch.language.dates import find_dates, find_times
from medsearch.minutes.body.people import take_absences, told_participants
from medsearch.minutes.head.claims import Claims
from medsearch.minutes.head.committees import is_committee

# Prose that tells where and of whom a meeting was.
_NAME = r"(?P<committee>[A-ZÆØÅ][\wæøå-]*(?:(?:,| og| for| i)?\s[A-ZÆØÅ]?[\wæøå-]+){0,6}?)"
_WHERE = r"(?:\s*,?\s+(?:i|på)\s+(?P<place>[^.,;]{3,80}?))"
_WHEN = r"(?:\s*,?\s+(?:den|d\.|kl\.?|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\b[^;]{0,60}?)"
_BODY = r"\w*(?:[Uu]dvalg|[Rr]åd|[Bb]estyrelse|[Nn]ævn)\w*"
_TAIL = rf"(?:{_WHEN})?(?:{_WHERE})?\s*(?:[.,;]|\s(?:den|kl)\b|$)"
_TOLD = (
    re.compile(rf"\b(?:af)?holdt(?:es)?\b[^.]{{0,80}}?\bmøde\s+i\s+{_NAME}{_TAIL}"),
    re.compile(rf"\b(?:af)?holdt(?:es)?\s+(?P<committee>(?:[A-ZÆØÅ][\wæøå-]*\s)?{_BODY})\s+(?:\w+\s+)?møde{_TAIL}"),
    re.compile(rf"(?P<committee>(?:[A-ZÆØÅ][\wæøå-]*\s)?{_BODY})\s+(?:af)?holdt\s+(?:\w+\s+)?møde{_TAIL}"),
    re.compile(rf"\b[Mm]ødet?\s+i\s+{_NAME}{_TAIL}"),
    re.compile(
        r"(?:Vi\s+(?:sad|mødtes)|Mødet\s+(?:blev\s+)?(?:af)?holdt(?:es)?|Mødet\s+(?:foregik|fandt\s+sted))\s+(?:i|på)\s+(?P<place>[^.]{3,80})\."
    ),
)
# `År 1998, tirsdag den 3. marts`
_YEAR_FIRST = re.compile(
    r"\bÅr\s+((?:19|20)\d{2}),?\s+((?:\w+dag\s+)?(?:den\s+|d\.\s*)?\d{1,2}\.\s*[a-zæøå]{3,9})\b", re.IGNORECASE
)
_HELD = re.compile(r"\b(?:afholdt|holdt|holdtes|afholdtes|mødtes)\b")


def take_prose(claims: Claims) -> None:
    """Takes what sentences of the head tell: who met where, who was there and who was not."""
    for paragraph in _paragraphs(claims.left):
        for pattern in _TOLD:
            if told := pattern.search(paragraph):
                groups = told.groupdict()
                name = (groups.get("committee") or "").strip()
                claims.claim("committee", name if is_committee(name) else None, 1)
                claims.claim("place", groups.get("place"), 1)
        if _HELD.search(paragraph):
            told_when = _YEAR_FIRST.sub(r"\2 \1", paragraph)
            found = next(find_dates(told_when), None)
            times = find_times(told_when[found.end :]) if found else []
            claims.claim("day", found.day if found else None, 1)
            claims.claim("began", times[0] if times else None, 1)
        claims.claim("participants", told_participants(paragraph), 1)
        claims.claim("absent", take_absences([paragraph]).names, 1)


def _paragraphs(left: list[tuple[int, str]]) -> Iterator[str]:
    """Lines that stand directly below each other, as one."""
    paragraph: list[str] = []
    last = -1
    for number, line in left:
        if paragraph and number != last + 1:
            yield " ".join(paragraph)
            paragraph = []
        paragraph.append(line.strip())
        last = number
    if paragraph:
        yield " ".join(paragraph)
