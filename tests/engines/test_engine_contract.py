"""What every engine behind the port must do: one suite for all of them."""

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medsearch.engines import create_engine, engine_names, open_engine
from medsearch.engines.memory import MemoryEngine
from medsearch.engines.port import Change, Engine, FileStatus, Order, SourceRecord
from medsearch.model import AgendaItem, Meeting, Section, SectionName
from medsearch.query import Searchable, make_searchable, parse_query
from medsearch.query.fields import FACETS, STEMS, WRITTEN
from medsearch.query.nodes import Any, Everything, Keyword, Not, Prefer, Term, Words
from medsearch.search import Request
from medsearch.search.understanding import understand
from tests.engines.made_up import copies, items, queries

Make = Callable[[], Engine]


def item(number: int, text: str = "", source: str = "a.txt", **meeting: object) -> Searchable:
    sections = (Section(SectionName.DECISION, "Beslutning", text),) if text else ()
    head = Meeting(**meeting)  # type: ignore[arg-type]
    return make_searchable(AgendaItem(f"{source}#{number}", head, place=number, number=str(number), sections=sections))


def record(source: str, **more: object) -> SourceRecord:
    return SourceRecord(source, f"/r/{source}", 1, 2, "abc", 3, "1.1", FileStatus.READ, **more)  # type: ignore[arg-type]


def found(engine: Engine, query: object, order: Order = Order.NEWEST, limit: int = 100, offset: int = 0) -> list[str]:
    return [hit[0] for hit in engine.search(query, order=order, limit=limit, offset=offset).hits]  # type: ignore[arg-type]


def one_of_each(kept: dict[str, Searchable], ids: Iterable[str]) -> set[str]:
    """What the items `ids` are, each once however many files hold it."""
    return {kept[id_].same or id_ for id_ in ids}


def most_words(kept: dict[str, Searchable], ids: Iterable[str], id_: str) -> int:
    """The words of the longest of `ids` that is the same as `id_`."""
    return max(kept[other].words for other in ids if one_of_each(kept, [other]) == one_of_each(kept, [id_]))


@settings(max_examples=40)
@given(data=st.data())
def test_engine_finds_what_the_query_means_through_every_change(make: Make, data: st.DataObject) -> None:
    engine, kept = make(), {}
    for _ in range(data.draw(st.integers(1, 3))):
        forget = data.draw(st.frozensets(st.sampled_from(["a.txt", "b.txt"])))
        name = data.draw(st.sampled_from(["a.txt", "b.txt"]))
        new = data.draw(items(name) | copies(name, [made for made in kept.values() if made.item.source != name]))
        engine.apply(Change(forget | {name}, new))
        kept = {id_: old for id_, old in kept.items() if old.item.source not in forget | {name}}
        kept |= {made.id: made for made in new}
        for query in data.draw(st.lists(queries, min_size=4, max_size=8)):
            meant = {id_ for id_, made in kept.items() if query.matches(made)}
            answer = engine.search(query, order=Order.RELEVANCE, limit=100)
            hits = [hit[0] for hit in answer.hits]
            assert [kept[id_].words for id_ in hits] == [most_words(kept, meant, id_) for id_ in hits]
            assert one_of_each(kept, hits) == one_of_each(kept, meant)
            assert answer.total == len(hits) == len(one_of_each(kept, hits))


@settings(max_examples=25)
@given(data=st.data())
def test_engines_agree_with_the_plainest_one(make: Make, data: st.DataObject) -> None:
    engine, memory = make(), MemoryEngine()
    change = [*(made := data.draw(items("a.txt"))), *data.draw(items("b.txt")), *data.draw(copies("c.txt", made))]
    for each in (engine, memory):
        each.apply(Change(items=change[:4]))
        each.apply(Change(items=change[4:]))
    for query, order, offset in itertools.product(
        data.draw(st.lists(queries, min_size=3, max_size=5)), (Order.NEWEST, Order.OLDEST), (0, 1, 3)
    ):
        ours = engine.search(query, order=order, offset=offset, limit=2, facets=FACETS)
        plain = memory.search(query, order=order, offset=offset, limit=2, facets=FACETS)
        assert [hit[0] for hit in ours.hits] == [hit[0] for hit in plain.hits]
        assert (ours.total, dict(ours.facets)) == (plain.total, dict(plain.facets))
    every = [made.id for made in change]
    assert engine.copies(every) == memory.copies(every)
    for of, pattern in ((STEMS, "*"), (WRITTEN, "b*"), (WRITTEN, "*ing"), ("committee", "*"), ("case", "8*")):
        assert list(engine.vocabulary(of, pattern)) == list(memory.vocabulary(of, pattern))


def test_empty_engine_answers(engine: Engine) -> None:
    answer = engine.search(Everything(), order=Order.RELEVANCE, facets=FACETS)
    assert (answer.total, answer.hits) == (0, ())
    assert not any(answer.facets.values())
    assert list(engine.vocabulary(STEMS)) == []
    assert list(engine.sources()) == []
    assert engine.describe().items == 0


