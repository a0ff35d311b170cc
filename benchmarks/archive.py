"""python -m benchmarks.archive [--files 2000]: memory of indexing a folder, and a second run over what did not change.

The peak is that of the largest process of a run, and of all of them at once; the second run is compared with looking at
the files of the folder and with a process that imports what a run needs.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from benchmarks.corpus import write_archive
from benchmarks.documents import write_pdfs

_SAMPLE = Path(__file__).parents[1] / "sample_data"
_ITEMS_A_FILE = 10
_PDF_SHARE = 20  # every twentieth file is a PDF
_EVERY = 0.1  # seconds between two looks at the memory
_IMPORTS = "import typer, rich.console, filelock, whoosh.index, whoosh.writing"
_LOOK = """
import os, sys
for place, _, names in os.walk(sys.argv[1]):
    for name in names:
        os.stat(os.path.join(place, name))
"""


def main() -> None:
    """Prints memory and times for a smaller and a larger folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--files", type=int, default=2_000, help="files in the larger folder; the smaller has a quarter"
    )
    parser.add_argument("--runs", type=int, default=5, help="runs over the unchanged folder")
    options = parser.parse_args()
    for count in (options.files // 4, options.files):
        with tempfile.TemporaryDirectory() as place:
            _measure(Path(place), count, options.runs)


def _measure(place: Path, count: int, runs: int) -> None:
    folder, index = place / "minutes", place / "index"
    folder.mkdir()
    _write_minutes(folder, count)
    command = [sys.executable, "-m", "medsearch", "index", str(folder), "--index", str(index), "--json"]
    report, largest, together = _watched(command)
    print(
        f"Indexing {count} files, {report['items']} items: {count / report['seconds']:.0f} files/s, largest process "
        f"{largest} MB, all processes {together} MB at most."
    )
    again = median(_timed(command) for _ in range(runs))
    looking = median(_timed([sys.executable, "-c", _LOOK, str(folder)]) for _ in range(runs))
    imports = median(_timed([sys.executable, "-c", _IMPORTS]) for _ in range(runs))
    print(
        f"  Once more, unchanged: {again * 1000:.0f} ms; only looking at the files {looking * 1000:.0f} ms,"
        f" only importing {imports * 1000:.0f} ms: {again / (looking + imports):.2f} times both together."
    )


def _write_minutes(folder: Path, count: int) -> None:
    pdfs = count // _PDF_SHARE
    list(write_pdfs(folder, pdfs))
    for path in folder.glob("*.txt"):
        path.unlink()
    write_archive(folder, (count - pdfs) * _ITEMS_A_FILE, _SAMPLE)


def _watched(command: list[str]) -> tuple[dict[str, float], int, int]:
    """The report of a run, and the most memory in MB that one of its processes and that all of them had."""
    peaks: list[tuple[int, int]] = [(0, 0)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as run:
        watcher = threading.Thread(target=_watch, args=(run, peaks))
        watcher.start()
        printed, _ = run.communicate()
        watcher.join()
    largest, together = (max(each) // 1024 for each in zip(*peaks, strict=True))
    return json.loads(printed), largest, together


def _watch(run: "subprocess.Popen[str]", peaks: list[tuple[int, int]]) -> None:
    while run.poll() is None:
        resident = list(_resident(_family(run.pid)))
        peaks.append((max(resident, default=0), sum(resident)))
        time.sleep(_EVERY)


def _family(parent: int) -> set[int]:
    """The process and all that descend from it."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
    family = {parent}
    while more := {child for child, above in parents.items() if above in family} - family:
        family |= more
    return family


def _resident(processes: Iterable[int]) -> Iterable[int]:
    """The memory of each process that is its own, in kB: what several share counts once, as parts."""
    for process in processes:
        try:
            text = Path(f"/proc/{process}/smaps_rollup").read_text()
        except OSError:
            continue
        yield next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0)


def _timed(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True, env={**os.environ, "NO_COLOR": "1"})
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
