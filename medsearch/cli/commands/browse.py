"""medsearch browse: the interactive browser."""

from typing import Annotated

import typer

from medsearch.cli.options import IndexOption


def browse(
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]", help="What to search for at first.")] = None,
    index: IndexOption = None,
) -> None:
    """Search, narrow and read on one screen, with keys and mouse. ? shows the keys, q ends."""
    from medsearch.api import Archive
    from medsearch.archive.index_folder import find_index
    from medsearch.browser import browse as run
    from medsearch.cli.console import is_terminal
    from medsearch.errors import UsageError
    from medsearch.texts import _

    if not is_terminal():
        raise UsageError(
            _("The browser needs a terminal."), _("For a file or another program: medsearch query WORDS --format text")
        )
    with Archive(find_index(index)) as archive:
        run(archive, " ".join(words or []))
