"""medsearch case: all items of a case number, in order of date."""

from typing import Annotated

import typer

from medsearch.cli.options import FormatOption, IndexOption, JsonOption, PagerOption, QuietOption, VerboseOption


def case(
    number: Annotated[
        list[str],
        typer.Argument(metavar="NUMBER", help="A case number or its beginning, with or without points and hyphens."),
    ],
    index: IndexOption = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    pager: PagerOption = True,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Print all items of a case number, or of those that begin so, oldest first, each with what was decided."""
    from medsearch.api import Archive
    from medsearch.archive.index_folder import find_index
    from medsearch.cli.console import Talk
    from medsearch.cli.requests import format_of
    from medsearch.cli.threads import show_thread

    chosen = format_of(form, as_json=as_json)
    with Archive(find_index(index)) as archive:
        thread = archive.case(" ".join(number))
        return show_thread(thread, archive, Talk(quiet, verbose), form=chosen, pager=pager)
