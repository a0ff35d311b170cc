"""medsearch saved: searches that are kept under a name, and what came since they were last run."""

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

saved = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Keep searches under names, and see what is new since they were last run.",
)

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The name; in quotes where it holds blanks.")]


@saved.command("add")
def add(
    name: NameArgument,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help="What to search for, as for query.")
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
    sort: SortOption = None,
    replace: Annotated[bool, typer.Option("--replace", help="In the place of the one of that name.")] = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Save a search under a name. Words that begin with a hyphen stand after --."""
    from medsearch.archive.index_folder import find_index
    from medsearch.cli.console import Talk
    from medsearch.cli.requests import SearchOptions, order_of, require_something
    from medsearch.cli.saving import save
    from medsearch.search.saved import SavedSearch

    options = SearchOptions(
        committee, case, first, last, year, outcome, section, person, exact=exact, formalities=formalities
    )
    require_something(words or [], options)
    order = order_of(sort) if sort else None
    search = SavedSearch.of(name, find_index(index), options.request(words or []), order)
    save(search, Talk(quiet, verbose), replaces=replace)


@saved.command("list")
def list_(as_json: JsonOption = False, quiet: QuietOption = False, verbose: VerboseOption = False) -> int:
    """Print the saved searches, and when each was last run."""
    from medsearch.cli.console import Talk
    from medsearch.cli.saving import show_saved

    return show_saved(Talk(quiet, verbose), as_json=as_json)


@saved.command("run")
def run(
    name: Annotated[list[str] | None, typer.Argument(metavar="NAME", help="The name of the search.")] = None,
    new: Annotated[bool, typer.Option("--new", help="Only what no run has shown before; newest first.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Run all saved searches.")] = False,
    keep: Annotated[
        bool, typer.Option("--keep", help="Only look: what is new now is new at the next run too.")
    ] = False,
    index: IndexOption = None,
    limit: LimitOption = None,
    page: PageOption = 1,
    explain: Annotated[bool, typer.Option("--explain", help="Say why each hit is one.")] = False,
    form: FormatOption = None,
    as_json: JsonOption = False,
    pager: PagerOption = True,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Run a saved search. With --new it prints only what came since the last run: nothing, and exit code 1, where that
    is nothing. Made for a mail: medsearch saved run NAME --new -q | mail -E -s News me@example.org
    """
    from medsearch.archive.index_folder import find_index
    from medsearch.cli.console import Talk
    from medsearch.cli.requests import format_of
    from medsearch.cli.saved_runs import Wish, run_named

    wish = Wish(
        new=new,
        keep=keep,
        limit=limit,
        page=page,
        explain=explain,
        form=format_of(form, as_json=as_json),
        pager=pager,
        on=find_index(index) if index else None,
    )
    return run_named(" ".join(name or []), wish, Talk(quiet, verbose), every=every)


@saved.command("remove")
def remove(
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="The name of the search.")],
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Forget a saved search, and what it has shown."""
    from medsearch.cli.console import Talk
    from medsearch.search import saved as searches
    from medsearch.texts import _

    gone = searches.remove(" ".join(name))
    Talk(quiet, verbose).say(_("“{name}” is no longer saved.").format(name=gone.name))
