"""When two items are the same: PDF and DOCX of one meeting, a draft and its final. A key of the content alone tells.

Files come and go in any order; as the key needs no other file, no file has to be compared with another.
"""

import datetime as dt
import re
from collections.abc import Iterable
from unicodedata import normalize

from medsearch.model import AgendaItem

_SHORTEST_TEXT = 200  # letters and digits; shorter texts that no head tells apart are alike by chance
_DIGITS = 15  # of 4 bits: one wrong pair is to be expected among 1,500 million items, not earlier
_SMALL_WORDS = frozenset({"i", "for", "af"})
_SIGNS = re.compile(r"[\W_]+")


def key_of(item: AgendaItem) -> str | None:
    """What `item` has in common with its copies: 15 hexadecimal digits, or None where too little is known of it.

    It comes from committee, date, number and title; where one of these is missing (the number may be), also from the
    whole text.
    """
    committee, day = folded_committee(item.meeting.committee), item.meeting.date
    title = _squeezed(item.title or "")
    head = (committee, str(day or ""), (item.number or "").strip(" .").lower(), title)
    if committee and isinstance(day, dt.date) and title:
        return _digest(head)
    text = _squeezed("".join(section.text for section in item.sections))
    return _digest((*head, text)) if len(text) >= _SHORTEST_TEXT else None


def nth_key(key: str, time: int) -> str:
    """The key of the item that has `key` for the second (`time` 2), third ... time in its file."""
    return key if time == 1 else _digest((key, str(time)))


def folded_committee(name: str | None) -> str:
    """A committee's name without what spellings differ in: `Lokal-MED for Park` is `LokalMED Park`. Empty for none."""
    words = _SIGNS.sub(" ", normalize("NFKC", name or "").casefold()).split()
    return "".join(word for word in words if word not in _SMALL_WORDS)


def _squeezed(text: str) -> str:
    """The letters and digits of `text`: lines, hyphens and blanks are where formats differ."""
    return _SIGNS.sub("", normalize("NFKC", text).casefold())


def _digest(parts: Iterable[str]) -> str:
    from hashlib import blake2b  # only indexing needs it

    return blake2b("\n".join(parts).encode("utf-8", errors="surrogatepass"), digest_size=8).hexdigest()[:_DIGITS]
