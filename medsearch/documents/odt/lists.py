"""Counts the lists and headings of an OpenDocument text as LibreOffice does."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple
from xml.etree.ElementTree import Element

from medsearch.documents.numerals import whole_number
from medsearch.documents.odt.styles import LEVELS, TEXT, ListLevel, Styles, label_of

_ID = "{http://www.w3.org/XML/1998/namespace}id"


class _Place(NamedTuple):
    """Where reading is within lists."""

    counts: list[int | None]  # by level
    style: str = ""
    depth: int = 0  # 0 outside of lists


class Lists:
    """Where reading is within lists, and the numbers of each."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._outline = _no_counts()
        self._place = _Place(_no_counts())
        self._item: Element | None = None  # one whose first paragraph is still to come
        self._by_id: dict[str, list[int | None]] = {}
        self._by_style: dict[str, list[int | None]] = {}

    @property
    def depth(self) -> int:
        """How many lists there are around, 0 outside of any."""
        return self._place.depth

    @contextmanager
    def entered(self, element: Element) -> Iterator[None]:
        """While the items of the list `element` are read."""
        style = element.get(TEXT + "style-name", self._place.style)
        counts = self._place.counts if self.depth else self._counts(element, style)
        with self._at(_Place(counts, style, self.depth + 1)):
            yield

    @contextmanager
    def apart(self) -> Iterator[None]:
        """While something is read that is in no list: a cell, a box, a note."""
        with self._at(_Place(_no_counts())):
            yield

    def begin_item(self, item: Element) -> None:
        """The next paragraph is the first one of `item`; that of a list's head has no number."""
        self._item = item if item.tag == TEXT + "list-item" else None

    def label(self, paragraph: Element, shown: str | None) -> str:
        """The mark of the next paragraph, with the blank after it; `shown` is its number where the file tells it."""
        if self.depth:
            return self._label_of_item(paragraph, shown)
        if paragraph.tag != TEXT + "h" or paragraph.get(TEXT + "is-list-header") == "true":
            return ""
        if self._styles.list_of_paragraph(paragraph.get(TEXT + "style-name", "")) == "":
            return ""
        level = _level(paragraph.get(TEXT + "outline-level"))
        start = self._styles.outline[level].start if level in self._styles.outline else 1
        _count_skipped(self._outline, self._styles.outline, level)
        _count(self._outline, level, start, paragraph)
        return _marked(shown) or label_of(self._styles.outline, level, self._outline)

    def _label_of_item(self, paragraph: Element, shown: str | None) -> str:
        item, self._item = self._item, None
        if item is None:
            return ""
        style = self._place.style or self._styles.list_of_paragraph(paragraph.get(TEXT + "style-name", "")) or ""
        levels, level = self._styles.list_levels(style), min(self.depth, LEVELS)
        _count_skipped(self._place.counts, levels, level)
        _count(self._place.counts, level, levels[level].start if level in levels else 1, item)
        # LibreOffice gives bullets to a list that says nothing of its looks.
        own = label_of(levels, level, self._place.counts) if levels else "- "
        return _marked(shown or item.findtext(TEXT + "number")) or own

    def _counts(self, element: Element, style: str) -> list[int | None]:
        """The numbers that a list outside of others goes on with."""
        counts = self._by_id.get(element.get(TEXT + "continue-list", ""))
        if counts is None and element.get(TEXT + "continue-numbering") == "true":
            counts = self._by_style.get(style)
        if counts is None:
            counts = _no_counts()
        self._by_style[style] = counts
        if identity := element.get(_ID):
            self._by_id[identity] = counts
        return counts

    @contextmanager
    def _at(self, place: _Place) -> Iterator[None]:
        before, self._place = (self._place, self._item), place
        self._item = None
        yield
        self._place, self._item = before


def _no_counts() -> list[int | None]:
    return [None] * LEVELS


def _level(text: str | None) -> int:
    return min(max(whole_number(text, 1), 1), LEVELS)


def _count_skipped(counts: list[int | None], levels: dict[int, ListLevel], level: int) -> None:
    """A level that was skipped on the way to `level` counts as used."""
    for above in range(1, level):
        if counts[above - 1] is None:
            counts[above - 1] = levels[above].start if above in levels else 1


def _count(counts: list[int | None], level: int, start: int, element: Element) -> None:
    """Counts one more on a `level`, from `start`, or from where `element` says."""
    before, own = counts[level - 1], element.get(TEXT + "start-value")
    if own is not None:
        counts[level - 1] = whole_number(own, start)
    elif before is None or element.get(TEXT + "restart-numbering") == "true":
        counts[level - 1] = start
    else:
        counts[level - 1] = before + 1
    counts[level:] = [None] * (LEVELS - level)


def _marked(shown: str | None) -> str:
    return shown.strip() + " " if shown and shown.strip() else ""
