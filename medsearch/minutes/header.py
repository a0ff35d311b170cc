"""The head of minutes: which committee met, when, where, and who was there, by what claims it most surely."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from medsearch.language.dates import find_dates, find_times
from medsearch.minutes.committees import TitleLine, is_committee, read_title_line
from medsearch.minutes.contents import is_contents_heading
from medsearch.minutes.lines import cells, following, squeeze
from medsearch.minutes.people import (
    are_name_list,
    are_names,
    split_names,
    take_absences,
    told_participants,
    without_role,
)

# What the head of minutes is labelled with. Those that are words of running text need a colon or a line of their own.
_LABELS = {
    "date": ("mødedato, mødetidspunkt, starttidspunkt", "dato, tidspunkt, tid, møde, start, start kl., dato og tid, mødet afholdt, mødet begyndte, mødestart"),
    "end": ("sluttidspunkt", "slut, slut kl., mødet sluttede, mødet hævet, mødet slut, mødeslut"),
    "place": ("mødested", "sted, mødelokale, lokale, mødet afholdes på, mødet afholdt på, mødet holdes på, afholdt på, adresse"),
    "participants": ("mødedeltagere", "deltagere, medlemmer, til stede, tilstede, tilstedeværende, deltog, mødte, mødt"),
    "absent": ("fraværende, afbud fra, afbud", "ikke til stede, fraværende med afbud, fraværende uden afbud"),
    "committee": ("", "udvalg, forum, råd, medudvalg, med-udvalg"),
}  # fmt: skip
_FIELD_BY_LABEL = {
    label: name for name, forms in _LABELS.items() for label in ", ".join(filter(None, forms)).split(", ")
}


def _any_of(forms: str) -> str:
    return "|".join(map(re.escape, sorted(forms.split(", "), key=len, reverse=True)))


_LABEL = re.compile(
    rf"(?P<label>{_any_of(', '.join(forms[0] for forms in _LABELS.values() if forms[0]))})"
    r"(?:\s*:\s*|\s+|$)(?P<value>.*)"
    rf"|(?P<plain>{_any_of(', '.join(forms[1] for forms in _LABELS.values()))})\s*(?::\s*(?P<behind>.*)|$)",
    re.IGNORECASE,
)
_NEXT_LABEL = re.compile(
    rf"(?<!ikke)\s+(?=(?:{_any_of(', '.join(form for forms in _LABELS.values() for form in forms if form))}|referent):\s)",
    re.IGNORECASE,
)
_BARE_LABEL = re.compile(
    r"(Dato|Tid|Tidspunkt|Sted|Udvalg|Forum|Deltagere|Medlemmer|Lokale|Starttidspunkt|Sluttidspunkt)\s+(?=[A-ZÆØÅ\d])(\S.{1,200})"
)
# Conversion loses the end of a word: `Mødedo`.
_DAMAGED = re.compile(
    r"(?:(?P<date>mødeda?t?o?)|(?P<place>mødeste?)|(?P<people>mødedelta?g?e?r?))(?=\s|:|$)", re.IGNORECASE
)
_BY_LETTERS = {squeeze(label): label.capitalize() for label in _FIELD_BY_LABEL if len(label) > 5}
_WHOLE = {"date": "Mødedato", "place": "Mødested", "people": "Mødedeltagere"}
# Labels of a letter: a date among them is not the meeting's.
_OF_A_LETTER = re.compile(
    r"(?:journal\s?nr|j\.?\s?nr|sagsnr|sagsbehandler|telefon|direkte\s+telefon|e-?mail|mail|side|bilag|deres\s+ref|vores\s+ref|ref|cvr|dok\.?\s?nr|initialer|dato)\b\.?:?",
    re.IGNORECASE,
)
# Other labels of a head: what stands behind them is neither place nor people.
_OTHER_LABEL = re.compile(
    r"(?:fra\s+(?:forvaltningen|administrationen)|desuden\s+deltog|referent|sekretær|mødeleder|ordstyrer|bemærkninger|dagsorden|næste møde|udsendt|sagsbehandler|journalnr|j\.?nr|kontakt|gæster|kopi til|kopi|formand|næstformand|inhabile?|inhabilitet|punkter|indhold)\b\.?\s*(?:[:|]|$)",
    re.IGNORECASE,
)
_HELD = re.compile(r"\b(?:afholdt|holdt|holdtes|afholdtes|mødtes)\b")
_ENDED = re.compile(r"\b(?:hævet|sluttede|afsluttet|slut)\b", re.IGNORECASE)
_LONGEST_TITLE = 110  # characters; a longer line is running text
_LONGEST_ROOM = 70
_AROUND = 3  # lines in which labels of a letter speak against a date
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
# Prose that tells where and of whom a meeting was.
_TOLD = (
    re.compile(r"\b(?:afholdt|holdt)\s+(?P<committee>[A-ZÆØÅ]\w*(?:udvalg|råd|bestyrelse|nævn)\w*)\s+(?:\w+\s+)?møde\s+(?:i|på)\s+(?P<place>[^.,]{3,80})"),
    re.compile(r"\b(?:afholdt|holdt|holdtes|afholdtes)\b[^.]{0,80}?\bmøde\s+i\s+(?P<committee>[A-ZÆØÅ]\w+(?:(?:,| og|-) ?\w+)*?)(?:\s+(?:i|på)\s+(?P<place>[^.,]{3,80}))?(?:[.,]|$)"),
    re.compile(r"(?:Vi\s+(?:sad|mødtes)|Mødet\s+(?:blev\s+)?(?:af)?holdt(?:es)?|Mødet\s+foregik)\s+(?:i|på)\s+(?P<place>[^.]{3,80})\."),
)  # fmt: skip


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


@dataclass(slots=True)
class _Claims:
    """What lines of a head claim, each with how sure it is; lines whose claim is not taken are text."""

    made: dict[str, list[tuple[int, Any, str]]] = field(default_factory=dict)
    left: list[tuple[int, str]] = field(default_factory=list)  # number of the line, the line

    def claim(self, name: str, value: Any, sure: int, line: str = "") -> None:
        if value:
            self.made.setdefault(name, []).append((sure, value, line))

    def best(self, name: str) -> Any:
        """The value that is claimed most surely, the first of them."""
        made = self.made.get(name)
        return max(made, key=lambda claim: claim[0])[1] if made else None

    def leave(self, number: int, line: str) -> None:
        if line.strip():
            self.left.append((number, line))


def is_meeting_title(line: str) -> TitleLine | None:
    """What a line says that is the title of minutes: it calls itself so, and names committee and date."""
    if not line.strip() or line.rstrip().endswith((".", ",")):
        return None
    title = read_title_line(line)
    return title if title.is_paper and title.committee and title.day else None


def begins_header(lines: list[str], start: int) -> bool:
    """Whether the lines from `start` go on like the head of minutes: date of meeting or contents list is near."""
    return any(dated_label(lines[number]) or is_contents_heading(lines[number]) for number in following(lines, start))


def dated_label(line: str) -> dt.date | None:
    """The date behind a label of a meeting's date."""
    label = read_label(line)
    if label is None or label[0] != "date":
        return None
    found = next(find_dates(label[1]), None)
    return found.day if found else None


