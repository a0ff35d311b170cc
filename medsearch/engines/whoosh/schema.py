"""How items lie in Whoosh: its schema, and field types that take terms ready made."""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from whoosh import columns, fields, formats

from medsearch.query.fields import KEYWORD_FIELDS, SAME, TEXT_FIELDS
from medsearch.query.nodes import Alike, Leaf, Part, Pattern, Value

KIND = "kind"
ID, PLACE, DAY, ITEM, RECORD = "id", "place", "day", "item", "record"
COPY, WORDS = "copy", "words"
IS_ITEM, IS_SOURCE = "item", "source"
FACET_COLUMNS = ("committee", "case_number", "outcome")
SOURCE = "source"  # kept like a facet, but not counted by


def written_field(name: str) -> str:
    """Where the words as written of a text field are in Whoosh; its stems are under its own name."""
    return f"{name}="


def parts_field(name: str) -> str:
    """Where the parts of the compounds of a text field are in Whoosh."""
    return f"{name}+"


def keyword_field(name: str) -> str:
    """Where a keyword field is in Whoosh."""
    return f"keyword_{name}"


def leaf_field(leaf: Leaf) -> str:
    """Where what a leaf asks for is in Whoosh."""
    match leaf:
        case Part():
            return parts_field(leaf.field)
        case Value():
            return keyword_field(leaf.field)
        case Pattern() | Alike():
            return written_field(leaf.field)
        case _:
            return written_field(leaf.field) if leaf.exact else leaf.field


def facet_column(name: str) -> str:
    """Where the values of a facet are in Whoosh."""
    return f"facet_{name}"


class Positions(formats.Format):  # type: ignore[misc]
    """Positions of a term as numbers of 2 bytes, or of 4 where one is larger; the first byte says which.

    Whoosh's own format pickles a list for every posting: larger, slower, and code that runs when it is read.
    """

    posting_size = -1

    def word_values(self, value: Any, analyzer: Any, **kwargs: Any) -> Iterator[Any]:
        """Never asked for: the terms come ready made (Terms.index)."""
        return iter(())

    @staticmethod
    def encode(positions: list[int]) -> bytes:
        """Ascending positions as bytes."""
        code = "H" if positions[-1] < 1 << 16 else "I"
        return code.encode() + array(code, positions).tobytes()

    @staticmethod
    def decode(data: bytes) -> list[int]:
        """The positions that `encode` made `data` from."""
        positions = array(data[:1].decode())
        positions.frombytes(data[1:])
        return positions.tolist()


class Terms(fields.FieldType):  # type: ignore[misc]
    """A field whose value is a mapping of ready terms to their ascending positions."""

    def __init__(self, *, scored: bool) -> None:
        super().__init__(format=Positions(), analyzer=None, scorable=scored)

    def index(self, value: Mapping[str, list[int]], **kwargs: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """The postings of a document, as Whoosh takes them: term, frequency, weight, encoded positions."""
        encode = Positions.encode
        for term, positions in value.items():
            count = len(positions)
            yield to_bytes(term), count, float(count), encode(positions)


class Values(fields.FieldType):  # type: ignore[misc]
    """A field whose value is a set of ready terms that either apply or not."""

    def __init__(self) -> None:
        super().__init__(format=formats.Existence(), analyzer=None, scorable=False)

    def index(self, value: Iterable[str], **kwargs: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """The postings of a document."""
        for term in value:
            yield to_bytes(term), 1, 1.0, b""


class FacetColumn(columns.RefBytesColumn):  # type: ignore[misc]
    """A value for each document, of few: their numbers in an array, and the list of them."""

    class Reader(columns.RefBytesColumn.Reader):  # type: ignore[misc]
        """Reads the list of values in one go; Whoosh makes three calls for each, which is felt at 5,000 values."""

        def _read_uniques(self) -> list[bytes]:
            file = self._dbfile
            count, begin = file.read_varint(), file.tell()
            data, place = file.get(begin, len(file) - begin), 0
            values = []
            for _ in range(count):
                length, shift = data[place] & 127, 7
                while data[place] & 128:
                    place += 1
                    length |= (data[place] & 127) << shift
                    shift += 7
                values.append(data[place + 1 : place + 1 + length])
                place += 1 + length
            return values


def to_bytes(term: str) -> bytes:
    """A term as Whoosh keeps it."""
    return term.encode("utf-8", errors="surrogatepass")


def from_bytes(term: bytes) -> str:
    """The term that `to_bytes` made bytes of."""
    return term.decode("utf-8", errors="surrogatepass")


def make_schema() -> fields.Schema:
    """The schema of an index."""
    schema = {name: Terms(scored=True) for name in TEXT_FIELDS}
    schema |= {written_field(name): Terms(scored=False) for name in TEXT_FIELDS}
    schema |= {parts_field(name): Terms(scored=True) for name in TEXT_FIELDS}
    schema |= {keyword_field(name): Values() for name in KEYWORD_FIELDS}
    schema |= {KIND: Values()}
    schema |= {name: fields.STORED() for name in (ID, PLACE, SAME, ITEM, RECORD)}
    schema |= {facet_column(name): fields.COLUMN(FacetColumn()) for name in (*FACET_COLUMNS, SOURCE)}
    schema[DAY] = fields.COLUMN(columns.NumericColumn("I"))  # date.toordinal(), 0 for none
    schema[COPY] = fields.COLUMN(columns.NumericColumn("Q"))  # what items that are the same have alike, 0 for nothing
    schema[WORDS] = fields.COLUMN(columns.NumericColumn("I"))
    return fields.Schema(**schema)
