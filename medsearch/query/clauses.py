"""Groups of a query, and what they make together: any of the words, what must be, what must not, every filter."""

from collections.abc import Iterator
from typing import NamedTuple

from medsearch.query.nodes import All, Any, Everything, Node, Not, Prefer, Words

_NARROWING = "person"  # the filter of which several narrow one another; several of another kind widen


class Clause(NamedTuple):
    """A part of a query: what it asks for (None: nothing), and what it must not hold."""

    node: Node | None
    unwanted: tuple[Node, ...] = ()
    must: bool = False
    minus: bool = False  # unwanted by a hyphen, which holds for the whole query; IKKE is a part of what it stands in
    filter: str | None = None  # the kind of filter that it is: it narrows, whatever else is asked
    bonus: Node | None = None  # what ranks hits higher, and finds nothing by itself
    stop_word: bool = False  # a bare word that says nothing
    asks: bool = False  # a bare word that makes a question
    vague: bool = False  # a bare word that says nothing in a question

    def condition(self) -> Node:
        """All of the clause as one node."""
        node = Prefer(self.node, self.bonus) if self.node and self.bonus else self.node
        if node is not self.node:
            return self._replace(node=node, bonus=None).condition()
        if not self.unwanted:
            return self.node or Everything()
        unwanted = tuple(Not(node) for node in self.unwanted)
        return All((self.node, *unwanted)) if self.node else unwanted[0] if len(unwanted) == 1 else All(unwanted)


def combine(clauses: list[Clause]) -> Clause | None:
    """One clause of the groups of a query: any of the words, all that must be, none that must not, every filter."""
    if len(clauses) < 2:
        return clauses[0] if clauses else None
    clauses = _telling(clauses)
    asking = [clause for clause in clauses if clause.filter is None and clause.node]
    must = [clause.node for clause in asking if clause.must and clause.node]
    # The same word twice asks for nothing more.
    should = list(dict.fromkeys(clause.node for clause in asking if not clause.must and clause.node))
    filters = list(_filters(clauses))
    unwanted = tuple(node for clause in clauses for node in clause.unwanted)
    words = _words(must, should)
    for clause in clauses:
        words = Prefer(words, clause.bonus) if words and clause.bonus else words
    wanted = [node for node in (words, *filters) if node]
    node = wanted[0] if len(wanted) == 1 else All(tuple(wanted)) if wanted else None
    is_stop_word_only = all(clause.stop_word for clause in clauses)
    return Clause(node, unwanted, filter="several" if filters and not words else None, stop_word=is_stop_word_only)


def _telling(clauses: list[Clause]) -> list[Clause]:
    """The clauses that say what is asked about; all of them where none does."""
    telling = [clause for clause in clauses if not clause.stop_word]
    if any(clause.asks for clause in clauses):
        telling = [clause for clause in telling if not clause.vague] or telling
    return telling or clauses


def _filters(clauses: list[Clause]) -> Iterator[Node]:
    """The filters of a query: those of one kind widen one another, those of different kinds narrow."""
    by_kind: dict[str, list[Node]] = {}
    for clause in clauses:
        if clause.filter and clause.node:
            kind = "date" if clause.filter == "year" else clause.filter
            by_kind.setdefault(kind, []).append(clause.node)
    for kind, nodes in by_kind.items():
        if kind in (_NARROWING, "several"):
            yield from nodes
        else:
            yield either(tuple(nodes))


def _words(must: list[Node], should: list[Node]) -> Node | None:
    # Any word may hit; items with all of them come first.
    any_of = Words(tuple(should)) if len(should) > 1 else should[0] if should else None
    if not must:
        return any_of
    all_of = must[0] if len(must) == 1 else All(tuple(must))
    return Prefer(all_of, any_of) if any_of else all_of


def either(nodes: tuple[Node, ...]) -> Node:
    """Any of some nodes; the node itself where there is one."""
    return nodes[0] if len(nodes) == 1 else Any(nodes)


def any_must(clauses: list[Clause]) -> bool:
    """Whether one of the clauses must be."""
    return any(clause.must for clause in clauses)


def common_filter(clauses: list[Clause]) -> str | None:
    """The kind of filter that all clauses together are, if they are nothing but filters."""
    kinds = {clause.filter for clause in clauses}
    if None in kinds:
        return None
    return kinds.pop() if len(kinds) == 1 else "several"
