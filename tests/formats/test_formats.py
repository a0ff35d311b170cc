"""Holds the parser to the shares of fields that it has reached, and the measure to what it is for."""

import json
from functools import cache
from pathlib import Path

import pytest

from tests.formats.measuring import FIELDS, Tally, documents, measure

_FAMILIES = sorted({family for family, _ in documents("known")})
_LEAST_OF_A_FAMILY = 0.90
_LEAST = {"known": 0.98, "unseen": 0.95}


@cache
def _tally(folder: str, family: str) -> Tally:
    tally = Tally()
    for name, document in documents(folder):
        if name == family:
            tally.add(measure(document))
    return tally


@pytest.mark.parametrize("family", _FAMILIES)
def test_known_layout_is_read(family: str) -> None:
    tally = _tally("known", family)
    assert tally.share() >= _LEAST_OF_A_FAMILY, "\n".join(tally.wrong)


@pytest.mark.parametrize("folder", _LEAST)
def test_layouts_are_read_right_nearly_everywhere(folder: str) -> None:
    total = Tally()
    for family in _FAMILIES:
        total.add(_tally(folder, family))
    assert total.share() >= _LEAST[folder]


def test_every_layout_has_documents_of_both_sets() -> None:
    assert sorted({family for family, _ in documents("unseen")}) == _FAMILIES
    assert len(_FAMILIES) == 23


def test_documents_of_every_kind_are_among_the_known() -> None:
    kinds = {document.suffix for _, document in documents("known")}
    assert kinds >= {".pdf", ".docx", ".odt", ".rtf", ".html", ".txt", ".md"}


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        (("committee",), "Havneudvalget", "committee"),
        (("date",), "2001-01-01", "date"),
        (("items", 0, "title"), "Et andet punkt", "title"),
        (("items", 1, "case_number"), "01/2345", "case number"),
        (("items", 1, "closed"), True, "closed"),
        (("items", 1, "sections", 0, "text"), "Andre ord", "sections"),
    ],
)
def test_a_fact_that_differs_counts_as_wrong(
    tmp_path: Path, path: tuple[str | int, ...], value: object, field: str
) -> None:
    family, document = next((f, d) for f, d in documents("known") if f == "us-date" and d.suffix == ".html")
    facts = json.loads(document.with_name(f"{document.name}.json").read_text("utf-8"))
    place = facts["meetings"][0]
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    copy = tmp_path / document.name
    copy.write_bytes(document.read_bytes())
    copy.with_name(f"{copy.name}.json").write_text(json.dumps(facts), encoding="utf-8")
    before, after = _tally("known", family), measure(copy)
    assert any(f": {field}: " in wrong for wrong in after.wrong)
    assert after.right[field] < before.asked[field]


def test_items_that_were_not_found_count_as_wrong(tmp_path: Path) -> None:
    document = next(d for f, d in documents("known") if f == "us-date" and d.suffix == ".html")
    copy = tmp_path / "tom.txt"
    copy.write_text("Et notat uden punkter.", encoding="utf-8")
    facts = json.loads(document.with_name(f"{document.name}.json").read_text("utf-8"))
    copy.with_name(f"{copy.name}.json").write_text(json.dumps(facts), encoding="utf-8")
    assert measure(copy).share(FIELDS) < 0.1
