"""Gathers the paragraphs and table rows of a piece of an RTF document: its body, a note, a text box."""

import re
from collections.abc import Iterable

from medsearch.documents.blocks import Block, contents_line, may_be_heading, row_of

DEEPEST_TABLE = 20  # tables within tables
_SAYS = re.compile(r"\w")


class Story:
    """The blocks of a piece of text, in their order; `add` and `label` gather the paragraph that is being read."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._label: list[str] = []
        self._plain = False  # something in the paragraph is neither bold nor underlined
        self._open: list[list[Block]] = [[]]  # what is in the text, in the cell, in the cell within it ...
        self._rows: list[list[list[Block]]] = [[]]  # the cells that are done, by the same depth
        self._boxes: list[Block] = []
        self._cited: list[Block] = []  # notes of the paragraph
        self._notes: list[Block] = []  # those that wait for the end of a list or table

    def add(self, text: str, *, set_apart: bool) -> None:
        """Text of the paragraph."""
        self._pieces.append(text)
        self._plain |= not set_apart and bool(text.strip())

    def label(self, text: str) -> None:
        """Text of the mark that stands before the paragraph."""
        self._label.append(text)

    def box(self, blocks: Iterable[Block]) -> None:
        """A text box that hangs on the paragraph."""
        self._boxes += blocks

    def note(self, blocks: Iterable[Block]) -> None:
        """A note that is cited in the paragraph."""
        words = "\n".join(block.words().strip() for block in blocks)
        if words:
            self._cited.append(Block("paragraph", f"[{words}]"))

    def end_paragraph(self, depth: int, *, heading: bool, contents: bool) -> None:
        """The paragraph ends; it stands in a table at a `depth`, 0 outside of any."""
        block = self._block(depth, heading=heading, contents=contents)
        place = self._at(depth)
        if block is not None:
            self._settle_notes(place, block)
            place.append(block)
        place += self._boxes
        self._notes += self._cited
        if block is None or block.kind != "entry":
            self._settle_notes(place, None)
        self._boxes, self._cited, self._pieces, self._label, self._plain = [], [], [], [], False

    def end_cell(self, depth: int) -> None:
        """The cell ends; its last paragraph has ended before."""
        cell = self._at(depth)
        self._rows[depth].append(cell)
        self._open[depth] = []

    def end_row(self, depth: int) -> None:
        """The row ends, and becomes part of what it stands in."""
        self._at(depth)
        self._open[depth - 1] += row_of(self._rows[depth])
        self._rows[depth] = []

    def blocks(self) -> list[Block]:
        """All that was gathered, also out of rows that never ended."""
        if self._pieces:
            self.end_paragraph(0, heading=False, contents=False)
        self._close_tables(0)
        return self._open[0] + self._notes + self._cited

    def _at(self, depth: int) -> list[Block]:
        """Where the next block at `depth` goes; deeper tables that never ended are ended."""
        self._close_tables(depth)
        while len(self._open) <= depth:
            self._open.append([])
            self._rows.append([])
        return self._open[depth]

    def _close_tables(self, depth: int) -> None:
        while len(self._open) > depth + 1:
            cell, row = self._open.pop(), self._rows.pop()
            self._open[-1] += row_of([*row, cell])

    def _settle_notes(self, place: list[Block], before: Block | None) -> None:
        """Puts the notes that wait; lists and tables would be torn by them."""
        if place is self._open[0] and (before is None or before.kind != "entry"):
            place += self._notes
            self._notes = []

    def _block(self, depth: int, *, heading: bool, contents: bool) -> Block | None:
        text, label = "".join(self._pieces).strip(), self._mark()
        if not text:
            return Block("entry", label) if label and depth else None
        if contents:
            return Block("entry", contents_line(label + text))
        set_apart = not self._plain and label != "- " and may_be_heading(text)
        text = text.replace("\t", " ")
        if heading or set_apart:
            return Block("heading", text if label == "- " else label + text)
        return Block("entry", label + text) if label else Block("paragraph", text)

    def _mark(self) -> str:
        label = "".join(self._label).strip()
        if not label:
            return ""
        # The bullets of many fonts are letters: an o without a full stop is one.
        return f"{label} " if _SAYS.search(label) and label not in {"o", "§", "Ø"} else "- "
