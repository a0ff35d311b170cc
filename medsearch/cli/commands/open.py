"""medsearch open: the file that an item stands in, in the program that shows such files."""

from typing import Annotated

import typer

from medsearch.cli.options import IndexOption, ItemArgument, JsonOption, QuietOption, VerboseOption


def open(
    item: ItemArgument,
    index: IndexOption = None,
    only_print: Annotated[
        bool, typer.Option("--print", help="Open nothing; print where the file lies, and the page behind a tab.")
    ] = False,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Open the file that an item stands in, a PDF at the page of the item where the program takes one.

    The program is that of the system, or the setting viewer: evince --page-index={page} {file}.
    """
    from medsearch.api import Archive
    from medsearch.archive.index_folder import find_index
    from medsearch.cli.console import Talk
    from medsearch.cli.last_hits import find_address
    from medsearch.cli.opening import print_place, show_place

    with Archive(find_index(index)) as archive:
        address = find_address(archive.path, item)
        place = archive.place(address)
        if only_print or as_json:
            print_place(place, as_json=as_json)
        else:
            show_place(place, Talk(quiet, verbose))
