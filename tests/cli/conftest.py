"""What tests of commands share: a command to run, and a folder with an index to stand in."""

import shutil
from pathlib import Path

import pytest

from medsearch.cli.running import run
from tests.cli.commands import Command, Done


@pytest.fixture
def medsearch(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command in this process."""

    def command(*words: str | Path) -> Done:
        code = run([str(word) for word in words])
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return command


@pytest.fixture
def in_sample(sample_index: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An index of the sample minutes of its own, in a folder to stand in."""
    shutil.copytree(sample_index, tmp_path / "index", ignore=shutil.ignore_patterns("last-hits.json"))
    monkeypatch.chdir(tmp_path)
    return tmp_path
