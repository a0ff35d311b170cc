"""What `status` prints: readable at every width, lists cut for people and never for scripts."""

import io
from collections.abc import Sequence

import pytest
from rich.console import Console

from medsearch.archive.coverage import CommitteeCoverage, Gap, MeetingCopies
from medsearch.archive.status import LookAt, Status
from medsearch.engines.port import FileStatus, SourceRecord
from medsearch.rendering.shapes import status_shape
from medsearch.rendering.status import print_status

GAP = Gap("2024-05-22", "2025-02-01")
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
) -> Status:
    return Status(
        engine="whoosh",
        items=12_345,
        bytes=1 << 20,
        files={FileStatus.READ: 160, FileStatus.FAILED: len(failures), FileStatus.SKIPPED: len(left_alone)},
        committees=(
            CommitteeCoverage(LONG_NAME, 12_000, 31, "2019-01-10", "2025-12-12", tuple(gaps)),
            CommitteeCoverage(None, 345, 2, None, None),
        ),
        failures=tuple(failures),
        skipped=tuple(left_alone),
        warned=(),
        look_at=tuple(look_at),
        copies=(MeetingCopies("LokalMED Park", "2025-03-04", ("referat.pdf", "udkast.docx")),),
        folders=("/home/anna/referater",),
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
    for told in ("no meeting between 2024-05-22 and 2025-02-01", "2019-01-10  2025-12-12", "  12000", "      31"):
        assert told in out
    for word in LONG_NAME.split():
        assert word in out


def test_pause_stands_under_its_committee_with_a_mark() -> None:
    assert "\n  ! no meeting between 2024-05-22 and 2025-02-01\n(no committee found)" in printed(status(), 160)


def test_committee_with_many_pauses_shows_the_latest() -> None:
    gaps = [Gap(f"20{year}-01-01", f"20{year}-09-01") for year in range(10, 20)]
    out = printed(status(gaps=gaps))
    assert out.count("no meeting between") == 3
    assert "2019-09-01" in out
    assert "and 7 earlier pauses" in out
    assert printed(status(gaps=gaps), whole=True).count("no meeting between") == 10


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
