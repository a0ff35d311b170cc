"""Minutes printed otherwise than the sample: what speaks for an item, a head, a section is found all the same."""

import datetime as dt

import pytest

from medsearch.minutes import read_minutes
from medsearch.model import AgendaItem, Minutes

HEAD = "REFERAT LokalMED Havnen d. 05-03-2026\n\nMødedato Torsdag d. 5. marts 2026 kl. 13:30\n\nMødested Caféen\n\n"


def read(*blocks: str, head: str = HEAD) -> Minutes:
    return read_minutes(head + "\n\n".join(blocks), "a.txt")


def titles(minutes: Minutes) -> list[str | None]:
    return [item.title for item in minutes.items]


def text_of(minutes: Minutes) -> str:
    return "\n".join(item.text() for item in minutes.items)


def test_line_like_a_title_line_within_an_item_begins_no_meeting() -> None:
    minutes = read(
        "Punkt 1: Godkendelse af referat", "26/1234", "Resumé", "Referat fra LokalMED Havnen den 24. oktober 2025",
        "Beslutning", "Godkendt.", "Fraværende:", "Ole Bang Friis",
    )  # fmt: skip
    [item] = minutes.items
    assert item.meeting.date == dt.date(2026, 3, 5)
    assert (item.outcome, item.absent) == ("approved", ("Ole Bang Friis",))


def test_many_blanks_are_read_quickly() -> None:
    assert read_minutes("Referat a" + " " * 20_000 + "x", "x").items


def test_hundreds_of_titles_are_compared_quickly() -> None:
    contents = "\n".join(f"{chr(97 + n % 26) * 5} kapitel {n * 7919}.....\t{n}" for n in range(300))
    items = "\n\n".join(f"Punkt {n}: Emne {n * 31} om {chr(110 - n % 13) * 9}\n\n26/{n:04}" for n in range(1, 301))
    assert len(read("Indholdsfortegnelse", contents, items).items) == 300


def test_head_counts_also_where_no_item_is_found() -> None:
    [item] = read("Vi talte om kajen.").items
    assert (item.meeting.committee, item.meeting.date) == ("LokalMED Havnen", dt.date(2026, 3, 5))
    assert item.text() == "Vi talte om kajen."


@pytest.mark.parametrize(
    "line",
    ["Mødested Kantinen", "Møde med direktøren om kajens fremtid", "Dagsorden for LokalMED Byen den 7. april 2026",
     "Fraværende Bo Krog er syg.", "Mødedato d. 5. marts 2026 kl. 13:30 i Kantinen"],
)  # fmt: skip
def test_what_the_head_says_besides_is_kept(line: str) -> None:
    minutes = read(line, "Punkt 1: Budget", "26/1234", "Beslutning", "Godkendt.")
    words = line.replace("Dagsorden for", "").split()
    assert words[-1].strip(".") in text_of(minutes) + " ".join(minutes.items[-1].meeting.absent)


def test_participants_are_called_in_the_first_item_only() -> None:
    minutes = read(
        "Punkt 1: Dagsorden", "26/1234", "Beslutning", "Bo Krog og Ida Lund deltog i mødet.",
        "Punkt 2: Besøg", "26/1235", "Beslutning", "Eva Dahl og Jens Ny deltog i mødet.",
    )  # fmt: skip
    assert minutes.items[0].meeting.participants == ("Bo Krog", "Ida Lund")


@pytest.mark.parametrize("title", ["iPads til udeteamet", "e-Boks", "2. halvår", "”Ny” aftale"])
def test_title_may_begin_with_anything(title: str) -> None:
    minutes = read("Punkt 1: Dagsorden", "26/1234", f"Punkt 2: {title}", "26/1235", "Beslutning", "Godkendt.")
    assert titles(minutes) == ["Dagsorden", title]


def test_plain_series_of_items_is_cut() -> None:
    minutes = read("Punkt 1: Dagsorden", "Godkendt.", "Punkt 2: Budget", "Vi talte.", "Punkt 3: Eventuelt", "Intet.")
    assert titles(minutes) == ["Dagsorden", "Budget", "Eventuelt"]


