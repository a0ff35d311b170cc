"""The words of an item's heading: its title without marks, codes, time slots and case numbers."""

import re
from typing import NamedTuple

from medsearch.minutes.items.details import parse_case_number
from medsearch.minutes.lines import LONGEST_HEADING
from medsearch.model import CaseNumber

_POINT = r"lukket(?:\s+(?:punkt|sag|møde))?"
_CLOSED = (
    re.compile(rf"(?P<title>.*?)\s*[-–]\s*{_POINT}", re.IGNORECASE),
    re.compile(rf"(?P<title>.*?)\s*[(\[]\s*(?:{_POINT}|for\s+lukkede\s+døre|fortroligt?)\s*[)\]]", re.IGNORECASE),
    re.compile(rf"[(\[]\s*(?:{_POINT}|for\s+lukkede\s+døre)\s*[)\]]\s*[-–:]?\s*(?P<title>.+)", re.IGNORECASE),
    re.compile(rf"(?:{_POINT}|fortroligt?(?:\s+(?:punkt|sag))?)\s*[-–:]\s*(?P<title>.+)", re.IGNORECASE),
    re.compile(r"(?P<title>lukket\s+(?:punkt|sag))", re.IGNORECASE),
)
_OPEN = (
    re.compile(r"[(\[]\s*åben(?:t)?(?:\s+(?:punkt|sag))?\s*[)\]]\s*[-–:]?\s*(?P<title>.+)", re.IGNORECASE),
    re.compile(r"(?P<title>.+?)\s*(?:[(\[]\s*åbent?(?:\s+(?:punkt|sag))?\s*[)\]]|[-–]\s*åbent?(?:\s+(?:punkt|sag))?)", re.IGNORECASE),
    re.compile(r"åben(?:t)?\s+(?:punkt|sag)\s*[-–:]\s*(?P<title>.+)", re.IGNORECASE),
)  # fmt: skip
# `(B)`, `(Beslutning)`, `(kl. 12.15-12.20)`, `(5 min)` behind a title.
_CODE = re.compile(
    r"(?P<title>.*?)\s*(?P<code>[(\[]\s*(?:[A-ZÆØÅ]{1,2}|beslutning(?:ssag|spunkt)?|orientering(?:ssag|spunkt)?|drøftelse(?:ssag|spunkt)?|"
    r"(?:ca\.?\s*)?(?:kl\.?\s*)?\d{1,2}[.:]\d{2}(?:\s*[-–]\s*\d{1,2}[.:]\d{2})?|(?:ca\.?\s*)?\d{1,3}\s*min(?:\.|utter)?)\s*[)\]])",
    re.IGNORECASE,
)
_NUMBER_BEHIND = re.compile(r"(?P<title>.*?)\s*[(\[]\s*(?P<number>[^()\[\]]{5,30})\s*[)\]]")

_ABBREVIATED = re.compile(
    r"(?:\.|\b(?:mv|kr|pct|etc|nr|pkt|stk|kl|ca|kap|bl|jf|inkl|ekskl|mio|mia|gr|afd|min))\.$", re.IGNORECASE
)


class Title(NamedTuple):
    """A title, and what its heading says besides."""

    words: str
    closed: bool | None = None  # None: the heading does not say
    case_number: CaseNumber | None = None
    codes: tuple[str, ...] = ()


def read_title(printed: str) -> Title:
    """The title that a heading prints behind its number."""
    words = " ".join(printed.split())
    if len(words) > LONGEST_HEADING:
        return Title(words)
    codes: list[str] = []
    case_number = None
    closed: bool | None = None
    while True:
        before = words
        if words.endswith(".") and not _ABBREVIATED.search(words):
            words = words[:-1].rstrip()
        elif code := _CODE.fullmatch(words):
            words, codes = code["title"], [code["code"], *codes]
        elif (behind := _NUMBER_BEHIND.fullmatch(words)) and (number := parse_case_number(behind["number"])):
            words, case_number = behind["title"], number
        elif closed is None:
            words, closed = _open_or_closed(words)
        if words == before:
            break
    return Title(words, closed, case_number, tuple(codes))


def _open_or_closed(words: str) -> tuple[str, bool | None]:
    for patterns, says in ((_CLOSED, True), (_OPEN, False)):
        for pattern in patterns:
            match = pattern.fullmatch(words)
            if match:
                return match["title"] or words, says
    return words, None
