"""The query tree in Whoosh's query classes. User text never reaches Whoosh's own parser."""

from collections.abc import Iterable

from whoosh import query as whoosh

from medsearch.engines.whoosh.schema import DAY, IS_ITEM, KIND, keyword_field, written_field
from medsearch.query.nodes import All, Any, Dates, Everything, Keyword, Node, Not, Pattern, Phrase, Prefer, Term

_FIRST_DAY, _LAST_DAY = 1, 3652059  # date.min and date.max as ordinals; 0 stands for no date


def compile_query(node: Node) -> whoosh.Query:
    """What `node` is in Whoosh; only items are found, never the records of files."""
    match node:
        case Term():
            return whoosh.Term(_text_field(node), node.text)
        case Phrase():
            return whoosh.Phrase(_text_field(node), list(node.texts))
        case Pattern():
            return _pattern(node)
        case Keyword():
            return _unscored(whoosh.Or([whoosh.Term(keyword_field(node.field), value) for value in sorted(node.values)]))
        case Dates():
            first = node.first.toordinal() if node.first else _FIRST_DAY
            last = node.last.toordinal() if node.last else _LAST_DAY
            return _unscored(whoosh.NumericRange(DAY, first, last))
        case Not():
            return whoosh.AndNot(_everything(), compile_query(node.node))
        case All():
            return _all(node.nodes)
        case Any():
            return whoosh.Or([compile_query(part) for part in node.nodes]) if node.nodes else whoosh.NullQuery
        case Prefer():
            return whoosh.AndMaybe(compile_query(node.node), compile_query(node.bonus))
        case Everything():
            return _everything()
    raise TypeError(f"{node!r} is no node that Whoosh knows")


def _all(nodes: Iterable[Node]) -> whoosh.Query:
    wanted = [node for node in nodes if not isinstance(node, Not)]
    unwanted = [compile_query(node.node) for node in nodes if isinstance(node, Not)]
    parts = [compile_query(node) for node in wanted] or [_everything()]
    positive = parts[0] if len(parts) == 1 else whoosh.And(parts)
    return whoosh.AndNot(positive, whoosh.Or(unwanted)) if unwanted else positive


def _pattern(node: Pattern) -> whoosh.Query:
    field = written_field(node.field)
    if node.text.endswith("*") and "*" not in node.text[:-1]:
        return whoosh.Prefix(field, node.text[:-1])
    return whoosh.Wildcard(field, node.text)


def _text_field(node: Term | Phrase) -> str:
    return written_field(node.field) if node.exact else node.field


def _everything() -> whoosh.Query:
    return _unscored(whoosh.Term(KIND, IS_ITEM))


def _unscored(query: whoosh.Query) -> whoosh.Query:
    return whoosh.ConstantScoreQuery(query, 0.0)
