"""The engine port over a Whoosh index in a folder."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from whoosh import index as whoosh_index
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage
from whoosh.scoring import BM25F
from whoosh.searching import SearchContext, Searcher

from medsearch.engines.facets import facet_value
from medsearch.engines.ordering import best
from medsearch.engines.port import Change, Description, Found, Order, SourceRecord
from medsearch.engines.storing import dump_item, dump_record, load_item, load_record
from medsearch.engines.whoosh.compiling import compile_query, fitting_terms
from medsearch.engines.whoosh.hits import SegmentHits, read_segment_hits
from medsearch.engines.whoosh.schema import (
    ADDRESS,
    DAY,
    FACET_COLUMNS,
    ID,
    IS_ITEM,
    IS_SOURCE,
    ITEM,
    KEY,
    KIND,
    MEETING_DAY,
    RECORD,
    facet_column,
    keyword_field,
    make_schema,
    to_bytes,
    written_field,
)
from medsearch.errors import DamagedIndexError
from medsearch.model import AgendaItem
from medsearch.query.fields import STEMS, WHOLE, WRITTEN
from medsearch.query.nodes import Node, Pattern
from medsearch.query.searchable import Searchable

# Robertson and Zaragoza, The Probabilistic Relevance Framework (2009); b and k1 as measured on Danish minutes.
_RANKING = BM25F(B=0.75, K1=1.2)
_MEMORY_FOR_WRITING = 256  # MB of postings held before some go to disk


def create_engine(folder: Path) -> "WhooshEngine":
    """A new, empty index in `folder`."""
    FileStorage(str(folder)).create_index(make_schema())
    return open_engine(folder)


def open_engine(folder: Path) -> "WhooshEngine":
    """The index in `folder`. Raises DamagedIndexError where there is none that can be read."""
    try:
        index = FileStorage(str(folder)).open_index()
    except (
        whoosh_index.EmptyIndexError,
        whoosh_index.IndexVersionError,
        OSError,
        EOFError,
        ValueError,
    ) as error:
        raise DamagedIndexError(
            f"The index in {folder.parent} cannot be read: {error}.",
            "Make it anew from the files with: medsearch index --rebuild",
        ) from error
    return WhooshEngine(folder, index)


class WhooshEngine:
    """Keeps items in a Whoosh index. Thread-safe for readers; writers must take turns."""

    def __init__(self, folder: Path, index: Any) -> None:
        self._folder = folder
        self._index = index
        self._open: Searcher | None = None

    def apply(self, change: Change) -> None:
        """See Engine."""
        forgotten = list(self._documents_of(change.forget))
        writer = self._index.writer(limitmb=_MEMORY_FOR_WRITING, codec=_codec())
        try:
            for number in forgotten:
                writer.delete_document(number)
            for item in change.items:
                writer.add_document(**_item_document(item))
            for record in change.sources:
                writer.add_document(**_record_document(record))
            self.close()
            writer.commit()
        except BaseException:
            if not writer.is_closed:
                writer.cancel()
            raise

    def search(
        self, query: Node, *, order: Order, offset: int = 0, limit: int = 10, facets: Sequence[str] = ()
    ) -> Found:
        """See Engine."""
        compiled = compile_query(query)
        searcher = self._searcher()
        context = SearchContext(weighting=_RANKING)
        # An index without a segment has one leaf all the same, which can answer nothing.
        leaves = [leaf for leaf, _ in searcher.leaf_searchers() if leaf.doc_count_all()]
        segments = [read_segment_hits(leaf, compiled, context) for leaf in leaves]
        counts: dict[str, Counter[str]] = {facet: Counter() for facet in facets}
        for segment in segments:
            for facet in facets:
                counts[facet].update(segment.count_by(facet))
        total = sum(len(segment.documents) for segment in segments)
        return Found(total, _page(segments, order, offset, limit), counts)

    def items(self, ids: Sequence[str]) -> list[AgendaItem]:
        """See Engine."""
        reader = self._searcher().reader()
        numbers = (next(_numbers(reader, ADDRESS, id_), None) for id_ in ids)
        return [load_item(reader.stored_fields(number)[ITEM]) for number in numbers if number is not None]

    def vocabulary(self, of: str, pattern: str = "*") -> Iterator[str]:
        """See Engine."""
        reader = self._searcher().reader()
        field = {STEMS: WHOLE, WRITTEN: written_field(WHOLE)}.get(of) or keyword_field(of)
        for term in fitting_terms(reader, field, Pattern(pattern)):
            # A term stays listed until the segment with its last, deleted document is merged.
            if not reader.has_deletions() or reader.postings(field, to_bytes(term)).is_active():
                yield term

    def sources(self) -> Iterator[SourceRecord]:
        """See Engine."""
        reader = self._searcher().reader()
        for number in _numbers(reader, KIND, IS_SOURCE):
            yield load_record(reader.stored_fields(number)[RECORD])

    def describe(self) -> Description:
        """See Engine."""
        items = sum(1 for _ in _numbers(self._searcher().reader(), KIND, IS_ITEM))
        return Description("whoosh", items, bytes=sum(file.stat().st_size for file in self._folder.iterdir()))

    def close(self) -> None:
        """See Engine."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def _searcher(self) -> Searcher:
        """A searcher over the last committed change."""
        if self._open is not None and not self._open.up_to_date():
            self.close()
        if self._open is None:
            self._open = self._index.searcher(weighting=_RANKING)
        return self._open

    def _documents_of(self, sources: Iterable[str]) -> Iterator[int]:
        reader = self._searcher().reader()
        for source in sources:
            yield from _numbers(reader, keyword_field("source"), source)


