"""What sets an item apart: its words, each weighed by how often it stands there and how few items have it (tf-idf).

Items on the same matter are alike by the cosine of these weights; words of the title count more, words for kinds of
papers and names of places do not. The figures were set on the judged threads of the sample (tests/search/threads.toml).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from math import log, sqrt
from typing import NamedTuple

from medsearch.engines.port import Engine
from medsearch.language.compounds import parts_in
from medsearch.language.stop_words import is_stop_word
from medsearch.language.words import Token, tokens
from medsearch.model import AgendaItem, SectionName
from medsearch.query.fields import PARTS, STEMS
from medsearch.search.threads.titles import is_formal, is_kind, places_in

IN_TITLE = 8.0  # times that a word of the title counts
AS_PART = 0.7  # of a word, where it is part of a compound
NO_TITLE_WORD = 0.6  # of the likeness, where the titles have no telling word in common
SAME_TITLE = 1.3  # times the likeness, where one title tells all that the other does
OTHER_PLACES = 0.6  # of the likeness, where the titles name different places
LEAST_SHARED = 3  # words
MOST_SHOWN = 3  # of the words that items share
LONG = 7  # letters of a word that tells something also outside of a title: står, første and holdt do not


_NAME = re.compile(r"\b[A-ZÆØÅ][a-zæøåéüö]+(?:[ -][A-ZÆØÅ][a-zæøåéüö]+)+")


class Wording(NamedTuple):
    """The words of an item: weights of stems (their squares sum up to 1), and the words as written that have them."""

    weights: dict[str, float]
    written: dict[str, str]
    stems: frozenset[str]  # those that whole words have
    title: frozenset[str]  # those that whole words of the title have, as far as they say what it is about
    telling: frozenset[str]  # the same with the parts of these words
    places: frozenset[str]  # that the title names

    def heaviest(self, most: int) -> list[str]:
        """The stems that set the item apart most."""
        return sorted(self.weights, key=lambda stem: (-self.weights[stem], stem))[:most]

    def shared(self, other: "Wording") -> list[str]:
        """The stems that both have, those first that make them alike most."""
        both = self.weights.keys() & other.weights.keys()
        return sorted(both, key=lambda stem: (-self.weights[stem] * other.weights[stem], stem))

    def likeness(self, other: "Wording") -> float:
        """How alike both are, from 0 to 1."""
        shared = self.weights.keys() & other.weights.keys()
        if len(shared & self.stems & other.stems) < LEAST_SHARED or _have_other_numbers(self.places, other.places):
            return 0.0
        alike = sum(self.weights[stem] * other.weights[stem] for stem in shared)
        if self.places and other.places and self.places.isdisjoint(other.places):
            alike *= OTHER_PLACES
        elif self.title <= other.title or other.title <= self.title:
            alike *= SAME_TITLE
        return alike * NO_TITLE_WORD if self.telling.isdisjoint(other.telling) else alike

    def shared_as_written(self, other: "Wording") -> tuple[str, ...]:
        """The weightiest words that both have, as written in `other`; a word and a part of it only once."""
        shown: dict[str, bool] = {}  # and whether they tell a reader something
        for stem in self.shared(other):
            word = other.written[stem]
            if not any(word.lower() in one.lower() or one.lower() in word.lower() for one in shown):
                shown[word] = stem in self.telling or stem in other.telling or len(word) >= LONG
        telling = [word for word, tells in shown.items() if tells]
        return tuple((telling or list(shown))[:MOST_SHOWN])


class Wordings:
    """Gives the wording of items of an archive."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._items = engine.describe().items
        self._rarities: dict[str, float] = {}
        self._people: dict[str, bool] = {}
        self.of = lru_cache(maxsize=None)(self._of)

    def _of(self, item: AgendaItem) -> Wording:
        gathered = _Gathered(item)
        counts = {stem: count for stem, count in gathered.counts.items() if not self._is_person(gathered.written[stem])}
        weights = {stem: _damped(count) * self._rarity(stem) for stem, count in counts.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return Wording(
            {stem: weight / length for stem, weight in weights.items() if weight},
            gathered.written,
            frozenset(gathered.stems),
            frozenset(gathered.title),
            frozenset(gathered.telling),
            gathered.places,
        )

    def _rarity(self, stem: str) -> float:
        """What a word weighs: the more, the fewer items have it, whole or as a part."""
        if stem not in self._rarities:
            entries = (next(self._engine.vocabulary(of, stem), None) for of in (STEMS, PARTS))
            found = next(filter(None, entries), None)  # most stand alone somewhere, and need no second look
            self._rarities[stem] = max(0.0, log((self._items + 1) / ((found.items if found else 0) + 0.5)))
        return self._rarities[stem]

    def _is_person(self, written: str) -> bool:
        """Whether a word that is never written small is a name of somebody who was at a meeting, or was not."""
        name = written.lower()
        if not written[0].isupper() or written.isupper():
            return False
        if name not in self._people:
            self._people[name] = next(self._engine.vocabulary("person", name), None) is not None
        return self._people[name]


class _Gathered:
    """The words of an item, and how much each counts."""

    def __init__(self, item: AgendaItem) -> None:
        self.counts: defaultdict[str, float] = defaultdict(float)
        self.written: dict[str, str] = {}
        self.stems: set[str] = set()
        self.title: set[str] = set()
        self.telling: set[str] = set()
        self.places = places_in(item.title or "")
        # A committee's own name is in all that it says.
        self._left_out = {token.stem for token in tokens(item.meeting.committee or "")}
        for text in _texts(item):
            self._gather(text, in_title=text == item.title)

    def _gather(self, text: str, *, in_title: bool) -> None:
        names = frozenset() if in_title else _names_in(text)
        found = [token for token in tokens(text) if token.start not in names and self._counts(token)]
        for token in found:
            self.stems.add(token.stem)
            self._add(token.stem, token, text, 1.0, in_title=in_title)
        for part, token in parts_in(text, found):
            if part not in self._left_out:
                self._add(part, token, text, AS_PART, in_title=in_title)

    def _add(self, stem: str, token: Token, text: str, weight: float, *, in_title: bool) -> None:
        tells = in_title and not is_kind(stem) and not is_kind(token.stem)
        if tells:
            self.telling.add(stem)
            if stem == token.stem:
                self.title.add(stem)
        self.counts[stem] += weight * (IN_TITLE if tells and token.written not in self.places else 1.0)
        word = "".join(text[token.start : token.end].split())
        known = self.written.get(stem)
        if known is None or (word.islower() and not known.islower()):
            self.written[stem] = word

    def _counts(self, token: Token) -> bool:
        word = token.written
        return (
            word.isalpha() and not is_stop_word(word) and not is_formal(token.stem) and token.stem not in self._left_out
        )


def _have_other_numbers(places: frozenset[str], others: frozenset[str]) -> bool:
    """Whether titles number what they are about, and differently: `lokalplan 214`, `lokalplan 318`."""
    one, other = ({place for place in named if place[0].isdecimal() and len(place) > 2} for named in (places, others))
    return bool(one and other and one.isdisjoint(other))


def _names_in(text: str) -> frozenset[int]:
    """Where the words of names begin: words with a capital letter that stand beside one another."""
    return frozenset(
        found.start() + word.start() for found in _NAME.finditer(text) for word in re.finditer(r"[^ -]+", found.group())
    )


def _texts(item: AgendaItem) -> Iterator[str]:
    if item.title:
        yield item.title
    for section in item.sections:
        if section.name is not SectionName.ATTACHMENTS:
            yield section.text


def _damped(count: float) -> float:
    return 1 + log(count) if count >= 1 else count
