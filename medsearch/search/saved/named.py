"""A search with a name."""

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from medsearch.engines.port import Order
from medsearch.errors import UsageError
from medsearch.language.characters import normalize
from medsearch.query.filters import Filters
from medsearch.search.understanding import NO_FILTERS, Request
from medsearch.texts import _

_LONGEST_NAME = 100  # characters
_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")  # controls, marks of direction, halves of characters, breaks


class UnknownSearchError(UsageError):
    """No saved search has such a name."""

    code = "unknown-search"


class NameTakenError(UsageError):
    """Another search is saved under this name."""

    code = "name-taken"


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """What is asked for under a name, and the index that it is about. Pages and their length are no part of it."""

    name: str
    index: Path  # absolute
    words: str = ""
    filters: Filters = NO_FILTERS
    section: str | None = None
    exact: bool = False
    order: Order | None = None  # None: whichever is usual

    @classmethod
    def of(cls, name: str, index: Path, request: Request, order: Order | None = None) -> Self:
        """What `request` asks for, to be saved; sorted as `order` says, else as is usual where it is run."""
        return cls(name, index, request.words, request.filters, request.section, request.exact, order)

    def request(self, usual: Order, *, limit: int = 10, page: int = 1, explain: bool = False) -> Request:
        """The request for a page of it, in the order `usual` where it has none of its own."""
        order = self.order or usual
        return Request(self.words, self.filters, self.section, self.exact, order, limit, page, explain=explain)

    def asks_as(self, other: "SavedSearch") -> bool:
        """Whether it has the same hits as another one, on the same index."""
        mine = (self.words, self.filters, self.section, self.exact)
        return mine == (other.words, other.filters, other.section, other.exact)

    def is_called(self, name: str) -> bool:
        """Whether `name` is its name to a reader."""
        return fold_name(self.name) == fold_name(name)


def clean_name(typed: str) -> str:
    """`typed` as the name of a search. Raises UsageError for one that does not fit on a line."""
    name = " ".join(part for part in normalize(typed).split(" ") if part)
    if any(unicodedata.category(char) in _UNSEEN for char in name):
        raise UsageError(
            _("The name of a saved search cannot hold signs that are not seen."),
            _("Write it on one line, with letters, digits and blanks."),
        )
    if name.startswith("-"):
        raise UsageError(
            _("The name of a saved search cannot begin with a hyphen: it would be taken for an option."),
            _("Begin it with a letter or a digit."),
        )
    if not name or len(name) > _LONGEST_NAME:
        raise UsageError(
            _("The name of a saved search has 1 to {number} characters.").format(number=_LONGEST_NAME),
            _("Give it a short name, as in: medsearch saved add budget 'budget økonomi'"),
        )
    return name


def fold_name(name: str) -> str:
    """What names have in common that are the same to a reader: capitals make no difference."""
    return " ".join(normalize(name).split()).casefold()
