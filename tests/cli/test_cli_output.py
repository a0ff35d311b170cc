"""What query and show print: forms to take elsewhere, a pager, links, the words of the last query."""

import csv
import fcntl
import io
import json
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from medsearch.api import Archive
from medsearch.cli.last_hits import last_hits, remember_hits
from medsearch.cli.paging import pager_command
from medsearch.cli.running import run
from tests.conftest import SAMPLE

LINK = re.compile(r"\x1b\]8;[^;]*;(file:[^\x1b]+)\x1b\\")
CODES = re.compile(r"\x1b\[[0-9;]*m")


class Done(NamedTuple):
    code: int
    out: str
    err: str


Command = Callable[..., Done]
Terminal = Callable[..., str]


@pytest.fixture
def medsearch(capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Runs a command in this process."""

    def command(*words: str | Path) -> Done:
        code = run([str(word) for word in words])
        sys.stdout.flush()
        printed = capfdbinary.readouterr()
        return Done(code, printed.out.decode(), printed.err.decode())

    return command


@pytest.fixture
def in_sample(sample_index: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An index of the sample minutes of its own, in a folder to stand in."""
    shutil.copytree(sample_index, tmp_path / "index", ignore=shutil.ignore_patterns("last-hits.json"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def terminal(in_sample: Path) -> Terminal:
    """Runs a command in a terminal of 80 x 24; gives back all that appeared there."""

    def command(*words: str, **surroundings: str) -> str:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", **surroundings}
        environment.pop("STY", None)
        process = subprocess.Popen(
            [sys.executable, "-m", "medsearch", *words], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
        )
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 1 << 16):
                shown += piece
        except OSError:  # the terminal's way to say that nobody writes any more
            pass
        process.wait()
        os.close(ours)
        return shown.decode().replace("\r\n", "\n")

    return command


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


# --- Forms


def test_json_is_one_of_the_forms(medsearch: Command, in_sample: Path) -> None:
    first, second = (json.loads(medsearch("query", "budget", *form).out) for form in (["--json"], ["--format", "json"]))
    assert first["hits"] == second["hits"]
    assert len(first["hits"]) == 10


def test_all_hits_are_exported_unless_some_are_asked_for(medsearch: Command, in_sample: Path) -> None:
    total = json.loads(medsearch("query", "budget", "--json").out)["total"]
    assert total > 10
    assert len(rows(medsearch("query", "budget", "--format", "csv").out)) == total
    assert len(medsearch("query", "budget", "--format", "ndjson").out.splitlines()) == total
    assert medsearch("query", "budget", "--format", "md").out.count("### ") == total
    assert len(rows(medsearch("query", "budget", "--format", "csv", "-n", "3").out)) == 3
    assert len(rows(medsearch("query", "budget", "--format", "CSV", "--page", "2").out)) == min(10, total - 10)


def test_spreadsheet_comes_in_utf_8_whatever_the_terminal_speaks(in_sample: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "medsearch", "query", "videoovervågning", "--format", "csv"],
        capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    )  # fmt: skip
    assert done.stdout.startswith(b"\xef\xbb\xbf")
    assert "LokalMED Rådhusservice" in {row["committee"] for row in rows(done.stdout.decode("utf-8-sig"))}


def test_exported_hits_are_those_of_json(medsearch: Command, in_sample: Path) -> None:
    hits = json.loads(medsearch("query", "sygefravær", "--json", "-n", "50").out)["hits"]
    assert [
        json.loads(line) for line in medsearch("query", "sygefravær", "--format", "ndjson").out.splitlines()
    ] == hits
    assert [row["address"] for row in rows(medsearch("query", "sygefravær", "--format", "csv").out)] == [
        hit["id"] for hit in hits
    ]


def test_export_of_nothing_says_so_beside_it(medsearch: Command, in_sample: Path) -> None:
    done = medsearch("query", "xylofonkvartet", "--format", "csv")
    assert (done.code, rows(done.out)) == (1, [])
    assert done.out.startswith("\ufeffrank;")
    assert "Nothing was found" in done.err
    assert medsearch("query", "xylofonkvartet", "--format", "ndjson").out == ""


def test_two_forms_at_once_are_refused(medsearch: Command, in_sample: Path) -> None:
    done = medsearch("query", "budget", "--json", "--format", "csv")
    assert (done.code, done.out) == (2, "")


def test_unknown_form_names_those_there_are(medsearch: Command, in_sample: Path) -> None:
    done = medsearch("query", "budget", "--format", "xlsx")
    assert (done.code, done.out) == (2, "")
    assert "csv" in done.err


@pytest.mark.parametrize("form", ["csv", "md", "ndjson"])
def test_item_is_exported_whole(medsearch: Command, in_sample: Path, form: str) -> None:
    address = "2024-06-18-hovedmed.txt#4"
    done = medsearch("show", address, "--format", form)
    assert (done.code, done.err) == (0, "")
    assert address in done.out


# --- Settings


def test_settings_say_how_many_hits_and_in_which_order(
    medsearch: Command, in_sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEDSEARCH_LIMIT", "4")
    monkeypatch.setenv("MEDSEARCH_SORT", "oldest")
    hits = json.loads(medsearch("query", "budget", "--json").out)["hits"]
    assert len(hits) == 4
    assert [hit["date"] for hit in hits] == sorted(hit["date"] for hit in hits)
    asked = json.loads(medsearch("query", "budget", "--json", "-n", "5", "--sort", "newest").out)["hits"]
    assert len(asked) == 5
    assert [hit["date"] for hit in asked] == sorted((hit["date"] for hit in asked), reverse=True)


# --- Text


def test_one_hit_has_no_facets(medsearch: Command, in_sample: Path) -> None:
    address = json.loads(medsearch("query", "budget", "--json").out)["hits"][0]
    words = ["--committee", address["committee"], "--from", address["date"], "--to", address["date"], "--in", "title"]
    out = medsearch("query", f'"{address["title"]}"', *words).out
    assert out.startswith("1 hit\n")
    assert "Committee" not in out


def test_footer_says_how_to_read_on(medsearch: Command, in_sample: Path) -> None:
    last = medsearch("query", "budget", "-n", "2", "--page", "2").out.splitlines()[-1]
    assert "medsearch show 3" in last
    assert "medsearch open 3" in last


def test_lines_are_no_longer_than_is_good_to_read(
    medsearch: Command, in_sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    out = medsearch("query", "videoovervågning").out
    assert max(len(line.partition("   ")[0]) for line in out.splitlines() if line.startswith("    ")) <= 100


# --- The pager


def test_long_answer_goes_through_the_pager_with_its_colours(terminal: Terminal, tmp_path: Path) -> None:
    shown = terminal("query", "budget", MEDSEARCH_PAGER=f"tee '{tmp_path}/paged by.txt'")
    paged = (tmp_path / "paged by.txt").read_text()
    assert "Punkt " in CODES.sub("", paged)
    assert "\x1b[1m" in paged
    assert paged.count("\n") > 24
    assert shown.replace("\n", "").endswith(paged.replace("\n", "")[-40:])


def test_short_answer_needs_no_pager(terminal: Terminal, tmp_path: Path) -> None:
    shown = terminal("query", "budget", "-n", "1", "--year", "2024", MEDSEARCH_PAGER=f"tee {tmp_path}/paged")
    if shown.count("\n") < 24:
        assert not (tmp_path / "paged").exists()
    assert "medsearch show 1" in shown


@pytest.mark.parametrize(
    "words", [["show", "2024-06-18-hovedmed.txt"], ["inspect", str(SAMPLE / "2024-06-18-hovedmed.txt")]]
)
def test_other_long_answers_go_through_it_too(terminal: Terminal, tmp_path: Path, words: list[str]) -> None:
    terminal(*words, PAGER=f"tee {tmp_path}/paged")
    assert "HovedMED" in (tmp_path / "paged").read_text()


@pytest.mark.parametrize(
    ("words", "pager"), [(["--no-pager"], "tee paged"), ([], "never"), ([], "no-such-program-anywhere")]
)
def test_without_a_pager_all_of_it_is_printed(terminal: Terminal, tmp_path: Path, words: list[str], pager: str) -> None:
    shown = terminal("query", "budget", *words, MEDSEARCH_PAGER=pager)
    assert "medsearch show 1" in shown
    assert not (tmp_path / "paged").exists()


def test_leaving_the_pager_early_is_no_error(terminal: Terminal) -> None:
    shown = terminal("query", "budget", "-n", "200", MEDSEARCH_PAGER="head -c 5")
    assert "Traceback" not in shown
    assert "failed" not in shown


def test_what_was_searched_instead_stands_above_the_hits_in_the_pager(terminal: Terminal, tmp_path: Path) -> None:
    terminal("query", "videoovervåning", MEDSEARCH_PAGER=f"tee {tmp_path}/paged")
    assert "searched instead: videoovervågning" in (tmp_path / "paged").read_text().splitlines()[0]


def test_nothing_is_paged_into_a_pipe(medsearch: Command, in_sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDSEARCH_PAGER", "false")
    assert medsearch("query", "budget").out.count("\n") > 24


@pytest.mark.parametrize(
    ("setting", "variable", "expected"),
    [
        (None, "more -d", ["more", "-d"]),
        ("most -s", "more", ["most", "-s"]),
        ("never", "more", []),
        (None, "", []),
        (None, "cat", []),
        (None, "'unclosed", []),
    ],
)
def test_pager_is_that_of_the_settings_else_that_of_the_system(
    monkeypatch: pytest.MonkeyPatch, setting: str | None, variable: str, expected: list[str]
) -> None:
    monkeypatch.setenv("PAGER", variable)
    if setting:
        monkeypatch.setenv("MEDSEARCH_PAGER", setting)
    assert pager_command() == expected


# --- Links


def test_address_of_a_hit_is_a_link_to_its_file(terminal: Terminal) -> None:
    links = set(LINK.findall(terminal("query", "videoovervågning", "--no-pager")))
    assert links
    assert {link.rpartition("/")[0] for link in links} == {SAMPLE.as_uri()}


def test_odd_file_names_make_sound_links(terminal: Terminal, tmp_path: Path) -> None:
    name = "møde #3 50%.txt"
    (tmp_path / "r").mkdir()
    shutil.copy(SAMPLE / "2024-06-18-hovedmed.txt", tmp_path / "r" / name)
    run(["index", str(tmp_path / "r"), "--index", str(tmp_path / "i"), "-q"])
    shown = terminal("query", "hovedmed", "-n", "1", "--no-pager", "--index", str(tmp_path / "i"))
    assert set(LINK.findall(shown)) == {f"{(tmp_path / 'r').as_uri()}/m%C3%B8de%20%233%2050%25.txt"}


@pytest.mark.parametrize(
    "surroundings",
    [{"MEDSEARCH_LINKS": "never"}, {"TERM": "dumb"}, {"TERM": "linux"}, {"NO_COLOR": "1"}],
)
def test_terminal_without_links_gets_none(terminal: Terminal, surroundings: dict[str, str]) -> None:
    assert "\x1b]8" not in terminal("query", "videoovervågning", "--no-pager", **surroundings)


def test_links_may_be_asked_for_in_a_terminal_that_is_not_known_to_have_them(terminal: Terminal) -> None:
    assert LINK.search(terminal("query", "videoovervågning", "--no-pager", TERM="linux", MEDSEARCH_LINKS="always"))


def test_pager_that_would_show_the_codes_of_links_gets_none(terminal: Terminal, tmp_path: Path) -> None:
    terminal("query", "budget", MEDSEARCH_PAGER=f"tee {tmp_path}/paged")
    assert "\x1b]8" not in (tmp_path / "paged").read_text()


def test_dumb_terminal_gets_no_pager(terminal: Terminal, tmp_path: Path) -> None:
    assert "medsearch show 1" in terminal("query", "budget", TERM="dumb", MEDSEARCH_PAGER=f"tee {tmp_path}/paged")
    assert not (tmp_path / "paged").exists()


def test_colours_may_be_forced_into_a_pipe_but_no_links(
    medsearch: Command, in_sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = medsearch("query", "budget").out
    assert "\x1b[" in out
    assert "\x1b]8" not in out


def test_no_links_in_a_pipe(medsearch: Command, in_sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDSEARCH_LINKS", "always")
    assert "\x1b" not in medsearch("query", "budget").out


# --- The last query


def test_item_is_shown_with_the_words_of_the_last_query_marked(terminal: Terminal) -> None:
    terminal("query", "videoovervågning", "-n", "2", "--no-pager")
    marked = re.compile(r"\x1b\[1;30;43m([^\x1b]+)")
    assert any("overvågning" in words for words in marked.findall(terminal("show", "2", "--no-pager")))
    address = json.loads(subprocess.check_output([sys.executable, "-m", "medsearch", "show", "2", "--json"]))["id"]
    assert not marked.findall(terminal("show", address, "--no-pager"))


def test_query_that_means_nothing_any_more_marks_nothing(medsearch: Command, in_sample: Path) -> None:
    medsearch("query", "udvalg:HovedMED budget")
    kept = json.loads((in_sample / "index" / "last-hits.json").read_text())
    kept["query"]["words"] = "udvalg:Nedlagtudvalg budget"
    (in_sample / "index" / "last-hits.json").write_text(json.dumps(kept))
    assert medsearch("show", "1").code == 0


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"hits": 3}', '{"hits": {"x": "y"}}', '{"1": "a.txt#1"}'])
def test_damaged_memory_of_the_last_query_is_as_none(medsearch: Command, in_sample: Path, damage: str) -> None:
    (in_sample / "index" / "last-hits.json").write_text(damage)
    done = medsearch("show", "1")
    assert (done.code, done.out) == (1, "")
    assert "medsearch query" in done.err


def test_numbers_of_an_export_can_be_shown(medsearch: Command, in_sample: Path) -> None:
    last = rows(medsearch("query", "budget", "--format", "csv").out)[-1]
    assert json.loads(medsearch("show", last["rank"], "--json").out)["id"] == last["address"]


def test_number_that_was_not_shown_says_which_were(medsearch: Command, in_sample: Path) -> None:
    medsearch("query", "budget", "-n", "3")
    assert "1 to 3" in medsearch("show", "4").err
    assert medsearch("show", "9" * 6000).code == 1


def test_hits_without_words_are_remembered_without_a_query(tmp_path: Path) -> None:
    remember_hits(tmp_path, {3: "a.txt#1"})
    assert last_hits(tmp_path) == ({3: "a.txt#1"}, None)


# --- Whole meetings


def test_meeting_of_an_item_is_shown_whole_and_in_order(medsearch: Command, in_sample: Path) -> None:
    out = medsearch("show", "2024-06-18-hovedmed.txt#4", "--meeting").out
    assert out.startswith("HovedMED · 2024-06-18\n")
    headings = re.findall(r"^Punkt (\d+):", out, re.MULTILINE)
    assert headings == sorted(headings, key=int)
    assert len(headings) > 5
    assert out.count("Participants:") == 1


def test_meeting_in_json_is_what_inspect_says(medsearch: Command, in_sample: Path) -> None:
    path = SAMPLE / "2024-06-18-hovedmed.txt"
    inspected = json.loads(medsearch("inspect", path, "--json").out)
    for words in ([f"{path.name}#4", "--meeting"], [path.name]):
        shown = json.loads(medsearch("show", *words, "--json").out)
        assert (shown["source"], shown["meetings"]) == (path.name, inspected["meetings"])


def test_meeting_as_a_table_has_a_row_for_each_item(medsearch: Command, in_sample: Path) -> None:
    items = json.loads(medsearch("show", "2024-06-18-hovedmed.txt", "--json").out)["meetings"][0]["items"]
    table = rows(medsearch("show", "2024-06-18-hovedmed.txt", "--format", "csv").out)
    assert [row["number"] for row in table] == [item["number"] for item in items]


def test_unknown_file_says_how_addresses_look(medsearch: Command, in_sample: Path) -> None:
    done = medsearch("show", "nowhere.txt")
    assert (done.code, done.out) == (1, "")
    assert "nowhere.txt" in done.err


# --- Nothing found


def test_unknown_word_is_said_with_what_is_spelt_like_it(medsearch: Command, in_sample: Path) -> None:
    done = medsearch("query", "videoovervåning", "--exact")
    assert done.code == 1
    assert "videoovervågning" in done.err
    assert "Without --exact: " in done.err
    assert len(done.err.splitlines()) <= 4


def test_filter_that_takes_all_hits_away_is_named(medsearch: Command, in_sample: Path) -> None:
    with Archive(in_sample / "index") as archive:
        total = archive.search("videoovervågning", committee="HovedMED").total
    done = medsearch("query", "videoovervågning", "--committee", "HovedMED", "--year", "2001")
    assert f"Without --year 2001: {total} hits" in done.err


def test_page_behind_the_last_says_which_is_the_last(medsearch: Command, in_sample: Path) -> None:
    done = medsearch("query", "budget", "--page", "99")
    assert (done.code, done.out) == (1, "")
    assert "--page " in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="written for a Unix shell")
@pytest.mark.parametrize(
    ("line", "code"), [("query budget >&-", 0), ("query budget 2>&- >&-", 0), ("query qqqqq 2>/dev/full", 1)]
)
def test_closed_and_full_streams_change_no_exit_code(in_sample: Path, line: str, code: int) -> None:
    done = subprocess.run(["sh", "-c", f"{sys.executable} -m medsearch {line}"], capture_output=True, check=False)
    assert done.returncode == code
    assert b"fault" not in done.stderr


def test_a_pager_that_fails_eats_no_answer(
    in_sample: Path, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEDSEARCH_PAGER", "false")
    assert "Punkt" in terminal("query", "budget")


def test_facets_of_a_page_count_every_value(medsearch: Command, in_sample: Path) -> None:
    page = json.loads(medsearch("query", "--from", "2000", "--json", "-n", "1").out)["facets"]
    assert page == json.loads(medsearch("facets", "--json").out)


def test_foot_names_an_index_that_is_not_found_by_itself(
    medsearch: Command, in_sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "medsearch show 1 · " in medsearch("query", "budget").out
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    (tmp_path / "index").rename(tmp_path / "other")
    shown = medsearch("query", "budget", "--index", tmp_path / "other").out
    assert f"medsearch show 1 --index {tmp_path / 'other'}" in shown
    assert medsearch("show", "1", "--index", tmp_path / "other").code == 0


@pytest.mark.parametrize(("typed", "meant"), [("--fra", "--from"), ("--udvalg", "--committee"), ("--år", "--year")])
def test_a_danish_option_leads_to_the_english_one(medsearch: Command, typed: str, meant: str) -> None:
    done = medsearch("query", "budget", typed, "2025")
    assert done.code == 2
    assert f"Did you mean {meant}?" in done.err


def test_orders_have_danish_names(medsearch: Command, in_sample: Path) -> None:
    newest = medsearch("query", "budget", "--sort", "newest").out
    assert medsearch("query", "budget", "--sort", "nyeste").out == newest


def test_note_above_a_paged_answer_is_broken_between_words(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDSEARCH_PAGER", "head -3")
    shown = terminal("query", "videoovervogning", "-n", "30")
    assert max(map(len, shown.split("\n")[:2])) <= 80
    assert "as typed" in shown


def test_who_was_absent_is_no_participant(medsearch: Command, in_sample: Path) -> None:
    shown = medsearch("show", "2025-11-20-lokalmed-raadhusservice.txt#13").out
    participants = shown.partition("Participants:")[2].partition("Absent:")[0]
    absent = shown.partition("Absent:")[2].partition("\n")[0].strip()
    assert absent
    assert not any(name.strip() in participants for name in absent.split(","))


def test_name_of_a_committee_without_quotes_is_explained(medsearch: Command, in_sample: Path) -> None:
    done = medsearch("query", "--committee", "LokalMED", "Rådhusservice", "kamera")
    assert '--committee "LokalMED Rådhusservice"' in done.err
    assert "quotes" not in medsearch("query", "--committee", "LokalMED", "kamera").err
    assert "quotes" not in medsearch("query", "--committee", "LokalMED Rådhusservice", "kamera").err
