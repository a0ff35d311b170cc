"""`medsearch index --watch`, as a process that runs, is told of files and is ended by Ctrl-C."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from medsearch.archive.lock import write_lock
from medsearch.archive.updating import Report
from medsearch.archive.watching import Back, Delayed, Ended, Gone, News, Updated
from medsearch.cli.console import Talk
from medsearch.cli.reporting import say_news
from medsearch.cli.running import run
from medsearch.engines.port import FileStatus, SourceRecord
from tests.conftest import SAMPLE

_PATIENCE = 60  # seconds

Started = Callable[..., "Watch"]


class Watch:
    """A watch that runs, and what it says."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.index = folder.parent / "index"
        self._said = folder.parent / "said.txt"
        code = "import sys; from medsearch.__main__ import main; sys.exit(main())"
        words = ["index", "--watch", str(folder), "--index", str(self.index), *options]
        with self._said.open("w", encoding="utf-8") as said, (folder.parent / "out.txt").open("w") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-c", code, *words],
                stdout=out,
                stderr=said,
                env={**os.environ, "MEDSEARCH_LANG": "en"},
            )
        self.out = folder.parent / "out.txt"

    @property
    def said(self) -> str:
        return self._said.read_text(encoding="utf-8")

    def until(self, pattern: str) -> None:
        """Waits until it has said this."""
        end = time.monotonic() + _PATIENCE
        while not re.search(pattern, self.said):
            assert self.process.poll() is None, self.said
            assert time.monotonic() < end, self.said
            time.sleep(0.1)

    def ended(self) -> int:
        """Ends it by Ctrl-C, and gives its exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(_PATIENCE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one file of minutes."""
    (tmp_path / "r").mkdir()
    shutil.copy(SAMPLE / "2024-06-18-hovedmed.txt", tmp_path / "r")
    return tmp_path / "r"


@pytest.fixture
def watching(folder: Path) -> Iterator[Started]:
    """Starts a watch over the folder; it ends with the test, whatever happens."""
    started: list[Watch] = []

    def start(*options: str) -> Watch:
        started.append(Watch(folder, *options))
        return started[-1]

    yield start
    for watch in started:
        watch.process.kill()
        watch.process.wait()


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process alone")


@pytest.mark.parametrize("options", [(), ("--poll",)])
def test_file_that_is_copied_there_is_found_soon_and_ctrl_c_is_the_normal_end(
    folder: Path, watching: Started, capsys: pytest.CaptureFixture[str], options: tuple[str, ...]
) -> None:
    watch = watching(*options)
    watch.until("Watching .*Ctrl-C ends it")
    assert run(["query", "budget", "--year", "2025", "--index", str(watch.index)]) == 1
    shutil.copy(SAMPLE / "2025-12-09-hovedmed.txt", folder)
    watch.until(r"\d\d:\d\d:\d\d  1 new, 0 changed, 0 removed; \d+ items in the index\.")
    capsys.readouterr()
    assert run(["query", "budget", "--year", "2025", "--index", str(watch.index)]) == 0
    assert "2025-12-09-hovedmed.txt" in capsys.readouterr().out
    (folder / "2024-06-18-hovedmed.txt").unlink()
    watch.until(r"0 new, 0 changed, 1 removed")
    assert watch.ended() == 0
    assert watch.said.splitlines()[-1].endswith("Ended. The index is in step with the files.")


def test_watch_waits_for_another_writer(folder: Path, watching: Started) -> None:
    (folder.parent / "index").mkdir()
    with write_lock(folder.parent / "index"):
        watch = watching("--json")
        watch.until("is being written by process .* Waiting, and trying again")
    end = time.monotonic() + _PATIENCE
    while not watch.out.read_text(encoding="utf-8") and time.monotonic() < end:
        time.sleep(0.1)
    assert json.loads(watch.out.read_text(encoding="utf-8").splitlines()[0])["files"]["new"] == 1
    assert watch.said.count("Waiting") == 1
    assert watch.ended() == 0


def test_index_within_the_folder_does_not_wake_the_watch(folder: Path, watching: Started) -> None:
    watch = watching("--index", str(folder / "index"))
    watch.until("Watching")
    for number in range(5):
        (folder / "index" / f"{number}.txt").write_text("Referat", encoding="utf-8")
        time.sleep(0.5)
    assert watch.ended() == 0
    assert " new, " not in watch.said.split("Watching")[1]


@pytest.mark.parametrize(("options", "told"), [(["--watch", "--dry-run"], "--dry-run"), (["--poll"], "Add --watch")])
def test_options_that_do_not_go_together(
    folder: Path, capsys: pytest.CaptureFixture[str], options: list[str], told: str
) -> None:
    assert run(["index", str(folder), *options]) == 2
    assert told in capsys.readouterr().err


_FAILED = SourceRecord(
    "a\x1b[2J.pdf", "/r/a.pdf", 1, 2, "", 3, "1.1", FileStatus.FAILED, reason="It is broken.", advice="Mend it."
)


@pytest.mark.parametrize(
    ("news", "told"),
    [
        (
            Updated(Report(new=1, changed=2, removed=3, items=1234)),
            "1 new, 2 changed, 3 removed; 1,234 items in the index.",
        ),
        (Delayed("It is locked."), "It is locked. Waiting, and trying again."),
        (Gone(Path("/r")), "/r is not there now, or empty; what the index has of it is kept."),
        (Back(Path("/r")), "/r is there again."),
        (Ended(in_step=True), "Ended. The index is in step with the files."),
        (Ended(in_step=False), "medsearch index reads them"),
    ],
)
def test_news_are_told_in_a_line_with_the_time_of_day(
    capsys: pytest.CaptureFixture[str], news: News, told: str
) -> None:
    say_news(news, (), Talk())
    [line] = capsys.readouterr().err.splitlines()
    assert re.match(r"\d\d:\d\d:\d\d  ", line)
    assert told in line


def test_failure_is_told_once_and_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    news = Updated(Report(failed=1, failures=[_FAILED]))
    say_news(news, (), Talk())
    said = capsys.readouterr().err
    assert "It is broken. Mend it." in said
    assert "\x1b" not in said
    say_news(news, {_FAILED.source}, Talk())
    assert "broken" not in capsys.readouterr().err


def test_quiet_watch_says_only_what_is_to_be_acted_on(capsys: pytest.CaptureFixture[str]) -> None:
    for news in (Updated(Report(new=1)), Ended(in_step=True)):
        say_news(news, (), Talk(quiet=True))
    assert capsys.readouterr().err == ""
    say_news(Gone(Path("/r")), (), Talk(quiet=True))
    assert "not there" in capsys.readouterr().err
