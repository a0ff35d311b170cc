"""Whatever a reader does, it costs the file that it was given, and nothing else."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import pytest

from medsearch.archive import losses, worker_process, workers
from medsearch.archive.reading import Reading, Request
from medsearch.archive.worker_process import Worker
from medsearch.archive.workers import reading
from medsearch.documents import Document, read_document
from medsearch.errors import MedsearchError
from tests.conftest import SAMPLE

MINUTES = "Punkt 1: Budget\n\nBeslutning\n\nTaget til efterretning.\n"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals")


def raise_(error: Exception) -> NoReturn:
    raise error


def loop() -> NoReturn:
    while True:
        pass


def recurse() -> NoReturn:
    recurse()


def kill_the_server_once(path: Path) -> None:
    if not path.with_suffix(".killed").exists():
        path.with_suffix(".killed").touch()
        os.kill(os.getppid(), signal.SIGKILL)


TROUBLES: dict[str, Callable[[Path], object]] = {
    "crash": lambda path: os.abort(),
    "exit": lambda path: os._exit(7),
    "quit": lambda path: sys.exit("I quit"),
    "kill": lambda path: os.kill(os.getpid(), signal.SIGKILL),
    "loop": lambda path: loop(),
    "eat": lambda path: bytearray(3 * worker_process.MEMORY),
    "raise": lambda path: raise_(LookupError("no such font:\n Ænglish")),
    "recurse": lambda path: recurse(),
    "where": lambda path: raise_(LookupError(f"folder {Path.cwd()}, stdin {os.read(0, 10)!r}")),
    "slow": lambda path: time.sleep(0.5),
    "server": kill_the_server_once,
}


def misbehave(path: Path, content: bytes, *, ocr: bool) -> Document:
    """A reader that does what a file says."""
    TROUBLES.get(content.decode(), lambda path: None)(path)
    return read_document(path, content, ocr=ocr)


def tell_and_wait(path: Path, content: bytes, *, ocr: bool) -> Document:
    """A reader that leaves the number of its process beside the file, has a child, and takes a minute."""
    with subprocess.Popen(["sleep", "60"]) as child:
        path.with_suffix(".pid").write_text(f"{os.getpid()} {child.pid}")
        while True:
            pass


def leave_a_mark(path: Path, content: bytes, *, ocr: bool) -> Document:
    path.with_suffix(".mark").touch()
    return read_document(path, content, ocr=ocr)


def files(folder: Path, *contents: str) -> list[Request]:
    requests = []
    for number, content in enumerate(contents):
        path = folder / f"{number}.pdf"
        path.write_text(content)
        requests.append(Request(path, path.name))
    return requests


def read_all(requests: Sequence[Request], count: int = 2) -> list[Reading]:
    with reading(requests, count, misbehave) as results:
        return list(results)


def failures(requests: Sequence[Request], count: int = 2) -> list[str | None]:
    return [result.reason for result in read_all(requests, count)]


@POSIX
def test_only_the_file_fails_whose_reader_crashes_loops_or_raises(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(losses, "TIME_LIMIT", 1.0)
    told = {
        "crash": "The PDF reader crashed (SIGABRT).",
        "exit": "The PDF reader crashed (exit code 7).",
        "kill": "The PDF reader was ended by the system, most likely because it took too much memory.",
        "loop": "It took longer than 1 seconds to read.",
        "quit": "The PDF reader failed: SystemExit: I quit",
        "raise": "The PDF reader failed: LookupError: no such font: Ænglish",
        "recurse": "The PDF reader failed: RecursionError: maximum recursion depth exceeded",
    }
    contents = [content for trouble in told for content in (MINUTES, trouble)]
    results = read_all(files(tmp_path, *contents, MINUTES))
    reasons = [result.reason for result in results]
    assert [bool(result.minutes) for result in results] == [True, False] * len(told) + [True]
    assert [reason[:80] for reason in reasons if reason] == [reason[:80] for reason in told.values()]
    assert all(result.sha256 for result in results)
    assert all(result.advice for result in results if not result.minutes)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds processes to it")
def test_reader_that_eats_memory_is_stopped(tmp_path: Path) -> None:
    assert failures(files(tmp_path, "eat", MINUTES), 1) == [
        "It takes more memory to read than any minutes should.",
        None,
    ]


def test_worker_stands_in_no_folder_and_reads_no_terminal(tmp_path: Path) -> None:
    [told] = failures(files(tmp_path, "where"))
    assert told == f"The PDF reader failed: LookupError: folder {Path(sys.executable).anchor}, stdin b''"


def test_results_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    requests = files(tmp_path, "slow", MINUTES, "slow", MINUTES)
    results = read_all(requests)
    assert [result.minutes and result.minutes.source for result in results] == [request.source for request in requests]


def test_few_files_are_read_ahead(tmp_path: Path) -> None:
    with reading(files(tmp_path, *[MINUTES] * 30), 1, leave_a_mark) as results:
        next(results)
        next(results)
        time.sleep(0.3)
        assert len(list(tmp_path.glob("*.mark"))) <= 6


def test_nothing_is_started_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "start_server", lambda: pytest.fail("a server was started"))
    assert read_all([]) == []


def test_no_more_workers_are_started_than_there_are_files(tmp_path: Path) -> None:
    with reading(files(tmp_path, MINUTES, MINUTES), 8, misbehave) as results:
        next(results)
        assert len([child for child in multiprocessing.active_children() if isinstance(child, Worker)]) == 2


@POSIX
def test_what_took_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    gone, pipe = tmp_path / "gone.txt", tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    told = read_all([Request(gone, "gone.txt"), Request(pipe, "pipe.txt")])
    assert [result.reason for result in told] == [
        "It cannot be read: No such file or directory.",
        "It is no ordinary file any more.",
    ]
    assert [result.sha256 for result in told] == ["", ""]


def test_workers_that_end_at_once_are_an_error_not_a_loop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "stay_with_parent", sys.exit)
    with pytest.raises(MedsearchError, match="end as soon as they are started"):
        read_all(files(tmp_path, MINUTES))


@POSIX
def test_crew_that_broke_down_is_replaced(tmp_path: Path) -> None:
    requests = files(tmp_path, MINUTES, "server", *[MINUTES] * 10)
    results = read_all(requests)
    assert [result.minutes and result.minutes.source for result in results] == [request.source for request in requests]


def test_time_limit_grows_with_the_pages_that_may_have_to_be_recognised() -> None:
    assert losses.time_limit(Request(Path("a.pdf"), "a.pdf", 1_000_000)) == 120
    assert losses.time_limit(Request(Path("a.pdf"), "a.pdf", 25_000, ocr=True)) == 300
    assert losses.time_limit(Request(Path("a.pdf"), "a.pdf", 10**9, ocr=True)) == 3720


# --- what happens to the processes

_WAITING = """
import functools, sys
import medsearch.cli.indexing
from medsearch.archive.updating import update
from medsearch.cli.running import run
sys.path.append(sys.argv.pop(1))
from test_archive_workers import tell_and_wait
medsearch.cli.indexing.update = functools.partial(update, read=tell_and_wait)
sys.exit(run(sys.argv[1:]))
"""


@pytest.fixture
def indexing(tmp_path: Path) -> Iterator[tuple["subprocess.Popen[str]", list[int]]]:
    """A process that indexes two files, and the processes that read them and that these have started."""
    folder = tmp_path / "r"
    folder.mkdir()
    files(folder, MINUTES, MINUTES)
    command = [sys.executable, "-c", _WAITING, str(Path(__file__).parent), "index", str(folder), "--index"]
    with subprocess.Popen(
        [*command, str(tmp_path / "i"), "--workers", "2"],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        yield process, _told(folder)
        process.kill()


def _told(folder: Path) -> list[int]:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        told = [path.read_text().split() for path in folder.glob("*.pid")]
        if len(told) == 2 and all(len(numbers) == 2 for numbers in told):
            return [int(number) for numbers in told for number in numbers]
        time.sleep(0.05)
    pytest.fail("the workers did not start")


def _left(processes: list[int], seconds: float = 5) -> list[int]:
    """Those of `processes` that are still alive after a while."""
    until = time.monotonic() + seconds
    while (left := [number for number in processes if _is_alive(number)]) and time.monotonic() < until:
        time.sleep(0.05)
    return left


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat")
        return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


@POSIX
def test_interrupted_run_leaves_no_process_and_no_traceback(
    indexing: tuple["subprocess.Popen[str]", list[int]], tmp_path: Path
) -> None:
    process, started = indexing
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    _, err = process.communicate(timeout=10)
    assert process.returncode == 130
    assert err.strip() == "Interrupted; the index is as it was before."
    assert _left(started) == []
    assert not (tmp_path / "i" / "medsearch.json").exists()


@POSIX
def test_workers_end_when_their_parent_is_killed(indexing: tuple["subprocess.Popen[str]", list[int]]) -> None:
    process, started = indexing
    process.kill()
    assert _left(started) == []


def test_script_without_guard_may_update_an_archive(sample_index: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "a.txt").write_text(MINUTES)
    script.write_text(
        "import medsearch, shutil\n"
        f"shutil.copytree({str(sample_index)!r}, {str(tmp_path / 'i')!r})\n"
        f"print('new:', medsearch.open({str(tmp_path / 'i')!r}).update([{str(tmp_path / 'r')!r}]).new)\n"
        "print(__file__, __spec__)\n"
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout.splitlines(), done.stderr) == (["new: 1", f"{script} None"], "")


def test_index_that_is_in_step_starts_no_process(sample_index: Path, tmp_path: Path) -> None:
    code = (
        "import sys, medsearch\n"
        f"archive = medsearch.open({str(sample_index)!r})\n"
        f"print(archive.update([{str(SAMPLE)!r}]).unchanged)\n"
        "print('pebble' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines() == ["22", "False"]
