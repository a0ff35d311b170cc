"""Headers, footers and page numbers: lines that stand on page after page, at the same place in the margin.

A line of text may repeat as well (`Godkendt.` at the end of each item): what is not sure to be furniture is kept.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from medsearch.documents.pages.line import Line

_OUTERMOST = 5  # lines at the top and at the bottom of a page that are looked at
_SAME_PLACE = 6.0  # points
_ENOUGH_PAGES = 3
_MOST_PAGES = 0.6  # of the document, on which furniture stands; or on so many pages one behind the other:
_LONG_RUN = 5
_MARGIN = 0.14  # of the height of a page, at its top and at its bottom

_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:side|s\.|page)?\s*(\d{1,4})\s*(?:(?:af|of|/|-|ud af)\s*(\d{1,4}))?\W*", re.IGNORECASE)
_IN_HEADER = re.compile(r"\W*\b(?:side|page)\s*\d+(?:\s*(?:af|of|/)\s*\d+)?\W*$", re.IGNORECASE)
# Items that each begin a page are numbered like the pages.
_ITEM = re.compile(r"\W*(?:punkt|pkt|sag|ad|nr|dagsorden)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_PAGE_WORDS = frozenset({"side", "page", "den"})


class _Place(NamedTuple):
    """A line near the top or the bottom of a page."""

    page: int  # from 0
    at_top: bool
    line: Line


class Margins(NamedTuple):
    """Between which heights the text of a page stands; furniture stands above and below."""

    top: float
    bottom: float

    @classmethod
    def of(cls, top: float, height: float) -> "Margins":
        """The margins of a page that begins at `top` and is so high, in points."""
        return cls(top + height * _MARGIN, top + height * (1 - _MARGIN))


def without_furniture(pages: Sequence[list[Line]], margins: Sequence[Margins | None] = ()) -> list[list[Line]]:
    """The pages without what repeats in their margins, and without page numbers.

    `margins` are those of each page, None where they are not known: then the outermost lines are looked at.
    A header that holds a word which stands nowhere else (the committee's name) is kept once, before the first page.
    """
    repeated = _repeated(pages, margins or [None] * len(pages))
    kept, headers = [], []
    for number, lines in enumerate(pages):
        top = _count(lines, repeated, number, len(pages))
        bottom = _count(lines[top:][::-1], repeated, number, len(pages))
        headers.extend(lines[:top])
        kept.append(lines[top : len(lines) - bottom])
    if kept:
        kept[0] = _with_new_words(headers, kept) + kept[0]
    return kept


def _count(lines: list[Line], repeated: set[tuple[int, Line]], page: int, pages: int) -> int:
    """How many of the lines, from the outermost one inwards, are furniture."""
    for count, line in enumerate(lines[:_OUTERMOST]):
        if (page, line) not in repeated and not _is_page_number(line.text, page + 1, pages):
            return count
    return min(len(lines), _OUTERMOST)


def _is_page_number(text: str, page: int, pages: int) -> bool:
    """Whether `text` is nothing but the number of this page, such as `Side 1 af 2` or `1/2`."""
    number = _PAGE_NUMBER.fullmatch(text)
    if not number or (pages == 1 and not number[2]):
        return False
    return int(number[1]) == page and number[2] in (None, str(pages))


def _repeated(pages: Sequence[list[Line]], margins: Sequence[Margins | None]) -> set[tuple[int, Line]]:
    found: set[tuple[int, Line]] = set()
    if len(pages) < _ENOUGH_PAGES:
        return found
    for alike in _alike(pages, margins).values():
        for run in _runs(alike) if len(alike) >= _ENOUGH_PAGES - 1 else ():
            counts = run[0].line.text != run[-1].line.text
            if len(run) >= _ENOUGH_PAGES - counts and _are_many(run, len(pages)) and _numbers_count_pages(run):
                found.update((place.page, place.line) for place in run)
    return found


def _are_many(run: list[_Place], pages: int) -> bool:
    """Whether a run stands on most pages, or on all pages of a part: minutes may be bound together."""
    together = run[-1].page - run[0].page + 1 == len(run)
    return len(run) + 1 >= pages * _MOST_PAGES or (together and len(run) >= _LONG_RUN)


def _alike(pages: Sequence[list[Line]], margins: Sequence[Margins | None]) -> dict[tuple[bool, str], list[_Place]]:
    """Outermost lines by their text apart from numbers, in order of pages."""
    alike = defaultdict(list)
    for place in _outermost(pages, margins):
        alike[place.at_top, _NUMBER.sub("0", place.line.text).casefold()].append(place)
    return alike


def _outermost(pages: Sequence[list[Line]], margins: Sequence[Margins | None]) -> Iterator[_Place]:
    for number, (lines, margin) in enumerate(zip(pages, margins, strict=True)):
        for line in lines[:_OUTERMOST]:
            if margin is None or line.y <= margin.top:
                yield _Place(number, True, line)
        for line in lines[-_OUTERMOST:]:
            if margin is None or line.y >= margin.bottom:
                yield _Place(number, False, line)


def _runs(places: list[_Place]) -> Iterator[list[_Place]]:
    """The places cut where the height changes, or where more than one page in between is without such a line."""
    run: list[_Place] = []
    for place in sorted(places, key=lambda place: (round(place.line.y / _SAME_PLACE / 2), place.page)):
        if run and not _follows(run[-1], place):
            yield run
            run = []
        run.append(place)
    yield run


def _follows(before: _Place, place: _Place) -> bool:
    return 0 < place.page - before.page <= 2 and abs(place.line.y - before.line.y) <= _SAME_PLACE


def _numbers_count_pages(run: list[_Place]) -> bool:
    """Whether each number in the lines is always the same, or rises with the pages and is no item's number."""
    return all(_agree(before, place) for before, place in pairwise(run))


def _agree(before: _Place, place: _Place) -> bool:
    earlier, later = _NUMBER.findall(before.line.text), _NUMBER.findall(place.line.text)
    if earlier == later:
        return True
    step = place.page - before.page
    steps = {int(new) - int(old) for old, new in zip(earlier, later, strict=True)}
    return steps <= {0, step} and not _ITEM.match(place.line.text)


def _with_new_words(headers: Sequence[Line], pages: Sequence[list[Line]]) -> list[Line]:
    text = "\n".join(line.text for lines in pages for line in lines).casefold() if headers else ""
    seen, kept = set(_PAGE_WORDS), []
    for line in headers:
        words = set(_WORD.findall(line.text.casefold())) - seen
        seen |= words
        if any(not re.search(rf"\b{word}\b", text) for word in words):
            kept.append(line._replace(text=_IN_HEADER.sub("", line.text)))
    return kept
