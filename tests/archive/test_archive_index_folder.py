"""Where the index is, and what is said where there is none that can be used."""

import json
from pathlib import Path

import pytest

from medsearch.archive.index_folder import IndexFolder, find_index
from medsearch.archive.manifest import MANIFEST, has_manifest, read_manifest
from medsearch.archive.writing import writing
from medsearch.errors import DamagedIndexError, NoIndexError, OutdatedIndexError


@pytest.fixture
def made(tmp_path: Path) -> Path:
    with writing(tmp_path / "index"):
        pass
    return tmp_path / "index"


def test_index_given_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDSEARCH_INDEX", "/elsewhere")
    assert find_index(tmp_path) == tmp_path


def test_environment_comes_second(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(made.parent)
    monkeypatch.setenv("MEDSEARCH_INDEX", "/elsewhere")
    assert find_index(None) == Path("/elsewhere")


def test_nearest_index_above_is_found(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    below = made.parent / "a" / "index"  # a folder of that name that medsearch did not make
    below.mkdir(parents=True)
    monkeypatch.chdir(below.parent)
    assert find_index(None) == made


def test_without_any_it_is_index_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_index(None) == tmp_path / "index"


def test_no_index_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NoIndexError) as error:
        IndexFolder.open(tmp_path)
    assert "medsearch index" in error.value.advice


def test_index_of_another_version_says_to_rebuild(made: Path) -> None:
    fields = json.loads((made / MANIFEST).read_text())
    (made / MANIFEST).write_text(json.dumps(fields | {"version": "0.0"}))
    with pytest.raises(OutdatedIndexError) as error:
        IndexFolder.open(made)
    assert "--rebuild" in error.value.advice


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"engine": "whoosh", "version": "1.1", "data": "../x", "folders": []}']
)
def test_damaged_manifest_is_named_as_such(made: Path, content: str) -> None:
    (made / MANIFEST).write_text(content)
    with pytest.raises(DamagedIndexError):
        IndexFolder.open(made)


def test_missing_data_is_named_as_damage(made: Path) -> None:
    for path in (made / read_manifest(made).data).iterdir():
        path.unlink()
    with pytest.raises(DamagedIndexError):
        IndexFolder.open(made)


def test_folder_that_may_not_be_entered_is_no_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "is_file", refuse)
    assert not has_manifest(tmp_path)


def test_new_index_is_there_only_when_it_is_complete(tmp_path: Path) -> None:
    with writing(tmp_path / "index"), pytest.raises(NoIndexError):
        IndexFolder.open(tmp_path / "index")
    IndexFolder.open(tmp_path / "index").engine.close()


def test_what_a_killed_run_left_behind_goes_with_the_next_run(tmp_path: Path) -> None:
    path = tmp_path / "index"
    with writing(path):
        pass
    remains = path / "whoosh-0123abcd"
    remains.mkdir()
    with writing(path) as index:
        kept = path / index.manifest.data
    assert kept.is_dir()
    assert not remains.exists()
