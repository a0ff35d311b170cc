"""Threads: which items belong to a matter, why, and what was decided in a line."""

import datetime as dt
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.api import Archive
from medsearch.engines.memory import MemoryEngine
from medsearch.engines.port import Change
from medsearch.errors import UnknownItemError, UsageError
from medsearch.model import AgendaItem, CaseNumber, Meeting, Outcome, Section, SectionName
from medsearch.query import make_searchable
from medsearch.search.threads import By, Thread, thread_of_case, thread_of_item
from medsearch.search.threads.decisions import decision_in_short
from medsearch.search.threads.titles import is_standing, places_in, telling_words

JUDGED = tomllib.loads((Path(__file__).parent / "threads.toml").read_text(encoding="utf-8"))["thread"]
CASE = "82.20.00-G01-17-24"
KANTINE = "Kantinen får ny opvaskemaskine, og frokostordningen udvides med salatbuffet."
HAVE = "Gårdhaven beplantes med frugttræer, og bænkene males inden sommerfesten."


@pytest.fixture
def sample(sample_index: Path) -> Iterator[Archive]:
    with Archive(sample_index) as archive:
        yield archive


def item(
    place: int, title: str, text: str = "", *, month: int = 1, case: str = "", source: str = "", closed: bool = False
) -> AgendaItem:
    return AgendaItem(
        f"{source or f'{month:02}.txt'}#{place}",
        Meeting(committee="LokalMED Skovgården", date=dt.date(2024, month, 1)),
        place=place,
        number=str(place),
        title=title,
        case_number=CaseNumber.parse(case) if case else None,
        closed=closed,
        sections=(Section(SectionName.PRESENTATION, "Sagsfremstilling", text),) if text else (),
    )


def engine_of(*items: AgendaItem) -> MemoryEngine:
    engine = MemoryEngine()
    engine.apply(Change(items=[make_searchable(one) for one in items]))
    return engine


def with_others(*items: AgendaItem) -> list[AgendaItem]:
    """Items in an archive where other meetings had other matters: what is rare is told by what is not."""
    others = ["Ferieplanen", "Cykelskuret", "Telefonerne", "Kurserne", "Parkeringen", "Vinduerne", "Bogholderiet"]
    return [
        *items,
        *(
            item(number, title, f"{title} er et emne, som udvalget ser på i {number}. runde.", month=12)
            for number, title in enumerate(others, start=1)
        ),
    ]


def titles(thread: Thread) -> list[tuple[str | None, By]]:
    return [(entry.item.title, entry.by) for entry in thread.entries]


# --- how right threads are, on the judged ones


def test_threads_of_the_sample_are_as_right_as_they_were(sample: Archive) -> None:
    belongs: dict[str, set[str]] = {}
    near: dict[str, set[str]] = {}
    for thread in JUDGED:
        for address in thread["items"]:
            belongs.setdefault(address, set()).update(() if thread.get("alone") else thread["items"])
            for other in thread.get("near", ()):
                near.setdefault(address, set()).add(other)
                near.setdefault(other, set()).add(address)
    alone = {address for thread in JUDGED if thread.get("alone") for address in thread["items"]}
    right = wrong = missed = 0
    for subject in (*sorted(belongs.keys() - alone)[::3], *sorted(alone)):  # a third of them tells as much
        found = {entry.item.id for entry in sample.related(subject).entries} - {subject}
        right += len(found & belongs[subject])
        wrong += len(found - belongs[subject] - near.get(subject, set()))
        missed += len(belongs[subject] - {subject} - found)
    assert right / (right + wrong) > 0.97
    assert right / (right + missed) > 0.92


def test_judged_items_are_there(sample: Archive) -> None:
    for thread in JUDGED:
        for address in (*thread["items"], *thread.get("near", ())):
            assert sample.item(address).id == address


# --- by case number


