"""Names of committees: which words are one, of which kind, and how a line of a head names it with date and place."""

import re
from datetime import date, time
from typing import NamedTuple

from medsearch.language.dates import FoundDate, find_dates, find_times

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
_BODY = re.compile(r"\b\w*(?:(?i:udvalg|råd|rådet|bestyrelse|nævn|kommission|komité|komite|direktion|chefgruppe|styregruppe|forum)|MED)(?:et|en|ne|rne)?\b|\b(?:TRIO|HMU|LMU|FMU|RMU)\b")  # fmt: skip
# What stands around a committee's name in the title of minutes.
_BEFORE = re.compile(
    r"(?:(?:[A-ZÆØÅ][\wæøå-]+\s+Kommune\b\s*[–:,|-]*\s*)|(?:endelig[t]?|åbent?|lukket|ordinært?|ekstraordinært?|konstituerende|underskrevet|udkast(?: til)?|kladde(?: til)?|foreløbigt?)\s+"
    r"|(?:referat|mødereferat|beslutningsreferat|beslutningsprotokol|protokol|dagsorden|mødedagsorden|beslutninger|noter|notat)(?:et|en)?\b\s*"
    r"|(?:møde|mødet|udvalgsmøde|byrådsmøde)\b\s*(?:nr\.?\s*\d+\s*)?|(?:fra|for|af|til|i|over|fra mødet i|holdt|afholdt)\s+(?=\S)|[–—:,.\s-]+)*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:[\s,;:–—-]|\((?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2}\)|\b(?:den|d\.|kl\.?|klokken|fra mødet|holdt|afholdt|mødet?|møder|referat|dagsorden|beslutningsprotokol|protokol|man|tirs|ons|tors|fre|lør|søn)(?:dag)?)+$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(?:man|tirs|ons|tors|fre|lør|søn)dag(?:en)?\b,?\s*", re.IGNORECASE)
_FORMULA = re.compile(r"\b(?:referat|mødereferat|beslutnings\w+|protokol|dagsorden|møde|mødet)\b", re.IGNORECASE)
_PAPER = re.compile(r"\b(?:noter|\w*referat|\w*protokol|\w*dagsorden)\b", re.IGNORECASE)
_GENITIVE = re.compile(r"s\s+møde[rt]?\b", re.IGNORECASE)
_HOUR = r"(?:\d{1,2}(?:[.:]\d{2})?(?:[.:]\d{2})?|et|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv)"
_CLOCK = re.compile(
    rf",?\s*(?:fra\s+)?\b(?:kl|klokken)\b\.?\s*{_HOUR}(?:\s*(?:[-–]|til)\s*(?:ca\.?\s*)?(?:kl\.?\s*)?(?:{_HOUR}|\?))?"
    r"|\s*[-–]?\s*(?<![\d.])\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?![\d.])(?:\s*(?:[-–]|til)\s*\d{1,2}[.:]\d{2})?",
    re.IGNORECASE,
)
# Behind the time of a meeting: `kl. 16.00 i Aktivitetshuset`.
_PLACE = re.compile(r"[\s,]*(?:i|på)\s+(?P<place>\S(?:(?!\.\s+[A-ZÆØÅ]).){2,80}?)\.?")
_DASH = re.compile(r"\s[–-]\s")  # `Brovejlbyegnens Trafik – Trafikudvalget`
_LONGEST = 200
_MOST_WORDS = 12


class TitleLine(NamedTuple):
    """What a line of a head says of a meeting. `rest` is what is neither committee nor date nor time."""

    committee: str | None = None
    day: date | None = None
    began: time | None = None
    ended: time | None = None
    place: str | None = None
    rest: str = ""
    is_paper: bool = False  # it calls itself minutes or agenda
    is_formula: bool = False  # it speaks of a meeting


def kind_of_committee(name: str) -> str | None:
    """The kind of committee that a name says, in its usual spelling: `LokalMED`, `HovedMED`, `Byråd` ... or None."""
    return next((kind for kind, pattern in _KIND_PATTERNS if pattern.search(name)), None)


def is_committee(text: str) -> bool:
    """Whether `text` is written like the name of a committee and nothing else."""
    words = text.split()
    if not words or len(words) > _MOST_WORDS or text.endswith((".", ",", ";", "?")):
        return False
    return _BODY.search(text) is not None and not re.search(r"[.:;?!]\s|\b(?:at|er|blev|har|som|der|skal|kan)\b", text)


def read_title_line(line: str) -> TitleLine:
    """What a line like `REFERAT LokalMED Bibliotek d. 12-12-2025` says; whatever is not understood is `rest`."""
    text = " ".join(line.split())
    if len(text) > _LONGEST:
        return TitleLine(rest=text)
    found = next(find_dates(text), None)
    bare = f"{text[: found.start]} {text[found.end :]}" if found else text
    times = find_times(bare)
    clock = _CLOCK.search(bare) if times else None
    place = _PLACE.fullmatch(bare[clock.end() :]) if clock and found else None
    bare = bare[: clock.end()] if clock and place else bare
    before = _name_in(" ".join(_WEEKDAY.sub("", text[: found.start]).split())) if found else ""
    name = before if is_committee(before) else _name_in(" ".join(_WEEKDAY.sub("", _CLOCK.sub(" ", bare)).split()))
    formula = _PAPER.search(text) or _GENITIVE.search(text)
    certain = is_committee(name) or (found is not None and formula is not None and _looks_like_name(name))
    return TitleLine(
        committee=name if certain else None,
        day=found.day if found else None,
        began=times[0] if times else None,
        ended=times[1] if len(times) > 1 else None,
        place=place["place"] if place else None,
        rest=_behind(text, found) if certain and name == before else "" if certain else name,
        is_paper=_PAPER.search(text) is not None,
        is_formula=_FORMULA.search(text) is not None,
    )


def _behind(text: str, found: FoundDate | None) -> str:
    """What stands behind the date of a title and is neither time nor place."""
    rest = text[found.end :] if found else ""
    clock = _CLOCK.search(rest)
    if clock and _PLACE.fullmatch(rest[clock.end() :]):
        rest = rest[: clock.start()]
    return _name_in(" ".join(_CLOCK.sub(" ", rest).split()))


def _name_in(text: str) -> str:
    genitive = _GENITIVE.search(text)
    before = _BEFORE.match(text)
    start = before.end() if before else 0
    name = _BEHIND.sub("", text[start:])
    if genitive and name and genitive.start() == start + len(name) - 1:
        return name[:-1]
    *_, last = _DASH.split(name)
    return (last if is_committee(last) and last[:1].isupper() else name).strip(" -–—,:|·")


def _looks_like_name(name: str) -> bool:
    return name[:1].isupper() and len(name.split()) <= 8 and not name.endswith(".")
