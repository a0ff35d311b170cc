"""The page of a PDF that an agenda item begins on."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from medsearch.documents.page_of import page_of
from medsearch.model import AgendaItem, Meeting, Section, SectionName
from tests.conftest import SAMPLE, SCAN, read_file

BORDE = "Der er indhentet tilbud på seks nye borde til kantinen."
STOLE = "Stolene i mødelokalet er slidte og skal skiftes ud."


def pdf(tmp_path: Path, *pages: Sequence[str]) -> Path:
    """A PDF with these lines on its pages."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(70, 780 - 18 * number, line)
        canvas.showPage()
    canvas.save()
    path = tmp_path / "referat.pdf"
    path.write_bytes(file.getvalue())
    return path


def item(number: str | None, title: str | None, text: str = "", meeting: Meeting | None = None) -> AgendaItem:
    sections = (Section(SectionName.PRESENTATION, "Sagsfremstilling", text),) if text else ()
    address = f"referat.pdf#{number}{meeting.place if meeting else ''}"
    return AgendaItem(address, meeting or Meeting(), number=number, title=title, sections=sections)


def pages_of(path: Path, *items: AgendaItem) -> list[int | None]:
    return [page_of(path, one, items) for one in items]


def test_items_are_on_the_pages_that_their_headings_stand_on(tmp_path: Path) -> None:
    path = pdf(
        tmp_path,
        ["Referat", "Punkt 1: Nye borde", "Sagsfremstilling", BORDE],
        ["Punkt 2: Nye stole", "Sagsfremstilling", STOLE],
    )
    assert pages_of(path, item("1", "Nye borde", BORDE), item("2", "Nye stole", STOLE)) == [1, 2]


def test_contents_list_is_no_item(tmp_path: Path) -> None:
    contents = ["Dagsorden", "1. Nye borde ........ 2", "2. Nye stole ........ 3", "3. Eventuelt ........ 3"]
    path = pdf(
        tmp_path,
        contents,
        ["1. Nye borde", BORDE],
        ["2. Nye stole", STOLE, "3. Eventuelt", "Intet at bemærke."],
    )
    items = item("1", "Nye borde", BORDE), item("2", "Nye stole", STOLE), item("3", "Eventuelt", "Intet at bemærke.")
    assert pages_of(path, *items) == [2, 3, 3]


def test_contents_list_is_no_item_that_has_nothing_below_its_heading(tmp_path: Path) -> None:
    path = pdf(
        tmp_path, ["1. Nye borde", "2. Lukket punkt", "3. Nye stole"], ["1. Nye borde", BORDE, "2. Lukket punkt"]
    )
    items = item("1", "Nye borde", BORDE), item("2", "Lukket punkt"), item("3", "Nye stole")
    assert page_of(path, items[1], items) == 2


def test_heading_at_the_foot_of_a_page_counts_not_the_text_on_the_next(tmp_path: Path) -> None:
    path = pdf(tmp_path, ["Referat", "Punkt 1: Nye borde", "Side 1 af 2"], ["LokalMED Park", BORDE, "Side 2 af 2"])
    assert pages_of(path, item("1", "Nye borde", BORDE)) == [1]


def test_title_over_two_lines_with_a_hyphen_is_found(tmp_path: Path) -> None:
    path = pdf(tmp_path, ["Referat"], ["3. Evaluering af video-", "overvågningen i Boksrummet", BORDE])
    assert pages_of(path, item("3", "Evaluering af videoovervågningen i Boksrummet", BORDE)) == [2]


def test_item_that_names_another_is_not_that_one(tmp_path: Path) -> None:
    path = pdf(tmp_path, ["1. Nye stole", f"Se også punktet Nye borde. {STOLE}"], ["2. Nye borde", BORDE])
    assert pages_of(
        path, item("1", "Nye stole", f"Se også punktet Nye borde. {STOLE}"), item("2", "Nye borde", BORDE)
    ) == [
        1,
        2,
    ]


def test_same_item_of_several_meetings_in_a_file_is_found_in_each(tmp_path: Path) -> None:
    opening = ["Punkt 1: Godkendelse af dagsorden", "Godkendt."]
    path = pdf(tmp_path, ["Møde i marts", *opening], ["Møde i april", *opening], ["Møde i maj", *opening])
    items = [item("1", "Godkendelse af dagsorden", "Godkendt.", Meeting(place=str(place))) for place in range(3)]
    assert pages_of(path, *items) == [1, 2, 3]


def test_item_without_a_title_is_found_by_its_text(tmp_path: Path) -> None:
    assert pages_of(pdf(tmp_path, ["Referat"], [BORDE]), item(None, None, BORDE)) == [2]


def test_page_is_not_guessed(tmp_path: Path) -> None:
    path = pdf(tmp_path, ["Eventuelt"], ["Under eventuelt drøftedes ferien."])
    assert pages_of(path, item(None, "Eventuelt")) == [None]
    assert pages_of(path, item("7", "Noget helt andet", STOLE)) == [None]


@pytest.mark.parametrize("data", [b"", b"Referat", b"%PDF-1.7 and then nothing"])
def test_file_that_is_no_sound_pdf_has_no_pages(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "referat.pdf"
    path.write_bytes(data)
    assert pages_of(path, item("1", "Nye borde", BORDE)) == [None]


def test_scan_has_no_pages_that_can_be_told() -> None:
    assert page_of(SCAN, item("1", "Nye borde", BORDE), []) is None


@pytest.mark.parametrize("name", ["2026-02-18-fagmed-teknik-og-miljoe.pdf", "2026-03-17-hovedmed.pdf"])
def test_items_of_real_looking_minutes_are_found_in_order(name: str) -> None:
    items = read_file(SAMPLE / name).items
    found = [page_of(SAMPLE / name, one, items) for one in items]
    assert None not in found
    assert found == sorted(found, key=lambda page: page or 0)
    assert len(set(found)) > 2
