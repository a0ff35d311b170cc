"""hOCR, in which Tesseract tells what it read (https://kba.github.io/hocr-spec/1.2/), as lines on a page.

A page that lies askew on the scanner is set straight: its lines say by how much.
"""

import html
import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from medsearch.documents.pages.line import Line

# Lines and words, in order; only lines have a baseline. The text of a word may be within <strong> or <em>.
_SPAN = re.compile(r"<span class='ocrx?_\w+'[^>]* title=(?P<quote>['\"])(?P<title>.*?)(?P=quote)[^>]*>(?P<text>[^<]*)")
_MARKS = re.compile(r"</?(?:strong|em)>")
_BOX = re.compile(r"bbox (\d+) (\d+) (\d+) (\d+)")
_BASELINE = re.compile(r"baseline (-?[\d.]+) (-?[\d.]+)")  # how far it falls on each pixel; from the box's lower left
_SIZE = re.compile(r"x_size ([\d.]+)")
_POINTS_PER_INCH = 72

_CELL_GAP = 1.5  # in ems: a wider blank parts cells of a table, or a label and its value
_AS_USUAL = 0.15  # letters with and without tails are measured so differently


class _Word(NamedTuple):
    """A word and where it stands, in pixels."""

    text: str
    left: int
    right: int


class _Print(NamedTuple):
    """A line of print: where its baseline begins and how it falls, in pixels."""

    words: list[_Word]
    left: int
    y: float
    slope: float
    size: float


def lines_of_hocr(hocr: str, dpi: int) -> list[Line]:
    """The lines, or pieces of lines between wide blanks, in points."""
    prints = [found for found in list(_prints(hocr)) if found.words]
    if not prints:
        return []
    slope = median(found.slope for found in prints)
    usual = median(found.size for found in prints)
    scale = _POINTS_PER_INCH / dpi
    return [
        _line(words, found, slope, _evened(found.size, usual), scale)
        for found in prints
        for words in _pieces(found.words, found.size)
    ]


def _prints(hocr: str) -> Iterator[_Print]:
    line: _Print | None = None
    for span in _SPAN.finditer(_MARKS.sub("", hocr)):
        box = _BOX.search(span["title"])
        left, _, right, bottom = map(int, box.groups()) if box else (0, 0, 0, 0)
        size = _SIZE.search(span["title"])
        if size:
            slope, offset = _baseline(span["title"])
            line = _Print([], left, bottom + offset, slope, max(float(size[1]), 1.0))
            yield line
        elif line and span["text"].strip():
            line.words.append(_Word(html.unescape(span["text"]).strip(), left, right))


def _baseline(title: str) -> tuple[float, float]:
    found = _BASELINE.search(title)  # upright lines have none
    return (float(found[1]), float(found[2])) if found else (0.0, 0.0)


def _pieces(words: list[_Word], size: float) -> Iterator[list[_Word]]:
    piece = words[:1]
    for before, word in pairwise(words):
        if word.left - before.right > _CELL_GAP * size:
            yield piece
            piece = []
        piece.append(word)
    yield piece


def _evened(size: float, usual: float) -> float:
    return usual if abs(size - usual) < _AS_USUAL * usual else size


def _line(words: list[_Word], found: _Print, slope: float, size: float, scale: float) -> Line:
    left, right = words[0].left, max(word.right for word in words)
    y = found.y + found.slope * (left - found.left)
    return Line(
        text=" ".join(word.text for word in words),
        left=(left + slope * y) * scale,
        right=(right + slope * y) * scale,
        y=round((y - slope * left) * scale * 2) / 2,  # measured no better than that
        size=size * scale,
    )
