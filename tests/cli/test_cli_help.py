"""What help says: pages of every command, examples that run, topics, and what is said to who types something wrong."""

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.cli.commands import COMMANDS
from medsearch.cli.help.examples import EXAMPLES
from medsearch.cli.help.topics import TOPICS
from medsearch.cli.running import run
from medsearch.documents.reading import is_minutes_file
from medsearch.query.fields import FIELD_BY_NAME, OUTCOME_NAMES
from medsearch.rendering.help_pages import Page, Part, Row, page_text
from medsearch.settings import SETTINGS
from tests.conftest import SAMPLE
from tools.pages import command_pages


class Done(NamedTuple):
    code: int
    out: str
    err: str


Command = Callable[..., Done]

# They would open a window, take the terminal, or wait for ever.
NOT_RUN = ("medsearch browse", "medsearch browse budget", "medsearch open 1")


@pytest.fixture
def medsearch(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command in this process."""

    def command(*words: str) -> Done:
        code = run(words)
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return command


@pytest.fixture
def at_home(sample_index: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, medsearch: Command) -> Path:
    """A folder with minutes and an index, where somebody has searched and saved a search."""
    shutil.copytree(sample_index, tmp_path / "index")
    (tmp_path / "referater").mkdir()
    shutil.copy(SAMPLE / "2025-06-18-hovedmed.txt", tmp_path / "referater")
    monkeypatch.chdir(tmp_path)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    assert medsearch("query", "videoovervågning").code == 0
    return tmp_path


def all_commands() -> dict[str, Page]:
    return {page.name.partition(" ")[2]: page for page in command_pages()}


# --- pages of commands


@pytest.mark.parametrize("name", sorted(all_commands()))
def test_page_says_what_a_command_does_and_what_all_its_parameters_are(name: str) -> None:
    page = all_commands()[name]
    assert page.about
    assert [row.typed for part in page.parts for row in part.rows if not row.meaning] == []


def test_every_command_has_examples_and_no_other_has() -> None:
    assert set(EXAMPLES) - {"case", "related", "browse", "open", "doctor"} <= set(all_commands()) <= set(EXAMPLES)


def test_page_of_a_command_has_its_arguments_and_examples(medsearch: Command) -> None:
    shown = medsearch("query", "--help").out
    assert "[WORDS]  What to search for." in shown
    assert "medsearch query budget ferie" in shown
    assert "…" not in shown


def test_overview_lists_commands_whole_and_topics(medsearch: Command) -> None:
    shown = medsearch("--help").out
    assert "..." not in shown.partition("Commands")[2]
    assert all(f"\n  {name} " in shown for name in COMMANDS)
    assert all(f"medsearch help {name}" in shown for name in TOPICS)
    assert medsearch("help").out == shown


@pytest.mark.parametrize("columns", [60, 72, 80, 100, 160])
def test_pages_keep_to_the_width_of_the_terminal(
    medsearch: Command, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for words in (["--help"], ["query", "--help"], *(["help", name] for name in TOPICS)):
        done = medsearch(*words)
        assert done.code == 0
        assert [line for line in done.out.splitlines() if len(line) > min(columns, 100)] == []


# --- examples and topics


def runnable() -> list[str]:
    rows = [row.typed for examples in EXAMPLES.values() for row in examples]
    for topic in TOPICS.values():
        typed = [row.typed for part in topic.parts for row in part.rows]
        rows += [f"{topic.before} {words}" for words in typed] if topic.before else typed
    known = {"medsearch", *(f"medsearch {name}" for name in COMMANDS)}
    return sorted({row for row in rows if " ".join(row.split()[:2]) in known and row not in NOT_RUN})


@pytest.mark.parametrize("typed", runnable())
def test_example_runs_and_finds_something(medsearch: Command, at_home: Path, typed: str) -> None:
    if typed.startswith("medsearch saved") and " add " not in typed:
        medsearch("saved", "add", "ferie", "ferie ELLER barsel")
    done = medsearch(*shlex.split(typed.partition(" > ")[0])[1:])
    unread = typed.startswith("medsearch index") and "scanned" in done.err  # the scan among the sample minutes
    assert done.code == (3 if unread else 0), done.err


@pytest.mark.parametrize("name", TOPICS)
def test_every_topic_has_a_page(medsearch: Command, name: str) -> None:
    done = medsearch("help", name)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(TOPICS[name].title)


def test_fields_and_outcomes_are_all_explained(medsearch: Command) -> None:
    shown = medsearch("help", "fields").out
    assert [name for name in FIELD_BY_NAME if not re.search(rf"\b{name}:", shown)] == []
    assert [name for name in OUTCOME_NAMES.values() if name not in shown] == []


def test_kinds_of_files_are_those_that_are_read(medsearch: Command) -> None:
    named = re.findall(r"\.[a-z]+\b", medsearch("help", "files").out.partition("Kinds of files")[2])
    assert named
    assert [kind for kind in named if not is_minutes_file(Path(f"referat{kind}"))] == []


def test_settings_are_all_explained(medsearch: Command) -> None:
    shown = medsearch("help", "settings").out
    assert [setting.name for setting in SETTINGS if setting.variable not in shown] == []


def test_help_of_a_command_is_its_page(medsearch: Command) -> None:
    assert medsearch("help", "show").out == medsearch("show", "--help").out
    assert medsearch("help", "config", "set").out == medsearch("config", "set", "--help").out


def test_help_on_nothing_known_names_the_nearest(medsearch: Command) -> None:
    done = medsearch("help", "qurey")
    assert done.code == 2
    assert "Did you mean query?" in done.err


@given(
    st.builds(
        Page,
        st.just("x"),
        st.lists(st.text("ab æ-", max_size=200), max_size=2).map(tuple),
        st.lists(
            st.builds(
                Part,
                st.text("ab", min_size=1, max_size=20),
                st.just(()),
                st.lists(
                    st.builds(Row, st.text("ab<- ", min_size=1, max_size=50), st.text("c d", max_size=150)), max_size=4
                ).map(tuple),
                notes=st.just(()),
            ),
            max_size=2,
        ).map(tuple),
        usage=st.just(""),
    ),
    st.integers(1, 200),
)
def test_no_word_of_a_page_is_lost_at_any_width(page: Page, width: int) -> None:
    wanted = " ".join([*page.about, *(word for part in page.parts for word in (part.heading, *sum(part.rows, ())))])
    assert page_text(page, width).split() == wanted.split()


# --- what is typed wrong


def test_bare_medsearch_says_how_to_begin(medsearch: Command) -> None:
    done = medsearch()
    assert (done.code, done.err) == (0, "")
    assert "medsearch index FOLDER" in done.out
    assert "medsearch query WORDS" in done.out


MISTAKES = [
    ("qury", "There is no command “qury”.", "Did you mean query?"),
    ("budget ferie", "There is no command “budget”.", "medsearch query budget ferie"),
    ("query --comittee x", "There is no option --comittee.", "Did you mean --committee?"),
    ("query -løn", "There is no option -l.", "medsearch query -- budget -løn"),
    ("query --limit ti budget", "--limit takes a whole number.", "medsearch query --help"),
    ("query --format xml budget", "--format takes one of: text, json,", "medsearch query --help"),
    ("index --workers 0", "--workers takes a whole number from 1 on.", "medsearch index --help"),
    ("show", "ITEM is missing. The address of an item", "medsearch show 1"),
    ("inspect", "FILE is missing. A file of minutes.", "medsearch inspect referater/"),
    ("query --committee", "--committee", "medsearch query sygefravær --committee HovedMED"),
    ("config sett", "There is no command “sett”.", "Did you mean set?"),
    ("config xyz", "There is no command “xyz”.", "medsearch config set, medsearch config unset"),
    ("saved", "medsearch saved needs another word.", "medsearch saved add, medsearch saved list"),
    ("show 1 2", "(2)", "medsearch show --help"),
]


@pytest.mark.parametrize(("typed", "message", "advice"), MISTAKES, ids=[typed for typed, *_ in MISTAKES])
def test_mistake_is_answered_in_two_lines_with_what_to_do(
    medsearch: Command, typed: str, message: str, advice: str
) -> None:
    done = medsearch(*shlex.split(typed))
    assert (done.code, done.out) == (2, "")
    said, *told = done.err.splitlines()
    assert message in said
    assert len(told) == 1
    assert advice in told[0]


def test_mistake_is_json_for_a_script(medsearch: Command) -> None:
    assert '"code": "usage"' in medsearch("query", "--json", "--limit", "ti").err
