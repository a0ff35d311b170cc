"""Keeps an index in step while files come and go: waits for changes, lets them settle, updates, tells what came of it.

Time comes in as beats: `Listen` gives, about once a second, the paths that changed since the last beat. So all of it
runs without a clock, and in tests without time.
"""

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from medsearch.archive.updating import Report
from medsearch.documents import is_minutes_file
from medsearch.errors import LockedIndexError

# In beats:
_ANYWAY = 600  # after so many the folders are looked through unasked: systems do not tell of every change
_LONGEST_WAIT = 600  # for changes to settle
_REST_LOCKED, _REST_FAILED = 2, 60  # before the next try

Listen = Callable[[Sequence[Path]], Iterator[Collection[str]]]
"""Paths that changed in these folders, beat by beat; no paths where nothing did. Without folders it only beats."""

Update = Callable[[Sequence[Path]], Report]
"""Brings the index in step with folders. Raises LockedIndexError while somebody else writes."""


class Updated(NamedTuple):
    """The index was brought in step, and something in it is other than before."""

    report: Report


class Delayed(NamedTuple):
    """The index could not be brought in step for now; it is tried again at every beat."""

    reason: str


class Gone(NamedTuple):
    """A folder is not there any more, or empty at once; what the index has of it is kept."""

    folder: Path


class Back(NamedTuple):
    """A folder is there again."""

    folder: Path


class Ended(NamedTuple):
    """The user ended the watch; `in_step` is False where changes were waiting."""

    in_step: bool


News = Updated | Delayed | Gone | Back | Ended


def watch(folders: Sequence[Path], update: Update, listen: Listen) -> Iterator[News]:
    """Brings the index in step with `folders` at the first beat and after each change, until Ctrl-C; tells of it.

    What `update` raises ends the watch, LockedIndexError and OSError aside: these are tried again.
    """
    watched = _Watch(folders, update)
    while True:
        yield from watched.look()
        beats = listen(watched.present)
        while True:
            try:
                changed = next(beats, None)
            except KeyboardInterrupt:
                yield Ended(in_step=not watched.is_behind)
                return
            if changed is not None:
                yield from watched.beat(changed)
            if changed is None or not watched.is_as_before():
                break  # other folders are to be listened to


class _Watch:
    """What a watch remembers between beats."""

    def __init__(self, folders: Sequence[Path], update: Update) -> None:
        self.folders = folders
        self.present: list[Path] = []
        self._update = update
        self._seen: dict[Path, tuple[int, int]] = {}  # which folder it was: another disk is another folder
        self._held_files: set[Path] = set()  # folders that had something in them
        self._gone: set[Path] = set()
        self._changed: dict[str, object] = {}  # what waits to be read, and how it was at the last beat
        self._waited = 0
        self._since = 0
        self._failed: set[str] | None = None  # files that could not be read at the last update
        self._delay, self._rest = "", 0
        self.is_behind = True

    def look(self) -> Iterator[News]:
        """Looks which folders are there. What came while nobody listened is to be read."""
        self._seen = self._identities()
        self.present = list(self._seen)
        for folder in self.folders:
            if folder not in self._seen and folder not in self._gone:
                self._gone.add(folder)
                yield Gone(folder)
            elif folder in self._seen and folder in self._gone:
                self._gone.discard(folder)
                yield Back(folder)
        self.is_behind = True

    def is_as_before(self) -> bool:
        """Whether the same folders are there."""
        return self._identities() == self._seen

    def beat(self, changed: Collection[str]) -> Iterator[News]:
        """Notes what changed; once it has settled, updates the index."""
        self._since += 1
        self._rest -= 1
        before = self._changed
        self._changed = {path: _state(path) for path in (*before, *changed)}
        self.is_behind = self.is_behind or bool(changed) or self._since >= _ANYWAY
        if not self.is_behind or not self.present:
            return
        self._waited += 1
        settled = not changed and self._changed == before
        if (settled or self._waited >= _LONGEST_WAIT) and self._rest <= 0 and self.is_as_before():
            yield from self._bring_in_step()

    def _bring_in_step(self) -> Iterator[News]:
        try:
            report = self._update(self.present)
        except (LockedIndexError, OSError) as error:
            self._rest = _REST_LOCKED if isinstance(error, LockedIndexError) else _REST_FAILED
            before, self._delay = self._delay, str(error)
            if self._delay != before:
                yield Delayed(self._delay)
            return
        self._delay, self._changed, self._waited, self._since = "", {}, 0, 0
        self.is_behind = False
        failed = {record.source for record in report.failures}
        fails_anew = self._failed is not None and not failed <= self._failed
        self._failed = failed
        if report.new or report.changed or report.removed or fails_anew:
            yield Updated(report)

    def _identities(self) -> dict[Path, tuple[int, int]]:
        """The folders that are there, and which they are."""
        found = {}
        for folder in self.folders:
            with suppress(OSError):
                state = folder.stat()
                with os.scandir(folder) as entries:
                    is_empty = next(entries, None) is None
                # A disk that was taken off leaves an empty folder behind.
                if not is_empty:
                    self._held_files.add(folder)
                if not is_empty or folder not in self._held_files:
                    found[folder] = (state.st_dev, state.st_ino)
        return found


def _state(path: str) -> object:
    """What changes as long as a file is written, of all files below a folder; None for what nobody reads."""
    found = Path(path)
    with suppress(OSError):
        if found.is_dir():
            return {
                name: _state(os.path.join(place, name))  # noqa: PTH118 (a folder may hold very many)
                for place, _folders, names in os.walk(path)
                for name in names
            }
        if is_minutes_file(found):
            state = found.stat()
            return state.st_size, state.st_mtime_ns
    return None
