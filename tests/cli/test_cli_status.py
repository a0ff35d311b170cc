"""What `status` prints: readable at every width, lists cut for people and never for scripts."""

import io
from collections.abc import Sequence

import pytest
from rich.console import Console

from medsearch.archive.coverage import CommitteeCoverage, Gap, HeldMeeting, MeetingCopies, YearCoverage
from medsearch.archive.status import LookAt, Status
from medsearch.engines.port import FileStatus, SourceRecord
from medsearch.rendering.shapes import status_shape
from medsearch.rendering.status import print_status

GAP = Gap("2024-05-22", "2025-02-01")
LONG_HELD = (HeldMeeting("2019-01-10", 6_000), HeldMeeting("2019-02-10", 3_000), HeldMeeting("2025-12-12", 3_000))
LONG_NAME = "LokalMED for Plejecentrene Åbrinken, Søbredden og Præstemarken"


def unread(source: str, kind: FileStatus, reason: str, advice: str = "Nothing to do.") -> SourceRecord:
    return SourceRecord(source, f"/r/{source}", 1, 2, "", 3, "1.1", kind, reason=reason, advice=advice)


def failed(count: int) -> list[SourceRecord]:
    return [unread(f"scan-{number}.pdf", FileStatus.FAILED, "It is scanned.", "Use --ocr.") for number in range(count)]


def skipped(count: int) -> list[SourceRecord]:
    return [unread(f"foto-{number}.jpg", FileStatus.SKIPPED, "It is a picture.") for number in range(count)]


def status(
    failures: Sequence[SourceRecord] = (),
    left_alone: Sequence[SourceRecord] = (),
    look_at: Sequence[LookAt] = (),
    gaps: Sequence[Gap] = (GAP,),
    committees: Sequence[CommitteeCoverage] = (),
) -> Status:
    return Status(
        engine="whoosh",
        items=12_345,
        bytes=1 << 20,
        files={FileStatus.READ: 160, FileStatus.FAILED: len(failures), FileStatus.SKIPPED: len(left_alone)},
        committees=tuple(committees)
        or (
            CommitteeCoverage(LONG_NAME, 12_000, 31, "2019-01-10", "2025-12-12", tuple(gaps), LONG_HELD),
            CommitteeCoverage(None, 345, 2, None, None, (), (HeldMeeting(None, 300), HeldMeeting(None, 45))),
        ),
        failures=tuple(failures),
        skipped=tuple(left_alone),
        warned=(),
        look_at=tuple(look_at),
        copies=(MeetingCopies("LokalMED Park", "2025-03-04", ("referat.pdf", "udkast.docx")),),
        folders=("/home/anna/referater",),
        years=(YearCoverage("2019", 9_000, 20), YearCoverage("2025", 3_000, 11), YearCoverage(None, 345, 2)),
    )


def printed(shown: Status, width: int = 80, *, whole: bool = False) -> str:
    file = io.StringIO()
    print_status(shown, Console(file=file, width=width), whole=whole)
    return file.getvalue()


@pytest.mark.parametrize("width", [60, 80, 160])
def test_nothing_is_wider_than_the_terminal_and_nothing_is_lost(width: int) -> None:
    look = LookAt("2024/referat.pdf", ("It gave only one item.", "None of its items has a number."))
    out = printed(status(failed(3), [*skipped(5), *failed(1)], [look]), width)
    assert max(map(len, out.splitlines())) <= width
    whole = " ".join(out.split())
    for told in ("12,345 items", "scan-2.pdf: It is scanned. Use --ocr.", "5 files: It is a picture.", *look.reasons):
        assert told in whole
    assert "2024-05-22 to 2025-02-01" in whole
    for told in (
        "12,000",
        "    31",
        "2019-01-10  2025-12-12" if width >= 80 else "2019   2025",
    ):
        assert told in out
    for word in LONG_NAME.split():
        assert word in out


def test_pauses_are_listed_by_committee() -> None:
    out = " ".join(printed(status(), 160).split())
    assert f"Long pauses between meetings (are minutes missing?): {LONG_NAME}: 2024-05-22 to 2025-02-01" in out


