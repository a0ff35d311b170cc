"""Files that medsearch keeps for its user: private, replaced as a whole, changed by one process at a time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from medsearch.errors import MedsearchError
from medsearch.settings import data_folder
from medsearch.texts import _

_LOCK = "saved.lock"
_PATIENCE = 20  # seconds; a change takes some thousandths of one


class KeptError(MedsearchError):
    """What is kept for the user cannot be read, or cannot be changed now."""

    code = "saved"


@contextmanager
def changing() -> Iterator[None]:
    """Holds what is kept for changing it. Raises KeptError where another process does not let go of it."""
    from filelock import FileLock, Timeout  # only who changes something pays for it

    folder = data_folder()
    _make_private(folder)
    lock = FileLock(folder / _LOCK, timeout=_PATIENCE, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        raise KeptError(
            _("The saved searches in {folder} are being changed by another process.").format(folder=folder),
            _("Wait until it is done, then run this again."),
        ) from None
    try:
        yield
    finally:
        lock.release()


def replace_file(path: Path, text: str) -> None:
    """Puts `text` in the place of what stands in `path`, at once and as a whole; to be done while `changing`."""
    _make_private(path.parent)
    draft = path.with_name(f"{path.name}.new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    # File names and words that no encoding fits come as halves of characters.
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _make_private(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(OSError):
        folder.chmod(0o700)
