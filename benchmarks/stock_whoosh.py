"""Whoosh as it comes, given the very terms that medsearch indexes: the measure for the Whoosh engine."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from whoosh import columns, fields, index
from whoosh.analysis import SpaceSeparatedTokenizer

from medsearch.engines.facets import facet_value
from medsearch.engines.storing import dump_item
from medsearch.query.fields import KEYWORD_FIELDS, TEXT_FIELDS
from medsearch.query.searchable import Searchable

_FACETS = ("committee", "case_number", "outcome")


def build(folder: Path, items: Iterable[Searchable]) -> None:
    """Indexes `items` with Whoosh's own field types, in one commit."""
    writer = index.create_in(str(folder), _schema()).writer(limitmb=256)
    for item in items:
        writer.add_document(**_document(item))
    writer.commit()


def _schema() -> fields.Schema:
    text = {
        f"{form}_{name}": fields.TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=True)
        for name in TEXT_FIELDS
        for form in ("stems", "written", "parts")
    }
    keywords = {f"keyword_{name}": fields.KEYWORD(commas=True) for name in KEYWORD_FIELDS}
    facets = {f"facet_{name}": fields.COLUMN(columns.RefBytesColumn()) for name in _FACETS}
    day = fields.NUMERIC(numtype=int, bits=32, signed=False, sortable=True, default=0)
    return fields.Schema(**text, **keywords, **facets, day=day, item=fields.STORED())


def _document(item: Searchable) -> dict[str, Any]:
    document: dict[str, Any] = {"item": dump_item(item.item), "day": item.day.toordinal() if item.day else 0}
    for name, found in item.texts.items():
        document[f"stems_{name}"] = " ".join(token.stem for token in found)
        document[f"written_{name}"] = " ".join(token.written for token in found)
    for name, parts in item.parts.items():
        document[f"parts_{name}"] = " ".join(part for part, _ in parts)
    for name, values in item.keywords.items():
        document[f"keyword_{name}"] = ",".join(values)
    for name in _FACETS:
        document[f"facet_{name}"] = (facet_value(item.item, name) or "").encode()
    return document
