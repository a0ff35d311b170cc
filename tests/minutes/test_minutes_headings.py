"""Headings of agenda items: their forms, wrapped and torn titles, case numbers, closed items."""

import pytest

from medsearch.minutes import read_minutes
from medsearch.model import AgendaItem

_HEAD = "REFERAT FagMED Skov d. 04-05-2026\n\nMødedato Mandag d. 4. maj 2026 kl. 13:30\n\n"
_AFTER = "\n\n81.38.00-P35-7-26\n\nBeslutning\n\nGodkendt.\n"


def _item(heading: str, after: str = _AFTER) -> AgendaItem:
    (item,) = read_minutes(f"{_HEAD}{heading}{after}", "a.txt").items
    return item


@pytest.mark.parametrize(
    "heading",
    [
        "Punkt 12: Nye støvler",
        "Punkt 12 - Nye støvler",
        "Punkt 12 – Nye støvler",
        "Punkt 12. Nye støvler",
        "Punkt 12 Nye støvler",
        "PUNKT 12: Nye støvler",
        "Punkt 12\nNye støvler",
        "Punkt: 12\n\nNye støvler",
        "Pkt. 12 Nye støvler",
        "Pkt. 12. Nye støvler",
        "Pkt. 12\nNye støvler",
        "Sag nr. 12 Nye støvler",
        "12. Nye støvler",
        "12.Nye støvler",
        "12 : Nye støvler",
        "  Punkt 12:  Nye   støvler",
    ],
)
def test_heading_of_an_item_is_known_in_all_its_forms(heading: str) -> None:
    item = _item(heading)
    assert (item.number, item.title) == ("12", "Nye støvler")


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Punkt 3: Nye støvler, handsker og\nhjelme til alle", "Nye støvler, handsker og hjelme til alle"),
        ("Punkt 3: Nye støvler,\nhandsker\nog hjelme", "Nye støvler, handsker og hjelme"),
        ("Punkt 3: Arbejds miljø og trivsels måling", "Arbejds miljø og trivsels måling"),
        ("Punkt 3: Støvler – ja eller nej?", "Støvler – ja eller nej?"),
        ("Punkt 3: 10 år i skoven", "10 år i skoven"),
        ("Punkt 3: ”Ren luft”", "”Ren luft”"),
        ("Punkt 3: Beslutning om støvler", "Beslutning om støvler"),
        ("Punkt 3: Budgetopfølgning pr. 31. maj 2026", "Budgetopfølgning pr. 31. maj 2026"),
        ("Punkt 3: Nedlæggelse af 3,5 stillinger", "Nedlæggelse af 3,5 stillinger"),
        ("Punkt 3: Økonomi", "Økonomi"),
    ],
)
def test_title_is_read_as_printed(heading: str, title: str) -> None:
    assert _item(heading).title == title


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Punkt 3: Salg af hytten - Lukket punkt", "Salg af hytten"),
        ("Punkt 3: Salg af hytten – Lukket punkt", "Salg af hytten"),
        ("Punkt 3: Salg af hytten - lukket punkt", "Salg af hytten"),
        ("Punkt 3: Salg af hytten - Lukket sag", "Salg af hytten"),
        ("Punkt 3: Salg af hytten (Lukket)", "Salg af hytten"),
        ("Punkt 3: Salg af hytten (FOR LUKKEDE DØRE)", "Salg af hytten"),
        ("Punkt 3: LUKKET PUNKT - Salg af hytten", "Salg af hytten"),
        ("Punkt 3: Lukket sag: Salg af hytten", "Salg af hytten"),
        ("Punkt 3: FORTROLIG - Salg af hytten", "Salg af hytten"),
        ("Punkt 3: Salg af hytten -\nLukket punkt", "Salg af hytten"),
        ("Punkt 3: Lukket punkt", "Lukket punkt"),
    ],
)
def test_closed_item_is_known(heading: str, title: str) -> None:
    item = _item(heading)
    assert item.closed
    assert item.title == title
    assert item.case_number is not None


@pytest.mark.parametrize(
    "title",
    ["Lukket afdeling", "Kontoret er lukket", "Sommerlukket - nye tider", "Lukning af hytten", "Fortrolighed"],
)
def test_open_item_about_closing_is_open(title: str) -> None:
    item = _item(f"Punkt 3: {title}")
    assert not item.closed
    assert item.title == title


def test_closed_item_without_text_ends_where_the_next_begins() -> None:
    text = f"{_HEAD}Punkt 3: Salg - Lukket punkt\n\n26/1234\n\nPunkt 4: Eventuelt{_AFTER}"
    closed, following = read_minutes(text, "a.txt").items
    assert (closed.title, closed.closed, closed.sections) == ("Salg", True, ())
    assert (following.title, following.closed) == ("Eventuelt", False)


@pytest.mark.parametrize(
    ("line", "case_number"),
    [
        ("81.38.00-P35-7-26", "81.38.00-P35-7-26"),
        ("26/1043", "26/1043"),
        ("760-2026-3619", "760-2026-3619"),
        ("Sagsnr.: 26/1043", "26/1043"),
        ("Sagsid.: 26/1043", "26/1043"),
        ("Sagsnummer 26/1043", "26/1043"),
        ("Acadre sagsnr. 26/1043", "26/1043"),
    ],
)
def test_case_number_below_the_heading_is_the_items(line: str, case_number: str) -> None:
    item = _item("Punkt 3: Støvler", f"\n\n{line}\n\nBeslutning\n\nGodkendt.")
    assert item.case_number is not None
    assert item.case_number.printed == case_number


def test_case_number_further_down_is_text() -> None:
    item = _item("Punkt 3: Støvler", "\n\nBeslutning\n\nSe sagen:\n\n26/1043")
    assert item.case_number is None
    assert "26/1043" in item.text()


def test_items_without_case_number_are_found() -> None:
    text = "Punkt 3: Støvler\n\nBeslutning\n\nDrøftet.\n\nPunkt 4: Eventuelt\n\nBeslutning\n\nIntet."
    items = read_minutes(_HEAD + text, "a.txt").items
    assert [(item.number, item.title, item.case_number) for item in items] == [
        ("3", "Støvler", None),
        ("4", "Eventuelt", None),
    ]


def test_last_item_without_sections_and_case_number_is_found_by_its_number() -> None:
    text = f"Punkt 3: Støvler{_AFTER}\nPunkt 4: Eventuelt\n\nIntet."
    assert [item.number for item in read_minutes(_HEAD + text, "a.txt").items] == ["3", "4"]


def test_title_in_the_contents_list_makes_a_line_a_heading() -> None:
    contents = "Indholdsfortegnelse\n\nStøvler til alle.....\t3\nEventuelt.....\t9\n\n"
    text = "Punkt 3: Støvler til alle\n\nVi taler.\n\nPunkt 9: Eventuelt\n\nIntet."
    assert [item.title for item in read_minutes(_HEAD + contents + text, "a.txt").items] == [
        "Støvler til alle",
        "Eventuelt",
    ]
