"""A segment of a Whoosh index, read in whole lists: postings block by block, columns as one array.

Whoosh's matchers cost a method call for every posting and every value; all that we need is here. It leans on the
insides of Whoosh 2.7.4 (`_terms`, `_perdoc`, the names of the matchers' lists), and nothing else in medsearch does.
"""

from array import array
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from whoosh.codec.whoosh3 import LENGTHS_COLUMN, W3LeafMatcher, _lenfield
from whoosh.columns import EmptyColumnReader, NumericColumn
from whoosh.util.numeric import byte_to_length

from medsearch.engines.whoosh.schema import COPY, DAY, PLACE, SOURCE, WORDS, facet_column, from_bytes, to_bytes
from medsearch.query.nodes import Alike, Pattern


class Postings(NamedTuple):
    """The documents that hold a term, how often each does, and the encoded positions."""

    documents: list[int]
    weights: list[float]
    values: list[bytes]


NO_POSTINGS = Postings([], [], [])


class Segment:
    """One segment; documents are numbered from 0 in each."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self._numbers: dict[str, array[int]] = {}
        self._stored: dict[int, dict[str, Any]] = {}

    @cached_property
    def deleted(self) -> frozenset[int]:
        """The documents that were forgotten, but still lie in the files."""
        return frozenset(self._reader._perdoc.deleted_docs()) if self._reader.has_deletions() else frozenset()

    def postings(self, field: str, term: str, *, with_values: bool = False) -> Postings:
        """The postings of a term, forgotten documents among them."""
        key = to_bytes(term)
        if (field, key) not in self._reader._terms:
            return NO_POSTINGS
        matcher = self._reader._terms.matcher(field, key, self._reader.schema[field].format)
        if not isinstance(matcher, W3LeafMatcher):
            return _inlined(matcher)
        found = Postings([], [], [])
        while matcher.is_active():
            matcher._read_ids()
            matcher._read_weights()
            found.documents.extend(matcher._ids)
            found.weights.extend(matcher._weights)
            if with_values:
                matcher._read_values()
                found.values.extend(matcher._values)
            matcher._next_block()
        return found

    def fitting_terms(self, field: str, pattern: Pattern | Alike) -> Iterator[str]:
        """The terms of a field that fit a pattern, or are spelt alike, in order."""
        if isinstance(pattern, Alike):
            yield from filter(pattern.fits, map(from_bytes, self._reader.lexicon(field)))
            return
        if "*" not in pattern.text:
            terms = sorted({pattern.text, pattern.text.upper()})
            yield from (term for term in terms if (field, to_bytes(term)) in self._reader._terms)
            return
        for prefix in _beginnings(pattern):
            yield from filter(pattern.fits, map(from_bytes, self._reader.expand_prefix(field, to_bytes(prefix))))

    def counted_terms(self, field: str, pattern: Pattern) -> Iterator[tuple[str, int]]:
        """The terms of a field that fit a pattern, in order, with the number of documents that have them.

        The numbers stand beside the terms: to look each of them up takes ten times as long as to read on.
        """
        if "*" not in pattern.text:
            for term in self.fitting_terms(field, pattern):
                yield term, self._reader.doc_frequency(field, to_bytes(term))
            return
        for prefix in _beginnings(pattern):
            for text, info in self._reader.iter_prefix(field, to_bytes(prefix)):
                if pattern.fits(term := from_bytes(text)):
                    yield term, info.doc_frequency()

    def days(self) -> "array[int]":
        """The day of each document's meeting, as an ordinal; 0 for none."""
        return self._read_numbers(DAY, NumericColumn("I"))

    def copies(self) -> "array[int]":
        """For each document a number that only its copies in other files have too; 0 for none."""
        return self._read_numbers(COPY, NumericColumn("Q"))

    def words(self) -> "array[int]":
        """How many words each document has."""
        return self._read_numbers(WORDS, NumericColumn("I"))

    def lengths(self, field: str) -> "array[int]":
        """How many terms each document has in a field, as Whoosh's byte (see `length_of`)."""
        return self._read_numbers(_lenfield(field), LENGTHS_COLUMN)

    def facet(self, name: str) -> tuple["array[int]", list[str]]:
        """For each document the number of its value, and the values; the value "" is none."""
        column = self._column(facet_column(name))
        if isinstance(column, EmptyColumnReader):
            return array("B", bytes(self._reader.doc_count_all())), [""]
        numbers = column._dbfile.get_array(column._basepos, column._typecode, column._doccount)
        return numbers, list(map(from_bytes, column._uniques))

    def source(self, number: int) -> str:
        """The file that a document stands in; of more than 65,535 files the column holds no name, as of a facet."""
        numbers, names = self._sources
        source: str = names[numbers[number]] or self.stored(number)[PLACE][0]
        return source

    @cached_property
    def _sources(self) -> tuple["array[int]", list[str]]:
        return self.facet(SOURCE)

    def stored(self, number: int) -> dict[str, Any]:
        """The stored fields of a document."""
        if number not in self._stored:
            self._stored[number] = self._reader.stored_fields(number)
        return self._stored[number]

    def _column(self, name: str) -> Any:
        return self._reader.column_reader(name, translate=False)

    def _read_numbers(self, name: str, column: NumericColumn) -> "array[int]":
        if name not in self._numbers:
            self._numbers[name] = self._load_numbers(name, column)
        return self._numbers[name]

    def _load_numbers(self, name: str, column: NumericColumn) -> "array[int]":
        perdoc, count = self._reader._perdoc, self._reader.doc_count_all()
        numbers = array(column._typecode)
        if perdoc.has_column(name):
            reader = perdoc.column_reader(name, column)
            numbers = reader._dbfile.get_array(reader._basepos, reader._typecode, reader._count)
        # Whoosh writes no trailing defaults.
        numbers.extend([0] * (count - len(numbers)))
        return numbers


def length_of(byte: int) -> float:
    """The length that Whoosh's byte stands for."""
    return float(byte_to_length(byte))


def _inlined(matcher: Any) -> Postings:
    """The postings of a term so rare that they lie in the list of terms."""
    found = Postings([], [], [])
    while matcher.is_active():
        found.documents.append(matcher.id())
        found.weights.append(matcher.weight())
        found.values.append(matcher.value())
        matcher.next()
    return found


def _beginnings(pattern: Pattern) -> list[str]:
    """With what terms begin that may fit. Words are in lower case but for some in capitals, which sort first."""
    beginning = pattern.text.partition("*")[0]
    return sorted({beginning, beginning.upper()})
