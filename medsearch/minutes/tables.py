"""Tables that serve to lay minutes out: their rows taken apart into the headings, labels and texts that they hold."""

import re
from collections.abc import Iterator
from dataclasses import replace

from medsearch.minutes.body.section_headings import name_of_heading
from medsearch.minutes.head.labels import read_label
from medsearch.minutes.items.details import read_details
from medsearch.minutes.lines import Lines, cells

_NUMBER = re.compile(r"(?:(?:punkt|pkt\.?|sag nr\.?|ad)\s*)?\d{1,4}\s*[.:]?", re.IGNORECASE)
_LABEL = re.compile(r"(?:fraværende|afbud)(?: med afbud| uden afbud| fra)?:?", re.IGNORECASE)


def without_tables(lines: Lines) -> Lines:
    """The lines with rows like `Punkt 1 | Eventuelt` and `Beslutning | Godkendt.` as the lines that they stand for."""
    texts: list[str] = []
    marked: set[int] = set()
    for number, line in enumerate(lines.texts):
        pieces = [line] if _is_data(lines.texts, number) else list(_pieces(line))
        if number in lines.marked:
            marked.add(len(texts))
        texts.extend(pieces)
    return replace(lines, texts=texts, marked=frozenset(marked))


def _is_data(lines: list[str], number: int) -> bool:
    """Whether a row stands among others that are neither headings nor labels: then it is one of a table of data."""
    around = [cells(line) for line in lines[max(0, number - 1) : number + 2] if line is not lines[number]]
    rows = [row for row in around if len(row) > 1]
    return bool(rows) and not any(_is_known(row[0]) for row in rows)


def _is_known(cell: str) -> bool:
    return bool(
        _NUMBER.fullmatch(cell)
        or _LABEL.fullmatch(cell)
        or name_of_heading(cell)
        or read_details(cell)
        or read_label(cell)
    )


def _pieces(line: str) -> Iterator[str]:
    row = cells(line) if "|" in line and not line.startswith("|") else []
    first, behind = (row[0], row[1:]) if row else ("", [])
    if len(row) == 2 and _NUMBER.fullmatch(first):
        yield from ("", f"{first} {behind[0]}" if first[-1] in ".:" else f"{first}: {behind[0]}")
    elif len(row) == 2 and name_of_heading(first):
        yield from ("", first, "", behind[0])
    elif len(row) == 2 and _LABEL.fullmatch(first):
        yield from ("", f"{first.rstrip(':')}: {behind[0]}")
    elif row and read_details(" ".join(row)):
        yield " ".join(row)
    else:
        yield line
