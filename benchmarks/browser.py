"""python -m benchmarks.browser [--items 2000]: whether typing in the browser stutters.

Words are typed as a quick typist does, over an archive of made-up minutes. Meanwhile a beat in the interface's own
thread tells how late it comes: that is how long a key would have waited. Then: how long after the last key its hits
are there, against the same search without a browser.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from benchmarks.corpus import write_archive
from medsearch.api import Archive
from medsearch.archive.updating import update
from medsearch.archive.writing import writing
from medsearch.browser.app import Browser
from medsearch.browser.asking import Asked
from medsearch.browser.finding import find_as_typed

_SAMPLE = Path(__file__).parents[1] / "sample_data"
_WORDS = "videoovervågning og sygefravær"
_BETWEEN_KEYS = 0.1  # seconds
_BEAT = 0.005


def main() -> None:
    """Prints how late the interface is while words are typed, and how long hits take."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=2_000, help="items of the archive")
    items = parser.parse_args().items
    with tempfile.TemporaryDirectory() as place:
        folder, index = Path(place) / "minutes", Path(place) / "index"
        folder.mkdir()
        write_archive(folder, items, _SAMPLE)
        with writing(index) as held:
            update(held, [folder])
        with Archive(index) as archive:
            alone = median(_timed(lambda: find_as_typed(archive, Asked(_WORDS))) for _ in range(5))
            late, waited = asyncio.run(_type(archive))
    waits = [seconds * 1000 for seconds in late]
    print(f"{items} items; {len(late)} beats while {len(_WORDS)} keys were typed")
    print(f"a key waits (ms): median {median(waits):.1f}, p95 {quantiles(waits, n=20)[-1]:.1f}, most {max(waits):.0f}")
    print(f"hits after the last key: {waited:.2f} s, {waited / alone:.1f} times the search alone ({alone:.2f} s)")


async def _type(archive: Archive) -> tuple[list[float], float]:
    """How late each beat came (seconds), and the seconds from the last key until the hits stood there."""
    app = Browser(archive, Asked(""))
    async with app.run_test(size=(120, 40)) as pilot:
        while not app.is_settled:
            await pilot.pause(_BEAT)
        late: list[float] = []
        beating = asyncio.create_task(_beat(late))
        for key in _WORDS:
            await pilot.press("space" if key == " " else key)
            await asyncio.sleep(_BETWEEN_KEYS)
        beating.cancel()
        begun = time.perf_counter()
        while app.shown.words != _WORDS:
            await asyncio.sleep(_BEAT)
        return late, time.perf_counter() - begun + _BETWEEN_KEYS


async def _beat(late: list[float]) -> None:
    last = time.perf_counter()
    while True:
        await asyncio.sleep(_BEAT)
        now = time.perf_counter()
        late.append(max(0.0, now - last - _BEAT))
        last = now


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
