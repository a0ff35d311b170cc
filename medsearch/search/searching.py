"""Carries a request out on an engine."""

import time
from collections import Counter
from collections.abc import Mapping, Sequence

from medsearch.engines.port import Engine, Order
from medsearch.errors import UsageError
from medsearch.query.fields import FACETS
from medsearch.search.answers import Answer, Explanation, FacetCount, Hit
from medsearch.search.highlighting import Marks, mark
from medsearch.search.resolving import with_replaced
from medsearch.search.snippets import make_snippets
from medsearch.search.understanding import Request, Understanding, understand
from medsearch.texts import _


def find(engine: Engine, request: Request) -> Answer:
    """The page of hits that answers `request`, with snippets and facets.

    Raises QueryError, UnknownCommitteeError, DateError or UsageError for what cannot be read.
    """
    if request.limit < 1 or request.page < 1:
        raise UsageError(_("--limit and --page take a whole number from 1 on."), _("Try: --limit 10 --page 1"))
    begun = time.perf_counter()
    understood = understand(engine, request)
    offset = (request.page - 1) * request.limit
    found = engine.search(
        understood.query,
        order=request.order,
        offset=offset,
        limit=request.limit,
        facets=FACETS,
    )
    scores = dict(found.hits)
    copies = engine.copies(list(scores))
    marked = [mark(item, understood.meant) for item in engine.items(list(scores))]
    explanations = _explanations(engine, understood, marked) if request.explain else {}
    hits = [
        Hit(
            rank=rank,
            score=round(scores[marks.item.id], 4),
            item=marks.item,
            snippets=make_snippets(marks),
            title_highlights=tuple(marks.spans(marks.title.spans)),
            copies=copies.get(marks.item.id, ()),
            explanation=explanations.get(marks.item.id),
        )
        for rank, marks in enumerate(marked, start=offset + 1)
    ]
    return Answer(
        query=request.words,
        total=found.total,
        took_ms=round((time.perf_counter() - begun) * 1000, 1),
        searched_as=with_replaced(request.words, understood.replaced) if understood.replaced else None,
        hits=tuple(hits),
        facets=_sorted_facets(found.facets),
    )


def _explanations(engine: Engine, understood: Understanding, marked: Sequence[Marks]) -> dict[str, Explanation]:
    from medsearch.search.explaining import explain  # seldom asked for

    return explain(engine, understood, marked)


def count(engine: Engine, request: Request) -> dict[str, tuple[FacetCount, ...]]:
    """How many hits of `request` have each value, by facet; with no words and no filters, over everything."""
    query = understand(engine, request).query
    return _sorted_facets(engine.search(query, order=Order.NEWEST, limit=0, facets=FACETS).facets)


def _sorted_facets(facets: Mapping[str, Counter[str]]) -> dict[str, tuple[FacetCount, ...]]:
    """The values of each facet, the most frequent first, years and months in order of time."""
    answer = {}
    for facet, counts in facets.items():
        pairs = sorted(counts.items())
        if facet not in ("year", "month"):
            pairs.sort(key=lambda pair: -pair[1])
        answer[facet] = tuple(FacetCount(value, number) for value, number in pairs)
    return answer
