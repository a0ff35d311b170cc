"""Where an item stands too."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.text import Text

from medsearch.rendering.words import QUIET, shell_word
from medsearch.texts import _

_MOST = 3


def copies_lines(copies: tuple[str, ...], width: int, indent: str = "", *, most: int = _MOST) -> Iterator[Text]:
    """A quiet line that names the first of `copies`; several where it is too long, for no address is broken."""
    if copies:
        for line in _filled(_pieces(copies, most), width - len(indent)):
            yield Text(f"{indent}{line}", style=QUIET)


def _pieces(copies: tuple[str, ...], most: int) -> Iterator[str]:
    shown, more = [shell_word(address) for address in copies[:most]], len(copies) - most
    yield _("The same item also stands in:")
    yield from (f"{address}," for address in shown[:-1])
    yield shown[-1]
    if more > 0:
        yield _("and {number} more").format(number=more)


def _filled(pieces: Iterable[str], width: int) -> Iterator[str]:
    line = ""
    for piece in pieces:
        longer = f"{line} {piece}" if line else piece
        if line and cell_len(longer) > width:
            yield line
            longer = piece
        line = longer
    yield line
