"""Searches that are saved under names: kept whole, by name, and never lost silently."""

import json
import os
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.engines.port import Order
from medsearch.errors import UsageError
from medsearch.query.filters import Filters
from medsearch.search import Request
from medsearch.search.saved import (
    LastRun,
    NameTakenError,
    SavedSearch,
    UnknownSearchError,
    add,
    find_saved,
    last_run,
    remember,
    remove,
    saved_names,
    saved_searches,
)
from medsearch.search.saved.file import read_saved, saved_file, write_saved
from medsearch.search.saved.keeping import KeptError
from medsearch.search.saved.named import fold_name
from medsearch.search.saved.seen import read_seen, write_seen

INDEX = Path.cwd().anchor / Path("arkiv")
BUDGET = SavedSearch("Budget", INDEX, "budget økonomi")


@pytest.fixture(autouse=True)
def _own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("HOME", "APPDATA", "LOCALAPPDATA", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


# --- names


def test_what_is_saved_is_found_by_its_name(tmp_path: Path) -> None:
    add(BUDGET)
    add(SavedSearch("Støj på Østre Skole", INDEX, "støj"))
    assert saved_names() == ["Budget", "Støj på Østre Skole"]
    assert find_saved("støj på  østre skole").words == "støj"


def test_name_typed_with_letters_in_two_parts_is_the_same() -> None:
    add(SavedSearch("Rås", INDEX, "råstof"))
    assert find_saved("Ra\u030as").words == "råstof"


def test_nothing_is_saved_at_first() -> None:
    assert saved_searches() == []
    assert saved_names() == []


def test_name_that_is_taken_keeps_its_search_unless_it_is_to_be_replaced() -> None:
    add(BUDGET)
    with pytest.raises(NameTakenError, match="“Budget”") as caught:
        add(SavedSearch("budget", INDEX, "løn"))
    assert "--replace" in caught.value.advice
    assert find_saved("Budget") == BUDGET
    add(SavedSearch("budget", INDEX, "løn"), replaces=True)
    assert [search.words for search in saved_searches()] == ["løn"]


@pytest.mark.parametrize("name", ["", "   ", "a\nb", "a\x1b[31mb", "a\u202eb", "x" * 101, "a\tb", "a\x00"])
def test_name_that_fits_on_no_line_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        add(replace(BUDGET, name=name))
    assert not saved_file().exists()


def test_unknown_name_says_what_there_is_and_what_is_nearest() -> None:
    add(BUDGET)
    add(replace(BUDGET, name="Støj"))
    with pytest.raises(UnknownSearchError) as caught:
        find_saved("buget")
    assert "“Budget”?" in caught.value.advice
    assert "Budget, Støj" in caught.value.advice


def test_unknown_name_where_nothing_is_saved_says_how_to_save() -> None:
    with pytest.raises(UnknownSearchError) as caught:
        remove("budget")
    assert "medsearch saved add" in caught.value.advice


def test_removed_search_is_gone_with_what_it_has_shown() -> None:
    add(BUDGET)
    add(replace(BUDGET, name="Løn"))
    remember(BUDGET, INDEX, frozenset({"a"}), 1)
    assert remove("BUDGET") == BUDGET
    assert saved_names() == ["Løn"]
    assert read_seen(BUDGET, INDEX) is None


# --- what a search is


def test_request_is_what_was_saved_and_a_page_of_it() -> None:
    asked = Request("støj", Filters(committees=("HovedMED",), year=2025), "decision", exact=True, limit=3, page=7)
    saved = SavedSearch.of("Støj", INDEX, asked)
    assert saved.request(Order.RELEVANCE, limit=3, page=7) == asked
    assert saved.request(Order.NEWEST).order is Order.NEWEST


def test_order_of_its_own_comes_before_the_usual_one() -> None:
    saved = SavedSearch.of("Støj", INDEX, Request("støj"), Order.OLDEST)
    assert saved.request(Order.NEWEST).order is Order.OLDEST


_TEXT = st.text(st.characters(exclude_categories=()), max_size=20)
_NAMES = st.tuples() | st.lists(_TEXT, max_size=3).map(tuple)
_FILTERS = st.builds(
    Filters,
    committees=_NAMES,
    case=st.none() | _TEXT,
    first=st.none() | _TEXT,
    last=st.none() | _TEXT,
    year=st.none() | st.integers(1900, 2100) | _TEXT,
    outcomes=_NAMES,
    people=_NAMES,
    formalities=st.booleans(),
)
_SEARCHES = st.builds(
    SavedSearch,
    name=_TEXT,
    index=_TEXT.map(lambda name: INDEX / name.replace("/", "-")),
    words=_TEXT,
    filters=_FILTERS,
    section=st.none() | _TEXT,
    exact=st.booleans(),
    order=st.none() | st.sampled_from(Order),
)


@given(st.lists(_SEARCHES, max_size=4, unique_by=lambda search: fold_name(search.name)))
def test_everything_that_can_be_saved_comes_back(searches: list[SavedSearch]) -> None:
    write_saved(searches)
    assert read_saved() == searches


@given(_SEARCHES, st.frozensets(_TEXT), st.integers(0, 10**6))
def test_everything_that_was_shown_comes_back(search: SavedSearch, marks: frozenset[str], hits: int) -> None:
    run = LastRun(datetime(2025, 3, 4, 9, 30).astimezone(), INDEX, hits)
    write_seen(search, run, marks)
    assert read_seen(search, INDEX) == marks
    assert last_run(search) == run


# --- what a search has shown


def test_last_run_is_told_without_reading_what_was_shown() -> None:
    add(BUDGET)
    assert last_run(BUDGET) is None
    remember(BUDGET, INDEX, frozenset({"a", "b"}), 2)
    [seen] = (saved_file().parent / "seen").iterdir()
    seen.write_text(seen.read_text(encoding="utf-8").splitlines()[0] + "\nno list", encoding="utf-8")
    told = last_run(BUDGET)
    assert told is not None
    assert (told.hits, told.index) == (2, INDEX)


def test_what_was_shown_is_kept_for_each_index_and_adds_up() -> None:
    add(BUDGET)
    remember(BUDGET, INDEX, frozenset({"a"}), 1)
    remember(BUDGET, INDEX, frozenset({"b"}), 1)
    remember(BUDGET, INDEX / "andet", frozenset({"c"}), 1)
    assert read_seen(BUDGET, INDEX) == {"a", "b"}
    assert read_seen(BUDGET, INDEX / "andet") == {"c"}


def test_search_that_asks_for_something_else_has_shown_nothing() -> None:
    add(BUDGET)
    remember(BUDGET, INDEX, frozenset({"a"}), 1)
    add(replace(BUDGET, order=Order.NEWEST), replaces=True)
    assert read_seen(BUDGET, INDEX) == {"a"}
    add(replace(BUDGET, words="løn"), replaces=True)
    assert read_seen(BUDGET, INDEX) is None


def test_search_that_was_removed_or_replaced_while_it_ran_notes_nothing() -> None:
    add(replace(BUDGET, words="løn"))
    remember(BUDGET, INDEX, frozenset({"a"}), 1)
    assert read_seen(BUDGET, INDEX) is None
    remove("budget")
    remember(BUDGET, INDEX, frozenset({"a"}), 1)
    assert read_seen(BUDGET, INDEX) is None


# --- files


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights otherwise")
def test_searches_are_for_their_owners_eyes() -> None:
    add(BUDGET)
    remember(BUDGET, INDEX, frozenset({"a"}), 1)
    folder = saved_file().parent
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path.is_file()} == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in (folder, folder / "seen")} == {0o700}