def test_forgetting_a_source_takes_all_its_items_and_no_others(engine: Engine) -> None:
    engine.apply(Change(items=[item(1, "budget"), item(2, "budget"), item(1, "budget", "b.txt")]))
    engine.apply(Change(forget=frozenset({"a.txt"})))
    assert found(engine, Everything()) == ["b.txt#1"]
    assert engine.describe().items == 1


def test_forgotten_words_are_forgotten(engine: Engine) -> None:
    engine.apply(Change(items=[item(1, "budget", committee="HovedMED"), item(1, "løn", "b.txt")]))
    engine.apply(Change(forget=frozenset({"a.txt"})))
    assert [entry.text for entry in engine.vocabulary(STEMS)] == ["løn"]
    assert list(engine.vocabulary("committee")) == []


def test_source_is_replaced_in_one_change(engine: Engine) -> None:
    engine.apply(Change(items=[item(1, "budget")], sources=[record("a.txt", items=1)]))
    engine.apply(Change(frozenset({"a.txt"}), [item(1, "løn")], [record("a.txt", items=7)]))
    assert found(engine, Term("budget")) == []
    assert found(engine, Term("løn")) == ["a.txt#1"]
    assert [known.items for known in engine.sources()] == [7]


def test_failing_change_leaves_everything_as_it_was(engine: Engine) -> None:
    engine.apply(Change(items=[item(1, "budget")], sources=[record("a.txt")]))

    def interrupted() -> Iterator[Searchable]:
        yield item(2, "løn")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        engine.apply(Change(frozenset({"a.txt"}), interrupted(), [record("b.txt")]))
    assert found(engine, Everything()) == ["a.txt#1"]
    assert [known.source for known in engine.sources()] == ["a.txt"]
    engine.apply(Change(items=[item(3, "løn")]))
    assert engine.describe().items == 2


def test_records_of_files_come_back_whole(engine: Engine) -> None:
    whole = record(
        "å.txt", reason="It is empty.", advice="Delete it.", warnings=("w",), meetings=(("MED", "2024-01-02", 3),)
    )
    engine.apply(Change(sources=[whole]))
    assert list(engine.sources()) == [whole]


def test_records_of_files_are_no_hits(engine: Engine) -> None:
    engine.apply(Change(items=[item(1, "budget")], sources=[record("a.txt")]))
    assert found(engine, Everything()) == ["a.txt#1"]
    assert found(engine, Not(Term("løn"))) == ["a.txt#1"]


def test_items_come_back_whole_in_the_order_asked_for(engine: Engine, sample_items: list[Searchable]) -> None:
    engine.apply(Change(items=sample_items[:20]))
    wanted = [sample_items[7], sample_items[2], sample_items[19]]
    asked = [wanted[0].id, "no.txt#1", wanted[1].id, wanted[2].id]
    assert engine.items(asked) == [made.item for made in wanted]


def test_records_come_only_after_the_items(engine: Engine) -> None:
    gathered: list[SourceRecord] = []

    def reading() -> Iterator[Searchable]:
        yield item(1, "budget")
        gathered.append(record("a.txt"))

    engine.apply(Change(items=reading(), sources=gathered))
    assert [known.source for known in engine.sources()] == ["a.txt"]


def test_undated_items_come_last_either_way(engine: Engine) -> None:
    old, new = dt.date(2024, 1, 1), dt.date(2025, 1, 1)
    engine.apply(Change(items=[item(1, "x", date=old), item(2, "x"), item(3, "x", date=new)]))
    assert found(engine, Everything(), Order.NEWEST) == ["a.txt#3", "a.txt#1", "a.txt#2"]
    assert found(engine, Everything(), Order.OLDEST) == ["a.txt#1", "a.txt#3", "a.txt#2"]


def test_equal_hits_are_in_the_order_of_print(engine: Engine) -> None:
    day = dt.date(2024, 1, 1)
    engine.apply(Change(items=[item(number, "budget", date=day) for number in (10, 2, 9, 1)]))
    assert found(engine, Term("budget"), Order.RELEVANCE) == ["a.txt#1", "a.txt#2", "a.txt#9", "a.txt#10"]


def test_equal_hits_of_different_days_are_newest_first(engine: Engine) -> None:
    engine.apply(
        Change(items=[item(1, "budget", date=dt.date(2024, 1, 1)), item(2, "budget", date=dt.date(2025, 1, 1))])
    )
    assert found(engine, Term("budget"), Order.RELEVANCE) == ["a.txt#2", "a.txt#1"]


def test_item_that_says_it_more_often_ranks_first(engine: Engine) -> None:
    texts = ["budget løn rum", "budget budget budget", "løn løn rum"]
    engine.apply(Change(items=[item(number, text) for number, text in enumerate(texts)]))
    assert found(engine, Term("budget"), Order.RELEVANCE) == ["a.txt#1", "a.txt#0"]


