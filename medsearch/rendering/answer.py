"""A page of hits."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from rich.console import Console
from rich.text import Text

from medsearch.model import AgendaItem
from medsearch.rendering.copies import copies_lines
from medsearch.rendering.explanation import explanation_lines
from medsearch.rendering.facets import WIDTH, facet_charts
from medsearch.rendering.harmless import harmless
from medsearch.rendering.layout import beside, indented, print_lines
from medsearch.rendering.links import linked
from medsearch.rendering.ways_on import ways_on
from medsearch.rendering.words import MATCH, QUIET, heading_of, meeting_line, outcome_name, shell_word
from medsearch.rendering.words import marked as mark
from medsearch.search.answers import Answer, Hit
from medsearch.texts import _, counted, grouped

Files = Mapping[str, Path]

NO_FILES: Files = MappingProxyType({})
_WIDE = 120  # columns from which facets stand beside the hits
_WIDEST = 100  # columns of hits: longer lines are hard to follow
_MOST_LINES = 3  # of a title
_INDENT = "    "
_BETWEEN = " · "  # facts
_GAP = 3  # columns between charts
_FACETS = ("committee", "year", "outcome", "case_number")


def print_answer(answer: Answer, console: Console, *, limit: int, files: Files = NO_FILES) -> None:
    """Prints the hits of a page, with facets beside or below them; addresses lead to `files`, by their names."""
    charts = list(facet_charts(answer.facets, list(_telling_facets(answer))))
    wide = console.width >= _WIDE and bool(charts)
    width = min(_WIDEST, console.width - WIDTH - _GAP if wide else console.width)
    lines = [line for hit in answer.hits for line in hit_lines(hit, console, width, files)]
    if wide:
        lines = list(beside(lines, [line for chart in charts for line in (*chart, Text())], width))
    else:
        columns = max(1, (console.width + _GAP) // (WIDTH + _GAP))
        lines += [line for left in range(0, len(charts), columns) for line in _row(charts[left : left + columns])]
    print_lines([_summary(answer, limit), Text(), *lines], console)


def print_ways_on(answer: Answer, console: Console, naming: str = "") -> None:
    """Prints what to do with a hit of a page; `naming` is what commands need to find its index."""
    print_lines(ways_on(answer.hits[0].rank, naming, console.width), console)


def hit_lines(hit: Hit, console: Console, width: int, files: Files = NO_FILES) -> Iterator[Text]:
    """A hit in lines of `width` columns, and an empty one behind it."""
    yield from _heading(hit, console, width)
    yield from _about(hit, console, width)
    for passage in _passages(hit):
        yield from indented(passage, console, width, _INDENT)
    if hit.explanation:
        yield from explanation_lines(hit.explanation, console, width, _INDENT)
    # An address is never broken: it is there to be copied.
    yield linked(Text(f"{_INDENT}{shell_word(hit.item.id)}", style=QUIET), files.get(hit.item.source), len(_INDENT))
    yield from copies_lines(hit.copies, width, _INDENT)
    yield Text()


def _telling_facets(answer: Answer) -> Iterator[str]:
    """The facets that say more than the hits themselves: one hit has none, and case numbers count where some recur."""
    for name in _FACETS if answer.total > 1 else ():
        if name != "case_number" or any(count.number > 1 for count in answer.facets.get(name, ())):
            yield name


def _row(charts: list[list[Text]]) -> Iterator[Text]:
    """Charts beside one another, and an empty line below."""
    lines = charts[0]
    for number, chart in enumerate(charts[1:], start=1):
        lines = list(beside(lines, chart, number * (WIDTH + _GAP) - _GAP, _GAP))
    yield from (*lines, Text())


def _summary(answer: Answer, limit: int) -> Text:
    text = Text.assemble((counted(answer.total, "hit", "hits"), "bold"))
    if answer.total == len(answer.hits):
        return text
    first, last = answer.hits[0].rank, answer.hits[-1].rank
    shown = _(", number {first} shown") if first == last else _(", {first} to {last} shown")
    text.append(shown.format(first=grouped(first), last=grouped(last)))
    if last < answer.total:
        text.append(_("; more with --page {page}").format(page=last // limit + 1), style=QUIET)
    return text


def _heading(hit: Hit, console: Console, width: int) -> Iterator[Text]:
    heading = Text(heading_of(hit.item), style="bold")
    shift = len(heading.plain) - len(hit.item.title or "")
    for start, end in hit.title_highlights:
        heading.stylize(MATCH, start + shift, end + shift)
    first, *others = indented(heading, console, width, _INDENT)
    if len(others) >= _MOST_LINES:
        del others[_MOST_LINES - 1 :]
        others[-1].truncate(width - 1)
        others[-1].append("…")
    yield Text.assemble((f"{hit.rank:>3} ", "bold cyan"), first[len(_INDENT) :])
    yield from others


def _about(hit: Hit, console: Console, width: int) -> Iterator[Text]:
    """Committee and date, case number, outcome; a new line begins between them."""
    line = Text()
    for fact in _facts(hit.item):
        if not line:
            line = fact
        elif line.cell_len + fact.cell_len + len(_BETWEEN) <= width - len(_INDENT):
            line.append(_BETWEEN).append_text(fact)
        else:
            yield from indented(line, console, width, _INDENT)
            line = fact
    yield from indented(line, console, width, _INDENT)


def _facts(item: AgendaItem) -> Iterator[Text]:
    yield Text.assemble((meeting_line(item.meeting), "green"))
    if item.case_number:
        yield Text(harmless(item.case_number.printed))
    if item.outcome:
        yield Text.assemble((outcome_name(item.outcome), "magenta"))
    if item.closed:
        yield Text.assemble((_("closed item"), "red"))


def _passages(hit: Hit) -> Iterator[Text]:
    for snippet in hit.snippets:
        heading = Text.assemble((f"{harmless(snippet.heading)}: ", "italic") if snippet.heading else "")
        yield heading.append_text(mark(snippet.text, snippet.highlights))
