"""The commands as a user types them: what comes on stdout, what on stderr, and how they end."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from medsearch import __version__
from medsearch.archive.lock import write_lock
from tests.cli.commands import Command
from tests.conftest import SAMPLE

# --- index


def test_index_then_query_needs_no_options(medsearch: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "referater").mkdir()
    shutil.copy(SAMPLE / "2024-10-10-lokalmed-raadhusservice.txt", tmp_path / "referater")
    monkeypatch.chdir(tmp_path)
    made = medsearch("index", "referater")
    assert (made.code, made.out) == (0, "")
    assert "1 new" in made.err
    assert "9 items in the index" in made.err
    assert medsearch("query", "videoovervågning").code == 0


def test_index_json_is_the_last_line(medsearch: Command, in_sample: Path) -> None:
    done = medsearch("index", SAMPLE, "--json")
    report = json.loads(done.out.splitlines()[-1])
    assert report["files"] == {"new": 0, "changed": 0, "unchanged": 22, "removed": 0, "failed": 1, "skipped": 0}
    assert report["items"] == 204
    assert [line.partition(": ")[0] for line in done.err.splitlines()] == ["Not readable"]  # the scan


def test_index_names_what_it_could_not_read_and_ends_with_3(medsearch: Command, tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    shutil.copy(SAMPLE / "2024-10-10-lokalmed-raadhusservice.txt", tmp_path / "r")
    (tmp_path / "r" / "tom.txt").write_bytes(b"")
    done = medsearch("index", tmp_path / "r", "--index", tmp_path / "i")
    assert done.code == 3
    assert "tom.txt: It is empty." in done.err
    assert medsearch("query", "videoovervågning", "--index", tmp_path / "i").code == 0


def test_index_of_a_missing_folder_ends_with_3(medsearch: Command, tmp_path: Path) -> None:
    done = medsearch("index", tmp_path / "nowhere", "--index", tmp_path / "i")
    assert done.code == 3
    assert "does not exist" in done.err
    assert not (tmp_path / "i").exists()


def test_index_of_an_empty_folder_ends_with_3(medsearch: Command, tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    done = medsearch("index", tmp_path / "r", "--index", tmp_path / "i")
    assert done.code == 3
    assert "No minutes that can be read" in done.err


def test_index_of_a_file_says_which_folder(medsearch: Command, tmp_path: Path) -> None:
    done = medsearch("index", SAMPLE / "2024-06-18-hovedmed.txt", "--index", tmp_path / "i")
    assert done.code == 2
    assert str(SAMPLE) in done.err


def test_index_without_a_folder_says_what_to_give(medsearch: Command, tmp_path: Path) -> None:
    done = medsearch("index", "--index", tmp_path / "i")
    assert done.code == 2
    assert "medsearch index FOLDER" in done.err


def test_index_remembers_its_folders(medsearch: Command, in_sample: Path) -> None:
    assert "22 files unchanged" in medsearch("index").err
    assert "22 new" in medsearch("index", "--rebuild").err


def test_folder_that_was_moved_is_said_to_be_gone(medsearch: Command, tmp_path: Path) -> None:
    old, new, index = tmp_path / "old", tmp_path / "new", tmp_path / "i"
    old.mkdir()
    shutil.copy(SAMPLE / "2024-06-18-hovedmed.txt", old)
    medsearch("index", old, "--index", index)
    old.rename(new)
    assert f"{old}, which is not there now" in medsearch("index", new, "--index", index).err
    assert "which is not there" not in medsearch("index", "--rebuild", new, "--index", index).err
    assert json.loads(medsearch("status", "--index", index, "--json").out)["folders"] == [str(new)]


def test_second_writer_is_told_who_writes(medsearch: Command, in_sample: Path) -> None:
    with write_lock(in_sample / "index"):
        done = medsearch("index", SAMPLE)
    assert done.code == 3
    assert f"process {os.getpid()}" in done.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may enter every folder")
def test_folder_within_that_may_not_be_entered_is_named_and_the_rest_read(medsearch: Command, tmp_path: Path) -> None:
    closed = tmp_path / "r" / "hemmelig"
    closed.mkdir(parents=True)
    shutil.copy(SAMPLE / "2024-06-18-hovedmed.txt", tmp_path / "r")
    closed.chmod(0)
    done = medsearch("index", tmp_path / "r", "--index", tmp_path / "i")
    closed.chmod(0o700)
    assert done.code == 3
    assert "1 new" in done.err
    assert "hemmelig" in done.err


def test_interrupted_first_index_leaves_none(
    medsearch: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("medsearch.archive.updating.make_all_searchable", interrupt)
    done = medsearch("index", SAMPLE, "--index", tmp_path / "i")
    assert done.code == 130
    assert "Interrupted" in done.err
    assert "There is no index" in medsearch("query", "budget", "--index", tmp_path / "i").err


def test_dry_run_reads_nothing(medsearch: Command, tmp_path: Path) -> None:
    done = medsearch("index", SAMPLE, "--index", tmp_path / "i", "--dry-run")
    assert done.code == 0
    assert done.err.count("Would read ") == 23
    assert not (tmp_path / "i").exists()


def test_unknown_engine_names_those_there_are(medsearch: Command, tmp_path: Path) -> None:
    done = medsearch("index", SAMPLE, "--index", tmp_path / "i", "--engine", "lucene")
    assert done.code == 2
    assert "whoosh" in done.err


def test_interrupted_index_ends_with_130(medsearch: Command, in_sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("medsearch.archive.updating.make_all_searchable", interrupt)
    assert medsearch("index", SAMPLE, "--rebuild").code == 130
    assert medsearch("status").code == 0


# --- query


def test_query_shows_what_a_reader_needs(medsearch: Command, in_sample: Path) -> None:
    done = medsearch("query", "videoovervågning", "--committee", "LokalMED Rådhusservice", "--year", "2024")
    assert done.code == 0
    for expected in (
        "Punkt ",
        "videoovervågning",
        "LokalMED Rådhusservice",
        "2024-",
        "82.20.00-G01-17-24",
        "Beslutning:",
    ):
        assert expected in done.out
    assert "medsearch show 1" in done.out


def test_query_prints_plain_text_into_a_pipe(medsearch: Command, in_sample: Path) -> None:
    out = medsearch("query", "budget").out
    assert "\x1b" not in out
    assert not re.search(r"[ \t]$", out, re.MULTILINE)


@pytest.mark.parametrize("columns", [60, 80, 160])
def test_query_keeps_to_the_width(
    medsearch: Command, in_sample: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    out = medsearch("query", "budget sygefravær videoovervågning").out
    assert max(map(len, out.splitlines())) <= columns


def test_query_json_has_the_keys_that_scripts_rely_on(medsearch: Command, in_sample: Path) -> None:
    answer = json.loads(medsearch("query", "videoovervågning", "--json", "-n", "3").out)
    assert list(answer) == ["query", "searched_as", "total", "took_ms", "hits", "facets"]
    assert (answer["query"], answer["searched_as"], len(answer["hits"])) == ("videoovervågning", None, 3)
    hit = answer["hits"][0]
    assert list(hit) == [
        "rank", "score", "id", "source", "number", "title", "committee", "date", "case_number", "outcome", "closed",
        "snippets", "copies",
    ]  # fmt: skip
    assert hit["id"] == f"{hit['source']}#{hit['number']}"
    snippet = hit["snippets"][0]
    assert list(snippet) == ["section", "heading", "text", "highlights"]
    start, end = snippet["highlights"][0]
    assert "overvågning" in snippet["text"][start:end]
    assert set(answer["facets"]) == {"committee", "case_number", "year", "month", "outcome"}
    assert list(answer["facets"]["committee"][0]) == ["value", "count"]


def test_query_without_hits_says_what_to_try_and_ends_with_1(medsearch: Command, in_sample: Path) -> None:
    done = medsearch("query", "xylofonkvartet")
    assert (done.code, done.out) == (1, "")
    assert "over*" in done.err


def test_query_without_hits_is_json_all_the_same(medsearch: Command, in_sample: Path) -> None:
    done = medsearch("query", "xylofonkvartet", "--json")
    assert done.code == 1
    assert json.loads(done.out)["hits"] == []


def test_query_that_cannot_be_read_points_at_the_place(medsearch: Command, in_sample: Path) -> None:
    done = medsearch("query", "budget (løn")
    assert (done.code, done.out) == (2, "")
    query, caret = done.err.splitlines()[1:3]
    assert query[caret.index("^")] == "("


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["budget", "--from", "31-02-2025"], "does not exist"),
        (["budget", "--to", "i morgen"], "2025-10-08"),
        (["budget", "--committee", "Rådhusservise"], "LokalMED Rådhusservice"),
        (["budget", "--outcome", "glemt"], "godkendt"),
        (["budget", "--in", "forord"], "decision"),
        (["budget", "--sort", "alphabet"], "newest"),
        (["budget", "--case", "?"], "81.38"),
        (["budget", "-løn"], "-- budget -løn"),
        (["budget", "--year", "i år"], "2025"),
        (["budget", "-n", "0"], "from 1 on"),
        (["budget", "--limit", "mange"], "--help"),
        ([], "medsearch query budget"),
    ],
)
def test_wrong_usage_says_what_would_work(medsearch: Command, in_sample: Path, words: list[str], expected: str) -> None:
    done = medsearch("query", *words)
    assert (done.code, done.out) == (2, "")
    assert expected in done.err


def test_words_behind_two_hyphens_may_begin_with_one(medsearch: Command, in_sample: Path) -> None:
    done = medsearch("query", "--json", "--", "budget", "-sygefravær")
    assert done.code == 0
    assert json.loads(done.out)["query"] == "budget -sygefravær"


def test_errors_are_json_when_the_answer_would_be(medsearch: Command, in_sample: Path) -> None:
    error = json.loads(medsearch("query", "(budget", "--json").err)["error"]
    assert (error["code"], error["position"]) == ("query", 0)
    assert error["message"]
    assert error["advice"]


def test_without_an_index_it_says_how_to_make_one(
    medsearch: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = medsearch("query", "budget")
    assert done.code == 3
    assert "medsearch index FOLDER" in done.err


def test_replaced_word_is_said(medsearch: Command, in_sample: Path) -> None:
    done = medsearch("query", "kontrolforanstaltn")
    assert done.code == 0
    assert "kontrolforanstaltn*" in done.err


def test_replaced_word_is_said_with_a_way_back(medsearch: Command, in_sample: Path) -> None:
    done = medsearch("query", "videoovervåning", "budget")
    assert "searched instead: videoovervågning budget" in done.err
    assert "--exact" in done.err
    assert "searched instead" not in done.out


def test_replaced_word_is_in_the_json_and_nothing_is_said(medsearch: Command, in_sample: Path) -> None:
    done = medsearch("query", "videoovervaagning", "--json")
    assert json.loads(done.out)["searched_as"] == "videoovervågning"
    assert done.err == ""


@pytest.mark.parametrize("words", [["=videoovervåning"], ["videoovervåning", "--exact"]])
def test_word_as_written_is_not_replaced(medsearch: Command, in_sample: Path, words: list[str]) -> None:
    done = medsearch("query", *words)
    assert done.code == 1
    assert "searched instead" not in done.err


def test_explained_hits_say_why_they_are_hits(medsearch: Command, in_sample: Path) -> None:
    out = medsearch("query", "overvågning", "--explain", "-n", "20").out
    assert out.count("Why this is a hit:") == min(
        20, json.loads(medsearch("query", "overvågning", "--json").out)["total"]
    )
    assert re.search(r"\d\.\d\d  “overvågning” stands there as “[Oo]vervågning", out)
    assert "“overvågning” is a part of “" in out
    assert "(title" in out


def test_explanation_says_what_puts_a_hit_above_or_below_others(medsearch: Command, in_sample: Path) -> None:
    out = " ".join(medsearch("query", "godkendelse referat", "--explain", "-n", "50").out.split())
    assert "It holds all the words, and so comes before hits that lack one." in out
    assert "It approves agenda or minutes, and so counts less." in out


def test_without_explain_nothing_is_explained(medsearch: Command, in_sample: Path) -> None:
    assert "Why this is a hit" not in medsearch("query", "overvågning").out


def test_explanation_is_in_the_json_for_scripts(medsearch: Command, in_sample: Path) -> None:
    hits = json.loads(medsearch("query", "overvågning", "--explain", "--json").out)["hits"]
    for hit in hits:
        explanation = hit["explanation"]
        assert list(explanation) == ["reasons", "all_words", "formality"]
        for reason in explanation["reasons"]:
            assert list(reason) == ["word", "way", "forms", "sections", "score"]
            assert reason["word"] == "overvågning"
            assert reason["sections"]
        assert sum(reason["score"] for reason in explanation["reasons"]) == pytest.approx(hit["score"], abs=0.05)
    assert {reason["way"] for hit in hits for reason in hit["explanation"]["reasons"]} >= {"word", "part of a compound"}


@pytest.mark.parametrize("columns", [60, 120])
def test_explanation_keeps_to_the_width(
    medsearch: Command, in_sample: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    out = medsearch("query", "budget sygefravær apv", "--explain").out
    assert max(map(len, out.splitlines())) <= columns


def test_synonyms_that_cannot_be_read_are_said_with_an_example(medsearch: Command, in_sample: Path) -> None:
    (in_sample / "index" / "synonyms.toml").write_text("[synonyms", encoding="utf-8")
    done = medsearch("query", "budget")
    assert (done.code, done.out) == (2, "")
    assert "synonyms.toml" in " ".join(done.err.split())
    assert '"årshjul" = [' in done.err


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "ascii"])
def test_encoding_without_danish_or_bars_is_no_error(in_sample: Path, encoding: str) -> None:
    for extra in ([], ["--json"]):
        done = subprocess.run(
            [sys.executable, "-m", "medsearch", "query", "videoovervågning", *extra],
            capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        )  # fmt: skip
        if extra:
            assert "videoovervågning" in json.loads(done.stdout)["query"]


# --- show


def test_show_takes_the_number_of_a_hit_or_its_address(medsearch: Command, in_sample: Path) -> None:
    second = json.loads(medsearch("query", "videoovervågning", "--json").out)["hits"][1]
    by_number, by_address = medsearch("show", "2"), medsearch("show", second["id"])
    assert by_number == by_address
    assert by_number.code == 0
    assert second["title"].split()[0] in by_number.out


def test_show_prints_every_section_whole(medsearch: Command, in_sample: Path) -> None:
    expected = json.loads((SAMPLE.parent / "tests/expected/2024-12-12-hovedmed.json").read_text())
    for item in expected["meetings"][0]["items"][:4]:
        shown = " ".join(medsearch("show", item["id"]).out.split())
        for section in item["sections"]:
            if section["name"] != "attachments":
                assert " ".join(section["text"].split()) in shown


def test_show_json_has_item_and_meeting(medsearch: Command, in_sample: Path) -> None:
    shown = json.loads(medsearch("show", "2024-06-18-hovedmed.txt#4", "--json").out)
    assert (shown["id"], shown["committee"], shown["date"]) == ("2024-06-18-hovedmed.txt#4", "HovedMED", "2024-06-18")
    assert {"sections", "attachments", "absent", "participants"} <= set(shown)


@pytest.mark.parametrize("item", ["nowhere.txt#1", "99"])
def test_show_of_an_unknown_item_ends_with_1(medsearch: Command, in_sample: Path, item: str) -> None:
    done = medsearch("show", item)
    assert (done.code, done.out) == (1, "")
    assert "medsearch query" in done.err


# --- inspect, status, facets


def _holds(shape: Any, wanted: Any) -> bool:
    """Whether JSON says what is wanted, other keys besides or not."""
    if isinstance(wanted, dict):
        return all(_holds(shape[key], value) for key, value in wanted.items())
    if isinstance(wanted, list):
        return len(shape) == len(wanted) and all(map(_holds, shape, wanted))
    return bool(shape == wanted)


def test_inspect_json_is_what_the_file_says(medsearch: Command) -> None:
    path = SAMPLE / "2024-03-14-lokalmed-raadhusservice.txt"
    done = medsearch("inspect", path, "--json")
    expected = json.loads((SAMPLE.parent / f"tests/expected/{path.stem}.json").read_text())
    meeting, wanted = json.loads(done.out)["meetings"][0], expected["meetings"][0]
    assert _holds(meeting, wanted)


def test_inspect_shows_items_and_notes(medsearch: Command, tmp_path: Path) -> None:
    path = tmp_path / "ukendt.txt"
    path.write_text("Et notat om budgettet uden hoved og punkter.")
    done = medsearch("inspect", path)
    assert done.code == 0
    assert "No agenda items were found" in done.out


@pytest.mark.parametrize(("name", "code"), [("nowhere.txt", 3), (".", 2)])
def test_inspect_of_no_file_says_so(medsearch: Command, name: str, code: int) -> None:
    done = medsearch("inspect", name)
    assert (done.code, done.out) == (code, "")


def test_status_json_has_the_keys_that_scripts_rely_on(medsearch: Command, in_sample: Path) -> None:
    status = json.loads(medsearch("status", "--json").out)
    assert {"engine", "items", "files", "committees", "failures", "bytes"} <= set(status)
    assert (status["engine"], status["items"]) == ("whoosh", 204)
    assert status["files"] == {"read": 22, "failed": 1, "skipped": 0}
    assert status["bytes"] > 0
    assert {committee["value"]: committee["items"] for committee in status["committees"]} == {
        "LokalMED Rådhusservice": 46,
        "LokalMED Plejecenter Åbrinken": 45,
        "FagMED Teknik og Miljø": 56,
        "HovedMED": 50,
    }


def test_status_shows_what_could_not_be_read(medsearch: Command, tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "scan.pdf").write_bytes(b"%PDF-1.4")
    medsearch("index", tmp_path / "r", "--index", tmp_path / "i")
    done = medsearch("status", "--index", tmp_path / "i")
    assert done.code == 0
    assert "scan.pdf: It is damaged" in done.out


def test_facets_count_everything_or_the_hits(medsearch: Command, in_sample: Path) -> None:
    everything = json.loads(medsearch("facets", "--json").out)
    some = json.loads(medsearch("facets", "videoovervågning", "--json").out)
    assert sum(value["count"] for value in everything["year"]) == 197  # the seven items of the draft are counted once
    assert 0 < sum(value["count"] for value in some["year"]) < 40
    assert "HovedMED" in medsearch("facets").out


# --- all commands


def test_version(medsearch: Command) -> None:
    assert medsearch("--version") == (0, f"medsearch {__version__}\n", "")


@pytest.mark.parametrize("command", ["index", "query", "show", "inspect", "status", "facets"])
def test_every_command_has_help(medsearch: Command, command: str) -> None:
    done = medsearch(command, "--help")
    assert done.code == 0
    assert "--json" in done.out


def test_no_traceback_reaches_a_user_unless_asked_for(
    medsearch: Command, in_sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("oops")

    monkeypatch.setattr("medsearch.api.find", broken)
    plain, debugged = medsearch("query", "budget"), medsearch("query", "budget", "--debug")
    assert "Traceback" not in plain.err
    assert "oops" in plain.err
    assert "Traceback" in debugged.err
    assert plain.code == debugged.code == 3


def test_terminal_escapes_in_minutes_are_shown_as_text(medsearch: Command, tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    head = "REFERAT MED\x1b[31m d. 14-03-2024\n\nPunkt 1: Rød \x1b]0;x\x07titel\u202e [bold]\n\n"
    body = f"Beslutning\n\nRød \x9b31m skrift. {'Mere tekst om noget andet. ' * 40}\n"
    (tmp_path / "r" / "a.txt").write_text(head + body, encoding="utf-8")
    medsearch("index", tmp_path / "r", "--index", tmp_path / "i")
    for words in (["query", "rød"], ["query", "rød", "--json"], ["show", "1"], ["status"], ["facets"]):
        out = medsearch(*words, "--index", tmp_path / "i").out
        assert not set(out) & set("\x1b\x07\x9b\u202e"), words
    assert "[bold]" in medsearch("show", "1", "--index", tmp_path / "i").out


def test_module_and_command_are_the_same(in_sample: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "medsearch", "query", "budget", "--json"], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout)["total"] > 0


def test_output_into_a_closed_pipe_is_no_error(in_sample: Path) -> None:
    command = f"{sys.executable} -m medsearch query budget -n 60 --json | head -c 10"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_facets_say_what_was_counted_instead_and_when_there_is_nothing(medsearch: Command, in_sample: Path) -> None:
    assert "searched instead: budget" in medsearch("facets", "budjet").err
    nothing = medsearch("facets", "xylofonkvartet")
    assert (nothing.code, nothing.out) == (1, "")
    assert "Nothing was found" in nothing.err
