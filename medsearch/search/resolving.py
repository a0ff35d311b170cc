"""Words that no minutes hold as typed: what is searched instead, so that nobody has to guess the archive's spelling."""

from typing import NamedTuple

from medsearch.engines.port import Engine
from medsearch.query.fields import STEMS, WHOLE, WRITTEN
from medsearch.query.nodes import Leaf, Node, Pattern, Term, map_leaves

_SHORTEST = 4  # letters; the pieces of shorter words stand in too many others


class Resolution(NamedTuple):
    """A query as it is searched, and for every word that was replaced, what it was and what replaces it."""

    query: Node
    replaced: dict[str, str]


def resolve(query: Node, engine: Engine) -> Resolution:
    """`query` with each word that no item holds replaced by the compounds that begin or end with it."""
    replaced: dict[str, str] = {}
    known: dict[Leaf, Node] = {}

    def look_up(leaf: Leaf) -> Node:
        if leaf not in known:
            known[leaf] = _instead(leaf, engine, replaced)
        return known[leaf]

    return Resolution(map_leaves(query, look_up), replaced)


def _instead(leaf: Leaf, engine: Engine, replaced: dict[str, str]) -> Node:
    if not isinstance(leaf, Term) or leaf.exact or leaf.field != WHOLE or len(leaf.text) < _SHORTEST:
        return leaf
    if not leaf.text.isalpha() or next(engine.vocabulary(STEMS, leaf.text), None) is not None:
        return leaf
    for pattern in (f"{leaf.text}*", f"*{leaf.text}*"):
        if next(engine.vocabulary(WRITTEN, pattern), None) is not None:
            replaced[leaf.text] = pattern
            return Pattern(pattern, leaf.field)
    return leaf
