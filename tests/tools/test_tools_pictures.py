"""The pictures of the documentation are those of this version: python -m tools.pictures draws them anew."""

import asyncio
import sys
from pathlib import Path

import pytest

from tools.pictures import COMMANDS, FOLDER, SCENES, Command, Scene, draw_command, draw_scene

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
_STALE = "stale: python -m tools.pictures draws it anew"


@pytest.fixture
def surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Takes back what drawing changes in the environment."""
    for name in ("TERM", "MEDSEARCH_LINKS", "MEDSEARCH_PAGER"):
        monkeypatch.setenv(name, "")


def saved(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_picture_of_the_browser_is_that_of_this_version(sample_index: Path, scene: Scene, surroundings: None) -> None:
    assert asyncio.run(draw_scene(scene, sample_index)) == saved(scene.name), _STALE


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_picture_of_a_command_is_that_of_this_version(sample_index: Path, command: Command, surroundings: None) -> None:
    assert draw_command(command, sample_index) == saved(command.name), _STALE


def test_no_picture_is_left_over() -> None:
    assert {path.stem for path in FOLDER.glob("*.svg")} == {one.name for one in (*COMMANDS, *SCENES)}
