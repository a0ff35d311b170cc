"""Case numbers and their parts, addresses of items, meetings of a file."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.model import AgendaItem, CaseNumber, Meeting, Minutes, Section, SectionName, split_case_number


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("81.38.00-P35-58-23", ("81.38.00", "P35", 58, 2023)),
        ("01.02.05-P16-1092-15", ("01.02.05", "P16", 1092, 2015)),
        ("82.20.00-G01-17-1998", ("82.20.00", "G01", 17, 1998)),
        ("82.20.00-G01-17-98", ("82.20.00", "G01", 17, 1998)),
        ("00.01.00-Ø36-4-69", ("00.01.00", "Ø36", 4, 2069)),
        ("81.38.00-P35", ("81.38.00", "P35", None, None)),
    ],
)
def test_case_number_of_the_kle_scheme_has_its_parts(printed: str, parts: tuple[object, ...]) -> None:
    number = CaseNumber.parse(printed)
    assert number is not None
    assert (number.subject, number.facet, number.serial, number.year) == parts


@pytest.mark.parametrize(
    "printed",
    [
        "20/8545",
        "07/21538",
        "2012/057275",
        "330-2018-3619",
        "1-13-3-57-16",
        "00.01.00P35-0104",
        "00.01.00A04 - 2007/34364",
        "86.00.G01/2011-102",
    ],
)
def test_case_number_of_another_scheme_is_kept_as_printed(printed: str) -> None:
    assert CaseNumber.parse(printed) == CaseNumber(printed)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12-12-2025",
        "2025-12-12",
        "15.03.2026",
        "24/7",
        "1/2",
        "10.30",
        "Åbent",
        "Initialer: AGVA",
        "97,1 mio. kr.",
        "81.38.00-P35-58-23 Godkendt",
        "Sag 20/8545",
    ],
)
def test_what_is_no_case_number_is_none(text: str) -> None:
    assert CaseNumber.parse(text) is None


def test_blanks_around_a_case_number_do_not_count() -> None:
    assert CaseNumber.parse(" 20/8545\t") == CaseNumber("20/8545")


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("81.38.00-P35-58-23", ("81", "38", "00", "P35", "58", "23")),
        ("81 38 00 p35 58 23", ("81", "38", "00", "P35", "58", "23")),
        ("813800", ("813800",)),
        ("81.38", ("81", "38")),
        ("p35", ("P35",)),
        ("20/8545", ("20", "8545")),
        ("", ()),
    ],
)
def test_punctuation_and_case_of_a_case_number_do_not_count(written: str, parts: tuple[str, ...]) -> None:
    assert split_case_number(written) == parts


@given(st.text(alphabet="0123456789.-/PGØ "))
def test_any_text_is_a_case_number_or_none(text: str) -> None:
    number = CaseNumber.parse(text)
    assert number is None or number.parts == split_case_number(text)


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("referat.txt#36", "referat.txt"),
        ("referat.txt#36~2", "referat.txt"),
        ("2025/referat.txt#@3", "2025/referat.txt"),
        ("sag #4.txt#36", "sag #4.txt"),
    ],
)
def test_source_of_an_item_is_its_file(address: str, source: str) -> None:
    assert AgendaItem(address, Meeting()).source == source


def test_text_of_an_item_is_its_title_and_sections() -> None:
    sections = (Section(SectionName.SUMMARY, "Resumé", ""), Section(SectionName.DECISION, "Beslutning", "Godkendt."))
    assert AgendaItem("a#1", Meeting(), title="Støvler", sections=sections).text() == "Støvler\n\nGodkendt."


def test_items_stand_with_their_meeting_in_order_of_print() -> None:
    may, june = Meeting("LokalMED", date=date(2026, 5, 4)), Meeting("LokalMED", date=date(2026, 6, 8))
    items = (AgendaItem("a#1", june), AgendaItem("a#2", june), AgendaItem("a#1~2", may))
    grouped = [(meeting.date, [item.id for item in found]) for meeting, found in Minutes("a", items).meetings()]
    assert grouped == [(june.date, ["a#1", "a#2"]), (may.date, ["a#1~2"])]
