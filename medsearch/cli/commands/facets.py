"""medsearch facets: counts by committee, case number, year, month and outcome."""

from typing import Annotated

import typer

from medsearch.cli.options import (
    CaseOption,
    CommitteeOption,
    ExactOption,
    FormalitiesOption,
    FormatOption,
    FromOption,
    IndexOption,
    JsonOption,
    OutcomeOption,
    PagerOption,
    PersonOption,
    QuietOption,
    SectionOption,
    ToOption,
    VerboseOption,
    YearOption,
)
from medsearch.errors import ExitCode


def facets(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]", help="Count the hits of this query only.")
    ] = None,
    index: IndexOption = None,
    committee: CommitteeOption = None,
    case: CaseOption = None,
    first: FromOption = None,
    last: ToOption = None,
    year: YearOption = None,
    outcome: OutcomeOption = None,
    section: SectionOption = None,
    person: PersonOption = None,
    exact: ExactOption = False,
    formalities: FormalitiesOption = True,
    form: FormatOption = None,
    as_json: JsonOption = False,
    pager: PagerOption = True,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Print how many items there are by committee, case number, year, month and outcome.

    WORDS may hold all that a query may: udvalg:, sag:, person:, år:, dato:, udfald: ...
    """
    from medsearch.api import Archive
    from medsearch.archive.index_folder import find_index
    from medsearch.cli.answering import say_about
    from medsearch.cli.console import Talk
    from medsearch.cli.counting import show_counts
    from medsearch.cli.requests import SearchOptions, format_of
    from medsearch.rendering.forms import Format

    options = SearchOptions(
        committee, case, first, last, year, outcome, section, person, exact=exact, formalities=formalities
    )
    request, wanted = options.request(words or [], limit=1), format_of(form, as_json=as_json)
    with Archive(find_index(index)) as archive:
        counts, answer = archive.count(request), archive.find(request)
        if wanted is not Format.JSON:
            say_about(answer, request, archive, Talk(quiet, verbose))
    show_counts(counts, wanted, pager=pager, whole=verbose)
    return ExitCode.DONE if any(counts.values()) else ExitCode.NOTHING_FOUND
