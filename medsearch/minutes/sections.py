"""The sections of an agenda item: which printed headings stand for which section, and where one begins."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from medsearch.language.dates import find_dates
from medsearch.minutes.lines import Lines, cells, following
from medsearch.minutes.people import are_names
from medsearch.model import SectionName

# Every section, and the headings that it has in print. The first four carry an item; the others may come or not.
_HEADINGS = {
    SectionName.SUMMARY: "Resumé, Resume, Sagsresumé, Sagsresume, Sagens kerne, Kort resumé",
    SectionName.PRESENTATION: "Sagsfremstilling, Beskrivelse af sagen, Sagsbeskrivelse, Sagsfremstilling og økonomi, Beskrivelse, Problemstilling, Løsning, Redegørelse, Supplerende sagsfremstilling, Uddybende sagsfremstilling, Yderligere sagsfremstilling",
    SectionName.RECOMMENDATION: "Indstilling, Indstillinger, Administrativ indstilling, Administrationens indstilling, Forvaltningens indstilling, Alternativ indstilling, Indstilling og beslutning, Forslag til beslutning, Forslag",
    SectionName.DECISION: "Beslutning, Beslutninger, Vedtagelse, Konklusion, Referat, Udvalgets beslutning",
    SectionName.BACKGROUND: "Baggrund, Indledning, Historik, Beslutningstema, Sagens formål, Formål",
    SectionName.ECONOMY: "Økonomi, Økonomiske konsekvenser, Økonomiske forhold, Økonomiske og personalemæssige konsekvenser, Økonomiske og personalemæssige forhold, Bevilling",
    SectionName.PERSONNEL: "Personale, Personalemæssige konsekvenser, Personalemæssige forhold",
    SectionName.LAW: "Lovgrundlag, Retligt grundlag, Retsgrundlag, Juridiske forhold, Lovgrundlag og planer, Retsregler og andre forskrifter, Lovgrundlag - link, Lovgrundlag – link",
    SectionName.CONSULTATION: "Høring, Inddragelse, Inddragelse og høring, Høring og inddragelse",
    SectionName.COMPETENCE: "Kompetence, Beslutningskompetence, Hvem beslutter, Sagen afgøres af, Sagen afgøres i",
    SectionName.PROCESS: "Sagsgang, Sagsgang og sagstype, Sagsforløb, Forventet sagsgang, Sagen behandles i, Sagshistorik, Sagens forløb, Sagens gang, Videre proces, Den videre proces",
    SectionName.ATTACHMENTS: "Bilag, Bilagsliste, Bilagsoversigt, Vedlagte bilag, Bilag til sagen",
    SectionName.OTHER: "Bæredygtighed, Borgerinddragelse, Handlemuligheder, Tværgående konsekvenser, Konsekvenser for andre udvalg, Planmæssige forhold, Miljøvurdering, Alternativer, Opfølgning, Implementering, Borgerperspektiv, Udtalelser, Udtalelse, Tilgængelighed, Verdensmål, FN's verdensmål, Digitalisering, Økonomichefens bemærkninger, Supplerende oplysninger, Supplerende bemærkninger, Effekt, Drøftelse, Drøftelser, Kommunikation, Klima, Vurdering, Evaluering, Bemærkninger, Tidsplan, Miljø, Miljømæssige konsekvenser, Klimakonsekvenser, Sundhed, Sundhedsmæssige konsekvenser, Andre konsekvenser, Konsekvenser, Handicap, Handicappolitik, Ligestilling, Politikker, Politisk behandling, Tidligere behandling, Perspektiver, Risici, Tværgående hensyn, Forvaltningens bemærkninger, Administrationens bemærkninger, Forvaltningens vurdering, Administrationens vurdering",
}  # fmt: skip
_BY_HEADING = {heading.strip().lower(): name for name, headings in _HEADINGS.items() for heading in headings.split(",")}
MAIN_SECTIONS = frozenset(
    {SectionName.SUMMARY, SectionName.PRESENTATION, SectionName.RECOMMENDATION, SectionName.DECISION}
)
# Words of running text as well: these are headings where the same minutes print them so more than once.
_ORDINARY_WORDS = frozenset({"referat", "forslag", "beskrivelse", "løsning", "formål", "høring", "bevilling", "redegørelse"})  # fmt: skip
_ABSENCE = re.compile(r"(?:fraværende|afbud|ikke til stede)\b", re.IGNORECASE)
_FILE = re.compile(
    r"(?:[-•*–]\s*)?\S.{0,150}\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|txt|jpe?g|png|zip|msg)", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_NO_HEADING_WITHIN = frozenset({SectionName.DECISION, SectionName.RECOMMENDATION, SectionName.ATTACHMENTS, SectionName.COMPETENCE, SectionName.PROCESS, SectionName.TEXT})  # fmt: skip
_LONG_TEXT = 40  # characters of a text below a heading
_MOST_WORDS = 6  # of a heading in no table
# Sections whose headings are hardly ever words of running text that a colon follows.
_RARELY_TEXT = frozenset({SectionName.LAW, SectionName.COMPETENCE, SectionName.BACKGROUND, SectionName.PROCESS})
_LONGEST_HEADING = max(map(len, _BY_HEADING)) + 1

_DAY = r"(?:den\s+|d\.\s*)?\d{1,2}\.?[-./ ]{1,2}(?:\d{1,2}[-./]{1,2}|[a-zæøå]{3,9}\.?\s)\s?\d{2,4}"
_COMMITTEE = r"(?P<committee>[A-ZÆØÅ][\w.,& /-]{1,70}?)(?:\s*\((?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2}\))?"
_DECIDING = r"(?:Udvalget|Byrådet|Rådet|Bestyrelsen|[A-ZÆØÅ][\wæøå-]*(?:udvalget|rådet|bestyrelsen|MED))"
_ITEM_BEHIND = r"(?:,?\s*(?:pkt\.?|punkt|sag(?:\s+nr)?\.?)\s*\d+)?"
# Headings that say who decided when: `Beslutning i Økonomiudvalget den 3. april 2024:`, `Byrådet, 03-04-2019, pkt. 42`.
_DECIDED_BY = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (rf"(?i:(?:beslutning|behandling)(?:\s+(?:i|fra|af))?)\s+{_COMMITTEE}[ ,–-]*(?P<date>{_DAY}){_ITEM_BEHIND}", 0),
        (r"(?i:(?:beslutning|behandling)\s+(?:i|fra|af))\s+(?P<committee>[A-ZÆØÅ]\w*(?:udvalget|rådet|bestyrelsen|MED)\b[\w ]*)", 0),
        (rf"(?i:beslutning)\s+(?P<date>{_DAY}){_ITEM_BEHIND}", 0),
        (rf"{_COMMITTEE}\s*[,–-]\s*(?P<date>{_DAY}){_ITEM_BEHIND}", 0),
        (rf"{_DECIDING} (?:besluttede|vedtog)", 0),
    )
)  # fmt: skip
_LONGEST_DECIDED_BY = 140
# `Direktionen indstiller,` and `Det indstilles, at`: the heading of a recommendation that has none.
_LEAD = re.compile(
    r"(?P<heading>(?:Det|[A-ZÆØÅ][\wæøå-]*(?:\s+(?:for|og|i|af|[A-ZÆØÅ]?[\wæøå-]+)){0,6})\s+(?:indstiller|indstilles|anbefaler))"
    r"(?:[,:]?(?:\s+at)?\s*:?|(?P<text>(?:\s+til\b|,?\s+at\b).*))"
)
_GLUED = "|".join(("Resumé", "Resume", "Sagsfremstilling", "Indstilling", "Beslutning", "Sagsresumé", "Bilag", "Baggrund", "Økonomi", "Kompetence", "Vedtagelse", "Konklusion", "Sagsgang", "Høring", "Historik"))  # fmt: skip
# `Indstilling Udvalget indstiller,`, `BeslutningGodkendt.`: a heading, and its text behind it, which begins like a sentence.
_HEADING_AND_TEXT = re.compile(
    rf"(?P<heading>{_GLUED})(?:(?P<colon>\s*:\s*)(?P<behind>\S.*)|(?:\s+|(?=[A-ZÆØÅ][a-zæøå]))(?P<text>[A-ZÆØÅ\d\"”»].*))"
    rf"|(?P<told>{_DECIDING} (?:besluttede|vedtog))\s*:\s*(?P<decided>\S.*)"
)
# Of these a word may follow in running text; only glued to it, or with a colon, they are headings.
_NEED_A_MARK = frozenset({"bilag", "baggrund", "økonomi", "kompetence", "konklusion", "sagsgang", "høring", "historik"})


@dataclass(slots=True)
class RawSection:
    """A section as it stands in print: its lines, among them what is no text of it (absences)."""

    name: SectionName
    heading: str | None
    lines: list[str] = field(default_factory=list)
    committee: str | None = None
    date: dt.date | None = None


class Decided(NamedTuple):
    """Who took a decision and when, as its heading says."""

    committee: str | None
    date: dt.date | None


@dataclass(frozen=True, slots=True)
class HeadingStyle:
    """How the minutes at hand print the headings of their sections: all of them are held to it."""

    with_colon: bool = False
    glued: bool = False  # whether most of them stand on one line with their text
    marks: bool = False  # whether the document itself marks them as headings
    repeated: frozenset[str] = frozenset()  # lines that stand in more than one item

    @classmethod
    def of(cls, items: Sequence[Lines]) -> "HeadingStyle":
        """The style of the headings in the lines of all items."""
        own = [line.strip() for item in items for line in item.texts]
        signed = [item.texts[number].strip() for item in items for number in sorted(item.marked)]
        main = [line for line in own if name_of_heading(line) in MAIN_SECTIONS and not _is_ordinary(line)]
        signed_main = [line for line in signed if name_of_heading(line) in MAIN_SECTIONS]
        return cls(
            with_colon=sum(line.endswith(":") for line in main) * 2 > len(main),
            glued=sum(_glued(line) is not None for line in own) > max(2, len(main)),
            marks=len(signed_main) > 1 and len(signed_main) * 2 > len(main),
            repeated=_in_several(items),
        )


def _in_several(items: Sequence[Lines]) -> frozenset[str]:
    """The lines that stand in more than one item."""
    held = ({_key(line) for line in item.texts if 0 < len(line) <= _LONGEST_DECIDED_BY} for item in items)
    counted = Counter(key for keys in held for key in keys)
    return frozenset(key for key, count in counted.items() if count > 1)


def is_section_heading(line: str) -> bool:
    """Whether `line` consists of the heading of a section, or begins with one that a sentence follows."""
    first = (cells(line) or [""])[0]
    return name_of_heading(first) is not None or _glued(line) is not None or decided_by(line) is not None


def name_of_heading(line: str) -> SectionName | None:
    """The section that a line is the heading of, and nothing else."""
    return _BY_HEADING.get(_key(line)) if len(line) <= _LONGEST_HEADING + 2 else None


def decided_by(line: str) -> Decided | None:
    """Who decided when, of a line that is the heading of a decision which says so."""
    text = line.strip().rstrip(":").rstrip()
    if len(text) > _LONGEST_DECIDED_BY:
        return None
    for pattern in _DECIDED_BY:
        if match := pattern.fullmatch(text):
            groups = match.groupdict()
            found = next(find_dates(groups.get("date") or ""), None)
            return Decided((groups.get("committee") or "").strip(" ,-–") or None, found.day if found else None)
    return None


def cut_sections(lines: Lines, style: HeadingStyle) -> list[RawSection]:
    """The sections of an item in order of print; what stands before a first heading is a section of its own."""
    sections = [RawSection(SectionName.TEXT, None)]
    after_gap = True
    for number, line in enumerate(lines.texts):
        after_gap = after_gap or (number > 0 and lines.ends_paragraph(number - 1))
        place = _Place(
            line.strip(), after_gap=after_gap, marked=number in lines.marked, below=_below(lines.texts, number)
        )
        opened = _opens(place, sections, style) if place.text else None
        if opened is None:
            sections[-1].lines.append(line)
        else:
            sections.append(opened)
        after_gap = not line or opened is not None
    return [section for section in sections if section.heading is not None or any(section.lines)]


def _below(lines: list[str], number: int) -> str:
    after = following(lines, number + 1, 1)
    return lines[after[0]] if after else ""


class _Place(NamedTuple):
    """A line that may open a section: whether an empty line or a heading is above, whether the document marks it."""

    text: str
    after_gap: bool
    marked: bool
    below: str  # the next line that is not empty


def _opens(place: _Place, sections: list[RawSection], style: HeadingStyle) -> RawSection | None:
    """The section that a line opens, or None where it is text, whatever word it begins with."""
    return (
        _plain_heading(place, sections, style)
        or _decision(place.text)
        or _with_text(place, sections, style)
        or _lead(place.text, sections, style)
        or _marked(place, style)
        or _file(place, sections[-1])
        or _repeated(place, sections[-1], style)
    )


def _plain_heading(place: _Place, sections: list[RawSection], style: HeadingStyle) -> RawSection | None:
    name = name_of_heading(place.text)
    # A line that is nothing but a main heading opens its section wherever it stands.
    if name is None or not (place.after_gap or place.marked or name in MAIN_SECTIONS):
        return None
    if not (place.marked and style.marks) and _is_subheading(place.text, name, sections[-1].name, style):
        return None
    return RawSection(name, place.text.rstrip(":").rstrip())


def _decision(text: str) -> RawSection | None:
    decided = decided_by(text)
    if decided is None:
        return None
    return RawSection(SectionName.DECISION, text.rstrip(":").rstrip(), committee=decided.committee, date=decided.date)


def _with_text(place: _Place, sections: list[RawSection], style: HeadingStyle) -> RawSection | None:
    """A heading with its text behind it on the line, or in the next cell of a table."""
    text = place.text
    row = cells(text)
    if len(row) > 1 and (name := name_of_heading(row[0])):
        return RawSection(name, row[0].rstrip(":").rstrip(), row[1:])
    glued = _glued(text, everywhere=style.glued)
    if glued is None or not (place.after_gap or glued["colon"] or glued.end("heading") == glued.start("text")):
        return None
    if glued["told"]:
        return RawSection(SectionName.DECISION, glued["told"], [glued["decided"]])
    name = _BY_HEADING[glued["heading"].lower()]
    if any(section.name is name for section in sections):
        return None
    return RawSection(name, glued["heading"], [glued["text"] or glued["behind"]])


def _glued(line: str, *, everywhere: bool = False) -> re.Match[str] | None:
    """The match of a line that begins with a heading and goes on with its text; `everywhere` where that is the style."""
    glued = _HEADING_AND_TEXT.match(line.strip())
    if glued is None or glued["told"] or glued["colon"]:
        return glued
    if everywhere and glued["text"][0].isalpha():
        return glued
    apart = glued.start("text") > glued.end("heading")
    return None if apart and glued["heading"].lower() in _NEED_A_MARK else glued


def _lead(text: str, sections: list[RawSection], style: HeadingStyle) -> RawSection | None:
    """A recommendation that begins with who recommends, where no heading stands above."""
    if any(section.name is SectionName.RECOMMENDATION for section in sections):
        return None
    match = _LEAD.fullmatch(text)
    if match is None or (match["text"] and _key(match["heading"]) not in style.repeated):
        return None
    rest = (match["text"] or "").strip(" ,:")
    return RawSection(SectionName.RECOMMENDATION, match["heading"], [rest] if rest else [])


def _marked(place: _Place, style: HeadingStyle) -> RawSection | None:
    """A heading in no table that the document marks as one, as it does the others."""
    text = place.text.rstrip(":").rstrip()
    if not place.marked or _ABSENCE.match(text) or not style.marks:
        return None
    plain = len(text.split()) <= _MOST_WORDS and not text.endswith((".", ",", ";"))
    return RawSection(SectionName.OTHER, text) if plain else None


def _repeated(place: _Place, current: RawSection, style: HeadingStyle) -> RawSection | None:
    """A heading in no table that several items have, above a text and below one."""
    key = _key(place.text)
    if (
        len(place.below) < _LONG_TEXT
        or not place.after_gap
        or key not in style.repeated
        or current.name in _NO_HEADING_WITHIN
        or not any(current.lines)
    ):
        return None
    heading = place.text.rstrip(":").rstrip()
    words = len(heading.split())
    is_name = words > 1 and are_names(heading)
    plain = heading[:1].isupper() and words <= _MOST_WORDS and heading[-1] not in ".,;?!" and not _DIGIT.search(heading)
    return None if not plain or is_name or _ABSENCE.match(heading) else RawSection(SectionName.OTHER, heading)


def _file(place: _Place, current: RawSection) -> RawSection | None:
    """Attachments that no heading stands above: the names of files."""
    if current.name is SectionName.ATTACHMENTS or not place.after_gap or not _FILE.fullmatch(place.text):
        return None
    return RawSection(SectionName.ATTACHMENTS, None, [place.text])


def _is_subheading(text: str, name: SectionName, current: SectionName, style: HeadingStyle) -> bool:
    """Whether a heading's word is a subheading in running text: `Økonomi:` in a decision, where main headings have no colon."""
    if (name in MAIN_SECTIONS and not _is_ordinary(text)) or name is SectionName.ATTACHMENTS:
        return False
    repeated = _key(text) in style.repeated
    if text.endswith(":") and not style.with_colon:
        return current is SectionName.DECISION or not (repeated or (name in _RARELY_TEXT and not _is_ordinary(text)))
    return current is SectionName.DECISION and not repeated


def _is_ordinary(text: str) -> bool:
    return _key(text) in _ORDINARY_WORDS


def _key(line: str) -> str:
    return line.strip().rstrip(":").rstrip().lower()
