"""The marks of lists in web pages: those that a browser shows, and those that Word wrote into the text."""

import re

from medsearch.documents.html.tree import Element
from medsearch.documents.numerals import numeral, whole_number

_BULLET = "- "
_STYLE = re.compile(r"list-style(?:-type)?:([a-z-]+)")
_FORMS = {
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A",
    "lower-roman": "i", "upper-roman": "I", "a": "a", "A": "A", "i": "i", "I": "I",
}  # fmt: skip
_LARGE_ENTRY = 600
_NUMBERED = re.compile(r"\s*(?:\d|(?:punkt|pkt|sag|ad)\b)", re.IGNORECASE)
_OWN_BULLET = re.compile(r"\s*[-–•·*]\s")
_WORDS_BULLET = re.compile(r"^\s*[·•▪§o–-]\s{2,}")
_WORDS_LEVEL = re.compile(r"mso-list:l\d+level(\d)")


class Numbering:
    """How the entries of one list are marked."""

    def __init__(self, element: Element) -> None:
        style = _STYLE.search(element.style)
        kind = style[1] if style else element.attributes.get("type", "")
        entries = sum(child.tag == "li" for child in element.elements)
        self._unmarked = kind == "none"
        self._form = _FORMS.get(kind, "1") if element.tag == "ol" else ""
        self._step = -1 if "reversed" in element.attributes else 1
        self._next = whole_number(element.attributes.get("start"), entries if self._step < 0 else 1)

    def mark(self, entry: Element) -> str:
        """The mark of the next entry."""
        number = whole_number(entry.attributes.get("value"), self._next)
        self._next = number + self._step
        if self._unmarked:
            return ""
        return f"{numeral(number, self._form)}. " if self._form else _BULLET


class Entry:
    """An entry of a list that is being read. `is_item`: it holds a whole agenda item, not a line or two."""

    def __init__(self, element: Element, numbering: Numbering | None) -> None:
        self._mark = numbering.mark(element) if numbering else _BULLET
        self.is_item = element.headings > 0 or (element.letters > _LARGE_ENTRY and element.blocks > 2)

    def marked(self, text: str) -> str:
        """`text` with the entry's mark, if it is the first text of the entry and has no mark of its own."""
        mark, self._mark = self._mark, ""
        has_own = _OWN_BULLET.match(text) if mark == _BULLET else text.lstrip().startswith(mark.strip())
        is_title = self.is_item and (mark == _BULLET or _NUMBERED.match(text))
        return text if not mark or has_own or is_title else mark + text.lstrip()


def words_level(element: Element) -> int | None:
    """How deep an entry of one of Word's lists stands, from 0; None for what is none."""
    level = _WORDS_LEVEL.search(element.style)
    if level:
        return int(level[1]) - 1
    return 0 if element.get("class").startswith("msolistparagraph") else None


def with_plain_mark(text: str) -> str:
    """`text` of an entry of Word's, with an ordinary mark for its bullet, a letter of a picture font."""
    return _WORDS_BULLET.sub(_BULLET, text, count=1)
