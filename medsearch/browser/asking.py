"""What is asked in the browser: words, what narrows them, and the order. Frozen, so that Esc can go back to it."""

from typing import NamedTuple

from medsearch.engines.port import Order
from medsearch.query.filters import Filters
from medsearch.search.steps import ALL_STEPS, Step
from medsearch.search.understanding import Request

SINGLE = frozenset({"year", "month", "case_number", "section"})
"""Facets of which one value is chosen at a time; of the others several, which widen one another."""


class Choice(NamedTuple):
    """A value of a facet that narrows what is found: a month may be a range of them, `2025-01..2025-03`."""

    facet: str
    value: str


class Asked(NamedTuple):
    """Words, choices of facets, and the order asked for."""

    words: str = ""
    choices: tuple[Choice, ...] = ()
    order: Order = Order.RELEVANCE
    as_typed: bool = False  # the words are right as they are: none is looked for that is spelt alike

    def toggled(self, choice: Choice) -> "Asked":
        """The same with `choice`, or without it where it was chosen."""
        if choice in self.choices:
            return self._replace(choices=tuple(other for other in self.choices if other != choice))
        kept = [other for other in self.choices if not _excludes(choice.facet, other.facet)]
        return self._replace(choices=(*kept, choice))

    def without(self, facet: str) -> "Asked":
        """The same without any choice of `facet`."""
        return self._replace(choices=tuple(other for other in self.choices if other.facet != facet))

    def chosen(self, facet: str) -> tuple[str, ...]:
        """The values chosen of `facet`."""
        return tuple(choice.value for choice in self.choices if choice.facet == facet)

    def sorted_next(self) -> "Asked":
        """The same in the next order: relevance, newest, oldest."""
        orders = list(Order)
        return self._replace(order=orders[(orders.index(self.order) + 1) % len(orders)])

    def request(self, *, limit: int, page: int = 1) -> Request:
        """The request that it makes. Without words there is nothing to rank by: the newest come first."""
        months = next(iter(self.chosen("month")), "").split("..")
        filters = Filters(
            committees=self.chosen("committee"),
            case=next(iter(self.chosen("case_number")), None),
            first=months[0] or None,
            last=months[-1] or None,
            year=next(iter(self.chosen("year")), None),
            outcomes=self.chosen("outcome"),
            people=self.chosen("person"),
        )
        ranked = self.words.strip() or self.order is not Order.RELEVANCE
        order = self.order if ranked else Order.NEWEST
        section = next(iter(self.chosen("section")), None)
        steps = ALL_STEPS - {Step.LETTERS, Step.ERRORS} if self.as_typed else ALL_STEPS
        return Request(self.words, filters, section, order=order, limit=limit, page=page, steps=steps)


def _excludes(facet: str, other: str) -> bool:
    """Whether choosing a value of `facet` takes away those of `other`."""
    return (facet == other and facet in SINGLE) or (facet == "year" and other == "month")
