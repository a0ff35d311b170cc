"""The options of a search, as the request that the library takes."""

from collections.abc import Sequence
from typing import NamedTuple

from medsearch.engines.port import Order
from medsearch.errors import UsageError
from medsearch.query.filters import Filters
from medsearch.search.understanding import Request


class SearchOptions(NamedTuple):
    """The options that narrow a search, as typed."""

    committee: Sequence[str] | None = None
    case: str | None = None
    first: str | None = None
    last: str | None = None
    year: str | None = None
    outcome: Sequence[str] | None = None
    section: str | None = None
    person: Sequence[str] | None = None
    exact: bool = False
    formalities: bool = True

    def request(
        self,
        words: Sequence[str],
        *,
        order: Order = Order.RELEVANCE,
        limit: int = 10,
        page: int = 1,
        explain: bool = False,
    ) -> Request:
        """The request for `words`, narrowed by the options."""
        filters = Filters(
            committees=tuple(self.committee or ()),
            case=self.case,
            first=self.first,
            last=self.last,
            year=self.year,
            outcomes=tuple(self.outcome or ()),
            people=tuple(self.person or ()),
            formalities=self.formalities,
        )
        return Request(" ".join(words), filters, self.section, self.exact, order, limit, page, explain=explain)


def order_of(typed: str) -> Order:
    """The order of that name. Raises UsageError."""
    try:
        return Order(typed)
    except ValueError:
        raise UsageError(f"Hits cannot be sorted by “{typed}”.", f"There are: {', '.join(Order)}.") from None


def require_something(words: Sequence[str], options: SearchOptions) -> None:
    """Raises UsageError for a query without words and without options that narrow it."""
    if not any(word.strip() for word in words) and options == SearchOptions():
        raise UsageError("There is nothing to search for.", "Type a word, as in: medsearch query budget")
