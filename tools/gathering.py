"""Gathers every text that users see from the source: marked ones, the help of commands, and those of click."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from medsearch.texts import click_texts

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "medsearch"

MARKS = {"_": 0, "later": 0, "counted": 1}
"""What marks a text, and where it stands among the arguments."""

CLICK_TEXTS = {*click_texts.TEXTS, *(one for one, _many in click_texts.COUNTED)}
"""What click and typer themselves ask a catalogue for."""

_HELPERS = ("Option", "Argument", "Typer", "command", "callback", "add_typer")
_HELP = ("help", "short_help", "metavar", "epilog", "rich_help_panel", "options_metavar")


class Gathered(NamedTuple):
    """A text of the code: for one thing, and for many of them where it is counted."""

    text: str
    many: str | None
    path: str  # relative to the checkout, with /


class UnclearText(Exception):
    """Something is marked as a text that is none which can be translated."""


def gather(package: Path = PACKAGE) -> list[Gathered]:
    """Every text of the package and of click, in the order of its files, each once. Raises UnclearText."""
    found: dict[str, Gathered] = {}
    for text in (*_of_files(package), *_of_click()):
        before = found.setdefault(text.text, text)
        if text.many and before.many is None:
            found[text.text] = before._replace(many=text.many)
        elif text.many and before.many != text.many:
            raise UnclearText(f"{text.path}: {text.text!r} has several plurals: {before.many!r}, {text.many!r}")
    return list(found.values())


def _of_files(package: Path) -> Iterator[Gathered]:
    for path in sorted(package.rglob("*.py")):
        yield from gather_file(path, path.relative_to(package.parent).as_posix())


def _of_click() -> Iterator[Gathered]:
    yield from (
        Gathered(text, None, "medsearch/texts/click_texts.py") for text in (*click_texts.TEXTS, *click_texts.PLAIN)
    )
    yield from (Gathered(text, many, "medsearch/texts/click_texts.py") for text, many in click_texts.COUNTED)


def gather_file(path: Path, name: str) -> Iterator[Gathered]:
    """The texts of a file, as `name` calls it. Raises UnclearText."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in in_order(tree):
        if isinstance(node, ast.Call):
            for text, many in _marked(node, name):
                yield Gathered(text, many, name)
        if "/cli/" in f"/{name}":
            for text in _help_texts(node, name):
                yield Gathered(inspect.cleandoc(text), None, name)


def in_order(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a tree in the order of the source."""
    yield node
    for child in ast.iter_child_nodes(node):
        yield from in_order(child)


def called(node: ast.Call) -> str:
    """The name by which something is called, without what it belongs to: `say` for `talk.say(...)`."""
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def is_mark(node: ast.AST) -> bool:
    """Whether a node marks a text: `_("...")`, `later("...")`, `counted(number, "...", "...")`."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS


def is_command(node: ast.FunctionDef, name: str) -> bool:
    """Whether a function of the module called `name` (medsearch/cli/commands/show.py) is a command or holds some."""
    decorated = any(isinstance(by, ast.Call) and called(by) in ("command", "callback") for by in node.decorator_list)
    return decorated or name.endswith(f"/cli/commands/{node.name}.py")


def _marked(node: ast.Call, name: str) -> Iterator[tuple[str, str | None]]:
    if not is_mark(node):
        return
    texts = [_plain(argument) for argument in node.args[MARKS[called(node)] :]]
    place = f"{name}:{node.lineno}"
    if any(isinstance(argument, ast.JoinedStr) for argument in node.args):
        raise UnclearText(f"{place}: an f-string cannot be translated; use .format() behind the mark")
    if called(node) == "counted":
        if len(texts) != 2 or not texts[0] or not texts[1]:
            raise UnclearText(f"{place}: counted takes a number, a word for one and a word for many")
        yield texts[0], texts[1]
    elif texts and texts[0]:
        yield texts[0], None
    elif called(node) == "later":
        raise UnclearText(f"{place}: later takes a text as it is")


def _help_texts(node: ast.AST, name: str) -> Iterator[str]:
    """What typer shows of a node: its docstring, `help=` and the like."""
    if isinstance(node, ast.FunctionDef):
        if is_command(node, name) and (docstring := ast.get_docstring(node)):
            yield docstring
    elif isinstance(node, ast.Call) and called(node) in _HELPERS:
        for keyword in node.keywords:
            if keyword.arg in _HELP and (text := _plain(keyword.value)):
                yield text


def _plain(node: ast.AST) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
