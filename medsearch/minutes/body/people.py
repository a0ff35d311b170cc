"""Names of people in minutes: lists of participants, lists of absentees, and the sentences that say the same."""

import re
from dataclasses import dataclass

from medsearch.minutes.body.section_headings import name_of_heading

_NAME_WORD = r"(?:[A-ZÆØÅÉÖÄÜ][\w’'-]*\.?|af|de|den|der|la|van|von|f\.)"
_ROLE = r"(?:\s*\([^()]{1,40}\))"
_NAME = rf"[A-ZÆØÅÉÖÄÜ][\w’'-]*\.?(?:[ \t]+{_NAME_WORD}){{0,6}}{_ROLE}?"
_NOT_IN_BRACKETS = r"(?![^()]*\))"
_SEPARATOR = r"(?:\s*[,;]\s*(?:og\s+|samt\s+)?(?=[^\Wa-zæøå]|$)|\s+og\s+|\s+samt\s+|\s+&\s+)"
_NAMES = rf"{_NAME}(?:{_SEPARATOR}{_NAME})*"
_ONLY_NAMES = re.compile(rf"\s*(?:[-•*]\s+)?{_NAMES}\s*[,;.]?\s*")
_SPLIT = re.compile(_SEPARATOR + _NOT_IN_BRACKETS)
_SENTENCE = r"(?:(?<=^)|(?<=[.!?] )(?<![A-ZÆØÅ]\. ))"
_AWAY = (
    r"(?:(?:havde\s+forladt\s+mødet\s+og\s+)?(?:var|er|havde|har)\s+(?:fraværende|forhindret|meldt\s+(?:sig\s+)?(?:afbud|syg|forfald)|afbud|forfald)"
    r"(?:\s+(?:i\s+at\s+deltage|under|ved|i|fra|med|uden|på)\b[^.]{0,80})?)"
)
_WERE_ABSENT = re.compile(
    rf"{_SENTENCE}(?:(?:(?:Der\s+var\s+)?[Aa]fbud\s+fra|Forfald\s+havde|Afbud\s+havde)\s+(?P<after>{_NAMES}?)(?=\s*(?:\.|$))"
    rf"|(?P<before>{_NAMES})\s+{_AWAY})\s*(?:\.|$)\s*",
    re.MULTILINE,
)
_ABSENT_WORD = re.compile(r"fraværende|fbud|forhindret|forfald|\bsyg\b")
_STOCK_TAIL = re.compile(
    r".*(?:fraværende|forhindret|afbud|syg|forfald)(?:\s+i\s+at\s+deltage(?:\s+i\s+mødet)?|\s+(?:under|ved)\s+(?:behandlingen\s+af\s+)?(?:dette\s+)?(?:punkt\w*|sag\w*)|\s+(?:i|fra|til)\s+(?:hele\s+)?mødet|\s+med\s+afbud|\s+uden\s+afbud)?",
    re.DOTALL,
)
_TOOK_PART = re.compile(
    rf"{_SENTENCE}(?:(?:Til\s?stede|Mødte?|Nærværende|Fremmødte?)(?:\s+var)?\s*:?\s+(?P<after>{_NAMES}?)|(?P<before>{_NAMES})\s+(?:deltog(?:\s+i\s+mødet)?|var\s+til\s+stede))\s*(?:\.|$)",
    re.MULTILINE,
)
_ROLE_BEHIND = re.compile(rf"\s*{_ROLE}$")
_ABSENCE_HEADING = re.compile(r"(?:fraværende(?:\s+med\s+afbud|\s+uden\s+afbud|\s+med\s+lovligt\s+forfald)?|forfald|afbud(?:\s+fra)?|ikke\s+til\s+stede)\s*:?", re.IGNORECASE)  # fmt: skip
_NOBODY = frozenset({"ingen", "ingen.", "-", "0"})


@dataclass(frozen=True, slots=True)
class Absences:
    """Who was absent according to some lines, and the lines that are left without saying so."""

    names: tuple[str, ...]
    rest: list[str]


def are_names(text: str) -> bool:
    """Whether `text` consists of names of people and nothing else."""
    return _ONLY_NAMES.fullmatch(text) is not None


def are_name_list(lines: list[str]) -> bool:
    """Whether lines hold names and nothing else."""
    text = " ".join(line.strip() for line in lines)
    return not text or text.lower() in _NOBODY or are_names(text) or all(map(are_names, filter(None, lines)))


