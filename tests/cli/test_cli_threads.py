"""medsearch case and medsearch related, as a user types them."""

import csv
import io
import json
import re
import shutil
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from medsearch.cli.running import run
from medsearch.rendering.thread import in_a_line
from tests.cli.commands import Command, Done

CASE = "82.20.00-G01-17-24"
SMOKE = "2024-05-22-lokalmed-plejecenter-aabrinken.txt#8"
RANK = re.compile(r"^ *(\d+) [●*] (\d{4}-\d\d-\d\d)", re.MULTILINE)


@pytest.fixture
def medsearch(
    capsys: pytest.CaptureFixture[str], sample_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Command:
    """Runs a command in this process, with an index of the sample minutes of its own."""
    shutil.copytree(sample_index, tmp_path / "index", ignore=shutil.ignore_patterns("last-hits.json"))
    monkeypatch.chdir(tmp_path)

    def command(*words: str) -> Done:
        code = run(words)
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return command


# --- case


def test_case_prints_the_items_of_a_number_oldest_first(medsearch: Command) -> None:
    done = medsearch("case", CASE)
    assert done.code == 0
    assert done.out.startswith(f"15 items with case number {CASE}, 2024-03-14 to 2026-06-10\n")
    ranks, days = zip(*RANK.findall(done.out), strict=True)
    assert ranks == tuple(map(str, range(1, 16)))
    assert list(days) == sorted(days)


def test_case_tells_what_was_decided(medsearch: Command) -> None:
    assert "LokalMED besluttede, at Malene og Jannik skriver" in medsearch("case", CASE).out


def test_case_number_may_be_typed_with_blanks(medsearch: Command) -> None:
    assert medsearch("case", "82", "20", "00", "G01").out == medsearch("case", CASE).out


def test_case_of_a_beginning_says_the_number_of_each(medsearch: Command) -> None:
    out = medsearch("case", "87.15").out
    assert "items with 3 case numbers that begin with 87.15" in out
    assert "87.15.00-G01-9-24" in out


def test_unknown_case_number_ends_with_1_and_names_those_alike(medsearch: Command) -> None:
    done = medsearch("case", "82.20.00-G01-99")
    assert (done.code, done.out) == (1, "")
    assert CASE in done.err


def test_word_for_a_case_number_ends_with_2(medsearch: Command) -> None:
    assert medsearch("case", "kantine").code == 2


def test_case_json_has_the_fixed_keys(medsearch: Command) -> None:
    shape = json.loads(medsearch("case", CASE, "--json").out)
    assert (shape["item"], shape["case_number"], shape["total"]) == (None, CASE, 15)
    assert set(shape["items"][0]) == {
        *("rank", "id", "source", "number", "title", "committee", "date", "case_number", "outcome", "closed"),
        *("decision", "by", "words"),
    }
    assert {item["by"] for item in shape["items"]} == {"case"}


# --- related


def test_related_marks_the_item_itself_and_says_why_the_others_belong(medsearch: Command) -> None:
    done = medsearch("related", SMOKE)
    assert done.code == 0
    assert done.out.startswith("2 other items on the same matter, 2024-05-22 to 2025-12-09\n")
    assert done.out.count("this one") == 1
    assert done.out.count("by its words: ") == 2
    assert "medsearch show 2" in done.out.splitlines()[-1]


def test_number_of_an_item_in_a_thread_works_with_show_and_related(medsearch: Command) -> None:
    medsearch("related", SMOKE)
    assert "Røgfri arbejdstid – status" in medsearch("show", "2").out
    again = json.loads(medsearch("related", "3", "--json").out)
    assert again["item"] == "2025-12-09-hovedmed.txt#20"
    assert [item["by"] for item in again["items"]] == ["words", "words", "this"]
    assert all(item["words"] for item in again["items"] if item["by"] == "words")


def test_related_to_a_hit_of_the_last_query(medsearch: Command) -> None:
    medsearch("query", "titel:rygepavillon")
    assert json.loads(medsearch("related", "1", "--json").out)["item"] == SMOKE


def test_item_of_every_meeting_has_no_thread(medsearch: Command) -> None:
    medsearch("query", "titel:rygepavillon")
    done = medsearch("related", "2024-02-21-fagmed-teknik-og-miljoe.txt#10")
    assert (done.code, done.out) == (1, "")
    assert "Eventuelt" in done.err
    assert medsearch("show", "1").code == 0  # the hits before are not forgotten


def test_matter_that_came_once_ends_with_1_and_says_what_to_try(medsearch: Command) -> None:
    done = medsearch("related", "2026-02-18-fagmed-teknik-og-miljoe.pdf#5")
    assert (done.code, done.out) == (1, "")
    assert "medsearch query vintertjeneste hviletid" in done.err
    assert medsearch("related", "2026-02-18-fagmed-teknik-og-miljoe.pdf#5", "--quiet").err == ""


def test_json_of_a_matter_that_came_once_holds_it_alone(medsearch: Command) -> None:
    done = medsearch("related", "2026-02-18-fagmed-teknik-og-miljoe.pdf#5", "--json")
    assert done.code == 1
    assert [item["by"] for item in json.loads(done.out)["items"]] == ["this"]


def test_related_to_nothing_known_ends_with_1(medsearch: Command) -> None:
    assert medsearch("related", "nowhere.txt#3").code == 1
    assert medsearch("related", "77").code == 1


# --- forms


def test_thread_as_a_spreadsheet(medsearch: Command) -> None:
    rows = list(csv.DictReader(io.StringIO(medsearch("related", SMOKE, "--format", "csv").out), delimiter=";"))
    assert [row["by"] for row in rows] == ["this", "words", "words"]
    assert rows[0]["address"] == SMOKE


def test_thread_as_lines_of_json_and_as_markdown(medsearch: Command) -> None:
    lines = medsearch("related", SMOKE, "--format", "ndjson").out.splitlines()
    assert [json.loads(line)["rank"] for line in lines] == [1, 2, 3]
    assert medsearch("related", SMOKE, "--format", "md").out.count("\n### ") == 2


@pytest.mark.parametrize("width", [60, 80, 160])
def test_thread_fits_the_terminal(medsearch: Command, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for words in (("related", SMOKE), ("case", "81.38"), ("case", CASE)):
        assert max(map(cell_len, medsearch(*words).out.splitlines())) <= min(width, 120)


def test_thread_is_drawn_with_signs_that_can_be_written(medsearch: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(written, encoding="cp1252"))
    medsearch("related", SMOKE)
    sys.stdout.flush()
    assert "  1 * 2024-05-22 · LokalMED Plejecenter Åbrinken" in written.getvalue().decode("cp1252")


@pytest.mark.parametrize(
    ("text", "width", "line"),
    [
        ("kort", 10, "kort"),
        ("et to tre fire", 10, "et to …"),
        ("etlangtordudenblanke", 8, "etlangt…"),
        ("会議会議会議", 7, "会議会…"),
    ],
)
def test_line_is_cut_at_words(text: str, width: int, line: str) -> None:
    assert in_a_line(text, width) == line
    assert cell_len(in_a_line(text, width)) <= width
