"""The Tab key: what is offered where, as shells ask for it, and that nothing offered can do harm in a shell."""

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.cli.commands import COMMANDS
from medsearch.cli.completing import fitting, offered
from medsearch.cli.help.topics import TOPICS
from medsearch.cli.running import run
from medsearch.cli.shells import SHELLS, Asked, Offer

ALL = ["FagMED Teknik og Miljø", "HovedMED", "LokalMED Plejecenter Åbrinken", "LokalMED Rådhusservice"]

Ask = Callable[..., str]


class Stdout(io.TextIOWrapper):
    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="ascii", errors="strict")

    @property
    def text(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode()  # type: ignore[attr-defined,no-any-return]


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, sample_index: Path) -> Ask:
    """Asks as a shell does; gives back what it is told."""
    monkeypatch.setenv("MEDSEARCH_INDEX", str(sample_index))

    def answer(shell: str, **variables: str) -> str:
        stdout = Stdout()
        with monkeypatch.context() as changed:
            changed.setenv("_MEDSEARCH_COMPLETE", f"complete_{shell}")
            for name, value in variables.items():
                changed.setenv(name, value)
            changed.setattr(sys, "stdout", stdout)
            run([])
        return stdout.text

    return answer


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch, sample_index: Path) -> Callable[..., list[str]]:
    """The words that are offered behind others."""
    monkeypatch.setenv("MEDSEARCH_INDEX", str(sample_index))
    return lambda *typed: [offer.word for offer in offered(Asked(list(typed[:-1]), typed[-1]))]


# --- what is offered

Words = Callable[..., list[str]]


def test_commands_and_their_options(words: Words) -> None:
    assert words("") == list(COMMANDS)
    assert words("que") == ["query"]
    assert words("query", "--comm") == ["--committee"]
    assert words("saved", "r") == ["run", "remove"]


def test_committees_of_the_index_by_any_of_their_words_in_capitals_or_not(words: Words) -> None:
    assert words("query", "--committee", "") == ALL
    assert words("query", "--committee", "lok") == ALL[2:]
    assert words("query", "--committee", "råd") == [ALL[3]]
    assert words("query", "--committee", "ÅBRINKEN") == [ALL[2]]
    assert words("query", "--committee", "og m") == [ALL[0]]
    assert words("query", "--committee", "hus") == []
    assert words("saved", "add", "x", "--committee", "hov") == ["HovedMED"]


