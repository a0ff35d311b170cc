"""The pictures of the documentation: python -m tools.pictures draws them from the sample minutes into docs/pictures.

A picture of a command is what it prints into a terminal; one of the browser is its screen after some keys.
"""

import asyncio
import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "sample_data"
FOLDER = ROOT / "docs" / "pictures"
_WITHOUT = {"MEDSEARCH_LINKS": "never", "MEDSEARCH_PAGER": "never", "MEDSEARCH_LANG": "en", "TERM": "xterm-256color"}
_VARYING = ("Folder: ", "Index: ")  # lines that say where the machine keeps things


class Command(NamedTuple):
    """A command, and how wide its terminal is."""

    name: str
    words: tuple[str, ...]
    columns: int
    lines: int = 60  # shown at most


class Scene(NamedTuple):
    """The browser after some keys."""

    name: str
    words: str
    keys: tuple[str, ...]
    size: tuple[int, int]
    theme: str = "dark"


COMMANDS = (
    Command("query", ("query", "videoovervågning", "-n", "3"), 100),
    Command("related", ("related", "2025-11-20-lokalmed-raadhusservice.txt#13"), 100),
    Command("status", ("status",), 100),
)
SCENES = (
    Scene("browse", "videoovervågning", ("n",), (160, 44)),
    Scene("browse-light", "videoovervågning", ("f", "home", "enter", "escape"), (120, 38), "light"),
    Scene("browse-thread", "videoovervågning", ("t",), (120, 50)),
    Scene("browse-narrow", "videoovervågning", (), (80, 24)),
    Scene("browse-keys", "budget", ("question_mark",), (100, 32)),
    Scene("browse-nothing", "videoovervågningg løbehjul -budget", (), (100, 24)),
)


def main() -> None:
    """Draws all pictures."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        index = make_index(Path(folder))
        for name, picture in draw_all(index):
            (FOLDER / f"{name}.svg").write_text(picture, encoding="utf-8")
            print(f"docs/pictures/{name}.svg")


def make_index(folder: Path) -> Path:
    """An index of the sample minutes in `folder`."""
    index = folder / "index"
    words = ("index", str(SAMPLE), "--index", str(index), "--quiet", "--workers", "1")
    subprocess.run([sys.executable, "-m", "medsearch", *words], capture_output=True, check=False, env=_environment(80))
    return index


def draw_all(index: Path) -> Iterator[tuple[str, str]]:
    """The name and the SVG of every picture."""
    for command in COMMANDS:
        yield command.name, draw_command(command, index)
    for scene in SCENES:
        yield scene.name, asyncio.run(draw_scene(scene, index))


def draw_command(command: Command, index: Path) -> str:
    """What a command prints into a terminal, as a picture."""
    printed = [line for line in _printed(command, index).splitlines() if not line.startswith(_VARYING)]
    shown = Text.from_ansi("\n".join(printed[: command.lines]).rstrip())
    console = Console(record=True, width=command.columns, file=io.StringIO(), force_terminal=True, legacy_windows=False)
    typed = " ".join(f'"{word}"' if " " in word else word for word in ("medsearch", *command.words))
    console.print(Text.assemble(("$ ", "bold green"), (typed, "bold")))
    console.print(shown, soft_wrap=False)
    return console.export_svg(title="medsearch")


async def draw_scene(scene: Scene, index: Path) -> str:
    """The browser's screen after the keys of a scene, as a picture."""
    os.environ.update(_WITHOUT)
    import medsearch
    from medsearch.browser.app import Browser
    from medsearch.browser.asking import Asked

    with medsearch.open(index) as archive:
        app = Browser(archive, Asked(scene.words), scene.theme)
        async with app.run_test(size=scene.size) as pilot:
            for key in ("", *scene.keys):
                if key:
                    await pilot.press(key)
                while not app.is_settled:
                    await pilot.pause(0.005)
            await pilot.pause()
            return app.export_screenshot(title="medsearch")


def _printed(command: Command, index: Path) -> str:
    """What a command prints, with the colours that a terminal gets."""
    import pty
    import termios

    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (100, command.columns))
    process = subprocess.Popen(
        [sys.executable, "-m", "medsearch", *command.words, "--index", str(index)],
        stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL, env=_environment(command.columns), cwd=index.parent,
    )  # fmt: skip
    os.close(theirs)
    printed = b""
    while chunk := _read(ours):
        printed += chunk
    process.wait()
    os.close(ours)
    return printed.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so that the other end is closed
        return b""


def _environment(columns: int) -> dict[str, str]:
    """Surroundings in which everybody's pictures are the same."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MEDSEARCH_", "NO_COLOR"))}
    settings = {"XDG_CONFIG_HOME": os.devnull, "COLORTERM": "", "COLUMNS": str(columns), "PYTHONPATH": str(ROOT)}
    return {**kept, **settings, **_WITHOUT}


if __name__ == "__main__":
    main()
