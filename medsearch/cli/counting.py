"""Hands counts to who reads them: a person, a script, a spreadsheet."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from medsearch.cli.console import write_export
from medsearch.rendering.forms import Format
from medsearch.texts import _

if TYPE_CHECKING:
    from medsearch.rendering.facets import Counts

_COLUMNS = ("facet", "value", "count")


def show_counts(counts: "Counts", form: Format, *, pager: bool, whole: bool) -> None:
    """Prints counts by facet; `whole` cuts nothing."""
    if form is Format.TEXT:
        from medsearch.cli.paging import paged
        from medsearch.rendering.facets import print_facets

        with paged(wanted=pager) as console:
            print_facets(counts, console, whole=whole)
    elif form is Format.JSON:
        from medsearch.rendering.shapes import facets_shape, to_json

        print(to_json(facets_shape(counts)))
    else:
        write_export(_exported(counts, form), form)


def _exported(counts: "Counts", form: Format) -> str:
    from medsearch.rendering.export import to_csv, to_ndjson
    from medsearch.rendering.facets import facet_rows
    from medsearch.rendering.markdown import table

    if form is Format.NDJSON:
        return to_ndjson(_shapes(counts))
    rows = list(facet_rows(counts))
    if form is Format.CSV:
        return to_csv((dict(zip(_COLUMNS, row, strict=True)) for row in rows), _COLUMNS)
    return table((_("Counted by"), _("Value"), _("Items")), rows) if rows else ""


def _shapes(counts: "Counts") -> Iterator[dict[str, Any]]:
    for facet, values in counts.items():
        for value in values:
            yield {"facet": facet, "value": value.value, "count": value.number}
