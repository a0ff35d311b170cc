"""What a saved search finds now, and what of it was not there before: an item is known again by its marks.

One mark is its place in a file of this very content: such an item need not be read again, wherever the file lies. The
other is its key (`query.copies`), which it has in common with its copies: a final is no news after its draft. An item
without a key has its address instead.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from medsearch.engines.memory import MemoryEngine
from medsearch.engines.port import Engine, Found, Order
from medsearch.errors import UnknownCommitteeError
from medsearch.model import AgendaItem
from medsearch.query.copies import key_of, nth_key
from medsearch.query.nodes import All, Everything, Keyword
from medsearch.search.answers import Answer
from medsearch.search.saved.among import Among
from medsearch.search.saved.named import SavedSearch
from medsearch.search.saved.seen import read_seen
from medsearch.search.searching import find
from medsearch.search.understanding import Request, understand

_ALL = 1 << 31  # hits; more than any index holds
_AT_ONCE = 200  # items in memory
_DIGITS = 16  # of a file's SHA-256


class Look(NamedTuple):
    """What a saved search finds: the answer to be shown, and the marks by which to know it again when it was shown."""

    answer: Answer
    marks: frozenset[str]
    hits: int  # of the search, whatever is shown of them
    left: int = 0  # new ones that are not in the answer; they have no marks, so they stay new
    first: bool = False  # whether the search was never run before on this index


def look(engine: Engine, request: Request, search: SavedSearch, index: Path, *, only_new: bool) -> Look:
    """What `request`, made of `search`, finds in the engine of `index`: a page of its hits, or only new ones.

    A page counts as if all hits had been shown. Of the new ones the first `request.limit` are in the answer; `total`
    and facets count only these. Raises what `find` raises, and KeptError.
    """
    seen = read_seen(search, index)
    addresses = [address for address, _score in _all_hits(engine, request).hits]
    marks = _Marks(engine, addresses, seen or frozenset())
    if only_new:
        shown = frozenset(marks.new[: request.limit])
        first_page = request._replace(limit=min(request.limit, max(1, len(shown))), page=min(request.page, 1))
        answer = find(Among(engine, shown), first_page)
        left = set(marks.new) - {hit.item.id for hit in answer.hits}
    else:
        answer, left = find(engine, request), set()
    return Look(answer, frozenset(marks.all(but=left)), len(addresses), len(left), seen is None)


def check(request: Request) -> None:
    """Raises what `find` raises for a request that no index could answer; any committee may be in an index to come."""
    with suppress(UnknownCommitteeError):
        understand(MemoryEngine(), request._replace(filters=request.filters._replace(committees=())))


class _Marks:
    """The marks of items; those whose places in files were `seen` are not read."""

    def __init__(self, engine: Engine, addresses: Sequence[str], seen: frozenset[str]) -> None:
        self._seen = seen
        contents = {record.source: record.sha256[:_DIGITS] for record in engine.sources()}
        self._places = {address: _place(address, contents) for address in addresses}
        self._names = _names(engine, [address for address in addresses if self._places[address] not in seen])

    @cached_property
    def new(self) -> list[str]:
        """The addresses of the items that have no mark seen before, in the order of all."""
        unknown = [address for address in self._places if address in self._names]
        return [address for address in unknown if self._names[address] not in self._seen]

    def all(self, but: Collection[str] = ()) -> Iterator[str]:
        """All marks, but those of some items."""
        yield from (place for address, place in self._places.items() if address not in but)
        yield from (name for address, name in self._names.items() if address not in but)


def _all_hits(engine: Engine, request: Request) -> Found:
    return engine.search(understand(engine, request).query, order=request.order, limit=_ALL)


def _place(address: str, contents: dict[str, str]) -> str:
    """The place of an item in a file of this content: the same in every file of the same bytes."""
    source, _sign, number = address.rpartition("#")
    return f"{contents.get(source) or source}#{number}"


def _names(engine: Engine, addresses: Iterable[str]) -> dict[str, str]:
    """For each item its key, or its address where it has none."""
    names: dict[str, str] = {}
    unsure: set[str] = set()
    waiting = iter(addresses)
    while some := list(islice(waiting, _AT_ONCE)):
        for item in engine.items(some):
            names[item.id] = key_of(item) or item.id
            if _may_come_again(item):
                unsure.add(item.source)
    for source in unsure:
        keys = _keys_in(_items_of(engine, source))
        names |= {address: key for address, key in keys.items() if address in names}
    return names


def _may_come_again(item: AgendaItem) -> bool:
    """Whether its file may hold another item of the same head: one that has no number, or one of a number in use."""
    number = item.id.rpartition("#")[2]
    return number.startswith("@") or "~" in number


def _items_of(engine: Engine, source: str) -> list[AgendaItem]:
    # The record of the file has its name too; Everything is every item.
    of_file = All((Everything(), Keyword("source", frozenset({source}))))
    found = engine.search(of_file, order=Order.OLDEST, limit=_ALL)
    return sorted(engine.items([address for address, _score in found.hits]), key=lambda item: item.place)


def _keys_in(items: Iterable[AgendaItem]) -> dict[str, str]:
    """The keys of the items of a file, as `make_all_searchable` tells them apart."""
    keys, times = {}, Counter[str]()
    for item in items:
        if key := key_of(item):
            times[key] += 1
            keys[item.id] = nth_key(key, times[key])
    return keys
