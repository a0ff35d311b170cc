"""Runs saved searches and shows what they find. What was shown is noted after it was printed: no news is lost."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from medsearch.api import Archive
from medsearch.cli.answering import show_answer
from medsearch.cli.console import Talk, write_export
from medsearch.cli.errors import print_error
from medsearch.cli.last_hits import remember_hits
from medsearch.cli.paging import paged
from medsearch.cli.requests import ALL, limit_of, order_of
from medsearch.engines.port import Order
from medsearch.errors import ExitCode, MedsearchError, UsageError
from medsearch.rendering.forms import Format
from medsearch.rendering.saved import Ran, export_runs, print_runs, runs_shape
from medsearch.rendering.shapes import answer_shape, to_json
from medsearch.search.answers import Answer
from medsearch.search.saved import SavedSearch, find_saved, remember, saved_searches
from medsearch.search.saved.looking import Look
from medsearch.search.understanding import Request
from medsearch.texts import _, counted


class Wish(NamedTuple):
    """How saved searches are to be run and shown."""

    new: bool = False  # only what was not shown before
    keep: bool = False  # without noting what was shown
    limit: int | None = None
    page: int = 1
    explain: bool = False
    form: Format = Format.TEXT
    pager: bool = True
    on: Path | None = None  # this index, instead of the one that a search is about

    def request(self, search: SavedSearch) -> Request:
        """The request that a search comes to. Raises UsageError."""
        usual = Order.NEWEST if self.new else order_of(None)
        every = self.new and self.limit is None
        limit = ALL if every else limit_of(self.limit, self.form, page=self.page)
        return search.request(usual, limit=limit, page=self.page, explain=self.explain)


class _Run(NamedTuple):
    search: SavedSearch
    archive: Archive
    request: Request
    look: Look


def run_named(name: str, wish: Wish, talk: Talk, *, every: bool) -> ExitCode:
    """Runs the search of that name, or every one. Raises UnknownSearchError or UsageError."""
    if bool(name) == every:
        raise UsageError(
            _("It is not clear which search to run."),
            _("Give the name of one, as medsearch saved list has it, or --all."),
        )
    if wish.new and wish.page != 1:
        raise UsageError(_("--new has no pages: what is not shown now, the next run shows."), _("Leave --page out."))
    return run_all(saved_searches(), wish, talk) if every else run_one(find_saved(name), wish, talk)


def run_one(search: SavedSearch, wish: Wish, talk: Talk) -> ExitCode:
    """Runs a search and shows what it finds as `query` does."""
    with Archive(wish.on or search.index) as archive:
        run = _run(search, archive, wish, talk)
        answer = run.look.answer
        if answer.hits or not wish.new:
            show_answer(answer, run.request, archive, talk, form=wish.form, pager=wish.pager)
        else:
            if wish.form is Format.JSON:
                print(to_json(answer_shape(answer)))
            talk.say(_("Nothing is new for “{name}”.").format(name=search.name))
        _note([run], wish)
    return ExitCode.DONE if answer.hits else ExitCode.NOTHING_FOUND


def run_all(searches: Sequence[SavedSearch], wish: Wish, talk: Talk) -> ExitCode:
    """Runs several searches and shows what they find under their names; one that cannot be run is left out."""
    with ExitStack() as opened:
        runs, failed = [], False
        for search in searches:
            try:
                archive = opened.enter_context(Archive(wish.on or search.index))
                runs.append(_run(search, archive, wish, talk))
            except MedsearchError as error:
                failed = True
                talk.warn(_("“{name}” could not be run.").format(name=search.name))
                print_error(error, as_json=wish.form is Format.JSON)
        found = _show(runs, wish)
        if not searches:
            talk.say(_("No search is saved so far. Save one with: medsearch saved add NAME WORDS"))
        elif not found and not failed:
            talk.say(_("Nothing is new.") if wish.new else _("Nothing was found."))
        _note(runs, wish)
    return ExitCode.UNREADABLE if failed else ExitCode.DONE if found else ExitCode.NOTHING_FOUND


def _run(search: SavedSearch, archive: Archive, wish: Wish, talk: Talk) -> _Run:
    request = wish.request(search)
    look = archive.look(search, request, new=wish.new)
    if wish.new and look.first:
        talk.say(_("“{name}” was never run here before: all that it finds is new.").format(name=search.name))
    if wish.new and look.left:
        items = counted(look.left, "more item is new", "more items are new")
        more = "" if wish.keep else " " + _("The next run shows what --limit leaves out.")
        talk.say(_("“{name}”: {items}.").format(name=search.name, items=items) + more)
    return _Run(search, archive, request, look)


def _show(runs: Sequence[_Run], wish: Wish) -> int:
    """Shows what several searches have found; how many hits that are."""
    shown, number = [], 0
    for run in runs:
        shown.append(Ran(run.search.name, _numbered(run.look.answer, number)))
        number += len(run.look.answer.hits)
    _remember_numbers(runs, shown)
    with_hits = [run for run in shown if run.answer.hits]
    if wish.form is Format.JSON:
        print(to_json(runs_shape(shown)))
    elif wish.form.is_export and with_hits:
        write_export(export_runs(with_hits, wish.form), wish.form)
    elif with_hits:
        with paged(wanted=wish.pager) as console:
            print_runs(with_hits, console)
    return number


def _numbered(answer: Answer, before: int) -> Answer:
    """`answer` with its hits numbered on from those `before`: each number is one hit, for `show 3`."""
    return answer._replace(hits=tuple(hit._replace(rank=place) for place, hit in enumerate(answer.hits, before + 1)))


def _remember_numbers(runs: Sequence[_Run], shown: Sequence[Ran]) -> None:
    by_index: dict[Path, dict[int, str]] = {}
    for run, ran in zip(runs, shown, strict=True):
        by_index.setdefault(run.archive.path, {}).update({hit.rank: hit.item.id for hit in ran.answer.hits})
    for index, addresses in by_index.items():
        remember_hits(index, addresses)


def _note(runs: Sequence[_Run], wish: Wish) -> None:
    """Notes what was shown, once it is out: a reader who has gone, or a full disk, raises here or has raised before."""
    sys.stdout.flush()
    if not wish.keep:
        for run in runs:
            remember(run.search, run.archive.path, run.look.marks, run.look.hits)
