"""The same item in several files: one hit, which names the others."""

import datetime as dt

import pytest

from medsearch.engines.memory import MemoryEngine
from medsearch.engines.port import Change
from medsearch.model import AgendaItem, Meeting, Section, SectionName
from medsearch.query import make_all_searchable
from medsearch.query.filters import Filters
from medsearch.search import Answer, Request, count, find

TITLES = ("Budget 2026", "Sygefravær", "Eventuelt")


def file(source: str, text: str, committee: str = "LokalMED Park") -> list[AgendaItem]:
    meeting = Meeting(committee, date=dt.date(2025, 3, 4))
    return [
        AgendaItem(
            f"{source}#{place}",
            meeting,
            place=place,
            number=str(place),
            title=title,
            sections=(Section(SectionName.DECISION, "Beslutning", f"{title} blev drøftet. {text}"),),
        )
        for place, title in enumerate(TITLES, start=1)
    ]


@pytest.fixture
def engine() -> MemoryEngine:
    made = MemoryEngine()
    for items in (
        file("udkast.docx", "Kladde."),
        file("referat.pdf", "Udvalget tog det til efterretning.", "Lokal-MED for Park"),
        file("andet.txt", "Udvalget i Vej tog det også til efterretning.", "LokalMED Vej"),
    ):
        made.apply(Change(items=make_all_searchable(items)))
    return made


def hits(answer: Answer) -> dict[str, tuple[str, ...]]:
    return {hit.item.id: hit.copies for hit in answer.hits}


def test_one_hit_stands_for_draft_and_final_and_names_the_other(engine: MemoryEngine) -> None:
    answer = find(engine, Request("sygefravær"))
    assert hits(answer) == {"referat.pdf#2": ("udkast.docx#2",), "andet.txt#2": ()}
    assert answer.total == 2


def test_other_copy_is_named_though_it_does_not_hold_the_word(engine: MemoryEngine) -> None:
    answer = find(engine, Request("+kladde +budget"))
    assert hits(answer) == {"udkast.docx#1": ("referat.pdf#1",)}


def test_filters_see_every_copy(engine: MemoryEngine) -> None:
    draft = find(engine, Request("budget", Filters(committees=("LokalMED Park",))))
    assert hits(draft) == {"udkast.docx#1": ("referat.pdf#1",)}
    final = find(engine, Request("budget", Filters(committees=("Lokal-MED for Park",))))
    assert hits(final) == {"referat.pdf#1": ("udkast.docx#1",)}


def test_counts_are_of_items_not_of_copies(engine: MemoryEngine) -> None:
    counts = count(engine, Request(""))
    assert {value.value: value.number for value in counts["committee"]} == {"Lokal-MED for Park": 3, "LokalMED Vej": 3}
    assert [value.number for value in find(engine, Request("budget")).facets["year"]] == [2]


def test_pages_go_through_all_hits_once(engine: MemoryEngine) -> None:
    pages = [find(engine, Request("drøftet", limit=4, page=page)) for page in (1, 2, 3)]
    shown = [hit.item.id for page in pages for hit in page.hits]
    assert len(shown) == len(set(shown)) == pages[0].total == 6
    assert not any(id_.startswith("udkast") for id_ in shown)
