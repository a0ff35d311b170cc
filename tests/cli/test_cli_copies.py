"""Hits and items name where the same item stands too, for people and for scripts."""

import datetime as dt
import json
from pathlib import Path

import pytest

from medsearch.archive.writing import writing
from medsearch.cli.running import run
from medsearch.engines.port import Change
from medsearch.model import AgendaItem, Meeting, Section, SectionName
from medsearch.query import make_searchable
from medsearch.rendering.copies import copies_lines


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """An index of one item in two files."""
    meeting = Meeting("LokalMED Park", date=dt.date(2025, 3, 4))
    texts = {"udkast.docx#3": "Drøftet.", "referat.pdf#3": "Drøftet og taget til efterretning."}
    items = [
        AgendaItem(id_, meeting, 3, "3", "Sygefravær", sections=(Section(SectionName.DECISION, "Beslutning", text),))
        for id_, text in texts.items()
    ]
    with writing(tmp_path / "i") as held:
        held.engine.apply(Change(items=map(make_searchable, items)))
    return tmp_path / "i"


def printed(capsys: pytest.CaptureFixture[str], index: Path, *words: str) -> str:
    assert run([*words, "--index", str(index)]) == 0
    return capsys.readouterr().out


def test_hit_names_the_other_file(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, index, "query", "sygefravær")
    assert out.startswith("1 hit\n")
    assert "    The same item also stands in: udkast.docx#3\n" in out


def test_scripts_get_the_addresses(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = json.loads(printed(capsys, index, "query", "sygefravær", "--json"))
    assert [(hit["id"], hit["copies"]) for hit in answer["hits"]] == [("referat.pdf#3", ["udkast.docx#3"])]
    assert answer["total"] == answer["facets"]["year"][0]["count"] == 1
    shown = json.loads(printed(capsys, index, "show", "udkast.docx#3", "--json"))
    assert shown["copies"] == ["referat.pdf#3"]


def test_shown_item_names_the_other_file(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "The same item also stands in: referat.pdf#3\n" in printed(capsys, index, "show", "udkast.docx#3")


def test_facets_count_the_item_once(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counts = json.loads(printed(capsys, index, "facets", "--json"))
    assert counts["committee"] == [{"value": "LokalMED Park", "count": 1}]


def lines(*copies: str, width: int = 80, indent: str = "") -> list[str]:
    return [line.plain for line in copies_lines(copies, width, indent)]


def test_item_in_one_file_only_has_no_line() -> None:
    assert lines() == []


def test_many_copies_are_cut_to_a_few() -> None:
    named = [f"{letter}.pdf#1" for letter in "abcde"]
    assert lines(*named) == ["The same item also stands in: a.pdf#1, b.pdf#1, c.pdf#1 and 2 more"]


def test_address_is_broken_at_no_width() -> None:
    addresses = ["en meget lang mappe/referat-2025.pdf#3", "b.pdf#3"]
    shown = lines(*addresses, width=40, indent="    ")
    assert shown == [
        "    The same item also stands in:",
        "    'en meget lang mappe/referat-2025.pdf#3',",
        "    b.pdf#3",
    ]
