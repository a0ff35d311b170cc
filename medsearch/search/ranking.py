"""What ranks a hit higher, said in the query tree, so that every engine ranks alike.

The weights were chosen on the known half of the relevance set (`make relevance`).
"""

from dataclasses import replace

from medsearch.query.fields import TITLE, WHOLE
from medsearch.query.nodes import Keyword, Leaf, Lowered, Node, Part, Phrase, Prefer, Term, Weighted, Words, map_leaves

PART = 0.7  # a compound that holds the word
TORN = 0.45  # the parts of a compound in a row, as people and programs tear it; a phrase scores as both its words
SCATTERED = 0.2  # the parts of a compound anywhere
HYPHENATED = 0.5  # the parts of a word with hyphens anywhere
LOOSE = 0.05  # one part of a compound that hardly any item holds
JOINED = 0.6  # the compound that two neighbouring words make, for each of them
SAME_MEANING = 0.8  # an abbreviation for what it stands for, and the other way round
NEARLY_SAME_MEANING = 0.4  # a word of nearly the same meaning
RELATED = 0.3  # the verb for the noun made of it, and the other way round
PERSON = 0.15  # a person who was at the meeting, or was not, but is not named in the text
_TITLE = 0.25
_FORMALITY = 0.4

_FORMAL = Keyword("formality", frozenset({"yes"}))


def prefer_titles(query: Node) -> Node:
    """`query`, with a bonus for each of its words in the title: an item is about what it is called."""
    return map_leaves(query, _prefer_title)


def lower_formalities(query: Node) -> Node:
    """`query`, with approvals of agenda and minutes below what is about a matter and says as much."""
    if isinstance(query, Words):
        return Words(tuple(map(lower_formalities, query.nodes)), tuple(map(lower_formalities, query.also)))
    return Lowered(query, _FORMAL, _FORMALITY)


def _prefer_title(leaf: Leaf) -> Node:
    if not isinstance(leaf, Term | Phrase | Part) or leaf.field != WHOLE:
        return leaf
    return Prefer(leaf, Weighted(replace(leaf, field=TITLE), _TITLE))
