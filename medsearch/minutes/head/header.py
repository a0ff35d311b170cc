"""The head of minutes: which committee met, when, where, and who was there, by what claims it most surely."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from medsearch.language.dates import find_dates, find_times
from medsearch.minutes.body.people import are_name_list, split_names, without_role
from medsearch.minutes.head.claims import Claims
from medsearch.minutes.head.committees import TitleLine, is_committee, read_title_line
from medsearch.minutes.head.labels import (
    begins_anew,
    is_letter,
    labels_first,
    one_label_each,
    read_label,
    undamaged,
    values_of,
    with_colons,
)
from medsearch.minutes.head.prose import take_prose
from medsearch.minutes.lines import following

_OTHER_DAY = re.compile(
    r"(?:næste|forrige|sidste|seneste|kommende)\s+\w*møde|(?:udsendt|udskrevet|trykt|godkendt|underskrevet|offentliggjort|dato for|sidst opdateret)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(r"\b(?:hævet|sluttede|afsluttet|slut)\b", re.IGNORECASE)
_LONGEST_TITLE = 110  # characters; a longer line is running text
_LONGEST_ROOM = 70
# What stands in a line of the date beside date and time; any other word there is kept as text.
_IN_DATE_LINE = re.compile(
    r"\b(?:man|tirs|ons|tors|fre|lør|søn)dag\b|\b(?:den|d|kl|klokken|fra|til|i|og|start|slut)\b|\d+(?:[.:]\d+)*|[^\w\s]",
    re.IGNORECASE,
)
_ONLY_WORDS_OF_TITLE = re.compile(
    r"(?:(?:åbent?|endeligt|underskrevet|ordinært|ekstraordinært|referat|dagsorden|beslutningsprotokol|protokol|til|fra|af|for|møde|mødet|den|d\.|i|over|beslutninger)\b[\s:.-]*)+",
    re.IGNORECASE,
)
_PLACE_LINE = re.compile(r"(?:i|på)\s+(?P<place>\S.{2,80}?)\.?", re.IGNORECASE)
_ROOM = re.compile(
    r"\b\w*(?:lokale|sal|salen|rådhus|rådhuset|kantine|kantinen|værelse|stuen|huset|skole|skolen|kontor|kontoret|centret|hallen|gården|teams|zoom)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Header:
    """What the head of minutes says, as far as it says it; `left` is what was not understood."""

    committee: str | None = None
    day: dt.date | None = None
    began: dt.time | None = None
    ended: dt.time | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    left: list[str] = field(default_factory=list)


def says_only_title(line: str) -> bool:
    """Whether a line holds nothing but words of a title: `Referat`, `Dagsorden til møde den`."""
    return bool(line.strip()) and _ONLY_WORDS_OF_TITLE.fullmatch(line.strip()) is not None


def is_place_line(line: str) -> bool:
    """Whether a line names a place and nothing else."""
    text = line.strip()
    return len(text) <= _LONGEST_ROOM and (_PLACE_LINE.fullmatch(text) or _ROOM.search(text)) is not None


def end_of_header(lines: list[str]) -> int:
    """The line after the head of minutes in which no agenda item was found: behind its last label or title line."""
    number = end = 0
    while number < len(lines):
        label = read_label(lines[number])
        title = read_title_line(lines[number]) if lines[number] else TitleLine()
        if label is not None:
            number = end = values_of(lines, number, label)[1]
        elif not lines[number] or title.day or title.committee or _ONLY_WORDS_OF_TITLE.fullmatch(lines[number]):
            number += 1
            end = number if lines[number - 1] else end
        else:
            break
    return end


def read_header(lines: list[str]) -> Header:
    """What the lines before the first agenda item say about the meeting; whatever they say besides is `left`."""
    lines = with_colons([piece for line in lines for piece in one_label_each(undamaged(line))])
    claims = Claims()
    number = 0
    while number < len(lines):
        run = labels_first(lines, number)
        label = read_label(lines[number])
        if run:
            number = _take_run(claims, lines, run)
        elif label is not None:
            values, after = values_of(lines, number, label)
            printed = " ".join(line.strip() for line in lines[number:after] if line)
            if not _take(claims, label[0], values, printed, letter=is_letter(lines, number)):
                for left in range(number, after):
                    claims.leave(left, lines[left])
            number = after
        else:
            _take_line(claims, lines, number)
            number += 1
    take_prose(claims)
    return _decide(claims)


def _take_run(claims: Claims, lines: list[str], run: list[int]) -> int:
    """Takes the values behind a run of labels, one line each; the line after them."""
    number = run[-1] + 1
    for place in run:
        label = read_label(lines[place])
        after = following(lines, number, 1)
        if label is None or not after or begins_anew(lines[after[0]]):
            break
        values, number = values_of(lines, after[0] - 1, ("", ""))
        if label[0] not in ("participants", "absent"):
            values, number = values[:1], after[0] + 1
        if not _take(claims, label[0], values, " ".join(values), letter=False):
            for left in range(after[0], number):
                claims.leave(left, lines[left])
    return number


def _take(claims: Claims, name: str, values: list[str], line: str, *, letter: bool) -> bool:
    """Takes the value of a label that stands at the head of `line`; whether all of it was understood."""
    text = " ".join(values)
    if name in ("date", "end"):
        return _take_date(claims, name, text, line, letter=letter)
    if name in ("participants", "absent"):
        names = split_names(values)
        claims.claim(name, names, 3)
        with_roles = any(without_role(person) != person for person in names)
        return name != "absent" or not values or (are_name_list(values) and not with_roles)
    if name == "committee" and not (is_committee(text) or text[:1].isupper()):
        return False
    claims.claim(name, text, 4, line)
    return True


def _take_date(claims: Claims, name: str, text: str, line: str, *, letter: bool) -> bool:
    if name == "date" and is_committee(text) and not any(find_dates(text)):
        claims.claim("committee", text, 4, line)  # `Møde: Havneudvalget`
        return True
    found = next(find_dates(text), None)
    rest = text[: found.start] + text[found.end :] if found else text
    times = find_times(rest)
    if name == "end":
        claims.claim("ended", times[0] if times else None, 4)
    else:
        claims.claim("day", found.day if found else None, 1 if letter else 4, line)
        claims.claim("began", times[0] if times else None, 4)
        claims.claim("ended", times[1] if len(times) > 1 else None, 3)
    return not letter and not _IN_DATE_LINE.sub("", rest).strip()


def _take_line(claims: Claims, lines: list[str], number: int) -> None:
    """Takes what a line without a label claims."""
    line = lines[number].strip()
    title = read_title_line(line) if line else TitleLine()
    letter = is_letter(lines, number)
    sentence = line.endswith(".") or len(line) > _LONGEST_TITLE
    if _OTHER_DAY.match(line):
        title = TitleLine()  # not the day of this meeting
    sure = 0 if letter or sentence else 1 + title.is_formula + (title.committee is not None) + (title.began is not None)
    claims.claim("day", title.day, sure, line)
    if not _ENDED.search(line):
        claims.claim("began", title.began, sure + (title.day is not None), line)
        claims.claim("ended", title.ended, sure, line)
    else:
        claims.claim("ended", title.began, sure)
    claims.claim("committee", title.committee, 1 + title.is_formula + (title.day is not None), line)
    place = _place(claims, line, title)
    claims.claim("place", place, 2, line)
    understood = bool(title.day or title.committee or title.began) and not title.rest and not sentence
    if (understood or (place and not sentence)) and not letter:
        return
    if line and not _ONLY_WORDS_OF_TITLE.fullmatch(line):
        claims.leave(number, lines[number])


def _place(claims: Claims, line: str, title: TitleLine) -> str | None:
    """The place that a line names: with the time of a meeting, or below its date and nothing but a room."""
    if line.endswith(".") and len(line) > _LONGEST_ROOM:
        return None
    with_time = title.rest and title.began and not title.day
    if title.place or (with_time and (title.is_formula or _ROOM.search(title.rest))):
        return title.place or title.rest
    if not claims.made.get("day") or claims.made.get("place") or title.committee or title.day:
        return None
    below = _PLACE_LINE.fullmatch(line)
    if below:
        return below["place"]
    is_room = len(line) <= _LONGEST_ROOM and _ROOM.search(line) and line[:1].isupper() and not line.endswith((".", ":"))
    return line if is_room else None


def _decide(claims: Claims) -> Header:
    header = Header(
        committee=claims.best("committee"),
        day=claims.best("day"),
        began=claims.best("began"),
        ended=claims.best("ended"),
        place=claims.best("place"),
        participants=tuple(dict.fromkeys(n for _, names, _ in claims.surest("participants") for n in names)),
        absent=tuple(dict.fromkeys(without_role(n) for _, names, _ in claims.made.get("absent", []) for n in names)),
    )
    header.left = list(_left(claims, header))
    return header


def _left(claims: Claims, header: Header) -> Iterator[str]:
    """The lines that say something else than what was taken, in order."""
    yield from (line for _, line in sorted(claims.left))
    taken = {"committee": header.committee, "day": header.day, "place": header.place}
    for name, value in taken.items():
        for _, claimed, line in claims.made.get(name, []):
            other = claimed != value and line and line not in [left for _, left in claims.left]
            if other and not (name == "day" and header.day is None):
                yield line
