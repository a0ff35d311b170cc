"""The page of an item: what is on it, and where the words found stand."""

import datetime as dt
import io

from rich.console import Console

from medsearch.model import AgendaItem, CaseNumber, Meeting, Section, SectionName
from medsearch.rendering.citation import citation
from medsearch.rendering.item import item_page
from medsearch.search.reading import MarkedItem

CONSOLE = Console(file=io.StringIO(), width=80)
MEETING = Meeting(committee="LokalMED Havnen", date=dt.date(2026, 3, 12), participants=("Birthe Lohse", "Oluf Grane"))
ITEM = AgendaItem(
    "havnen.pdf#4",
    MEETING,
    number="4",
    title="Kameraer på kajen",
    case_number=CaseNumber.parse("82.20.00-G01-17-24"),
    attachments=("Kort over kajen",),
    sections=(
        Section(SectionName.PRESENTATION, "Sagsfremstilling", "Der er to\nkameraer på kajen."),
        Section(SectionName.ATTACHMENTS, "Bilag", "Kort over kajen"),
        Section(SectionName.DECISION, None, "Godkendt."),
    ),
)


def page(read: MarkedItem, width: int = 60) -> str:
    return "\n".join(line.plain for line in item_page(read, CONSOLE, width).lines)


def test_page_has_head_sections_and_attachments() -> None:
    shown = page(MarkedItem(ITEM, ("kopi.docx#4",)))
    for said in (
        *("Punkt 4: Kameraer på kajen", "LokalMED Havnen · 2026-03-12", "Case number: 82.20.00-G01-17-24"),
        *(
            "Participants: Birthe Lohse, Oluf Grane",
            "\nSagsfremstilling\n",
            "\nBilag\n- Kort over kajen",
            "kopi.docx#4",
        ),
    ):
        assert said in shown


def test_a_section_without_heading_gets_the_name_of_its_kind() -> None:
    assert "\nDecision\nGodkendt." in page(MarkedItem(ITEM))


def test_item_without_sections_title_and_meeting_has_a_page() -> None:
    shown = page(MarkedItem(AgendaItem("x.txt#@1", Meeting())))
    assert "x.txt#@1" in shown
    assert len(shown.splitlines()) >= 3


def test_words_found_have_their_places() -> None:
    read = MarkedItem(ITEM, (), ((0, 8),), (((10, 18),), (), ()))
    shown = item_page(read, CONSOLE, 60)
    assert [shown.lines[place.line].plain[place.start : place.end] for place in shown.places] == [
        "Kameraer",
        "kameraer",
    ]


def test_escapes_of_minutes_are_shown_and_not_obeyed() -> None:
    section = Section(SectionName.TEXT, "\x1b[31mRød", "a\x9bb\u202ec")
    shown = page(MarkedItem(AgendaItem("x.txt#1", Meeting(committee="\x07bip"), title="\x1b]0;t", sections=(section,))))
    assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(shown)


def test_citation_names_all_that_is_known() -> None:
    assert citation(ITEM) == (
        "LokalMED Havnen, 12 March 2026, item 4: Kameraer på kajen, case 82.20.00-G01-17-24 (havnen.pdf)"
    )


def test_citation_leaves_out_what_is_unknown() -> None:
    assert citation(AgendaItem("løst/x.txt#@1", Meeting(), title="Kameraer")) == "Kameraer (løst/x.txt)"
