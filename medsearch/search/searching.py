"""Carries a request out on an engine."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from medsearch.engines.port import Engine, Order
from medsearch.errors import UsageError
from medsearch.language.words import tokens
from medsearch.query.fields import FACETS, WHOLE
from medsearch.query.filters import Filters, section_field
from medsearch.query.nodes import All, Everything, Node
from medsearch.query.parsing import parse_query
from medsearch.search.answers import Answer, FacetCount, Hit
from medsearch.search.highlighting import find_spans
from medsearch.search.ranking import prefer_titles
from medsearch.search.resolving import Resolution, resolve
from medsearch.search.snippets import make_snippets

MOST_FACET_VALUES = 50  # that come with a page of hits; `count` gives all
NO_FILTERS = Filters()


class Request(NamedTuple):
    """What a user asks for: words, filters, and which page of the hits in which order."""

    words: str = ""
    filters: Filters = NO_FILTERS
    section: str | None = None  # look for the words in this section only
    exact: bool = False  # look for the words as written
    order: Order = Order.RELEVANCE
    limit: int = 10
    page: int = 1


def find(engine: Engine, request: Request) -> Answer:
    """The page of hits that answers `request`, with snippets and facets.

    Raises QueryError, UnknownCommitteeError, DateError or UsageError for what cannot be read.
    """
    if request.limit < 1 or request.page < 1:
        raise UsageError("--limit and --page take a whole number from 1 on.", "Try: --limit 10 --page 1")
    begun = time.perf_counter()
    resolution = _read(engine, request)
    offset = (request.page - 1) * request.limit
    found = engine.search(
        prefer_titles(resolution.query),
        order=request.order,
        offset=offset,
        limit=request.limit,
        facets=FACETS,
    )
    scores = dict(found.hits)
    copies = engine.copies(list(scores))
    leaves = list(dict.fromkeys(resolution.query.leaves()))
    hits = tuple(
        Hit(
            rank=rank,
            score=round(scores[item.id], 4),
            item=item,
            snippets=make_snippets(item, leaves),
            title_highlights=tuple(find_spans(item.title or "", "title", leaves)),
            copies=copies.get(item.id, ()),
        )
        for rank, item in enumerate(engine.items(list(scores)), start=offset + 1)
    )
    return Answer(
        query=request.words,
        total=found.total,
        took_ms=round((time.perf_counter() - begun) * 1000, 1),
        searched_as=_searched_as(request.words, resolution),
        hits=hits,
        facets=_sorted_facets(found.facets, most=MOST_FACET_VALUES),
    )


def count(engine: Engine, request: Request) -> dict[str, tuple[FacetCount, ...]]:
    """How many hits of `request` have each value, by facet; with no words and no filters, over everything."""
    query = _read(engine, request).query
    return _sorted_facets(engine.search(query, order=Order.NEWEST, limit=0, facets=FACETS).facets)


def committee_names(engine: Engine) -> Callable[[], Iterable[str]]:
    """Asks for the committees in the index; only where a query needs them."""
    return lambda: engine.vocabulary("committee")


def _read(engine: Engine, request: Request) -> Resolution:
    names = committee_names(engine)
    field = section_field(request.section) if request.section else WHOLE
    filters = request.filters.nodes(names)
    words: Node = Everything()
    if request.words.strip():
        words = parse_query(request.words, exact=request.exact, field=field, committees=names)
    resolution = resolve(words, engine)
    if not filters:
        return resolution
    return Resolution(All((resolution.query, *filters)), resolution.replaced)


def _searched_as(words: str, resolution: Resolution) -> str | None:
    """The query with the words that were replaced exchanged for what was searched instead."""
    if not resolution.replaced:
        return None
    searched = words
    for token in reversed(tokens(words)):
        if token.stem in resolution.replaced:
            searched = searched[: token.start] + resolution.replaced[token.stem] + searched[token.end :]
    return searched


def _sorted_facets(facets: Mapping[str, Counter[str]], *, most: int | None = None) -> dict[str, tuple[FacetCount, ...]]:
    """The values of each facet, or `most` of them: the most frequent first, years and months in order of time."""
    answer = {}
    for facet, counts in facets.items():
        if facet in ("year", "month"):
            pairs = sorted(counts.items())[-(most or 0) :]
        else:
            pairs = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
        answer[facet] = tuple(FacetCount(value, number) for value, number in pairs)
    return answer
