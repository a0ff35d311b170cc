"""The lines of a page of a PDF, as PDFium gives them: in the order in which they were drawn, with their places.

Asking PDFium is what reading costs, so lines are measured at their first and last character, and PDFium's functions
are called without the checks of pypdfium2, which take longer than the answer.
"""

import math
import re
from collections.abc import Callable
from ctypes import CFUNCTYPE, byref, c_double, c_float, c_int, c_ushort, c_void_p, cast, create_string_buffer
from struct import Struct
from typing import Any, NamedTuple

from pypdfium2 import raw

from medsearch.documents.pages.line import Line

MOST_CHARACTERS = 100_000  # of a page; a full one has five thousand

_HYPHEN = "\ufffe"  # PDFium's sign for a hyphen and the line end after it
_BLANKS = " \t\xa0"
_APART = (" -", " \u2010")  # the hyphen of a broken word, in a justified line a little apart from it
_LINES = re.compile(f"[^\r\n{_HYPHEN}{_BLANKS}][^\r\n{_HYPHEN}]*{_HYPHEN}?|{_HYPHEN}")
_SPACE = re.compile(r"[ \t\xa0]+")
_BEYOND_UCS2 = re.compile("([\U00010000-\U0010ffff])")  # PDFium counts them as two characters
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi|cmbx|-bd\b", re.IGNORECASE)
_FORCED_BOLD = 1 << 18  # a flag of fonts, PDF 32000-1, table 123
_NAME_LENGTH = 128

# In ems. The letters of a line without gaps are half as wide as they are high.
_SPREAD_LETTER = {False: 0.56, True: 0.64}  # of a line that is bold or not
_CELL_GAP = 1.1
_FEW_GAPS = 3


def _unchecked(function: Any, result: Any = c_int) -> Callable[..., Any]:
    """`function` of PDFium, which takes a c_void_p for the page, ints, and byref(...) for what it fills."""
    return CFUNCTYPE(result)(cast(function, c_void_p).value or 0)


_count_chars = _unchecked(raw.FPDFText_CountChars)
_get_text = _unchecked(raw.FPDFText_GetText)
_get_index = _unchecked(raw.FPDFText_GetCharIndexFromTextIndex)
_get_matrix = _unchecked(raw.FPDFText_GetMatrix)
_get_box = _unchecked(raw.FPDFText_GetLooseCharBox)
_get_size = _unchecked(raw.FPDFText_GetFontSize, c_double)
_get_font = _unchecked(raw.FPDFText_GetFontInfo)
_is_generated = _unchecked(raw.FPDFText_IsGenerated)

_MATRIX = Struct("6f").unpack  # a, b, c, d, e, f
_BOX = Struct("4f").unpack  # left, top, right, bottom


class _Gap(NamedTuple):
    """The blank between two words: where it begins and ends, in the text and on the page."""

    start: int
    end: int
    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left


class PageText(NamedTuple):
    """The lines of a page, and whether it holds more than is read."""

    lines: list[Line]
    cut: bool = False


def read_page_text(textpage: Any, turned: int) -> PageText:
    """The lines of a page that is shown `turned` by so many degrees; those at a slant or upright come last.

    `textpage` is PDFium's own handle of its text.
    """
    page = cast(textpage, c_void_p)
    count = int(_count_chars(page))
    text = _text(page, min(count, MOST_CHARACTERS))
    ruler = _Ruler(page, turned, counts_alike=len(text) == count)
    level: list[Line] = []
    slanted: list[Line] = []
    for part in _LINES.finditer(text):
        first = part.start()
        line, is_level = ruler.measure(part[0].rstrip(_BLANKS), first)
        if line.text.endswith(_APART) and ruler.put_blank(first + len(line.text) - 2):
            line = line._replace(text=f"{line.text[:-2]}-")
        if text[first - 1] in _BLANKS and first:  # the object begins with blanks
            line = line._replace(left=min(ruler.left_of(first), line.right))
        found = level if is_level else slanted
        if line.right - line.left > _SPREAD_LETTER[line.bold] * line.size * len(line.text):
            found.extend(_pieces(line, ruler.gaps(line, first)))
        else:
            found.append(line)
    return PageText(level + slanted, cut=count > MOST_CHARACTERS)


