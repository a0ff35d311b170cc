"""Minutes as a whole: what is an item and what only looks like one, meetings bound together, unknown layouts."""

from datetime import date, time

import pytest

from medsearch.minutes import read_minutes
from medsearch.model import AgendaItem, SectionName

_HEAD = """
REFERAT LokalMED Fyrtårnet d. 04-05-2026

Mødedato Mandag d. 4. maj 2026 kl. 13:30

Mødested Lanternen
"""
_OTHER_MEETING = """
REFERAT LokalMED Fyrtårnet d. 08-06-2026

Mødedato Mandag d. 8. juni 2026 kl. 09:00

Mødested Kajen

Punkt 7: Godkendelse af dagsorden

81.38.00-P35-7-26

Beslutning

Godkendt.
"""


def _minutes(*items: str) -> str:
    """Minutes of a meeting whose items, from number 7 on, have the texts `items`."""
    printed = (
        f"Punkt {number}: Titel nummer {number}\n\n81.38.00-P35-7-26\n\n{item}" for number, item in enumerate(items, 7)
    )
    return "\n\n".join((_HEAD, *printed))


def _items(text: str) -> tuple[AgendaItem, ...]:
    return read_minutes(text, "a.txt").items


def _numbers(text: str) -> list[str | None]:
    return [item.number for item in _items(text)]


def _section(item: AgendaItem, name: SectionName) -> str:
    return "\n".join(section.text for section in item.sections if section.name is name)


@pytest.mark.parametrize(
    "trap",
    [
        "1. at lampen tændes\n2. at lampen slukkes",
        "1. at lampen tændes\n\n2. at lampen slukkes\n\n3. at døren lukkes",
        "1. At lampen tændes\n\n2. At lampen slukkes",
        "Dagsorden for temadagen:\n\n1. Velkomst\n\n2. Frokost\n\n3. Tak for i dag",
        "Punkt 5 blev udsat.",
        "Punkt 5 blev udsat til næste møde, og punkt 9 udgår.",
        "Se også punkt 8: det er næsten det samme.",
        "8",
        "Side 8 af 12",
        "2026: Lampen er tændt.",
        "12. maj 2026 holdes der åbent hus.",
        "9.500 kr. er sat af.",
    ],
)
@pytest.mark.parametrize("section", ["Sagsfremstilling", "Indstilling", "Beslutning"])
def test_numbers_within_an_item_begin_no_item(section: str, trap: str) -> None:
    assert _numbers(_minutes(f"{section}\n\nOm lampen:\n\n{trap}\n\nSlut.", "Beslutning\n\nGodkendt.")) == ["7", "8"]


def test_numbered_proposals_stay_in_the_recommendation() -> None:
    proposals = "Formanden indstiller,\n\n1. at lampen tændes\n2. at lampen slukkes"
    item = _items(_minutes(f"Indstilling\n\n{proposals}\n\nBeslutning\n\nTiltrådt."))[0]
    assert _section(item, SectionName.RECOMMENDATION) == proposals


def test_mention_of_other_minutes_begins_no_meeting() -> None:
    mention = "Referat fra LokalMED i Fyrtårnet den 24. oktober 2025"
    text = _minutes(f"Resumé\n\n{mention}\n\nIndstilling\n\nUdvalget indstiller,\n\nat referatet godkendes", "")
    assert _section(_items(text)[0], SectionName.SUMMARY) == mention
    assert len(list(read_minutes(text, "a.txt").meetings())) == 1


def test_mention_of_other_minutes_in_a_sentence_stays_in_its_section() -> None:
    mention = "Referat fra LokalMED i Fyrtårnet den 24. oktober 2025 blev godkendt."
    item = _items(_minutes(f"Beslutning\n\n{mention}"))[0]
    assert _section(item, SectionName.DECISION) == mention
    assert item.meeting.date == date(2026, 5, 4)


def test_meetings_bound_into_one_file_are_told_apart() -> None:
    minutes = read_minutes(_minutes("Beslutning\n\nGodkendt.") + _OTHER_MEETING, "a.txt")
    found = [(meeting.date, meeting.time, meeting.place) for meeting, _ in minutes.meetings()]
    assert found == [(date(2026, 5, 4), time(13, 30), "Lanternen"), (date(2026, 6, 8), time(9), "Kajen")]


def test_item_number_that_comes_again_gets_an_address_of_its_own() -> None:
    minutes = read_minutes(_minutes("Beslutning\n\nGodkendt.") + _OTHER_MEETING, "a.txt")
    assert [item.id for item in minutes.items] == ["a.txt#7", "a.txt#7~2"]


def test_absence_at_one_meeting_says_nothing_about_the_next() -> None:
    first = _minutes("Beslutning\n\nGodkendt.\n\nFraværende:\n\nIb Skærvig\n\nFraværende Ib Skærvig")
    absent = [meeting.absent for meeting, _ in read_minutes(first + "\n" + _OTHER_MEETING, "a.txt").meetings()]
    assert absent == [("Ib Skærvig",), ()]


