"""The settings that hold, where each comes from, and where medsearch keeps things."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from medsearch.rendering.harmless import harmless
from medsearch.rendering.layout import indented, print_lines
from medsearch.rendering.words import QUIET
from medsearch.settings import Held
from medsearch.texts import _, later

_GAP = 2  # columns between the columns of the table
_ABOUT = 28  # the fewest columns for what a setting is for; with fewer it stands on a line of its own
_PLACES = {
    "file": later("Settings file"),
    "index": later("Index used now"),
    "synonyms": later("Your synonyms"),
    "saved": later("Saved searches"),
}


class Place(NamedTuple):
    """Where something lies, or would lie: what it is, by a name of `_PLACES`."""

    what: str
    path: Path
    is_there: bool


def print_config(settings: Sequence[Held], places: Sequence[Place], console: Console) -> None:
    """Prints a row for each setting, then the places, then how to set one."""
    print_lines(_lines(settings, places, console), console)


def config_shape(settings: Sequence[Held], places: Sequence[Place]) -> dict[str, Any]:
    """What `config --json` prints."""
    return {
        "settings": [
            {
                "name": held.setting.name,
                "value": held.value or None,
                "from": _kind(held),
                "variable": held.setting.variable,
                "default": held.setting.default or None,
                "values": list(held.setting.values),
                "about": _(held.setting.about),
                "problem": held.problem.message if held.problem else None,
            }
            for held in settings
        ],
        "places": [{"name": place.what, "path": str(place.path), "exists": place.is_there} for place in places],
    }


def _kind(held: Held) -> str:
    if not held.origin:
        return "default"
    return "environment" if held.origin == held.setting.variable else "file"


def _lines(settings: Sequence[Held], places: Sequence[Place], console: Console) -> Iterator[Text]:
    yield from _table([_row(held) for held in settings], console)
    yield Text()
    yield from _located(places, console)
    yield Text()
    how = _("To set one: {command}, or a line in the settings file: {line}").format(
        command="medsearch config set language da", line='language = "da"'
    )
    yield from indented(Text(how, style=QUIET), console, console.width, "")
    yield from indented(
        Text(_("A variable of the environment comes before the file."), style=QUIET), console, console.width, ""
    )


def _row(held: Held) -> tuple[str, str, str, str]:
    origin = {"default": _("default"), "file": _("settings file"), "environment": held.origin}[_kind(held)]
    value = harmless(held.value) or _("automatic")
    about = _(held.setting.about)
    if held.setting.values:
        about = f"{about}: {', '.join(held.setting.values)}"
    return held.setting.name, f"{value} !" if held.problem else value, origin, about


def _table(rows: Sequence[tuple[str, str, str, str]], console: Console) -> Iterator[Text]:
    heads = (_("Setting"), _("Value"), _("From"), _("What it is for"))
    widths = [max(cell_len(row[column]) for row in (heads, *rows)) + _GAP for column in range(3)]
    room = console.width - sum(widths)
    if room < _ABOUT:
        yield from _blocks(rows, widths[0], console)
        return
    for number, row in enumerate((heads, *rows)):
        first, *others = Text(row[3]).wrap(console, room)
        cells = "".join(set_cell_size(cell, width) for cell, width in zip(row, widths, strict=False))
        line = Text(cells).append_text(first) if number else Text(f"{cells}{first.plain}", style="bold")
        if number:
            line.stylize("bold", 0, len(row[0]))
        yield line
        yield from (Text(" " * sum(widths)).append_text(other) for other in others)


def _blocks(rows: Sequence[tuple[str, str, str, str]], width: int, console: Console) -> Iterator[Text]:
    """For narrow terminals and long values: name, value and origin, and below it what it is for."""
    for name, value, origin, about in rows:
        first, *others = indented(Text(f"{value} ({origin})"), console, console.width, " " * width)
        yield Text.assemble((set_cell_size(name, width), "bold"), first[width:])
        yield from others
        yield from indented(Text(about, style=QUIET), console, console.width, " " * width)


def _located(places: Sequence[Place], console: Console) -> Iterator[Text]:
    width = max(cell_len(_(name)) for name in _PLACES.values()) + _GAP
    for place in places:
        there = "" if place.is_there else f" ({_('not there yet')})"
        # A path is never broken by us: it is there to be copied.
        yield Text.assemble((set_cell_size(_(_PLACES[place.what]), width), "bold"), harmless(str(place.path)), there)
