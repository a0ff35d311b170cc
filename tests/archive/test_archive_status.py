"""What an index covers: committees and their pauses, files that were not read or should be looked at, copies."""

import os
from pathlib import Path

import pytest

from medsearch.archive.coverage import Gap
from medsearch.archive.index_folder import IndexFolder
from medsearch.archive.manifest import Manifest
from medsearch.archive.status import Status, read_status
from medsearch.engines.memory import MemoryEngine
from medsearch.engines.port import Change, FileStatus, SourceRecord

Meetings = tuple[tuple[str | None, str | None, int], ...]


def record(source: str, *meetings: tuple[str | None, str | None, int], **more: object) -> SourceRecord:
    items = sum(items for _, _, items in meetings)
    blank = SourceRecord(source, os.fspath(Path("/r", source)), 1, 2, "abc", 3, "1.1", FileStatus.READ)
    return blank._replace(items=items, numbered=items, meetings=meetings)._replace(**more)  # type: ignore[arg-type]


def status(*records: SourceRecord) -> Status:
    engine = MemoryEngine()
    engine.apply(Change(sources=records))
    return read_status(IndexFolder(Path("/index"), Manifest("memory", "1.1", "data"), engine))


def test_pause_of_more_than_half_a_year_is_a_gap() -> None:
    days = ("2024-05-22", "2024-11-21", "2025-02-01", "2025-08-04", "2025-08-05")
    [committee] = status(*(record(f"{day}.txt", ("HovedMED", day, 9)) for day in days)).committees
    assert committee.gaps == (Gap("2025-02-01", "2025-08-04"),)
    assert (committee.meetings, committee.first, committee.last) == (5, days[0], days[-1])


def test_spellings_of_a_committee_are_counted_each_for_itself() -> None:
    covered = status(
        record("a.txt", ("LokalMED Park", "2024-01-10", 5)), record("b.txt", ("Lokal-MED Park", "2025-01-10", 4))
    ).committees
    assert [(committee.value, committee.items, committee.gaps) for committee in covered] == [
        ("LokalMED Park", 5, ()),
        ("Lokal-MED Park", 4, ()),
    ]


def test_meeting_without_a_date_counts_but_makes_no_gap() -> None:
    [committee] = status(record("a.txt", ("MED", None, 2), ("MED", "2024-01-10", 3))).committees
    assert (committee.meetings, committee.first, committee.last, committee.gaps) == (2, "2024-01-10", "2024-01-10", ())


def test_meetings_of_no_known_committee_have_no_gaps() -> None:
    [committee] = status(record("a.txt", (None, "2020-01-10", 2)), record("b.txt", (None, "2024-01-10", 3))).committees
    assert committee.gaps == ()


def test_meeting_in_several_files_is_named_with_them_and_counts_once() -> None:
    covered = status(
        record("udkast.docx", ("LokalMED Park", "2025-03-04", 9)),
        record("referat.pdf", ("LokalMED Park", "2025-03-04", 10), ("LokalMED Park", "2025-06-04", 7)),
        record("andet.pdf", ("LokalMED Vej", "2025-03-04", 9)),
    )
    [copies] = covered.copies
    assert (copies.committee, copies.date) == ("LokalMED Park", "2025-03-04")
    assert copies.sources == ("referat.pdf", "udkast.docx")
    assert [committee.meetings for committee in covered.committees] == [2, 1]


def test_copies_are_known_in_another_spelling_of_the_committee() -> None:
    [copies] = status(
        record("a.docx", ("LokalMED Park", "2025-03-04", 9)), record("b.pdf", ("Lokal-MED for Park", "2025-03-04", 9))
    ).copies
    assert copies.sources == ("a.docx", "b.pdf")


def test_appendix_of_a_meeting_is_no_copy_of_it() -> None:
    meetings = record("a.docx", ("MED", "2025-03-04", 12)), record("bilag.pdf", ("MED", "2025-03-04", 1))
    assert status(*meetings).copies == ()


def test_two_meetings_of_a_day_in_one_file_are_no_copies() -> None:
    assert status(record("a.docx", ("MED", "2025-03-04", 5), ("MED", "2025-03-04", 6))).copies == ()


@pytest.mark.parametrize(
    ("odd", "reasons"),
    [
        (record("a.txt", ("MED", "2025-03-04", 1)), ("It gave only one item.",)),
        (record("a.txt", ("MED", "2025-03-04", 4), numbered=0), ("None of its items has a number.",)),
        (record("a.txt", (None, None, 1), numbered=0), ("It gave only one item.",)),
        (record("a.txt"), ("It gave no item.",)),
        (record("a.txt", ("MED", "2025-03-04", 4), warnings=("Page 3 is a picture.",)), ("Page 3 is a picture.",)),
    ],
)
def test_odd_file_is_to_be_looked_at(odd: SourceRecord, reasons: tuple[str, ...]) -> None:
    [look] = status(odd, record("fine.txt", ("MED", "2025-06-04", 9))).look_at
    assert (look.source, look.reasons) == ("a.txt", reasons)


def test_files_that_were_not_read_keep_their_reasons() -> None:
    covered = status(
        record("a.txt", ("MED", "2025-03-04", 4)),
        record("scan.pdf", status=FileStatus.FAILED, reason="It is scanned.", advice="Run it with --ocr."),
        record("foto.jpg", status=FileStatus.SKIPPED, reason="It is a picture.", advice="Nothing to do."),
    )
    assert [(failed.source, failed.advice) for failed in covered.failures] == [("scan.pdf", "Run it with --ocr.")]
    assert [(skipped.source, skipped.reason) for skipped in covered.skipped] == [("foto.jpg", "It is a picture.")]
    assert covered.look_at == ()
    assert covered.files == {FileStatus.READ: 1, FileStatus.FAILED: 1, FileStatus.SKIPPED: 1}


def test_years_count_items_and_meetings_of_all_committees_and_those_without_a_date_last() -> None:
    covered = status(
        record("a.txt", ("MED", "2023-05-04", 4), ("MED", "2024-03-04", 5)),
        record("b.txt", ("Udvalg", "2024-03-04", 7), ("Udvalg", None, 2)),
    )
    assert [(year.value, year.items, year.meetings) for year in covered.years] == [
        ("2023", 4, 1),
        ("2024", 12, 2),
        (None, 2, 1),
    ]


def test_meeting_in_two_files_counts_once_in_its_year() -> None:
    covered = status(record("a.pdf", ("MED", "2024-03-04", 5)), record("a.docx", ("MED", "2024-03-04", 4)))
    assert [(year.items, year.meetings) for year in covered.years] == [(5, 1)]
    assert [tuple(meeting) for meeting in covered.committees[0].held] == [("2024-03-04", 5)]
