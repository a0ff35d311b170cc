"""The contents list at the head of minutes: which titles it promises."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from medsearch.minutes.lines import squeeze

_BEGINNING = re.compile(r"\W*(?:indholdsfortegnelse|punkter på dagsordenen|dagsordenspunkter|oversigt over punkter)\W*", re.IGNORECASE)  # fmt: skip
_PAGE = re.compile(r"[\s.…|_-]*\d{1,4}[\s|]*$")
# An entry ends with its page: behind dots or in a column of its own, else at the end of a short line.
_DOTS = re.compile(r"(?:\.{3,}|…|_{3,}|\t|\|)[\s|.]*\d{1,4}[\s|]*$")
_SHORT_ENTRY = re.compile(r"\D.{1,90}\s\d{1,3}")
_TABLE_HEAD = re.compile(r"[\s|]*")
_ITEM = re.compile(r"(?:punkt|pkt\.?|sag nr\.?)\s*:?\s*\d", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(?:punkt|pkt\.?|sag nr\.?)?\s*\d{1,4}\s*[.:]?\s+", re.IGNORECASE)
_LONG_ENOUGH = 20  # letters from which the beginning of a title stands for all of it
_ALIKE = 0.85  # share of equal letters from which a title that conversion damaged is taken for the one in the list


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents list: the lines it stands on, and its titles."""

    lines: range
    titles: tuple[str, ...] = ()

    def holds(self, title: str) -> bool:
        """Whether `title` stands in the list, torn words and small differences of spelling aside."""
        return self.match(title) is not None

    def match(self, title: str) -> str | None:
        """The title in the list that `title` is."""
        wanted = squeeze(title)
        if not wanted:
            return None
        for listed in self.titles:
            if _alike(squeeze(listed), wanted):
                return listed
        return None


def is_contents_heading(line: str) -> bool:
    """Whether a line is the heading of a contents list."""
    return _BEGINNING.fullmatch(line) is not None


def find_contents(lines: list[str]) -> Contents:
    """The contents list of the minutes in `lines`; an empty one where there is none."""
    for number, line in enumerate(lines):
        if is_contents_heading(line):
            return _read_contents(lines, number)
    return Contents(range(0))


def _read_contents(lines: list[str], start: int) -> Contents:
    end = start + 1
    titles: list[str] = []
    begun = ""  # the first line of an entry that is wrapped
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if not line:
            begun = ""
        elif _DOTS.search(line) or (_SHORT_ENTRY.fullmatch(line) and not _ITEM.match(line)):
            end = number + 1
            if title := _title_in(f"{begun} {line}"):
                titles.append(title)
            begun = ""
        elif not begun and _is_wrapped(lines, number):
            begun = line
        elif not _TABLE_HEAD.fullmatch(line):
            break
    return Contents(range(start, end), tuple(titles))


def _is_wrapped(lines: list[str], number: int) -> bool:
    """Whether the entry at line `number` goes on in the next, which has the page number."""
    behind = lines[number + 1] if number + 1 < len(lines) else ""
    return _DOTS.search(behind) is not None and not _ITEM.match(lines[number])


def _title_in(entry: str) -> str:
    return _NUMBER.sub("", _PAGE.sub("", entry.strip(" |\t"))).strip(" |.\t…_")


def _alike(one: str, other: str) -> bool:
    """Whether two squeezed titles are the same, one of them perhaps cut short or damaged."""
    short, long = sorted((one, other), key=len)
    if one == other or (len(short) >= _LONG_ENOUGH and long.startswith(short)):
        return True
    compared = SequenceMatcher(None, one, other, autojunk=False)
    # Comparing letter by letter takes long; most titles have other letters altogether.
    return compared.real_quick_ratio() >= _ALIKE and compared.quick_ratio() >= _ALIKE and compared.ratio() >= _ALIKE
