"""medsearch itself, whole and with one step left out: of what is indexed, or of what is done to a query."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from medsearch.engines import create_engine
from medsearch.engines.port import Change, Engine
from medsearch.model import AgendaItem
from medsearch.query import Searchable, make_searchable
from medsearch.search.searching import find
from medsearch.search.steps import ALL_STEPS, Step
from medsearch.search.understanding import Request
from tests.relevance.measures import Answering

_MOST = 20


def whole(items: Sequence[AgendaItem]) -> Answering:
    """medsearch as it is."""
    return _answering(_indexed(map(make_searchable, items)), ALL_STEPS)


def without_a_step(items: Sequence[AgendaItem]) -> Iterator[tuple[str, Answering]]:
    """medsearch without each of its steps."""
    engine = _indexed(map(make_searchable, items))
    for step in Step:
        yield step.value, _answering(engine, ALL_STEPS - {step})


def _indexed(items: Iterator[Searchable]) -> Engine:
    engine = create_engine("whoosh", Path(tempfile.mkdtemp()))
    engine.apply(Change(items=items))
    return engine


def _answering(engine: Engine, steps: frozenset[Step]) -> Answering:
    def answer(query: str) -> list[str]:
        return [hit.item.id for hit in find(engine, Request(query, limit=_MOST, steps=steps)).hits]

    return answer
