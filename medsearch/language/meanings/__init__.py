"""Words that stand for one another: abbreviations and what they are short for, words of nearly the same meaning."""

from collections.abc import Iterator
from typing import NamedTuple

from medsearch.language.tables import read_lines


class Meaning(NamedTuple):
    """A word or phrase as it is written, and others that stand for it; `nearly` where these mean not quite the same."""

    wording: str
    others: tuple[str, ...]
    nearly: bool = False


def abbreviation(short: str, full: tuple[str, ...]) -> Iterator[Meaning]:
    """An abbreviation and what it stands for, each way; what it stands for does not stand for one another."""
    yield Meaning(short, full)
    yield from (Meaning(one, (short,)) for one in full)


def read_abbreviations() -> Iterator[Meaning]:
    """The abbreviations that minutes of any municipality may hold."""
    for line in read_lines("meanings/abbreviations"):
        short, _, full = line.partition(":")
        yield from abbreviation(short, _split(full))


def read_synonyms() -> Iterator[Meaning]:
    """The words of nearly the same meaning."""
    for line in read_lines("meanings/synonyms"):
        group = _split(line)
        yield from (Meaning(one, tuple(other for other in group if other != one), nearly=True) for one in group)


def _split(listed: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in listed.split(","))
