"""Lines of text put under and beside one another. Rich's tables do the same, at ten times the cost per hit."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text


def indented(text: Text, console: Console, width: int, indent: str) -> Iterator[Text]:
    """The lines of `text`, wrapped to `width` columns, of which `indent` takes some."""
    for line in text.wrap(console, width - len(indent)):
        line.rstrip()
        yield Text(indent).append_text(line)


def beside(left: Iterable[Text], right: Iterable[Text], width: int, gap: int = 3) -> Iterator[Text]:
    """The lines of `left`, which are up to `width` columns wide, and those of `right` beside them."""
    lefts, rights = list(left), list(right)
    for number in range(max(len(lefts), len(rights))):
        line = lefts[number].copy() if number < len(lefts) else Text()
        if number < len(rights):
            line.pad_right(max(0, width + gap - line.cell_len))
            line.append_text(rights[number])
        yield line


def print_lines(lines: Iterable[Text], console: Console) -> None:
    """Prints lines that have their width already."""
    console.print(Text("\n").join(lines), soft_wrap=True)


def fitted(text: str, width: int) -> str:
    """`text` in exactly `width` columns, with … where it was longer."""
    return set_cell_size(text, width) if cell_len(text) <= width else f"{set_cell_size(text, width - 1)}…"
