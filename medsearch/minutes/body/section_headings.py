"""The headings of sections as they are printed, and which section each stands for."""

import datetime as dt
import re
from typing import NamedTuple

from medsearch.language.dates import find_dates
from medsearch.minutes.lines import cells
from medsearch.model import SectionName

# Every section, and the headings that it has in print. The first four carry an item; the others may come or not.
_HEADINGS = {
    SectionName.SUMMARY: "Resumé, Resume, Sagsresumé, Sagsresume, Sagens kerne, Kort resumé",
    SectionName.PRESENTATION: "Sagsfremstilling, Beskrivelse af sagen, Sagsbeskrivelse, Sagsfremstilling og økonomi, Beskrivelse, Problemstilling, Løsning, Redegørelse, Supplerende sagsfremstilling, Uddybende sagsfremstilling, Yderligere sagsfremstilling",
    SectionName.RECOMMENDATION: "Indstilling, Indstillinger, Udvalgets indstilling, Direktionens indstilling, Administrativ indstilling, Administrationens indstilling, Forvaltningens indstilling, Alternativ indstilling, Indstilling og beslutning, Forslag til beslutning, Forslag",
    SectionName.DECISION: "Beslutning, Beslutninger, Vedtagelse, Konklusion, Referat, Udvalgets beslutning",
    SectionName.BACKGROUND: "Baggrund, Indledning, Historik, Beslutningstema, Sagens formål, Formål",
    SectionName.ECONOMY: "Økonomi, Økonomiske konsekvenser, Økonomiske forhold, Økonomiske og personalemæssige konsekvenser, Økonomiske og personalemæssige forhold, Bevilling, Bevillingsmæssige konsekvenser, Økonomi og bevilling",
    SectionName.PERSONNEL: "Personale, Personalemæssige konsekvenser, Personalemæssige forhold",
    SectionName.LAW: "Lovgrundlag, Retligt grundlag, Retsgrundlag, Juridiske forhold, Juridiske konsekvenser, Lovgrundlag og planer, Retsregler og andre forskrifter, Lovgrundlag - link, Lovgrundlag – link",
    SectionName.CONSULTATION: "Høring, Inddragelse, Inddragelse og høring, Høring og inddragelse",
    SectionName.COMPETENCE: "Kompetence, Beslutningskompetence, Hvem beslutter, Hvem beslutter?, Sagen afgøres af, Sagen afgøres i",
    SectionName.PROCESS: "Sagsgang, Sagsgang og sagstype, Sagsforløb, Forventet sagsgang, Sagen behandles i, Sagshistorik, Sagens forløb, Sagens gang, Videre proces, Den videre proces",
    SectionName.ATTACHMENTS: "Bilag, Bilagsliste, Bilagsoversigt, Vedlagte bilag, Bilag til sagen, Bilag til punktet",
    SectionName.OTHER: "Bæredygtighed, Borgerinddragelse, Handlemuligheder, Tværgående konsekvenser, Konsekvenser for andre udvalg, Planmæssige forhold, Miljøvurdering, Alternativer, Opfølgning, Implementering, Borgerperspektiv, Udtalelser, Udtalelse, Tilgængelighed, Verdensmål, FN's verdensmål, Digitalisering, Økonomichefens bemærkninger, Supplerende oplysninger, Supplerende bemærkninger, Effekt, Drøftelse, Drøftelser, Kommunikation, Klima, Vurdering, Evaluering, Bemærkninger, Tidsplan, Miljø, Miljømæssige konsekvenser, Klimakonsekvenser, Sundhed, Sundhedsmæssige konsekvenser, Andre konsekvenser, Konsekvenser, Handicap, Handicappolitik, Ligestilling, Politikker, Politisk behandling, Tidligere behandling, Perspektiver, Risici, Tværgående hensyn, Forvaltningens bemærkninger, Administrationens bemærkninger, Forvaltningens vurdering, Administrationens vurdering",
}  # fmt: skip
_BY_HEADING = {heading.strip().lower(): name for name, headings in _HEADINGS.items() for heading in headings.split(",")}
MAIN_SECTIONS = frozenset(
    {SectionName.SUMMARY, SectionName.PRESENTATION, SectionName.RECOMMENDATION, SectionName.DECISION}
)
# Words of running text as well, which may stand alone on the last line of a paragraph.
_ORDINARY_WORDS = frozenset(
    "referat forslag beskrivelse løsning formål høring bevilling redegørelse drøftelse drøftelser miljø klima sundhed "
    "handicap konsekvenser opfølgning udtalelse udtalelser".split()
)
_LONGEST = max(map(len, _BY_HEADING)) + 2

