"""Whether a case number is that of a matter, or that under which a committee files all its minutes.

The index tells: a matter's number stands on an item or two of a meeting, that of the minutes on most, also on
`Eventuelt`. A subject of KLE without a serial number (`81.38.00-G01`) is neither.
"""

from collections import defaultdict
from collections.abc import Sequence

from medsearch.engines.port import Engine, Order
from medsearch.model import AgendaItem, CaseNumber
from medsearch.query.nodes import All, Any, Dates, Keyword, Node
from medsearch.query.searchable import case_keyword
from medsearch.search.threads.titles import is_standing

_MOST_ITEMS = 300  # of one matter
_MOST_STANDING = 0.25  # share of a matter's items that may be standing ones, for want of care or of a right reading
_MOST_OF_A_MEETING = 2.0  # items of a meeting that are on one matter, on average
_MOST_SHARE = 0.5  # of the items of the meetings, where there are several on one


class CaseNumbers:
    """The case numbers of an archive, as far as they are asked for."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._asked: dict[tuple[str, ...], list[AgendaItem]] = {}

    def items_of_matter(self, number: CaseNumber | None) -> list[AgendaItem]:
        """The items with this number, if it is that of a matter; else none."""
        if number is None or (number.subject and number.serial is None):
            return []
        if number.parts not in self._asked:
            items = self._items_with(number)
            self._asked[number.parts] = items if items and self._are_on_a_matter(items) else []
        return self._asked[number.parts]

    def are_different(self, one: CaseNumber | None, other: CaseNumber | None) -> bool:
        """Whether both are numbers of matters, and not of the same."""
        if one is None or other is None or one.parts == other.parts:
            return False
        return bool(self.items_of_matter(one) and self.items_of_matter(other))

    def _items_with(self, number: CaseNumber) -> list[AgendaItem]:
        begins = Keyword("case", frozenset({f"^{case_keyword(number.parts)}"}))
        found = self._engine.search(begins, order=Order.OLDEST, limit=_MOST_ITEMS + 1)
        if found.total > _MOST_ITEMS:
            return []
        items = self._engine.items([address for address, _ in found.hits])
        return [item for item in items if item.case_number and item.case_number.parts == number.parts]

    def _are_on_a_matter(self, items: Sequence[AgendaItem]) -> bool:
        standing = sum(is_standing(item.title) and not item.closed for item in items)
        if standing / len(items) > _MOST_STANDING:
            return False
        titles = defaultdict(set)
        for item in items:
            titles[_meeting_of(item)].add(item.title)
        on_agenda = sum(map(len, titles.values()))
        if on_agenda == len(titles):
            return True
        return on_agenda / len(titles) <= _MOST_OF_A_MEETING and on_agenda / self._size(titles) <= _MOST_SHARE

    def _size(self, meetings: "defaultdict[Node, set[str | None]]") -> int:
        """How many items these meetings have together."""
        return max(1, self._engine.search(Any(tuple(meetings)), order=Order.NEWEST, limit=0).total)


def _meeting_of(item: AgendaItem) -> Node:
    """The items of the meeting that an item was on: those of its file, where committee or date are not known."""
    committee, day = item.meeting.committee, item.meeting.date
    if committee and day:
        return All((Keyword("committee", frozenset({committee})), Dates(day, day)))
    return Keyword("source", frozenset({item.source}))
