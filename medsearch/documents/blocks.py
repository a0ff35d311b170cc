"""Headings, paragraphs, entries and rows that a reader gathers, before they become lines."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from medsearch.documents.document import Document, Manuscript
from medsearch.errors import UnreadableError
from medsearch.texts import _

_LONGEST_HEADING = 120  # characters; a longer bold paragraph is emphasis
_LONGEST_LINE_OF_CELL = 100
_PAGE = re.compile(r"\s*(\d{1,4}|[ivxlc]{1,7})")
_PAGE_NUMBERS = re.compile(r"\b(?:side|page)\b\s*\d*\s*(?:(?:(?:af|of)\b|/)\s*\d*)?", re.IGNORECASE)
_BARE_NUMBERS = re.compile(r"[\d\s./|–-]*")
_HEADING_STYLE = re.compile(r"(?:heading|overskrift)(?:_20_| )?[1-9]|title|titel", re.IGNORECASE)
_CONTENTS_STYLE = re.compile(r"(?:toc|contents|indholdsfortegnelse) ?[1-9]", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"://|www\.|\w@\w")


class Block(NamedTuple):
    """A piece of a document that takes lines of its own. A row has `cells` instead of a text."""

    kind: Literal["heading", "paragraph", "entry", "row"]
    text: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()

    def words(self) -> str:
        """All that it says."""
        return " ".join((self.text, *self.cells))


def row_of(cells: Iterable[Sequence[Block]]) -> list[Block]:
    """A row of a table; where a cell takes several lines, the blocks of all cells one after the other."""
    filled = [cell for cell in cells if cell]
    if any(len(cell) > 1 or cell[0].kind == "row" or "\n" in cell[0].text for cell in filled):
        return [block for cell in filled for block in _lines_of(cell)]
    if len(filled) == 1 and filled[0][0].kind == "heading":
        return [filled[0][0]]
    if len(filled) == 1 and len(filled[0][0].text) > _LONGEST_LINE_OF_CELL:
        return [Block("paragraph", filled[0][0].text)]
    return [Block("row", cells=tuple(cell[0].text for cell in filled))] if filled else []


def _lines_of(cell: Sequence[Block]) -> Sequence[Block]:
    """Short paragraphs of a cell, such as names, stay on lines directly below each other."""
    short = all(block.kind == "paragraph" and len(block.text) <= _LONGEST_LINE_OF_CELL for block in cell)
    return [Block("paragraph", "\n".join(block.text for block in cell))] if short else cell


def may_be_heading(text: str) -> bool:
    """Whether a paragraph that is bold or underlined as a whole may be a heading: it is short, and no link."""
    return len(text) <= _LONGEST_HEADING and any(map(str.isalnum, text)) and not _ADDRESS.search(text)


def is_heading_style(name: str) -> bool:
    """Whether Word and LibreOffice, English or Danish, call a style of headings so."""
    return bool(_HEADING_STYLE.fullmatch(name))


def is_contents_style(name: str) -> bool:
    """Whether Word and LibreOffice, English or Danish, call a style of lines in a contents list so."""
    return bool(_CONTENTS_STYLE.fullmatch(name))


def contents_line(text: str) -> str:
    """A line of a contents list: the tab before its page as dots."""
    title, tab, page = text.rstrip().rpartition("\t")
    if tab and _PAGE.fullmatch(page):
        text = f"{title.rstrip()} ..... {page.strip()}"
    return text.replace("\t", " ")


def with_page_heads(heads: Iterable[Block], blocks: Sequence[Block]) -> list[Block]:
    """`blocks`, and before them the lines of the page's head that say something which stands nowhere else."""
    known = {word.casefold() for block in blocks for word in _WORD.findall(block.words())}
    first = []
    for head in heads:
        said = _PAGE_NUMBERS.sub(" ", head.words())
        new = {word.casefold() for word in _WORD.findall(said)} - known
        if new and not _BARE_NUMBERS.fullmatch(said):
            first.append(_without_page_numbers(head))
            known |= new
    return [*first, *blocks]


def _without_page_numbers(head: Block) -> Block:
    cells = head.cells or tuple(head.text.split("\n"))
    return Block("paragraph", "\n".join(_PAGE_NUMBERS.sub(" ", cell) for cell in cells if cell.strip()))


def make_document(blocks: Iterable[Block], reader: str, warnings: Iterable[str] = ()) -> Document:
    """The document that `blocks` make. Raises UnreadableError where they hold no text."""
    manuscript = Manuscript()
    for block in blocks:
        if block.kind == "entry":
            manuscript.entry(block.text, level=block.level)
        elif block.kind == "row":
            manuscript.row(block.cells)
        elif block.kind == "heading":
            manuscript.heading(block.text)
        else:
            manuscript.paragraph(block.text)
    if not any(manuscript.lines):
        raise UnreadableError(
            _("It holds no text, at most pictures."),
            _("If it is a scan, run text recognition (OCR) on it, or leave it out."),
        )
    return manuscript.document(reader, warnings)
