"""Small archives of invented minutes, and what is found in them."""

import datetime as dt
from typing import NamedTuple

from medsearch.engines.memory import MemoryEngine
from medsearch.engines.port import Change
from medsearch.model import AgendaItem, CaseNumber, Meeting, Section, SectionName
from medsearch.query import make_searchable
from medsearch.search import Answer, Request, find
from medsearch.search.answers import Reason
from medsearch.search.steps import ALL_STEPS, Step

DAY = dt.date(2024, 1, 1)


class Matter(NamedTuple):
    """An agenda item, told by what was decided."""

    decision: str
    title: str | None = None
    day: dt.date = DAY
    case: str | None = None
    present: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    presentation: str = ""


def archive_of(*matters: Matter | str) -> MemoryEngine:
    """An archive of some items; a text alone is what was decided."""
    engine = MemoryEngine()
    told = [Matter(matter) if isinstance(matter, str) else matter for matter in matters]
    engine.apply(Change(items=[make_searchable(_item(place, one)) for place, one in enumerate(told, start=1)]))
    return engine


def answer(words: str, *matters: Matter | str, exact: bool = False, without: Step | None = None) -> Answer:
    """What is answered to `words` over an archive of some items; `without` leaves a step out."""
    request = Request(words, exact=exact, limit=50, explain=True, steps=ALL_STEPS - {without})
    return find(archive_of(*matters), request)


def found(words: str, *matters: Matter | str, exact: bool = False, without: Step | None = None) -> list[str]:
    """The decisions of the items found, the best first."""
    hits = answer(words, *matters, exact=exact, without=without).hits
    return [section.text for hit in hits for section in hit.item.sections if section.name is SectionName.DECISION]


def reasons(words: str, *matters: Matter | str) -> list[Reason]:
    """Why the first of the items found is one."""
    explanation = answer(words, *matters).hits[0].explanation
    assert explanation
    return list(explanation.reasons)


def _item(place: int, matter: Matter) -> AgendaItem:
    texts = {SectionName.PRESENTATION: matter.presentation, SectionName.DECISION: matter.decision}
    headings = {SectionName.PRESENTATION: "Sagsfremstilling", SectionName.DECISION: "Beslutning"}
    return AgendaItem(
        f"a.txt#{place}",
        Meeting(committee="HovedMED", date=matter.day, participants=matter.present),
        place=place,
        number=str(place),
        title=matter.title or f"Punkt {place}",
        case_number=CaseNumber.parse(matter.case) if matter.case else None,
        absent=matter.away,
        sections=tuple(Section(name, headings[name], text) for name, text in texts.items() if text),
    )
