"""The names of fields that users type before a colon."""

from collections.abc import Callable

import pytest

from medsearch.model import SectionName
from medsearch.query.fields import FIELD_BY_NAME, OUTCOME_NAMES, SECTION_BY_NAME, TEXT_FIELDS

Finds = Callable[..., bool]


@pytest.mark.parametrize(
    ("name", "section"),
    [
        ("resumé", "summary"),
        ("resume", "summary"),
        ("sagsfremstilling", "presentation"),
        ("baggrund", "background"),
        ("indstilling", "recommendation"),
        ("beslutning", "decision"),
        ("økonomi", "economy"),
        ("personale", "personnel"),
        ("lovgrundlag", "law"),
        ("høring", "consultation"),
        ("kompetence", "competence"),
        ("sagsgang", "process"),
        ("bilag", "attachments"),
    ],
)
def test_a_danish_name_looks_in_its_section_only(finds: Finds, name: str, section: str) -> None:
    other = "decision" if section != "decision" else "law"
    assert finds(f"{name}:kantine", **{section: "Kantinen"})
    assert not finds(f"{name}:kantine", **{other: "Kantinen"})


@pytest.mark.parametrize("section", SectionName)
def test_every_section_is_asked_for_by_its_name_in_json(finds: Finds, section: SectionName) -> None:
    assert finds(f"{section.value}:kantine", **{section.value: "Kantinen"})
    assert not finds(f"{section.value}:kantine", title="Kantinen")


@pytest.mark.parametrize("name", ["titel", "title"])
def test_the_title_is_asked_for_in_both_languages(finds: Finds, name: str) -> None:
    assert finds(f"{name}:kantine", title="Kantinen")
    assert not finds(f"{name}:kantine", "Kantinen")


@pytest.mark.parametrize(
    ("danish", "english"),
    [("udvalg", "committee"), ("sag", "case"), ("dato", "date"), ("år", "year"), ("udfald", "outcome")],
)
def test_a_filter_has_the_same_meaning_in_both_languages(danish: str, english: str) -> None:
    assert FIELD_BY_NAME[danish] == FIELD_BY_NAME[english] == english


def test_every_section_name_leads_to_a_field_that_is_indexed() -> None:
    assert set(SECTION_BY_NAME.values()) <= set(TEXT_FIELDS)


def test_every_outcome_has_a_danish_name() -> None:
    assert len(set(OUTCOME_NAMES.values())) == len(OUTCOME_NAMES) == 6
