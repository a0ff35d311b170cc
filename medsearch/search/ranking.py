"""What ranks a hit higher, said in the query tree, so that every engine ranks alike."""

from dataclasses import replace

from medsearch.query.fields import TITLE, WHOLE
from medsearch.query.nodes import Leaf, Node, Pattern, Prefer, map_leaves


def prefer_titles(query: Node) -> Node:
    """`query`, with a bonus for each of its words in the title: an item is about what it is called."""
    return map_leaves(query, _prefer_title)


def _prefer_title(leaf: Leaf) -> Node:
    if isinstance(leaf, Pattern) or leaf.exact or leaf.field != WHOLE:
        return leaf
    return Prefer(leaf, replace(leaf, field=TITLE))
