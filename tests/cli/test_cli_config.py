"""`medsearch config`: what holds, where it comes from, and how it is changed."""

import json
from pathlib import Path

import pytest

from medsearch.cli.running import run
from medsearch.settings import settings_file
from tests.cli.commands import Command, Done


@pytest.fixture
def config(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """Runs `medsearch config` for a user of its own."""
    for name in ("HOME", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)

    def command(*words: str) -> Done:
        code = run(["config", *words])
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return command


@pytest.mark.parametrize("columns", ["60", "80", "160"])
def test_shows_every_setting_with_value_origin_and_purpose(
    config: Command, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    config("set", "limit", "25")
    done = config()
    assert done.code == 0
    shown = " ".join(done.out.replace("(", "").replace(")", "").split())
    for told in (
        "language en MEDSEARCH_LANG",
        "limit 25 settings file",
        "sort relevance default",
        "pager automatic default",
    ):
        assert told in shown
    assert "the program that opens a file" in shown
    assert str(settings_file()) in done.out
    assert max(len(line) for line in done.out.splitlines() if "/" not in line) <= int(columns)


def test_says_where_things_lie_and_whether_they_are_there(config: Command, sample_index: Path, tmp_path: Path) -> None:
    out = config("--index", str(sample_index)).out
    assert any(line.endswith(str(sample_index)) for line in out.splitlines())
    assert f"{tmp_path / 'index'} (not there yet)" in config().out
    assert f"{settings_file()} (not there yet)" in out


def test_json_has_names_values_and_origins(config: Command) -> None:
    config("set", "sort", "newest")
    shape = json.loads(config("--json").out)
    settings = {setting["name"]: setting for setting in shape["settings"]}
    assert [settings[name]["from"] for name in ("language", "sort", "limit")] == ["environment", "file", "default"]
    assert settings["sort"]["value"] == "newest"
    assert settings["pager"]["value"] is None
    assert settings["sort"]["values"] == ["relevance", "newest", "oldest"]
    assert {place["name"]: place["exists"] for place in shape["places"]}["file"] is True


def test_what_is_set_holds_from_now_on(config: Command) -> None:
    done = config("set", "theme", "light")
    assert (done.code, done.out) == (0, "")
    assert "theme is light from now on" in done.err
    assert 'theme = "light"' in settings_file().read_text(encoding="utf-8")
    assert config("unset", "theme").code == 0
    assert settings_file().read_text(encoding="utf-8") == ""
    assert "says nothing of theme" in config("unset", "theme").err


def test_variable_that_comes_before_is_said(config: Command) -> None:
    assert "MEDSEARCH_LANG in the environment comes before it: it says en." in config("set", "language", "da").err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["set", "langauge", "da"], "Did you mean language?"),
        (["set", "sort", "alphabet"], "relevance, newest, oldest"),
        (["set", "limit", "0"], "hits on a page"),
        (["unset", "langauge"], "Did you mean language?"),
        (["set", "limit"], "VALUE"),
    ],
)
def test_wrong_usage_says_what_would_work(config: Command, words: list[str], told: str) -> None:
    done = config(*words)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_what_makes_no_sense_is_shown_with_the_rest_and_ends_with_2(
    config: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEDSEARCH_LINKS", "måske")
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("langauge = 'da'\n", encoding="utf-8")
    done = config()
    assert done.code == 2
    assert "måske !" in done.out
    assert "hits on a page" in done.out
    assert "auto, always, never" in done.err
    assert "“langauge”" in done.err


def test_file_that_is_not_toml_is_named_with_the_line(config: Command) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("language = dansk\n", encoding="utf-8")
    done = config()
    assert done.code == 2
    assert f"{settings_file()} cannot be read" in done.err
    assert "line 1" in done.err


def test_terminal_codes_in_values_are_shown_as_text(config: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDSEARCH_VIEWER", "a\x1b[2Jb")
    assert "\x1b" not in config().out


def test_a_language_that_is_not_spoken_can_be_put_right(config: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MEDSEARCH_LANG")
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('language = "svensk"\n', encoding="utf-8")
    assert run(["query", "budget"]) == 2
    assert config("set", "language", "en").code == 0
    assert "svensk" not in settings_file().read_text(encoding="utf-8")
    assert config().code == 0
