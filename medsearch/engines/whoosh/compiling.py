"""The query tree in Whoosh's query classes. User text never reaches Whoosh's own parser."""

from functools import singledispatch

from whoosh import query as whoosh

from medsearch.engines.whoosh.schema import DAY, IS_ITEM, KIND, keyword_field, written_field
from medsearch.query.nodes import All, Any, Dates, Everything, Keyword, Node, Not, Pattern, Phrase, Prefer, Term

_FIRST_DAY, _LAST_DAY = 1, 3652059  # date.min and date.max as ordinals; 0 stands for no date


@singledispatch
def compile_query(node: Node) -> whoosh.Query:
    """What `node` is in Whoosh; only items are found, never the records of files."""
    raise TypeError(f"{node!r} is no node that Whoosh knows")


@compile_query.register
def _(node: Everything) -> whoosh.Query:
    return _unscored(whoosh.Term(KIND, IS_ITEM))


@compile_query.register
def _(node: Term) -> whoosh.Query:
    return whoosh.Term(_text_field(node), node.text)


@compile_query.register
def _(node: Phrase) -> whoosh.Query:
    return whoosh.Phrase(_text_field(node), list(node.texts))


@compile_query.register
def _(node: Pattern) -> whoosh.Query:
    field = written_field(node.field)
    if node.text.endswith("*") and "*" not in node.text[:-1]:
        return whoosh.Prefix(field, node.text[:-1])
    return whoosh.Wildcard(field, node.text)


@compile_query.register
def _(node: Keyword) -> whoosh.Query:
    field = keyword_field(node.field)
    return _unscored(whoosh.Or([whoosh.Term(field, value) for value in sorted(node.values)]))


@compile_query.register
def _(node: Dates) -> whoosh.Query:
    first = node.first.toordinal() if node.first else _FIRST_DAY
    last = node.last.toordinal() if node.last else _LAST_DAY
    return _unscored(whoosh.NumericRange(DAY, first, last))


@compile_query.register
def _(node: Not) -> whoosh.Query:
    return compile_query(All((node,)))


@compile_query.register
def _(node: All) -> whoosh.Query:
    unwanted = [compile_query(part.node) for part in node.nodes if isinstance(part, Not)]
    wanted = [compile_query(part) for part in node.nodes if not isinstance(part, Not)]
    wanted = wanted or [compile_query(Everything())]
    positive = wanted[0] if len(wanted) == 1 else whoosh.And(wanted)
    return whoosh.AndNot(positive, whoosh.Or(unwanted)) if unwanted else positive


@compile_query.register
def _(node: Any) -> whoosh.Query:
    return whoosh.Or([compile_query(part) for part in node.nodes]) if node.nodes else whoosh.NullQuery


@compile_query.register
def _(node: Prefer) -> whoosh.Query:
    return whoosh.AndMaybe(compile_query(node.node), compile_query(node.bonus))


def _text_field(node: Term | Phrase) -> str:
    return written_field(node.field) if node.exact else node.field


def _unscored(query: whoosh.Query) -> whoosh.Query:
    return whoosh.ConstantScoreQuery(query, 0.0)
