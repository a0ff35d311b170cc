"""A page of hits."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from medsearch.rendering.copies import copies_lines
from medsearch.rendering.explanation import explanation_lines
from medsearch.rendering.facets import WIDTH, facet_charts
from medsearch.rendering.harmless import harmless
from medsearch.rendering.layout import beside, indented, print_lines
from medsearch.rendering.words import MATCH, QUIET, heading_of, meeting_line, outcome_name, shell_word
from medsearch.rendering.words import marked as mark
from medsearch.search.answers import Answer, Hit
from medsearch.texts import counted

_WIDE = 120  # columns from which facets stand beside the hits
_INDENT = "    "
_GAP = 3  # columns between charts
_FACETS = ("committee", "year", "outcome", "case_number")


def print_answer(answer: Answer, console: Console, *, limit: int) -> None:
    """Prints the hits of a page, with facets beside or below them."""
    charts = list(facet_charts(answer.facets, _FACETS))
    wide = console.width >= _WIDE and bool(charts)
    width = console.width - WIDTH - _GAP if wide else console.width
    hits = [line for hit in answer.hits for line in _hit(hit, console, width)]
    if wide:
        hits = list(beside(hits, [line for chart in charts for line in (*chart, Text())], width))
    else:
        columns = max(1, (console.width + _GAP) // (WIDTH + _GAP))
        hits += [line for left in range(0, len(charts), columns) for line in _row(charts[left : left + columns])]
    print_lines([_summary(answer, limit), Text(), *hits], console)


def _row(charts: list[list[Text]]) -> Iterator[Text]:
    """Charts beside one another, and an empty line below."""
    lines = charts[0]
    for number, chart in enumerate(charts[1:], start=1):
        lines = list(beside(lines, chart, number * (WIDTH + _GAP) - _GAP, _GAP))
    yield from (*lines, Text())


def _summary(answer: Answer, limit: int) -> Text:
    text = Text.assemble((counted(answer.total, "hit", "hits"), "bold"))
    first, last = answer.hits[0].rank, answer.hits[-1].rank
    if answer.total > len(answer.hits):
        text.append(f", {first}-{last} shown")
        if last < answer.total:
            text.append(f"; more with --page {last // limit + 1}", style=QUIET)
    return text


def _hit(hit: Hit, console: Console, width: int) -> Iterator[Text]:
    heading = list(indented(_heading(hit), console, width, _INDENT))
    heading[0] = Text.assemble((f"{hit.rank:>3} ", "bold cyan"), heading[0][len(_INDENT) :])
    yield from heading
    for text in (_about(hit), *_passages(hit)):
        yield from indented(text, console, width, _INDENT)
    if hit.explanation:
        yield from explanation_lines(hit.explanation, console, width, _INDENT)
    yield from _ways_on(hit, width)
    yield from copies_lines(hit.copies, width, _INDENT)
    yield Text()


def _ways_on(hit: Hit, width: int) -> Iterator[Text]:
    """How to read the whole item. An address is never broken: it is there to be copied."""
    command, address = f"{_INDENT}medsearch show {hit.rank}", shell_word(hit.item.id)
    if len(command) + len(address) + 3 <= width:
        yield Text(f"{command}   {address}", style=QUIET)
    else:
        yield Text(command, style=QUIET)
        yield Text(f"{_INDENT}{address}", style=QUIET)


def _heading(hit: Hit) -> Text:
    heading = Text(heading_of(hit.item), style="bold")
    shift = len(heading.plain) - len(hit.item.title or "")
    for start, end in hit.title_highlights:
        heading.stylize(MATCH, start + shift, end + shift)
    return heading


def _about(hit: Hit) -> Text:
    item = hit.item
    about = Text.assemble((meeting_line(item.meeting), "green"))
    if item.case_number:
        about.append(f" · {harmless(item.case_number.printed)}")
    if item.outcome:
        about.append(f" · {outcome_name(item.outcome)}", style="magenta")
    if item.closed:
        about.append(" · lukket punkt", style="red")
    return about


def _passages(hit: Hit) -> Iterator[Text]:
    for snippet in hit.snippets:
        heading = Text.assemble((f"{harmless(snippet.heading)}: ", "italic") if snippet.heading else "")
        yield heading.append_text(mark(snippet.text, snippet.highlights))
