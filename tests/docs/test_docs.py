"""What README and docs/ show is what the program prints; tables and links in them are right."""

import re
import shlex
import shutil
from collections import Counter
from pathlib import Path

import pytest

from medsearch.browser.keys import KEYS
from medsearch.cli.commands import COMMANDS
from medsearch.settings import SETTINGS
from medsearch.texts import _
from tests.conftest import SAMPLE
from tests.docs.pages import (
    DOCS,
    IN_DANISH,
    PAGES,
    ROOT,
    TO_COPY,
    TO_LOOK_AT,
    TO_RUN,
    Step,
    anchors,
    blocks,
    first_column,
    links,
    name_of,
    prose,
    steps,
    table,
)
from tests.docs.playing import FIRST, Place, is_as_shown, play, run_here

NOT_RUN = {
    "fills the screen, or opens a window": 5,
    "installs programs": 8,
    "needs Tesseract": 1,
    "runs until Ctrl-C": 1,
    "sends mail, or sets up the system": 6,
    "sets up a checkout": 1,
    "uses a folder of yours": 4,
}
"""Why blocks of commands are not run, and how many there are of each."""

_WITH_COMMANDS = [page for page in PAGES if steps(page)]
_NEEDS_JQ = "| jq"
_CHEAT_SHEET = DOCS / "da" / "huskeseddel.md"
_NOT_PLAYED = ("medsearch open 1", "medsearch --install-completion")  # open a window; set up the system
_HOLDS_A_SCAN = ("medsearch index",)  # which cannot be read: these end with 3


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The folder that pages are played in, one after the other, with the index that their first command makes."""
    return _prepared(tmp_path_factory.mktemp("docs"), "en")


@pytest.fixture(scope="session")
def danish_place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The same for pages in Danish: an index keeps the language in which it tells what could not be read."""
    return _prepared(tmp_path_factory.mktemp("docs-da"), "da")


def _prepared(base: Path, language: str) -> Place:
    folder, home = base / "minutes", base / "home"
    shutil.copytree(SAMPLE, folder / "sample_data")
    with pytest.MonkeyPatch.context() as patch:
        _be_anna(patch, folder, home, language)
        said = run_here(FIRST)[1]
    shutil.copytree(folder, base / "template")
    return Place(folder, base / "template", home, said)


@pytest.fixture
def at_home(place: Place, monkeypatch: pytest.MonkeyPatch) -> Place:
    place.tidy()
    _be_anna(monkeypatch, place.folder, place.home, "en")
    return place


@pytest.fixture
def at_home_in_danish(danish_place: Place, monkeypatch: pytest.MonkeyPatch) -> Place:
    danish_place.tidy()
    _be_anna(monkeypatch, danish_place.folder, danish_place.home, "da")
    return danish_place


def _be_anna(patch: pytest.MonkeyPatch, folder: Path, home: Path, language: str) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "DISPLAY", "WAYLAND_DISPLAY", "MEDSEARCH_LANG"):
        patch.delenv(name, raising=False)
    # LANGUAGE as a system sets it: MEDSEARCH_LANG would come before `medsearch config set language`.
    system = {"HOME": str(home), "LC_ALL": "C.UTF-8", "LANGUAGE": language, "COLUMNS": "80", "TERM": "dumb"}
    for name, value in system.items():
        patch.setenv(name, value)
    patch.chdir(folder)


# --- blocks


@pytest.mark.parametrize("page", [page for page in _WITH_COMMANDS if page not in IN_DANISH], ids=name_of)
def test_page_shows_what_the_commands_print(at_home: Place, page: Path) -> None:
    _check_page(page, at_home)


@pytest.mark.parametrize("page", [page for page in _WITH_COMMANDS if page in IN_DANISH], ids=name_of)
def test_danish_page_shows_what_the_commands_print_in_danish(at_home_in_danish: Place, page: Path) -> None:
    _check_page(page, at_home_in_danish)


def _check_page(page: Path, place: Place) -> None:
    here = [step for step in steps(page) if shutil.which("jq") or _NEEDS_JQ not in step.text]
    first = next((step for step in here if step.text == FIRST), None)
    for step in here:
        _check(step, *play(step, place, first=step is first), place)


def _check(step: Step, code: int, printed: str, place: Place) -> None:
    seen = place.as_anna_sees(printed)
    told = f"{step.where}  {step.text}\nended with {code} and printed:\n{seen}"
    if code if step.shown is None else not is_as_shown(step.shown, seen):
        pytest.fail(told, pytrace=False)


@pytest.mark.skipif(shutil.which("jq") is not None, reason="jq is here: its commands are run with their pages")
def test_commands_with_jq_are_run() -> None:
    pytest.skip(f"jq is not installed: {sum(_NEEDS_JQ in s.text for page in PAGES for s in steps(page))} not run")


