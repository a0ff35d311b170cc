"""One item to be read, with the words of a query marked where they stand."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from medsearch.engines.port import Engine
from medsearch.model import AgendaItem
from medsearch.search.highlighting import Span, mark
from medsearch.search.understanding import Request, understand


class MarkedItem(NamedTuple):
    """An item, where it stands too, and the places of the words found: in its title, and in the text of each section.

    Places are where words begin and end, as offsets into `item.title` and `item.sections[n].text`.
    """

    item: AgendaItem
    copies: tuple[str, ...] = ()
    title: tuple[Span, ...] = ()
    sections: tuple[tuple[Span, ...], ...] = ()


def read_items(engine: Engine, addresses: Sequence[str], request: Request | None = None) -> list[MarkedItem]:
    """The items with these addresses, in this order, those left out that are not there; marked for `request`."""
    items, copies = engine.items(addresses), engine.copies(addresses)
    meant = understand(engine, request).meant if request and request.words.strip() else None
    read = []
    for item in items:
        marks = mark(item, meant) if meant else None
        texts = {passage.section: passage for passage in marks.sections} if marks else {}
        sections = tuple(
            tuple(_in_lines(section.text, marks.spans(texts[section].spans))) if marks and section in texts else ()
            for section in item.sections
        )
        title = tuple(marks.spans(marks.title.spans)) if marks else ()
        read.append(MarkedItem(item, copies.get(item.id, ()), title, sections))
    return read


def _in_lines(text: str, spans: Sequence[Span]) -> list[Span]:
    """Places in `text` for places in the same text on one line, with one blank between its words."""
    if not spans:
        return []
    words, begins, place = text.split(), [], 0
    for word in words:
        place = text.index(word, place)
        begins.append(place)
        place += len(word)
    on_one_line = list(accumulate((len(word) + 1 for word in words), initial=0))
    return [(_moved(start, on_one_line, begins), _moved(end - 1, on_one_line, begins) + 1) for start, end in spans]


def _moved(place: int, on_one_line: Sequence[int], begins: Sequence[int]) -> int:
    word = bisect_right(on_one_line, place) - 1
    return begins[word] + place - on_one_line[word]
