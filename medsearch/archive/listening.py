"""Listens to the system for files that come, change and go; where it tells nothing, looks by itself."""

import time
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from medsearch.archive.manifest import has_manifest

BEAT = 1.0  # seconds
_LOOK_EVERY = 2000  # milliseconds, where the system tells nothing


def listening(folders: Sequence[Path], index: Path, *, poll: bool = False) -> Iterator[Collection[str]]:
    """What changed in `folders` about every second, as `watching.Listen` has it; the index in `index` does not count.

    With `poll` the folders are looked through again and again: for network drives, of which systems tell nothing.
    Ends where a folder goes before it is listened to, or the system loses track.
    """
    while not folders:
        time.sleep(BEAT)
        yield ()
    try:
        yield from _told(folders, index, poll=poll)
    except (FileNotFoundError, RuntimeError):
        time.sleep(BEAT)
    except OSError:
        if poll:
            raise
        # The system has a limit for what it listens to.
        yield from _told(folders, index, poll=True)


def _told(folders: Sequence[Path], index: Path, *, poll: bool) -> Iterator[Collection[str]]:
    from watchfiles import Change, watch

    told = watch(
        *folders,
        watch_filter=None,
        debounce=int(BEAT * 1000),
        rust_timeout=int(BEAT * 1000),
        yield_on_timeout=True,
        force_polling=poll or None,
        poll_delay_ms=_LOOK_EVERY,
        ignore_permission_denied=True,
    )
    last = time.monotonic()
    for changes in told:
        # A folder is modified whenever a file in it comes or goes, which is told as well.
        paths = {
            path
            for change, path in changes
            if matters(path, folders, index) and not (change is Change.modified and Path(path).is_dir())
        }
        if paths or time.monotonic() - last >= BEAT:
            last = time.monotonic()
            yield paths


def matters(path: str, folders: Sequence[Path], index: Path) -> bool:
    """Whether `path` is one that is indexed: it is in no index, and neither hidden nor a lock of an office program."""
    changed = Path(path)
    if any(changed.is_relative_to(place) for place in (index, index.resolve())):
        return False
    # Some systems tell the path that a link leads to.
    for folder in (*folders, *(folder.resolve() for folder in folders)):
        if changed.is_relative_to(folder):
            parts = changed.relative_to(folder).parts
            above = (folder.joinpath(*parts[:depth]) for depth in range(1, len(parts)))
            return not (any(part.startswith((".", "~$")) for part in parts) or any(map(has_manifest, above)))
    return True
