"""What is gathered from the code for translation."""

from pathlib import Path

import pytest

from tools.gathering import UnclearText, gather_file


def gathered(folder: Path, code: str, name: str = "medsearch/search/made_up.py") -> list[tuple[str, str | None]]:
    path = folder / Path(name).name
    path.write_text(code, encoding="utf-8")
    return [(found.text, found.many) for found in gather_file(path, name)]


def test_marked_texts_are_gathered_in_their_order(tmp_path: Path) -> None:
    code = 'A = later("One")\ndef f():\n    return _("Two {n}.").format(n=_(A)) + counted(3, "item", "items")\n'
    assert gathered(tmp_path, code) == [("One", None), ("Two {n}.", None), ("item", "items")]


def test_texts_on_several_lines_are_one(tmp_path: Path) -> None:
    assert gathered(tmp_path, 'A = later(\n    "One "\n    "text."\n)\n') == [("One text.", None)]


@pytest.mark.parametrize(
    "code", ['_(f"Two {n}.")', "later(name)", 'counted(3, "item")', 'counted(3, "item", plural)', 'later(f"{n}")']
)
def test_what_cannot_be_translated_is_refused_with_its_place(tmp_path: Path, code: str) -> None:
    with pytest.raises(UnclearText, match=r"made_up\.py:1"):
        gathered(tmp_path, f"{code}\n")


def test_help_of_commands_is_gathered_as_typer_shows_it(tmp_path: Path) -> None:
    code = '''
def show(
    item: Annotated[str, typer.Argument(metavar="ITEM", help="The address.")],
    index: Annotated[str, typer.Option("--index", help="The index: "
        "else the nearest.")] = "",
) -> None:
    """Print one item.

    Whole.
    """


def _inner() -> None:
    """Not shown."""
'''
    assert gathered(tmp_path, code, "medsearch/cli/commands/show.py") == [
        ("Print one item.\n\nWhole.", None),
        ("ITEM", None),
        ("The address.", None),
        ("The index: else the nearest.", None),
    ]
    assert gathered(tmp_path, code, "medsearch/search/show.py") == []


def test_commands_of_a_group_are_gathered(tmp_path: Path) -> None:
    code = '''
saved = typer.Typer(help="Keep searches.")


@saved.command("add", epilog="Like this.")
def add() -> None:
    """Save a search."""
'''
    found = [text for text, _many in gathered(tmp_path, code, "medsearch/cli/commands/saved.py")]
    assert sorted(found) == ["Keep searches.", "Like this.", "Save a search."]
