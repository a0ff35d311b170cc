"""Writes docs/medsearch.1, the manual page, from the help of the commands: python -m tools.manpage"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from textwrap import wrap

from medsearch import __version__
from medsearch.rendering.help_pages import Page, Part, Row
from tools.pages import MADE_BY, command_pages, in_english, topic_pages

PATH = Path(__file__).parents[1] / "docs" / "medsearch.1"

_LEFT_OUT = ("Commands", "More help")  # parts that say what stands in the page anyway
_HEADINGS = {"settings": "ENVIRONMENT", "exit-codes": "EXIT STATUS"}  # as they are called in manual pages
_SIGNS = {"\\": r"\(rs", "-": r"\-", "'": r"\(aq", '"': r"\(dq", "~": r"\(ti", "^": r"\(ha", "`": r"\(ga"}


def main() -> None:
    """Writes the manual page anew."""
    PATH.write_text(manual_page(), encoding="ascii")


def manual_page() -> str:
    """The whole manual page, in roff."""
    with in_english():
        lines = list(_lines())
    # A heading begins a paragraph by itself.
    return "".join(
        f"{line}\n" for before, line in pairwise(["", *lines]) if line != ".PP" or not before.startswith((".SH", ".SS"))
    )


def _lines() -> Iterator[str]:
    medsearch, *commands = command_pages()
    topics = {page.name: page for page in topic_pages()}
    yield rf".\" {MADE_BY.format(tool='tools.manpage')}"
    yield f'.TH MEDSEARCH 1 "" "medsearch {__version__}" "User Commands"'
    yield from (".SH NAME", _text(f"medsearch - {medsearch.about[0][0].lower()}{medsearch.about[0][1:].rstrip('.')}"))
    yield ".SH SYNOPSIS"
    yield rf"\fBmedsearch\fR {_escaped('COMMAND [OPTIONS] [ARGS]...')}"
    yield ".SH DESCRIPTION"
    for paragraph in topics["files"].about[1:]:
        yield from (".PP", _text(paragraph))
    yield from _parts(medsearch)
    yield ".SH COMMANDS"
    for page in commands:
        yield from _command(page)
    for name, page in topics.items():
        yield from _topic(page, _HEADINGS.get(name) or page.about[0].rstrip(".").upper())


def _command(page: Page) -> Iterator[str]:
    yield f'.SS "{_escaped(page.name)}"'
    yield rf"\fB{_escaped(page.usage.partition(' ')[2])}\fR"
    for paragraph in page.about:
        yield from (".PP", _text(paragraph))
    yield from _parts(page)


def _topic(page: Page, heading: str) -> Iterator[str]:
    yield f'.SH "{_escaped(heading)}"'
    # What files are read stands in the description.
    for paragraph in page.about[1:] if page.name != "files" else ():
        yield from (".PP", _text(paragraph))
    yield from _parts(page)


def _parts(page: Page) -> Iterator[str]:
    for part in page.parts:
        if part.heading not in _LEFT_OUT:
            yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    yield from (".PP", rf"\fB{_escaped(part.heading)}\fR")
    for paragraph in part.about:
        yield from (".PP", _text(paragraph))
    yield from _rows(part.rows)
    for paragraph in part.notes:
        yield from (".PP", _text(paragraph))


def _rows(rows: tuple[Row, ...]) -> Iterator[str]:
    for row in rows:
        yield from (".TP", rf"\fB{_escaped(row.typed)}\fR", _text(row.meaning) or r"\&")


def _text(text: str) -> str:
    """A text as roff has it, in lines of a width that tools for such pages like."""
    return "\n".join(map(_escaped, wrap(text, 72)))


def _escaped(text: str) -> str:
    """A line as roff has it: no letter beyond ASCII, nothing that it would take for a sign or a request."""
    written = "".join(_SIGNS.get(char) or (char if char.isascii() else rf"\[u{ord(char):04X}]") for char in text)
    return rf"\&{written}" if written.startswith(".") else written


if __name__ == "__main__":
    main()
