"""Saved searches as a user, and cron, run them."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from medsearch.rendering.saved import command_of
from medsearch.search.saved import SavedSearch, saved_searches
from tests.cli.commands import Command
from tests.conftest import SAMPLE

FIRST, SECOND = "2024-06-18-hovedmed.txt", "2024-12-12-hovedmed.txt"  # video is item 5, and 14


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sample_index: Path) -> Path:
    """A folder to stand in, with an index of the sample, and a home of its own."""
    for name in ("HOME", "APPDATA", "LOCALAPPDATA", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    shutil.copytree(sample_index, tmp_path / "index")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def folder(medsearch: Command, here: Path) -> Path:
    """A folder with one file of minutes, indexed in ./index, and a search of it that was run."""
    shutil.rmtree(here / "index")
    (here / "referater").mkdir()
    shutil.copy(SAMPLE / FIRST, here / "referater")
    assert medsearch("index", "referater").code == 0
    assert medsearch("saved", "add", "video", "videoovervågning").code == 0
    assert medsearch("saved", "run", "video", "--new").code == 0
    return here / "referater"


# --- add, list, remove


def test_saved_search_finds_what_the_query_finds(medsearch: Command) -> None:
    options = ("videoovervågning", "--committee", "HovedMED", "--year", "2024", "--sort", "oldest")
    added = medsearch("saved", "add", "Video i huset", *options)
    assert (added.code, added.out) == (0, "")
    assert "2 hits" in added.err
    assert "medsearch saved run 'Video i huset'" in added.err
    assert medsearch("saved", "run", "Video i huset").out == medsearch("query", *options).out


def test_words_that_begin_with_a_hyphen_stand_behind_two(medsearch: Command) -> None:
    assert medsearch("saved", "add", "uden løn", "--year", "2024", "--", "-løn", "budget").code == 0
    assert saved_searches()[0].words == "-løn budget"


def test_list_tells_what_is_saved_and_when_it_was_run(medsearch: Command) -> None:
    medsearch("saved", "add", "Video i huset", "videoovervågning", "--committee", "HovedMED")
    assert "not run yet" in medsearch("saved", "list").out
    medsearch("saved", "run", "video", "i", "huset")
    listed = medsearch("saved", "list")
    assert listed.code == 0
    assert "    medsearch query videoovervågning --committee HovedMED\n" in listed.out
    assert ": 4 hits\n" in listed.out


def test_list_as_json_has_the_keys_that_scripts_rely_on(medsearch: Command, here: Path) -> None:
    medsearch("saved", "add", "video", "videoovervågning", "--committee", "HovedMED", "--sort", "newest")
    [search] = json.loads(medsearch("saved", "list", "--json").out)["searches"]
    assert search == {
        "name": "video",
        "query": "videoovervågning",
        "options": {"committee": ["HovedMED"], "sort": "newest"},
        "index": str(here / "index"),
        "command": "medsearch query videoovervågning --committee HovedMED --sort newest",
        "last_run": None,
        "hits": None,
    }


def test_list_of_nothing_says_how_to_save(medsearch: Command) -> None:
    listed = medsearch("saved", "list")
    assert (listed.code, listed.out) == (1, "")
    assert "medsearch saved add NAME WORDS" in listed.err
    assert json.loads(medsearch("saved", "list", "--json").out) == {"searches": []}


@pytest.mark.parametrize(
    "typed",
    [
        ("budget", "økonomi"),
        ('"en hel frase" +budget',),
        ("--in", "titel", "--exact", "--", "-løn", "det's"),
        ("--person", "Bo Ibsen", "--person", "Åse", "--outcome", "godkendt", "--no-formalities"),
        ("budget -løn", "--from", "1. marts 2024", "--to", "2025", "--case", "00.30", "--sort", "oldest"),
        ("~/x",),
    ],
)
def test_command_in_the_list_can_be_typed_again(medsearch: Command, here: Path, typed: tuple[str, ...]) -> None:
    assert medsearch("saved", "add", "x", *typed).code == 0
    [search] = saved_searches()
    command = command_of(search, here / "index").removeprefix("medsearch query ")
    words = subprocess.run(["bash", "-c", f"printf '%s\\0' {command}"], capture_output=True, text=True, check=True)
    assert medsearch("saved", "add", "x", "--replace", *words.stdout.split("\0")[:-1]).code == 0
    assert saved_searches() == [search]


def test_command_in_the_list_names_an_index_that_is_elsewhere(here: Path) -> None:
    search = SavedSearch("x", here / "et andet sted", "støj")
    assert command_of(search, here / "index") == f"medsearch query støj --index '{here}/et andet sted'"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("(støj",), "bracket"),
        (("støj", "--year", "snart"), "date"),
        (("støj", "--sort", "x"), "sorted"),
        ((), "nothing"),
    ],
)
def test_search_that_cannot_be_read_is_not_saved(medsearch: Command, words: tuple[str, ...], said: str) -> None:
    added = medsearch("saved", "add", "x", *words)
    assert added.code == 2
    assert said in added.err
    assert saved_searches() == []


def test_search_can_be_saved_before_there_is_an_index(medsearch: Command, here: Path) -> None:
    shutil.rmtree(here / "index")
    added = medsearch("saved", "add", "x", "støj", "--committee", "HovedMED")
    assert added.code == 0
    assert "no index" in added.err
    assert medsearch("saved", "add", "y", "(støj").code == 2
    missing = medsearch("saved", "run", "x")
    assert (missing.code, missing.out) == (3, "")
    assert "There is no index" in missing.err


def test_name_is_taken_once(medsearch: Command) -> None:
    medsearch("saved", "add", "x", "støj")
    assert medsearch("saved", "add", "X", "budget").code == 2
    assert medsearch("saved", "add", "X", "budget", "--replace").code == 0
    assert [search.words for search in saved_searches()] == ["budget"]


def test_removed_search_is_no_longer_there(medsearch: Command) -> None:
    medsearch("saved", "add", "Video i huset", "videoovervågning")
    assert medsearch("saved", "remove", "Video", "i", "huset").code == 0
    unknown = medsearch("saved", "run", "Video i huset")
    assert (unknown.code, unknown.out) == (2, "")


def test_unknown_name_suggests_the_nearest(medsearch: Command) -> None:
    medsearch("saved", "add", "video", "videoovervågning")
    assert "Did you mean “video”?" in medsearch("saved", "run", "vidio").err
    assert json.loads(medsearch("saved", "run", "vidio", "--json").err)["error"]["code"] == "unknown-search"


def test_damaged_file_is_named_in_a_message(medsearch: Command, here: Path) -> None:
    medsearch("saved", "add", "video", "videoovervågning")
    [file] = (here / "home").rglob("saved.json")
    file.write_text("{", encoding="utf-8")
    listed = medsearch("saved", "list")
    assert (listed.code, listed.out) == (3, "")
    assert str(file) in listed.err


# --- run --new, with files that come and go


def test_first_run_says_that_it_is_the_first(medsearch: Command) -> None:
    medsearch("saved", "add", "video", "videoovervågning")
    first = medsearch("saved", "run", "video", "--new", "--json")
    assert "never run here before" in first.err
    answer = json.loads(first.out)
    assert len(answer["hits"]) == answer["total"] > 10  # more than a page
    days = [hit["date"] for hit in answer["hits"]]
    assert days == sorted(days, reverse=True)


def test_nothing_new_prints_nothing(medsearch: Command, folder: Path) -> None:
    again = medsearch("saved", "run", "video", "--new")
    assert (again.code, again.out) == (1, "")
    assert "Nothing is new for “video”" in again.err
    assert medsearch("saved", "run", "video", "--new", "-q") == (1, "", "")
    for form in ("csv", "md", "ndjson"):
        assert medsearch("saved", "run", "video", "--new", "-q", "--format", form) == (1, "", "")


def test_file_that_came_is_news_once(medsearch: Command, folder: Path) -> None:
    shutil.copy(SAMPLE / SECOND, folder)
    medsearch("index", folder)
    assert f"{SECOND}#14" in medsearch("saved", "run", "video", "--new", "--keep").out
    news = medsearch("saved", "run", "video", "--new", "-q")
    assert news.code == 0
    assert news.err == ""
    assert "1 hit\n" in news.out
    assert f"{SECOND}#14" in news.out
    assert FIRST not in news.out
    assert medsearch("show", "1").code == 0
    assert medsearch("saved", "run", "video", "--new").code == 1


def test_index_made_anew_and_files_renamed_or_put_back_are_no_news(medsearch: Command, folder: Path) -> None:
    medsearch("index", "--rebuild", folder)
    assert medsearch("saved", "run", "video", "--new").code == 1
    (folder / FIRST).rename(folder / "juni.txt")
    medsearch("index", folder)
    assert medsearch("saved", "run", "video", "--new").code == 1
    (folder / "juni.txt").unlink()
    medsearch("index", folder)
    assert medsearch("saved", "run", "video", "--new").code == 1
    (folder / "referat.txt").write_bytes((SAMPLE / FIRST).read_bytes() + b"\nTilf\xc3\xb8jet siden.\n")
    medsearch("index", folder)
    assert medsearch("saved", "run", "video", "--new").code == 1
    assert medsearch("saved", "run", "video").code == 0


def test_new_hits_beyond_the_limit_come_at_the_next_run(medsearch: Command) -> None:
    medsearch("saved", "add", "video", "videoovervågning")
    first = medsearch("saved", "run", "video", "--new", "-n", "2")
    second = medsearch("saved", "run", "video", "--new", "-n", "2")
    assert "15 more items are new" in first.err
    assert "13 more items are new" in second.err
    assert medsearch("saved", "run", "video", "--new", "--page", "2").code == 2


def test_search_of_its_own_order_keeps_it(medsearch: Command) -> None:
    medsearch("saved", "add", "video", "videoovervågning", "--sort", "oldest")
    days = [hit["date"] for hit in json.loads(medsearch("saved", "run", "video", "--new", "--json").out)["hits"]]
    assert days == sorted(days)


def test_index_of_the_command_comes_before_that_of_the_search(medsearch: Command, folder: Path) -> None:
    shutil.copytree(folder.parent / "index", folder.parent / "kopi")
    elsewhere = medsearch("saved", "run", "video", "--new", "--index", "kopi")
    assert elsewhere.code == 0
    assert "never run here before" in elsewhere.err


def test_search_is_run_on_its_index_wherever_one_stands(
    medsearch: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    assert medsearch("saved", "run", "video").code == 0


# --- forms


def test_run_prints_every_form_that_a_query_has(medsearch: Command) -> None:
    medsearch("saved", "add", "video", "videoovervågning")
    for form in ("ndjson", "csv", "md"):
        assert (
            medsearch("saved", "run", "video", "--format", form).out
            == medsearch("query", "videoovervågning", "--format", form).out
        )


def test_all_searches_in_one_mail_each_under_its_name(medsearch: Command) -> None:
    medsearch("saved", "add", "Video", "videoovervågning", "--year", "2024", "--committee", "HovedMED")
    medsearch("saved", "add", "Intet", "xylofonkvartet")
    medsearch("saved", "add", "Budgetter", "budget", "--committee", "HovedMED")
    kept = medsearch("saved", "run", "--all", "--new", "--keep", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(kept.out.removeprefix("\ufeff")), delimiter=";"))
    assert [row["search"] for row in rows][:3] == ["Video", "Video", "Budgetter"]
    assert [int(row["rank"]) for row in rows] == list(range(1, len(rows) + 1))
    assert "## Video\n" in medsearch("saved", "run", "--all", "--new", "--keep", "--format", "md").out
    lines = medsearch("saved", "run", "--all", "--new", "--keep", "--format", "ndjson").out.splitlines()
    assert [json.loads(line)["search"] for line in lines] == [row["search"] for row in rows]
    shape = json.loads(medsearch("saved", "run", "--all", "--new", "--keep", "--json").out)
    assert [(search["name"], len(search["hits"]) > 0) for search in shape["searches"]] == [
        ("Video", True),
        ("Intet", False),
        ("Budgetter", True),
    ]
    mail = medsearch("saved", "run", "--all", "--new", "-q")
    assert (mail.code, mail.err) == (0, "")
    assert mail.out.startswith("Video\n=====\n\n2 hits\n")
    assert "\nBudgetter\n=========\n" in mail.out
    assert "Intet\n" not in mail.out
    assert f"{rows[2]['address']}" in medsearch("show", "3").out
    assert medsearch("saved", "run", "--all", "--new", "-q") == (1, "", "")


def test_search_that_cannot_be_run_keeps_no_other_from_it(medsearch: Command, here: Path) -> None:
    medsearch("saved", "add", "Væk", "støj", "--index", "borte")
    medsearch("saved", "add", "Video", "videoovervågning")
    mail = medsearch("saved", "run", "--all", "--new", "-q")
    assert mail.code == 3
    assert "“Væk” could not be run" in mail.err
    assert mail.out.startswith("Video\n")
    assert medsearch("saved", "run", "--all", "--new", "-q").out == ""


@pytest.mark.parametrize("words", [(), ("x", "--all")])
def test_run_says_when_it_is_not_clear_what_to_run(medsearch: Command, words: tuple[str, ...]) -> None:
    medsearch("saved", "add", "x", "støj")
    assert medsearch("saved", "run", *words).code == 2


def test_names_and_words_from_outside_are_shown_harmless(medsearch: Command, here: Path) -> None:
    medsearch("saved", "add", "x", "støj \x1b]0;x\x07")
    [file] = (here / "home").rglob("saved.json")
    file.write_text(file.read_text(encoding="utf-8").replace('"x"', '"x\\u001b[31m\\u202e"'), encoding="utf-8")
    for words in (("list",), ("list", "--json"), ("run", "y"), ("run", "--all", "--new")):
        done = medsearch("saved", *words)
        assert not set(done.out + done.err) & set("\x1b\x07\u202e"), words


# --- cron


def _cron(here: Path, command: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    poor = {"HOME": str(here / "home"), "PATH": "/usr/bin:/bin", "XDG_DATA_HOME": str(here / "home"), **more}
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command.replace("medsearch", f"{sys.executable} -m medsearch", 1)],
        env=poor | {"PYTHONPATH": str(SAMPLE.parent)},
        cwd="/",
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("surroundings", [{"LANG": "C"}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {}])
def test_cron_gets_danish_letters_and_no_colours(medsearch: Command, here: Path, surroundings: dict[str, str]) -> None:
    medsearch("saved", "add", "Støj", "videoovervågning")
    done = _cron(here, "medsearch saved run --all --new -q --keep", **surroundings)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8").startswith("Støj\n====\n")
    assert b"\x1b" not in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_news_that_did_not_get_out_stay_news(medsearch: Command, here: Path) -> None:
    medsearch("saved", "add", "video", "videoovervågning")
    full = _cron(here, "medsearch saved run video --new -q > /dev/full")
    assert full.returncode == 3
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as gone:
        code = subprocess.call([sys.executable, "-m", "medsearch", "saved", "run", "video", "--new", "-q"], stdout=gone)
    assert code == 0
    assert "never run here before" in medsearch("saved", "run", "video", "--new").err


def test_no_command_of_saved_searches_leaves_a_draft(medsearch: Command, here: Path) -> None:
    medsearch("saved", "add", "video", "videoovervågning")
    medsearch("saved", "run", "video")
    assert not list((here / "home").rglob("*.new"))
