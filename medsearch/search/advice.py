"""Why nothing was found, and what would be: words that no minutes hold, filters that take all hits away."""

from collections.abc import Iterator
from typing import NamedTuple

from medsearch.engines.port import Engine, Order
from medsearch.language.spelling import most_errors, nearest
from medsearch.language.stems import stem
from medsearch.language.stop_words import is_stop_word
from medsearch.query.fields import WHOLE
from medsearch.query.filters import section_field
from medsearch.query.nodes import All, Any, Leaf, Node, Pattern, Phrase, Term
from medsearch.query.parsing import parse_query
from medsearch.search.known import KnownWords
from medsearch.search.understanding import NO_FILTERS, Request, committee_names, understand

_MOST_WORDS = 3
_MOST_NEAREST = 3


class UnknownWord(NamedTuple):
    """A word typed that no minutes hold, and words spelt like it that they do hold, the likeliest first."""

    word: str
    nearest: tuple[str, ...] = ()


class Loosened(NamedTuple):
    """What narrows a search, by its name in `Filters` or `Request`, and how many hits there are without it."""

    name: str
    hits: int


class Advice(NamedTuple):
    """What to know after a search that found nothing.

    `without` has what alone takes all hits away, the most hits first; `unfiltered` counts the hits without anything
    that narrows, `some` the items that hold some of several words.
    """

    unknown: tuple[UnknownWord, ...] = ()
    without: tuple[Loosened, ...] = ()
    unfiltered: int = 0
    some: int = 0


def advise(engine: Engine, request: Request) -> Advice:
    """What to know after `request`, which can be read, has found nothing."""
    wanted = _parsed(engine, request) if request.words.strip() else None
    return Advice(
        unknown=tuple(_unknown(engine, wanted))[:_MOST_WORDS] if wanted else (),
        without=tuple(sorted(_without(engine, request), key=lambda one: -one.hits)),
        unfiltered=_count(engine, _unnarrowed(request)) if wanted and request != _unnarrowed(request) else 0,
        some=_count_some(engine, request, wanted) if wanted else 0,
    )


def _parsed(engine: Engine, request: Request) -> Node:
    field = section_field(request.section) if request.section else WHOLE
    return parse_query(request.words, exact=request.exact, field=field, committees=committee_names(engine))


def _unknown(engine: Engine, wanted: Node) -> Iterator[UnknownWord]:
    known = KnownWords(engine)
    for word, exact in dict.fromkeys(pair for leaf in wanted.leaves() for pair in _words_of(leaf)):
        if not _is_known(known, word, exact=exact):
            yield UnknownWord(word, _nearest(known, word))


def _words_of(leaf: Leaf) -> Iterator[tuple[str, bool]]:
    """The words that a leaf was made of, and whether each is to be found as written."""
    match leaf:
        case Term() if leaf.typed:
            yield leaf.typed.lower(), leaf.exact
        case Phrase():
            yield from ((word.lower(), leaf.exact) for word in leaf.typed)
        case Pattern():
            yield leaf.text, True


def _is_known(known: KnownWords, word: str, *, exact: bool) -> bool:
    if known.has_fitting(word):
        return True
    return not exact and (known.has_stem(stem(word)) or known.has_person(word))


def _nearest(known: KnownWords, word: str) -> tuple[str, ...]:
    if not word.isalpha():
        return ()
    # One more error than is corrected without asking.
    found = nearest(word, known.words.items(), most_errors(word) + 1)
    return tuple(one.word for one in found[:_MOST_NEAREST])


def _without(engine: Engine, request: Request) -> Iterator[Loosened]:
    """What narrows `request` and finds something where it is left out."""
    for name, loosened in _each_left_out(request):
        if hits := _count(engine, loosened):
            yield Loosened(name, hits)


def _each_left_out(request: Request) -> Iterator[tuple[str, Request]]:
    filters = request.filters
    for name in filters._fields:
        if getattr(filters, name) != getattr(NO_FILTERS, name):
            less = filters._replace(**{name: getattr(NO_FILTERS, name)})
            if request.words.strip() or less != NO_FILTERS:
                yield name, request._replace(filters=less)
    if request.section:
        yield "section", request._replace(section=None)
    if request.exact:
        yield "exact", request._replace(exact=False)


def _unnarrowed(request: Request) -> Request:
    return request._replace(filters=NO_FILTERS, section=None, exact=False)


def _count(engine: Engine, request: Request) -> int:
    return engine.search(understand(engine, request).query, order=Order.NEWEST, limit=0).total


def _count_some(engine: Engine, request: Request, wanted: Node) -> int:
    """How many items hold some of the words, where all of them in this way are too much asked."""
    some = tuple(dict.fromkeys(one for leaf in wanted.leaves() for one in _apart(leaf)))
    if len(some) < 2:
        return 0
    filters = request.filters.nodes(committee_names(engine))
    return engine.search(All((Any(some), *filters)), order=Order.NEWEST, limit=0).total


def _apart(leaf: Leaf) -> Iterator[Leaf]:
    """A leaf, or the words of a phrase that say something."""
    if not isinstance(leaf, Phrase):
        yield leaf
        return
    for text, typed in zip(leaf.texts, leaf.typed or leaf.texts, strict=True):
        if not is_stop_word(typed):
            yield Term(text, leaf.field, leaf.exact)
