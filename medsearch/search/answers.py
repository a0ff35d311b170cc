"""What a search gives back."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from medsearch.model import AgendaItem, SectionName


class Snippet(NamedTuple):
    """A passage of an item; `highlights` are the first and last-but-one characters of the words found in `text`."""

    section: SectionName
    heading: str | None
    text: str
    highlights: tuple[tuple[int, int], ...] = ()


class Hit(NamedTuple):
    """An item that was found: `rank` counts from 1 over all pages, `copies` are where the same item stands too."""

    rank: int
    score: float
    item: AgendaItem
    snippets: tuple[Snippet, ...] = ()
    title_highlights: tuple[tuple[int, int], ...] = ()
    copies: tuple[str, ...] = ()


class FacetCount(NamedTuple):
    """How many hits have a value."""

    value: str
    number: int


class Answer(NamedTuple):
    """A page of hits; `total` and `facets` are over all hits, `searched_as` is what was searched instead of `query`."""

    query: str
    total: int
    took_ms: float
    searched_as: str | None = None
    hits: tuple[Hit, ...] = ()
    facets: Mapping[str, tuple[FacetCount, ...]] = MappingProxyType({})
