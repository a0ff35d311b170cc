"""The query tree in Whoosh's query classes. User text never reaches Whoosh's own parser."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import singledispatch

from whoosh import query as whoosh
from whoosh.matching import Matcher, NullMatcherClass
from whoosh.matching.wrappers import ConstantScoreWrapperMatcher
from whoosh.query.wrappers import WrappingQuery
from whoosh.reading import IndexReader
from whoosh.searching import SearchContext, Searcher

from medsearch.engines.whoosh.schema import (
    IS_ITEM,
    KIND,
    MEETING_DAY,
    from_bytes,
    keyword_field,
    to_bytes,
    written_field,
)
from medsearch.query.nodes import All, Any, Dates, Everything, Keyword, Node, Not, Pattern, Phrase, Prefer, Term


@singledispatch
def compile_query(node: Node) -> whoosh.Query:
    """What `node` is in Whoosh; only items are found, never the records of files."""
    raise TypeError(f"{node!r} is no node that Whoosh knows")


@compile_query.register
def _(node: Everything) -> whoosh.Query:
    return _Unscored(whoosh.Term(KIND, IS_ITEM))


@compile_query.register
def _(node: Term) -> whoosh.Query:
    return whoosh.Term(_text_field(node), node.text)


@compile_query.register
def _(node: Phrase) -> whoosh.Query:
    return whoosh.Phrase(_text_field(node), list(node.texts))


@compile_query.register
def _(node: Pattern) -> whoosh.Query:
    return _Fitting(written_field(node.field), node)


@compile_query.register
def _(node: Keyword) -> whoosh.Query:
    field = keyword_field(node.field)
    return _Unscored(_any_of([whoosh.Term(field, value) for value in sorted(node.values)]))


@compile_query.register
def _(node: Dates) -> whoosh.Query:
    first, last = node.first or date.min, node.last or date.max
    return _Unscored(whoosh.TermRange(MEETING_DAY, first.isoformat(), last.isoformat()))


@compile_query.register
def _(node: Not) -> whoosh.Query:
    return compile_query(All((node,)))


@compile_query.register
def _(node: All) -> whoosh.Query:
    unwanted = [compile_query(part.node) for part in node.nodes if isinstance(part, Not)]
    wanted = [compile_query(part) for part in node.nodes if not isinstance(part, Not)]
    wanted = wanted or [compile_query(Everything())]
    positive = wanted[0] if len(wanted) == 1 else whoosh.And(wanted)
    return whoosh.AndNot(positive, _any_of(unwanted)) if unwanted else positive


@compile_query.register
def _(node: Any) -> whoosh.Query:
    return _any_of([compile_query(part) for part in node.nodes])


@compile_query.register
def _(node: Prefer) -> whoosh.Query:
    return whoosh.AndMaybe(compile_query(node.node), compile_query(node.bonus))


def _any_of(parts: Sequence[whoosh.Query]) -> whoosh.Query:
    if not parts:
        return whoosh.NullQuery
    either = whoosh.Or(list(parts))
    # Whoosh's quick way to join several loses documents that score nothing, as filters make them.
    either.matcher_type = whoosh.Or.DEFAULT_MATCHER
    return either


def _text_field(node: Term | Phrase) -> str:
    return written_field(node.field) if node.exact else node.field


class _Fitting(whoosh.MultiTerm):  # type: ignore[misc]
    """The words of a field that fit a pattern. Whoosh's wildcards are regular expressions that may take for ever."""

    constantscore = True
    boost = 1.0

    def __init__(self, field: str, pattern: Pattern) -> None:
        self.fieldname = field
        self.text = pattern.text
        self._pattern = pattern

    def _btexts(self, reader: IndexReader) -> Iterator[bytes]:
        for term in fitting_terms(reader, self.fieldname, self._pattern):
            yield to_bytes(term)


def fitting_terms(reader: IndexReader, field: str, pattern: Pattern) -> Iterator[str]:
    """The terms of a field that fit a pattern, in order."""
    beginning = pattern.text.partition("*")[0]
    # Words are in lower case but for some in capitals, which sort first.
    for prefix in sorted({beginning, beginning.upper()}):
        for term in map(from_bytes, reader.expand_prefix(field, to_bytes(prefix))):
            if pattern.fits(term):
                yield term


class _Unscored(WrappingQuery):  # type: ignore[misc]
    """A condition that adds nothing to the score. Whoosh's ConstantScoreQuery takes a score of 0 for 1."""

    def matcher(self, searcher: Searcher, context: SearchContext | None = None) -> Matcher:
        """A matcher of the same documents that scores none of them."""
        matching = self.child.matcher(searcher, searcher.boolean_context())
        return matching if isinstance(matching, NullMatcherClass) else ConstantScoreWrapperMatcher(matching, 0.0)