def _codec() -> W3Codec:
    """Whoosh's codec without the shortest and longest field of every block of postings.

    They only serve to skip blocks that cannot be among the best, and we count every hit; gathering them takes a fifth
    of the time that indexing takes, and twice that for fields without lengths.
    """
    codec = W3Codec()
    codec.length_stats = False
    return codec


def _numbers(reader: Any, field: str, term: str) -> Iterator[int]:
    """The numbers of the documents that hold a term."""
    key = to_bytes(term)
    if (field, key) in reader:
        yield from reader.postings(field, key).all_ids()


def _page(segments: list[SegmentHits], order: Order, offset: int, limit: int) -> tuple[tuple[str, float], ...]:
    hits = [
        (key, score, number, segment)
        for segment in segments
        for key, score, number in zip(segment.first_keys(order), segment.scores, segment.documents, strict=True)
    ]
    page = best(
        hits, lambda hit: hit[0], lambda hit: hit[3].tie_break(hit[2]), offset=offset, limit=limit
    )  # fmt: skip
    return tuple((segment.id(number), score) for _, score, number, segment in page)


def _item_document(item: Searchable) -> dict[str, Any]:
    document: dict[str, Any] = {KIND: (IS_ITEM,), ADDRESS: (item.id,), ITEM: dump_item(item.item)}
    for name, found in item.texts.items():
        document[name] = _positions((token.stem, token.position) for token in found)
        document[written_field(name)] = _positions((token.written, token.position) for token in found)
    for name, values in item.keywords.items():
        document[keyword_field(name)] = values
    for facet in FACET_COLUMNS:
        document[facet_column(facet)] = to_bytes(facet_value(item.item, facet) or "")
    document[DAY] = item.day.toordinal() if item.day else 0
    document[MEETING_DAY] = (item.day.isoformat(),) if item.day else ()
    document[ID] = to_bytes(item.id)
    document[KEY] = to_bytes(item.item.source) + b"\0" + item.item.place.to_bytes(4, "big")
    return document


def _record_document(record: SourceRecord) -> dict[str, Any]:
    return {KIND: (IS_SOURCE,), keyword_field("source"): (record.source,), RECORD: dump_record(record)}


def _positions(terms: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """The ascending positions of each term."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for term, position in terms:
        found[term].append(position)
    for positions in found.values():
        positions.sort()
    return found
