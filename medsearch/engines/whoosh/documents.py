"""Items and file records as Whoosh's documents: every term with its positions, ready made."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from medsearch.engines.facets import facet_value
from medsearch.engines.port import SourceRecord
from medsearch.engines.storing import dump_item, dump_record
from medsearch.engines.whoosh.schema import (
    COPY,
    DAY,
    FACET_COLUMNS,
    ID,
    IS_ITEM,
    IS_SOURCE,
    ITEM,
    KIND,
    PLACE,
    RECORD,
    SOURCE,
    WORDS,
    facet_column,
    keyword_field,
    parts_field,
    to_bytes,
    written_field,
)
from medsearch.query.fields import SAME
from medsearch.query.searchable import Searchable


def item_document(item: Searchable) -> dict[str, Any]:
    """The fields of an item."""
    document: dict[str, Any] = {KIND: (IS_ITEM,), ITEM: dump_item(item.item)}
    for name, found in item.texts.items():
        document[name] = _positions((token.stem, token.position) for token in found)
        document[written_field(name)] = _positions((token.written, token.position) for token in found)
    for name, parts in item.parts.items():
        document[parts_field(name)] = _positions(parts)
    for name, values in item.keywords.items():
        document[keyword_field(name)] = values
    for facet in FACET_COLUMNS:
        document[facet_column(facet)] = to_bytes(facet_value(item.item, facet) or "")
    document[facet_column(SOURCE)] = to_bytes(item.item.source)
    document[DAY] = item.day.toordinal() if item.day else 0
    document[SAME] = item.same
    document[COPY] = int(item.same or "0", 16)
    document[WORDS] = item.words
    document[ID] = item.id
    document[PLACE] = (item.item.source, item.item.place)
    return document


def record_document(record: SourceRecord) -> dict[str, Any]:
    """The fields of the record of a file."""
    return {KIND: (IS_SOURCE,), keyword_field("source"): (record.source,), RECORD: dump_record(record)}


def _positions(terms: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """The ascending positions of each term."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for term, position in terms:
        found[term].append(position)
    for positions in found.values():
        positions.sort()
    return found
