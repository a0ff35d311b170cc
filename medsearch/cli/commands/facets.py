"""medsearch facets: counts by committee, case number, year, month and outcome."""

from typing import Annotated

import typer

from medsearch.cli.options import IndexOption, JsonOption, QuietOption, VerboseOption
from medsearch.errors import ExitCode


def facets(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]", help="Count the hits of this query only.")
    ] = None,
    index: IndexOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Print how many items there are by committee, case number, year, month and outcome.

    WORDS may hold all that a query may: udvalg:, sag:, person:, år:, dato:, udfald: ...
    """
    from medsearch.api import Archive
    from medsearch.archive.index_folder import find_index
    from medsearch.cli.answering import show_facets
    from medsearch.cli.console import Talk
    from medsearch.search.understanding import Request

    request = Request(" ".join(words or []), limit=1)
    with Archive(find_index(index)) as archive:
        counts, answer = archive.count(request), archive.find(request)
    show_facets(counts, answer, request, Talk(quiet, verbose), as_json=as_json)
    return ExitCode.DONE if any(counts.values()) else ExitCode.NOTHING_FOUND
