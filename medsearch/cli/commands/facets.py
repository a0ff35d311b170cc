"""medsearch facets: counts by committee, case number, year, month and outcome."""

from typing import Annotated

import typer

from medsearch.cli.options import (
    CaseOption,
    CommitteeOption,
    ExactOption,
    FormalitiesOption,
    FromOption,
    IndexOption,
    JsonOption,
    OutcomeOption,
    PersonOption,
    QuietOption,
    SectionOption,
    ToOption,
    VerboseOption,
    YearOption,
)
from medsearch.errors import ExitCode


def facets(
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]", help="Count the hits of these only.")] = None,
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
    as_json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Print how many items there are by committee, case number, year, month and outcome."""
    from medsearch.api import Archive
    from medsearch.archive.index_folder import find_index
    from medsearch.cli.answering import show_facets
    from medsearch.cli.requests import SearchOptions

    options = SearchOptions(
        committee, case, first, last, year, outcome, section, person, exact=exact, formalities=formalities
    )
    with Archive(find_index(index)) as archive:
        counts = archive.count(options.request(words or []))
    show_facets(counts, as_json=as_json)
    return ExitCode.DONE if any(counts.values()) else ExitCode.NOTHING_FOUND
