"""The user's settings: which value holds, what is said about one without sense, and how the file is changed."""

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.archive.index_folder import find_index
from medsearch.errors import SettingsError
from medsearch.settings import (
    SETTINGS,
    all_held,
    change_setting,
    data_folder,
    find_setting,
    forget_setting,
    held,
    setting,
    settings_file,
    settings_folder,
    unknown_settings,
)
from medsearch.settings.file import read_file, remove_setting, write_setting


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the settings file of this test lies; it is not there yet."""
    for name in ("HOME", "APPDATA", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("MEDSEARCH_LANG")
    return settings_file()


def wrote(file: Path, content: str | bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)


def complaint(about: str = "limit") -> SettingsError:
    with pytest.raises(SettingsError) as caught:
        setting(about)
    return caught.value


def test_variable_comes_before_file_and_file_before_default(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (setting("limit"), held(find_setting("limit")).origin) == ("10", "")
    wrote(file, "limit = 20")
    assert (setting("limit"), held(find_setting("limit")).origin) == ("20", str(file))
    monkeypatch.setenv("MEDSEARCH_LIMIT", "30")
    assert (setting("limit"), held(find_setting("limit")).origin) == ("30", "MEDSEARCH_LIMIT")


@pytest.mark.parametrize("empty", ["", "  "])
def test_empty_variable_and_empty_line_say_nothing(file: Path, monkeypatch: pytest.MonkeyPatch, empty: str) -> None:
    wrote(file, 'sort = ""')
    monkeypatch.setenv("MEDSEARCH_SORT", empty)
    assert setting("sort") == "relevance"


def test_file_that_changes_is_read_again(file: Path) -> None:
    wrote(file, 'theme = "light"')
    assert setting("theme") == "light"
    wrote(file, 'theme = "dark" # now')
    assert setting("theme") == "dark"
    file.unlink()
    assert setting("theme") == "dark"


@pytest.mark.parametrize(
    "written", ["limit = 0", "limit = -1", "limit = true", "limit = 1.5", "limit = [1]", "limit = 'mange'"]
)
def test_value_without_sense_is_named_with_its_place(file: Path, written: str) -> None:
    wrote(file, written)
    error = complaint()
    assert "limit" in error.message
    assert str(file) in error.message
    assert error.advice


def test_value_without_sense_names_what_there_is(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDSEARCH_SORT", "alphabet")
    error = complaint("sort")
    assert "MEDSEARCH_SORT" in error.message
    assert "relevance, newest, oldest" in error.advice


def test_endless_number_is_no_count(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDSEARCH_LIMIT", "9" * 5000)
    assert complaint()


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b'language = "da"\nlimit =\n', "line 2"),
        (b"language = da", "line 1"),
        (b'# \xe6\xf8\xe5\nlanguage = "da"', "line 1"),
        (b'language = "da"\n\n# bl\xe5\n', "line 3"),
        ('limit = 5\nindex = "C:\\Users\\Åse"\n'.encode(), "line 2"),
    ],
)
def test_file_that_cannot_be_read_is_named_with_the_line(file: Path, content: bytes, line: str) -> None:
    wrote(file, content)
    error = complaint()
    assert str(file) in error.message
    assert line in error.message
    assert error.advice


def test_file_of_notepad_is_read(file: Path) -> None:
    wrote(file, '\ufefflimit = 7\r\ntheme = "light"\r\n')
    assert (setting("limit"), setting("theme")) == ("7", "light")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="who may read everything has no such trouble")
def test_file_that_may_not_be_read_is_named(file: Path) -> None:
    wrote(file, "limit = 5")
    file.chmod(0)
    assert str(file) in complaint().message


def test_folder_in_the_place_of_the_file_is_named(file: Path) -> None:
    file.mkdir(parents=True)
    assert str(file) in complaint().message


def test_home_is_understood_in_the_folder_of_the_index(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrote(file, "index = '~/minder'")
    assert find_index(None) == Path.home() / "minder"
    monkeypatch.setenv("MEDSEARCH_INDEX", "~ingen-af-det-navn/minder")
    assert "MEDSEARCH_INDEX" in complaint("index").message


def test_language_may_be_said_in_many_ways(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for said, meant in (("dansk", "da"), ("da_DK.UTF-8", "da"), ("English", "en")):
        monkeypatch.setenv("MEDSEARCH_LANG", said)
        assert setting("language") == meant


def test_unknown_name_suggests_the_nearest(file: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        find_setting("langauge")
    assert "language?" in caught.value.advice
    wrote(file, 'langauge = "da"\n[tabel]\nlimit = 3\n')
    assert [problem.message.split("”")[0] for problem in unknown_settings()] == [
        "There is no setting “langauge",
        "There is no setting “tabel",
    ]


def test_survey_goes_on_past_what_makes_no_sense(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDSEARCH_SORT", "alphabet")
    survey = {found.setting.name: found for found in all_held()}
    assert list(survey) == [known.name for known in SETTINGS]
    assert survey["sort"].value == "alphabet"
    assert survey["sort"].problem
    assert survey["limit"] == (find_setting("limit"), "10", "", None)


def test_setting_makes_a_private_file(file: Path) -> None:
    assert change_setting(find_setting("language"), "dansk")[0] == "da"
    assert setting("language") == "da"
    if os.name != "nt":
        assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_setting_keeps_comments_order_and_tables(file: Path) -> None:
    wrote(file, '# Min opsætning\nlimit = 5 # få\n"theme" = "light"   # lyst: #1\n\n[egne]\nlimit = 99\n')
    change_setting(find_setting("limit"), "25")
    change_setting(find_setting("theme"), "dark")
    change_setting(find_setting("sort"), "newest")
    assert file.read_text(encoding="utf-8") == (
        '# Min opsætning\nlimit = 25  # få\ntheme = "dark"  # lyst: #1\n\nsort = "newest"\n[egne]\nlimit = 99\n'
    )


def test_setting_keeps_the_line_ends_of_windows(file: Path) -> None:
    wrote(file, "limit = 5\r\n")
    change_setting(find_setting("theme"), "light")
    assert file.read_bytes() == b'limit = 5\r\ntheme = "light"\r\n'


def test_folder_of_the_index_is_set_as_a_whole_path(
    file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    change_setting(find_setting("index"), "minder")
    assert setting("index") == str(tmp_path / "minder")


@pytest.mark.parametrize("value", ["", "   ", "a\nb", "\x1b[2J", "\udc80"])
def test_value_that_no_file_should_hold_is_refused(file: Path, value: str) -> None:
    with pytest.raises(SettingsError):
        change_setting(find_setting("viewer"), value)
    assert not file.exists()


def test_value_over_several_lines_is_left_to_an_editor(file: Path) -> None:
    before = 'viewer = """okular\n{file}"""\n'
    wrote(file, before)
    with pytest.raises(SettingsError, match="viewer"):
        change_setting(find_setting("viewer"), "evince")
    assert file.read_text(encoding="utf-8") == before


def test_broken_file_is_not_overwritten(file: Path) -> None:
    wrote(file, "limit =\n")
    with pytest.raises(SettingsError, match="line 1"):
        change_setting(find_setting("theme"), "light")
    assert file.read_text(encoding="utf-8") == "limit =\n"


def test_link_to_a_file_elsewhere_stays_one(file: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "dotfiles.toml"
    elsewhere.write_text("limit = 5\n", encoding="utf-8")
    file.parent.mkdir(parents=True)
    try:
        file.symlink_to(elsewhere)
    except OSError:
        pytest.skip("may make no links")
    change_setting(find_setting("limit"), "6")
    assert file.is_symlink()
    assert elsewhere.read_text(encoding="utf-8") == "limit = 6\n"


def test_setting_is_taken_out_again_also_one_that_there_is_not(file: Path) -> None:
    wrote(file, '# a\nlimit = 5\nlangauge = "da"\n')
    assert forget_setting("limit")
    assert forget_setting("langauge")
    assert not forget_setting("limit")
    assert file.read_text(encoding="utf-8") == "# a\n"
    with pytest.raises(SettingsError):
        forget_setting("langauge")


_VALUES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1).filter(str.isprintable)
_LINES = st.lists(
    st.sampled_from(
        ["# en bemærkning", "", "limit = 5", "theme = 'light' # lyst", '  "sort" = "newest"', "viewer = 'a # b'"]
    ),
    unique_by=lambda line: line.split("=")[0].strip(' "'),
)


@given(lines=_LINES, name=st.sampled_from(["limit", "theme", "sort", "viewer", "index"]), value=_VALUES)
def test_one_setting_changes_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], name: str, value: str
) -> None:
    path = tmp_path_factory.mktemp("settings") / "config.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    before = tomllib.loads("\n".join(lines))
    write_setting(path, name, value)
    assert {key: str(said) for key, said in read_file(path).items()} == {
        **{key: str(said) for key, said in before.items()},
        name: value,
    }
    assert path.read_text(encoding="utf-8").count("# en bemærkning") == lines.count("# en bemærkning")
    remove_setting(path, name)
    assert read_file(path) == {key: said for key, said in before.items() if key != name}


def test_settings_and_data_lie_in_the_users_own_folders(file: Path) -> None:
    assert settings_folder().is_relative_to(Path.home())
    assert data_folder().name == "medsearch"
