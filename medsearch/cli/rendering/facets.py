"""Facets as small bars."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from medsearch.cli.console import harmless
from medsearch.cli.rendering.words import QUIET, outcome_name
from medsearch.search.answers import FacetCount

_NAMES = {
    "committee": "Committee",
    "year": "Year",
    "month": "Month",
    "outcome": "Outcome",
    "case_number": "Case number",
}
_BAR = 8  # characters of the longest bar
_SHOWN = 5


def facet_bars(
    facets: dict[str, tuple[FacetCount, ...]], names: Sequence[str], *, most: int = _SHOWN, width: int = 36
) -> Iterator[RenderableType]:
    """A small chart for each of the facets `names` that has more than nothing to tell."""
    for name in names:
        counts = facets.get(name, ())
        if counts:
            yield Group(Text(_NAMES[name], style="bold"), _chart(name, counts, most, width))


def _chart(name: str, counts: Sequence[FacetCount], most: int, width: int) -> RenderableType:
    shown = counts[-most:] if name in ("year", "month") else counts[:most]
    largest = max(count.number for count in shown)
    table = Table.grid(padding=(0, 1))
    table.add_column(width=width - _BAR - 6, no_wrap=True, overflow="ellipsis")
    table.add_column(justify="right", width=4)
    table.add_column(width=_BAR)
    for count in shown:
        bar = "█" * max(1, round(count.number / largest * _BAR))
        value = outcome_name(count.value) if name == "outcome" else harmless(count.value)
        table.add_row(Text(value), str(count.number), Text(bar, style="cyan"))
    left = len(counts) - len(shown)
    return Group(table, Text(f"and {left} more", style=QUIET)) if left else table
