"""A page of help: what it holds, and how it stands on a screen of any width."""

import textwrap
from collections.abc import Iterator
from typing import NamedTuple

NARROWEST, WIDEST = 60, 100
"""The columns between which text is wrapped."""

HEADING, TERM, PLAIN = "bold", "cyan", ""
"""Styles of pieces of a line."""

Line = list[tuple[str, str]]
"""Pieces of text, each with its style."""

_INDENT = "  "
_GAP = 2  # columns between what is explained and the explanation
_WIDEST_TERM = 0.42  # of the width; the explanation of a wider one stands on the next line


class Row(NamedTuple):
    """Something that can be typed, and what it means or does."""

    typed: str
    meaning: str = ""


class Part(NamedTuple):
    """A part of a page: paragraphs, then rows, then what is to be known besides."""

    heading: str
    about: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    notes: tuple[str, ...] = ()


class Page(NamedTuple):
    """Help on one thing, in the reader's language; `usage` is how a command is called."""

    name: str
    about: tuple[str, ...]
    parts: tuple[Part, ...]
    usage: str = ""


def page_text(page: Page, width: int) -> str:
    """A page without colours."""
    return "\n".join("".join(piece for piece, _style in line).rstrip() for line in page_lines(page, width))


def page_lines(page: Page, width: int) -> Iterator[Line]:
    """The lines of a page on a screen of that many columns."""
    columns = max(NARROWEST, min(width, WIDEST))
    if page.usage:
        # What may be left out is broken as a whole: it holds no blanks then.
        first, *others = _wrapped(page.usage, columns, "    ")
        yield [(first.strip(), HEADING)]
        yield from ([(other, HEADING)] for other in others)
        yield []
    for number, paragraph in enumerate(page.about):
        yield from _paragraph(paragraph, columns, indent="", gap=number > 0)
    for part in page.parts:
        yield from _part(part, columns)


def _part(part: Part, columns: int) -> Iterator[Line]:
    yield []
    yield [(part.heading, HEADING)]
    for number, paragraph in enumerate(part.about):
        yield from _paragraph(paragraph, columns, gap=number > 0)
    if part.about and part.rows:
        yield []
    yield from _rows(part.rows, columns)
    for number, paragraph in enumerate(part.notes):
        yield from _paragraph(paragraph, columns, gap=bool(part.about or part.rows or number))


def _paragraph(text: str, columns: int, *, indent: str = _INDENT, gap: bool) -> Iterator[Line]:
    if gap:
        yield []
    yield from ([(line, PLAIN)] for line in _wrapped(text, columns, indent))


def _rows(rows: tuple[Row, ...], columns: int) -> Iterator[Line]:
    """The meanings beside what is typed, or below it where that is too wide."""
    fitting = [len(row.typed) for row in rows if len(row.typed) <= columns * _WIDEST_TERM]
    # Few that fit would leave the others in a column that begins anywhere.
    beside = len(fitting) * 2 >= len(rows)
    start = len(_INDENT) + (max(fitting, default=0) + _GAP if beside else 4)
    for row in rows:
        room = start - len(_INDENT) - _GAP
        meaning = _wrapped(row.meaning, columns, " " * start) if row.meaning else []
        if meaning and beside and len(row.typed) <= room:
            yield [(_INDENT + row.typed.ljust(room + _GAP), TERM), (meaning.pop(0).strip(), PLAIN)]
        else:
            yield from ([(line, TERM)] for line in _broken(row.typed, columns))
        yield from ([(line, PLAIN)] for line in meaning)


def _broken(typed: str, columns: int) -> list[str]:
    """What is typed, whole where that is possible: it is there to be copied."""
    fits = len(_INDENT + typed) <= columns
    return [_INDENT + typed] if fits else _wrapped(typed, columns, _INDENT)


def _wrapped(text: str, columns: int, indent: str) -> list[str]:
    return textwrap.wrap(
        text,
        columns,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
