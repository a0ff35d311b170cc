"""Which files of a folder are looked at, and what is said of the others."""

from pathlib import Path

import pytest

from medsearch.archive.finding import find_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "referater"
    place.mkdir()
    (place / "a.txt").write_text("Referat", encoding="utf-8")
    return place


def _problems(folder: Path) -> dict[str, str | None]:
    return {file.path.name: file.problem for file in find_files(folder)}


def test_link_to_a_folder_is_told_and_not_followed(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "andre"
    other.mkdir()
    (other / "b.txt").write_text("Referat", encoding="utf-8")
    (folder / "andre").symlink_to(other)
    assert _problems(folder) == {"a.txt": None, "andre": "It is a link to a folder, which is not followed."}


def test_link_that_leads_nowhere_says_so(folder: Path, tmp_path: Path) -> None:
    (folder / "b.txt").symlink_to(tmp_path / "intet.txt")
    assert _problems(folder)["b.txt"] == "It is a link that leads nowhere."


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("side.jpg", "It is a picture."),
        ("tal.XLSX", "It is a spreadsheet."),
        ("oplæg.pptx", "It is a presentation."),
        ("svar.msg", "It is an e-mail."),
        ("alt.zip", "It is an archive of files."),
        ("program.exe", "It is no kind of document that minutes come in."),
        ("README.txt", "It tells about the folder, by its name."),
    ],
)
def test_file_that_is_left_alone_says_what_it_is_and_what_to_do(folder: Path, name: str, problem: str) -> None:
    (folder / name).write_bytes(b"x")
    found = next(file for file in find_files(folder) if file.path.name == name)
    assert (found.problem, found.failed) == (problem, False)
    assert found.advice
