"""medsearch query: ranked hits with snippets and facets."""

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
    LimitOption,
    OutcomeOption,
    PageOption,
    PagerOption,
    PersonOption,
    QuietOption,
    SectionOption,
    SortOption,
    ToOption,
    VerboseOption,
    YearOption,
)
from medsearch.errors import ExitCode


def query(
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS", help="What to search for.")] = None,
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
    sort: SortOption = None,
    limit: LimitOption = None,
    page: PageOption = 1,
    explain: Annotated[bool, typer.Option("--explain", help="Say why each hit is one.")] = False,
    form: FormatOption = None,
    as_json: JsonOption = False,
    pager: PagerOption = True,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Find agenda items. Words in quotes are a phrase, + before a word: must, - or IKKE: must not, word*: beginning,
    word~: spelt alike, =word: as written.

    More: OG, ELLER, ( ), udvalg:, sag:, person:, titel:, beslutning:, dato:2025-10..2025-12, år:2025.
    """
    from medsearch.api import Archive
    from medsearch.archive.index_folder import find_index
    from medsearch.cli.answering import show_answer
    from medsearch.cli.console import Talk
    from medsearch.cli.requests import (
        SearchOptions,
        format_of,
        limit_of,
        order_of,
        require_something,
        unquoted_committee,
    )

    options = SearchOptions(
        committee, case, first, last, year, outcome, section, person, exact=exact, formalities=formalities
    )
    require_something(words or [], options)
    chosen = format_of(form, as_json=as_json)
    request = options.request(
        words or [], order=order_of(sort), limit=limit_of(limit, chosen, page=page), page=page, explain=explain
    )
    with Archive(find_index(index)) as archive:
        answer = archive.find(request)
        talk = Talk(quiet, verbose)
        show_answer(answer, request, archive, talk, form=chosen, pager=pager)
        if committee and (hint := unquoted_committee(committee, words or [], archive.committees())):
            talk.say(hint)
    return ExitCode.DONE if answer.hits else ExitCode.NOTHING_FOUND
