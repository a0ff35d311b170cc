"""Holds the parser to tests/expected: what a careful reader says that the files in sample_data hold."""

import json
from collections.abc import Callable
from difflib import unified_diff
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from medsearch.documents import read_document
from medsearch.minutes import read_minutes
from medsearch.model import AgendaItem, Meeting

_TESTS = Path(__file__).parents[1]
_EXPECTED = sorted((_TESTS / "expected").glob("*.json"))
_SAMPLE = _TESTS.parent / "sample_data"

# Every aspect: the keys of a meeting or of an item that it compares.
_MEETING_ASPECTS = {"meeting facts": ("committee", "date", "time", "place", "participants", "absent")}
_ITEM_ASPECTS = {
    "numbers and titles": ("id", "number", "title"),
    "case numbers": ("case_number",),
    "sections": ("sections",),
    "absences": ("absent",),
    "outcomes": ("outcome",),
    "closed items": ("closed",),
    "attachments": ("attachments",),
}

Facts = dict[str, Any]


def _meeting_as_read(meeting: Meeting, items: list[AgendaItem]) -> Facts:
    return {
        "committee": meeting.committee,
        "date": meeting.date.isoformat() if meeting.date else None,
        "time": meeting.time.strftime("%H:%M") if meeting.time else None,
        "place": meeting.place,
        "participants": list(meeting.participants),
        "absent": list(meeting.absent),
        "items": [_item_as_read(item) for item in items],
    }


def _item_as_read(item: AgendaItem) -> Facts:
    return {
        "id": item.id,
        "number": item.number,
        "title": item.title,
        "case_number": item.case_number.printed if item.case_number else None,
        "closed": item.closed,
        "outcome": item.outcome.value if item.outcome else None,
        "absent": list(item.absent),
        "attachments": list(item.attachments),
        "sections": [
            {"name": section.name.value, "heading": section.heading, "text": section.text} for section in item.sections
        ],
    }


@cache
def _expected(file: Path) -> list[Facts]:
    meetings: list[Facts] = json.loads(file.read_text("utf-8"))["meetings"]
    return meetings


@cache
def _as_read(file: Path) -> list[Facts]:
    path = _SAMPLE / json.loads(file.read_text("utf-8"))["source"]
    minutes = read_minutes(read_document(path).text, path.name)
    return [_meeting_as_read(meeting, items) for meeting, items in minutes.meetings()]


def _meetings_in_lines(meetings: list[Facts], keys: tuple[str, ...]) -> list[str]:
    """What `meetings` say under `keys`, and how many items they have, a fact a line."""
    return [line for meeting in meetings for line in (*_in_lines(meeting, keys), f"items: {len(meeting['items'])}")]


def _items_in_lines(meetings: list[Facts], keys: tuple[str, ...]) -> list[str]:
    """What the items of `meetings` say under `keys`, every line with the item that it belongs to."""
    return [
        f"item {item['number']}: {line}"
        for meeting in meetings
        for item in meeting["items"]
        for line in _in_lines(item, keys)
    ]


def _in_lines(facts: Facts, keys: tuple[str, ...]) -> list[str]:
    return [line for key in keys for line in f"{key}: {_printed(facts[key])}".split("\n")]


def _printed(value: Any) -> str:
    """`value` so that a difference in it is a difference of single lines."""
    if isinstance(value, list):
        return "\n".join(["", *map(_printed, value)])
    if isinstance(value, dict):
        return "\n".join(_in_lines(value, tuple(value)))
    return str(value)


def _assert_same(file: Path, keys: tuple[str, ...], in_lines: Callable[..., list[str]]) -> None:
    difference = unified_diff(
        in_lines(_expected(file), keys), in_lines(_as_read(file), keys), "expected", "as read", lineterm="", n=1
    )
    told = "\n".join(difference)
    assert not told, f"{file.stem}.txt is read otherwise than expected:\n{told}"


def test_every_sample_file_has_an_expected_parse() -> None:
    assert {file.stem for file in _EXPECTED} == {path.stem for path in _SAMPLE.glob("*.txt")}


@pytest.mark.parametrize("file", _EXPECTED, ids=lambda file: file.stem)
@pytest.mark.parametrize("aspect", _MEETING_ASPECTS)
def test_meetings_of_sample_are_read_as_a_careful_reader_would(file: Path, aspect: str) -> None:
    _assert_same(file, _MEETING_ASPECTS[aspect], _meetings_in_lines)


@pytest.mark.parametrize("file", _EXPECTED, ids=lambda file: file.stem)
@pytest.mark.parametrize("aspect", _ITEM_ASPECTS)
def test_items_of_sample_are_read_as_a_careful_reader_would(file: Path, aspect: str) -> None:
    _assert_same(file, _ITEM_ASPECTS[aspect], _items_in_lines)


@pytest.mark.parametrize("file", _EXPECTED, ids=lambda file: file.stem)
def test_undamaged_sample_gives_no_warning(file: Path) -> None:
    path = _SAMPLE / f"{file.stem}.txt"
    assert read_minutes(read_document(path).text, path.name).warnings == ()
