"""Tables that serve to lay minutes out: their rows taken apart into the headings, labels and texts that they hold."""

import re
from collections.abc import Iterator
from dataclasses import replace

from medsearch.minutes.body.section_headings import name_of_heading
from medsearch.minutes.head.labels import read_label
from medsearch.minutes.items.details import read_details
from medsearch.minutes.lines import Lines, cells, following

_NUMBER = re.compile(r"(?:(?:punkt|pkt\.?|sag nr\.?|ad)\s*)?\d{1,4}\s*[.:]?", re.IGNORECASE)
_STATUS = re.compile(r"(?:åbent?|lukket)(?: (?:punkt|sag))?:?", re.IGNORECASE)
_EITHER = re.compile(rf"{_STATUS.pattern}\s*/\s*{_STATUS.pattern}", re.IGNORECASE)
_DETAIL = re.compile(
    rf"{_EITHER.pattern}|{_STATUS.pattern}|udvalg:?|sags?\s?(?:nr|id|nummer)\.?:?|j(?:ournal)?\.?\s?(?:nr|nummer)\.?:?|initialer:?|dok\.?\s?(?:nr|id)\.?:?|sagsbehandler:?|brevid:?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:fraværende|afbud)(?: med afbud| uden afbud| fra)?:?", re.IGNORECASE)


def without_tables(lines: Lines) -> Lines:
    """The lines with rows like `Punkt 1 | Eventuelt` and `Beslutning | Godkendt.` as the lines that they stand for."""
    texts: list[str] = []
    marked: set[int] = set()
    values_below: int | None = None
    for number, line in enumerate(lines.texts):
        if number == values_below:
            continue
        values_below = _values_of(lines.texts, number)
        if values_below is not None:
            pieces = list(_pairs(line, lines.texts[values_below]))
        else:
            pieces = [line] if _is_data(lines.texts, number) else list(_pieces(line))
        if number in lines.marked:
            marked.add(len(texts))
        texts.extend(pieces)
    return replace(lines, texts=texts, marked=frozenset(marked))


def _values_of(lines: list[str], number: int) -> int | None:
    """The line of the values below a head of details like `Sagsnr. | Åbent punkt | Lukket punkt | Initialer`."""
    heads = cells(lines[number]) if "|" in lines[number] else []
    if len(heads) < 2 or sum(_DETAIL.fullmatch(head) is not None for head in heads) * 2 <= len(heads):
        return None
    below = following(lines, number + 1, 1)
    if not below or ("|" not in lines[below[0]] and read_details(lines[below[0]]) is None):
        return None
    return below[0] if below[0] <= number + 2 else None


def _pairs(heads: str, values: str) -> Iterator[str]:
    """The heads of columns with what stands below each; of open and closed, the one that is ticked."""
    named, given = _columns(heads), _columns(values)
    if len(given) < len(named):  # empty cells were lost: ticks cannot be placed
        named = [head for head in named if not _STATUS.fullmatch(head)]
        given = [value for value in given if value.lower() != "x"]
    for head, value in zip(named, given, strict=False):
        if _EITHER.fullmatch(head):
            yield from ["Lukket punkt"] if value.lower().startswith("lukket") else []
        elif value and _STATUS.fullmatch(head):
            yield head
        elif value:
            yield f"{head.rstrip(':')}: {value}"


def _columns(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


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
