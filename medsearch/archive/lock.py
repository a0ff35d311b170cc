"""One writer at a time: a lock that the system releases by itself when its holder dies, and says who holds it."""

import contextlib
import getpass
import json
import os
import socket
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from medsearch.errors import LockedIndexError
from medsearch.texts import _

_LOCK = "write.lock"
_HOLDER = "writer.json"


@contextlib.contextmanager
def write_lock(folder: Path) -> Iterator[None]:
    """Holds the index in `folder` for writing. Raises LockedIndexError, with the holder, where another one does."""
    lock = FileLock(folder / _LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise LockedIndexError(
            _("The index in {folder} is being written by {writer}.").format(folder=folder, writer=_holder(folder)),
            _("Wait until it is done, then run this again. Searching works meanwhile."),
        ) from None
    holder = folder / _HOLDER
    try:
        holder.write_text(json.dumps(_myself()), encoding="utf-8")
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _myself() -> dict[str, str | int]:
    return {
        "process": os.getpid(),
        "user": getpass.getuser(),
        "host": socket.gethostname(),
        "since": datetime.now().strftime("%Y-%m-%d %H:%M"),
    }


def _holder(folder: Path) -> str:
    """Who says to hold the lock; the file is written just after the lock is taken, so it may be missing."""
    try:
        who = json.loads((folder / _HOLDER).read_text(encoding="utf-8"))
        return _("process {process} of {user} on {host}, since {since}").format(**who)
    except (OSError, ValueError, KeyError, TypeError):
        return _("another process")
