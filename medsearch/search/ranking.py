"""What ranks a hit higher, said in the query tree, so that every engine ranks alike."""

from dataclasses import replace

from medsearch.query.fields import TITLE, WHOLE
from medsearch.query.nodes import Any, Node, Phrase, Prefer, Term


def prefer_titles(query: Node) -> Node:
    """`query`, with a bonus for its words in the title: an item is about what it is called."""
    in_title = tuple(
        replace(leaf, field=TITLE)
        for leaf in dict.fromkeys(query.leaves())
        if isinstance(leaf, Term | Phrase) and leaf.field == WHOLE and not leaf.exact
    )
    return Prefer(query, Any(in_title)) if in_title else query
