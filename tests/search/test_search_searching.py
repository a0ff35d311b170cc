"""Answers over the sample minutes: what a reader would name is found, marked, counted."""

import datetime as dt
from collections.abc import Iterator

import pytest

from medsearch.engines.memory import MemoryEngine
from medsearch.engines.port import Change, Order
from medsearch.errors import UnknownCommitteeError, UsageError
from medsearch.model import AgendaItem, Meeting, Section, SectionName
from medsearch.query import Searchable, make_searchable, parse_query
from medsearch.query.filters import Filters
from medsearch.query.nodes import Words
from medsearch.search import Answer, Request, count, find
from medsearch.search.understanding import understand


@pytest.fixture(scope="module")
def engine(sample_items: list[Searchable]) -> Iterator[MemoryEngine]:
    made = MemoryEngine()
    made.apply(Change(items=sample_items))
    yield made


def small(*texts: str) -> MemoryEngine:
    engine = MemoryEngine()
    engine.apply(
        Change(
            items=[
                make_searchable(
                    AgendaItem(
                        f"a.txt#{number}",
                        Meeting(committee="HovedMED", date=dt.date(2024, 1, 1)),
                        place=number,
                        title=f"Sag {number}",
                        sections=(Section(SectionName.DECISION, "Beslutning", text),),
                    )
                )
                for number, text in enumerate(texts, start=1)
            ]
        )
    )
    return engine


def ids(answer: Answer) -> list[str]:
    return [hit.item.id for hit in answer.hits]


def test_matter_is_found_in_every_meeting_that_treated_it(engine: MemoryEngine) -> None:
    answer = find(engine, Request("videoovervågning", limit=50))
    committees = {hit.item.meeting.committee for hit in answer.hits}
    assert committees >= {"LokalMED Rådhusservice", "HovedMED", "FagMED Teknik og Miljø"}
    assert "overvågning" in (answer.hits[0].item.title or "").lower()


@pytest.mark.parametrize("words", ["videoovervågning", "VIDEOOVERVÅGNINGEN", "videoovervågningens"])
def test_inflection_and_capitals_make_no_difference(engine: MemoryEngine, words: str) -> None:
    assert ids(find(engine, Request(words))) == ids(find(engine, Request("videoovervågning")))


def test_absence_lists_are_not_searched(engine: MemoryEngine, sample_items: list[Searchable]) -> None:
    with_absentees = sum(bool(item.item.absent) for item in sample_items)
    answer = find(engine, Request("fravær", limit=200))
    assert with_absentees > 40
    assert 0 < answer.total < 30
    assert all("fravær" in hit.item.text().lower() for hit in answer.hits)


def test_matched_words_are_marked(engine: MemoryEngine) -> None:
    hits = find(engine, Request("sygefraværsrapport", limit=20)).hits
    assert hits
    for hit in hits:
        texts = [(snippet.text, snippet.highlights) for snippet in hit.snippets]
        texts.append((hit.item.title or "", hit.title_highlights))
        marked = [text[start:end].lower() for text, spans in texts for start, end in spans]
        assert marked
        assert all(any(part in word for part in ("syge", "fravær", "rapport")) for word in marked)


def test_decision_is_shown_also_when_the_words_stand_elsewhere(engine: MemoryEngine) -> None:
    for hit in find(engine, Request("sygefravær budget", limit=60)).hits:
        if any(section.name is SectionName.DECISION and section.text for section in hit.item.sections):
            assert SectionName.DECISION in {snippet.section for snippet in hit.snippets}


def test_very_long_item_is_cut_quickly() -> None:
    [hit] = find(small("budget " * 50_000), Request("budget")).hits
    assert len(hit.snippets[0].text) < 300


def test_snippet_comes_from_the_decision_when_it_holds_the_word() -> None:
    engine = small("Vi talte om løn. " * 40 + "Budgettet blev vedtaget." + " Så var der kaffe." * 40)
    [hit] = find(engine, Request("budget")).hits
    [snippet] = hit.snippets
    assert snippet.section is SectionName.DECISION
    assert "Budgettet blev vedtaget." in snippet.text
    assert len(snippet.text) < 300
    assert snippet.text.startswith("… ")
    assert snippet.text.endswith(" …")


def test_snippet_cuts_no_word(engine: MemoryEngine) -> None:
    for hit in find(engine, Request("budget sygefravær møde", limit=60)).hits:
        whole = set(" ".join(section.text for section in hit.item.sections).split())
        for snippet in hit.snippets:
            assert set(snippet.text.strip("… ").split()) <= whole


def test_hit_without_the_word_in_its_text_still_shows_what_was_decided() -> None:
    [hit] = find(small("Godkendt."), Request("sag")).hits
    assert [snippet.text for snippet in hit.snippets] == ["Godkendt."]
    assert hit.title_highlights == ((0, 3),)


def test_item_with_all_the_words_comes_first() -> None:
    engine = small("budget budget budget", "løn og budget", "løn løn løn løn")
    assert ids(find(engine, Request("budget løn")))[0] == "a.txt#2"


