"""medsearch show: one agenda item, or one meeting, whole."""

from typing import Annotated

import typer

from medsearch.cli.options import (
    FormatOption,
    IndexOption,
    ItemArgument,
    JsonOption,
    PagerOption,
    QuietOption,
    VerboseOption,
)


def show(
    item: ItemArgument,
    meeting: Annotated[
        bool, typer.Option("--meeting", "-m", help="Print the whole meeting that the item was on.")
    ] = False,
    index: IndexOption = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    pager: PagerOption = True,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Print one agenda item, whole; or its whole meeting, or, given a file, all that the file holds."""
    from medsearch.api import Archive
    from medsearch.archive.index_folder import find_index
    from medsearch.cli.requests import format_of
    from medsearch.cli.showing import meetings_typed, names_file, read_typed, show_item, show_meetings

    chosen = format_of(form, as_json=as_json)
    with Archive(find_index(index)) as archive:
        if meeting or names_file(item):
            show_meetings(meetings_typed(archive, item), chosen, pager=pager)
        else:
            show_item(read_typed(archive, item), chosen, pager=pager)
