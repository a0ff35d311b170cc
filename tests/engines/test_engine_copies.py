"""The same item in several files: every engine gives one of them as a hit, and names the others."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medsearch.engines.port import Change, Engine, Order
from medsearch.model import AgendaItem, Meeting, Outcome, Section, SectionName
from medsearch.query import Searchable, make_searchable
from medsearch.query.fields import FACETS
from medsearch.query.nodes import Everything, Keyword, Node, Term
from tests.engines.made_up import copies, items, queries

Make = Callable[[], Engine]


def item(address: str, text: str = "", *, title: str = "Sag", **more: object) -> Searchable:
    number = address.rpartition("#")[2]
    made = AgendaItem(
        address,
        Meeting("HovedMED", date=dt.date(2025, 12, 12)),
        place=int(number),
        number=number,
        title=title,
        sections=(Section(SectionName.DECISION, "Beslutning", text),),
        **more,  # type: ignore[arg-type]
    )
    return make_searchable(made)


def found(
    engine: Engine, query: Node, *, limit: int = 100, offset: int = 0, order: Order = Order.RELEVANCE
) -> list[str]:
    return [hit[0] for hit in engine.search(query, order=order, limit=limit, offset=offset).hits]


def test_the_copy_with_most_words_is_given(engine: Engine) -> None:
    engine.apply(
        Change(items=[item("a.pdf#1", "budget budget"), item("b.docx#1", "budget blev drøftet"), item("c.txt#1")])
    )
    assert found(engine, Term("budget")) == ["b.docx#1"]
    assert found(engine, Everything()) == ["b.docx#1"]
    assert engine.search(Everything(), order=Order.NEWEST, limit=0).total == 1


@pytest.mark.parametrize("order", list(Order))
def test_of_copies_alike_the_first_in_order_is_given(engine: Engine, order: Order) -> None:
    engine.apply(Change(items=[item("c.pdf#1", "budget"), item("a.docx#1", "budget"), item("b.txt#1", "budget")]))
    assert found(engine, Term("budget"), order=order) == ["a.docx#1"]


def test_word_that_only_the_shorter_copy_holds_is_found(engine: Engine) -> None:
    engine.apply(Change(items=[item("a.pdf#1", "kladde"), item("b.docx#1", "budgettet blev godkendt")]))
    assert found(engine, Term("kladde", exact=True)) == ["a.pdf#1"]


def test_copies_are_found_in_their_own_file(engine: Engine) -> None:
    engine.apply(Change(items=[item("a.pdf#1"), item("b.docx#1", "budget")]))
    assert found(engine, Keyword("source", frozenset({"a.pdf"}))) == ["a.pdf#1"]


def test_copies_that_came_with_different_changes_are_folded(engine: Engine) -> None:
    engine.apply(Change(items=[item("a.pdf#1", "budget"), item("a.pdf#2", "budget")]))
    engine.apply(Change(items=[item("b.docx#1", "budget og mere")]))
    assert found(engine, Term("budget"), order=Order.OLDEST) == ["a.pdf#2", "b.docx#1"]


def test_copy_that_is_left_is_a_hit_again(engine: Engine) -> None:
    engine.apply(Change(items=[item("a.pdf#1", "budget"), item("b.docx#1", "budget blev drøftet")]))
    engine.apply(Change(forget=frozenset({"b.docx"})))
    assert found(engine, Term("budget")) == ["a.pdf#1"]
    assert engine.copies(["a.pdf#1"]) == {}


def test_items_with_nothing_to_know_them_by_are_never_folded(engine: Engine) -> None:
    blank = [make_searchable(AgendaItem(f"{source}#@1", Meeting(), title="Budget")) for source in ("a.txt", "b.txt")]
    engine.apply(Change(items=blank))
    assert found(engine, Term("budget")) == ["a.txt#@1", "b.txt#@1"]
    assert engine.copies(["a.txt#@1"]) == {}


def test_facets_count_what_is_given(engine: Engine) -> None:
    noted = item("a.pdf#1", outcome=Outcome.NOTED)
    approved = item("b.docx#1", "Godkendt af alle.", outcome=Outcome.APPROVED)
    engine.apply(Change(items=[noted, approved, item("a.pdf#2")]))
    facets = engine.search(Everything(), order=Order.NEWEST, limit=0, facets=FACETS).facets
    assert facets["outcome"] == {"approved": 1}
    assert facets["committee"] == {"HovedMED": 2}
    assert facets["month"] == {"2025-12": 2}


def test_every_copy_names_the_others_in_order(engine: Engine) -> None:
    engine.apply(Change(items=[item("c.pdf#1"), item("a.docx#1"), item("b.txt#1"), item("b.txt#2")]))
    assert engine.copies(["b.txt#1", "c.pdf#1", "b.txt#2", "nowhere#1"]) == {
        "b.txt#1": ("a.docx#1", "c.pdf#1"),
        "c.pdf#1": ("a.docx#1", "b.txt#1"),
    }


@settings(max_examples=40)
@given(data=st.data())
def test_pages_lose_no_hit_and_show_none_twice(make: Make, data: st.DataObject) -> None:
    engine, first = make(), data.draw(items("a.txt"))
    engine.apply(Change(items=first))
    engine.apply(Change(items=data.draw(copies("b.txt", first))))
    query, order, size = data.draw(queries), data.draw(st.sampled_from(list(Order))), data.draw(st.integers(1, 3))
    answer = engine.search(query, order=order, limit=100, facets=FACETS)
    pages = [found(engine, query, order=order, limit=size, offset=offset) for offset in range(0, 12, size)]
    assert [id_ for page in pages for id_ in page] == [hit[0] for hit in answer.hits]
    assert answer.total == len(answer.hits)
    dated = {made.id for made in engine.items([hit[0] for hit in answer.hits]) if made.meeting.date}
    assert answer.facets["year"].total() == answer.facets["month"].total() == len(dated)
