"""The numbers that a word processor puts before paragraphs: `1`, `a`, `IV`."""

import re

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MOST_LETTERS = 26 * 20  # beyond these nobody counts in letters, and a damaged number would fill the memory
_WHOLE = re.compile(r"\s*([+-]?\d{1,9})\s*")


def numeral(number: int, form: str) -> str:
    """`number` written in a form that is named by its one: `1`, `01`, `a`, `A`, `i`, `I`; nothing for the form ``."""
    if not form:
        return ""
    if form == "01":
        return f"{number:02d}"
    small = _SMALL_FORMS[form.lower()](number) if form.lower() in _SMALL_FORMS else str(number)
    return small.upper() if form.isupper() else small


def whole_number(text: str | None, otherwise: int) -> int:
    """The number that `text` consists of, or `otherwise`: files hold anything."""
    found = _WHOLE.fullmatch(text or "")
    return int(found[1]) if found else otherwise


def _letters(number: int) -> str:
    """a to z, then aa, bb, as Word and LibreOffice count."""
    if not 1 <= number <= _MOST_LETTERS:
        return str(number)
    rounds, letter = divmod(number - 1, 26)
    return _LETTERS[letter] * (rounds + 1)


def _roman(number: int) -> str:
    if not 1 <= number < 4000:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


_SMALL_FORMS = {"a": _letters, "i": _roman}
