"""Sections of an item: their headings, and text that begins with a heading's word."""

import pytest

from medsearch.minutes import read_minutes
from medsearch.model import AgendaItem, SectionName

_HEAD = "REFERAT FagMED Skov d. 04-05-2026\n\nMødedato Mandag d. 4. maj 2026 kl. 13:30\n\n"


def _item(text: str) -> AgendaItem:
    (item,) = read_minutes(f"{_HEAD}Punkt 3: Støvler\n\n26/1234\n\n{text}", "a.txt").items
    return item


def _found(text: str) -> list[tuple[str, str | None, str]]:
    return [(section.name.value, section.heading, section.text) for section in _item(text).sections]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Resumé", SectionName.SUMMARY),
        ("Resume", SectionName.SUMMARY),
        ("RESUMÉ", SectionName.SUMMARY),
        ("Sagsresumé", SectionName.SUMMARY),
        ("Sagsfremstilling", SectionName.PRESENTATION),
        ("Beskrivelse af sagen", SectionName.PRESENTATION),
        ("Baggrund", SectionName.BACKGROUND),
        ("Indledning", SectionName.BACKGROUND),
        ("Historik", SectionName.BACKGROUND),
        ("Indstilling", SectionName.RECOMMENDATION),
        ("Administrativ indstilling", SectionName.RECOMMENDATION),
        ("Beslutning", SectionName.DECISION),
        ("Beslutning i FagMED Skov den 4. maj 2026", SectionName.DECISION),
        ("Økonomi", SectionName.ECONOMY),
        ("Økonomiske konsekvenser", SectionName.ECONOMY),
        ("Personalemæssige konsekvenser", SectionName.PERSONNEL),
        ("Lovgrundlag", SectionName.LAW),
        ("Høring", SectionName.CONSULTATION),
        ("Kompetence", SectionName.COMPETENCE),
        ("Sagsgang", SectionName.PROCESS),
        ("Bilag", SectionName.ATTACHMENTS),
    ],
)
def test_section_is_known_by_its_printed_heading(heading: str, name: SectionName) -> None:
    assert _found(f"{heading}\n\nStøvlerne er gule.") == [(name.value, heading, "Støvlerne er gule.")]


def test_sections_come_in_order_of_print() -> None:
    text = "Beslutning\n\nA.\n\nSagsfremstilling\n\nB.\n\nØkonomi\n\nC.\n\nIndstilling\n\nD."
    assert [name for name, _, _ in _found(text)] == ["decision", "presentation", "economy", "recommendation"]


@pytest.mark.parametrize(
    "line",
    [
        "Beslutningen om støvler blev truffet i maj.",
        "Indstillingen blev ændret undervejs.",
        "Fraværet er faldet til 3,1 pct.",
        "Fraværende medarbejdere skal ringe til Bo inden kl. 7.",
        "Afbud meldes til lederen.",
        "Bilaget viser de gule støvler.",
        "Økonomien er stram.",
        "Resuméet er for kort.",
        "Beslutning om farven træffes i juni.",
        "Indstilling af kandidater sker i juni.",
        "Baggrunden er en klage.",
    ],
)
@pytest.mark.parametrize("section", ["Sagsfremstilling", "Beslutning"])
def test_text_that_begins_with_a_headings_word_is_text(section: str, line: str) -> None:
    text = f"Støvlerne er gule.\n\n{line}\n\nSlut."
    assert [body for _, _, body in _found(f"{section}\n\n{text}")] == [text]
    assert _item(f"{section}\n\n{text}").absent == ()


@pytest.mark.parametrize("between", [" ", ": ", ":  "])
def test_heading_and_text_on_one_line_are_told_apart(between: str) -> None:
    text = f"Resumé\n\nStøvler.\n\nIndstilling{between}Udvalget indstiller,\n\nat støvlerne købes"
    assert _found(text)[1] == ("recommendation", "Indstilling", "Udvalget indstiller,\n\nat støvlerne købes")


def test_subheading_in_a_decision_is_text() -> None:
    text = "Økonomi:\n\nBo fortalte.\n\nPersonale:\n\nTo nye."
    assert _found(f"Sagsfremstilling\n\nA.\n\nBeslutning\n\n{text}")[1:] == [("decision", "Beslutning", text)]


def test_subheading_with_a_colon_is_text_where_headings_have_none() -> None:
    text = "Økonomi:\n\nStøvlerne koster 900 kr.\n\nPersonale:\n\nTo nye."
    assert _found(f"Sagsfremstilling\n\n{text}\n\nBeslutning\n\nDrøftet.")[0][2] == text


def test_heading_with_a_colon_is_one_where_all_headings_have_it() -> None:
    text = "Sagsfremstilling:\n\nA.\n\nØkonomi:\n\nB.\n\nBeslutning:\n\nDrøftet."
    assert [name for name, _, _ in _found(text)] == ["presentation", "economy", "decision"]


def test_wrapped_line_that_begins_like_a_heading_is_text() -> None:
    text = "Farven er valgt efter\nBeslutning 4 fra mødet i maj."
    assert _found(f"Sagsfremstilling\n\n{text}") == [("presentation", "Sagsfremstilling", text)]


def test_sentence_that_begins_like_the_heading_of_its_section_is_text() -> None:
    text = "Beslutning 1: Støvlerne købes.\n\nBeslutning 2: Hjelmene venter."
    assert _found(f"Beslutning\n\n{text}") == [("decision", "Beslutning", text)]


def test_text_before_a_first_heading_is_kept() -> None:
    assert _found("Støvlerne er gule.\n\nBeslutning\n\nDrøftet.")[0] == ("text", None, "Støvlerne er gule.")


def test_nested_lists_keep_their_indentation_and_tables_their_tabs() -> None:
    text = "- støvler\n  - gule\n  - grønne\n\n1.000 kr.\tBudget\tRegnskab\nStøvler\t12\t14"
    assert _found(f"Sagsfremstilling\n\n\n{text}\n\n\n") == [("presentation", "Sagsfremstilling", text)]


def test_attachments_are_listed_one_by_one() -> None:
    item = _item("Beslutning\n\nDrøftet.\n\nBilag\n\nPrisliste 2026\n\n- Farvekort (udkast).pdf")
    assert item.attachments == ("Prisliste 2026", "Farvekort (udkast).pdf")


def test_no_attachments_are_none() -> None:
    assert _item("Beslutning\n\nDrøftet.\n\nBilag\n\nIngen bilag.").attachments == ()


def test_heading_without_text_is_kept() -> None:
    assert _found("Resumé\n\nBeslutning\n\nDrøftet.")[0] == ("summary", "Resumé", "")
