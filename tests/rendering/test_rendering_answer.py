"""A page of hits as a person reads it: calm at every width, whole whatever minutes lack."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from medsearch.model import AgendaItem, CaseNumber, Meeting, Outcome, SectionName
from medsearch.rendering.answer import hit_lines, print_answer
from medsearch.search.answers import Answer, FacetCount, Hit, Snippet

CONSOLE = Console(width=80, color_system=None)


def hit(title: str | None = "Nye borde", meeting: Meeting | None = None, rank: int = 1, source: str = "a.pdf") -> Hit:
    item = AgendaItem(
        f"{source}#3",
        meeting or Meeting("LokalMED Plejecenter Åbrinken", date=dt.date(2025, 3, 4)),
        number="3",
        title=title,
        case_number=CaseNumber("82.20.00-G01-17-24"),
        outcome=Outcome.NOTED,
    )
    return Hit(rank, 1.0, item, (Snippet(SectionName.DECISION, "Beslutning", "Godkendt. " * 20),))


def lines_of(found: Hit, width: int = 80) -> list[str]:
    return [line.plain.rstrip() for line in hit_lines(found, CONSOLE, width)]


def printed(answer: Answer, width: int = 80) -> str:
    console = Console(width=width, color_system=None)
    with console.capture() as captured:
        print_answer(answer, console, limit=10)
    return captured.get()


def test_hit_without_title_committee_and_date_is_shown_all_the_same() -> None:
    lines = lines_of(hit(None, Meeting()))
    assert lines[0] == "  1 Punkt 3: Untitled item"
    assert lines[1].startswith("    Unknown committee · no date")


def test_very_long_title_is_cut_after_three_lines() -> None:
    lines = lines_of(hit("Redegørelse for arbejdsmiljøet " * 30))
    assert lines[2].endswith("…")
    assert lines[3].startswith("    LokalMED")
    assert max(map(len, lines)) <= 80


def test_facts_stay_whole_where_they_need_two_lines() -> None:
    assert lines_of(hit(), 50)[1:4] == [
        "    LokalMED Plejecenter Åbrinken · 2025-03-04",
        "    82.20.00-G01-17-24 · taget til efterretning",
        "    Beslutning: Godkendt. Godkendt. Godkendt.",
    ]


def test_address_is_never_broken() -> None:
    source = f"{'mappe med et langt navn/' * 5}referat.pdf"
    assert f"    '{source}#3'" in lines_of(hit(source=source), 60)


@given(
    st.text(max_size=200) | st.none(),
    st.text(max_size=90) | st.none(),
    st.text(max_size=90),
    st.sampled_from([60, 80, 100]),
)
def test_hit_keeps_to_the_width_whatever_minutes_hold(
    title: str | None, committee: str | None, text: str, width: int
) -> None:
    found = hit(title, Meeting(committee))
    found = found._replace(snippets=(Snippet(SectionName.DECISION, text, text, ((0, len(text)),)),))
    lines = lines_of(found, width)
    assert all(cell_len(line) <= width for line in lines)
    assert not any("\x1b" in line or "\n" in line for line in lines)


def test_hit_leads_to_its_file() -> None:
    [address] = [
        line for line in hit_lines(hit(), CONSOLE, 80, {"a.pdf": Path("/srv/møder/a.pdf")}) if "a.pdf#3" in line.plain
    ]
    [link] = [span.style.link for span in address.spans if not isinstance(span.style, str)]
    assert link == "file:///srv/m%C3%B8der/a.pdf"


@pytest.mark.parametrize(("width", "beside"), [(60, False), (80, False), (160, True)])
def test_facets_stand_beside_the_hits_where_there_is_room(width: int, beside: bool) -> None:
    facets = {"committee": (FacetCount("HovedMED", 2),), "case_number": (FacetCount("1", 1), FacetCount("2", 1))}
    out = printed(Answer("x", 2, 1.0, hits=(hit(), hit(rank=2)), facets=facets), width)
    [line] = [line for line in out.splitlines() if line.endswith("Committee")]
    assert ("Punkt 3" in line) is beside
    assert "Case number" not in out  # each number has one hit
    assert max(map(cell_len, out.splitlines())) <= width


def test_thousands_of_hits_are_counted_as_people_write_it() -> None:
    assert printed(Answer("x", 12345, 1.0, hits=(hit(),))).startswith("12,345 hits, number 1 shown; more with --page 1")