def test_items_of_a_matters_number_are_one_thread_whatever_they_say() -> None:
    first, second = item(1, "Opvaskemaskine", KANTINE, case=CASE), item(4, "Frugttræer", HAVE, case=CASE, month=2)
    thread = thread_of_item(engine_of(*with_others(second, first)), second)
    assert titles(thread) == [("Opvaskemaskine", By.CASE), ("Frugttræer", By.THIS)]
    assert (thread.case_number, thread.subject) == (CASE, second)


def test_number_of_all_minutes_of_a_committee_makes_no_thread() -> None:
    minutes = [
        item(place, title, text, case=CASE, month=month)
        for month in (1, 2)
        for place, (title, text) in enumerate(
            [("Godkendelse af dagsorden", ""), (f"Opvaskemaskine {month}", KANTINE), (f"Frugttræer {month}", HAVE)], 1
        )
    ]
    thread = thread_of_item(engine_of(*with_others(*minutes)), minutes[1])
    assert titles(thread) == [("Opvaskemaskine 1", By.THIS), ("Opvaskemaskine 2", By.WORDS)]
    assert thread.case_number is None


def test_number_on_eventuelt_is_that_of_the_minutes() -> None:
    items = [item(month, "Eventuelt", HAVE, case=CASE, month=month) for month in (1, 2, 3)]
    subject = item(9, "Opvaskemaskine", KANTINE, case=CASE, month=3)
    assert thread_of_item(engine_of(*with_others(subject, *items)), subject).is_empty


def test_subject_without_serial_number_is_no_matter() -> None:
    items = [item(1, "Opvaskemaskine", KANTINE, case="81.38.00-G01"), item(2, "Frugttræer", HAVE, case="81.38.00-G01")]
    assert thread_of_item(engine_of(*with_others(*items)), items[0]).is_empty


def test_two_items_of_a_meeting_may_be_on_one_matter() -> None:
    items = [item(place, f"Kantine {place}", KANTINE, case=CASE) for place in (1, 2)]
    others = [item(place, f"Andet {place}", HAVE) for place in range(3, 8)]
    assert len(thread_of_item(engine_of(*items, *others), items[0]).entries) == 2


def test_two_matters_that_got_the_same_number_are_told_apart(sample: Archive) -> None:
    found = {entry.item.title for entry in sample.related("2025-06-18-hovedmed.txt#8").entries}
    assert "Senior politik for Ravnsø Kommune" in found
    assert "Lokale regler for hjemmearbejde – evaluering" not in found


def test_copies_of_an_item_count_once(sample: Archive) -> None:
    final = [entry.item.id for entry in sample.related("2026-03-17-hovedmed.pdf#4").entries]
    draft = [entry.item.id for entry in sample.related("2026-03-17-hovedmed udkast.docx#4").entries]
    assert not any("udkast" in address for address in final)
    assert "2026-03-17-hovedmed udkast.docx#4" in draft
    assert "2026-03-17-hovedmed.pdf#4" not in draft
    assert len(final) == len(draft)


# --- by words


def test_thread_by_words_says_which() -> None:
    items = [item(1, "Frokostordning", KANTINE), item(3, "Frokostordningen igen", KANTINE, month=5)]
    thread = thread_of_item(engine_of(*with_others(*items)), items[0])
    assert titles(thread) == [("Frokostordning", By.THIS), ("Frokostordningen igen", By.WORDS)]
    words = thread.entries[1].words
    assert words[0] == "frokostordningen"
    assert len(words) == 3


@pytest.mark.parametrize("title", ["Eventuelt", "Godkendelse af dagsorden", "Orientering fra formanden", "Næste møde"])
def test_standing_items_make_no_thread(title: str) -> None:
    items = [item(1, title, KANTINE), item(1, title, KANTINE, month=2), item(2, "Kantinen", KANTINE, month=3)]
    engine = engine_of(*with_others(*items))
    assert thread_of_item(engine, items[0]).is_empty
    assert thread_of_item(engine, items[2]).is_empty


def test_closed_items_make_no_thread_by_words() -> None:
    items = [item(1, "Salg af areal", KANTINE, month=month, closed=True) for month in (1, 2)]
    assert thread_of_item(engine_of(*with_others(*items)), items[0]).is_empty


