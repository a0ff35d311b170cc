"""Answers as rows to take elsewhere: CSV for a spreadsheet, lines of JSON for a program, Markdown for a mail.

A row is a mapping from names of columns to values. What it holds stands on one line and is harmless.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from medsearch.model import AgendaItem, SectionName
from medsearch.rendering.forms import Format
from medsearch.rendering.harmless import harmless
from medsearch.rendering.markdown import hits_markdown, item_markdown, minutes_markdown
from medsearch.rendering.shapes import hit_shape, item_shape, to_json
from medsearch.rendering.words import outcome_name
from medsearch.search.answers import Hit
from medsearch.texts import _, later

Row = Mapping[str, str | int | None]

ITEM_COLUMNS = (
    *("committee", "date", "number", "title", "case_number", "outcome", "decision"),
    *("address", "file"),
)
HIT_COLUMNS = ("rank", *ITEM_COLUMNS[:-2], "snippet", *ITEM_COLUMNS[-2:])

_HEADINGS = {
    "rank": later("rank"),
    "committee": later("committee"),
    "date": later("date"),
    "number": later("number"),
    "title": later("title"),
    "case_number": later("case_number"),
    "outcome": later("outcome"),
    "decision": later("decision"),
    "snippet": later("snippet"),
    "address": later("address"),
    "file": later("file"),
    "facet": later("facet"),
    "value": later("value"),
    "count": later("count"),
    "words": later("words"),
    "by": later("by"),
}
# What makes a spreadsheet calculate a cell instead of showing it (OWASP, "CSV Injection").
_CALCULATES = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def export_hits(hits: Iterable[Hit], form: Format) -> str:
    """Hits in a form that is to be taken elsewhere (`Format.is_export`), as the text of a file."""
    if form is Format.CSV:
        return to_csv(map(hit_row, hits), HIT_COLUMNS)
    return to_ndjson(map(hit_shape, hits)) if form is Format.NDJSON else hits_markdown(hits)


def export_items(items: Sequence[AgendaItem], form: Format) -> str:
    """Items, as `export_hits` does with hits; in Markdown they are whole, under their meetings."""
    if form is Format.CSV:
        return to_csv(map(item_row, items), ITEM_COLUMNS)
    if form is Format.NDJSON:
        return to_ndjson(item_shape(item, ()) for item in items)
    return item_markdown(items[0]) if len(items) == 1 else minutes_markdown(items)


def encoded(text: str, form: Format) -> bytes:
    """The text of a file as its bytes: UTF-8, and for CSV with the mark that tells Excel so."""
    return text.encode("utf-8-sig" if form is Format.CSV else "utf-8", errors="replace")


def hit_row(hit: Hit) -> Row:
    """The values of HIT_COLUMNS."""
    passages = " ".join(snippet.text for snippet in hit.snippets if snippet.section is not SectionName.DECISION)
    return {"rank": hit.rank, **item_row(hit.item), "snippet": one_line(passages)}


def item_row(item: AgendaItem) -> Row:
    """The values of ITEM_COLUMNS."""
    return {
        "committee": one_line(item.meeting.committee),
        "date": item.meeting.date.isoformat() if item.meeting.date else "",
        "number": one_line(item.number),
        "title": one_line(item.title),
        "case_number": one_line(item.case_number.printed if item.case_number else ""),
        "outcome": outcome_name(item.outcome),
        "decision": decision_of(item),
        "address": harmless(item.id),
        "file": harmless(item.source),
    }


def decision_of(item: AgendaItem) -> str:
    """What was decided, whole and on one line; of several decisions each behind its heading. Empty for none."""
    decisions = [section for section in item.sections if section.name is SectionName.DECISION]
    if len(decisions) == 1:
        return one_line(decisions[0].text)
    return " ".join(one_line(f"{section.heading or ''}: {section.text}").lstrip(": ") for section in decisions)


def one_line(text: str | None) -> str:
    """`text` on one line, harmless."""
    return " ".join(harmless(text or "").split())


def to_csv(rows: Iterable[Row], columns: Sequence[str]) -> str:
    """Rows as Danish Excel opens them at a double click: semicolons, a line of headings, else as in RFC 4180.

    A cell that a spreadsheet would calculate is made text by an apostrophe before it. See `encoded`.
    """
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(heading_of_column, columns))
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return written.getvalue()


def to_ndjson(shapes: Iterable[dict[str, Any]]) -> str:
    """A line of JSON for each shape."""
    return "".join(f"{to_json(shape, indent=None)}\n" for shape in shapes)


def heading_of_column(column: str) -> str:
    """What stands above a column, in the reader's language."""
    return _(_HEADINGS.get(column, column))


def _cell(value: str | int | None) -> str | int:
    if not isinstance(value, str):
        return "" if value is None else value
    return f"'{value}" if value.startswith(_CALCULATES) else value