def test_committees_of_the_index_that_is_named(words: Words, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    known = os.environ["MEDSEARCH_INDEX"]
    monkeypatch.setenv("MEDSEARCH_INDEX", str(tmp_path))
    assert words("query", "--index", known, "--committee", "hov") == ["HovedMED"]


def test_values_of_other_options(words: Words) -> None:
    assert words("query", "--outcome", "t") == ["taget til efterretning", "tiltrådt"]
    assert "decision" in words("query", "--in", "")
    assert words("query", "--sort", "n") == ["newest"]
    assert words("query", "--format", "c") == ["csv"]
    assert words("query", "--year", "") == ["2026", "2025", "2024"]
    assert "81.38.00-P35-4-24" in words("query", "--case", "81.38")
    assert "81.38.00-P35-4-24" in words("case", "81.38")


def test_sections_are_danish_for_danes(words: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDSEARCH_LANG", "da")
    assert words("query", "--in", "besl") == ["beslutning"]
    assert words("query", "--in", "deci") == []


def test_numbers_of_the_last_hits_with_their_titles(
    monkeypatch: pytest.MonkeyPatch, sample_index: Path, tmp_path: Path
) -> None:
    shutil.copytree(sample_index, tmp_path / "index", ignore=shutil.ignore_patterns("last-hits.json"))
    monkeypatch.setenv("MEDSEARCH_INDEX", str(tmp_path / "index"))
    assert list(offered(Asked(["show"], ""))) == []
    assert run(["query", "videoovervågning"]) == 0
    offers = list(offered(Asked(["show"], "")))
    assert [offer.word for offer in offers][:3] == ["1", "2", "3"]
    assert "ideoovervågning" in offers[0].about


def test_saved_searches_settings_and_topics(words: Words, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    assert run(["saved", "add", "ferie og barsel", "ferie ELLER barsel"]) == 0
    assert words("saved", "run", "") == ["ferie og barsel"]
    assert words("saved", "remove", "bar") == ["ferie og barsel"]
    assert words("saved", "add", "") == []
    assert words("config", "set", "lan") == ["language"]
    assert words("config", "set", "sort", "") == ["relevance", "newest", "oldest"]
    assert set(words("help", "")) == {*TOPICS, *COMMANDS}


def test_files_are_left_to_the_shell() -> None:
    assert [offer.path for offer in offered(Asked(["index"], ""))] == [True]
    assert [offer.path for offer in offered(Asked(["inspect"], "ref"))] == [True]
    assert [offer.path for offer in offered(Asked(["query", "--index"], ""))] == [True]
    assert list(offered(Asked(["query"], ""))) == []


@given(st.lists(st.text(), max_size=5), st.text())
def test_whatever_is_offered_has_a_word_that_begins_as_typed(names: list[str], begun: str) -> None:
    offers = [Offer(name) for name in names]
    assert set(fitting(offers, begun)) <= set(offers)
    assert fitting(offers, "") == offers


# --- as shells ask and are answered


def test_bash_as_by_hand(ask: Ask) -> None:
    answer = ask("bash", COMP_WORDS="medsearch query --committee Lok", COMP_CWORD="3")
    assert answer == "LokalMED\\ Plejecenter\\ Åbrinken\nLokalMED\\ Rådhusservice\n"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (["query", "--committee", "råd"], r"LokalMED\ Rådhusservice"),
        (["query", "--committee", '"LokalMED r'], "LokalMED Rådhusservice"),
        (["query", "--committee", "'LokalMED r"], "LokalMED Rådhusservice"),
        (["query", "--committee", r"LokalMED\ r"], r"LokalMED\ Rådhusservice"),
        (["query", "--committee", "=", "råd"], r"LokalMED\ Rådhusservice"),
        (["query", "--committee", "=", "HovedMED", "--outc"], "--outcome"),
        (["query", '"en frase"', "--sort", "o"], "oldest"),
    ],
)
def test_bash_asks_word_by_word(ask: Ask, typed: list[str], answer: str) -> None:
    assert ask("bash", COMP_WORDS="\n".join(["medsearch", *typed]), COMP_CWORD=str(len(typed))) == f"{answer}\n"


def test_zsh_is_told_what_to_do(ask: Ask) -> None:
    answer = ask("zsh", _TYPER_COMPLETE_ARGS="medsearch query --committee råd")
    assert "_words=('LokalMED Rådhusservice')" in answer
    assert "('LokalMED Rådhusservice')" in answer.partition("_shown=")[2]
    assert ask("zsh", _TYPER_COMPLETE_ARGS="medsearch index ") == "_files\n"
    assert ask("zsh", _TYPER_COMPLETE_ARGS="medsearch query ") == ""


def test_zsh_and_fish_keep_the_option_that_a_value_is_joined_to(ask: Ask) -> None:
    typed = "medsearch query --committee=hov"
    assert "_words=('--committee=HovedMED')" in ask("zsh", _TYPER_COMPLETE_ARGS=typed)
    answer = ask("fish", _TYPER_COMPLETE_ARGS=typed, _TYPER_COMPLETE_FISH_ACTION="get-args")
    assert answer == "--committee=HovedMED\n"


def test_fish_asks_first_whether_there_is_anything(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("_MEDSEARCH_COMPLETE", "complete_fish")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "is-args")
    codes = {}
    for typed in ("medsearch que", "medsearch index "):
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", typed)
        codes[typed] = run([])
    assert codes == {"medsearch que": 0, "medsearch index ": 1}
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("shell", ["powershell", "pwsh"])
def test_powershell_gets_names_in_quotation_marks(ask: Ask, shell: str) -> None:
    answer = ask(
        shell,
        _TYPER_COMPLETE_ARGS="medsearch query --committee råd",
        _TYPER_COMPLETE_WORD_TO_COMPLETE="råd",
    )
    assert answer == "'LokalMED Rådhusservice'::: \n"


@pytest.mark.parametrize(
    "variables",
    [
        {"MEDSEARCH_INDEX": "/nowhere"},
        {"MEDSEARCH_LANG": "martian"},
        {"COMP_CWORD": "x"},
        {"COMP_WORDS": "medsearch nothing --committee Lok"},
    ],
    ids=lambda variables: next(iter(variables)),
)
def test_failure_says_nothing(ask: Ask, capsys: pytest.CaptureFixture[str], variables: dict[str, str]) -> None:
    asked = {"COMP_WORDS": "medsearch query --committee Lok", "COMP_CWORD": "3"} | variables
    assert ask("bash", **asked) == ""
    assert capsys.readouterr() == ("", "")


def test_unknown_shell_is_told_nothing(ask: Ask, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask("ksh", COMP_WORDS="medsearch ", COMP_CWORD="1") == ""
    assert capsys.readouterr().err == ""


def test_completion_loads_neither_rich_nor_what_runs_queries(sample_index: Path) -> None:
    code = (
        "import sys; from medsearch.cli.running import run; run([]); "
        "print([name for name in sys.modules if name.split('.')[0] in ('rich', 'pebble') "
        "or name.startswith(('whoosh.qparser', 'medsearch.search', 'medsearch.documents'))])"
    )
    asked = {"COMP_WORDS": "medsearch query --committee Lok", "COMP_CWORD": "3"}
    environment = {
        **os.environ, **asked, "_MEDSEARCH_COMPLETE": "complete_bash", "MEDSEARCH_INDEX": str(sample_index),
    }  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


# --- what comes from minutes does no harm in a shell

printable = st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1).filter(str.isprintable)
NASTY = ["$(touch x)", "`touch x`", "a\\$(touch x)", "O'Hara; rm", '"; touch x; "', "a & b", "!!", "~root", "#x", "'"]


def written(shell: str, name: str, begun: str = "", quote: str = "") -> str:
    return SHELLS[shell].write([Offer(name, name)], Asked([], begun, quote))


@given(printable | st.sampled_from(NASTY))
def test_name_is_one_word_of_bash(name: str) -> None:
    if answer := written("bash", name):
        assert shlex.split(answer) == [name]
    if answer := written("bash", name, quote="'"):
        assert shlex.split(f"'{answer}'") == [name]
    if answer := written("bash", name, quote='"'):
        assert re.sub(r'\\([\\"$`])', r"\1", answer) == name
        assert re.search(r'(?<!\\)(\\\\)*["$`]', answer) is None


@given(printable | st.sampled_from(NASTY))
def test_name_is_one_word_of_zsh(name: str) -> None:
    lexed = shlex.shlex(written("zsh", name), posix=True, punctuation_chars="();=")
    lexed.commenters = ""
    assert list(lexed).count(name) >= 1


@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not installed")
@pytest.mark.parametrize("name", NASTY)
def test_zsh_runs_nothing_of_a_name(name: str, tmp_path: Path) -> None:
    answer = written("zsh", name)
    script = 'compadd() { print -r -- "$_words[1]" }; try() { eval $(cat answer) }; try'
    (tmp_path / "answer").write_text(answer, encoding="utf-8")
    done = subprocess.run(["zsh", "-f", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == f"{name}\n"
    assert [path.name for path in tmp_path.iterdir()] == ["answer"]


@pytest.mark.skipif(not shutil.which("bash") or sys.platform == "win32", reason="bash is not installed")
@pytest.mark.parametrize("name", NASTY)
def test_bash_runs_nothing_of_a_name(name: str, tmp_path: Path) -> None:
    answer = written("bash", name)
    done = subprocess.run(
        ["bash", "-c", f"printf '%s\\n' {answer}"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == f"{name}\n"
    assert list(tmp_path.iterdir()) == []


@given(printable.filter(lambda name: ":::" not in name))
def test_name_is_one_word_of_powershell(name: str) -> None:
    value, _sign, _about = written("powershell", name).partition(":::")
    assert (re.sub(r"(['‘’‚‛])\1", r"\1", value[1:-1]) if value.startswith("'") else value) == name


# --- setting it up


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_installed_script_asks_medsearch(
    shell: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("shellingham.detect_shell", lambda: (shell, f"/bin/{shell}"))
    assert run(["--install-completion"]) == 0
    path = Path(capsys.readouterr().out.partition("Installed in ")[2].partition(";")[0])
    assert path.is_relative_to(tmp_path)
    assert f"_MEDSEARCH_COMPLETE=complete_{shell}" in path.read_text()
    assert run(["--show-completion"]) == 0
    assert capsys.readouterr().out.strip() in path.read_text()


def test_shell_that_has_no_completion_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("tcsh", "/bin/tcsh"))
    assert run(["--install-completion"]) == 2
    assert "tcsh" in capsys.readouterr().err
