"""Whether names of files are links, and where they lead."""

import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from medsearch.cli.console import is_terminal
from medsearch.settings import setting

if TYPE_CHECKING:
    from medsearch.api import Archive

_WITHOUT_LINKS = ("dumb", "linux")  # terminals; the second is Linux' own screen


def has_links(console: Console) -> bool:
    """Whether `console` shows links: a terminal that has them, in colours, unless the settings say otherwise.

    A pipe never has them, and NO_COLOR, which asks for plain text, means none either.
    """
    wanted = setting("links")
    if wanted == "never" or not is_terminal() or not console.is_terminal or console.no_color:
        return False
    # GNU screen prints their codes.
    return wanted == "always" or (os.environ.get("TERM") not in _WITHOUT_LINKS and "STY" not in os.environ)


def links_to(archive: "Archive", sources: Collection[str], console: Console) -> Mapping[str, Path]:
    """The files of `sources`, where `console` shows links; else none, which costs nothing."""
    return archive.files(sources) if has_links(console) else {}
