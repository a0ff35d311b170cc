"""An index stays in step with folders, and nothing is lost on the way."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from medsearch.archive.index_folder import IndexFolder
from medsearch.archive.manifest import read_manifest
from medsearch.archive.reading import ReadDocument
from medsearch.archive.status import Status, read_status
from medsearch.archive.updating import Report, Step, preview, update
from medsearch.archive.writing import rebuilding, writing
from medsearch.documents import Document, read_document
from medsearch.engines.port import FileStatus, Order
from medsearch.errors import MedsearchError, NoOcrError, ScannedError
from medsearch.model import AgendaItem
from medsearch.query.nodes import Everything
from medsearch.query.parsing import parse_query

LONG_AGO = 1_700_000_000


def minutes(text: str = "budget", number: int = 1) -> str:
    return (
        "REFERAT LokalMED Rådhusservice d. 14-03-2024\n\nMødedato Torsdag d. 14. marts 2024 kl. 09:00\n\n"
        f"Punkt {number}: Sag om {text}\n\n81.38.00-P35-4-24\n\nBeslutning\n\nLokalMED drøftede {text}.\n"
    )


def write(folder: Path, name: str, text: str | bytes, at: int = LONG_AGO) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    os.utime(path, (at, at))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "referater"
    made.mkdir()
    return made


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def run(index: Path, folders: Path | Sequence[Path], read: ReadDocument = read_document, **options: Any) -> Report:
    with writing(index) as held:
        return update(held, [folders] if isinstance(folders, Path) else folders, read=read, **options)


def found(index: Path, words: str | None = None) -> list[str]:
    held = IndexFolder.open(index)
    query = parse_query(words) if words else Everything()
    hits = held.engine.search(query, order=Order.OLDEST, limit=1000).hits
    held.engine.close()
    return sorted(hit[0] for hit in hits)


def status(index: Path) -> Status:
    held = IndexFolder.open(index)
    read = read_status(held)
    held.engine.close()
    return read


def test_new_files_are_read_also_in_folders_below(folder: Path, index: Path) -> None:
    write(folder, "a.txt", minutes())
    write(folder, "2024/b.md", minutes("løn"))
    report = run(index, folder)
    assert (report.new, report.items) == (2, 2)
    assert found(index) == ["2024/b.md#1", "a.txt#1"]


def test_second_run_reads_nothing_anew(folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, "a.txt", minutes())
    run(index, folder)
    monkeypatch.setattr("medsearch.archive.workers.start_server", lambda: pytest.fail("a file was read again"))
    report = run(index, folder)
    assert (report.new, report.changed, report.unchanged, report.items) == (0, 0, 1, 1)


def test_changed_file_replaces_its_items(folder: Path, index: Path) -> None:
    write(folder, "a.txt", minutes("budget"))
    run(index, folder)
    write(folder, "a.txt", minutes("ferie", number=7), at=LONG_AGO + 60)
    assert run(index, folder).changed == 1
    assert found(index) == ["a.txt#7"]
    assert found(index, "budget") == []


def test_file_written_just_before_it_was_read_is_compared_by_content(folder: Path, index: Path) -> None:
    now = int(time.time())
    write(folder, "a.txt", minutes("budget"), at=now)
    run(index, folder)
    write(folder, "a.txt", minutes("rengør"), at=now)  # same length, same time
    assert run(index, folder).changed == 1
    assert found(index, "rengør") == ["a.txt#1"]


def test_touched_file_counts_as_unchanged(folder: Path, index: Path) -> None:
    path = write(folder, "a.txt", minutes())
    run(index, folder)
    os.utime(path, (LONG_AGO + 99, LONG_AGO + 99))
    report = run(index, folder)
    assert (report.changed, report.unchanged) == (0, 1)
    assert found(index) == ["a.txt#1"]


def test_removed_file_takes_its_items_with_it(folder: Path, index: Path) -> None:
    write(folder, "a.txt", minutes())
    gone = write(folder, "b.txt", minutes("løn"))
    run(index, folder)
    gone.unlink()
    report = run(index, folder)
    assert (report.removed, report.items) == (1, 1)
    assert found(index, "løn") == []


def test_folder_that_cannot_be_looked_into_keeps_its_items(
    folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, "2024/a.txt", minutes("kantine"))
    run(index, folder)
    walk = os.walk

    def walk_without(top: Path, onerror: Callable[[OSError], None]) -> Iterator[tuple[str, list[str], list[str]]]:
        for place, folders, names in walk(top):
            if place == str(folder / "2024"):
                onerror(PermissionError(13, "Permission denied", place))
            else:
                yield place, folders, names

    monkeypatch.setattr(os, "walk", walk_without)
    report = run(index, folder)
    assert (report.removed, report.failed) == (0, 1)
    assert found(index, "kantine")


def test_folder_that_is_empty_at_once_keeps_its_items_and_is_told(folder: Path, index: Path) -> None:
    path = write(folder, "a.txt", minutes("kantine"))
    run(index, folder)
    path.unlink()
    report = run(index, folder)
    assert (report.removed, report.emptied) == (0, [folder])
    assert found(index, "kantine")


def test_files_of_folders_not_given_stay(tmp_path: Path, index: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    write(one, "a.txt", minutes())
    write(other, "b.txt", minutes("løn"))
    run(index, [one, other])
    (other / "b.txt").unlink()
    assert run(index, one).removed == 0
    assert found(index) == ["a.txt#1", "b.txt#1"]


def test_same_name_in_two_folders_gives_two_addresses_that_stay(tmp_path: Path, index: Path) -> None:
    one, other = tmp_path / "2024", tmp_path / "2025"
    write(one, "a.txt", minutes())
    write(other, "a.txt", minutes("løn"))
    run(index, [one, other])
    assert found(index) == ["2025/a.txt#1", "a.txt#1"]
    write(other, "a.txt", minutes("ferie"), at=LONG_AGO + 60)
    run(index, other)
    assert found(index, "ferie") == ["2025/a.txt#1"]


def test_folder_within_a_known_folder_is_not_read_twice(folder: Path, index: Path) -> None:
    write(folder, "2024/a.txt", minutes())
    run(index, folder)
    report = run(index, folder / "2024")
    assert (report.new, report.unchanged) == (0, 1)
    assert found(index) == ["2024/a.txt#1"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 8, "binary"),
        ("broken.txt", b"Punkt 1: K\x81t\x8dt\n" * 9, "encoding"),
        ("scan.pdf", b"%PDF-1.7\n", "PDF"),
        ("letter.docx", b"PK\x03\x04" + b"\x00" * 20, "unpacked"),
    ],
)
def test_unreadable_file_is_listed_with_reason_and_advice(
    folder: Path, index: Path, name: str, content: bytes, reason: str
) -> None:
    write(folder, name, content)
    write(folder, "a.txt", minutes())
    report = run(index, folder)
    assert (report.new, report.failed) == (1, 1)
    [failure] = status(index).failures
    assert failure.source == name
    assert reason in (failure.reason or "")
    assert failure.advice


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_rights_is_listed_and_tried_again(folder: Path, index: Path) -> None:
    path = write(folder, "a.txt", minutes())
    path.chmod(0)
    assert run(index, folder).failed == 1
    path.chmod(0o600)
    assert run(index, folder).new == 1


def test_failure_is_told_again_as_long_as_it_lasts(folder: Path, index: Path) -> None:
    write(folder, "scan.pdf", b"%PDF-1.7\n")
    run(index, folder)
    assert run(index, folder).failed == 1


def test_other_files_are_left_alone_and_counted(folder: Path, index: Path) -> None:
    write(folder, "a.txt", minutes())
    write(folder, "photo.jpg", b"\xff\xd8")
    write(folder, "README.txt", "Om mappen")
    write(folder, ".hidden.txt", minutes())
    write(folder, "~$a.docx", b"x")
    report = run(index, folder)
    assert (report.new, report.skipped, report.failed) == (1, 2, 0)
    assert run(index, folder).skipped == 2


def test_link_out_of_the_folder_is_not_followed(folder: Path, index: Path, tmp_path: Path) -> None:
    write(tmp_path, "secret.txt", minutes("hemmelig"))
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    write(folder, "a.txt", minutes())
    assert run(index, folder).skipped == 1
    assert found(index, "hemmelig") == []


def test_index_within_the_folder_is_not_read(folder: Path) -> None:
    write(folder, "a.txt", minutes())
    index = folder / "index"
    first = run(index, folder)
    assert (first.new, first.skipped, first.failed) == (1, 0, 0)
    report = run(index, folder)
    assert (report.unchanged, report.skipped, report.failed) == (1, 0, 0)


def test_interrupted_run_leaves_the_index_as_it_was(folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, "a.txt", minutes())
    run(index, folder)
    write(folder, "b.txt", minutes("løn"))
    (folder / "a.txt").unlink()

    def interrupt(items: Sequence[AgendaItem]) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("medsearch.archive.updating.make_all_searchable", interrupt)
        with pytest.raises(KeyboardInterrupt):
            run(index, folder)
    assert found(index) == ["a.txt#1"]
    assert run(index, folder).new == 1
    assert found(index) == ["b.txt#1"]


def test_rebuild_takes_the_place_of_the_old_index_as_a_whole(folder: Path, index: Path) -> None:
    write(folder, "a.txt", minutes())
    run(index, folder)
    with rebuilding(index) as held:
        write(folder, "b.txt", minutes("løn"))
        update(held, [folder])
        assert found(index) == ["a.txt#1"]  # who searches meanwhile finds the old one
    assert found(index) == ["a.txt#1", "b.txt#1"]
    assert len([path for path in index.iterdir() if path.is_dir()]) == 1


def test_failed_rebuild_leaves_the_old_index(folder: Path, index: Path) -> None:
    write(folder, "a.txt", minutes())
    run(index, folder)
    with pytest.raises(KeyboardInterrupt), rebuilding(index):
        raise KeyboardInterrupt
    assert found(index) == ["a.txt#1"]
    assert len([path for path in index.iterdir() if path.is_dir()]) == 1


def test_files_read_by_older_readers_are_read_again(folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, "a.txt", minutes())
    with monkeypatch.context() as patched:
        patched.setattr("medsearch.archive.comparing.READER", "0.0")
        patched.setattr("medsearch.archive.recording.READER", "0.0")
        run(index, folder)
    before = status(index)
    run(index, folder)
    assert before.items == status(index).items == 1
    held = IndexFolder.open(index)
    assert [record.reader for record in held.engine.sources()] != ["0.0"]
    held.engine.close()


def test_preview_says_what_would_be_read_and_reads_nothing(folder: Path, index: Path) -> None:
    write(folder, "a.txt", minutes())
    run(index, folder)
    write(folder, "b.txt", minutes())
    write(folder, "a.txt", minutes("ferie"), at=LONG_AGO + 5)
    held = IndexFolder.open(index)
    report = preview(held, [folder])
    held.engine.close()
    assert (report.new, report.changed, sorted(report.to_read)) == (1, 1, ["a.txt", "b.txt"])
    assert found(index) == ["a.txt#1"]


def test_status_tells_committees_with_first_and_last_meeting(folder: Path, index: Path) -> None:
    write(folder, "a.txt", minutes())
    write(folder, "b.txt", minutes().replace("14-03-2024", "02-05-2025").replace("14. marts 2024", "2. maj 2025"))
    run(index, folder)
    [committee] = status(index).committees
    assert (committee.value, committee.items, committee.meetings) == ("LokalMED Rådhusservice", 2, 2)
    assert (committee.first, committee.last) == ("2024-03-14", "2025-05-02")
    assert status(index).files == {FileStatus.READ: 2, FileStatus.FAILED: 0, FileStatus.SKIPPED: 0}


def test_index_is_private_to_its_owner(folder: Path, index: Path) -> None:
    write(folder, "a.txt", minutes())
    run(index, folder)
    assert index.stat().st_mode & 0o077 == 0


def test_file_name_that_is_no_text_does_no_harm(folder: Path, index: Path) -> None:
    name = os.fsdecode(b"m\xf8de.txt")
    write(folder, name, minutes())
    assert run(index, folder).new == 1
    assert found(index) == [f"{name}#1"]
    assert run(index, folder).unchanged == 1


def test_file_that_can_be_read_at_last_is_new(folder: Path, index: Path) -> None:
    write(folder, "a.txt", b"")
    assert run(index, folder).failed == 1
    write(folder, "a.txt", minutes(), at=LONG_AGO + 5)
    report = run(index, folder)
    assert (report.new, report.changed, report.failed, report.items) == (1, 0, 0, 1)


def test_only_files_with_items_count_as_removed(folder: Path, index: Path) -> None:
    write(folder, "a.txt", minutes())
    broken = write(folder, "b.txt", b"")
    run(index, folder)
    broken.unlink()
    assert run(index, folder).removed == 0
    assert status(index).failures == ()


# --- files whose reader fails


def crash(path: Path, content: bytes, *, ocr: bool) -> Document:
    if content.startswith(b"crash"):
        os._exit(1)
    return read_document(path, content, ocr=ocr)


def test_file_whose_reader_crashed_is_tried_again_when_it_changed(
    folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, "a.txt", minutes())
    write(folder, "b.txt", "crash")
    assert run(index, folder, crash).failed == 1
    with monkeypatch.context() as patched:
        patched.setattr("medsearch.archive.workers.start_server", lambda: pytest.fail("it was tried again"))
        assert run(index, folder, crash).failed == 1
    assert "crashed" in (status(index).failures[0].reason or "")
    write(folder, "b.txt", minutes("løn"), at=LONG_AGO + 5)
    assert run(index, folder, crash).new == 1
    assert found(index) == ["a.txt#1", "b.txt#1"]


def test_file_whose_reader_crashed_is_tried_again_by_another_reader(
    folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, "a.txt", "crash")
    with monkeypatch.context() as patched:
        patched.setattr("medsearch.archive.recording.READER", "0.0")
        run(index, folder, crash)
    assert run(index, folder).new == 1


@pytest.mark.parametrize("content", [b"", b"a" * 20])
def test_empty_and_too_large_files_are_not_tried_again(
    folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.setattr("medsearch.archive.comparing.LARGEST_FILE", 10)
    write(folder, "a.txt", content)
    write(folder, "b.txt", minutes())
    before = run(index, folder, refuse_large)
    monkeypatch.setattr("medsearch.archive.workers.start_server", lambda: pytest.fail("it was tried again"))
    assert (before.failed, run(index, folder, refuse_large).failed) == (1, 1)


def refuse_large(path: Path, content: bytes, *, ocr: bool) -> Document:
    return read_document(path, b"" if content.startswith(b"aaa") else content, ocr=ocr)


def test_file_written_while_it_is_read_is_read_again(folder: Path, index: Path) -> None:
    write(folder, "a.txt", minutes())
    assert run(index, folder, write_meanwhile).new == 1
    assert run(index, folder).changed == 1
    assert found(index, "meanwhile") == ["a.txt#1"]


def write_meanwhile(path: Path, content: bytes, *, ocr: bool) -> Document:
    write(path.parent, path.name, minutes("meanwhile"), at=LONG_AGO + 5)
    return read_document(path, content, ocr=ocr)


# --- scanned pages


def scan(path: Path, content: bytes, *, ocr: bool) -> Document:
    """A reader to whom some files are scanned, in part or as a whole."""
    if b"whole" in content and not ocr:
        raise ScannedError("It is scanned.", "Use OCR.")
    text = minutes("genkendt" if ocr else "budget", number=sum(content))
    return Document(text, "pdf", scanned=(2,) if b"part" in content else ())


@pytest.fixture
def scanned(folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a scan, a part of one, and none, indexed without OCR."""
    monkeypatch.setattr("medsearch.archive.updating._missing_ocr", lambda: None)
    for name in ("whole", "part", "none"):
        write(folder, f"{name}.txt", name)
    assert run(index, folder, scan).failed == 1
    return folder


