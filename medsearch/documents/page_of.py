"""The page of a PDF that an agenda item begins on, found by its title and its first words.

Pages are compared as runs of letters and digits: lines, hyphens and signs are where a page and the text read from it
differ.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize

from medsearch.model import AgendaItem, SectionName

_TITLE = 60  # letters and digits of a title that are looked for
_BODY = (80, 40, 20)  # of an item's first section; fewer where a foot or a column comes between
_APART = 600  # between the beginnings of a title and its text: case number, initials, a second line of the title
_LISTED = 30  # between one title and the next in a contents list: numbers of pages and items
_TELLING = 12  # a shorter title without its number may stand anywhere
_SIGNS = re.compile(r"[\W_]+")


class Place(NamedTuple):
    """Where something is to be read: in a file, and on a page of it where that can be told."""

    path: Path
    page: int | None = None


def page_of(path: Path, item: AgendaItem, items: Sequence[AgendaItem]) -> int | None:
    """The page, from 1, that `item` begins on in the PDF `path`; None where it cannot be told, or the file is no PDF.

    `items` are all items of the file, in order: by their titles a contents list is known.
    """
    pages = _read(path)
    if not any(pages):
        return None
    found = _place(_Squeezed("".join(pages), [_wanted(other) for other in items]), item, items)
    begins = list(accumulate((len(page) for page in pages), initial=0))
    return None if found is None else bisect_right(begins, found, hi=len(pages))


class _Wanted(NamedTuple):
    """What an item is found by: its number, its title, the beginning of its text."""

    number: str
    title: str
    body: str


class _Squeezed(NamedTuple):
    """The text of a file, and what its items are found by."""

    text: str
    items: Sequence[_Wanted]

    def heads(self, wanted: _Wanted) -> list[int]:
        """Where a title stands, but for contents lists: with its number before it, if it does so anywhere."""
        places = [place for place in _places(self.text, wanted.title) if not self._is_listed(place, wanted)]
        numbered = [place for place in places if wanted.number and self.text.endswith(wanted.number, 0, place)]
        return numbered or (places if len(wanted.title) >= _TELLING or wanted.body else [])

    def _is_listed(self, place: int, wanted: _Wanted) -> bool:
        """Whether another title follows a title so closely that both stand in a contents list."""
        begin = place + len(wanted.title)
        behind = self.text[begin : begin + 2 * _LISTED]
        others = {other.title[:_LISTED] for other in self.items if other.title} - {wanted.title[:_LISTED]}
        following = [behind[: behind.find(other)] for other in others if 0 <= behind.find(other) <= _LISTED]
        # An item may be as short: `Godkendt.`
        return any(not wanted.body or wanted.body[: _BODY[-1]] not in between for between in following)

    def bodies(self, wanted: _Wanted) -> list[int]:
        """Where the text of an item begins; by the longest piece of it that stands in the file."""
        pieces = (wanted.body[:length] for length in _BODY)
        return next((found for piece in pieces if (found := _places(self.text, piece))), [])


def _place(squeezed: _Squeezed, item: AgendaItem, items: Sequence[AgendaItem]) -> int | None:
    """Where `item` begins in the text of its file."""
    wanted = _wanted(item)
    heads, bodies = squeezed.heads(wanted), squeezed.bodies(wanted)
    before = {max((head for head in heads if body - _APART <= head <= body), default=None) for body in bodies}
    together = sorted(head for head in before if head is not None)
    candidates = together or heads or bodies
    alike = [other.id for other in items if _wanted(other) == wanted]
    if len(candidates) == len(alike):  # as when several meetings in a file approve their agenda
        return candidates[alike.index(item.id)]
    return candidates[0] if candidates and (together or len(candidates) == 1) else None


def _wanted(item: AgendaItem) -> _Wanted:
    texts = (_squeezed(section.text) for section in item.sections if section.name is not SectionName.ATTACHMENTS)
    body = next(filter(None, texts), "")
    return _Wanted(_squeezed(item.number or ""), _squeezed(item.title or "")[:_TITLE], body[: _BODY[0]])


def _places(text: str, piece: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(piece), text)] if piece else []


def _squeezed(text: str) -> str:
    return _SIGNS.sub("", normalize("NFKC", text).casefold())


def _read(path: Path) -> list[str]:
    """The squeezed text of each page; none where the file is no PDF, or cannot be opened."""
    with path.open("rb") as file:
        if b"%PDF" not in file.read(1024):
            return []
    import pypdfium2 as pdfium

    try:
        with pdfium.PdfDocument(path) as pdf:
            return [_squeezed(text) for text in _texts(pdf)]
    except pdfium.PdfiumError:
        return []


def _texts(pdf: Any) -> Iterator[str]:
    for page in pdf:
        textpage = page.get_textpage()
        yield textpage.get_text_bounded()
        textpage.close()
        page.close()
