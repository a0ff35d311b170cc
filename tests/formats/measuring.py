"""How much of what documents in many layouts say is read right: the parse against what a careful reader would say."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, TypeVar

from medsearch.documents import read_document
from medsearch.minutes import read_minutes
from medsearch.model import AgendaItem, Meeting, Section

HERE = Path(__file__).parent
FIELDS = ("committee", "date", "time", "place", "number", "title", "case number", "closed", "sections")
BESIDES = ("participants", "absent", "attachments")  # measured as well, counted apart

Facts = dict[str, Any]
One = TypeVar("One")
Other = TypeVar("Other")
_WORD = re.compile(r"[^\W_]+")
# What a word processor or a browser puts before an entry of a list is no word of it.
_LIST_MARK = re.compile(r"^\s*(?:\d{1,3}[.)]|[a-zæøå][.)]|[ivx]{1,4}[.)])\s+", re.MULTILINE)


@dataclass(slots=True)
class Tally:
    """The fields of one document or of many: how many there are, how many of them are right, and what is wrong."""

    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def hold(self, name: str, expected: Any, read: Any, where: str) -> None:
        """Counts one field."""
        self.asked[name] += 1
        if expected == read:
            self.right[name] += 1
        else:
            self.wrong.append(f"{where}: {name}: expected {expected!r}, read {read!r}")

    def add(self, other: "Tally") -> None:
        """Counts the fields of another tally as well."""
        self.asked.update(other.asked)
        self.right.update(other.right)
        self.wrong.extend(other.wrong)

    def share(self, names: Sequence[str] = FIELDS) -> float:
        """The share of fields that are right, from 0 to 1."""
        asked = sum(self.asked[name] for name in names)
        return sum(self.right[name] for name in names) / asked if asked else 1.0


def documents(folder: str) -> Iterator[tuple[str, Path]]:
    """Every document of `known` or `unseen` that has an expected parse, with the name of its family."""
    for expected in sorted((HERE / folder).glob("*/*.json")):
        yield expected.parent.name, expected.with_suffix("")


def measure(document: Path) -> Tally:
    """What is read right of one document; its expected parse lies beside it."""
    expected = json.loads(document.with_name(f"{document.name}.json").read_text("utf-8"))
    held = read_document(document)
    minutes = read_minutes(held.text, document.name, held.headings)
    tally = Tally()
    read = list(minutes.meetings())
    for facts, meeting in _aligned(expected["meetings"], read, _same_meeting):
        _hold_meeting(tally, document.name, facts, meeting)
    return tally


def _hold_meeting(tally: Tally, name: str, facts: Facts | None, read: tuple[Meeting, list[AgendaItem]] | None) -> None:
    if facts is None:
        tally.hold("date", None, read[0].date if read else None, f"{name}: a meeting that is none")
        return
    meeting, items = read or (Meeting(), [])
    for key, value in meeting_facts(meeting).items():
        wanted = facts.get(key)
        tally.hold(key, _plain(wanted), _plain(value), name)
    for wanted, item in _aligned(facts["items"], items, _same_item):
        _hold_item(tally, name, wanted, item)


def _hold_item(tally: Tally, name: str, facts: Facts | None, item: AgendaItem | None) -> None:
    if facts is None and item and not (item.number or item.title):
        return  # that is how a parser keeps text which belongs to no item
    if facts is None:
        tally.hold("number", None, (item.number, item.title) if item else None, f"{name}: an item that is none")
        return
    where = f"{name}#{facts['number'] or facts['title']}"
    read = item or AgendaItem(id="", meeting=Meeting(), closed=not facts["closed"])
    tally.hold("number", facts["number"], read.number if item else "(no such item)", where)
    tally.hold("title", _plain(facts["title"]), _plain(read.title), where)
    case_number = read.case_number.printed if read.case_number else None
    tally.hold("case number", _plain(facts["case_number"]), _plain(case_number), where)
    tally.hold("closed", facts["closed"], read.closed, where)
    tally.hold("absent", facts["absent"], list(read.absent), where)
    tally.hold("attachments", _plain(facts["attachments"]), _plain(list(read.attachments)), where)
    for wanted, section in _aligned(facts["sections"], read.sections, _same_section):
        _hold_section(tally, where, wanted, section)


def _hold_section(tally: Tally, where: str, facts: Facts | None, section: Section | None) -> None:
    expected = _section_facts(facts) if facts else None
    read = None
    if section:
        day = section.date.isoformat() if section.date else None
        read = _section_facts(
            {"name": section.name.value, "text": section.text, "committee": section.committee, "date": day}
        )
    tally.hold("sections", expected, read, where)


def _section_facts(facts: Facts) -> tuple[Any, ...]:
    return (
        facts["name"],
        facts.get("committee"),
        facts.get("date"),
        " ".join(_WORD.findall(_LIST_MARK.sub("", facts["text"]))),
    )


def meeting_facts(meeting: Meeting) -> Facts:
    """What a meeting says, as the files of expected facts have it."""
    return {
        "committee": meeting.committee,
        "date": meeting.date.isoformat() if meeting.date else None,
        "time": meeting.time.strftime("%H:%M") if meeting.time else None,
        "place": meeting.place,
        "participants": list(meeting.participants),
        "absent": list(meeting.absent),
    }


def _plain(value: Any) -> Any:
    """Blanks and line ends of a text do not count."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def _same_meeting(facts: Facts, read: tuple[Meeting, list[AgendaItem]]) -> float:
    meeting, items = read
    day = meeting.date.isoformat() if meeting.date else None
    titles = {_letters(item.title) for item in items}
    shared = sum(_letters(item["title"]) in titles for item in facts["items"]) / max(1, len(facts["items"]))
    return 0.1 + (facts["date"] == day) + (facts["committee"] == meeting.committee) + shared


