"""What minutes consist of: meetings, agenda items, sections, case numbers. Frozen data, no behaviour beyond itself."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class SectionName(StrEnum):
    """The parts of an agenda item under one name each, however they are headed in print."""

    SUMMARY = "summary"
    PRESENTATION = "presentation"
    BACKGROUND = "background"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    ECONOMY = "economy"
    PERSONNEL = "personnel"
    LAW = "law"
    CONSULTATION = "consultation"
    COMPETENCE = "competence"
    PROCESS = "process"
    ATTACHMENTS = "attachments"
    TEXT = "text"
    OTHER = "other"


class Outcome(StrEnum):
    """What became of an agenda item."""

    POSTPONED = "postponed"
    REJECTED = "rejected"
    APPROVED = "approved"
    ADOPTED = "adopted"
    NOTED = "noted"
    DISCUSSED = "discussed"


# Compiled when first used: searching reads no case numbers of minutes.
_KLE = (
    r"(?P<subject>\d{2}\.\d{2}(?:\.\d{2})?)[\s.-]*(?P<facet>[A-ZÆØÅ]\d{2})"
    r"(?:\s*[-\s]\s*(?P<serial>\d{1,6})\s?[-/]\s?(?P<year>\d{4}|\d{2}))?(?![\w/-])"
)
_OTHER_SCHEMES = (
    r"\d{2}\.\d{2}\.\d{2}[.\s-]*[A-ZÆØÅ]\d{2}(?:[\s/-]+[\d/-]*\d)?"  # KLE with other punctuation
    r"|\d{2}\.\d{2}\.[A-ZÆØÅ]\d{2}/\d{4}-\d+"  # 86.00.G01/2011-102
    r"|(?!(?:19|20)\d{2}/(?:19|20)\d{2}(?!\d))(?:19|20)?\d{2}/\d{3,6}"  # 20/8545, 2012/057275, but not 2025/2026
    r"|\d{3}-(?:19|20)\d{2}-\d{1,6}"  # municipality, year, serial: 330-2018-3619
    r"|(?:19|20)\d{2}-\d{5,8}"  # 2017-0123456
    r"|\d-\d{2}(?:-\d{1,4}){1,3}-\d{2}"  # region key: 1-13-3-57-16
    r"|[A-ZÆØÅ]{2,5}-(?:19|20)\d{2}-\d{3,6}"  # MOD-2020-00246
)
_PART = re.compile(r"[A-Za-zÆØÅæøå]\d+|\d+|[A-Za-zÆØÅæøå]+")


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A case number as printed, and, where it follows KL's scheme (KLE), its parts.

    `81.38.00-P35-58-23` is subject 81.38.00, facet P35, serial 58 of 2023.
    Other schemes (`20/8545`, `330-2018-3619`) are kept as they come and have no such parts.
    Source of the scheme: KL Emnesystematik, kle-online.dk.
    """

    printed: str
    subject: str | None = None
    facet: str | None = None
    serial: int | None = None
    year: int | None = None  # four digits

    @classmethod
    def parse(cls, text: str) -> "CaseNumber | None":
        """The case number that the whole of `text` consists of, or None if it is none."""
        printed = " ".join(text.split())
        if kle := re.fullmatch(_KLE, printed):
            serial, year = kle["serial"], kle["year"]
            return cls(
                printed,
                subject=kle["subject"],
                facet=kle["facet"],
                serial=int(serial) if serial else None,
                year=_four_digits(year) if year else None,
            )
        return cls(printed) if re.fullmatch(_OTHER_SCHEMES, printed) else None

    @classmethod
    def beginning(cls, text: str) -> "CaseNumber | None":
        """The case number that `text` begins with, or None."""
        found = re.match(rf"(?:{_KLE}|(?:{_OTHER_SCHEMES})(?![\w/-]))", text)
        return cls.parse(found.group()) if found else None

    @property
    def parts(self) -> tuple[str, ...]:
        """The runs of digits and letters in order, in capitals: `81 38 00 P35 58 23`. Punctuation does not count."""
        return split_case_number(self.printed)


def split_case_number(text: str) -> tuple[str, ...]:
    """The parts of a case number, whole or a piece of one, however it is punctuated."""
    return tuple(_PART.findall(text.upper()))


def _four_digits(year: str) -> int:
    number = int(year)
    if number >= 100:
        return number
    return number + (1900 if number >= 70 else 2000)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an agenda item: its canonical name, its heading as printed (None before a first heading), its text.

    A decision whose heading says who took it and when has `committee` and `date`: as a case climbs, an item has
    several decisions.
    """

    name: SectionName
    heading: str | None
    text: str
    committee: str | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as its minutes head it. What the minutes do not say is None or empty."""

    committee: str | None = None
    kind: str | None = None  # kind of committee: "LokalMED", "HovedMED", "Byråd" ...
    date: dt.date | None = None
    time: dt.time | None = None  # when it began
    ended: dt.time | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of an agenda (punkt): what is found, ranked, shown and cited.

    `id` is its address: `<source>#<number>`, `<source>#<number>~2` where a number comes again in the file,
    `<source>#@<place>` where none is printed. `details` is what its head says besides: initials, numbers of documents,
    time slots, the group that it stands in.
    """

    id: str
    meeting: Meeting
    place: int = 1  # in its file, from 1
    number: str | None = None
    title: str | None = None
    case_number: CaseNumber | None = None
    closed: bool = False
    outcome: Outcome | None = None
    absent: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def source(self) -> str:
        """The file it comes from: its path relative to the indexed folder."""
        return self.id.rpartition("#")[0]

    def text(self) -> str:
        """Title, sections and details as one text, for reading through."""
        parts = (self.title, *(section.text for section in self.sections), *self.details)
        return "\n\n".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Minutes:
    """What one file holds: its meetings, their items in order of print, and what could not be understood."""

    source: str
    items: tuple[AgendaItem, ...] = ()
    warnings: tuple[str, ...] = ()

    def meetings(self) -> Iterator[tuple[Meeting, list[AgendaItem]]]:
        """Every meeting with its items, in order of print."""
        by_meeting: dict[Meeting, list[AgendaItem]] = {}
        for item in self.items:
            by_meeting.setdefault(item.meeting, []).append(item)
        yield from by_meeting.items()
