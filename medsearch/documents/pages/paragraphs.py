"""Lines of print made paragraphs, headings, list entries and rows again, by where they stand and how they look.

Two lines are one where the first word of the second would not have fitted into the first. In doubt they stay two:
who reads the text can join lines, but not part them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from medsearch.documents.document import Manuscript
from medsearch.documents.pages.line import Line, letter_width
from medsearch.documents.wrapping import before as text_before

_BULLET = re.compile(r"(?:[-–•*▪■●○◦·‣➢✓\uf000-\uf0ff]|o(?= [A-ZÆØÅ]))\s+(?=\S)")
_CONTENTS_ROW = re.compile(r"\d{1,3}\s+[A-ZÆØÅ]")
_NUMBERED = re.compile(r"(?:\(?\d{1,3}[.)]|[a-zæøå][.)]|\d{1,2}(?:\.\d{1,2})+\.?)\s+(?=\S)")
_ORDINAL = re.compile(
    r"\d{1,2}\. (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|kvartal|halvår|behandling|klasse)", re.IGNORECASE
)
_LABEL = re.compile(r"[A-ZÆØÅ][\w/.-]*(?: [\w/.-]+){0,3}:(?=\s|$)")
_CLOSING = ")”\"'"
_SENTENCE_ENDS = frozenset(".:;!?")
_AT = re.compile(r"at\s", re.IGNORECASE)

# In ems.
_USUAL_DISTANCE = 1.25
_FURTHEST_DISTANCE = 2.2
_SAME_MARGIN = 0.3
_DEEPEST_INDENT = 6.0

_CLOSE = 1.15  # times the usual distance: within a paragraph
_APART = 1.28  # times the usual distance: a gap between paragraphs
_ENTRIES_APART = 1.9
_SAME_SIZE = 0.06
_LARGER = 1.1
_RAGGED = 0.2  # of a line: how much of it may be empty at its end where the sentence goes on
_LONG_LINE = 40  # letters
_LONGEST_HEADING = 300  # letters


class Look(NamedTuple):
    """How the body of a document looks."""

    size: float
    bold: bool
    distances: dict[int, float]  # of lines, by the size of their letters in half points
    edges: tuple[float, ...]  # how far to the right text reaches, page by page

    def distance(self, line: Line) -> float:
        """From line to line of such text."""
        return self.distances.get(round(line.size * 2), _USUAL_DISTANCE * line.size)


class _Paragraph:
    """Lines that are one line of text."""

    __slots__ = ("first", "kind", "last", "page", "parts")

    def __init__(self, line: Line, page: int) -> None:
        self.first = self.last = line
        self.parts = [line.text]
        self.page = page
        self.kind = ""

    def add(self, line: Line, page: int) -> None:
        self.parts[-1] = text_before(self.parts[-1], line.text)
        self.parts.append(line.text)
        self.last, self.page = line, page

    @property
    def text(self) -> str:
        return "".join(self.parts)


def write_paragraphs(pages: Sequence[Sequence[Line]], manuscript: Manuscript) -> None:
    """Writes the lines of `pages`, each in reading order, into `manuscript`."""
    look = look_of(pages)
    together: list[_Paragraph] = []
    for paragraph in _paragraphs(pages, look):
        paragraph.kind = _kind(paragraph, look)
        if together and not _stand_together(together[-1], paragraph, look):
            _write(together, manuscript)
            together = []
        together.append(paragraph)
    _write(together, manuscript)


def look_of(pages: Sequence[Sequence[Line]]) -> Look:
    """What most letters of the document look like."""
    letters: defaultdict[tuple[int, bool], int] = defaultdict(int)
    distances: defaultdict[int, list[float]] = defaultdict(list)
    for lines in pages:
        above_size, above_y = 0, 0.0
        for text, _, _, y, points, bold, _, _ in lines:
            size = round(points * 2)
            letters[size, bold] += len(text)
            if size == above_size and 0.4 * size < y - above_y < _FURTHEST_DISTANCE / 2 * size:
                distances[size].append(round(y - above_y, 1))
            above_size, above_y = size, y
    size, bold = max(letters, key=letters.__getitem__, default=(20, False))
    usual = {size: _usual(Counter(measured)) for size, measured in distances.items()}
    return Look(size / 2, bold, usual, tuple(_edges(pages)))


def _usual(distances: Counter[float]) -> float:
    """The smallest distance that is common: the one within paragraphs."""
    often = max(distances.values()) / 3
    return min(distance for distance, count in distances.items() if count >= often)


def _edges(pages: Sequence[Sequence[Line]]) -> list[float]:
    """How far running text reaches on each page; where a page has little of it, as far as on the others."""
    rights = [
        sorted([line.right for line in lines if len(line.text) >= _LONG_LINE and not line.cells and not line.edge])
        for lines in pages
    ]
    known = [page[-1] for page in rights if len(page) > 4]
    common = median(known) if known else max((page[-1] for page in rights if page), default=float("inf"))
    return [page[-1] if len(page) > 4 else max([common, *page[-1:]]) for page in rights]


def _paragraphs(pages: Sequence[Sequence[Line]], look: Look) -> Iterator[_Paragraph]:
    paragraph: _Paragraph | None = None
    for page, lines in enumerate(pages):
        for line in lines:
            if paragraph and _is_continued(paragraph, line, page, look):
                paragraph.add(line, page)
                continue
            if paragraph:
                yield paragraph
            paragraph = _Paragraph(line, page)
    if paragraph:
        yield paragraph


def _is_continued(paragraph: _Paragraph, line: Line, page: int, look: Look) -> bool:
    before = paragraph.last
    if before.cells or line.cells or not _look_alike(before, line) or before.edge != line.edge:
        return False
    if page != paragraph.page:
        goes_on = _runs_over(before, line, look.edges[paragraph.page])
    elif 0 < line.y - before.y <= _CLOSE * look.distance(line):
        goes_on = _is_aligned(paragraph, line) and _was_full(before, line, look.edges[page])
    else:
        return False
    is_contents = len(paragraph.parts) == 1 and _is_contents(before.text)
    return goes_on and not is_contents and not _opens(line.text, before.text)


def _look_alike(before: Line, line: Line) -> bool:
    return before.bold == line.bold and abs(before.size - line.size) <= _SAME_SIZE * line.size


def _opens(text: str, before: str) -> bool:
    """Whether a line with this text begins something new: a list entry, a label, an entry of a contents list."""
    if (":" in text and _LABEL.match(text)) or _is_contents(text):
        return True
    if text[0].isalpha() and text[1:2].isalpha():  # nearly every line
        return False
    if _BULLET.match(text) or _CONTENTS_ROW.match(text):
        return True
    if not _NUMBERED.match(text):
        return False
    return not _ORDINAL.match(text) or _ends_sentence(before)


def _is_contents(text: str) -> bool:
    """Whether `text` is a row of a contents list, with dots before the number of the page."""
    return "...." in text or "……" in text or " . ." in text or "____" in text


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSING)[-1:] in _SENTENCE_ENDS


def _is_aligned(paragraph: _Paragraph, line: Line) -> bool:
    """Whether `line` begins where a further line of `paragraph` would."""
    room = _SAME_MARGIN * line.size
    if abs(line.left - paragraph.last.left) <= room or _is_centred_below(paragraph.last, line):
        return True
    if len(paragraph.parts) > 1:
        return False
    indent = (line.left - paragraph.first.left) / line.size
    hangs = line.bold or _is_entry(paragraph.first.text) or _LABEL.match(paragraph.first.text)
    return (indent > 0 if hangs else -_DEEPEST_INDENT / 2 < indent < 0) and (
        indent < _DEEPEST_INDENT or line.left < paragraph.first.right
    )


def _is_centred_below(before: Line, line: Line) -> bool:
    return before.bold and abs(before.left + before.right - line.left - line.right) <= _SAME_MARGIN * line.size


def _was_full(before: Line, line: Line, page_edge: float) -> bool:
    """Whether the first word of `line` would not have fitted behind `before`."""
    if before.text.endswith("-"):
        return True
    room = (before.edge or page_edge) - before.right
    goes_on = _goes_on(before.text, line.text)
    if goes_on and len(before.text) >= _LONG_LINE and room < _RAGGED * (before.right - before.left):
        return True
    word = len(line.text.split(" ", 1)[0].rstrip("-")) + 1
    return word * letter_width(line) * (1.2 if goes_on else 0.95) > room


def _goes_on(before: str, text: str) -> bool:
    """Whether `text` is the middle of a sentence that began with `before`."""
    return text[:1].islower() and not _AT.match(text) and not _ends_sentence(before)


def _runs_over(before: Line, line: Line, edge: float) -> bool:
    """Whether a paragraph goes on from the last line of a page on the first one of the next."""
    if before.text.endswith("-") or _goes_on(before.text, line.text):
        return True
    return not _ends_sentence(before.text) and _was_full(before, line, edge) and len(before.text) >= _LONG_LINE


def _is_entry(text: str) -> bool:
    return bool(_BULLET.match(text) or (_NUMBERED.match(text) and not _ORDINAL.match(text)))


def _stand_together(before: _Paragraph, paragraph: _Paragraph, look: Look) -> bool:
    """Whether no gap parts the two."""
    if before.kind != paragraph.kind or paragraph.kind == "heading":
        return False
    distance = paragraph.first.y - before.last.y
    room = _ENTRIES_APART if paragraph.kind == "entry" else _APART
    return 0 < distance <= room * look.distance(paragraph.first)


def _kind(paragraph: _Paragraph, look: Look) -> str:
    if paragraph.first.cells:
        return "row"
    if _is_heading(paragraph, look):
        return "heading"
    return "entry" if _is_entry(paragraph.first.text) else "paragraph"


def _is_heading(paragraph: _Paragraph, look: Look) -> bool:
    line = paragraph.first
    stands_out = line.size > look.size * _LARGER or (line.bold and not look.bold)
    return stands_out and sum(map(len, paragraph.parts)) <= _LONGEST_HEADING and any(map(str.isalpha, line.text))


def _write(together: Sequence[_Paragraph], manuscript: Manuscript) -> None:
    kind = together[0].kind if together else ""
    if kind == "paragraph":
        manuscript.paragraph("\n".join(paragraph.text for paragraph in together))
    elif kind == "entry":
        manuscript.entry("\n".join(_BULLET.sub("- ", paragraph.text, count=1) for paragraph in together))
    for paragraph in together:
        if kind == "row":
            manuscript.row(paragraph.first.cells)
        elif kind == "heading":
            manuscript.heading(paragraph.text)
