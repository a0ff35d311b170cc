"""Two lines of print made one again: words that were broken at the line's end, and the blank between words."""

import re

# `samarbejds- og`: the hyphen stands for the rest of the next word.
_CONJUNCTION = re.compile(r"(?:og|eller|samt|hhv\.|henholdsvis|men)\b")
_HYPHENS = frozenset("-\u2010\u00ad")
_WITHIN_ADDRESS = frozenset("/=&?_")
_ADDRESSES = ("://", "www.")


def join_lines(first: str, second: str) -> str:
    """`first` and the line that goes on with it, as one: `arbejds-` and `miljø` are `arbejdsmiljø`.

    The hyphen stays where it belongs to the word: before og, eller and samt (`samarbejds- og`), after a capital
    (`IT-service`), between numbers (`2024-2025`), after a single letter (`e-mail`).
    """
    return before(first, second) + second


def before(first: str, second: str) -> str:
    """`first` as it stands before `second`: with the blank between them, or without the hyphen of a broken word."""
    last = first[-1:]
    if last in _HYPHENS and first[-2:-1].isalnum():
        return _before_rest_of_word(first[:-1], second)
    is_glued = last in _WITHIN_ADDRESS and (_is_address(first) or (last == "/" and first[-2:-1].isalpha()))
    return first if is_glued else f"{first} "


def _before_rest_of_word(stem: str, second: str) -> str:
    if _CONJUNCTION.match(second):
        return f"{stem}- "
    is_broken = second[:1].islower() and stem[-1].islower() and len(stem) > 1 and stem[-2].isalpha()
    return stem if is_broken else f"{stem}-"


def _is_address(text: str) -> bool:
    last_word = text.rsplit(None, 1)[-1]
    return any(sign in last_word for sign in _ADDRESSES)
