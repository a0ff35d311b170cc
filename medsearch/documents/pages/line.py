"""A line of print and its place on the page: what the readers of PDF and of pictures have in common."""

from typing import NamedTuple


class Line(NamedTuple):
    """A line, or a piece of one, as it stands on the page. Lengths are points; `y` grows downwards."""

    text: str
    left: float
    right: float
    y: float  # of the line that the letters stand on
    size: float
    bold: bool = False
    cells: tuple[str, ...] = ()  # of a row of a table
    edge: float = 0.0  # how far lines reach in its column or cell; 0: as far as on the whole page


def letter_width(line: Line) -> float:
    """How wide a letter of `line` is, on average."""
    return (line.right - line.left) / max(len(line.text), 1)