def test_committee_with_many_pauses_shows_the_latest() -> None:
    gaps = [Gap(f"20{year}-01-01", f"20{year}-09-01") for year in range(10, 20)]
    out = " ".join(printed(status(gaps=gaps)).split())
    assert out.count(" to 20") == 3
    assert "2019-09-01" in out
    assert "7 earlier pauses" in out
    assert " ".join(printed(status(gaps=gaps), whole=True).split()).count(" to 20") == 10


def test_what_could_not_be_read_comes_before_all_pictures() -> None:
    out = printed(status(failed(1)))
    assert out.index("Not readable:") < out.index("Committee")


def test_committees_and_years_have_bars_in_proportion() -> None:
    lines = printed(status(), 160).splitlines()
    committee = next(line for line in lines if line.startswith(LONG_NAME))
    years = [line for line in lines if line[:4].isdecimal()]
    assert committee.count("█") == 40
    assert [year.count("█") for year in years] == [40, 0, 0, 0, 0, 0, 13]


def test_year_without_a_meeting_shows_as_empty() -> None:
    assert "2022" in [line.split()[0] for line in printed(status()).splitlines() if line.endswith("  0")]


def test_largest_committees_are_shown_and_the_rest_counted() -> None:
    many = [
        CommitteeCoverage(
            f"Udvalg {number}", 100 - number, 1, "2024-03-04", "2024-03-04", (), (HeldMeeting("2024-03-04", 9),)
        )
        for number in range(60)
    ]
    out = printed(status(committees=many))
    assert "Udvalg 19 " in out
    assert "Udvalg 20 " not in out
    assert "and 40 smaller committees: medsearch status --verbose, or --json" in out
    assert "Udvalg 59 " in printed(status(committees=many), whole=True)


def test_index_without_anything_shows_no_pictures() -> None:
    empty = Status("whoosh", 0, 0, dict.fromkeys(FileStatus, 0), (), (), (), (), (), (), ())
    told = "0 items in 0 files, 0 files not readable, 0 other files left alone. Index: whoosh, 1 MB.\n"
    assert printed(empty, 160) == told


def test_json_counts_years_and_lists_meetings() -> None:
    shape = status_shape(status())
    assert shape["years"][0] == {"value": "2019", "items": 9_000, "meetings": 20}
    assert shape["meetings"][0] == {"committee": LONG_NAME, "date": "2019-01-10", "items": 6_000}
    assert shape["meetings"][-1] == {"committee": None, "date": None, "items": 45}


def test_failures_come_before_what_was_left_alone() -> None:
    out = printed(status(failed(1), skipped(1)))
    assert out.index("Not readable:") < out.index("Left alone:") < out.index("Meetings in several files")


def test_files_left_alone_stand_together_by_reason_with_the_first_names() -> None:
    out = " ".join(printed(status(left_alone=skipped(9))).split())
    assert "9 files: It is a picture. Nothing to do. foto-0.jpg, foto-1.jpg, foto-2.jpg and 6 more" in out


def test_long_list_is_cut_and_says_how_to_see_it_whole() -> None:
    out = printed(status(failed(55)))
    assert out.count("scan-") == 20
    assert "and 35 more: medsearch status --verbose, or --json" in out


def test_verbose_cuts_nothing() -> None:
    out = printed(status(failed(55), skipped(30)), whole=True)
    assert (out.count("scan-"), out.count("foto-")) == (55, 30)
    assert " more" not in out


def test_json_has_everything() -> None:
    look = LookAt("a.txt", ("It gave only one item.",))
    shape = status_shape(status(failed(55), skipped(30), [look]))
    assert (len(shape["failures"]), len(shape["skipped"])) == (55, 30)
    assert shape["skipped"][0] == {"source": "foto-0.jpg", "reason": "It is a picture.", "advice": "Nothing to do."}
    assert shape["committees"][0]["gaps"] == [{"from": "2024-05-22", "to": "2025-02-01"}]
    assert shape["look_at"] == [{"source": "a.txt", "reasons": ["It gave only one item."]}]
    assert shape["copies"] == [
        {"committee": "LokalMED Park", "date": "2025-03-04", "sources": ["referat.pdf", "udkast.docx"]}
    ]


def test_terminal_codes_in_names_of_files_are_shown_as_text() -> None:
    odd = unread("a\x1b[31m.pdf", FileStatus.FAILED, "It is\x07 broken.")
    assert not set(printed(status([odd]))) & set("\x1b\x07")
