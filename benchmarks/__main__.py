"""python -m benchmarks [--items 20000]: a whole query against its imports, indexing against Whoosh as it comes."""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.corpus import write_archive
from benchmarks.stock_whoosh import build
from medsearch.archive.updating import update
from medsearch.archive.writing import writing
from medsearch.documents import read_document
from medsearch.engines import create_engine
from medsearch.engines.port import Change
from medsearch.minutes import read_minutes
from medsearch.query import Searchable, make_searchable

_SAMPLE = Path(__file__).parents[1] / "sample_data"
_IMPORTS = "import typer, rich.console, whoosh.index, whoosh.query, whoosh.searching"
_QUERIES = (
    ("a rare word", ["videoovervågning"]),
    ("a common word", ["budget"]),
    ("two words", ["budget", "sygefravær"]),
    ("a phrase", ['"taget til efterretning"']),
    ("a prefix", ["syge*"]),
    ("a committee and a year", ["budget", "--committee", "LokalMED", "--year", "2020"]),
    ("newest first", ["budget", "--sort", "newest"]),
)


def main() -> None:
    """Prints both comparisons."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=20_000, help="agenda items in the archive that is queried")
    parser.add_argument("--indexed", type=int, default=2_000, help="agenda items in the comparison of indexing")
    parser.add_argument("--runs", type=int, default=10, help="runs of each command, taken in turn")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        _compare_indexing(Path(place), options.indexed)
        _compare_queries(Path(place), options.items, options.runs)


def _compare_indexing(place: Path, count: int) -> None:
    folder = _made(place / "small")
    write_archive(folder, count, _SAMPLE)
    items = _searchables(folder)
    ours = _timed(lambda: create_engine("whoosh", _made(place / "ours")).apply(Change(items=items)))
    stock = _timed(lambda: build(_made(place / "stock"), items))
    print(
        f"Indexing {len(items)} items, the same terms: medsearch's Whoosh engine {len(items) / ours:.0f} items/s, ",
        end="",
    )
    print(f"Whoosh as it comes {len(items) / stock:.0f} items/s: {stock / ours:.2f} times as fast.")


def _compare_queries(place: Path, count: int, runs: int) -> None:
    folder, index = _made(place / "large"), place / "index"
    write_archive(folder, count, _SAMPLE)
    with writing(index) as held:
        report = update(held, [folder])
    print(f"Reading, analysing and indexing {report.items} items: {report.items / report.seconds:.0f} items/s.")
    print("A whole `medsearch query`, against a process that imports typer, rich and whoosh (medians):")
    for name, words in _QUERIES:
        query = [sys.executable, "-m", "medsearch", "query", *words, "--index", str(index)]
        ours, imports = _in_turn(query, [sys.executable, "-c", _IMPORTS], runs)
        print(f"  {name:24} {ours * 1000:5.0f} ms / {imports * 1000:4.0f} ms = {ours / imports:.2f}")


def _in_turn(one: list[str], other: list[str], runs: int) -> tuple[float, float]:
    """Median seconds of two commands, run one after the other so that both meet the same machine."""
    times: tuple[list[float], list[float]] = ([], [])
    for run in range(runs + 1):
        for command, kept in zip((one, other), times, strict=True):
            seconds = _timed(lambda command=command: subprocess.run(command, capture_output=True, check=True))
            if run:
                kept.append(seconds)
    return median(times[0]), median(times[1])


def _searchables(folder: Path) -> list[Searchable]:
    return [
        make_searchable(item)
        for path in sorted(folder.iterdir())
        for item in read_minutes(read_document(path).text, path.name).items
    ]


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _timed(action: Callable[[], object]) -> float:
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