def split_names(lines: list[str]) -> tuple[str, ...]:
    """The names in a list that is printed one a line, or with commas and wrapped where the line was full."""
    printed = [line.strip().lstrip("-•*").strip() for line in lines if line.strip()]
    with_commas = sum(re.search(rf"[,;]\s*(?:[A-ZÆØÅÉÖ]|$){_NOT_IN_BRACKETS}", line) is not None for line in printed)
    one_a_line = with_commas == 0
    parts = printed if one_a_line else [" ".join(printed)]
    names = [name for part in parts for name in _SPLIT.split(part)]
    cleaned = (" ".join(name.split()).strip(" ,;:") for name in names)
    return tuple(dict.fromkeys(_without_full_stop(name) for name in cleaned if name and name.lower() not in _NOBODY))


def without_role(name: str) -> str:
    """A name without what stands in brackets behind it: party, role, organisation."""
    return _ROLE_BEHIND.sub("", name)


def take_absences(lines: list[str]) -> Absences:
    """Takes the absence list (`Fraværende:` and names, `Fraværende N.N.`) and sentences of absence out of `lines`."""
    names: list[str] = []
    rest: list[str] = []
    number = 0
    while number < len(lines):
        listed, after = _absence_list(lines, number)
        if after > number:
            names.extend(listed)
            number = after
            continue
        told, line = _told_absences(lines[number])
        names.extend(told)
        if line or not told:
            rest.append(line)
        number += 1
    return Absences(tuple(dict.fromkeys(names)), rest)


def told_participants(text: str) -> tuple[str, ...]:
    """Who took part in the meeting according to a sentence like `A, B og C deltog i mødet.`"""
    told = _TOOK_PART.search(text)
    return split_names([told["before"] or told["after"]]) if told else ()


def _told_absences(line: str) -> tuple[list[str], str]:
    """The names in the sentences of a line that say who was absent, and the line without these sentences."""
    if not _ABSENT_WORD.search(line):
        return [], line
    names: list[str] = []

    def take(told: re.Match[str]) -> str:
        listed = split_names([told["before"] or told["after"]])
        # `Alle var fraværende.`, `FagMED og HovedMED var fraværende.`: a person has two names, or the sentence stays.
        if not all(" " in name for name in listed):
            return told.group()
        names.extend(listed)
        # Why, or where, is text: `... var fraværende ved drøftelsen af Skolevej.`
        return "" if told["after"] or _STOCK_TAIL.fullmatch(told.group().strip(" .")) else told.group()

    rest = _WERE_ABSENT.sub(take, line)
    return names, rest.rstrip() if names else line


def _absence_list(lines: list[str], number: int) -> tuple[tuple[str, ...], int]:
    """The names of the absence list that begins at line `number`, and the line after it; or none and `number`."""
    heading = _ABSENCE_HEADING.match(lines[number])
    if heading is None:
        return (), number
    behind = lines[number][heading.end() :].strip()
    if behind.lower() in _NOBODY:
        return (), number + 1
    if behind and (not are_names(behind) or lines[number][heading.end() - 1 : heading.end() + 1].isalpha()):
        return (), number
    after = _end_of_names(lines, number + 1, begun=bool(behind))
    if not behind and after > number + 1 and not _is_list(lines[number + 1 : after]):
        return (), number + 1 if ":" in lines[number] else number
    listed = [behind, *lines[number + 1 : after]]
    if not behind and after == number + 1 and ":" not in lines[number]:
        return (), number
    return split_names(listed), after


def _is_list(lines: list[str]) -> bool:
    """Whether lines below the heading are names: `Godkendt.` is none, a name has two words or stands among others."""
    first = next((line for line in lines if line.strip()), "")
    return len(first.split()) > 1 or "," in first


def _end_of_names(lines: list[str], start: int, *, begun: bool) -> int:
    """The number of the line behind the last name of a list; `start` where there is none.

    Conversion may have put empty lines between the names: past one, only a full name goes on with the list.
    """
    after = start
    for number in range(start, len(lines)):
        line = lines[number]
        if not line.strip():
            continue
        torn_off = begun and number > after
        if (
            _ABSENCE_HEADING.match(line)
            or name_of_heading(line)
            or not are_names(line)
            or (torn_off and len(line.split()) < 2)
        ):
            break
        begun, after = True, number + 1
    return after


def _without_full_stop(name: str) -> str:
    ends_in_initial = re.search(r"\b[A-ZÆØÅ]\.$", name)
    return name if ends_in_initial else name.rstrip(".")
