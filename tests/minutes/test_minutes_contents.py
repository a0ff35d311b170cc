"""Contents lists: never items, whatever they look like, and a check of what was found."""

import pytest

from medsearch.minutes import read_minutes

_HEAD = "REFERAT FagMED Skov d. 04-05-2026\n\nMødedato Mandag d. 4. maj 2026 kl. 13:30\n\n"
_ITEMS = (
    "Punkt 3: Støvler og arbejdsmiljø\n\n26/1234\n\nBeslutning\n\nGodkendt.\n\n"
    "Punkt 4: Eventuelt\n\n26/1234\n\nBeslutning\n\nIntet."
)
_LISTS = [
    "Støvler og arbejdsmiljø.....\t3\nEventuelt.....\t4",
    "Støvler og arbejds miljø.....\t3\nEventuelt.....\t4",
    "Punkt 3: Støvler og arbejdsmiljø.....\t3\nPunkt 4: Eventuelt.....\t4",
    "3. Støvler og arbejdsmiljø........ 3\n4. Eventuelt........ 4",
    "3 Støvler og arbejdsmiljø........ 3\n\n4 Eventuelt........ 4",
    "| | |\n|---|----|\n| Støvler og Arbejds miljø..... | 3 |\n| Eventuelt..... | 4 |",
]


@pytest.mark.parametrize("entries", _LISTS)
@pytest.mark.parametrize("heading", ["Indholdsfortegnelse", "INDHOLDSFORTEGNELSE:"])
def test_contents_list_is_no_item_and_agrees_with_the_items(heading: str, entries: str) -> None:
    minutes = read_minutes(f"{_HEAD}{heading}\n\n{entries}\n\n{_ITEMS}", "a.txt")
    assert [item.title for item in minutes.items] == ["Støvler og arbejdsmiljø", "Eventuelt"]
    assert minutes.warnings == ()


def test_entry_without_item_is_warned_of() -> None:
    entries = "Støvler og arbejdsmiljø.....\t3\nRobotter i skoven.....\t4\nEventuelt.....\t5"
    warnings = read_minutes(f"{_HEAD}Indholdsfortegnelse\n\n{entries}\n\n{_ITEMS}", "a.txt").warnings
    assert len(warnings) == 1
    assert "Robotter i skoven" in warnings[0]


def test_closed_item_agrees_with_its_entry() -> None:
    entries = "Salg af hytten - Lukket punkt.....\t3"
    item = "Punkt 3: Salg af hytten - Lukket punkt\n\n26/1234"
    assert read_minutes(f"{_HEAD}Indholdsfortegnelse\n\n{entries}\n\n{item}", "a.txt").warnings == ()
