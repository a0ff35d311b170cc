"""Stems: what the inflections of a Danish word have in common.

A word that the lexicon knows has its base for a stem, and so has the last part of a compound, which is the part that is
inflected: `driftscentrene` is `drifts` and `center`. Other words are left to the Danish Snowball stemmer
(snowballstem.org/algorithms/danish).
"""

from functools import lru_cache

from medsearch.language.lexicon import lexicon
from medsearch.language.snowball import danish_stemmer
from medsearch.language.stop_words import is_stop_word

_stem_word = danish_stemmer()
_SHORTEST_LAST_PART = 4  # shorter last parts are too often the chance end of another word: -by, -ny, -år
_SHORTEST_FIRST_PART = 2


def beginning(stemmed: str) -> str:
    """What every word with this stem begins with: `bog` and `bøger` have but `b` in common."""
    shared = [stemmed]
    for start in range(len(stemmed)):
        base = stemmed[start:]
        if lexicon().is_base(base):
            begins = lexicon().beginning_of(base)
            shared.append(stemmed[:start] + (base.removesuffix("e") if begins is None else begins))
    return min(shared, key=len)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of `word`, which is in lower case. Words with digits are their own stems, and so are stop words."""
    if is_stop_word(word):
        return word  # `for` is no form of `fare`
    stemmed = _stem(word.replace("é", "e"))
    return word if is_stop_word(stemmed) else stemmed  # Hanne is no `han`


def _stem(word: str) -> str:
    known = lexicon().base_of(word)
    if known is not None:
        return known
    if not word.isalpha():
        return word
    last_part = lexicon().last_part(word, first=_SHORTEST_FIRST_PART, shortest=_SHORTEST_LAST_PART)
    if last_part is not None:
        start, base = last_part
        return word[:start] + base
    return _stem_word(word)
