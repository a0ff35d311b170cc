"""Which items are the same, told by their content alone."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.model import AgendaItem, Meeting, Section, SectionName
from medsearch.query import make_all_searchable, make_searchable
from medsearch.query.copies import folded_committee, key_of

DAY = dt.date(2025, 12, 12)
LONG = "Udvalget drøftede vagtplanen for foråret og bad ledelsen om et nyt oplæg. " * 5


def item(
    title: str | None = "Orientering om vagtplan",
    text: str = "Drøftet.",
    *,
    committee: str | None = "LokalMED Borgerservice",
    day: dt.date | None = DAY,
    number: str | None = "3",
    address: str = "a.txt#3",
) -> AgendaItem:
    sections = (Section(SectionName.DECISION, "Beslutning", text),)
    return AgendaItem(address, Meeting(committee, date=day), number=number, title=title, sections=sections)


def test_draft_and_final_have_the_same_key() -> None:
    assert key_of(item(text="Udkast.")) == key_of(item(text="Udvalget tog det til efterretning.", address="b.txt#7"))


@pytest.mark.parametrize(
    "title", ["Orientering om vag­tplan", "ORIENTERING OM\nVAGT-\nPLAN.", "Orientering  om vagtplan"]
)
def test_breaks_hyphens_and_capitals_of_a_title_make_no_difference(title: str) -> None:
    assert key_of(item(title)) == key_of(item())


@pytest.mark.parametrize(
    "name",
    [
        "Lokal-MED Borgerservice",
        "LOKALMED for Borgerservice",
        "Lokal MED i Borger service",
        "LokalMED\u00a0Borgerservice",
    ],
)
def test_spellings_of_a_committee_make_no_difference(name: str) -> None:
    assert key_of(item(committee=name)) == key_of(item())


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert folded_committee("Plejecenter A\u030abrinken") == folded_committee("Plejecenter Åbrinken")


@pytest.mark.parametrize(
    "other",
    [
        item(day=dt.date(2025, 12, 13)),
        item(committee="LokalMED Bibliotek"),
        item(number="4"),
        item(number=None),
        item("Orientering om ferieplan"),
    ],
)
def test_items_that_differ_in_their_head_are_not_the_same(other: AgendaItem) -> None:
    assert key_of(other) != key_of(item())


@pytest.mark.parametrize("missing", ["committee", "day", "title"])
def test_without_a_whole_head_the_text_decides(missing: str) -> None:
    lacking = {missing: None}
    assert key_of(item(text=LONG, **lacking)) == key_of(item(text=LONG.replace(" ", "\n"), **lacking))  # type: ignore[arg-type]
    assert key_of(item(text=LONG, **lacking)) != key_of(item(text=LONG + "Nej.", **lacking))  # type: ignore[arg-type]
    assert key_of(item(text="Drøftet.", **lacking)) is None  # type: ignore[arg-type]


def test_same_long_text_of_two_days_is_two_items() -> None:
    assert key_of(item(text=LONG, committee=None)) != key_of(item(text=LONG, committee=None, day=dt.date(2024, 1, 1)))


def test_items_of_one_file_are_no_copies_of_one_another_but_of_those_in_another_file() -> None:
    one = [item("Eventuelt", number=None, address=f"a.txt#@{place}") for place in (2, 5)]
    other = [item("Eventuelt", number=None, address=f"b.txt#@{place}") for place in (1, 9)]
    first, second = (made.same for made in make_all_searchable(one))
    assert first != second
    assert [made.same for made in make_all_searchable(other)] == [first, second]
    assert make_searchable(one[0]).same == first


@given(st.text(), st.text(), st.text())
def test_every_item_can_be_asked_for_its_key(committee: str, title: str, text: str) -> None:
    key = key_of(item(title, text, committee=committee))
    assert key is None or 0 < int(key, 16) < 1 << 60
