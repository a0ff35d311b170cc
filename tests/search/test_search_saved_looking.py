"""What is new about a saved search: each matter once, whatever happens to its files."""

import datetime as dt
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.engines.memory import MemoryEngine
from medsearch.engines.port import Change, FileStatus, Order, SourceRecord
from medsearch.errors import DateError, QueryError, UnknownCommitteeError, UsageError
from medsearch.model import AgendaItem, Meeting, Section, SectionName
from medsearch.query import make_all_searchable
from medsearch.query.filters import Filters
from medsearch.search import Request
from medsearch.search.saved import SavedSearch, add, remember
from medsearch.search.saved.looking import Look, check, look

INDEX = Path.cwd().anchor / Path("arkiv")
NOISE = SavedSearch("Støj", INDEX, "støj")


@pytest.fixture(autouse=True)
def _own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("HOME", "APPDATA", "LOCALAPPDATA", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    add(NOISE)


class Shelf:
    """An archive in memory, into which files are put and taken out of, and the search that is run on it."""

    def __init__(self) -> None:
        self.engine = MemoryEngine()

    def put(self, source: str, *titles: str, text: str = "Støj.", day: int = 1, committee: str | None = "HovedMED",
            numbered: bool = True) -> None:  # fmt: skip
        meeting = Meeting(committee, date=dt.date(2025, 3, day))
        items = [
            AgendaItem(
                f"{source}#{place if numbered else f'@{place}'}",
                meeting,
                place=place,
                number=str(place) if numbered else None,
                title=title,
                sections=(Section(SectionName.DECISION, "Beslutning", f"{title}: {text}"),),
            )
            for place, title in enumerate(titles, start=1)
        ]
        content = sha256(repr((titles, text, day, committee)).encode()).hexdigest()
        record = SourceRecord(source, f"/x/{source}", 1, 1, content, 1, "plain 1", FileStatus.READ, len(items))
        self.engine.apply(Change(frozenset({source}), list(make_all_searchable(items)), [record]))

    def take(self, source: str) -> None:
        self.engine.apply(Change(frozenset({source})))

    def look(self, request: Request | None = None, *, new: bool = True) -> Look:
        request = request or NOISE.request(Order.NEWEST, limit=1000)
        return look(self.engine, request, NOISE, INDEX, only_new=new)

    def new(self, limit: int = 1000) -> list[str]:
        """What a run shows as new, and then knows."""
        seen = self.look(NOISE.request(Order.NEWEST, limit=limit))
        remember(NOISE, INDEX, seen.marks, seen.hits)
        return ids(seen)


def ids(seen: Look) -> list[str]:
    return [hit.item.id for hit in seen.answer.hits]


@pytest.fixture
def shelf() -> Shelf:
    made = Shelf()
    made.put("a.pdf", "Støj i kantinen", "Støj på vejen")
    return made


def test_first_run_shows_everything_and_the_second_nothing(shelf: Shelf) -> None:
    assert shelf.look().first
    assert shelf.new() == ["a.pdf#1", "a.pdf#2"]
    assert not shelf.look().first
    assert shelf.new() == []


def test_looking_alone_notes_nothing(shelf: Shelf) -> None:
    assert ids(shelf.look()) == ids(shelf.look()) == ["a.pdf#1", "a.pdf#2"]


def test_what_came_since_is_new_and_the_newest_is_first(shelf: Shelf) -> None:
    shelf.new()
    shelf.put("b.pdf", "Støj i salen", day=2)
    shelf.put("c.pdf", "Støj ved åen", "Ferie", day=3)
    shelf.put("d.pdf", "Ferie", text="Intet.", day=4)
    seen = shelf.look()
    assert ids(seen) == ["c.pdf#1", "c.pdf#2", "b.pdf#1"]
    assert seen.answer.total == 3
    assert [(count.value, count.number) for count in seen.answer.facets["year"]] == [("2025", 3)]
    assert [hit.rank for hit in seen.answer.hits] == [1, 2, 3]
    assert seen.hits == 5


def test_plain_run_makes_all_hits_known_not_only_its_page(shelf: Shelf) -> None:
    page = shelf.look(NOISE.request(Order.RELEVANCE, limit=1), new=False)
    assert (len(page.answer.hits), page.answer.total) == (1, 2)
    remember(NOISE, INDEX, page.marks, page.hits)
    assert shelf.new() == []


def test_what_the_limit_leaves_out_stays_new(shelf: Shelf) -> None:
    shelf.put("b.pdf", "Støj i salen", day=2)
    assert shelf.look(NOISE.request(Order.NEWEST, limit=2)).left == 1
    assert shelf.new(limit=2) == ["b.pdf#1", "a.pdf#1"]
    assert shelf.new(limit=2) == ["a.pdf#2"]
    assert shelf.new(limit=2) == []


def test_final_is_no_news_after_its_draft(shelf: Shelf) -> None:
    shelf.new()
    shelf.put("endelig/a.docx", "Støj i kantinen", "Støj på vejen", text="Støj blev drøftet længe og nøje.")
    assert shelf.new() == []
    shelf.take("a.pdf")
    assert shelf.new() == []


def test_new_matter_of_a_final_is_news(shelf: Shelf) -> None:
    shelf.new()
    shelf.put("endelig.pdf", "Støj i kantinen", "Støj på vejen", "Støj i gården")
    assert shelf.new() == ["endelig.pdf#3"]


def test_file_removed_and_put_back_is_no_news(shelf: Shelf) -> None:
    shelf.new()
    shelf.take("a.pdf")
    assert shelf.new() == []
    shelf.put("a.pdf", "Støj i kantinen", "Støj på vejen")
    assert shelf.new() == []


def test_file_under_another_name_is_no_news(shelf: Shelf) -> None:
    shelf.put("b.txt", "Støj", text="Støj.", committee=None)
    shelf.new()
    for source, moved in (("a.pdf", "2025/a.pdf"), ("b.txt", "2025/b.txt")):
        shelf.take(source)
        titles = ["Støj"] if source == "b.txt" else ["Støj i kantinen", "Støj på vejen"]
        shelf.put(moved, *titles, committee=None if source == "b.txt" else "HovedMED")
    assert shelf.new() == []


def test_index_made_anew_has_no_news(shelf: Shelf) -> None:
    shelf.new()
    again = Shelf()
    again.put("a.pdf", "Støj i kantinen", "Støj på vejen")
    assert again.new() == []


def test_another_matter_in_a_file_of_the_same_name_is_news(shelf: Shelf) -> None:
    shelf.new()
    shelf.put("a.pdf", "Støj fra taget", "Støj på vejen")
    assert shelf.new() == ["a.pdf#1"]


def test_item_that_nothing_tells_apart_is_known_by_its_address(shelf: Shelf) -> None:
    shelf.put("b.txt", "Støj", text="Støj.", committee=None)
    assert "b.txt#1" in shelf.new()
    shelf.put("b.txt", "Støj", text="Støj, skrevet om.", committee=None)
    assert shelf.new() == []


def test_second_item_of_the_same_head_in_a_file_is_news(shelf: Shelf) -> None:
    shelf.put("b.txt", "Støj", day=2, numbered=False)
    shelf.new()
    shelf.put("b.docx", "Støj", "Støj", text="Støj igen.", day=2, numbered=False)
    assert shelf.new() == ["b.docx#@2"]


def test_known_items_are_not_read_again(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.new()
    shelf.put("b.pdf", "Støj i salen", day=2)
    read: list[str] = []
    items = shelf.engine.items

    def noted(addresses: Sequence[str]) -> list[AgendaItem]:
        read.extend(addresses)
        return items(addresses)

    monkeypatch.setattr(shelf.engine, "items", noted)
    assert shelf.new() == ["b.pdf#1"]
    assert set(read) == {"b.pdf#1"}


@pytest.mark.parametrize("limit", [0, -1])
def test_limit_that_makes_no_sense_is_refused(shelf: Shelf, limit: int) -> None:
    with pytest.raises(UsageError):
        shelf.look(NOISE.request(Order.NEWEST, limit=limit))


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 4), st.booleans()), max_size=8))
def test_no_matter_is_shown_twice_whatever_comes_and_goes(steps: list[tuple[str, int, bool]]) -> None:
    add(SavedSearch("Støj", INDEX, "løn"), replaces=True)  # forgets what the example before has shown
    add(NOISE, replaces=True)
    shelf, shown, there = Shelf(), [], set()
    for source, titles, comes in steps:
        if comes:
            shelf.put(source, *(f"Støj {number}" for number in range(titles)), text=f"Støj i {source}.")
            there |= {f"Støj {number}" for number in range(titles)}
        else:
            shelf.take(source)
        shown += shelf.new()
    numbers = [address.partition("#")[2] for address in shown]
    assert sorted(numbers) == sorted({str(number + 1) for number in range(len(there))})


# --- before there is an index


def test_search_can_be_checked_before_there_is_an_index() -> None:
    check(Request("udvalg:HovedMED støj", Filters(committees=("LokalMED Park",))))
    with pytest.raises(QueryError):
        check(Request("(støj"))
    with pytest.raises(DateError):
        check(Request("støj", Filters(committees=("LokalMED Park",), first="i går")))
    with pytest.raises(UnknownCommitteeError):
        look(MemoryEngine(), Request("støj", Filters(committees=("Park",))), NOISE, INDEX, only_new=False)
