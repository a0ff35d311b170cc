"""The query tree. What a node's `matches` says is what the query means; engines are held to it."""

import dataclasses
import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from medsearch.language.spelling import alike
from medsearch.query.fields import WHOLE
from medsearch.query.searchable import Searchable
from medsearch.query.ways import Why


# Frozen dataclasses of this number take 10 ms to define, felt in every query: so only `__init__` is generated, the rest
# is here, and mypy sees to it that nothing is changed (Final).
class Node(ABC):
    """A condition on agenda items. Never changed once it is made; equal nodes mean the same."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._told() == other._told()

    def __hash__(self) -> int:
        return hash((type(self), self._told()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self._told()}"

    def _told(self) -> tuple[object, ...]:
        """What the node consists of, without what is only told to users."""
        return tuple(getattr(self, name) for name in _compared(type(self)))

    @abstractmethod
    def matches(self, item: Searchable) -> bool:
        """Whether `item` fulfils the condition."""

    def leaves(self) -> Iterator["Leaf"]:
        """What an item is found by: words, phrases, patterns, values; nothing that must not be there."""
        return iter(())


@cache
def _compared(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind) if field.compare)


@dataclass(eq=False, repr=False)
class Everything(Node):
    """Every item."""

    def matches(self, item: Searchable) -> bool:
        """Always."""
        return True


@dataclass(eq=False, repr=False)
class Term(Node):
    """A word: any of its inflections (`exact` false: `text` is a stem), or as written (`exact`: in lower case)."""

    text: Final[str]
    field: Final[str] = WHOLE
    exact: Final[bool] = False
    typed: Final[str] = dataclasses.field(default="", compare=False)  # in lower case; "" where nobody typed it

    def matches(self, item: Searchable) -> bool:
        """Whether the field holds the word."""
        found = item.texts.get(self.field, ())
        if self.exact:
            return any(token.written == self.text for token in found)
        return any(token.stem == self.text for token in found)

    def leaves(self) -> Iterator["Leaf"]:
        """Itself."""
        yield self


@dataclass(eq=False, repr=False)
class Phrase(Node):
    """Words that follow one another directly in one section, as stems or as written."""

    texts: Final[tuple[str, ...]]
    field: Final[str] = WHOLE
    exact: Final[bool] = False
    typed: Final[tuple[str, ...]] = dataclasses.field(default=(), compare=False)

    def matches(self, item: Searchable) -> bool:
        """Whether the words stand at positions that follow one another."""
        places: dict[int, set[str]] = {}
        for token in item.texts.get(self.field, ()):
            places.setdefault(token.position, set()).add(token.written if self.exact else token.stem)
        return any(
            all(text in places.get(start + offset, ()) for offset, text in enumerate(self.texts)) for start in places
        )

    def leaves(self) -> Iterator["Leaf"]:
        """Itself."""
        yield self


@dataclass(eq=False, repr=False)
class Pattern(Node):
    """Words as written, with `*` for any letters: `over*`, `*overvågning`."""

    text: Final[str]
    field: Final[str] = WHOLE

    def matches(self, item: Searchable) -> bool:
        """Whether a word of the field fits the pattern."""
        return any(self.fits(token.written) for token in item.texts.get(self.field, ()))

    def fits(self, written: str) -> bool:
        """Whether a word as written fits the pattern; capitals make no difference."""
        word = written.lower()
        first, *others = self.text.split("*")
        if not others:
            return word == first
        *middle, last = others
        place, end = len(first), len(word) - len(last)
        if place > end or not word.startswith(first) or not word.endswith(last):
            return False
        # Piece by piece: a regular expression with several `.*` takes for ever on long words.
        for piece in middle:
            found = word.find(piece, place, end)
            if found < 0:
                return False
            place = found + len(piece)
        return True

    def leaves(self) -> Iterator["Leaf"]:
        """Itself."""
        yield self


@dataclass(eq=False, repr=False)
class Alike(Node):
    """Words as written that are spelt like a word, with one to three errors as it is long."""

    text: Final[str]
    field: Final[str] = WHOLE

    def matches(self, item: Searchable) -> bool:
        """Whether a word of the field is spelt alike."""
        return any(self.fits(token.written) for token in item.texts.get(self.field, ()))

    def fits(self, written: str) -> bool:
        """Whether a word as written is spelt alike; capitals make no difference."""
        return alike(self.text, written.lower())

    def leaves(self) -> Iterator["Leaf"]:
        """Itself."""
        yield self


@dataclass(eq=False, repr=False)
class Part(Node):
    """Compounds that a word is a part of; `text` is its stem."""

    text: Final[str]
    field: Final[str] = WHOLE

    def matches(self, item: Searchable) -> bool:
        """Whether a compound of the field has the part."""
        return any(part == self.text for part, _ in item.parts.get(self.field, ()))

    def leaves(self) -> Iterator["Leaf"]:
        """Itself."""
        yield self


@dataclass(eq=False, repr=False)
class Value(Node):
    """A whole value of a keyword field; it scores, the rarer the more, as a word does."""

    text: Final[str]
    field: Final[str]

    def matches(self, item: Searchable) -> bool:
        """Whether the field holds the value."""
        return self.text in item.keywords.get(self.field, frozenset())

    def leaves(self) -> Iterator["Leaf"]:
        """Itself."""
        yield self


Leaf = Term | Phrase | Pattern | Alike | Part | Value


@dataclass(eq=False, repr=False)
class Keyword(Node):
    """One of some whole values of a keyword field: a condition, which scores nothing."""

    field: Final[str]
    values: Final[frozenset[str]]

    def matches(self, item: Searchable) -> bool:
        """Whether the field holds one of the values."""
        return not self.values.isdisjoint(item.keywords.get(self.field, frozenset()))


@dataclass(eq=False, repr=False)
class Dates(Node):
    """Meetings from `first` to `last`, both included; None is open."""

    first: Final[dt.date | None] = None
    last: Final[dt.date | None] = None

    def matches(self, item: Searchable) -> bool:
        """Whether the meeting has a date, and it lies in the range."""
        if item.day is None:
            return False
        return (self.first is None or self.first <= item.day) and (self.last is None or item.day <= self.last)


@dataclass(eq=False, repr=False)
class All(Node):
    """Items that fulfil every one of some conditions; with none, every item."""

    nodes: Final[tuple[Node, ...]]

    def matches(self, item: Searchable) -> bool:
        """Whether every node matches."""
        return all(node.matches(item) for node in self.nodes)

    def leaves(self) -> Iterator[Leaf]:
        """Those of the nodes."""
        for node in self.nodes:
            yield from node.leaves()


@dataclass(eq=False, repr=False)
class Any(Node):
    """Items that fulfil at least one of some conditions; with none, no item."""

    nodes: Final[tuple[Node, ...]]

    def matches(self, item: Searchable) -> bool:
        """Whether any node matches."""
        return any(node.matches(item) for node in self.nodes)

    def leaves(self) -> Iterator[Leaf]:
        """Those of the nodes."""
        for node in self.nodes:
            yield from node.leaves()


@dataclass(eq=False, repr=False)
class Not(Node):
    """Items that do not fulfil a condition."""

    node: Final[Node]

    def matches(self, item: Searchable) -> bool:
        """Whether the node does not match."""
        return not self.node.matches(item)


@dataclass(eq=False, repr=False)
class Prefer(Node):
    """Items that fulfil `node`; those that fulfil `bonus` too rank higher."""

    node: Final[Node]
    bonus: Final[Node]

    def matches(self, item: Searchable) -> bool:
        """Whether `node` matches; the bonus decides nothing."""
        return self.node.matches(item)

    def leaves(self) -> Iterator[Leaf]:
        """Those of both."""
        yield from self.node.leaves()
        yield from self.bonus.leaves()


@dataclass(eq=False, repr=False)
class Words(Node):
    """Items that fulfil at least one of some conditions; those that fulfil all of `nodes` come before all others."""

    nodes: Final[tuple[Node, ...]]
    also: Final[tuple[Node, ...]] = ()

    def matches(self, item: Searchable) -> bool:
        """Whether any node matches; how many decides nothing but the order."""
        return any(node.matches(item) for node in (*self.nodes, *self.also))

    def leaves(self) -> Iterator[Leaf]:
        """Those of the nodes."""
        for node in (*self.nodes, *self.also):
            yield from node.leaves()


@dataclass(eq=False, repr=False)
class Weighted(Node):
    """Items that fulfil `node`, their scores for it multiplied by `weight`; `why` tells a user what it is for."""

    node: Final[Node]
    weight: Final[float]
    why: Final[Why | None] = dataclasses.field(default=None, compare=False)

    def matches(self, item: Searchable) -> bool:
        """Whether `node` matches."""
        return self.node.matches(item)

    def leaves(self) -> Iterator[Leaf]:
        """Those of the node."""
        yield from self.node.leaves()


@dataclass(eq=False, repr=False)
class Lowered(Node):
    """Items that fulfil `node`; the scores of those that fulfil `less` are multiplied by `weight`, which is below 1."""

    node: Final[Node]
    less: Final[Node]
    weight: Final[float]

    def matches(self, item: Searchable) -> bool:
        """Whether `node` matches; the rest decides nothing but the order."""
        return self.node.matches(item)

    def leaves(self) -> Iterator[Leaf]:
        """Those of the node."""
        yield from self.node.leaves()


def map_leaves(node: Node, change: Callable[[Leaf], Node]) -> Node:
    """`node` with `change` applied to what an item is found by (nothing within Not)."""
    return change(node) if isinstance(node, Leaf) else map_parts(node, lambda part: map_leaves(part, change))


def parts_of_node(node: Node) -> tuple[Node, ...]:
    """The nodes that a node is directly made of, as far as items are found by them."""
    match node:
        case All() | Any():
            return node.nodes
        case Words():
            return (*node.nodes, *node.also)
        case Prefer():
            return (node.node, node.bonus)
        case Weighted() | Lowered():
            return (node.node,)
        case _:
            return ()


def map_parts(node: Node, change: Callable[[Node], Node]) -> Node:
    """`node` with `change` applied to the nodes that it is directly made of (nothing within Not)."""
    match node:
        case All() | Any():
            return type(node)(tuple(map(change, node.nodes)))
        case Words():
            return Words(tuple(map(change, node.nodes)), tuple(map(change, node.also)))
        case Prefer():
            return Prefer(change(node.node), change(node.bonus))
        case Weighted():
            return Weighted(change(node.node), node.weight, node.why)
        case Lowered():
            return Lowered(change(node.node), node.less, node.weight)
        case _:
            return node


def lift_of(node: Words, of_leaf: Callable[[Leaf], float]) -> float:
    """What an engine adds to the score of items that come first: more than any other item can have."""
    return sum(highest_score(part, of_leaf) for part in parts_of_node(node)) + 1.0


def highest_score(node: Node, of_leaf: Callable[[Leaf], float]) -> float:
    """What no item can score more than for `node`, where `of_leaf` says that of what it can be found by."""
    if isinstance(node, Leaf):
        return of_leaf(node)
    if isinstance(node, Words):
        return 2 * lift_of(node, of_leaf)
    highest = sum(highest_score(part, of_leaf) for part in parts_of_node(node))
    return highest * node.weight if isinstance(node, Weighted) else highest
