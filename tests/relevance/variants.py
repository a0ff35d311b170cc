"""medsearch itself, whole and with one step left out: of what is indexed, or of what is done to a query."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from medsearch.engines import create_engine
from medsearch.engines.port import Change, Engine
from medsearch.language import words
from medsearch.language.compounds import parts_of, split
from medsearch.language.lexicon import Lexicon
from medsearch.language.stems import stem
from medsearch.model import AgendaItem
from medsearch.query import Searchable, make_searchable
from medsearch.query.fields import DAY, MENTIONED
from medsearch.search.searching import find
from medsearch.search.steps import ALL_STEPS, Step
from medsearch.search.understanding import Request
from tests.relevance.measures import Answering

_MOST = 20
_FACTS = (DAY, MENTIONED, "case", "person")


def whole(items: Sequence[AgendaItem]) -> Answering:
    """medsearch as it is."""
    return _answering(_indexed(map(make_searchable, items)), ALL_STEPS)


def without_a_step(items: Sequence[AgendaItem]) -> Iterator[tuple[str, Answering]]:
    """medsearch without each of its steps."""
    engine = _indexed(map(make_searchable, items))
    for step in Step:
        yield step.value, _answering(engine, ALL_STEPS - {step})


def without_a_part_of_the_index(items: Sequence[AgendaItem]) -> Iterator[tuple[str, Answering]]:
    """medsearch without its lexicon (Snowball's stems, no compounds), and without what it knows of meetings."""
    with _without_lexicon():
        yield "lexicon", whole(items)
    searchables = (make_searchable(item) for item in items)
    bare = (made._replace(keywords=made.keywords | dict.fromkeys(_FACTS, frozenset())) for made in searchables)
    yield "case numbers, days and people", _answering(_indexed(bare), ALL_STEPS)


@contextmanager
def _without_lexicon() -> Iterator[None]:
    caches = (stem, split, parts_of, words._plain_form, words._forms)
    nothing = {"base_of": None, "last_part": None, "pieces_of": None, "is_base": False, "is_verb_only": False}
    with ExitStack() as stack:
        for name, answer in nothing.items():
            stack.enter_context(patch.object(Lexicon, name, return_value=answer))
        for cached in caches:
            cached.cache_clear()
        yield
    for cached in caches:
        cached.cache_clear()


def _indexed(items: Iterator[Searchable]) -> Engine:
    engine = create_engine("whoosh", Path(tempfile.mkdtemp()))
    engine.apply(Change(items=items))
    return engine


def _answering(engine: Engine, steps: frozenset[Step]) -> Answering:
    def answer(query: str) -> list[str]:
        return [hit.item.id for hit in find(engine, Request(query, limit=_MOST, steps=steps)).hits]

    return answer
