"""What a thread consists of: items in order of date, each with why it belongs and what was decided."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from medsearch.model import AgendaItem
from medsearch.search.threads.decisions import decision_in_short


class By(StrEnum):
    """What an item belongs to a thread by."""

    CASE = "case"  # the same case number
    WORDS = "words"  # the words that set the matter apart
    THIS = "this"  # it is the item that was asked about


class Entry(NamedTuple):
    """An item of a thread; `words` are those that it belongs by, as written in it, the weightiest first."""

    item: AgendaItem
    by: By
    words: tuple[str, ...] = ()

    @property
    def decision(self) -> str:
        """What was decided, in a sentence or a few, on one line; empty where the minutes do not say."""
        return decision_in_short(self.item)


class Thread(NamedTuple):
    """The items of a matter, oldest first.

    `subject` is the item that was asked about, and is among the entries; None where a case number was asked for.
    `case_number` is what the thread goes by, as printed; None where it goes by words only. `alike` are case numbers
    that there are, where none is as asked for.
    """

    entries: tuple[Entry, ...]
    subject: AgendaItem | None = None
    case_number: str | None = None
    alike: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be shown besides what was asked about."""
        return all(entry.by is By.THIS for entry in self.entries)

    @property
    def case_numbers(self) -> tuple[str, ...]:
        """The case numbers of the entries, in their order."""
        numbers = (entry.item.case_number for entry in self.entries)
        return tuple(dict.fromkeys(number.printed for number in numbers if number))


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries in order of date, items of one meeting as on its agenda; those without a date at the end."""
    return tuple(sorted(entries, key=_when))


def _when(entry: Entry) -> tuple[dt.date, str, int]:
    return entry.item.meeting.date or dt.date.max, entry.item.source, entry.item.place
