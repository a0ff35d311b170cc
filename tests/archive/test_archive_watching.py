"""A watch keeps an index in step: what it waits for, what it tells, what it never forgets. Beats come from a list."""

import shutil
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

import pytest

from medsearch.archive.listening import matters
from medsearch.archive.updating import Report
from medsearch.archive.watching import Back, Delayed, Ended, Gone, News, Updated, watch
from medsearch.engines.port import FileStatus, SourceRecord
from medsearch.errors import DamagedIndexError, LockedIndexError

Beat = Callable[[], Collection[str | Path]] | Collection[str | Path]
QUIET: Beat = ()
NOTHING_NEW = Report()


class Played:
    """A watch over beats from a list, which ends by Ctrl-C; `reports` are what the updates give, errors among them."""

    def __init__(self, *folders: Path) -> None:
        self.folders = folders
        self.updated: list[Sequence[Path]] = []
        self.listened: list[Sequence[Path]] = []
        self.reports: list[Report | Exception] = []

    def over(self, *beats: Beat) -> list[News]:
        """The news of these beats, and of the end."""
        coming = iter(beats)

        def listen(folders: Sequence[Path]) -> Iterator[Collection[str]]:
            self.listened.append(list(folders))
            for beat in coming:
                yield {str(path) for path in (beat() if callable(beat) else beat)}
            raise KeyboardInterrupt

        return list(watch(self.folders, self._update, listen))

    def _update(self, folders: Sequence[Path]) -> Report:
        self.updated.append(list(folders))
        report = self.reports.pop(0) if self.reports else NOTHING_NEW
        if isinstance(report, Exception):
            raise report
        return report


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "referat.txt").write_text("Referat", encoding="utf-8")
    return tmp_path / "r"


def grown(path: Path) -> Beat:
    """A beat at which a file has grown by some text."""

    def grow() -> Collection[Path]:
        with path.open("a", encoding="utf-8") as file:
            file.write("mere ")
        return {path}

    return grow


def unheard(beat: Beat) -> Beat:
    """What a beat does, of which the system tells nothing."""

    def do() -> Collection[Path]:
        assert callable(beat)
        beat()
        return ()

    return do


def failed(source: str) -> Report:
    return Report(failed=1, failures=[SourceRecord(source, f"/r/{source}", 1, 2, "", 3, "1.1", FileStatus.FAILED)])


def test_what_came_before_anybody_listened_is_read_at_the_first_quiet_beat(folder: Path) -> None:
    played = Played(folder)
    assert played.over(QUIET, QUIET, QUIET) == [Ended(in_step=True)]
    assert played.updated == [[folder]]


def test_change_is_read_once_it_is_quiet_and_told(folder: Path) -> None:
    played = Played(folder)
    played.reports = [NOTHING_NEW, report := Report(new=1)]
    assert played.over(QUIET, grown(folder / "ny.txt"), QUIET, QUIET) == [Updated(report), Ended(in_step=True)]
    assert len(played.updated) == 2


def test_many_changes_are_one_update(folder: Path) -> None:
    played = Played(folder)
    played.over(QUIET, *(grown(folder / f"{number}.txt") for number in range(20)), QUIET, QUIET)
    assert len(played.updated) == 2


def test_file_that_still_grows_is_waited_for_also_when_nobody_tells(folder: Path) -> None:
    played, growing = Played(folder), grown(folder / "ny.pdf")
    news = played.over(QUIET, growing, *[unheard(growing)] * 30)
    assert news == [Ended(in_step=False)]
    assert len(played.updated) == 1
    assert played.over(growing, *[unheard(growing)] * 30, QUIET)
    assert len(played.updated) == 2


def test_files_of_a_new_folder_are_waited_for(folder: Path) -> None:
    played = Played(folder)
    (folder / "2025").mkdir()
    growing = unheard(grown(folder / "2025" / "ny.txt"))
    assert played.over(QUIET, {folder / "2025"}, growing, growing, growing) == [Ended(in_step=False)]


def test_log_that_grows_for_ever_does_not_hold_anything_up(folder: Path) -> None:
    played, log = Played(folder), unheard(grown(folder / "server.log"))
    played.over(QUIET, {folder / "server.log", folder / "ny.txt"}, log, log)
    assert len(played.updated) == 2


def test_file_that_never_rests_is_read_in_the_end(folder: Path) -> None:
    played, growing = Played(folder), grown(folder / "ny.txt")
    played.over(*[growing] * 700)
    assert len(played.updated) == 1


def test_file_that_is_gone_again_does_no_harm(folder: Path) -> None:
    played = Played(folder)
    played.over(QUIET, {folder / "var her.txt"}, QUIET)
    assert len(played.updated) == 2


def test_nothing_to_tell_is_not_told(folder: Path) -> None:
    played = Played(folder)
    played.reports = [NOTHING_NEW, Report(unchanged=3, skipped=1)]
    assert played.over(QUIET, {folder / "foto.jpg"}, QUIET) == [Ended(in_step=True)]


