"""From a request to the query tree that an engine gets: what was typed, what was meant, what ranks higher."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from medsearch.engines.port import Engine, Order
from medsearch.language.dates import parse_named_day
from medsearch.language.meanings import Meaning, read_abbreviations, read_synonyms
from medsearch.query.fields import WHOLE
from medsearch.query.filters import Filters, section_field
from medsearch.query.nodes import All, Any, Everything, Node, Words, map_parts
from medsearch.query.parsing import parse_query
from medsearch.search.expanding import Expander
from medsearch.search.known import KnownWords
from medsearch.search.ranking import lower_formalities, prefer_titles
from medsearch.search.resolving import Resolver, with_replaced
from medsearch.search.steps import ALL_STEPS, Step

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
    meanings: tuple[Meaning, ...] = ()  # the user's own, besides the abbreviations that are known
    explain: bool = False  # say of every hit why it is one
    steps: frozenset[Step] = ALL_STEPS


class Understanding(NamedTuple):
    """A request as it is carried out.

    `query` is what the engine gets; `meant` is its words without filters and without what only ranks; `replaced` says
    of each word that no minutes hold what is searched instead.
    """

    query: Node
    meant: Node
    replaced: dict[str, str]


def understand(engine: Engine, request: Request) -> Understanding:
    """What `request` means on the archive in `engine`.

    Raises QueryError, UnknownCommitteeError, DateError or UsageError for what cannot be read.
    """
    names = committee_names(engine)
    field = section_field(request.section) if request.section else WHOLE
    filters = request.filters.nodes(names)
    if not request.words.strip():
        return Understanding(All(tuple(filters)) if filters else Everything(), Everything(), {})
    meant, replaced = _meant(
        lambda words: parse_query(words, exact=request.exact, field=field, committees=names), engine, request
    )
    ranked = rank(meant, request.steps)
    return Understanding(All((ranked, *filters)) if filters else ranked, meant, replaced)


def committee_names(engine: Engine) -> Callable[[], Iterable[str]]:
    """Asks for the committees in the index; only where a query needs them."""
    return lambda: (entry.text for entry in engine.vocabulary("committee"))


def _meant(parse: Callable[[str], Node], engine: Engine, request: Request) -> tuple[Node, dict[str, str]]:
    """What the words typed mean, and those that were replaced."""
    known = KnownWords(engine)
    expander = Expander(known, _meanings(request), request.steps)
    query, replaced = Resolver(known, request.steps, expander.stands_for).resolve(parse(request.words))
    if any(map(parse_named_day, replaced.values())):
        query = parse(with_replaced(request.words, replaced))  # `okober 2025` is a month when it is spelt right
    return expander.expand(query), replaced


def _meanings(request: Request) -> Iterator[Meaning]:
    if Step.ABBREVIATIONS in request.steps:
        yield from read_abbreviations()
        yield from request.meanings
    if Step.SYNONYMS in request.steps:
        yield from read_synonyms()


def rank(meant: Node, steps: frozenset[Step] = ALL_STEPS) -> Node:
    """`meant` with what ranks some hits above others."""
    ranked = meant if Step.ALL_WORDS in steps else _any_words(meant)
    if Step.TITLES in steps:
        ranked = prefer_titles(ranked)
    if Step.FORMALITIES in steps:
        ranked = lower_formalities(ranked)
    return ranked


def _any_words(node: Node) -> Node:
    """`node` without what puts all words before some."""
    simpler = map_parts(node, _any_words)
    return Any((*simpler.nodes, *simpler.also)) if isinstance(simpler, Words) else simpler
