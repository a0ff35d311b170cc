"""The sections of an agenda item: which printed headings stand for which section, and where one begins."""

import re
from dataclasses import dataclass, field

from medsearch.model import SectionName

# Every section, and the headings that it has in print. The first four carry an item; the others may come or not.
_HEADINGS = {
    SectionName.SUMMARY: "Resumé, Resume, Sagsresumé, Sagsresume, Sagens kerne",
    SectionName.PRESENTATION: "Sagsfremstilling, Beskrivelse af sagen, Sagsbeskrivelse, Sagsfremstilling og økonomi, Problemstilling",
    SectionName.RECOMMENDATION: "Indstilling, Administrativ indstilling, Indstilling og beslutning, Forslag til beslutning",
    SectionName.DECISION: "Beslutning, Beslutninger, Vedtagelse, Konklusion",
    SectionName.BACKGROUND: "Baggrund, Indledning, Historik, Beslutningstema, Sagens formål",
    SectionName.ECONOMY: "Økonomi, Økonomiske konsekvenser, Økonomiske forhold, Økonomiske og personalemæssige konsekvenser",
    SectionName.PERSONNEL: "Personale, Personalemæssige konsekvenser, Personalemæssige forhold",
    SectionName.LAW: "Lovgrundlag, Retligt grundlag, Retsgrundlag, Juridiske forhold, Lovgrundlag og planer",
    SectionName.CONSULTATION: "Høring, Inddragelse, Inddragelse og høring, Høring og inddragelse",
    SectionName.COMPETENCE: "Kompetence, Beslutningskompetence, Hvem beslutter",
    SectionName.PROCESS: "Sagsgang, Sagsforløb, Forventet sagsgang, Sagen behandles i, Sagshistorik, Videre proces",
    SectionName.ATTACHMENTS: "Bilag, Bilagsliste, Bilagsoversigt, Vedlagte bilag",
}  # fmt: skip
_BY_HEADING = {heading.strip().lower(): name for name, headings in _HEADINGS.items() for heading in headings.split(",")}
MAIN_SECTIONS = frozenset(
    {SectionName.SUMMARY, SectionName.PRESENTATION, SectionName.RECOMMENDATION, SectionName.DECISION}
)
_LONGEST_HEADING = max(map(len, _BY_HEADING)) + 1

# `Beslutning i Økonomiudvalget den 3. april 2024:` and the like, a line of its own.
_DECISION_BY = re.compile(
    r"(?:beslutning|behandling)\s+(?:i\s+|fra\s+)?\w[\w\s-]*?\s+(?:den\s+|d\.\s*)?\d{1,2}[-. ].{4,24}",
    re.IGNORECASE,
)
# `Indstilling Udvalget indstiller,`: a main heading, and its text behind it, which begins like a sentence.
_HEADING_AND_TEXT = re.compile(
    r"(?P<heading>Resumé|Resume|Sagsfremstilling|Indstilling|Beslutning)(?::\s*|\s+)(?P<text>[A-ZÆØÅ\d\"”»].*)"
)


@dataclass(slots=True)
class RawSection:
    """A section as it stands in print: its lines, among them what is no text of it (absences)."""

    name: SectionName
    heading: str | None
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class HeadingStyle:
    """How the minutes at hand print the headings of their sections."""

    with_colon: bool

    @classmethod
    def of(cls, lines: list[str]) -> "HeadingStyle":
        """The style of the main headings among `lines`: all other headings are held to it."""
        main = [line.strip() for line in lines if _name_of(line) in MAIN_SECTIONS]
        return cls(with_colon=sum(line.endswith(":") for line in main) * 2 > len(main))


def is_section_heading(line: str) -> bool:
    """Whether `line` consists of the heading of a section, or begins with one that a sentence follows."""
    return _name_of(line) is not None or _HEADING_AND_TEXT.match(line) is not None


def cut_sections(lines: list[str], style: HeadingStyle) -> list[RawSection]:
    """The sections of an item in order of print; what stands before a first heading is a section of its own."""
    sections = [RawSection(SectionName.TEXT, None)]
    after_gap = True
    for line in lines:
        # A line that is nothing but a main heading opens its section wherever it stands.
        opened = _opens(line, sections, style) if after_gap or _name_of(line) in MAIN_SECTIONS else None
        if opened is None:
            sections[-1].lines.append(line)
        else:
            sections.append(opened)
        after_gap = not line or opened is not None
    return [section for section in sections if section.heading is not None or any(section.lines)]


def _opens(line: str, sections: list[RawSection], style: HeadingStyle) -> RawSection | None:
    """The section that `line` opens, or None where it is text, whatever word it begins with."""
    name = _name_of(line)
    if name is not None:
        if _is_subheading(line, name, sections[-1].name, style):
            return None
        return RawSection(name, line.strip().rstrip(":"))
    glued = _HEADING_AND_TEXT.match(line)
    if glued is None:
        return None
    name = _BY_HEADING[glued["heading"].lower()]
    if any(section.name is name for section in sections):
        return None
    return RawSection(name, glued["heading"], [glued["text"]])


def _is_subheading(line: str, name: SectionName, current: SectionName, style: HeadingStyle) -> bool:
    """Whether a heading's word is a subheading in running text: `Økonomi:` in a decision, where main headings have no colon."""
    if name in MAIN_SECTIONS or name is SectionName.ATTACHMENTS:
        return False
    if line.rstrip().endswith(":") and not style.with_colon:
        return True
    return current is SectionName.DECISION


def _name_of(line: str) -> SectionName | None:
    if len(line) <= _LONGEST_HEADING + 1:
        found = _BY_HEADING.get(line.strip().rstrip(":").rstrip().lower())
        if found is not None:
            return found
    return SectionName.DECISION if _DECISION_BY.fullmatch(line.strip().rstrip(":")) else None
