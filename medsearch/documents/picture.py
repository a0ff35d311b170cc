"""A page as a picture, and what reads it."""

from collections.abc import Callable
from typing import NamedTuple


class Picture(NamedTuple):
    """A page in shades of grey."""

    data: bytes  # as PGM (P5, netpbm), which needs no library to write and is read by every OCR
    dpi: int


ReadPicture = Callable[[Picture], str]
"""Gives the text of a picture, paragraphs parted by an empty line. Raises UnreadableError where it cannot."""
