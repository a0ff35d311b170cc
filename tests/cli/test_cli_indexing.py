"""What `medsearch index` says while it reads, and what it takes from its options."""

import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from medsearch.archive.manifest import read_manifest
from medsearch.archive.updating import Step
from medsearch.cli.console import Talk
from medsearch.cli.progress import shown_progress
from medsearch.cli.running import run
from medsearch.errors import NoOcrError
from tests.conftest import SAMPLE

Index = Callable[..., tuple[int, str]]


@pytest.fixture
def index(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Index:
    """Indexes a folder with two minutes; gives the exit code and what was said."""
    folder = tmp_path / "r"
    folder.mkdir()
    shutil.copy(SAMPLE / "2024-06-18-hovedmed.txt", folder)
    shutil.copy(SAMPLE / "2024-12-12-hovedmed.txt", folder)

    def command(*options: str) -> tuple[int, str]:
        code = run(["index", str(folder), "--index", str(tmp_path / "i"), *options])
        return code, capsys.readouterr().err

    return command


def test_nothing_but_the_report_is_said_into_a_pipe(index: Index) -> None:
    _, said = index()
    assert len(said.splitlines()) == 2


def test_verbose_says_each_file_with_its_reader(index: Index, tmp_path: Path) -> None:
    (tmp_path / "r" / "tom.txt").touch()
    _, said = index("--verbose")
    assert "2024-06-18-hovedmed.txt: read as text" in said
    assert "tom.txt: It is empty." in said.split("Not readable")[0]


def test_many_failures_are_cut_short(index: Index, tmp_path: Path) -> None:
    for number in range(13):
        (tmp_path / "r" / f"tom{number:02}.txt").touch()
    code, said = index()
    assert code == 3
    assert said.count("It is empty. Delete it, or fetch the file again") == 10
    assert said.splitlines()[-1] == "3 more: medsearch status"


@pytest.mark.parametrize("number", ["0", "-1", "alle"])
def test_workers_are_one_or_more(index: Index, number: str) -> None:
    assert index("--workers", number)[0] == 2


def test_one_worker_will_do(index: Index) -> None:
    assert index("--workers", "1")[0] == 0


def test_index_remembers_ocr(index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("medsearch.archive.updating._missing_ocr", lambda: None)
    for options, remembered in ([], False), (["--ocr"], True), ([], True), (["--rebuild"], True), (["--no-ocr"], False):
        assert index(*options)[0] == 0
        assert read_manifest(tmp_path / "i").ocr is remembered


def test_ocr_without_its_program_leaves_the_index_as_it_was(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> NoOcrError:
        return NoOcrError("Tesseract is not installed.", "Install it.")

    monkeypatch.setattr("medsearch.archive.updating._missing_ocr", missing)
    code, said = index("--ocr")
    assert (code, "Tesseract is not installed." in said) == (3, True)
    assert not (tmp_path / "i" / "medsearch.json").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="has no pty")
def test_terminal_shows_files_items_speed_and_time_left(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    code = (
        "from medsearch.cli.progress import shown_progress\n"
        "from medsearch.cli.console import Talk\n"
        "from medsearch.archive.updating import Step\n"
        "with shown_progress(Talk()) as show:\n"
        "    show(Step('mappe/referat.pdf', 3, 12, 45))\n"
    )
    environment = {**os.environ, "COLUMNS": "100", "TERM": "xterm"}
    subprocess.run([sys.executable, "-c", code], stderr=theirs, check=True, timeout=60, env=environment)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    for part in ("3/12", "files, 45 items", "files/s", "left: referat.pdf"):
        assert part in shown


def test_quiet_shows_no_progress() -> None:
    with shown_progress(Talk(quiet=True, verbose=True)) as show:
        assert show is None


def test_names_of_files_do_no_harm_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with shown_progress(Talk(verbose=True)) as show:
        assert show
        show(Step("\x1b[2Jreferat.txt", 1, 1, 1, is_done=True, reader="text"))
    assert "\x1b" not in capsys.readouterr().err


def test_dry_run_with_ocr_remembers_nothing(index: Index, tmp_path: Path) -> None:
    index()
    assert index("--ocr", "--dry-run")[0] == 0
    assert not read_manifest(tmp_path / "i").ocr


def test_empty_folder_is_no_reason_to_forget(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, index = tmp_path / "minutes", tmp_path / "i"
    folder.mkdir()
    shutil.copy(SAMPLE / "2024-06-18-hovedmed.txt", folder)
    assert run(["index", str(folder), "--index", str(index)]) == 0
    (folder / "2024-06-18-hovedmed.txt").unlink()
    assert run(["index", str(folder), "--index", str(index)]) == 3
    assert "is empty now" in capsys.readouterr().err
    assert run(["query", "budget", "--index", str(index)]) == 0


def test_index_cannot_be_the_folder_of_minutes_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["index", str(tmp_path), "--index", str(tmp_path)]) == 2
    assert str(tmp_path / "index") in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_dry_run_of_a_rebuild_would_read_all(sample_index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["index", str(SAMPLE), "--index", str(sample_index), "--rebuild", "--dry-run"])
    assert capsys.readouterr().err.count("Would read") == 22 + 1