def test_file_can_be_read_by_a_person() -> None:
    add(replace(BUDGET, filters=Filters(committees=("HovedMED",))))
    text = saved_file().read_text(encoding="utf-8")
    assert '"words": "budget økonomi"' in text
    assert "formalities" not in text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "Expecting value"),
        ('{"version": 1, "searches": [', "Expecting value"),
        ("[]", "no list of searches"),
        ('{"version": 2, "searches": []}', "another version"),
        ('{"version": 1, "searches": [{"name": "a"}]}', "no name or no index"),
        ('{"version": 1, "searches": [{"name": "a", "index": "/i", "comittee": ["x"]}]}', "“comittee”"),
        ('{"version": 1, "searches": [{"name": "a", "index": "/i", "exact": "yes"}]}', "“exact”"),
        ('{"version": 1, "searches": [{"name": "a", "index": "i"}]}', "“index”"),
        ('{"version": 1, "searches": [{"name": "a", "index": "/i"}, {"name": "A", "index": "/i"}]}', "twice"),
        ("[" * 100_000, ""),
    ],
)
def test_damaged_file_is_named_and_left_as_it_is(content: str, reason: str) -> None:
    add(BUDGET)
    saved_file().write_text(content, encoding="utf-8")
    for act in (lambda: add(BUDGET, replaces=True), lambda: remove("budget"), saved_names):
        with pytest.raises(KeptError) as caught:
            act()
        assert str(saved_file()) in caught.value.message
        assert reason in caught.value.message
    assert saved_file().read_text(encoding="utf-8") == content


@pytest.mark.parametrize(
    "content", ["", "x", "[]\n[]\n", '{"when": "2025-01-01", "index": "/i", "hits": 1}\n{"a": 1}\n']
)
def test_damaged_file_of_what_was_shown_is_named_and_left_as_it_is(content: str) -> None:
    add(BUDGET)
    remember(BUDGET, INDEX, frozenset({"a"}), 1)
    [seen] = (saved_file().parent / "seen").iterdir()
    seen.write_text(content, encoding="utf-8")
    with pytest.raises(KeptError) as caught:
        remember(BUDGET, INDEX, frozenset({"b"}), 1)
    assert str(seen) in caught.value.message
    assert "Delete this file" in caught.value.advice
    assert seen.read_text(encoding="utf-8") == content


def test_file_stays_whole_where_writing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    add(BUDGET)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        add(replace(BUDGET, name="Løn"))
    assert saved_names() == ["Budget"]


def test_processes_that_save_at_once_lose_nothing() -> None:
    code = (
        "import sys; from pathlib import Path; from medsearch.search.saved import SavedSearch, add\n"
        "for number in range(15): add(SavedSearch(f'{sys.argv[1]} {number}', Path.cwd(), 'ord'))"
    )
    started = [subprocess.Popen([sys.executable, "-c", code, name]) for name in ("en", "to", "tre")]
    assert [process.wait(timeout=60) for process in started] == [0, 0, 0]
    assert set(saved_names()) == {f"{name} {number}" for name in ("en", "to", "tre") for number in range(15)}
    assert json.loads(saved_file().read_text(encoding="utf-8"))["version"] == 1


def test_names_are_told_without_an_engine() -> None:
    code = "import sys; from medsearch.search.saved import saved_names; saved_names(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"whoosh", "filelock", "medsearch.archive"} & set(done.stdout.split())
