"""What words the archive holds: asked of the engine once for each."""

from collections.abc import Iterator

from medsearch.engines.port import Engine, Order
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

    def written(self) -> Iterator[tuple[str, int]]:
        """All words as written, their stems and the parts of compounds, with the number of items that have them."""
        for of in (PARTS, STEMS, WRITTEN):
            yield from ((entry.text, entry.items) for entry in self._engine.vocabulary(of) if entry.text.isalpha())

    def _has(self, of: str, text: str) -> bool:
        if (of, text) not in self._asked:
            self._asked[of, text] = next(self._engine.vocabulary(of, text), None) is not None
        return self._asked[of, text]
