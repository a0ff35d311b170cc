"""The head of minutes: which committee met, when, where, and who was there."""

import re
from dataclasses import dataclass, field
from datetime import date

from medsearch.language.dates import find_dates
from medsearch.minutes.contents import is_contents_heading
from medsearch.minutes.lines import following
from medsearch.minutes.people import are_name_list, split_names

_TITLE_LINE = re.compile(
    r"(?:endeligt |åbent )?(?:referat|dagsorden|beslutningsprotokol|mødereferat) (?:fra |for |af |til )?"
    r"(?:møde(?:t)? i )?(?P<committee>\S.*?)[ ,–-]* (?:(?:d\.|den|fra mødet den) ?)?"
    r"(?P<date>\d{1,2}[-. /]{1,2}(?:\d{1,2}[-. /]{1,2}|[a-zæøå]{3,9}\.? )\d{2,4})(?:,? ?kl\.?.*)?",
    re.IGNORECASE,
)
_LONGEST_TITLE_LINE = 200
# What the head of minutes is labelled with. Those that are words of running text need a colon or a line of their own.
_LABELS = {
    "date": ("mødedato, mødetidspunkt, starttidspunkt", "dato, tidspunkt, tid, møde"),
    "place": ("mødested", "sted, mødelokale, lokale"),
    "participants": ("mødedeltagere", "deltagere, medlemmer, til stede, tilstede"),
    "absent": ("fraværende, afbud fra, afbud", "ikke til stede"),
    "committee": ("", "udvalg"),
}
_FIELD_BY_LABEL = {
    label: name for name, forms in _LABELS.items() for label in ", ".join(filter(None, forms)).split(", ")
}


def _any_of(forms: str) -> str:
    return "|".join(sorted(forms.split(", "), key=len, reverse=True))


_LABEL = re.compile(
    rf"(?P<label>{_any_of(', '.join(forms[0] for forms in _LABELS.values() if forms[0]))})"
    r"(?:\s*:\s*|\s+|$)(?P<value>.*)"
    rf"|(?P<plain>{_any_of(', '.join(forms[1] for forms in _LABELS.values()))})\s*(?::\s*(?P<behind>.*)|$)",
    re.IGNORECASE,
)
# What stands in a line of the date beside date and time; any other word there is kept as text.
_IN_DATE_LINE = re.compile(
    r"\b(?:man|tirs|ons|tors|fre|lør|søn)dag\b|\b(?:den|d|kl|klokken|fra|til|i|og)\b|\d+(?:[.:]\d+)*|[^\w\s]",
    re.IGNORECASE,
)