def end_of_header(lines: list[str]) -> int:
    """The line after the head of minutes in which no agenda item was found: behind its last label or title line."""
    number = end = 0
    while number < len(lines):
        label = read_label(lines[number])
        title = read_title_line(lines[number]) if lines[number] else TitleLine()
        if label is not None:
            number = end = _values(lines, number, label)[1]
        elif not lines[number] or title.day or title.committee or _ONLY_WORDS_OF_TITLE.fullmatch(lines[number]):
            number += 1
            end = number if lines[number - 1] else end
        else:
            break
    return end


def read_header(lines: list[str]) -> Header:
    """What the lines before the first agenda item say about the meeting; whatever they say besides is `left`."""
    lines = _with_colons([piece for line in lines for piece in _one_label_each(_undamaged(line))])
    claims = _Claims()
    number = 0
    while number < len(lines):
        run = _labels_first(lines, number)
        label = read_label(lines[number])
        if run:
            number = _take_run(claims, lines, run)
        elif label is not None:
            values, after = _values(lines, number, label)
            if not _take(claims, label[0], values, lines[number], letter=_is_letter(lines, number)):
                for left in range(number, after):
                    claims.leave(left, lines[left])
            number = after
        else:
            _take_line(claims, lines, number)
            number += 1
    _take_prose(claims)
    return _decide(claims)


