"""Running text of minutes in lines of a width: paragraphs, lists with their signs, tables as such."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, zip_longest

from rich.console import Console
from rich.text import Text

CELL = " | "  # what readers put between the cells of a row
_GAP = 2  # columns between those of a table
_NARROWEST = 6  # columns that a cell is left
_LIST_SIGN = re.compile(r"(?:[-–•*·▪◦‣]|\d{1,2}[.)]|[a-zæøå][.)])\s+")
_NUMBER = re.compile(r"[-+]?[\d.,]+(?:\s?(?:%|kr\.?|pct\.?|mio\.?|t\.?kr\.?))*", re.IGNORECASE)


def block_lines(text: Text, console: Console, width: int) -> Iterator[Text]:
    """The lines of `text`, each line of which is a paragraph, an entry of a list or a row of a table."""
    paragraphs = text.split("\n", allow_blank=True)
    for is_table, grouped in groupby(paragraphs, key=lambda line: CELL in line.plain):
        lines = list(grouped)
        rows = [list(_cells(line)) for line in lines] if is_table else []
        if rows and _least_width(rows) <= width:
            yield from _table(rows, console, width)
        else:
            for line in _without_gaps(lines):
                yield from _paragraph(line, console, width)


def _without_gaps(lines: Iterable[Text]) -> Iterator[Text]:
    """The lines, of several empty ones only the first."""
    was_empty = False
    for line in lines:
        is_empty = not line.plain.strip()
        if not (is_empty and was_empty):
            yield line
        was_empty = is_empty


def _paragraph(line: Text, console: Console, width: int) -> Iterator[Text]:
    line = line.copy()
    line.rstrip()
    sign = _LIST_SIGN.match(line.plain)
    if not sign:
        yield from _wrapped(line, console, width)
        return
    margin = " " * sign.end()
    for number, part in enumerate(_wrapped(line[sign.end() :], console, width - len(margin))):
        yield (line[: sign.end()] if number == 0 else Text(margin)) + part


def _wrapped(line: Text, console: Console, width: int) -> Iterator[Text]:
    for part in line.wrap(console, max(width, 1)):
        part.rstrip()
        yield part


def _table(cells: list[list[Text]], console: Console, width: int) -> Iterator[Text]:
    count = max(map(len, cells))
    for row in cells:
        row.extend(Text() for _ in range(count - len(row)))
    widths = _widths(cells, width - _GAP * (count - 1))
    numeric = [_is_numeric(row[column].plain for row in cells[1:]) for column in range(count)]
    for number, row in enumerate(cells):
        if number == 0 and len(cells) > 1:
            for cell in row:
                cell.stylize("bold")
        yield from _row(row, widths, numeric, console)


def _least_width(cells: list[list[Text]]) -> int:
    """The columns without which a table cannot be read."""
    columns = zip_longest(*cells, fillvalue=Text())
    return sum(min(_NARROWEST, max(cell.cell_len for cell in column)) + _GAP for column in columns) - _GAP


def _cells(row: Text) -> Iterable[Text]:
    for cell in row.split(CELL):
        start = len(cell.plain) - len(cell.plain.lstrip())
        trimmed = cell[start:]
        trimmed.rstrip()
        yield trimmed


def _row(row: list[Text], widths: list[int], numeric: list[bool], console: Console) -> Iterator[Text]:
    columns = [list(_wrapped(cell, console, width)) for cell, width in zip(row, widths, strict=True)]
    for number in range(max(map(len, columns))):
        line = Text()
        for column, width, to_the_right in zip(columns, widths, numeric, strict=True):
            part = column[number].copy() if number < len(column) else Text()
            part.align("right" if to_the_right else "left", max(width, part.cell_len))
            line.append_text(part).append(" " * _GAP)
        line.rstrip()
        yield line


def _widths(cells: list[list[Text]], room: int) -> list[int]:
    """The width of each column: what its longest cell takes, the widest ones less where there is no room for all."""
    widths = [max(1, *(row[column].cell_len for row in cells)) for column in range(len(cells[0]))]
    while sum(widths) > room and max(widths) > _NARROWEST:
        widest = widths.index(max(widths))
        widths[widest] -= 1
    return widths


def _is_numeric(values: Iterable[str]) -> bool:
    filled = [value for value in values if value]
    return bool(filled) and all(_NUMBER.fullmatch(value) for value in filled)
