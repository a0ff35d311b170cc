"""Holds the parser to tests/expected: what a careful reader says that the files in sample_data hold."""

import json
import re
from collections.abc import Callable
from difflib import unified_diff
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from medsearch.documents.ocr import find_tesseract
from medsearch.errors import NoOcrError
from medsearch.model import AgendaItem, Meeting, Minutes
from tests.conftest import SAMPLE, SCAN, read_file
from tests.formats.measuring import Facts, meeting_facts

_EXPECTED_SCAN = Path(__file__).parents[1] / "expected" / f"{SCAN.stem}.json"
_EXPECTED = sorted(set(_EXPECTED_SCAN.parent.glob("*.json")) - {_EXPECTED_SCAN})

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


def _meeting_as_read(meeting: Meeting, items: list[AgendaItem]) -> Facts:
    return {**meeting_facts(meeting), "items": [_item_as_read(item) for item in items]}


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
    return _comparable(file, meetings)


@cache
def _as_read(file: Path) -> list[Facts]:
    meetings = _minutes(file).meetings()
    return _comparable(file, [_meeting_as_read(meeting, items) for meeting, items in meetings])


@cache
def _source(file: Path) -> Path:
    return SAMPLE / json.loads(file.read_text("utf-8"))["source"]


@cache
def _minutes(file: Path) -> Minutes:
    return read_file(_source(file))


def _comparable(file: Path, meetings: list[Facts]) -> list[Facts]:
    """The meetings; without white space and list marks in texts, where it is a format's reader that sets them."""
    if _source(file).suffix == ".txt":
        return meetings
    for section in (section for meeting in meetings for item in meeting["items"] for section in item["sections"]):
        section["text"] = "".join(re.sub(r"(?m)^\s*- ", "", section["text"]).split()).replace(
            ".", ".\n"
        )  # so that a difference is a short line
    return meetings


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
    assert not told, f"{_source(file).name} is read otherwise than expected:\n{told}"


def _has_tesseract() -> bool:
    try:
        return bool(find_tesseract())
    except NoOcrError:
        return False


def test_every_sample_file_has_an_expected_parse() -> None:
    assert {_source(file) for file in (*_EXPECTED, _EXPECTED_SCAN)} == set(SAMPLE.iterdir())


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
    assert _minutes(file).warnings == ()


@pytest.mark.skipif(not _has_tesseract(), reason="Tesseract is not installed")
def test_scan_is_read_with_ocr() -> None:
    wanted = _expected(_EXPECTED_SCAN)[0]
    ((meeting, items),) = read_file(SCAN, ocr=True).meetings()
    read = _meeting_as_read(meeting, items)
    assert [(key, read[key]) for key in ("committee", "date")] == [(key, wanted[key]) for key in ("committee", "date")]
    assert [item["title"] for item in read["items"]] == [item["title"] for item in wanted["items"]]