def read_label(line: str) -> tuple[str, str] | None:
    """The field that a label at the beginning of `line` stands for, and what stands behind the label."""
    row = cells(line)
    text = ": ".join((row[0].rstrip(": "), " ".join(row[1:]))) if len(row) > 1 else line.strip()
    match = _LABEL.fullmatch(text)
    if match is None:
        return None
    return _FIELD_BY_LABEL[(match["label"] or match["plain"]).lower()], match["value"] or match["behind"] or ""


def _undamaged(line: str) -> str:
    whole = _BY_LETTERS.get(squeeze(line)) if len(line) < _LONGEST_ROOM else None
    if whole:
        return whole
    torn = _DAMAGED.match(line)
    return f"{_WHOLE[torn.lastgroup]}{line[torn.end() :]}" if torn and torn.lastgroup else line


def _one_label_each(line: str) -> list[str]:
    """A line with several labels, as `Mødt: ... Afbud: ...`, as a line for each."""
    return _NEXT_LABEL.split(line) if read_label(line) else [line]


def _with_colons(lines: list[str]) -> list[str]:
    """The lines with a colon behind labels that have none, where several lines of the head begin with one."""
    bare = [
        number for number, line in enumerate(lines) if read_label(line) is None and _BARE_LABEL.fullmatch(line.strip())
    ]
    if len(bare) < 2:
        return lines
    return [_BARE_LABEL.sub(r"\1: \2", line.strip()) if number in bare else line for number, line in enumerate(lines)]


def _is_letter(lines: list[str], number: int) -> bool:
    """Whether labels of a letter stand around a line: then its date is that of the letter."""
    around = lines[max(0, number - _AROUND) : number + 1 + _AROUND]
    said = {match.group().lower() for line in around if len(line) < 100 for match in _OF_A_LETTER.finditer(line)}
    return len(said - {"dato"}) > 1


def _values(lines: list[str], number: int, label: tuple[str, str]) -> tuple[list[str], int]:
    """The value of the label at line `number`: what is behind it and the lines to the next empty one or label.

    A list of people may have empty lines between the names.
    """
    name, behind = label
    values = [behind] if behind else []
    number += 1
    while not values and number < len(lines) and not lines[number]:
        number += 1
    while number < len(lines):
        if not lines[number]:
            if name not in ("participants", "absent") or not _names_go_on(lines, number):
                break
        elif _begins_anew(lines[number]):
            break
        else:
            values.append(lines[number].strip())
        number += 1
    return values, number


def _names_go_on(lines: list[str], number: int) -> bool:
    after = following(lines, number, 1)
    if not after:
        return False
    line = lines[after[0]]
    return len(line.split()) > 1 and are_names(line) and not _begins_anew(line) and not is_committee(line)


def _begins_anew(line: str) -> bool:
    return (
        read_label(line) is not None
        or _OTHER_LABEL.match(line.strip()) is not None
        or is_meeting_title(line) is not None
        or is_contents_heading(line)
    )


def _labels_first(lines: list[str], number: int) -> list[int]:
    """The lines of a run of labels without values, at least three, from `number` on: their values come behind them all."""
    run: list[int] = []
    for place in range(number, len(lines)):
        if not lines[place]:
            continue
        label = read_label(lines[place])
        if label is None or label[1]:
            break
        run.append(place)
    return run if len(run) >= 3 and run[0] == number else []


def _take_run(claims: _Claims, lines: list[str], run: list[int]) -> int:
    """Takes the values behind a run of labels, one line each; the line after them."""
    number = run[-1] + 1
    for place in run:
        label = read_label(lines[place])
        after = following(lines, number, 1)
        if label is None or not after or _begins_anew(lines[after[0]]):
            break
        values, number = _values(lines, after[0] - 1, ("", ""))
        if label[0] not in ("participants", "absent"):
            values, number = values[:1], after[0] + 1
        if not _take(claims, label[0], values, " ".join(values), letter=False):
            for left in range(after[0], number):
                claims.leave(left, lines[left])
    return number