def test_item_with_the_preferred_word_ranks_first(engine: Engine) -> None:
    engine.apply(Change(items=[item(1, "budget rum"), item(2, "budget løn"), item(3, "budget sal")]))
    query = Prefer(Term("budget"), Term("løn"))
    assert found(engine, query, Order.RELEVANCE)[0] == "a.txt#2"


@settings(max_examples=40)
@given(data=st.data())
def test_items_that_come_first_do_so_whatever_the_others_score(make: Make, data: st.DataObject) -> None:
    engine, made = make(), data.draw(items("a.txt"))
    engine.apply(Change(items=made))
    query = Words(tuple(data.draw(st.lists(queries, min_size=1, max_size=3))))
    by_id = {one.id: one for one in made}
    first = [all(node.matches(by_id[id_]) for node in query.nodes) for id_ in found(engine, query, Order.RELEVANCE)]
    assert first == sorted(first, reverse=True)


def test_filters_do_not_rank(engine: Engine) -> None:
    engine.apply(Change(items=[item(1, "budget", committee="HovedMED"), item(2, "budget")]))
    query = Prefer(Term("budget"), Keyword("committee", frozenset({"HovedMED"})))
    scores = {score for _, score in engine.search(query, order=Order.RELEVANCE).hits}
    assert len(scores) == 1


def test_pages_follow_one_another(engine: Engine) -> None:
    engine.apply(Change(items=[item(number, "budget") for number in range(7)]))
    pages = [found(engine, Term("budget"), Order.RELEVANCE, limit=3, offset=offset) for offset in (0, 3, 6, 9)]
    assert [len(page) for page in pages] == [3, 3, 1, 0]
    assert len({id_ for page in pages for id_ in page}) == 7


def test_facets_count_all_hits_not_the_page(engine: Engine) -> None:
    day = dt.date(2024, 3, 1)
    engine.apply(Change(items=[item(number, "budget", committee="HovedMED", date=day) for number in range(5)]))
    answer = engine.search(Term("budget"), order=Order.RELEVANCE, limit=2, facets=FACETS)
    assert answer.facets["committee"] == Counter({"HovedMED": 5})
    assert answer.facets["month"] == Counter({"2024-03": 5})


def test_sample_minutes_are_found_alike(make: Make, sample_items: list[Searchable]) -> None:
    engine = make()
    engine.apply(Change(items=sample_items))
    kept = {made.id: made for made in sample_items}
    for words in (
        "videoovervågning",
        "budget sygefravær",
        '"til efterretning"',
        "*overvågning",
        "=godkendt",
        "-budget",
    ):
        query = parse_query(words)
        meant = [made.id for made in sample_items if query.matches(made)]
        ids = found(engine, query, limit=1000)
        assert set(ids) <= set(meant)
        assert sorted(one_of_each(kept, ids)) == sorted(one_of_each(kept, meant))
        assert meant


def test_natural_queries_are_answered_alike(make: Make, sample_items: list[Searchable]) -> None:
    engine = make()
    engine.apply(Change(items=sample_items))
    kept = {made.id: made for made in sample_items}
    for words in (
        "overvågning",
        "sygefravær budget",
        "videoovervåning",
        "APV",
        "Arbejdspladsvurdering kantine",
        "18. juni 2024",
        "budget 2025",
        "Peder Grønvang Bisgaard",
        "82.20",
        "*overvågning kamera*",
        "=godkendt",
        "rengørring~ kantine",
        '"taget til efterretning" budget',
        "hvad blev der besluttet om videoovervågning",
        "video overvågning",
        "+budget -løn sygefravær",
    ):
        understood = understand(engine, Request(words))
        query = understood.query
        hits = found(engine, query, Order.RELEVANCE, limit=1000)
        meant = [made.id for made in sample_items if query.matches(made)]
        assert meant, words
        assert set(hits) <= set(meant), words
        assert sorted(one_of_each(kept, hits)) == sorted(one_of_each(kept, meant)), words
        if isinstance(understood.meant, Words):
            first = [all(node.matches(kept[id_]) for node in understood.meant.nodes) for id_ in hits]
            assert first == sorted(first, reverse=True), words


def test_engine_on_disk_is_there_when_opened_again(tmp_path: Path) -> None:
    for name in engine_names():
        folder = tmp_path / name
        folder.mkdir()
        first = create_engine(name, folder)
        first.apply(Change(items=[item(1, "budget")]))
        first.close()
        again = open_engine(name, folder)
        assert found(again, Any((Term("budget"),))) == ["a.txt#1"]
        again.close()


def test_reader_sees_what_another_writer_committed(tmp_path: Path) -> None:
    for name in engine_names():
        folder = tmp_path / name
        folder.mkdir()
        reader, writer = create_engine(name, folder), open_engine(name, folder)
        assert found(reader, Everything()) == []
        writer.apply(Change(items=[item(1, "budget")]))
        assert found(reader, Everything()) == ["a.txt#1"]
        reader.close()
        writer.close()
