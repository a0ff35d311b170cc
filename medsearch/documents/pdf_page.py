"""The lines of a page of a PDF, as PDFium gives them: in the order in which they were drawn, with their places.

Each call of PDFium from Python costs about a microsecond, so lines are measured at their first and last character.
"""

import math
import re
from ctypes import c_double, c_int, create_string_buffer
from typing import Any, NamedTuple

from pypdfium2.raw import (
    FS_MATRIX,
    FS_RECTF,
    FPDFText_GetCharIndexFromTextIndex,
    FPDFText_GetCharOrigin,
    FPDFText_GetFontInfo,
    FPDFText_GetFontSize,
    FPDFText_GetLooseCharBox,
    FPDFText_GetMatrix,
)

from medsearch.documents.page import Line

MOST_CHARACTERS = 100_000  # of a page; a full one has five thousand

_HYPHEN = "\ufffe"  # PDFium's sign for a hyphen and the line end after it
_LINES = re.compile(f"[^\r\n{_HYPHEN}]+{_HYPHEN}?")
_BLANKS = " \t\xa0"
_SPACE = re.compile(r"[ \t\xa0]+")
_BEYOND_UCS2 = re.compile("([\U00010000-\U0010ffff])")  # PDFium counts them as two characters
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi|cmbx|-bd\b", re.IGNORECASE)
_FORCED_BOLD = 1 << 18  # a flag of fonts, PDF 32000-1, table 123
_NAME_LENGTH = 128

# In ems. The letters of a line without gaps are half as wide as they are high.
_SPREAD_LETTER = {False: 0.56, True: 0.64}  # of a line that is bold or not
_CELL_GAP = 1.1
_FEW_GAPS = 3


class _Gap(NamedTuple):
    """The blank between two words: where it begins and ends, in the text and on the page."""

    start: int
    end: int
    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left


def drawn_lines(textpage: Any, turned: int) -> list[Line]:
    """The lines of a page that is shown `turned` by so many degrees; those at a slant or upright come last."""
    text = _BEYOND_UCS2.sub("\\1\u200b", textpage.get_text_range()[:MOST_CHARACTERS])
    ruler = _Ruler(textpage, turned, counts_alike=len(text) == textpage.count_chars())
    level: list[Line] = []
    slanted: list[Line] = []
    for part in _LINES.finditer(text):
        printed = part[0].strip(_BLANKS)
        if printed:
            first = part.start() + part[0].index(printed[0])
            line, is_level = ruler.measure(printed, first)
            if first > part.start():  # the object begins with blanks
                line = line._replace(left=min(ruler.left_of(first), line.right))
            found = level if is_level else slanted
            if line.right - line.left > _SPREAD_LETTER[line.bold] * line.size * len(printed):
                found.extend(_pieces(line, ruler.gaps(line, first)))
            else:
                found.append(line)
    return level + slanted


class _Ruler:
    """Measures lines on one page; holds what PDFium writes its answers into."""

    def __init__(self, textpage: Any, turned: int, counts_alike: bool) -> None:
        self._page = textpage.raw
        self._turned = turned
        self._counts_alike = counts_alike
        self._box, self._matrix = FS_RECTF(), FS_MATRIX()
        self._x, self._y = c_double(), c_double()
        self._name, self._flags = create_string_buffer(_NAME_LENGTH), c_int()
        self._bold_fonts: dict[tuple[bytes, int], bool] = {}

    def measure(self, text: str, position: int) -> tuple[Line, bool]:
        """The line at this position of the page's text, and whether it is level."""
        first, last = self._index(position), self._index(position + len(text) - 1)
        matrix, bold = self._matrix, self._is_bold(first) and self._is_bold(last)
        FPDFText_GetMatrix(self._page, first, matrix)
        size = FPDFText_GetFontSize(self._page, first) * (math.hypot(matrix.c, matrix.d) if matrix.c else matrix.d)
        # Where the object that the line begins with was drawn: a call less than asking for the character's place.
        left, y = self._shown(matrix.e, matrix.f) if self._turned else (matrix.e, matrix.f)
        line = Line(text.replace(_HYPHEN, "-"), left, max(left, self._end(last)), -y, abs(size) or 1.0, bold)
        if not (matrix.b or self._turned):
            return line, matrix.a > 0
        along_x, along_y = self._shown(matrix.a, matrix.b)
        return line, along_x > 0 and abs(along_y) < along_x * 0.1

    def left_of(self, position: int) -> float:
        """Where the character at this position begins."""
        FPDFText_GetCharOrigin(self._page, self._index(position), self._x, self._y)
        return self._shown(self._x.value, self._y.value)[0]

    def gaps(self, line: Line, position: int) -> list[_Gap]:
        """The gaps between the words of `line`, which stands at this position."""
        return [
            _Gap(
                blank.start(),
                blank.end(),
                self._end(self._index(position + blank.start() - 1)),
                self.left_of(position + blank.end()),
            )
            for blank in _SPACE.finditer(line.text)
        ]

    def _index(self, position: int) -> int:
        if self._counts_alike:
            return position
        return max(int(FPDFText_GetCharIndexFromTextIndex(self._page, position)), 0)

    def _end(self, index: int) -> float:
        box = self._box
        FPDFText_GetLooseCharBox(self._page, index, box)
        if not self._turned:
            return float(box.right)
        return max(self._shown(box.left, box.bottom)[0], self._shown(box.right, box.top)[0])

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        return {0: (x, y), 90: (y, -x), 180: (-x, -y), 270: (-y, x)}[self._turned]

    def _is_bold(self, index: int) -> bool:
        FPDFText_GetFontInfo(self._page, index, self._name, _NAME_LENGTH, self._flags)
        font = self._name.value, self._flags.value
        bold = self._bold_fonts.get(font)
        if bold is None:
            named = _BOLD_NAME.search(self._name.value)
            bold = self._bold_fonts[font] = bool(named) or bool(self._flags.value & _FORCED_BOLD)
        return bold


def _pieces(line: Line, gaps: list[_Gap]) -> list[Line]:
    """`line` parted where wide gaps say that its pieces are cells of a table, or a label and its value."""
    if not gaps:
        return [line]
    # Justified text has wide blanks too, but then all of them are wide.
    narrowest = min(gap.width for gap in gaps)
    few = len(gaps) <= _FEW_GAPS
    wide = [gap for gap in gaps if gap.width > _CELL_GAP * line.size and (few or gap.width > 2.5 * narrowest)]
    starts = [(0, line.left), *((gap.end, gap.right) for gap in wide)]
    ends = [*((gap.start, gap.left) for gap in wide), (len(line.text), line.right)]
    return [
        line._replace(text=line.text[start:end], left=left, right=right)
        for (start, left), (end, right) in zip(starts, ends, strict=True)
    ]
