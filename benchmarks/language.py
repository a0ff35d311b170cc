"""python -m benchmarks.language: words per second of the analysis, against a tokenizer that only cuts.

Both make the same tokens with their places; the analysis also gives stems, joined forms and the parts of compounds.
Warm: every word has been seen before, as nearly all are in a large archive.
"""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from medsearch.documents import read_document
from medsearch.language.compounds import parts_in
from medsearch.language.words import RUN, Token, tokens

_SAMPLE = Path(__file__).parents[1] / "sample_data"
_RUNS = 15


def main() -> None:
    """Prints the comparison."""
    texts = [read_document(path).text for path in sorted(_SAMPLE.glob("*.txt"))]
    words = sum(len(_cut(text)) for text in texts)
    cold = _timed(lambda: [_analyse(text) for text in texts])
    bare, whole = [], []
    for _ in range(_RUNS):
        bare.append(_timed(lambda: [_cut(text) for text in texts]))
        whole.append(_timed(lambda: [_analyse(text) for text in texts]))
    print(
        f"Analysing {words} words: {words / median(whole):,.0f} words/s, only cutting {words / median(bare):,.0f}: "
        f"{median(bare) / median(whole):.2f} of it. The first time, {words / cold:,.0f} words/s."
    )


def _cut(text: str) -> list[Token]:
    found = []
    for position, match in enumerate(RUN.finditer(text)):
        word = match.group().lower()
        found.append(Token(word, word, position, match.start(), match.end()))
    return found


def _analyse(text: str) -> list[object]:
    found = tokens(text)
    return [found, list(parts_in(text, found))]


def _timed(action: Callable[[], object]) -> float:
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