# Kinds of committee by a word of their names, the first that fits.
_KINDS = (
    ("HovedMED", r"hoved-?med(?:-?udvalg\w*)?|med-hovedudvalg\w*|hmu|hovedudvalg\w*"),
    ("FagMED", r"fag-?med(?:-?udvalg\w*)?"),
    ("ForvaltningsMED", r"forvaltnings-?med(?:-?udvalg\w*)?|fmu"),
    ("OmrådeMED", r"område-?med(?:-?udvalg\w*)?|områdeudvalg\w*"),
    ("CenterMED", r"center-?med(?:-?udvalg\w*)?"),
    ("LokalMED", r"lokal-?med(?:-?udvalg\w*)?|lmu"),
    ("RegionsMED", r"rmu|regions-?med(?:-?udvalg\w*)?"),
    ("TRIO", r"trio"),
    ("MED", r"\w*med-?udvalg\w*|\w+MED|MED"),
    ("Byråd", r"byråd\w*|kommunalbestyrelse\w*|regionsråd\w*"),
    ("Udvalg", r"\w*udvalg\w*"),
)
_KIND_PATTERNS = tuple((kind, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for kind, pattern in _KINDS)


@dataclass(slots=True)
class Header:
    """What the head of minutes says, as far as it says it; `left` is what was not understood."""

    committee: str | None = None
    day: date | None = None
    when: str = ""
    place: str | None = None
    participants: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    left: list[str] = field(default_factory=list)

    @property
    def key(self) -> tuple[str | None, date | None]:
        """What tells one meeting from another."""
        return self.committee, self.day


def kind_of_committee(name: str) -> str | None:
    """The kind of committee that a name says, in its usual spelling: `LokalMED`, `HovedMED`, `Byråd` ... or None."""
    return next((kind for kind, pattern in _KIND_PATTERNS if pattern.search(name)), None)


def read_title_line(line: str) -> Header | None:
    """Committee and date of a line like `REFERAT LokalMED Bibliotek d. 12-12-2025`, or None if it is no such line."""
    squeezed = " ".join(line.split())
    match = _TITLE_LINE.fullmatch(squeezed) if len(squeezed) <= _LONGEST_TITLE_LINE else None
    found = next(find_dates(match["date"]), None) if match else None
    return Header(committee=match["committee"], day=found.day) if match and found else None


def begins_header(lines: list[str], start: int) -> bool:
    """Whether the lines from `start` go on like the head of minutes: date of meeting or contents list is near."""
    return any(_is_dated(lines[number]) or is_contents_heading(lines[number]) for number in following(lines, start))


def end_of_header(lines: list[str]) -> int:
    """The line after the head of minutes in which no agenda item was found: behind its last label or title line."""
    number = end = 0
    while number < len(lines):
        label = _read_label(lines[number])
        if label is not None:
            number = end = _values(lines, number, label[1])[1]
        elif not lines[number] or read_title_line(lines[number]) is not None:
            number += 1
            end = number if lines[number - 1] else end
        else:
            break
    return end


def read_header(lines: list[str]) -> Header:
    """What the lines before the first agenda item say about the meeting; whatever they say besides is `left`."""
    header = Header()
    number = 0
    while number < len(lines):
        line = lines[number]
        label = _read_label(line)
        if label is not None:
            values, after = _values(lines, number, label[1])
            if not _take(header, label[0], values):
                header.left.extend(lines[number:after])
            number = after
            continue
        if line and not _take_title(header, line):
            header.left.append(line)
        number += 1
    return header


def _read_label(line: str) -> tuple[str, str] | None:
    """The field that a label at the beginning of `line` stands for, and what stands behind the label."""
    match = _LABEL.fullmatch(line.strip())
    if match is None:
        return None
    return _FIELD_BY_LABEL[(match["label"] or match["plain"]).lower()], match["value"] or match["behind"] or ""


def _is_dated(line: str) -> bool:
    label = _read_label(line)
    return label is not None and label[0] == "date" and any(find_dates(label[1]))


def _values(lines: list[str], number: int, behind: str) -> tuple[list[str], int]:
    """The value of the label at line `number`: what is `behind` it and the lines to the next empty one or label."""
    values = [behind] if behind else []
    number += 1
    while not values and number < len(lines) and not lines[number]:
        number += 1
    while number < len(lines) and lines[number] and not _begins_anew(lines[number]):
        values.append(lines[number].strip())
        number += 1
    return values, number


def _begins_anew(line: str) -> bool:
    return _read_label(line) is not None or read_title_line(line) is not None


def _take_title(header: Header, line: str) -> bool:
    """Takes committee and date from a title line; whether it was one that says nothing else than the head does."""
    title = read_title_line(line)
    if title is None or header.committee not in (None, title.committee) or header.day not in (None, title.day):
        return False
    header.committee = header.committee or title.committee
    header.day = header.day or title.day
    return True


def _take(header: Header, name: str, values: list[str]) -> bool:
    """Takes the value of a label; whether all of it was understood, and the head had not said otherwise before."""
    text = " ".join(values)
    if name == "date":
        return _take_date(header, text)
    value = split_names(values) if name in ("participants", "absent") else text
    known = getattr(header, name)
    if not known:
        setattr(header, name, value or known)
    return known in (value, None, ()) and (name != "absent" or not values or are_name_list(values))


def _take_date(header: Header, text: str) -> bool:
    found = next(find_dates(text), None)
    if found is not None:
        header.day = header.day or found.day
        rest = _IN_DATE_LINE.sub("", text[: found.start] + text[found.end :])
    else:
        rest = _IN_DATE_LINE.sub("", text)
    header.when = f"{header.when} {text}"
    return not rest.strip()
