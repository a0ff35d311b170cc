"""How well stems and compounds are told: the share of lists of words that is right."""

from collections.abc import Iterable
from statistics import mean

from medsearch.language.compounds import split
from medsearch.language.stems import stem
from tests.relevance.judged import Half


def print_words(half: Half) -> None:
    """Prints the shares of the four lists of a half."""
    shares = {
        "inflections that meet": inflections_that_meet(half.words("inflections")),
        "other words kept apart": words_kept_apart(half.words("apart")),
        "compounds split right": compounds_split_right(half.words("compounds")),
        "other words left whole": words_left_whole(half.words("wholes")),
    }
    for name, (count, share) in shares.items():
        print(f"{name:38} {share:8.3f} of {count}")
    print()


def inflections_that_meet(pairs: list[list[str]]) -> tuple[int, float]:
    """Of pairs of a base form and an inflection, how many there are and the share that has the same stem."""
    return _share(stem(one) == stem(other) for one, other in pairs)


def words_kept_apart(pairs: list[list[str]]) -> tuple[int, float]:
    """Of pairs of different words, how many there are and the share that has different stems."""
    return _share(stem(one) != stem(other) for one, other in pairs)


def compounds_split_right(lines: list[list[str]]) -> tuple[int, float]:
    """Of compounds with their parts (alternatives behind /), how many there are and the share split so."""
    return _share(is_split_right(word, parts) for word, *parts in lines)


def words_left_whole(lines: list[list[str]]) -> tuple[int, float]:
    """Of words that are no compounds, how many there are and the share left whole."""
    return _share(not split(word) for (word,) in lines)


def is_split_right(word: str, parts: list[str]) -> bool:
    """Whether a compound is split into parts with these stems, or those of an alternative."""
    found = [part.stem for part in split(word)]
    alternatives = " ".join(parts).split("/")
    return any(found == [stem(part) for part in alternative.split()] for alternative in alternatives)


def _share(right: Iterable[bool]) -> tuple[int, float]:
    each = list(right)
    return len(each), mean(each)
