"""One writer at a time, and the other is told who writes."""

import json
import os
from pathlib import Path

import pytest

from medsearch.archive.lock import write_lock
from medsearch.errors import LockedIndexError


def test_second_writer_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    with write_lock(tmp_path), pytest.raises(LockedIndexError) as refused, write_lock(tmp_path):
        pass
    assert f"process {os.getpid()}" in refused.value.message


def test_lock_is_free_again_afterwards(tmp_path: Path) -> None:
    with write_lock(tmp_path):
        pass
    with write_lock(tmp_path):
        assert json.loads((tmp_path / "writer.json").read_text())["process"] == os.getpid()


def test_note_of_a_dead_writer_holds_nobody_up(tmp_path: Path) -> None:
    (tmp_path / "writer.json").write_text('{"process": 1, "user": "x", "host": "y", "since": "z"}')
    with write_lock(tmp_path):
        pass
