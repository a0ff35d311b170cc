"""What a search gives back."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from medsearch.model import AgendaItem, SectionName
from medsearch.query.ways import Way


class Snippet(NamedTuple):
    """A passage of an item; `highlights` are where the words found begin and end in `text`, in characters."""

    section: SectionName
    heading: str | None
    text: str
    highlights: tuple[tuple[int, int], ...] = ()


class Reason(NamedTuple):
    """Why an item is a hit: a word or words typed, the way in which they were found, and what that counts.

    `forms` are the words that stand in the item, `sections` where: headings, and "" for the title. `score` is the part
    of the hit's score that it makes; what puts items with all words first comes on top of the sum.
    """

    word: str
    way: Way
    forms: tuple[str, ...]
    sections: tuple[str, ...]
    score: float


class Explanation(NamedTuple):
    """Why an item is a hit, the weightiest reason first."""

    reasons: tuple[Reason, ...]
    all_words: bool  # it holds all of several words, and so comes before those that do not
    formality: bool  # it approves agenda or minutes, and so counts less


class Hit(NamedTuple):
    """An item that was found: `rank` counts from 1 over all pages, `copies` are where the same item stands too."""

    rank: int
    score: float
    item: AgendaItem
    snippets: tuple[Snippet, ...] = ()
    title_highlights: tuple[tuple[int, int], ...] = ()
    copies: tuple[str, ...] = ()
    explanation: Explanation | None = None  # where it was asked for


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
