"""A topic of help: what is written on it, in English, and its page in the reader's language."""

from typing import NamedTuple

from medsearch.rendering.help_pages import Page, Part, Row
from medsearch.texts import _


class Topic(NamedTuple):
    """Something that help explains. All but what is typed is marked by `later`.

    `before` is what every row is typed behind, where the rows are commands: then each of them can be run.
    """

    name: str
    title: str
    about: tuple[str, ...]
    parts: tuple[Part, ...]
    before: str = ""

    @property
    def page(self) -> Page:
        """The page, in the reader's language."""
        return Page(self.name, (_(self.title), *map(_, self.about)), tuple(map(_translated, self.parts)))


def _translated(part: Part) -> Part:
    rows = tuple(Row(row.typed, _(row.meaning)) for row in part.rows)
    return Part(_(part.heading), tuple(map(_, part.about)), rows, tuple(map(_, part.notes)))
