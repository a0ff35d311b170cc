"""The head of minutes: which committee met, when, where, and who was there."""

import re
from dataclasses import dataclass, field
from datetime import date

from medsearch.language.dates import find_dates
from medsearch.minutes.contents import is_contents_heading
from medsearch.minutes.lines import following
from medsearch.minutes.people import split_names

_TITLE_LINE = re.compile(
    r"(?:endeligt\s+|åbent\s+)?(?:referat|dagsorden|beslutningsprotokol|mødereferat)\s+(?:fra\s+|for\s+|af\s+|til\s+)?(?P<committee>\S.*?)"
    r"\s*[,–-]?\s+(?:(?:d\.|den|fra\s+mødet\s+den)\s*)?(?P<date>\d{1,2}[-.\s/].{3,20}\d{2,4})",
    re.IGNORECASE,
)
_LABELS = {
    "committee": "udvalg",
    "date": "mødedato, dato, mødetidspunkt, tidspunkt, starttidspunkt, møde",
    "place": "mødested, sted, mødelokale",
    "participants": "mødedeltagere, deltagere, medlemmer, til stede, tilstede",
    "absent": "fraværende, afbud, ikke til stede, afbud fra",
}
_FIELD_BY_LABEL = {label.strip(): name for name, labels in _LABELS.items() for label in labels.split(",")}
_LABEL = re.compile(
    rf"(?P<label>{'|'.join(sorted(_FIELD_BY_LABEL, key=len, reverse=True))})(?:\s*:\s*|\s+|$)(?P<value>.*)",
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
    match = _TITLE_LINE.fullmatch(line.strip())
    found = next(find_dates(match["date"]), None) if match else None
    if match is None or found is None:
        return None
    return Header(committee=" ".join(match["committee"].split()), day=found.day)


def begins_header(lines: list[str], start: int) -> bool:
    """Whether the lines from `start` go on like the head of minutes: a label or the contents list is near."""
    return any(
        _LABEL.fullmatch(lines[number].strip()) or is_contents_heading(lines[number])
        for number in following(lines, start)
    )


def read_header(lines: list[str]) -> Header:
    """What the lines before the first agenda item say about the meeting."""
    header = Header()
    number = 0
    while number < len(lines):
        line = lines[number]
        label = _LABEL.fullmatch(line.strip())
        if label is not None:
            values, number = _values(lines, number, label["value"])
            _take(header, _FIELD_BY_LABEL[label["label"].lower()], values)
            continue
        title = read_title_line(line)
        if title is not None:
            header.committee = header.committee or title.committee
            header.day = header.day or title.day
        elif line:
            header.left.append(line)
        number += 1
    return header


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
    return _LABEL.fullmatch(line.strip()) is not None or read_title_line(line) is not None


def _take(header: Header, name: str, values: list[str]) -> None:
    text = " ".join(values)
    if name == "committee":
        header.committee = text or header.committee
    elif name == "date":
        found = next(find_dates(text), None)
        header.day = found.day if found else header.day
        header.when = f"{header.when} {text}"
    elif name == "place":
        header.place = text or header.place
    elif name == "participants":
        header.participants = split_names(values) or header.participants
    else:
        header.absent = split_names(values) or header.absent
