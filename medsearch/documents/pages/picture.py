"""A page as a picture, and what reads it."""

from collections.abc import Callable
from typing import NamedTuple

from medsearch.documents.pages.line import Line


class Picture(NamedTuple):
    """A page in shades of grey."""

    data: bytes  # as PGM (P5, netpbm), which needs no library to write and is read by every OCR
    dpi: int


ReadPicture = Callable[[Picture], list[Line]]
"""Gives the lines of a picture as they come. Raises UnreadableError where it cannot."""
