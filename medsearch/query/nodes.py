"""The query tree. What a node's `matches` says is what the query means; engines are held to it."""

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from medsearch.query.fields import WHOLE
from medsearch.query.searchable import Searchable


class Node(ABC):
    """A condition on agenda items."""

    @abstractmethod
    def matches(self, item: Searchable) -> bool:
        """Whether `item` fulfils the condition."""

    def leaves(self) -> Iterator["Leaf"]:
        """The words, phrases and patterns that an item is found by, without those that must not occur."""
        return iter(())


@dataclass(frozen=True, slots=True)
class Everything(Node):
    """Every item."""

    def matches(self, item: Searchable) -> bool:
        """Always."""
        return True


@dataclass(frozen=True, slots=True)
class Term(Node):
    """A word: any of its inflections (`exact` false: `text` is a stem), or as written (`exact`: in lower case)."""

    text: str
    field: str = WHOLE
    exact: bool = False

    def matches(self, item: Searchable) -> bool:
        """Whether the field holds the word."""
        found = item.texts.get(self.field, ())
        if self.exact:
            return any(token.written == self.text for token in found)
        return any(token.stem == self.text for token in found)

    def leaves(self) -> Iterator["Leaf"]:
        """Itself."""
        yield self


@dataclass(frozen=True, slots=True)
class Phrase(Node):
    """Words that follow one another directly in one section, as stems or as written."""

    texts: tuple[str, ...]
    field: str = WHOLE
    exact: bool = False

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


@dataclass(frozen=True, slots=True)
class Pattern(Node):
    """Words as written, with `*` for any letters: `over*`, `*overvågning`."""

    text: str
    field: str = WHOLE

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


Leaf = Term | Phrase | Pattern


@dataclass(frozen=True, slots=True)
class Keyword(Node):
    """One of some whole values of a keyword field."""

    field: str
    values: frozenset[str]

    def matches(self, item: Searchable) -> bool:
        """Whether the field holds one of the values."""
        return not self.values.isdisjoint(item.keywords.get(self.field, frozenset()))


@dataclass(frozen=True, slots=True)
class Dates(Node):
    """Meetings from `first` to `last`, both included; None is open."""

    first: dt.date | None = None
    last: dt.date | None = None

    def matches(self, item: Searchable) -> bool:
        """Whether the meeting has a date, and it lies in the range."""
        if item.day is None:
            return False
        return (self.first is None or self.first <= item.day) and (self.last is None or item.day <= self.last)


@dataclass(frozen=True, slots=True)
class All(Node):
    """Items that fulfil every one of some conditions; with none, every item."""

    nodes: tuple[Node, ...]

    def matches(self, item: Searchable) -> bool:
        """Whether every node matches."""
        return all(node.matches(item) for node in self.nodes)

    def leaves(self) -> Iterator[Leaf]:
        """Those of the nodes."""
        for node in self.nodes:
            yield from node.leaves()


@dataclass(frozen=True, slots=True)
class Any(Node):
    """Items that fulfil at least one of some conditions; with none, no item."""

    nodes: tuple[Node, ...]

    def matches(self, item: Searchable) -> bool:
        """Whether any node matches."""
        return any(node.matches(item) for node in self.nodes)

    def leaves(self) -> Iterator[Leaf]:
        """Those of the nodes."""
        for node in self.nodes:
            yield from node.leaves()


@dataclass(frozen=True, slots=True)
class Not(Node):
    """Items that do not fulfil a condition."""

    node: Node

    def matches(self, item: Searchable) -> bool:
        """Whether the node does not match."""
        return not self.node.matches(item)


@dataclass(frozen=True, slots=True)
class Prefer(Node):
    """Items that fulfil `node`; those that fulfil `bonus` too rank higher."""

    node: Node
    bonus: Node

    def matches(self, item: Searchable) -> bool:
        """Whether `node` matches; the bonus decides nothing."""
        return self.node.matches(item)

    def leaves(self) -> Iterator[Leaf]:
        """Those of both."""
        yield from self.node.leaves()
        yield from self.bonus.leaves()


@dataclass(frozen=True, slots=True)
class First(Node):
    """Items that fulfil `node`; those that fulfil `first` too come before all others, whatever these score."""

    node: Node
    first: Node

    def matches(self, item: Searchable) -> bool:
        """Whether `node` matches; `first` decides nothing but the order."""
        return self.node.matches(item)

    def leaves(self) -> Iterator[Leaf]:
        """Those of both."""
        yield from self.node.leaves()
        yield from self.first.leaves()


def map_leaves(node: Node, change: Callable[[Leaf], Node]) -> Node:
    """`node` with `change` applied to the words, phrases and patterns that an item is found by (none within Not)."""
    match node:
        case Term() | Phrase() | Pattern():
            return change(node)
        case All() | Any():
            return type(node)(tuple(map_leaves(part, change) for part in node.nodes))
        case Prefer():
            return Prefer(map_leaves(node.node, change), map_leaves(node.bonus, change))
        case First():
            return First(map_leaves(node.node, change), map_leaves(node.first, change))
        case _:
            return node


def lift_of(node: First, of_leaf: Callable[[Leaf], float]) -> float:
    """What an engine adds to the score of items that come first: more than any other item can have."""
    return highest_score(node.node, of_leaf) + 1.0


def highest_score(node: Node, of_leaf: Callable[[Leaf], float]) -> float:
    """What no item can score more than for `node`, where `of_leaf` says that of a word, phrase or pattern."""
    match node:
        case Term() | Phrase() | Pattern():
            return of_leaf(node)
        case All() | Any():
            return sum(highest_score(part, of_leaf) for part in node.nodes)
        case Prefer():
            return highest_score(node.node, of_leaf) + highest_score(node.bonus, of_leaf)
        case First():
            return highest_score(node.node, of_leaf) + lift_of(node, of_leaf)
        case _:
            return 0.0