def _take(claims: _Claims, name: str, values: list[str], line: str, *, letter: bool) -> bool:
    """Takes the value of a label that stands at the head of `line`; whether all of it was understood."""
    text = " ".join(values)
    if name in ("date", "end"):
        return _take_date(claims, name, text, line, letter=letter)
    if name in ("participants", "absent"):
        claims.claim(name, split_names(values), 3)
        return name != "absent" or not values or are_name_list(values)
    if name == "committee" and not (is_committee(text) or text[:1].isupper()):
        return False
    claims.claim(name, text, 4, line)
    return True


def _take_date(claims: _Claims, name: str, text: str, line: str, *, letter: bool) -> bool:
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


def _take_line(claims: _Claims, lines: list[str], number: int) -> None:
    """Takes what a line without a label claims."""
    line = lines[number].strip()
    title = read_title_line(line) if line else TitleLine()
    letter = _is_letter(lines, number)
    sentence = line.endswith(".") or len(line) > _LONGEST_TITLE
    sure = 0 if letter or sentence else 1 + title.is_formula + (title.committee is not None) + (title.began is not None)
    claims.claim("day", title.day, sure, line)
    if not _ENDED.search(line):
        claims.claim("began", title.began, sure + (title.day is not None), line)
        claims.claim("ended", title.ended, sure, line)
    else:
        claims.claim("ended", title.began, sure)
    claims.claim("committee", title.committee, 1 + title.is_formula + (title.day is not None), line)
    place = _place(claims, line, title)
    claims.claim("place", place, 2)
    understood = bool(title.day or title.committee or title.began) and not title.rest and not sentence
    if (understood or (place and not sentence)) and not letter:
        return
    if line and not _ONLY_WORDS_OF_TITLE.fullmatch(line):
        claims.leave(number, lines[number])


def _place(claims: _Claims, line: str, title: TitleLine) -> str | None:
    """The place that a line names: with the time of a meeting, or below its date and nothing but a room."""
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


def _take_prose(claims: _Claims) -> None:
    """Takes what sentences of the head tell: who met where, who was there and who was not."""
    for paragraph in _paragraphs(claims.left):
        for pattern in _TOLD:
            if told := pattern.search(paragraph):
                groups = told.groupdict()
                claims.claim("committee", groups.get("committee"), 1)
                claims.claim("place", groups.get("place"), 1)
        if _HELD.search(paragraph):
            found = next(find_dates(paragraph), None)
            times = find_times(paragraph[found.end :]) if found else []
            claims.claim("day", found.day if found else None, 1)
            claims.claim("began", times[0] if times else None, 1)
        claims.claim("participants", told_participants(paragraph), 1)
        claims.claim("absent", take_absences([paragraph]).names, 1)


def _paragraphs(left: list[tuple[int, str]]) -> Iterator[str]:
    """Lines that stand directly below each other, as one."""
    paragraph: list[str] = []
    last = -1
    for number, line in left:
        if paragraph and number != last + 1:
            yield " ".join(paragraph)
            paragraph = []
        paragraph.append(line.strip())
        last = number
    if paragraph:
        yield " ".join(paragraph)


def _decide(claims: _Claims) -> Header:
    header = Header(
        committee=claims.best("committee"),
        day=claims.best("day"),
        began=claims.best("began"),
        ended=claims.best("ended"),
        place=claims.best("place"),
        participants=claims.best("participants") or (),
        absent=tuple(dict.fromkeys(without_role(n) for _, names, _ in claims.made.get("absent", []) for n in names)),
    )
    header.left = list(_left(claims, header))
    return header


def _left(claims: _Claims, header: Header) -> Iterator[str]:
    """The lines that say something else than what was taken, in order."""
    yield from (line for _, line in sorted(claims.left))
    taken = {"committee": header.committee, "day": header.day, "place": header.place}
    for name, value in taken.items():
        for _, claimed, line in claims.made.get(name, []):
            other = claimed != value and line and line not in [left for _, left in claims.left]
            if other and not (name == "day" and header.day is None):
                yield line
