"""Committees as users name them: whole names, or some words of them."""

from collections.abc import Iterable

from medsearch.errors import UnknownCommitteeError
from medsearch.language.words import plain_tokens, tokens
from medsearch.texts import _

_SHORTEST = 3  # letters of a beginning


def resolve_committee(typed: str, names: Iterable[str]) -> frozenset[str]:
    """The committees among `names` that `typed` means: the one of that name, else all that hold its words,
    else the only one whose words begin so.

    Raises UnknownCommitteeError with the nearest names where there is none.
    """
    known = sorted(set(names))
    same = frozenset(name for name in known if name.casefold() == typed.strip().casefold())
    if same:
        return same
    words = {token.written.casefold() for token in plain_tokens(typed)}
    holding = frozenset(name for name in known if words and words <= _all_words(name))
    if holding:
        return holding
    # A beginning counts where only one committee can be meant.
    begun = [name for name in known if words and all(_begins(word, name) for word in words)]
    if len(begun) == 1:
        return frozenset(begun)
    raise UnknownCommitteeError(
        _("No committee in the index is called “{typed}”.").format(typed=typed), _advice(typed, known)
    )


def _begins(word: str, name: str) -> bool:
    return len(word) >= _SHORTEST and any(other.startswith(word) for other in _all_words(name))


def _all_words(name: str) -> set[str]:
    """The words of a name in parts and joined: `LokalMED` is `lokal`, `med` and `lokalmed`."""
    return {token.written.casefold() for token in tokens(name)}


def _advice(typed: str, known: list[str]) -> str:
    if not known:
        return _("The minutes in the index name no committee; leave the committee out.")
    from difflib import get_close_matches  # only a mistake needs it

    by_word = {word: name for name in known for word in (*_all_words(name), name.casefold())}
    near = get_close_matches(typed.casefold(), by_word, n=3, cutoff=0.6)
    names = ", ".join(dict.fromkeys(by_word[word] for word in near)) or ", ".join(known[:5])
    return _("The nearest are: {names}. All are listed by: medsearch status").format(names=names)
