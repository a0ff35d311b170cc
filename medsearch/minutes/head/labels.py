"""The labels of the head of minutes, and the values that stand behind or below them."""

import datetime as dt
import re

from medsearch.language.dates import find_dates
from medsearch.minutes.body.people import are_names
from medsearch.minutes.head.committees import TitleLine, is_committee, read_title_line
from medsearch.minutes.items.contents import is_contents_heading
from medsearch.minutes.lines import cells, following, squeeze

# What the head of minutes is labelled with. Those that are words of running text need a colon or a line of their own.
_LABELS = {
    "date": ("mødedato, mødetidspunkt, starttidspunkt", "dato, tidspunkt, tid, møde, start, start kl., dato og tid, mødet afholdt, mødet begyndte, mødestart"),
    "end": ("sluttidspunkt", "slut, slut kl., mødet sluttede, mødet hævet, mødet slut, mødeslut"),
    "place": ("mødested", "sted, mødelokale, lokale, mødet afholdes på, mødet afholdt på, mødet holdes på, afholdt på, adresse"),
    "participants": ("mødedeltagere", "deltagere, medlemmer, til stede, tilstede, tilstedeværende, deltog, mødte, mødt, mødt var, vi var, nærværende, nærværende var, fremmødte"),
    "absent": ("fraværende, afbud fra, afbud", "ikke til stede, fraværende med afbud, fraværende uden afbud, fraværende med lovligt forfald, forfald, ikke med"),
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
_MOST_VALUES = 6  # lines behind a label
_MOST_PEOPLE = 300
_AROUND = 3  # lines in which labels of a letter speak against a date
_LONGEST_LABEL = 70


def read_label(line: str) -> tuple[str, str] | None:
    """The field that a label at the beginning of `line` stands for, and what stands behind the label."""
    row = cells(line)
    text = ": ".join((row[0].rstrip(": "), " ".join(row[1:]))) if len(row) > 1 else line.strip()
    match = _LABEL.fullmatch(text)
    if match is None:
        return None
    return _FIELD_BY_LABEL[(match["label"] or match["plain"]).lower()], match["value"] or match["behind"] or ""


def dated_label(line: str) -> dt.date | None:
    """The date behind a label of a meeting's date."""
    label = read_label(line)
    if label is None or label[0] != "date":
        return None
    found = next(find_dates(label[1]), None)
    return found.day if found else None


def is_meeting_title(line: str) -> TitleLine | None:
    """What a line says that is the title of minutes: it calls itself so, and names committee and date."""
    if not line.strip() or line.rstrip().endswith((".", ",")):
        return None
    title = read_title_line(line)
    return title if title.is_paper and title.committee and title.day else None


def begins_header(lines: list[str], start: int) -> bool:
    """Whether the lines from `start` go on like the head of minutes: date of meeting or contents list is near."""
    return any(dated_label(lines[number]) or is_contents_heading(lines[number]) for number in following(lines, start))


def begins_anew(line: str) -> bool:
    """Whether a line ends the value of the label above it."""
    return (
        read_label(line) is not None
        or _OTHER_LABEL.match(line.strip()) is not None
        or is_meeting_title(line) is not None
        or is_contents_heading(line)
    )


def undamaged(line: str) -> str:
    """A line whose label conversion tore or cut short (`Mødedo`, `Mødedelta gere`), with the label whole."""
    whole = _BY_LETTERS.get(squeeze(line)) if len(line) < _LONGEST_LABEL else None
    if whole:
        return whole
    torn = _DAMAGED.match(line)
    return f"{_WHOLE[torn.lastgroup]}{line[torn.end() :]}" if torn and torn.lastgroup else line


def one_label_each(line: str) -> list[str]:
    """A line with several labels, as `Mødt: ... Afbud: ...`, as a line for each."""
    return _NEXT_LABEL.split(line) if read_label(line) else [line]


def with_colons(lines: list[str]) -> list[str]:
    """The lines with a colon behind labels that have none, where several lines of the head begin with one."""
    bare = [
        number for number, line in enumerate(lines) if read_label(line) is None and _BARE_LABEL.fullmatch(line.strip())
    ]
    if len(bare) < 2:
        return lines
    return [_BARE_LABEL.sub(r"\1: \2", line.strip()) if number in bare else line for number, line in enumerate(lines)]


def is_letter(lines: list[str], number: int) -> bool:
    """Whether labels of a letter stand around a line: then its date is that of the letter."""
    around = lines[max(0, number - _AROUND) : number + 1 + _AROUND]
    said = {match.group().lower() for line in around if len(line) < 100 for match in _OF_A_LETTER.finditer(line)}
    return len(said - {"dato"}) > 1


def values_of(lines: list[str], number: int, label: tuple[str, str]) -> tuple[list[str], int]:
    """The value of the label at line `number`: what is behind it and the lines to the next empty one or label.

    A list of people may have empty lines between the names.
    """
    name, behind = label
    values = [behind] if behind else []
    number += 1
    while not values and number < len(lines) and not lines[number]:
        number += 1
    most = _MOST_PEOPLE if name in ("participants", "absent", "") else _MOST_VALUES
    while number < len(lines) and len(values) < most:
        if not lines[number]:
            if name not in ("participants", "absent") or not _names_go_on(lines, number):
                break
        elif begins_anew(lines[number]):
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
    return len(line.split()) > 1 and are_names(line) and not begins_anew(line) and not is_committee(line)


def labels_first(lines: list[str], number: int) -> list[int]:
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
