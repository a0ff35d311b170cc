"""Lines in the order in which a person reads a page, whatever the order in which they were drawn.

Some programs draw all labels first and the values later, or a table cell by cell. Lines that were drawn below each
other are a block; blocks that stand beside each other are the cells of a row, columns of running text, or labels and
values, and are read accordingly.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from medsearch.documents.pages.line import Line
from medsearch.documents.wrapping import join_lines

# In ems.
_SAME_HEIGHT = 0.35
_NEXT_LINE = 3.0
_OUTDENT = 3.0
_BLANK = 0.15
_CELL_GAP = 1.0

_COLUMN_LINES = 4
_COLUMN_LETTERS = 28  # of a line in a column, on average
_CELL_LINES = 3  # of a cell that makes one line with its neighbours


class _Block(NamedTuple):
    """Lines drawn one below the other."""

    lines: list[Line]

    @property
    def top(self) -> float:
        return self.lines[0].y - self.lines[0].size

    @property
    def bottom(self) -> float:
        return self.lines[-1].y

    @property
    def left(self) -> float:
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        return max(line.right for line in self.lines)


def in_reading_order(lines: list[Line]) -> list[Line]:
    """The lines of a page from the top; what stands on one line, or in one row of a table, is one line."""
    drawn_so = _drawn_line_by_line(lines)
    return drawn_so if drawn_so is not None else [line for band in _bands(_blocks(lines)) for line in _read_band(band)]


def _drawn_line_by_line(lines: list[Line]) -> list[Line] | None:
    """The lines, where they were drawn from the top and from left to right, as on most pages."""
    read: list[Line] = []
    row: list[Line] = []
    for line in lines:
        if not row or _is_below(line, row[-1]):
            if len(row) > 1 and line.left > row[0].right:
                return None  # within the last cell of a row
            read.extend(row if len(row) < 2 else [_beside(row)])
            row = [line]
        elif line.left >= row[-1].right and not _is_below(row[-1], line):
            row.append(line)
        else:
            return None
    return [*read, _beside(row)] if row else read


def _is_below(lower: Line, upper: Line) -> bool:
    between = lower.y - upper.y
    return between > _SAME_HEIGHT * lower.size or between > _SAME_HEIGHT * upper.size


def _blocks(lines: Iterable[Line]) -> list[_Block]:
    blocks: list[_Block] = []
    left = right = 0.0
    for line in lines:
        is_below = left - _OUTDENT * line.size < line.left < right and line.right > left
        if blocks and is_below and _goes_on(blocks[-1].lines[-1], line):
            blocks[-1].lines.append(line)
            left, right = min(left, line.left), max(right, line.right)
        else:
            blocks.append(_Block([line]))
            left, right = line.left, line.right
    return blocks


def _goes_on(before: Line, line: Line) -> bool:
    return _is_below(line, before) and line.y - before.y < _NEXT_LINE * max(line.size, before.size)


def _bands(blocks: list[_Block]) -> Iterator[list[_Block]]:
    """Blocks that stand beside each other, from the top."""
    band: list[_Block] = []
    bottom = 0.0
    for block in sorted(blocks, key=lambda block: block.top):
        if band and block.top + _SAME_HEIGHT * block.lines[0].size > bottom:
            yield band
            band = []
        bottom = max(bottom, block.bottom) if band else block.bottom
        band.append(block)
    if band:
        yield band


def _read_band(band: list[_Block]) -> list[Line]:
    if len(band) == 1:
        return band[0].lines
    columns = sorted(band, key=lambda block: block.left)
    if not all(right.left >= left.right for left, right in pairwise(columns)):
        return _line_by_line(band)
    if _are_running_text(columns):
        return _one_by_one(columns)
    if _are_cells(columns):
        return _row(columns)
    return _line_by_line(band)


def _are_running_text(columns: list[_Block]) -> bool:
    return all(
        len(column.lines) >= _COLUMN_LINES
        and sum(len(line.text) for line in column.lines) >= _COLUMN_LETTERS * len(column.lines)
        for column in columns
    )


def _are_cells(columns: list[_Block]) -> bool:
    """Whether the blocks are the cells of one row, and not labels beside their values."""
    numbers = {len(column.lines) for column in columns}
    labels = columns[0].lines
    are_labels = len(labels) > 1 and all(line.text[:1].isupper() or line.text.endswith(":") for line in labels)
    return len(numbers) > 1 and not are_labels


def _one_by_one(columns: list[_Block]) -> list[Line]:
    return [line._replace(edge=column.right) for column in columns for line in column.lines]


def _row(columns: list[_Block]) -> list[Line]:
    if max(len(column.lines) for column in columns) > _CELL_LINES:
        return _one_by_one(columns)
    top = min(column.lines[0].y for column in columns)
    return [_beside([_as_one(column)._replace(y=top) for column in columns], are_cells=True)]


def _as_one(cell: _Block) -> Line:
    text = cell.lines[0].text
    for line in cell.lines[1:]:
        text = join_lines(text, line.text)
    return cell.lines[0]._replace(text=text, right=cell.right, bold=all(line.bold for line in cell.lines))


def _line_by_line(band: list[_Block]) -> list[Line]:
    lines = sorted((line for block in band for line in block.lines), key=lambda line: line.y)
    beside: list[list[Line]] = []
    for line in lines:
        if beside and not _is_below(line, beside[-1][0]):
            beside[-1].append(line)
        else:
            beside.append([line])
    return [_beside(sorted(pieces, key=lambda line: line.left)) for pieces in beside]


def _beside(pieces: list[Line], *, are_cells: bool = False) -> Line:
    """Pieces that stand beside each other as one line; three or more with room between them are cells of a row."""
    if len(pieces) == 1:
        return pieces[0]
    first, last = pieces[0], pieces[-1]
    gaps = [right.left - left.right for left, right in pairwise(pieces)]
    is_row = len(pieces) > 2 and (are_cells or min(gaps) > _CELL_GAP * first.size)
    blanks = [" | " if is_row else " " * (gap > _BLANK * first.size) for gap in gaps]
    text = first.text + "".join(blank + piece.text for blank, piece in zip(blanks, pieces[1:], strict=True))
    # A row of a contents list is one cell: what stands below it does not belong to it.
    cells = tuple(piece.text for piece in pieces) if is_row else (text,) * last.text.isdigit()
    return first._replace(text=text, right=last.right, cells=cells, bold=all(piece.bold for piece in pieces))
