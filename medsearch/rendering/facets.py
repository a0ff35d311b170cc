"""Counts as bars: small charts beside hits, and pages of them that use the width."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from medsearch.rendering.bars import BAR, bar, signs_of, standing_bar
from medsearch.rendering.harmless import harmless
from medsearch.rendering.layout import fitted, print_lines
from medsearch.rendering.words import QUIET, outcome_name
from medsearch.search.answers import FacetCount
from medsearch.texts import _, grouped, later

_NAMES = {
    "committee": later("Committee"),
    "year": later("Year"),
    "month": later("Month"),
    "outcome": later("Outcome"),
    "case_number": later("Case number"),
}
_BAR = 8  # columns of the longest bar beside hits
_COUNT = 5  # columns of a number, more where it is larger
WIDTH = 37  # columns of a chart beside or below hits
_MOST = 20  # values of a facet on a page
_WIDEST_BAR = 60
_HEIGHT = 5  # lines of a histogram
_WIDEST_COLUMN = 4

Counts = Mapping[str, tuple[FacetCount, ...]]


def facet_charts(facets: Counts, names: Sequence[str], *, most: int = 5, width: int = WIDTH) -> Iterator[list[Text]]:
    """The lines of a small chart for each of the facets `names` that has something to tell."""
    for name in names:
        if facets.get(name):
            yield list(_chart(name, facets[name], most, width - _BAR - _room(facets[name]), _BAR))


def print_facets(facets: Counts, console: Console, *, whole: bool = False) -> None:
    """Prints a chart for each facet, months as a histogram; the 20 first or latest values of each unless `whole`."""
    for name in _NAMES:
        if counts := facets.get(name):
            is_histogram = name == "month" and len(counts) > 1 and not whole
            lines = _histogram(counts, console) if is_histogram else _wide_chart(name, counts, console, whole=whole)
            print_lines([*lines, Text()], console)


def facet_rows(facets: Counts) -> Iterator[tuple[str, str, int]]:
    """All counts as rows of a table: facet and value in words, and the number."""
    for name, counts in facets.items():
        for count in counts:
            yield _(_NAMES[name]), _shown(name, count.value), count.number


def _wide_chart(name: str, counts: Sequence[FacetCount], console: Console, *, whole: bool) -> Iterator[Text]:
    longest = max(cell_len(_shown(name, count.value)) for count in counts)
    label = min(longest, console.width // 2)
    columns = min(_WIDEST_BAR, console.width - label - _room(counts))
    return _chart(name, counts, len(counts) if whole else _MOST, label, columns)


def _chart(name: str, counts: Sequence[FacetCount], most: int, label: int, columns: int) -> Iterator[Text]:
    """A row for each of the `most` first values, or the latest: its name in `label` columns, its count, its bar."""
    shown = counts[-most:] if name in ("year", "month") else counts[:most]
    largest, signs, room = max(count.number for count in shown), signs_of(), _room(counts)
    yield Text(_(_NAMES[name]), style="bold")
    for count in shown:
        value = fitted(_shown(name, count.value), label)
        drawn = bar(count.number / largest, columns, signs)
        yield Text.assemble(f"{value}{grouped(count.number):>{room - 1}} ", (drawn, BAR))
    if len(counts) > len(shown):
        yield Text(_("and {number} more").format(number=grouped(len(counts) - len(shown))), style=QUIET)


def _room(counts: Sequence[FacetCount]) -> int:
    """The columns of numbers with a blank on either side, also of sums of them."""
    return max(_COUNT, len(grouped(sum(count.number for count in counts))) + 1) + 1


def _shown(name: str, value: str) -> str:
    return outcome_name(value) if name == "outcome" else harmless(value)


def _histogram(counts: Sequence[FacetCount], console: Console) -> Iterator[Text]:
    """Counts along time: columns that stand, the largest count at their left, the years below."""
    room = _room(counts)
    from medsearch.rendering.timeline import Scale  # a page of hits has no months

    scale = Scale.fitting((count.value for count in counts), console.width - room)
    stretch = max(1, min(_WIDEST_COLUMN, (console.width - room) // scale.columns))
    heights: Counter[int] = Counter()
    for count in counts:
        heights[scale.column(count.value)] += count.number
    # What is before the first year that fits is left out, and the years say so.
    most, signs = max(heights[column] for column in range(scale.columns)), signs_of(console)
    columns = [standing_bar(heights[column] / most, _HEIGHT, signs) for column in range(scale.columns)]
    yield Text.assemble((_(_NAMES["month"]), "bold"), (f"  {scale.span}", QUIET))
    for line in range(_HEIGHT):
        largest = grouped(most) if line == 0 else ""
        drawn = "".join(column[line] * max(1, stretch - 1) + " " * (stretch > 1) for column in columns)
        yield Text.assemble(f"{largest:>{room - 1}} ", (drawn.rstrip(), BAR))
    yield Text(f"{'':{room}}{scale.ruler(stretch)}", style=QUIET)
