"""What a search gives back."""

from dataclasses import dataclass, field
from typing import NamedTuple

from medsearch.model import AgendaItem, SectionName


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of an item; `highlights` are the first and last-but-one characters of the words found in `text`."""

    section: SectionName
    heading: str | None
    text: str
    highlights: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that was found: `rank` counts from 1 over all pages."""

    rank: int
    score: float
    item: AgendaItem
    snippets: tuple[Snippet, ...] = ()
    title_highlights: tuple[tuple[int, int], ...] = ()


class FacetCount(NamedTuple):
    """How many hits have a value."""

    value: str
    number: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A page of hits; `total` and `facets` are over all hits, `searched_as` is what was searched instead of `query`."""

    query: str
    total: int
    took_ms: float
    searched_as: str | None = None
    hits: tuple[Hit, ...] = ()
    facets: dict[str, tuple[FacetCount, ...]] = field(default_factory=dict)