def _text(page: c_void_p, count: int) -> str:
    buffer = (c_ushort * (2 * count + 2))()  # room for two for each, whatever PDFium counts as one
    length = max(_get_text(page, 0, count, byref(buffer)) - 1, 0)  # without the zero at its end
    text = str(memoryview(buffer)[:length], "utf-16-le", "ignore")
    return text if len(text) == length else _BEYOND_UCS2.sub("\\1\u200b", text)


class _Ruler:
    """Measures lines on one page; holds what PDFium writes its answers into."""

    def __init__(self, page: c_void_p, turned: int, counts_alike: bool) -> None:
        self._page = page
        self._turned = turned
        self._counts_alike = counts_alike
        self._matrix, self._box = (c_float * 6)(), (c_float * 4)()
        self._name, self._flags = create_string_buffer(_NAME_LENGTH), c_int()
        self._into_matrix, self._into_box = byref(self._matrix), byref(self._box)
        self._into_name, self._into_flags = byref(self._name), byref(self._flags)
        self._bold_fonts: dict[tuple[bytes, int], bool] = {}

    def measure(self, text: str, position: int) -> tuple[Line, bool]:
        """The line at this position of the page's text, and whether it is level."""
        first, last = self._index(position), self._index(position + len(text) - 1)
        _get_matrix(self._page, first, self._into_matrix)
        # Where the object that the line begins with was drawn: a call less than asking for the character's place.
        a, b, c, d, left, y = _MATRIX(self._matrix)
        size = abs(_get_size(self._page, first) * (math.hypot(c, d) if c else d)) or 1.0
        bold = self._is_bold(first) and self._is_bold(last)
        if self._turned:
            left, y = self._shown(left, y)
        line = Line(text.replace(_HYPHEN, "-"), left, max(left, self._ends(last)[1]), -y, size, bold)
        if not (b or self._turned):
            return line, a > 0
        along_x, along_y = self._shown(a, b)
        return line, along_x > 0 and abs(along_y) < along_x * 0.1

    def put_blank(self, position: int) -> bool:
        """Whether the blank at this position is not of the document, but PDFium's for a gap."""
        return bool(_is_generated(self._page, self._index(position)) == 1)

    def left_of(self, position: int) -> float:
        """Where the character at this position begins."""
        return self._ends(self._index(position))[0]

    def gaps(self, line: Line, position: int) -> list[_Gap]:
        """The gaps between the words of `line`, which stands at this position."""
        blanks = [blank.span() for blank in _SPACE.finditer(line.text)]
        lefts = [self._ends(self._index(position + start - 1))[1] for start, _ in blanks]
        rights = [self._ends(self._index(position + end))[0] for _, end in blanks]
        return [_Gap(*blank, left, right) for blank, left, right in zip(blanks, lefts, rights, strict=True)]

    def _index(self, position: int) -> int:
        if self._counts_alike:
            return position
        return max(int(_get_index(self._page, position)), 0)

    def _ends(self, index: int) -> tuple[float, float]:
        """Where this character begins and where it ends."""
        _get_box(self._page, index, self._into_box)
        left, top, right, bottom = _BOX(self._box)
        if not self._turned:
            return left, right
        corners = self._shown(left, bottom)[0], self._shown(right, top)[0]
        return min(corners), max(corners)

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        return {0: (x, y), 90: (y, -x), 180: (-x, -y), 270: (-y, x)}[self._turned]

    def _is_bold(self, index: int) -> bool:
        _get_font(self._page, index, self._into_name, _NAME_LENGTH, self._into_flags)
        font = self._name.value, self._flags.value
        bold = self._bold_fonts.get(font)
        if bold is None:
            bold = self._bold_fonts[font] = bool(_BOLD_NAME.search(font[0])) or bool(font[1] & _FORCED_BOLD)
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
        Line(line.text[start:end], left, right, line.y, line.size, line.bold)
        for (start, left), (end, right) in zip(starts, ends, strict=True)
    ]
