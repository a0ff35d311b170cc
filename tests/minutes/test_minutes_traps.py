"""What once was cut wrongly, or took for ever, in texts that somebody wrote to break the parser."""

import datetime as dt

import pytest

from medsearch.minutes import read_minutes
from medsearch.model import Minutes, SectionName

_HEAD = "REFERAT HovedMED d. 12-03-2026\n\nMødedato Torsdag d. 12. marts 2026 kl. 10:00\n\n"


def _read(*lines: str) -> Minutes:
    return read_minutes(_HEAD + "\n\n".join(lines), "a.txt")


def _numbers(minutes: Minutes) -> list[tuple[str | None, str | None]]:
    return [(item.number, item.title) for item in minutes.items]


@pytest.mark.parametrize(
    "line",
    [
        "A" + "-" * 60 + "x",
        ", " * 60 + "x",
        "den " * 60 + "x",
        "81.38.00-P35-7-26 " * 400,
        " " * 200_000,
        "\n" * 20_000,
        "Punkt 1: A\n" + "b\n" * 8_000,
        "Sted:\n" * 4_000 + "x\n" * 4_000,
        "Beslutning | Godkendt\n" * 4_000,
        "".join(f"{number}. Emne {number}\n" for number in range(8_000)),
        "".join(f"Punkt {number}: Emne {number}\n\n" for number in range(1, 3_000)),
        "Ib Skærvig, " * 4_000,
        ". " * 50_000,
    ],
)  # fmt: skip
def test_text_made_to_be_slow_comes_to_an_end(line: str) -> None:
    read_minutes(line, "a.txt")
    assert _read("Punkt 1: Budget", "26/1234", "Beslutning", line).items


def test_answers_numbered_in_a_decision_are_no_items() -> None:
    minutes = _read(
        "1. Ferie", "Indstilling", "1. at ferien lægges", "2. at den varsles", "Beslutning", "1. Godkendt",
        "2. Godkendt", "2. Løn", "Beslutning", "Drøftet.",
    )  # fmt: skip
    assert _numbers(minutes) == [("1", "Ferie"), ("2", "Løn")]


def test_day_of_the_next_meeting_is_not_that_of_this() -> None:
    head = "HovedMED\n\nNæste møde: 9. april 2026\n\nMødet blev holdt torsdag den 12. marts 2026 kl. 10.\n\n"
    minutes = read_minutes(head + "1. Ferie\n\nBeslutning\n\nGodkendt.\n\n2. Løn\n\nBeslutning\n\nDrøftet.", "a.txt")
    assert minutes.items[0].meeting.date == dt.date(2026, 3, 12)


def test_closed_items_with_numbers_of_their_own_leave_the_open_ones_found() -> None:
    minutes = _read(
        "7 Regnskab", "Beslutning", "Godkendt.", "8 Nye lokaler", "Beslutning", "Drøftet.",
        "9 Eventuelt", "Intet.", "lukket 101 Lukket punkt: Salg af areal", "Beslutning", "Solgt.",
    )  # fmt: skip
    assert _numbers(minutes) == [("7", "Regnskab"), ("8", "Nye lokaler"), ("9", "Eventuelt"), ("101", "Salg af areal")]
    assert [item.closed for item in minutes.items] == [False, False, False, True]


@pytest.mark.parametrize(
    ("marks", "closed"),
    [
        ("Åbent punkt: X Lukket punkt:", False),
        ("Åbent punkt:   Lukket punkt: X", True),
        ("Åbent punkt / Lukket punkt", False),
        ("Sagsnr. | Åbent punkt | Lukket punkt", False),
    ],
)
def test_column_heads_of_open_and_closed_say_what_is_ticked(marks: str, closed: bool) -> None:
    minutes = _read("Punkt 1: Salg", marks, "26/1234", "Beslutning", "Drøftet.")
    assert [item.closed for item in minutes.items] == [closed]
    assert minutes.items[0].case_number is not None


def test_heading_word_at_the_end_of_a_line_of_text_is_text() -> None:
    text = "Vi talte om kommunens\nØkonomi\nspiller en rolle for alle."
    minutes = _read("Punkt 1: Salg", "26/1234", "Sagsfremstilling", text, "Beslutning", "Drøftet.")
    assert [section.name for section in minutes.items[0].sections] == [
        SectionName.PRESENTATION,
        SectionName.DECISION,
    ]


_FIRST = "1. Valg\n\nBeslutning\n\nValgt.\n\n2. Eventuelt\n\nBeslutning\n\nIntet.\n\n"


@pytest.mark.parametrize(
    "second",
    [
        "Ungerådet\n\nReferat\n\nonsdag den 3. juni 2026 kl. 16.00\n\n",
        "Referat af møde i Ungerådet onsdag den 3. juni 2026 kl. 16.00\n\n",
        "Møde i Ungerådet, onsdag den 3. juni 2026 kl. 16.00\nAfbud: Bo Skærvig\n\n",
        "REFERAT Ungerådet d. 03-06-2026\n\nMødedato Onsdag d. 3. juni 2026 kl. 16:00\n\n",
    ],
)
def test_meetings_bound_together_are_told_apart_however_the_second_is_headed(second: str) -> None:
    text = f"Referat af møde i Ungerådet tirsdag den 5. maj 2026\n\n{_FIRST}{second}1. Tur\n\nBeslutning\n\nJa.\n"
    found = list(read_minutes(text, "a.txt").meetings())
    assert [(meeting.committee, meeting.date, len(items)) for meeting, items in found] == [
        ("Ungerådet", dt.date(2026, 5, 5), 2),
        ("Ungerådet", dt.date(2026, 6, 3), 1),
    ]
    assert found[1][0].time == dt.time(16)


def test_decision_that_names_committee_and_day_begins_no_meeting() -> None:
    minutes = _read(
        "1. Valg", "26/1234", "Beslutning i Økonomiudvalget den 3. april 2026:", "Anbefalet.",
        "Byrådet, 22-04-2026, pkt. 4", "Godkendt.",
    )  # fmt: skip
    [item] = minutes.items
    assert [(section.committee, section.date) for section in item.sections] == [
        ("Økonomiudvalget", dt.date(2026, 4, 3)),
        ("Byrådet", dt.date(2026, 4, 22)),
    ]


def test_file_that_holds_nothing_but_a_head_is_kept() -> None:
    minutes = read_minutes("REFERAT HovedMED d. 12-03-2026\n", "a.txt")
    assert [item.text() for item in minutes.items] == ["REFERAT HovedMED d. 12-03-2026"]


@pytest.mark.parametrize("one", ["l", "I", "|"])
def test_number_one_that_ocr_took_for_a_letter_is_a_number(one: str) -> None:
    minutes = _read(
        f"Punkt {one}: Budget", "26/1234", "Beslutning", "Godkendt.", "Punkt 2: Løn", "26/1235", "Beslutning"
    )
    assert _numbers(minutes) == [("1", "Budget"), ("2", "Løn")]
