"""All items of a case number, or of those that begin so."""

from itertools import takewhile

from medsearch.engines.port import Engine, Order
from medsearch.model import split_case_number
from medsearch.query.filters import case_node
from medsearch.query.nodes import Keyword, Node
from medsearch.query.searchable import case_keyword
from medsearch.search.threads.thread import By, Entry, Thread, in_order

MOST_ALIKE = 5


def thread_of_case(engine: Engine, number: str) -> Thread:
    """The items whose case number is or begins with `number`, however it is punctuated; where there are none, numbers
    that are alike. Raises UsageError for what cannot be a case number.
    """
    meant = case_node(number)
    found = engine.search(meant, order=Order.OLDEST, limit=engine.describe().items)
    if not found.total:
        return Thread((), case_number=number, alike=_alike(engine, split_case_number(number)))
    items = engine.items([address for address, _ in found.hits])
    thread = Thread(in_order(Entry(item, By.CASE) for item in items), case_number=number)
    if len({split_case_number(printed) for printed in thread.case_numbers}) == 1:
        return thread._replace(case_number=thread.case_numbers[0])
    return thread


def _alike(engine: Engine, parts: tuple[str, ...]) -> tuple[str, ...]:
    """Case numbers that hold these parts anywhere, else those that begin with most of them."""
    beginnings = (f"^{case_keyword(parts[:end])}" for end in range(len(parts) - 1, 0, -1))
    for value in (case_keyword(parts), *beginnings):
        if numbers := _numbers(engine, Keyword("case", frozenset({value}))):
            return tuple(sorted(numbers, key=lambda number: (-_shared_letters(number, parts), number))[:MOST_ALIKE])
    return ()


def _shared_letters(number: str, parts: tuple[str, ...]) -> int:
    """How many letters and figures `number` begins with as the number of these parts does."""
    pairs = zip("".join(split_case_number(number)), "".join(parts), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _numbers(engine: Engine, query: Node) -> list[str]:
    return list(engine.search(query, order=Order.NEWEST, limit=0, facets=("case_number",)).facets["case_number"])