def test_names_of_people_make_no_thread() -> None:
    said = "Birgitte Holmskov og Jens Ravnkilde gennemgik {}, som Birgitte Holmskov og Jens Ravnkilde har set på."
    items = [item(1, "Kantinen", said.format("maden")), item(1, "Haven", said.format("træerne"), month=2)]
    assert thread_of_item(engine_of(*with_others(*items)), items[0]).is_empty


def test_item_that_comes_again_every_quarter_makes_a_thread() -> None:
    said = "Sygefraværet er {} pct., og langtidsfraværet fylder mest i rengøringen."
    items = [item(1, f"Sygefravær {month}. kvartal", said.format(month), month=month) for month in (1, 2, 3)]
    assert len(thread_of_item(engine_of(*with_others(*items)), items[1]).entries) == 3


def test_same_kind_of_paper_at_another_place_is_another_matter() -> None:
    said = "Planen giver plads til {} ved {}."
    items = [
        item(1, "Forslag til lokalplan 214 for boliger ved Egevangen", said.format("rækkehuse", "skolen")),
        item(2, "Forslag til lokalplan 318 for boliger ved Kornmarken", said.format("etagehuse", "havnen"), month=4),
    ]
    assert thread_of_item(engine_of(*with_others(*items)), items[0]).is_empty


def test_item_without_text_or_title_has_no_thread() -> None:
    bare = AgendaItem("a.txt#@1", Meeting())
    thread = thread_of_item(engine_of(bare, item(1, "Kantinen", KANTINE)), bare)
    assert thread.is_empty
    assert [entry.item for entry in thread.entries] == [bare]


@given(st.lists(st.sampled_from(["Kantinen", "Haven", "Eventuelt", "Ferie"]), min_size=1, max_size=6), st.data())
def test_thread_holds_its_subject_and_no_item_twice(names: list[str], data: st.DataObject) -> None:
    cases = ("", CASE, "24/8545")
    items = [
        item(place, name, f"{name} er igen til debat. {KANTINE}", month=place, case=data.draw(st.sampled_from(cases)))
        for place, name in enumerate(names, start=1)
    ]
    thread = thread_of_item(engine_of(*items), items[0])
    addresses = [entry.item.id for entry in thread.entries]
    assert len(set(addresses)) == len(addresses)
    assert [entry.item for entry in thread.entries if entry.by is By.THIS] == [items[0]]
    assert addresses == sorted(addresses)


def test_thread_of_an_item_that_is_not_there_is_an_error(sample: Archive) -> None:
    with pytest.raises(UnknownItemError):
        sample.related("nowhere.txt#1")


# --- a case number


@pytest.mark.parametrize("typed", [CASE, "82 20 00 G01 17 24", "82.20.00g01-17-24", "82.20", "82"])
def test_case_number_is_found_however_it_is_written(typed: str) -> None:
    items = [item(1, "Senere", month=3, case=CASE), item(1, "Først", month=2, case="82.20.00 G01-17-24")]
    thread = thread_of_case(engine_of(*items), typed)
    assert [entry.item.title for entry in thread.entries] == ["Først", "Senere"]
    assert thread.case_number == "82.20.00 G01-17-24"


def test_items_without_a_date_come_last() -> None:
    undated = AgendaItem("a.txt#1", Meeting(), title="Uden dato", case_number=CaseNumber.parse(CASE))
    thread = thread_of_case(engine_of(undated, item(1, "Med dato", case=CASE)), CASE)
    assert [entry.item.title for entry in thread.entries] == ["Med dato", "Uden dato"]


def test_beginning_of_several_numbers_gives_the_items_of_all() -> None:
    items = [item(1, "Et", case="81.38.00-P35-4-24"), item(1, "To", case="81.38.00-P35-5-24", month=2)]
    thread = thread_of_case(engine_of(*items), "81.38")
    assert thread.case_number == "81.38"
    assert thread.case_numbers == ("81.38.00-P35-4-24", "81.38.00-P35-5-24")