@pytest.mark.parametrize("words", ["budget sygefravær", "vagtplan aftale", "kamera indbrud nøgle", "HovedMED støj"])
def test_items_with_all_the_words_come_before_the_others(
    engine: MemoryEngine, sample_items: list[Searchable], words: str
) -> None:
    meant = understand(engine, Request(words)).meant
    assert isinstance(meant, Words)
    by_id = {item.id: item for item in sample_items}
    hits = [by_id[id_] for id_ in ids(find(engine, Request(words, limit=300)))]
    having_all = [all(node.matches(item) for node in meant.nodes) for item in hits]
    assert having_all == sorted(having_all, reverse=True)
    every = parse_query(" OG ".join(words.split()))
    assert all(has for item, has in zip(hits, having_all, strict=True) if every.matches(item))


def test_item_called_by_the_word_comes_before_one_that_mentions_it(engine: MemoryEngine) -> None:
    assert "rengøring" in (find(engine, Request("rengøring")).hits[0].item.title or "").lower()


def test_unknown_word_is_searched_as_part_of_compounds() -> None:
    answer = find(small("Der blev købt kvakkelmoduler."), Request("kvakkel"))
    assert answer.total == 1
    assert answer.searched_as == "kvakkel*"
    start, end = answer.hits[0].snippets[0].highlights[0]
    assert answer.hits[0].snippets[0].text[start:end] == "kvakkelmoduler"


def test_only_the_unknown_word_is_replaced() -> None:
    answer = find(small("Der blev købt kvakkelmoduler til mødet."), Request("møde kvakkel"))
    assert answer.searched_as == "møde kvakkel*"


def test_known_word_is_searched_as_typed(engine: MemoryEngine) -> None:
    assert find(engine, Request("videoovervågning")).searched_as is None


def test_word_that_nothing_holds_finds_nothing(engine: MemoryEngine) -> None:
    answer = find(engine, Request("xylofonkvartet"))
    assert (answer.total, answer.hits, answer.searched_as) == (0, (), None)


def test_ranks_go_on_over_the_pages(engine: MemoryEngine) -> None:
    pages = [find(engine, Request("budget", limit=3, page=page)) for page in (1, 2)]
    assert [hit.rank for page in pages for hit in page.hits] == [1, 2, 3, 4, 5, 6]
    assert pages[0].facets == pages[1].facets


def test_newest_first_is_newest_first(engine: MemoryEngine) -> None:
    days = [hit.item.meeting.date for hit in find(engine, Request("budget", order=Order.NEWEST, limit=50)).hits]
    assert days == sorted(days, reverse=True)  # type: ignore[type-var]


def test_committee_may_be_named_by_some_of_its_words(engine: MemoryEngine) -> None:
    answer = find(engine, Request("budget", Filters(committees=("rådhusservice",))))
    assert {hit.item.meeting.committee for hit in answer.hits} == {"LokalMED Rådhusservice"}


def test_unknown_committee_gets_the_nearest_names(engine: MemoryEngine) -> None:
    with pytest.raises(UnknownCommitteeError) as error:
        find(engine, Request("budget", Filters(committees=("Rådhusservise",))))
    assert "LokalMED Rådhusservice" in error.value.advice


def test_filters_alone_list_what_they_let_through(engine: MemoryEngine, sample_items: list[Searchable]) -> None:
    answer = find(engine, Request("", Filters(outcomes=("udsat",)), limit=100))
    assert answer.total == sum(item.item.outcome == "postponed" for item in sample_items)


def test_formalities_can_be_left_out(engine: MemoryEngine) -> None:
    titles = [hit.item.title for hit in find(engine, Request("referat", Filters(formalities=False), limit=100)).hits]
    assert titles
    assert not any(title and title.startswith("Godkendelse af referat") for title in titles)


def test_person_is_found_among_those_who_were_there(engine: MemoryEngine) -> None:
    answer = find(engine, Request("", Filters(people=("Peder Grønvang Bisgaard",)), limit=100))
    assert {hit.item.meeting.committee for hit in answer.hits} == {"LokalMED Rådhusservice"}


def test_case_number_is_found_whole_and_by_its_beginning(engine: MemoryEngine) -> None:
    whole = find(engine, Request("82.20.00-G01-17-24", limit=100))
    beginning = find(engine, Request("82.20", limit=100))
    assert whole.total >= 5
    assert ids(whole) == ids(beginning)


def test_facets_count_every_hit(engine: MemoryEngine) -> None:
    answer = find(engine, Request("budget", limit=1))
    assert sum(value.number for value in answer.facets["committee"]) == answer.total
    assert [value.value for value in answer.facets["year"]] == ["2024", "2025", "2026"]


def test_counting_alone_gives_the_same_facets(engine: MemoryEngine) -> None:
    assert count(engine, Request("budget")) == find(engine, Request("budget")).facets


@pytest.mark.parametrize("request_", [Request("budget", limit=0), Request("budget", page=0)])
def test_page_that_cannot_be_is_refused(engine: MemoryEngine, request_: Request) -> None:
    with pytest.raises(UsageError):
        find(engine, request_)


def test_counting_and_a_page_give_every_value_of_a_facet() -> None:
    engine = MemoryEngine()
    meetings = [Meeting(committee=f"LokalMED {number}", date=dt.date(2020, 1, 1)) for number in range(70)]
    items = [AgendaItem(f"a.txt#{n}", meeting, place=n, title="Budget") for n, meeting in enumerate(meetings)]
    engine.apply(Change(items=map(make_searchable, items)))
    assert len(count(engine, Request("budget"))["committee"]) == 70
    assert len(find(engine, Request("budget")).facets["committee"]) == 70
