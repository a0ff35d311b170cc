"""The contents list at the head of minutes: which titles it promises."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from medsearch.minutes.items.titles import read_title
from medsearch.minutes.lines import LONGEST_HEADING, preceding, squeeze

_BEGINNING = re.compile(r"\W*(?:indholdsfortegnelse|indhold|punkter|punkter på dagsordenen|dagsorden|dagsordenspunkter|oversigt over punkter|oversigt|punktoversigt|sagsoversigt)\W*", re.IGNORECASE)  # fmt: skip
_PAGE = re.compile(r"[\s.…|_-]*\d{1,4}[\s|]*$")
# An entry ends with its page: behind dots or in a column of its own, else at the end of a short line.
_DOTS = re.compile(r"(?:(?:\.\s?){3,}|…|_{3,}|\t|\|)[\s|.]*\d{1,4}[\s|]*$")
_SHORT_ENTRY = re.compile(r"\D.{1,90}\s\d{1,3}")
_TABLE_HEAD = re.compile(
    r"[\s|]*|[\s|]*(?:(?:pkt|nr|punkt|sag|tekst|titel|emne|overskrift|side|s)\.?[\s|]*){2,4}", re.IGNORECASE
)
_ITEM = re.compile(r"(?:punkt|pkt\.?|sag nr\.?)\s*:?\s*\d", re.IGNORECASE)
_NUMBER = re.compile(
    r"\s*(?:[-•*]\s+)?(?:punkt|pkt\.?|sag nr\.?|lukket)?\s*(?P<number>\d{1,4})\s*[.:]?\s+", re.IGNORECASE
)
_LONG_ENOUGH = 20  # letters from which the beginning of a title stands for all of it
_SHORTEST_TITLE = 6  # letters; `Eventuelt` has nine
_JUST_BELOW = 2  # lines
_ALIKE_LENGTH = 0.7
_ALIKE = 0.85  # share of equal letters from which a title that conversion damaged is taken for the one in the list


@dataclass(frozen=True)
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
        if wanted in self._by_letters:
            return self._by_letters[wanted]
        return next((listed for entry, listed in self._by_letters.items() if _alike(entry, wanted)), None)

    def goes_on(self, title: str, line: str) -> bool:
        """Whether the list has a title that begins with `title` and goes on with `line`."""
        begun, whole = squeeze(title), squeeze(f"{title} {line}")
        return any(entry.startswith(begun) and _alike(entry, whole) for entry in self._by_letters)

    @cached_property
    def _by_letters(self) -> dict[str, str]:
        """The titles by their letters and digits, the first of equal ones."""
        return {squeeze(listed): listed for listed in reversed(self.titles)}


def is_contents_heading(line: str) -> bool:
    """Whether a line is the heading of a contents list, also where conversion tore it."""
    return _BEGINNING.fullmatch(line) is not None or squeeze(line) == "indholdsfortegnelse"


def find_contents(lines: list[str]) -> Contents:
    """The contents list of the minutes in `lines`; an empty one where there is none.

    It has a heading, or it is known by its entries, which all come again further down.
    """
    again = _said_again(lines)
    for number, line in enumerate(lines):
        if is_contents_heading(line):
            found = _read_contents(lines, number, again)
            if found.titles:
                return found
    return _unheaded(lines, again)


def _read_contents(lines: list[str], start: int, again: frozenset[int]) -> Contents:
    end = start + 1
    titles: list[str] = []
    begun = ""  # the first line of an entry that is wrapped
    for number in range(start + 1, len(lines)):
        line = lines[number]
        title = _title_in(f"{begun} {line}")
        if not line:
            begun = ""
        elif _TABLE_HEAD.fullmatch(line):
            continue
        elif _has_page(line) or (_is_entry(lines, number, end, again) and not _is_listed(title, titles)):
            end = number + 1
            titles += [title] if title else []
            begun = ""
        elif not begun and _is_wrapped(lines, number):
            begun = line
        else:
            break
    return Contents(range(start, end), tuple(titles))


def _is_entry(lines: list[str], number: int, end: int, again: frozenset[int]) -> bool:
    """Whether a line without a page is an entry: it comes again, or has the number after that of the entry before it."""
    if number in again:
        return True
    before = preceding(lines, number)
    mine, other = _NUMBER.match(lines[number]), _NUMBER.match(lines[before]) if before == end - 1 else None
    return bool(mine and other and int(mine["number"]) == int(other["number"]) + 1)


def _is_listed(title: str, titles: list[str]) -> bool:
    """Whether a title stands in the list already: then this is no entry, but the item itself."""
    return squeeze(title) in map(squeeze, titles)


def _has_page(line: str) -> bool:
    if len(line) > LONGEST_HEADING:
        return False
    return _DOTS.search(line) is not None or (_SHORT_ENTRY.fullmatch(line) is not None and not _ITEM.match(line))


def _unheaded(lines: list[str], again: frozenset[int]) -> Contents:
    """The first run of entries one below the other that all have a number and come again."""
    run: list[int] = []
    titles: list[str] = []
    for number, line in enumerate(lines):
        title = _title_in(line)
        if number in again and _NUMBER.match(line) and not _is_listed(title, titles):
            run.append(number)
            titles.append(title)
        elif line and len(run) >= 2:
            break
        elif line:
            run, titles = [], []
    if len(run) < 2:
        return Contents(range(0))
    return Contents(range(run[0], run[-1] + 1), tuple(titles))


def _said_again(lines: list[str]) -> frozenset[int]:
    """The numbers of the lines whose words come again further down, not just below: a heading may be printed twice."""
    last: dict[str, int] = {}
    again: set[int] = set()
    filled = [number for number, line in enumerate(lines) if 0 < len(line) <= LONGEST_HEADING]
    for order in range(len(filled) - 1, -1, -1):
        key = squeeze(_title_in(lines[filled[order]]))
        if len(key) >= _SHORTEST_TITLE and last.get(key, -1) > order + _JUST_BELOW:
            again.add(filled[order])
        last.setdefault(key, order)
    return frozenset(again)


def _is_wrapped(lines: list[str], number: int) -> bool:
    """Whether the entry at line `number` goes on in the next, which has the page number."""
    behind = lines[number + 1] if number + 1 < len(lines) else ""
    return _DOTS.search(behind) is not None and not _ITEM.match(lines[number])


def _title_in(entry: str) -> str:
    if len(entry) > LONGEST_HEADING:
        return entry
    bare = _NUMBER.sub("", _PAGE.sub("", entry.strip(" |\t")), count=1).strip(" |.\t…_")
    return read_title(bare).words


def _alike(one: str, other: str) -> bool:
    """Whether two squeezed titles are the same, one of them perhaps cut short or damaged."""
    short, long = sorted((one, other), key=len)
    if one == other or (len(short) >= _LONG_ENOUGH and long.startswith(short)):
        return True
    # Damage leaves one end as it is, and the length; most titles differ in these.
    if (short[:3] != long[:3] and short[-3:] != long[-3:]) or len(short) < len(long) * _ALIKE_LENGTH:
        return False
    compared = SequenceMatcher(None, one, other, autojunk=False)
    # Comparing letter by letter takes long; most titles have other letters altogether.
    return compared.real_quick_ratio() >= _ALIKE and compared.quick_ratio() >= _ALIKE and compared.ratio() >= _ALIKE