_DAY = r"(?:den\s+|d\.\s*)?\d{1,2}\.?[-./ ]{1,2}(?:\d{1,2}[-./]{1,2}|[a-zæøå]{3,9}\.?\s)\s?\d{2,4}"
_TERM = r"(?:\s*\((?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2}\))?"
_COMMITTEE = rf"(?P<committee>[A-ZÆØÅ][\w.,& /-]{{1,70}}?){_TERM}"
_DECIDING = r"(?:Udvalget|Byrådet|Rådet|Bestyrelsen|[A-ZÆØÅ][\wæøå-]*(?:udvalget|rådet|bestyrelsen|MED))"
_TOLD = rf"(?:{_DECIDING} (?:besluttede|vedtog|tiltrådte)|(?:Det )?[Bb]esluttedes|Vedtoges|Passeredes)"
_ITEM = r"(?:,?\s*(?:pkt\.?|punkt|sag(?:\s+nr)?\.?)\s*\d+)"
# Headings that say who decided when: `Beslutning i Økonomiudvalget den 3. april 2024:`, `Byrådet, 03-04-2019, pkt. 42`.
# A committee and a date alone are a head of pages as well.
_DECIDED_BY = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:(?:beslutning|behandling)(?:\s+(?:i|fra|af))?)\s+{_COMMITTEE}[ ,–-]*(?P<date>{_DAY}){_ITEM}?\s*:?",
        r"(?i:(?:beslutning|behandling)\s+(?:i|fra|af))\s+(?P<committee>[A-ZÆØÅ][\w ,-]*(?:udvalget|rådet|bestyrelsen|MED)\b[\w ]*):?",
        rf"(?i:beslutning)\s+(?P<date>{_DAY}){_ITEM}?\s*:?",
        rf"{_COMMITTEE}\s*[,–-]\s*(?P<date>{_DAY})(?:{_ITEM}\s*:?|\s*:)",
        rf"{_TOLD}\s*:?",
    )
)
# The same without a colon, which a head of pages may be as well.
_COMMITTEE_AND_DAY = re.compile(rf"{_COMMITTEE}\s*(?:[,–-]\s*|\s(?=den\b|d\.))(?P<date>{_DAY})")
LONGEST_DECIDED_BY = 140
# Headings that a text may stand behind on the same line.
_BEFORE_TEXT = (
    "Resumé|Resume|Sagsresumé|Sagsfremstilling|Sagsbeskrivelse|Indstilling|Beslutning|Vedtagelse|Konklusion|Bilag|"
    "Baggrund|Indledning|Økonomi|Lovgrundlag|Kompetence|Sagsgang|Høring|Historik|Administrativ indstilling"
)
# `Indstilling Udvalget indstiller,`, `BeslutningGodkendt.`: a heading, and its text, which begins like a sentence.
_HEADING_AND_TEXT = re.compile(
    rf"(?P<heading>{_BEFORE_TEXT})(?:(?P<colon>\s*:\s*)(?P<behind>\S.*)|(?:\s+|(?=[A-ZÆØÅ][a-zæøå]))(?P<text>[A-ZÆØÅ\d\"”»].*))"
    rf"|(?P<told>{_TOLD})(?:\s*:\s*|\s+(?=at\b))(?P<decided>\S.*)"
    r"|(?P<who>Sagen afgøres (?:af|i)|Sagen behandles i|Hvem beslutter\??)\s*:?\s+(?P<committees>[A-ZÆØÅ].*)"
)
# Of these a word may follow in running text; only glued to it, or with a colon, they are headings.
_NEED_A_MARK = frozenset(
    "bilag baggrund indledning økonomi lovgrundlag kompetence konklusion sagsgang høring historik".split()
)


class Decided(NamedTuple):
    """Who took a decision and when, as its heading says."""

    committee: str | None
    date: dt.date | None


class HeadingAndText(NamedTuple):
    """A line that begins with a heading and goes on with text; `apart` where nothing but a blank stands between."""

    name: SectionName
    heading: str
    text: str
    apart: bool = False
    told: bool = False  # a sentence like `Udvalget besluttede at ...`, where minutes have no heading for it


def is_section_heading(line: str) -> bool:
    """Whether `line` consists of the heading of a section, or begins with one that a sentence follows."""
    first = (cells(line) or [""])[0]
    found = heading_and_text(line)
    return name_of_heading(first) is not None or decided_by(line) is not None or (found is not None and not found.told)


def name_of_heading(line: str) -> SectionName | None:
    """The section that a line is the heading of, and nothing else."""
    if len(line) > _LONGEST or line.lstrip()[:1].islower():
        return None
    return _BY_HEADING.get(heading_key(line))


def is_ordinary_word(line: str) -> bool:
    """Whether the heading that a line consists of is a word of running text as well."""
    return heading_key(line) in _ORDINARY_WORDS


def heading_key(line: str) -> str:
    """A heading for comparison: without colon, in lower case."""
    return line.strip().rstrip(":").rstrip().lower()


def decided_by(line: str, *, sure: bool = False) -> Decided | None:
    """Who decided when, of a line that is the heading of a decision which says so.

    `sure` says that the line is a heading by other evidence: then a committee and a day will do.
    """
    text = line.strip()
    if len(text) > LONGEST_DECIDED_BY:
        return None
    for pattern in (*_DECIDED_BY, _COMMITTEE_AND_DAY) if sure else _DECIDED_BY:
        if match := pattern.fullmatch(text):
            groups = match.groupdict()
            found = next(find_dates(groups.get("date") or ""), None)
            return Decided((groups.get("committee") or "").strip(" ,-–") or None, found.day if found else None)
    return None


def heading_and_text(line: str, *, everywhere: bool = False) -> HeadingAndText | None:
    """The heading that a line begins with, and the text behind it; `everywhere` where minutes print all of them so."""
    match = _HEADING_AND_TEXT.match(line.strip())
    if match is None:
        return None
    if match["told"]:
        return HeadingAndText(SectionName.DECISION, match["told"], match["decided"], told=True)
    heading = match["heading"] or match["who"]
    name = _BY_HEADING[heading.lower()]
    if match["who"] or match["colon"]:
        return HeadingAndText(name, heading, match["committees"] or match["behind"])
    apart = match.start("text") > match.end("heading")
    if apart and heading.lower() in _NEED_A_MARK and not (everywhere and match["text"][0].isalpha()):
        return None
    return HeadingAndText(name, heading, match["text"], apart)
