"""The text of minutes, cut into meetings and agenda items by what the text itself gives as evidence."""

from collections.abc import Collection

from medsearch.model import Minutes

__all__ = ["MINUTES_VERSION", "read_minutes"]

MINUTES_VERSION = 2
"""Raised whenever the same text would be cut into other items: files read with another number are read again."""


def read_minutes(text: str, source: str, headings: Collection[int] = ()) -> Minutes:
    """The meetings and agenda items in `text`, which comes from the file `source`.

    `headings` are the numbers of the lines, from 0, that the document marks as headings. Never fails and loses no
    word: text that fits no item is an item without number, and a warning says so.
    """
    # Its patterns take as long to compile as a run over two thousand unchanged files takes.
    from medsearch.minutes.reading import read_text

    return read_text(text, source, headings)
