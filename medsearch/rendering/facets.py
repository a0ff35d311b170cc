"""Facets as small bars."""

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import set_cell_size
from rich.text import Text

from medsearch.rendering.harmless import harmless
from medsearch.rendering.words import QUIET, outcome_name
from medsearch.search.answers import FacetCount

_NAMES = {
    "committee": "Committee",
    "year": "Year",
    "month": "Month",
    "outcome": "Outcome",
    "case_number": "Case number",
}
_BAR = 8  # columns of the longest bar
_COUNT = 6
WIDTH = 37  # columns of a chart beside or below hits


def facet_charts(
    facets: Mapping[str, tuple[FacetCount, ...]], names: Sequence[str], *, most: int = 5, width: int = WIDTH
) -> Iterator[list[Text]]:
    """The lines of a small chart for each of the facets `names` that has something to tell."""
    for name in names:
        if facets.get(name):
            yield list(_chart(name, facets[name], most, width))


def _chart(name: str, counts: Sequence[FacetCount], most: int, width: int) -> Iterator[Text]:
    shown = counts[-most:] if name in ("year", "month") else counts[:most]
    largest = max(count.number for count in shown)
    label = width - _BAR - _COUNT
    yield Text(_NAMES[name], style="bold")
    for count in shown:
        value = outcome_name(count.value) if name == "outcome" else harmless(count.value)
        bar = "█" * max(1, round(count.number / largest * _BAR))
        yield Text.assemble(f"{_shortened(value, label)}{count.number:>{_COUNT - 1}} ", (bar, "cyan"))
    if len(counts) > len(shown):
        yield Text(f"and {len(counts) - len(shown)} more", style=QUIET)


def _shortened(value: str, width: int) -> str:
    """`value` in exactly `width` columns."""
    fitted = set_cell_size(value, width)
    return fitted if fitted.rstrip() == value.rstrip() else f"{set_cell_size(value, width - 1)}…"
