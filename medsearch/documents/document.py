"""What a reader makes of a file: its text in lines, and what the document itself says about them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from medsearch.language.characters import normalize


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file, the reader that gave it, and what it had to guess.

    Lines end with `\\n`; an empty line parts paragraphs. `headings` are the numbers of the lines, from 0, that the
    document marks as headings; `scanned` are the pages, from 1, that are pictures without text.
    """

    text: str
    reader: str
    warnings: tuple[str, ...] = ()
    headings: frozenset[int] = frozenset()
    scanned: tuple[int, ...] = ()


@dataclass(slots=True)
class Manuscript:
    """Gathers the lines of a document, block by block, in the one form that all readers give them in."""

    lines: list[str] = field(default_factory=list)
    headings: set[int] = field(default_factory=set)
    _last: str = ""  # the kind of the last block

    def heading(self, text: str) -> None:
        """A heading, on lines of its own."""
        first = len(self.lines)
        self._add("heading", text)
        self.headings.update(number for number in range(first, len(self.lines)) if self.lines[number])

    def paragraph(self, text: str) -> None:
        """A paragraph; it may hold line ends."""
        self._add("paragraph", text)

    def entry(self, text: str, *, level: int = 0) -> None:
        """An entry of a list, with its mark (`- `, `2. `); `level` says how deep in lists it stands, from 0.

        Entries stand directly below each other.
        """
        self._add("entry", "\n".join(" " * level + line for line in text.split("\n")))

    def row(self, cells: Sequence[str]) -> None:
        """A row of a table: one line with ` | ` between the cells; cells of several lines come one after the other."""
        texts = [_clean(cell) for cell in cells]
        if any("\n" in text for text in texts):
            for text in texts:
                self.paragraph(text)
        else:
            self._add("row", " | ".join(texts).rstrip(" |") if any(texts) else "")

    def document(self, reader: str, warnings: Iterable[str] = ()) -> Document:
        """All that was gathered."""
        return Document("\n".join(self.lines), reader, tuple(warnings), frozenset(self.headings))

    def _add(self, kind: str, text: str) -> None:
        lines = _clean(text, indented=kind == "entry").split("\n")
        if not any(lines):
            return
        together = kind == self._last and kind in ("entry", "row")
        if self.lines and not together:
            self.lines.append("")
        self.lines.extend(lines)
        self._last = kind


def _clean(text: str, *, indented: bool = False) -> str:
    """`text` in the form of ours: composed characters, single blanks, no empty line at either end."""
    lines = normalize(text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")).split("\n")
    kept = [_indent(line) * indented + " ".join(line.split()) for line in lines]
    return "\n".join(kept).strip("\n")


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]
