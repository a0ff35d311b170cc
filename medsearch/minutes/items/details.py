"""What stands beside or below an item's heading: case number, open or closed, initials, numbers of documents."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from medsearch.model import CaseNumber

_SEPARATOR = re.compile(r"[\s|,;·–/-]*")
_CASE_LABEL = re.compile(
    r"(?:acadre[\s-]*)?(?:sags?(?:id|nr|nummer|kode)|j(?:ournal)?\.?\s?(?:nr|nummer)|kle(?:[\s-]?nr)?|emnenr|arkivnr|sag(?=\s*:))\b\.?\s*:?\s*",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"(?:\d{2,4}/\d{1,6}|\d{3,10})(?![\w/.-]*\d)")
_STATUS = re.compile(
    r"(?P<open>åbent?|offentligt?)\b(?:\s+(?:sag|punkt|dagsorden|møde)\b)?|(?P<closed>lukket|fortroligt?)\b(?:\s+(?:sag|punkt|dagsorden|møde)\b)?",
    re.IGNORECASE,
)
_TICK = re.compile(r"(?:[xX☒✓✔]|[Jj]a)(?!\w)")
_NO_TICK = re.compile(r"(?:☐|[Nn]ej|[-–])(?!\w)")
_OTHER_LABELS = (
    r"(?:dok(?:ument)?\.?[\s-]?(?:nr|nummer|id)|brev-?id|initialer|init|sagsbehandler|sagsansvarlig|forfatter|"
    r"sagstype|udvalg|åben/lukket|punkttype|type|behandles\s+på|tidsramme|varighed|tid\s+afsat)"
)
_OTHER = re.compile(rf"(?P<label>{_OTHER_LABELS})(?:\.?\s*:\s*|\.\s+)(?P<value>[^|]*?)", re.IGNORECASE)
_NEXT = re.compile(
    rf"\s+(?=(?:{_OTHER_LABELS}|{_CASE_LABEL.pattern})\.?\s*:?|(?:åben|lukket)\b)|\s*\||$", re.IGNORECASE
)
_LONGEST = 160


class _Piece(NamedTuple):
    end: int
    case_number: CaseNumber | None = None
    closed: bool | None = None
    other: str | None = None
    labelled: bool = False
    ticks: bool = False


@dataclass(frozen=True, slots=True)
class Details:
    """What a line of details says. `closed` is None where it does not say, or names both as the head of a table does."""

    case_number: CaseNumber | None = None
    closed: bool | None = None
    labelled: bool = False  # the case number stands behind a label
    others: tuple[str, ...] = ()
    says_both: bool = False


def read_details(line: str) -> Details | None:
    """What `line` says about an item, or None where it holds anything else besides."""
    text = " ".join(line.split())
    if not text or len(text) > _LONGEST:
        return None
    pieces: list[_Piece] = []
    position = _skip(text, 0)
    while position < len(text):
        piece = _next_piece(text, position)
        if piece is None:
            return None
        pieces.append(piece)
        position = _skip(text, piece.end)
    return _gather(pieces) if pieces else None


def parse_case_number(line: str) -> CaseNumber | None:
    """The case number that a line holds, with or without a label before it and details beside it."""
    details = read_details(line)
    return details.case_number if details else None


def _gather(pieces: list[_Piece]) -> Details:
    statuses = {piece.closed for piece in pieces if piece.closed is not None}
    ticked = {before.closed for before, piece in pairwise(pieces) if piece.ticks and before.closed is not None}
    if len(ticked) == 1:
        statuses = ticked  # `Åbent punkt: Lukket punkt: X`
    numbered = [piece for piece in pieces if piece.case_number]
    best = next((piece for piece in numbered if piece.labelled), numbered[0] if numbered else None)
    others = [piece.other for piece in pieces if piece.other]
    others += [piece.case_number.printed for piece in numbered if piece is not best and piece.case_number]
    return Details(
        case_number=best.case_number if best else None,
        closed=statuses.pop() if len(statuses) == 1 else None,
        labelled=best.labelled if best else False,
        others=tuple(others),
        says_both=len(statuses) > 1,
    )


def _skip(text: str, position: int) -> int:
    separator = _SEPARATOR.match(text, position)
    return separator.end() if separator else position


def _next_piece(text: str, position: int) -> _Piece | None:
    return _case(text, position) or _other(text, position) or _status(text, position)


def _case(text: str, position: int) -> _Piece | None:
    label = _CASE_LABEL.match(text, position)
    start = label.end() if label else position
    if number := CaseNumber.beginning(text[start:]):
        return _Piece(start + len(number.printed), number, labelled=label is not None)
    bare = _BARE_NUMBER.match(text, start) if label else None
    if bare:
        return _Piece(bare.end(), CaseNumber(bare.group()), labelled=True)
    return _Piece(start) if label and (start == len(text) or text[start] in "|/") else None


def _other(text: str, position: int) -> _Piece | None:
    match = _OTHER.match(text, position)
    if match is None:
        return None
    end = _NEXT.search(text, match.end())
    stop = end.start() if end else len(text)
    return _Piece(stop, other=" ".join(text[position:stop].split()))


def _status(text: str, position: int) -> _Piece | None:
    if tick := _TICK.match(text, position):
        return _Piece(tick.end(), ticks=True)
    if no_tick := _NO_TICK.match(text, position):
        return _Piece(no_tick.end())
    status = _STATUS.match(text, position)
    if status is None or not re.match(r"\s*(?:$|[|/,;:–-])|\s", text[status.end() :]):
        return None
    end = status.end()
    return _Piece(end + (text[end : end + 1] in ("/", ":")), closed=status["closed"] is not None)
