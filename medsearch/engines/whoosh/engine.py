"""The engine port over a Whoosh index in a folder."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from whoosh import index as whoosh_index
from whoosh.codec.whoosh3 import W3Codec

from medsearch.engines.port import Change, Description, Entry, Found, Order, SourceRecord
from medsearch.engines.storing import load_item, load_record
from medsearch.engines.whoosh.documents import item_document, record_document
from medsearch.engines.whoosh.evaluating import Index, Statistics, find
from medsearch.engines.whoosh.hits import count, fold, page_of
from medsearch.engines.whoosh.schema import (
    ID,
    IS_ITEM,
    IS_SOURCE,
    ITEM,
    KIND,
    RECORD,
    keyword_field,
    leaf_field,
    make_schema,
    parts_field,
    to_bytes,
    written_field,
)
from medsearch.engines.whoosh.segments import Segment
from medsearch.engines.whoosh.storage import MappedStorage
from medsearch.errors import DamagedIndexError
from medsearch.model import AgendaItem
from medsearch.query.fields import PARTS, SAME, STEMS, TEXT_FIELDS, WHOLE, WRITTEN
from medsearch.query.nodes import Alike, Node, Pattern, Phrase
from medsearch.texts import _

_MEMORY_FOR_WRITING = 256  # MB of postings held before some go to disk


def create_engine(folder: Path) -> "WhooshEngine":
    """A new, empty index in `folder`."""
    MappedStorage(str(folder)).create_index(make_schema())
    return open_engine(folder)


def open_engine(folder: Path) -> "WhooshEngine":
    """The index in `folder`. Raises DamagedIndexError where there is none that can be read."""
    try:
        index = MappedStorage(str(folder)).open_index()
    except (whoosh_index.EmptyIndexError, whoosh_index.IndexVersionError, OSError, EOFError, ValueError) as error:
        raise DamagedIndexError(
            _("The index in {path} cannot be read: {error}.").format(path=folder.parent, error=error),
            _("Make it anew from the files with: medsearch index --rebuild"),
        ) from error
    return WhooshEngine(folder, index)


class WhooshEngine:
    """Keeps items in a Whoosh index. Thread-safe for readers; writers must take turns."""

    def __init__(self, folder: Path, index: Any) -> None:
        self._folder = folder
        self._index = index
        self._reader: Any = None
        self._segments: list[Segment] = []

    def apply(self, change: Change) -> None:
        """See Engine."""
        forgotten = list(self._documents_of(change.forget))
        writer = self._index.writer(limitmb=_MEMORY_FOR_WRITING, codec=_codec(), compound=False)
        try:
            for number in forgotten:
                writer.delete_document(number)
            for item in change.items:
                writer.add_document(**item_document(item))
            for record in change.sources:
                writer.add_document(**record_document(record))
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
        reader = self._open_reader()
        statistics = _statistics(reader, query)
        matching = [(segment, find(query, Index(segment, statistics, {}))) for segment in self._segments]
        hits = fold(matching, order)
        counts = {facet: count(hits, facet) for facet in facets}
        page = page_of(hits, order, offset, limit) if limit else ()
        return Found(sum(len(scores) for _, scores in hits), page, counts)

    def copies(self, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """See Engine."""
        reader = self._open_reader()
        numbers = {id_: number for id_ in ids for number in _numbers(reader, keyword_field(ID), id_)}
        others = {id_: tuple(sorted(_copies(reader, number))) for id_, number in numbers.items()}
        return {id_: found for id_, found in others.items() if found}

    def items(self, ids: Sequence[str]) -> list[AgendaItem]:
        """See Engine."""
        reader = self._open_reader()
        numbers = (next(_numbers(reader, keyword_field(ID), id_), None) for id_ in ids)
        return [load_item(reader.stored_fields(number)[ITEM]) for number in numbers if number is not None]

    def vocabulary(self, of: str, pattern: str = "*") -> Iterator[Entry]:
        """See Engine."""
        reader = self._open_reader()
        forms = {STEMS: WHOLE, WRITTEN: written_field(WHOLE), PARTS: parts_field(WHOLE)}
        field = forms.get(of) or keyword_field(of)
        counts: Counter[str] = Counter()
        for segment in self._segments:
            counts.update(dict(segment.counted_terms(field, Pattern(pattern))))
        for term in sorted(counts):
            # A term stays listed until the segment with its last, deleted document is merged.
            if not reader.has_deletions() or reader.postings(field, to_bytes(term)).is_active():
                yield Entry(term, counts[term])

    def sources(self) -> Iterator[SourceRecord]:
        """See Engine."""
        reader = self._open_reader()
        for number in _numbers(reader, KIND, IS_SOURCE):
            yield load_record(reader.stored_fields(number)[RECORD])

    def describe(self) -> Description:
        """See Engine."""
        items = sum(1 for _ in _numbers(self._open_reader(), KIND, IS_ITEM))
        return Description("whoosh", items, bytes=sum(file.stat().st_size for file in self._folder.iterdir()))

    def close(self) -> None:
        """See Engine."""
        if self._reader is not None:
            self._reader.close()
            self._reader, self._segments = None, []

    def _open_reader(self) -> Any:
        """A reader of the last committed change, its segments in `_segments`."""
        if self._reader is not None and self._reader.generation() != self._index.latest_generation():
            self.close()
        if self._reader is None:
            self._reader = self._index.reader()
            # An index without a segment has one leaf all the same, which can answer nothing.
            leaves = [leaf for leaf, _ in self._reader.leaf_readers() if leaf.doc_count_all()]
            self._segments = list(map(Segment, leaves))
        return self._reader

    def _documents_of(self, sources: Iterable[str]) -> Iterator[int]:
        reader = self._open_reader()
        for source in sources:
            yield from _numbers(reader, keyword_field("source"), source)


def _codec() -> W3Codec:
    """Whoosh's codec in large blocks of postings, without the shortest and longest field of each.

    Small blocks, and what is known of them, serve to skip those that cannot be among the best; we count every hit.
    Gathering it takes a fifth of the time that indexing takes, small blocks another fifth.
    """
    codec = W3Codec(blocklimit=1024)
    codec.length_stats = False
    return codec


def _numbers(reader: Any, field: str, term: str) -> Iterator[int]:
    """The numbers of the documents that hold a term."""
    key = to_bytes(term)
    if (field, key) in reader:
        yield from reader.postings(field, key).all_ids()


def _copies(reader: Any, number: int) -> Iterator[str]:
    """The addresses of the items that are the same as a document."""
    key = reader.stored_fields(number).get(SAME)
    for other in _numbers(reader, keyword_field(SAME), key) if key else ():
        if other != number:
            yield reader.stored_fields(other)[ID]


def _statistics(reader: Any, query: Node) -> Statistics:
    """What the scores of a query depend on, over all segments."""
    frequencies = {}
    for leaf in query.leaves():
        field = leaf_field(leaf)
        for text in (
            () if isinstance(leaf, Pattern | Alike) else leaf.texts if isinstance(leaf, Phrase) else [leaf.text]
        ):
            frequencies[field, text] = reader.doc_frequency(field, to_bytes(text))
    documents = max(1, reader.doc_count_all())
    scored = [*TEXT_FIELDS, *map(parts_field, TEXT_FIELDS)]
    mean_lengths = {field: reader.field_length(field) / documents or 1.0 for field in scored}
    return Statistics(documents, mean_lengths, frequencies)