def test_scanned_files_are_read_again_with_ocr(scanned: Path, index: Path) -> None:
    report = run(index, scanned, scan, ocr=True)
    assert (report.new, report.failed, report.items) == (1, 0, 3)
    assert [address.partition("#")[0] for address in found(index, "genkendt")] == ["part.txt", "whole.txt"]


def test_ocr_is_remembered_also_by_a_rebuild(scanned: Path, index: Path) -> None:
    run(index, scanned, scan, ocr=True)
    write(scanned, "none.txt", "other", at=LONG_AGO + 5)
    run(index, scanned, scan)
    assert len(found(index, "genkendt")) == 3
    with rebuilding(index) as held:
        update(held, [scanned], read=scan)
    assert len(found(index, "genkendt")) == 3


def test_what_ocr_has_read_stays_when_it_is_turned_off(
    scanned: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(index, scanned, scan, ocr=True)
    assert run(index, scanned, scan, ocr=False).unchanged == 3
    assert len(found(index, "genkendt")) == 2
    assert not read_manifest(index).ocr


def test_preview_tells_what_ocr_would_read(scanned: Path, index: Path) -> None:
    held = IndexFolder.open(index)
    assert sorted(preview(held, [scanned], ocr=True).to_read) == ["part.txt", "whole.txt"]
    held.engine.close()


def test_without_its_program_ocr_is_an_error_before_anything_is_read(
    scanned: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> NoOcrError:
        return NoOcrError("Tesseract is missing.", "Install it.")

    monkeypatch.setattr("medsearch.archive.updating._missing_ocr", missing)
    monkeypatch.setattr("medsearch.archive.workers.start_server", lambda: pytest.fail("a file was read"))
    with pytest.raises(MedsearchError, match="Tesseract"):
        run(index, scanned, scan, ocr=True)
    assert not read_manifest(index).ocr


def test_without_its_program_a_remembered_ocr_keeps_nothing_else_from_being_read(
    scanned: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(index, scanned, scan, ocr=True)
    monkeypatch.setattr("medsearch.archive.updating._missing_ocr", lambda: NoOcrError("Tesseract is missing.", ""))
    write(scanned, "new.txt", "none", at=LONG_AGO + 5)
    assert run(index, scanned, scan).notes == []
    write(scanned, "more.txt", "part", at=LONG_AGO + 5)
    report = run(index, scanned, scan)
    assert (report.new, report.unchanged) == (1, 4)
    assert "Tesseract is missing." in report.notes[0]
    assert read_manifest(index).ocr


# --- progress


def test_progress_tells_each_file_when_its_turn_comes_and_when_it_is_done(folder: Path, index: Path) -> None:
    write(folder, "a.txt", minutes())
    write(folder, "b.txt", b"")
    write(folder, "c.jpg", b"\xff\xd8")
    steps: list[Step] = []
    run(index, folder, progress=steps.append)
    assert [(step.source, step.done, step.items, step.is_done) for step in steps] == [
        ("a.txt", 0, 0, False), ("a.txt", 1, 1, True),
        ("b.txt", 1, 1, False), ("b.txt", 2, 1, True),
        ("c.jpg", 2, 1, False), ("c.jpg", 3, 1, True),
    ]  # fmt: skip
    assert [(step.reader, bool(step.reason)) for step in steps if step.is_done] == [
        ("text", False), (None, True), (None, True),
    ]  # fmt: skip
    assert {step.total for step in steps} == {3}
