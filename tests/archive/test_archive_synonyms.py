"""The user's own synonyms: where they may lie, what they do, what is said where they cannot be read."""

import shutil
from pathlib import Path

import pytest

import medsearch
from medsearch.archive.synonyms import SYNONYMS, read_synonyms, synonym_files
from medsearch.errors import SynonymsError
from medsearch.language.meanings import Meaning, abbreviation
from medsearch.search import Request, find
from tests.search.made_up import archive_of


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's settings."""
    folder = tmp_path / "settings"
    folder.mkdir()
    monkeypatch.setattr("medsearch.archive.synonyms.settings_folder", lambda: folder)
    return folder


@pytest.fixture
def index(tmp_path: Path, settings: Path) -> Path:
    """A folder for an index."""
    folder = tmp_path / "index"
    folder.mkdir()
    return folder


def write(folder: Path, text: str) -> None:
    (folder / SYNONYMS).write_text(text, encoding="utf-8")


def test_without_files_there_are_none(index: Path) -> None:
    assert read_synonyms(index) == ()


def test_synonyms_beside_the_index_hold_each_way(index: Path) -> None:
    write(index, '[synonyms]\nRAF = ["rådhusets arbejdsfællesskab"]\n')
    assert read_synonyms(index) == (
        Meaning("RAF", ("rådhusets arbejdsfællesskab",)),
        Meaning("rådhusets arbejdsfællesskab", ("RAF",)),
    )


def test_synonyms_of_the_user_hold_for_every_index(index: Path, settings: Path) -> None:
    write(settings, '[synonyms]\nRAF = ["frugtordning"]\n')
    assert [meaning.wording for meaning in read_synonyms(index)] == ["RAF", "frugtordning"]


def test_both_files_hold_together(index: Path, settings: Path) -> None:
    write(index, '[synonyms]\nRAF = ["frugtordning"]\n')
    write(settings, '[synonyms]\nRAF = ["kaffeordning"]\n')
    assert [meaning.others for meaning in read_synonyms(index) if meaning.wording == "RAF"] == [
        ("frugtordning",),
        ("kaffeordning",),
    ]


def test_single_word_needs_no_brackets(index: Path) -> None:
    write(index, '[synonyms]\nRAF = "frugtordning"\n')
    assert read_synonyms(index)[0] == Meaning("RAF", ("frugtordning",))


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[synonyms]\n"])
def test_empty_file_is_no_error(index: Path, text: str) -> None:
    write(index, text)
    assert read_synonyms(index) == ()


@pytest.mark.parametrize(
    "text",
    [
        "[synonyms\n",
        'RAF = ["frugtordning"]\n',
        '[words]\nRAF = ["frugtordning"]\n',
        "[synonyms]\nRAF = 5\n",
        "[synonyms]\nRAF = [5]\n",
        '[synonyms]\nRAF = [""]\n',
        '[synonyms]\nRAF = " "\n',
        'synonyms = "RAF"\n',
        '[synonyms]\nRAF = ["a"]\nRAF = ["b"]\n',
    ],
)
def test_file_that_cannot_be_read_is_named_and_an_example_given(index: Path, text: str) -> None:
    write(index, text)
    with pytest.raises(SynonymsError) as error:
        read_synonyms(index)
    assert str(index / SYNONYMS) in error.value.message
    assert "[synonyms]" in error.value.advice


def test_word_with_a_wrong_list_is_named(index: Path) -> None:
    write(index, '[synonyms]\nRAF = ["frugt"]\nXYZ = 5\n')
    with pytest.raises(SynonymsError, match="“XYZ”"):
        read_synonyms(index)


def test_file_in_another_encoding_is_an_error_of_the_file(index: Path) -> None:
    (index / SYNONYMS).write_bytes('[synonyms]\nRAF = ["frugt på rådhuset"]\n'.encode("latin-1"))
    with pytest.raises(SynonymsError, match="cannot be read"):
        read_synonyms(index)


def test_users_folder_is_where_programs_keep_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    beside, users = synonym_files(tmp_path / "index")
    assert beside == tmp_path / "index" / SYNONYMS
    assert users.is_relative_to(tmp_path)
    assert (users.parent.name.lower(), users.name) == ("medsearch", SYNONYMS)


def test_query_finds_by_a_synonym_of_the_user(sample_index: Path, index: Path) -> None:
    shutil.copytree(sample_index, index, dirs_exist_ok=True)
    with medsearch.open(index) as archive:
        assert archive.search("bigbrother").total == 0
        write(index, '[synonyms]\nBIGBROTHER = ["videoovervågning"]\n')
        assert archive.search("bigbrother").total > 10
        assert archive.search("bigbrother", exact=True).total == 0


def test_wrong_file_hinders_no_exact_search(sample_index: Path, index: Path) -> None:
    shutil.copytree(sample_index, index, dirs_exist_ok=True)
    write(index, "[synonyms\n")
    with medsearch.open(index) as archive:
        assert archive.search("videoovervågning", exact=True).total > 0
        with pytest.raises(SynonymsError):
            archive.search("videoovervågning")


def test_words_of_one_abbreviation_do_not_stand_for_one_another() -> None:
    own = tuple(abbreviation("RAF", ("frugtkurv", "kaffevogn")))
    engine = archive_of("Frugtkurven", "Kaffevognen", "RAF", "Løn")
    hits = find(engine, Request("frugtkurv", meanings=own)).hits
    assert {hit.item.id for hit in hits} == {"a.txt#1", "a.txt#3"}