def _same_item(facts: Facts, item: AgendaItem) -> float:
    likeness = SequenceMatcher(None, _letters(facts["title"]), _letters(item.title), autojunk=False).ratio()
    number = facts["number"] is not None and facts["number"] == item.number
    case_number = item.case_number is not None and facts["case_number"] == item.case_number.printed
    return (likeness if likeness > 0.6 else 0) + 0.7 * number + 0.2 * case_number


def _same_section(facts: Facts, section: Section) -> float:
    words, read = _WORD.findall(facts["text"]), _WORD.findall(section.text)
    shared = sum((Counter(words) & Counter(read)).values()) / max(1, len(words), len(read))
    return (facts["name"] == section.name.value) + shared


def _letters(text: str | None) -> str:
    return "".join(_WORD.findall((text or "").lower()))


def _aligned(
    expected: Sequence[One], read: Sequence[Other], likeness: Callable[[One, Other], float]
) -> Iterator[tuple[One | None, Other | None]]:
    """Pairs of what was expected and what was read, in order, so that they are most alike; what has no partner, alone.

    Method: Needleman and Wunsch 1970, with the likeness of a pair as its score and gaps for nothing.
    """
    best = [[0.0] * (len(read) + 1) for _ in range(len(expected) + 1)]
    for row in range(len(expected) - 1, -1, -1):
        for column in range(len(read) - 1, -1, -1):
            alike = likeness(expected[row], read[column])
            paired = best[row + 1][column + 1] + alike if alike > 0 else 0
            best[row][column] = max(best[row + 1][column], best[row][column + 1], paired)
    row = column = 0
    while row < len(expected) or column < len(read):
        if row == len(expected) or (column < len(read) and best[row][column] == best[row][column + 1]):
            yield None, read[column]
            column += 1
        elif column == len(read) or best[row][column] == best[row + 1][column]:
            yield expected[row], None
            row += 1
        else:
            yield expected[row], read[column]
            row, column = row + 1, column + 1
