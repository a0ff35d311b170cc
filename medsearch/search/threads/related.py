"""The thread that an item is part of: by its case number, where that is the matter's own, and by its words.

A wrong item in a thread costs more trust than a missing one: so both have to be sure.
"""

from collections.abc import Iterable, Sequence

from medsearch.engines.port import Engine, Order
from medsearch.model import AgendaItem
from medsearch.query.fields import ADDRESS
from medsearch.query.nodes import All, Any, Keyword, Node, Not, Part, Term, Weighted
from medsearch.search.threads.numbers import CaseNumbers
from medsearch.search.threads.thread import By, Entry, Thread, in_order
from medsearch.search.threads.titles import is_standing
from medsearch.search.threads.wording import AS_PART, Wording, Wordings

SAME_MATTER = 0.18  # likeness from which items are on the same matter
OTHER_NUMBER = 0.7  # of the likeness, where both have numbers of different matters
LOOSELY = 0.1  # likeness from which items of one case number hang together
_MOST_WORDS = 12  # that candidates are searched by
_MOST_CANDIDATES = 80


def thread_of_item(engine: Engine, subject: AgendaItem) -> Thread:
    """The thread of the matter that `subject` is about, with `subject` in it; on its own where there is no other."""
    search = _Search(engine, subject)
    by_case = search.by_case()
    by_words = search.by_words(leave_out=by_case)
    entries = [Entry(subject, By.THIS), *(Entry(item, By.CASE) for item in by_case), *by_words]
    number = subject.case_number.printed if by_case and subject.case_number else None
    return Thread(in_order(entries), subject, number)


class _Search:
    def __init__(self, engine: Engine, subject: AgendaItem) -> None:
        self._engine = engine
        self._subject = subject
        self._copies = {subject.id, *engine.copies([subject.id]).get(subject.id, ())}
        self._numbers = CaseNumbers(engine)
        self._wordings = Wordings(engine)

    def by_case(self) -> list[AgendaItem]:
        """The other items of the case, if its number is the matter's own."""
        items = self._numbers.items_of_matter(self._subject.case_number)
        others = [item for item in items if item.id not in self._copies]
        return self._without_other_matters(others)

    def _without_other_matters(self, items: Sequence[AgendaItem]) -> list[AgendaItem]:
        """The items without those that go on with another matter, which has got the same number.

        Items that hang together by their words make a group. Left out are groups of several where the subject is in
        another one of several; who stands alone may just be told in few words.
        """
        groups = self._groups([self._subject, *items])
        own = next(group for group in groups if self._subject in group)
        if len(own) == 1:
            return list(items)
        return [item for group in groups if group is own or len(group) == 1 for item in group if item != self._subject]

    def _groups(self, items: Iterable[AgendaItem]) -> list[list[AgendaItem]]:
        groups: list[list[AgendaItem]] = []
        for item in items:
            near = [group for group in groups if any(self._likeness(item, other) >= LOOSELY for other in group)]
            groups = [group for group in groups if group not in near]
            groups.append([*(other for group in near for other in group), item])
        return groups

    def by_words(self, leave_out: Iterable[AgendaItem]) -> list[Entry]:
        """Items that have so many weighty words in common with the subject that they go on with its matter."""
        if not _is_told(self._subject):
            return []
        wording = self._wordings.of(self._subject)
        known = {item.id for item in leave_out}
        candidates = (item for item in self._candidates(wording) if item.id not in known)
        return [
            Entry(item, By.WORDS, wording.shared_as_written(self._wordings.of(item)))
            for item in candidates
            if _is_told(item) and self._is_on_same_matter(item)
        ]

    def _is_on_same_matter(self, item: AgendaItem) -> bool:
        alike = self._likeness(self._subject, item)
        if alike < SAME_MATTER:
            return False
        sure = alike * OTHER_NUMBER >= SAME_MATTER
        return sure or not self._numbers.are_different(self._subject.case_number, item.case_number)

    def _likeness(self, one: AgendaItem, other: AgendaItem) -> float:
        return self._wordings.of(one).likeness(self._wordings.of(other))

    def _candidates(self, wording: Wording) -> list[AgendaItem]:
        """Items that have some of the weightiest words, the likeliest first."""
        heaviest = wording.heaviest(_MOST_WORDS)
        words = Any(tuple(_word(stem, wording.weights[stem]) for stem in heaviest))
        others = Not(Keyword(ADDRESS, frozenset(self._copies)))
        query = All((words, others, Keyword("closed", frozenset({"no"})), Keyword("formality", frozenset({"no"}))))
        found = self._engine.search(query, order=Order.RELEVANCE, limit=_MOST_CANDIDATES)
        return self._engine.items([address for address, _ in found.hits])


def _word(stem: str, weight: float) -> Node:
    return Any((Weighted(Term(stem), weight), Weighted(Part(stem), weight * AS_PART)))


def _is_told(item: AgendaItem) -> bool:
    """Whether an item says what it is about: what closed items are called, others are called too."""
    return not item.closed and not is_standing(item.title)
