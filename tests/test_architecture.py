"""The house as docs/architecture.md draws it: which room may import which, and what a command may load."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "medsearch"

# From the ground up: a room imports only rooms above it in this list.
ROOMS = [
    *("texts", "model", "errors", "settings", "language", "documents", "minutes", "query", "engines", "archive"),
    *("search", "api", "rendering", "browser", "cli"),
]
DOORS = {"__init__", "__main__"}  # the ways in

NEVER_FOR_A_QUERY = ("medsearch.documents", "medsearch.minutes", "filelock", "rich.progress", "sqlite3", "asyncio")
NEVER_FOR_HELP = (
    "medsearch.engines",
    "medsearch.query",
    "medsearch.search",
    "medsearch.archive",
    "whoosh",
    *NEVER_FOR_A_QUERY,
)


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = (
                [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "medsearch" else [node.module]
            )
        rooms |= {name.split(".")[1] for name in names if name and name.startswith("medsearch.")}
    return rooms


MODULES = sorted(PACKAGE.rglob("*.py"))


def test_every_room_is_in_the_list() -> None:
    assert {room_of(path) for path in MODULES} == {*ROOMS, *DOORS}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_room_imports_only_rooms_above_it(path: Path) -> None:
    room = room_of(path)
    if room not in DOORS:
        above = set(ROOMS[: ROOMS.index(room) + 1])
        assert imported_rooms(path) - {"__version__"} <= above


@pytest.mark.parametrize("room", ["language", "minutes", "query"])
def test_pure_rooms_know_no_file_and_no_engine(room: str) -> None:
    for path in set((PACKAGE / room).rglob("*.py")) - {PACKAGE / "language" / "tables.py"}:  # its own tables of words
        roots = {
            name.split(".")[0]
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            for name in (
                [alias.name for alias in node.names] if isinstance(node, ast.Import)
                else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            )
        }  # fmt: skip
        assert not roots & {"pathlib", "os", "io", "whoosh", "rich", "typer"}, path


def loaded_by(*arguments: str) -> set[str]:
    code = (
        "import json, sys; from medsearch.cli.running import run; "
        "code = run(json.loads(sys.argv[1])); print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, json.dumps(arguments)], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


def loads(modules: set[str], names: tuple[str, ...]) -> set[str]:
    return {module for module in modules for name in names if module == name or module.startswith(f"{name}.")}


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["query", "--help"]])
def test_help_loads_no_engine(arguments: list[str]) -> None:
    assert loads(loaded_by(*arguments), NEVER_FOR_HELP) == set()


def test_query_loads_nothing_that_only_reading_files_needs(sample_index: Path) -> None:
    modules = loaded_by("query", "videoovervågning", "--index", str(sample_index))
    assert "medsearch.engines.whoosh.engine" in modules
    assert loads(modules, NEVER_FOR_A_QUERY) == set()
