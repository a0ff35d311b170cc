"""What words the archive holds: asked of the engine once for each."""

from functools import cached_property

from medsearch.engines.port import Engine, Order
from medsearch.language.spelling import plain_letters, written_out
from medsearch.query.fields import PARTS, STEMS, WRITTEN
from medsearch.query.nodes import Phrase


class KnownWords:
    """The vocabulary of an archive, as far as a query asks for it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._asked: dict[tuple[str, str], bool] = {}

    def has_stem(self, stem: str) -> bool:
        """Whether an item has a word with this stem, or a compound with it."""
        return self._has(STEMS, stem) or self._has(PARTS, stem)

    def items_with(self, stem: str) -> int:
        """About how many items have a word with this stem, or a compound with it."""
        entries = (next(self._engine.vocabulary(of, stem), None) for of in (STEMS, PARTS))
        return sum(entry.items for entry in entries if entry)

    def has_word(self, stem: str) -> bool:
        """Whether an item has a word with this stem."""
        return self._has(STEMS, stem)

    def has_person(self, name: str) -> bool:
        """Whether somebody of this name, in lower case, was at a meeting, or should have been."""
        return self._has("person", name)

    def has_phrase(self, stems: tuple[str, ...]) -> bool:
        """Whether an item has words with these stems in a row."""
        if not all(map(self.has_word, stems)):
            return False
        return self._engine.search(Phrase(stems), order=Order.NEWEST, limit=0).total > 0

    def has_fitting(self, pattern: str) -> bool:
        """Whether an item has a word, as written, that fits a pattern."""
        return self._has(WRITTEN, pattern)

    @cached_property
    def words(self) -> dict[str, int]:
        """All words as written, parts of compounds and names of people, with the number of items that have them."""
        found = (entry for of in ("person", PARTS, WRITTEN) for entry in self._engine.vocabulary(of))
        return {entry.text: entry.items for entry in found if entry.text.isalpha()}

    @cached_property
    def by_plain_letters(self) -> dict[str, list[str]]:
        """The words and their stems by how they are typed without Danish letters, the most frequent first."""
        stems = {entry.text: 0 for entry in self._engine.vocabulary(STEMS) if entry.text.isalpha()}
        found: dict[str, list[str]] = {}
        for word in sorted(stems | self.words, key=lambda word: -self.words.get(word, 0)):
            for typed in {plain_letters(word), written_out(word)}:
                found.setdefault(typed, []).append(word)
        return found

    def _has(self, of: str, text: str) -> bool:
        if (of, text) not in self._asked:
            self._asked[of, text] = next(self._engine.vocabulary(of, text), None) is not None
        return self._asked[of, text]
