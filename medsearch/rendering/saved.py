"""Saved searches: their list, and what several of them have found."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.text import Text

from medsearch.rendering.answer import print_answer
from medsearch.rendering.export import HIT_COLUMNS, hit_row, to_csv, to_ndjson
from medsearch.rendering.forms import Format
from medsearch.rendering.harmless import harmless
from medsearch.rendering.layout import indented, print_lines
from medsearch.rendering.markdown import escaped, hits_markdown
from medsearch.rendering.shapes import answer_shape, hit_shape
from medsearch.rendering.words import QUIET, shell_word
from medsearch.search.answers import Answer
from medsearch.search.saved import LastRun, SavedSearch
from medsearch.texts import _, counted, later

_INDENT = "    "
_SEARCH = later("search")  # the heading of a column


class Listed(NamedTuple):
    """A saved search, the command that asks the same, and when it was last run."""

    search: SavedSearch
    command: str
    last: LastRun | None


class Ran(NamedTuple):
    """What a saved search has found, its hits numbered on from those of the one before."""

    name: str
    answer: Answer


def print_saved(listed: Iterable[Listed], console: Console) -> None:
    """Prints saved searches."""
    print_lines((line for one in listed for line in _lines(one, console)), console)


def command_of(search: SavedSearch, here: Path) -> str:
    """The command that asks what a saved search asks, for who uses the index `here`."""
    filters, index = search.filters, str(search.index) if search.index != here else None
    options = [
        *(("--committee", name) for name in filters.committees),
        ("--case", filters.case),
        ("--from", filters.first),
        ("--to", filters.last),
        ("--year", filters.year),
        *(("--outcome", name) for name in filters.outcomes),
        ("--in", search.section),
        *(("--person", name) for name in filters.people),
        ("--sort", search.order),
        ("--index", index),
    ]
    told = [f"{name} {_argument(str(value))}" for name, value in options if value is not None]
    told += ["--exact"] * search.exact + ["--no-formalities"] * (not filters.formalities)
    words = _words(search.words)
    # What begins with a hyphen stands behind all options.
    last = ["--", *words] if search.words.startswith("-") else []
    return " ".join(["medsearch query", *([] if last else words), *told, *last])


def print_runs(runs: Sequence[Ran], console: Console) -> None:
    """Prints the hits of several searches, each under its name. They are for a mail: headings hold without colours."""
    for run in runs:
        name = harmless(run.name)
        print_lines([Text(name, style="bold"), Text("=" * len(name)), Text()], console)
        # Without charts: what is new is little, and other searches follow.
        print_answer(run.answer._replace(facets={}), console, limit=max(1, len(run.answer.hits)))


def export_runs(runs: Iterable[Ran], form: Format) -> str:
    """The hits of several searches in a form that is to be taken elsewhere; each says by which search it was found."""
    if form is Format.CSV:
        rows = (
            {_SEARCH: " ".join(harmless(run.name).split()), **hit_row(hit)} for run in runs for hit in run.answer.hits
        )
        return to_csv(rows, (_SEARCH, *HIT_COLUMNS))
    if form is Format.NDJSON:
        return to_ndjson({_SEARCH: run.name, **hit_shape(hit)} for run in runs for hit in run.answer.hits)
    return "\n".join(f"## {escaped(run.name)}\n\n{hits_markdown(run.answer.hits)}" for run in runs)


def _lines(one: Listed, console: Console) -> Iterator[Text]:
    yield from indented(Text(harmless(one.search.name), style="bold"), console, console.width, "")
    # Never broken: it is there to be copied.
    yield Text(f"{_INDENT}{one.command}")
    yield from indented(Text(_last(one), style=QUIET), console, console.width, _INDENT)
    yield Text()


def _last(one: Listed) -> str:
    if one.last is None:
        return _("not run yet")
    when, hits = f"{one.last.when.astimezone():%Y-%m-%d %H:%M}", counted(one.last.hits, "hit", "hits")
    if one.last.index == one.search.index:
        return _("last run {when}: {hits}").format(when=when, hits=hits)
    return _("last run {when} on {index}: {hits}").format(when=when, hits=hits, index=harmless(str(one.last.index)))


def _words(words: str) -> list[str]:
    """Words as they are typed: as they are where a shell leaves them alone, else as one argument."""
    several = words.split(" ")
    if all(_argument(word) == word and not word.startswith("-") for word in several):
        return several
    return [_argument(words)] if words else []


def _argument(value: str) -> str:
    return f"'{value}'" if not value or value.startswith("~") else shell_word(value)


def saved_shape(listed: Iterable[Listed]) -> dict[str, Any]:
    """What `saved list --json` prints. `options` are those of `query`, by their names, where they were given."""
    from medsearch.search.saved.file import said

    searches = []
    for one in listed:
        options = {name: value for name, value in said(one.search).items() if name not in ("name", "words", "index")}
        searches.append(
            {
                "name": one.search.name,
                "query": one.search.words,
                "options": options,
                "index": str(one.search.index),
                "command": one.command,
                "last_run": one.last.when.isoformat() if one.last else None,
                "hits": one.last.hits if one.last else None,
            }
        )
    return {"searches": searches}


def runs_shape(runs: Iterable[Ran]) -> dict[str, Any]:
    """What `saved run --all --json` prints: for each search its name, and what `query --json` prints."""
    return {"searches": [{"name": run.name, **answer_shape(run.answer)} for run in runs]}