def test_file_that_cannot_be_read_is_told_once(folder: Path) -> None:
    played = Played(folder)
    played.reports = [failed("a.pdf"), failed("a.pdf"), report := failed("b.pdf"), failed("b.pdf")]
    news = played.over(QUIET, {folder / "x.txt"}, QUIET, {folder / "x.txt"}, QUIET, {folder / "x.txt"}, QUIET)
    assert news == [Updated(report), Ended(in_step=True)]


def test_other_writer_is_told_once_and_waited_for(folder: Path) -> None:
    played = Played(folder)
    locked = LockedIndexError("The index is being written by process 7.", "Wait.")
    played.reports = [locked, locked, locked, report := Report(changed=1)]
    news = played.over(*[QUIET] * 12)
    assert news == [Delayed("The index is being written by process 7."), Updated(report), Ended(in_step=True)]


def test_change_that_could_not_be_read_yet_is_not_lost(folder: Path) -> None:
    played = Played(folder)
    played.reports = [NOTHING_NEW, LockedIndexError("Locked.", "Wait.")]
    assert played.over(QUIET, grown(folder / "ny.txt"), QUIET) == [Delayed("Locked."), Ended(in_step=False)]


def test_full_disk_is_told_and_tried_again_after_a_rest(folder: Path) -> None:
    played = Played(folder)
    played.reports = [OSError("No space left on device")]
    assert played.over(*[QUIET] * 30) == [Delayed("No space left on device"), Ended(in_step=False)]
    assert len(played.updated) == 1
    played.reports = [OSError("No space left on device")]
    assert played.over(*[QUIET] * 100)[-1] == Ended(in_step=True)


def test_damaged_index_ends_the_watch(folder: Path) -> None:
    played = Played(folder)
    played.reports = [DamagedIndexError("It is damaged.", "Delete it.")]
    with pytest.raises(DamagedIndexError):
        played.over(QUIET, QUIET)


def test_folder_that_vanishes_is_told_once_and_nothing_is_read_without_it(folder: Path) -> None:
    played = Played(folder)
    away = folder.with_name("væk")
    news = played.over(
        QUIET, lambda: [folder.rename(away)][:0], *[QUIET] * 5, lambda: [away.rename(folder)][:0], *[QUIET] * 3
    )
    assert news == [Gone(folder), Back(folder), Ended(in_step=True)]
    assert played.updated == [[folder], [folder]]
    assert played.listened == [[folder], [], [folder]]


def test_other_folders_are_read_on_while_one_is_gone(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "andre"
    other.mkdir()
    played = Played(folder, other)
    news = played.over(QUIET, lambda: [shutil.rmtree(folder)][:0], QUIET, {other / "ny.txt"}, QUIET)
    assert news == [Gone(folder), Ended(in_step=True)]
    assert played.updated == [[folder, other], [other], [other]]


def test_disk_that_leaves_an_empty_folder_behind_is_gone(folder: Path) -> None:
    played = Played(folder)
    news = played.over(QUIET, lambda: [(folder / "referat.txt").unlink()][:0], QUIET, QUIET)
    assert news == [Gone(folder), Ended(in_step=False)]
    assert len(played.updated) == 1


def test_folder_that_was_always_empty_is_watched(tmp_path: Path) -> None:
    (tmp_path / "ny").mkdir()
    played = Played(tmp_path / "ny")
    played.reports = [NOTHING_NEW, report := Report(new=1)]
    assert played.over(QUIET, grown(tmp_path / "ny" / "a.txt"), QUIET) == [Updated(report), Ended(in_step=True)]


def test_folder_in_the_place_of_another_is_listened_to_anew(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "kopi")

    def exchange() -> Collection[Path]:
        folder.rename(tmp_path / "gammel")
        (tmp_path / "kopi").rename(folder)
        return ()

    played = Played(folder)
    played.over(QUIET, exchange, QUIET)
    assert played.listened == [[folder], [folder]]
    assert len(played.updated) == 2


def test_folders_are_looked_through_now_and_then_without_a_word_of_the_system(folder: Path) -> None:
    played = Played(folder)
    played.over(*[QUIET] * 1300)
    assert len(played.updated) == 3


@pytest.mark.parametrize("name", ["ny.txt", "2025/ny.txt", "foto.jpg", "index/referat.txt", "x/y/z.pdf"])
def test_files_that_are_indexed_matter(folder: Path, tmp_path: Path, name: str) -> None:
    assert matters(str(folder / name), [folder], tmp_path / "index")


@pytest.mark.parametrize(
    "name", [".skjult.txt", ".git/referat.txt", "~$referat.docx", "index/medsearch.json", "index/a/b"]
)
def test_index_and_what_is_hidden_do_not_matter(folder: Path, name: str) -> None:
    assert not matters(str(folder / name), [folder], folder / "index")


def test_index_of_somebody_else_within_the_folder_does_not_matter(folder: Path, tmp_path: Path) -> None:
    (folder / "andet").mkdir()
    (folder / "andet" / "medsearch.json").write_text("{}", encoding="utf-8")
    assert not matters(str(folder / "andet" / "whoosh-1" / "x.txt"), [folder], tmp_path / "index")


def test_folder_below_a_hidden_one_may_be_watched(tmp_path: Path) -> None:
    folder = tmp_path / ".skjult" / "minder"
    assert matters(str(folder / "ny.txt"), [folder], tmp_path / "index")