def test_sections_need_no_empty_lines() -> None:
    minutes = read("Punkt 1: Budget\n26/1234\nResumé\nTekst a.\nIndstilling\nTekst b.\nBeslutning\nGodkendt.")
    [item] = minutes.items
    assert [section.name for section in item.sections] == ["summary", "recommendation", "decision"]
    assert item.outcome == "approved"


def test_contents_list_may_wrap_and_needs_no_dots() -> None:
    contents = "Indholdsfortegnelse\n\nHandleplaner for skoler og dag-\ntilbud.....\t4\nEventuelt 5"
    minutes = read(contents, "Punkt 1: Handleplaner for skoler og dagtilbud", "26/1", "Punkt 2: Eventuelt", "26/1235")
    assert titles(minutes) == ["Handleplaner for skoler og dagtilbud", "Eventuelt"]
    assert minutes.warnings == ()


@pytest.mark.parametrize(
    ("below", "number", "closed"),
    [
        ("Åben sag\n\n26/1234", "26/1234", False),
        ("Åbent - 01.00.00-G01-93-16", "01.00.00-G01-93-16", False),
        ("Lukket punkt\n\n26/1234", "26/1234", True),
        ("Sagsnr. 299835", "299835", False),
        ("Budget\n\n26/1234", "26/1234", False),
        ("Punkt 1: Budget\n\n26/1234", "26/1234", False),
    ],
)
def test_status_and_repetition_may_stand_before_the_case_number(below: str, number: str, closed: bool) -> None:
    [item] = read("Punkt 1: Budget", below, "Beslutning", "Godkendt.").items
    assert (item.title, item.closed, item.outcome) == ("Budget", closed, "approved")
    assert item.case_number is not None
    assert item.case_number.printed == number


def test_attachments_may_be_headed_with_a_colon() -> None:
    [item] = read("Punkt 1: Budget", "26/1234", "Beslutning", "Godkendt.", "Bilag:", "Regnskab.pdf").items
    assert item.attachments == ("Regnskab.pdf",)


@pytest.mark.parametrize("sentence", ["FagMED og HovedMED var fraværende.", "Alle var fraværende."])
def test_who_is_no_person_is_not_absent(sentence: str) -> None:
    [item] = read("Punkt 1: Budget", "26/1234", "Beslutning", sentence).items
    assert item.absent == ()
    assert sentence in item.text()


def test_initials_and_roles_belong_to_names() -> None:
    head = HEAD + "Mødedeltagere K. Mejl, Mie Holt (næstformand, BUPL)\n\n"
    item: AgendaItem = read("Punkt 1: Budget", "26/1234", head=head).items[0]
    assert item.meeting.participants == ("K. Mejl", "Mie Holt (næstformand, BUPL)")


@pytest.mark.parametrize("name", ["LokalMED Område 3", "FagMED 2. etage", "Center-MED 12"])
def test_number_at_the_end_of_a_committee_belongs_to_it(name: str) -> None:
    [item] = read("Punkt 1: Budget", "26/1234", head=f"REFERAT {name} d. 05-03-2026\n\n").items
    assert (item.meeting.committee, item.meeting.date) == (name, dt.date(2026, 3, 5))


def test_items_without_evidence_are_found_between_and_behind_others() -> None:
    sure = {n: f"Punkt {n}: Emne\n\n26/100{n}\n\nBeslutning\n\nGodkendt." for n in (1, 3, 5)}
    plain = {n: f"Punkt {n}: Personalesag\n\nIntet." for n in (2, 4, 6)}
    minutes = read(*(text for _, text in sorted((sure | plain).items())))
    assert [item.number for item in minutes.items] == ["1", "2", "3", "4", "5", "6"]


def test_text_that_begins_like_a_status_is_kept() -> None:
    minutes = read("Punkt 1: Budget", "Åbent - for alle medarbejdere", "Beslutning", "Godkendt.")
    assert "for alle medarbejdere" in text_of(minutes)