def test_what_is_not_run_is_known() -> None:
    found = Counter(block.not_run for page in PAGES for block in blocks(page) if block.not_run)
    assert dict(found) == NOT_RUN


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_block_says_what_it_is(page: Path) -> None:
    if page.name == "architecture.md":
        return
    for block in blocks(page):
        where = f"{name_of(page)}:{block.line}"
        assert block.language in (*TO_RUN, *TO_COPY, *TO_LOOK_AT), where
        assert block.language not in TO_COPY or block.not_run, where
        assert block.language in TO_RUN or "$ medsearch" not in block.text, where
    assert "    $ " not in prose(page)


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\n...\nz", "a\nb\nc\nz\n", True),
        ("a\n...\nz", "a\nz\n\n", True),
        ("a ... c", "a b c", True),
        ("a", "a\nb", False),
        ("a (b)", "a (c)", False),
        ("21 items, after 2.3 seconds.", "21 items, after 11 seconds.", True),
        ("21 punkter, efter 1 sekund.", "21 punkter, efter 2,3 minutter.", True),
        ("21 items, after 2.3 seconds.", "20 items, after 2.3 seconds.", False),
    ],
)
def test_dots_stand_for_what_is_left_out(shown: str, printed: str, same: bool) -> None:
    assert is_as_shown(shown, printed) is same


# --- tables


def test_every_query_of_the_tables_finds_something(at_home: Place) -> None:
    queries = first_column(DOCS / "asking.md", "you type")
    assert len(queries) > 25
    for query in queries:
        assert run_here(f"medsearch query {query}")[0] == 0, query


def test_every_query_of_the_readme_finds_something(at_home: Place) -> None:
    typed = " ".join(row[0] for row in table(ROOT / "README.md", "you type"))
    queries = [query.removeprefix("medsearch query ") for query in re.findall("`([^`]+)`", typed)]
    assert len(queries) > 8
    for query in queries:
        assert run_here(f"medsearch query {query}")[0] == 0, query


def test_readme_names_every_command() -> None:
    named = " ".join(first_column(ROOT / "README.md", "command"))
    assert {word for word in named.split() if word in COMMANDS} == set(COMMANDS)


def test_keys_are_those_of_the_browser() -> None:
    shown = [tuple(cell.strip("`") for cell in row) for row in table(DOCS / "howto" / "browse.md", "key")]
    assert shown == [(key.shown, _(key.line)) for key in KEYS]


def test_keys_of_the_danish_cheat_sheet_are_keys_of_the_browser() -> None:
    keys = first_column(_CHEAT_SHEET, "Tast")
    assert len(keys) > 10
    assert set(keys) <= {key.shown for key in KEYS}


def test_commands_of_the_danish_cheat_sheet_do_something(at_home_in_danish: Place) -> None:
    typed = re.findall("`([^`]+)`", " ".join(row[1] for row in table(_CHEAT_SHEET, "Du vil")))
    assert len(typed) > 30
    for command in typed:
        if command not in _NOT_PLAYED:
            step = Step(name_of(_CHEAT_SHEET), "console", command, None)
            code, printed = play(step, at_home_in_danish, first=command == FIRST)
            assert code == (3 if command in _HOLDS_A_SCAN else 0), f"{command}\n{printed}"


def test_settings_are_those_that_there_are() -> None:
    shown = [(row[0].strip("`"), row[1].strip("`")) for row in table(DOCS / "howto" / "settings.md", "setting")]
    assert shown == [(setting.name, setting.variable) for setting in SETTINGS]


# --- links


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        if "://" in link:
            continue
        target, _hash, anchor = link.partition("#")
        there = (page.parent / target).resolve() if target else page
        assert there.exists(), f"{name_of(page)} links to {link}"
        assert ROOT in there.parents, f"{name_of(page)} links out of the project: {link}"
        assert not anchor or anchor in anchors(there), f"{name_of(page)} links to {link}"


def test_every_page_is_on_the_index_page() -> None:
    listed = {(DOCS / link.partition("#")[0]).resolve() for link in links(DOCS / "README.md")}
    assert {page for page in DOCS.rglob("*.md") if page != DOCS / "README.md"} <= listed


def test_every_page_begins_with_its_title_and_has_no_other() -> None:
    for page in PAGES:
        assert page.read_text(encoding="utf-8").startswith("# "), name_of(page)
        assert sum(line.startswith("# ") for line in prose(page).splitlines()) == 1, name_of(page)


def test_commands_of_a_page_can_be_typed() -> None:
    for page in PAGES:
        for step in steps(page):
            if step.language == "console":
                assert shlex.split(step.text), step.where