def test_title_line_on_every_page_begins_no_meeting() -> None:
    title = "REFERAT LokalMED Fyrtårnet d. 04-05-2026"
    text = _minutes(f"Beslutning\n\nLampen\n\n{title}\n\nblev tændt.", f"{title}\n\nBeslutning\n\nGodkendt.")
    assert _numbers(text) == ["7", "8"]
    assert _section(_items(text)[0], SectionName.DECISION) == "Lampen\n\nblev tændt."


def test_page_numbers_are_no_text() -> None:
    item = _items(_minutes("Beslutning\n\nLampen\n\nSide 8 af 12\n\nblev tændt.\n\n- 9 -\n\nTil toppen"))[0]
    assert _section(item, SectionName.DECISION) == "Lampen\n\nblev tændt."


def test_unknown_layout_is_kept_as_one_item_with_a_warning() -> None:
    text = "Noter fra havnen\n\nVi talte om sejl.\n\nAlle var enige."
    minutes = read_minutes(text, "noter.txt")
    assert [(item.id, item.number, item.text()) for item in minutes.items] == [("noter.txt#@1", None, text)]
    assert any("No agenda items were found" in warning for warning in minutes.warnings)


def test_unknown_committee_and_date_are_warned_of() -> None:
    warnings = " ".join(read_minutes("Punkt 1: Eventuelt\n\n26/1234\n\nBeslutning\n\nIntet.", "a.txt").warnings)
    assert "committee" in warnings
    assert "date" in warnings


def test_what_the_head_says_besides_stands_with_the_first_item() -> None:
    minutes = read_minutes(_HEAD + "\nReferent: Ib Skærvig\n\n" + _minutes("Beslutning\n\nGodkendt."), "a.txt")
    assert minutes.items[0].details == ("Referent: Ib Skærvig",)
    assert minutes.warnings == ()


def test_long_text_before_the_first_item_is_kept_and_warned_of() -> None:
    told = "Formanden bød velkommen og fortalte om fyrets lampe, som nu lyser igen. " * 5
    minutes = read_minutes(_HEAD + f"\n{told}\n\n" + _minutes("Beslutning\n\nGodkendt."), "a.txt")
    assert minutes.items[0].id == "a.txt#@1"
    assert "fyrets lampe" in minutes.items[0].text()
    assert any("Formanden bød velkommen" in warning for warning in minutes.warnings)


def test_gap_in_the_numbers_is_warned_of() -> None:
    text = _minutes("Beslutning\n\nGodkendt.") + "\n\nPunkt 9: Eventuelt\n\n26/1234\n\nBeslutning\n\nIntet."
    assert any("Item 9 follows item 7" in warning for warning in read_minutes(text, "a.txt").warnings)


def test_empty_text_has_no_items() -> None:
    assert read_minutes(" \n\n", "a.txt").items == ()


def test_who_is_absent_at_every_item_is_absent_from_the_meeting() -> None:
    both = "Beslutning\n\nGodkendt.\n\nFraværende:\n\nIb Skærvig, Tove Hejlund\n\nFraværende Ib Skærvig, Tove Hejlund"
    one = "Beslutning\n\nGodkendt.\n\nFraværende:\n\nIb Skærvig\n\nFraværende Ib Skærvig"
    items = _items(_minutes(one, both, one))
    assert items[0].meeting.absent == ("Ib Skærvig",)
    assert [item.absent for item in items] == [("Ib Skærvig",), ("Ib Skærvig", "Tove Hejlund"), ("Ib Skærvig",)]


def test_closed_item_without_absence_list_takes_nobody_off_the_absent() -> None:
    absent = "Beslutning\n\nGodkendt.\n\nFraværende:\n\nIb Skærvig\n\nFraværende Ib Skærvig"
    text = _minutes(absent) + "\n\nPunkt 8: Personsag - Lukket punkt\n\n26/1234"
    assert _items(text)[0].meeting.absent == ("Ib Skærvig",)


def test_roll_call_of_the_first_item_holds_for_the_meeting() -> None:
    roll_call = "Ib Skærvig, Tove Q. Hejlund og Åse Lund-Bro deltog i mødet."
    absence = "Per Ny og Else Sand var fraværende."
    items = _items(_minutes(f"Beslutning\n\n{roll_call}\n\n{absence}\n\nGodkendt.", "Beslutning\n\nDrøftet."))
    meeting = items[0].meeting
    assert meeting.participants == ("Ib Skærvig", "Tove Q. Hejlund", "Åse Lund-Bro")
    assert meeting.absent == ("Per Ny", "Else Sand")
    assert _section(items[0], SectionName.DECISION) == f"{roll_call}\n\nGodkendt."
