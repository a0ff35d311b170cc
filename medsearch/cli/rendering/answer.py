"""A page of hits."""

from rich.columns import Columns
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from medsearch.cli.console import harmless
from medsearch.cli.rendering.facets import facet_bars
from medsearch.cli.rendering.words import (
    MATCH,
    QUIET,
    counted,
    heading_of,
    meeting_line,
    outcome_name,
    shell_word,
)
from medsearch.cli.rendering.words import marked as mark
from medsearch.search.answers import Answer, Hit

_WIDE = 120  # columns from which facets stand beside the hits
_FACETS = ("committee", "year", "outcome", "case_number")


def print_answer(answer: Answer, console: Console, *, limit: int) -> None:
    """Prints the hits of a page, with facets beside or below them."""
    hits = Group(*(_hit(hit) for hit in answer.hits))
    console.print(_summary(answer, limit))
    console.print()
    facets = list(facet_bars(answer.facets, _FACETS))
    if console.width >= _WIDE and facets:
        table = Table.grid(padding=(0, 3), expand=True)
        table.add_column(ratio=1)
        table.add_column(width=38)
        table.add_row(hits, Group(*(Padding(facet, (0, 0, 1, 0)) for facet in facets)))
        console.print(table)
    else:
        console.print(hits)
        console.print(Columns(facets, padding=(1, 3)) if facets else "")


def _summary(answer: Answer, limit: int) -> Text:
    text = Text(counted(answer.total, "hit", "hits"), style="bold")
    first, last = answer.hits[0].rank, answer.hits[-1].rank
    if answer.total > len(answer.hits):
        text.append(f", {first}-{last} shown", style="not bold")
        if last < answer.total:
            text.append(f"; more with --page {last // limit + 1}", style="not bold dim")
    return text


def _hit(hit: Hit) -> RenderableType:
    item = hit.item
    lines: list[RenderableType] = [_head(hit)]
    about = Text(meeting_line(item.meeting), style="green")
    if item.case_number:
        about.append(f" · {item.case_number.printed}")
    if item.outcome:
        about.append(f" · {outcome_name(item.outcome)}", style="magenta")
    if item.closed:
        about.append(" · lukket punkt", style="red")
    lines.append(Padding(about, (0, 0, 0, 4)))
    for snippet in hit.snippets:
        passage = Text.assemble((f"{harmless(snippet.heading)}: ", "italic") if snippet.heading else "")
        passage.append_text(mark(snippet.text, snippet.highlights))
        lines.append(Padding(passage, (0, 0, 0, 4)))
    lines.append(Padding(Text(f"medsearch show {hit.rank}   {shell_word(item.id)}", style=QUIET), (0, 0, 1, 4)))
    return Group(*lines)


def _head(hit: Hit) -> RenderableType:
    heading = Text(heading_of(hit.item), style="bold")
    shift = len(heading.plain) - len(hit.item.title or "")
    for start, end in hit.title_highlights:
        heading.stylize(MATCH, start + shift, end + shift)
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", width=3)
    table.add_column()
    table.add_row(Text(str(hit.rank), style="bold cyan"), heading)
    return table
