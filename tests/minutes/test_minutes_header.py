"""The head of minutes: committee, date, time, place, participants, absentees."""

from datetime import date, time

import pytest

from medsearch.minutes import read_minutes
from medsearch.minutes.head.committees import kind_of_committee
from medsearch.model import Meeting

_ITEM = "\n\nPunkt 1: Eventuelt\n\n26/1234\n\nBeslutning\n\nIntet."


def _meeting(head: str) -> Meeting:
    return read_minutes(head + _ITEM, "a.txt").items[0].meeting


@pytest.mark.parametrize(
    ("line", "committee", "day"),
    [
        ("REFERAT LokalMED Rådhusservice d. 14-03-2024", "LokalMED Rådhusservice", date(2024, 3, 14)),
        ("REFERAT HovedMED d. 12-12-2024", "HovedMED", date(2024, 12, 12)),
        ("Referat FagMED Børn og Unge den 2. juni 2026", "FagMED Børn og Unge", date(2026, 6, 2)),
        ("Referat fra LokalMED Skoven den 2. Juni 2026", "LokalMED Skoven", date(2026, 6, 2)),
        ("REFERAT  LokalMED   Skoven d. 2.6.2026", "LokalMED Skoven", date(2026, 6, 2)),
    ],
)
def test_title_line_names_committee_and_date(line: str, committee: str, day: date) -> None:
    meeting = _meeting(line)
    assert (meeting.committee, meeting.date) == (committee, day)


@pytest.mark.parametrize(
    ("printed", "begun"),
    [
        ("Torsdag d. 5. marts 2026 kl. 13:30", time(13, 30)),
        ("torsdag d. 5. Marts 2026 kl. 13.30", time(13, 30)),
        ("Torsdag d. 5. marts 2026 Kl. 9", time(9)),
        ("Torsdag d. 5. marts 2026 kl.08:15", time(8, 15)),
        ("Torsdag d. 5. marts 2026 kl. 09:00 - 11:30", time(9)),
        ("05-03-2026 14:00:00", time(14)),
        ("Torsdag d. 5. marts 2026", None),
    ],
)
def test_time_is_when_the_meeting_began(printed: str, begun: time | None) -> None:
    meeting = _meeting(f"REFERAT LokalMED Skoven d. 05-03-2026\n\nMødedato {printed}")
    assert (meeting.date, meeting.time) == (date(2026, 3, 5), begun)


@pytest.mark.parametrize(
    "printed",
    [
        "Mødested Caféen, Strandgade 4B, 1. sal",
        "Mødested: Caféen, Strandgade 4B, 1. sal",
        "MØDESTED\n\nCaféen, Strandgade 4B, 1. sal",
        "Sted: Caféen, Strandgade 4B, 1. sal",
        "Mødested Caféen, Strandgade 4B,\n1. sal",
    ],
)
def test_place_is_read_whole(printed: str) -> None:
    assert _meeting(f"REFERAT HovedMED d. 05-03-2026\n\n{printed}").place == "Caféen, Strandgade 4B, 1. sal"


@pytest.mark.parametrize(
    "printed",
    [
        "Mødedeltagere Bo A. Krog, Tine-Marie von Ålund, E. K. Sønder, Jens P. Øst, Ö. Dahl",
        "Mødedeltagere Bo A. Krog, Tine-Marie von\nÅlund, E. K.\nSønder, Jens P. Øst,\nÖ. Dahl",
        "Mødedeltagere: Bo A. Krog, Tine-Marie von Ålund, E. K. Sønder, Jens P. Øst og Ö. Dahl.",
        "Deltagere:\n\nBo A. Krog\nTine-Marie von Ålund\nE. K. Sønder\nJens P. Øst\nÖ. Dahl",
        "Til stede: Bo A. Krog; Tine-Marie von Ålund; E. K. Sønder; Jens P. Øst; Ö. Dahl",
    ],
)
def test_participants_are_read_however_their_list_is_wrapped(printed: str) -> None:
    meeting = _meeting(f"REFERAT HovedMED d. 05-03-2026\n\n{printed}")
    assert meeting.participants == ("Bo A. Krog", "Tine-Marie von Ålund", "E. K. Sønder", "Jens P. Øst", "Ö. Dahl")


@pytest.mark.parametrize("label", ["Fraværende", "Fraværende:", "Afbud:", "Afbud fra", "Ikke til stede:"])
def test_absentees_of_the_head_are_absent_from_the_meeting(label: str) -> None:
    meeting = _meeting(f"REFERAT HovedMED d. 05-03-2026\n\nMødested Caféen\n\n{label} Bo A. Krog, Ida Lund")
    assert meeting.absent == ("Bo A. Krog", "Ida Lund")


def test_nobody_absent_is_nobody() -> None:
    assert _meeting("REFERAT HovedMED d. 05-03-2026\n\nMødested Caféen\n\nAfbud: Ingen").absent == ()


def test_meeting_without_participants_and_place_has_none() -> None:
    meeting = _meeting("REFERAT HovedMED d. 05-03-2026")
    assert (meeting.place, meeting.participants, meeting.absent) == (None, (), ())


def test_head_that_is_printed_twice_is_one_meeting() -> None:
    once = "REFERAT FagMED Skov d. 05-03-2026\n\nMødedato Torsdag d. 5. marts 2026 kl. 13:00\n\n"
    minutes = read_minutes(f"{once}{once}Mødested Hytten{_ITEM}", "a.txt")
    assert len(minutes.items) == 1
    assert minutes.items[0].meeting.place == "Hytten"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("LokalMED Rådhusservice", "LokalMED"),
        ("Lokal-MED Skoven", "LokalMED"),
        ("Lokal-MEDudvalg Skoven", "LokalMED"),
        ("LMU Skoven", "LokalMED"),
        ("FagMED Børn og Unge", "FagMED"),
        ("HovedMED", "HovedMED"),
        ("Hoved-MED", "HovedMED"),
        ("Hoved-MEDudvalget", "HovedMED"),
        ("MED-Hovedudvalget", "HovedMED"),
        ("Hovedudvalget", "HovedMED"),
        ("HMU", "HovedMED"),
        ("RMU", "RegionsMED"),
        ("TRIO Skoven", "TRIO"),
        ("Økonomiudvalget", "Udvalg"),
        ("Byrådet", "Byråd"),
        ("Bestyrelsen", None),
    ],
)
def test_kind_of_committee_is_known_by_its_name(name: str, kind: str | None) -> None:
    assert kind_of_committee(name) == kind
