"""medsearch help: what commands do, and topics that reach over several."""

from typing import Annotated

import typer


def help(
    context: typer.Context,
    topic: Annotated[
        list[str] | None, typer.Argument(metavar="[TOPIC]", help="A topic or a command; all of them without one.")
    ] = None,
) -> None:
    """Explain a command, the words of a query, dates, output and more."""
    from rich.text import Text

    from medsearch.cli.help.finding import find_page
    from medsearch.cli.paging import paged
    from medsearch.rendering.help_pages import page_lines
    from medsearch.rendering.layout import print_lines

    page = find_page(topic or [], context.find_root())
    with paged() as console:
        print_lines((Text.assemble(*line) for line in page_lines(page, console.width)), console)