@pytest.mark.parametrize(
    ("typed", "alike"),
    [
        ("81.38.00-P35-58", ("81.38.00-P35-5-24", "81.38.00-G01-2-24")),
        ("8545", ("24/8545",)),
        ("99.99", ()),
    ],
)
def test_number_that_there_is_not_gives_those_alike(typed: str, alike: tuple[str, ...]) -> None:
    cases = ("81.38.00-G01-2-24", "81.38.00-P35-5-24", "24/8545")
    engine = engine_of(*(item(place, "Sag", case=case) for place, case in enumerate(cases, start=1)))
    thread = thread_of_case(engine, typed)
    assert thread.is_empty
    assert set(thread.alike) <= set(cases)
    assert thread.alike[:1] == alike[:1]


def test_word_is_no_case_number() -> None:
    with pytest.raises(UsageError):
        thread_of_case(engine_of(), "kantine")


# --- what was decided


def decided(text: str, outcome: Outcome | None = None) -> str:
    section = Section(SectionName.DECISION, "Beslutning", text)
    return decision_in_short(AgendaItem("a.txt#1", Meeting(), outcome=outcome, sections=(section,)))


@pytest.mark.parametrize(
    ("text", "outcome", "line"),
    [
        ("Birgit og Ole deltog i mødet.\nPunktet blev godkendt.", Outcome.APPROVED, "Punktet blev godkendt."),
        ("Ole spurgte til prisen.\n\nForslaget blev afvist.", Outcome.REJECTED, "Forslaget blev afvist."),
        ("Ole var i tvivl. Punktet udsættes. Mere i maj.", Outcome.POSTPONED, "Punktet udsættes. Mere i maj."),
        ("Tak. Det blev aftalt. Taget til efterretning.", Outcome.NOTED, "Taget til efterretning."),
        ("MED godkendte det på disse vilkår:\n\n- Hegnet flyttes.", Outcome.APPROVED,
         "MED godkendte det på disse vilkår: - Hegnet flyttes."),
        ("Intet at bemærke.", None, "Intet at bemærke."),
        ("", None, ""),
    ],
)  # fmt: skip
def test_decision_is_told_from_the_sentence_that_decides(text: str, outcome: Outcome | None, line: str) -> None:
    assert decided(text, outcome) == line


def test_decision_ends_with_a_sentence() -> None:
    line = decided("Det blev besluttet. " + "Der er en sag til. " * 40)
    assert line.startswith("Det blev besluttet.")
    assert line.endswith("sag til.")
    assert len(line) <= 240


def test_last_of_several_decisions_counts() -> None:
    sections = tuple(Section(SectionName.DECISION, "Beslutning", text) for text in ("Udsat.", "Godkendt.", ""))
    assert decision_in_short(AgendaItem("a.txt#1", Meeting(), sections=sections)) == "Godkendt."


@given(st.text())
def test_decision_in_short_is_one_line_of_the_decision(text: str) -> None:
    line = decided(text)
    assert line == " ".join(line.split())
    assert set(line) <= set(text) | {" "}


# --- titles


@pytest.mark.parametrize(
    "title",
    ["Eventuelt", "Orientering fra HovedMED og FagMED", "Nyt fra direktøren", "Personalesag", "Hvad ellers?", None],
)
def test_title_that_says_nothing_of_a_matter(title: str | None) -> None:
    assert is_standing(title)


@pytest.mark.parametrize("title", ["Orientering om kantinen", "Arbejdsmiljø", "Budget 2026", "Ny MED-aftale"])
def test_title_that_says_what_it_is_about(title: str) -> None:
    assert not is_standing(title)


def test_places_are_names_and_numbers_within_a_title() -> None:
    assert places_in("Lokalplan 214 for boliger ved Havnevej – Nye regler 2025") == {"214", "havnevej"}


def test_telling_words_leave_out_kinds_of_papers() -> None:
    assert telling_words("Status på forslag om ny kantine og gårdhave") == ("kantine", "gårdhave")


@given(st.text())
def test_any_title_can_be_looked_at(title: str) -> None:
    is_standing(title)
    assert all(name in title.lower() for name in places_in(title) if title.lower().upper() == title.upper())
    telling_words(title)
