"""Holds an index for writing: one that is there, a new one, or one that takes the place of another as a whole."""

import contextlib
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from medsearch.archive.index_folder import IndexFolder
from medsearch.archive.lock import write_lock
from medsearch.archive.manifest import INDEX_VERSION, Manifest, has_manifest, read_manifest, write_manifest
from medsearch.engines import DEFAULT_ENGINE, create_engine, engine_names
from medsearch.errors import FolderError, system_reason
from medsearch.texts import _

_PRIVATE = 0o700  # minutes name people: what is made of them is for their owner's eyes


@contextlib.contextmanager
def writing(path: Path, engine: str | None = None) -> Iterator[IndexFolder]:
    """The index in `path` held for writing; a new one, with `engine`, where there is none. Raises LockedIndexError."""
    if not has_manifest(path):
        # A new index is there when it is complete: until then nobody takes it for an empty one.
        with rebuilding(path, engine) as index:
            yield index
        return
    _make_private(path)
    with write_lock(path):
        index = IndexFolder.open(path)
        _clear_remains(path, index.manifest)
        try:
            yield index
        finally:
            index.engine.close()


@contextlib.contextmanager
def rebuilding(path: Path, engine: str | None = None) -> Iterator[IndexFolder]:
    """A new, empty index, which takes the place of what is in `path` when the block ends without exception."""
    _make_private(path)
    with write_lock(path):
        old = read_manifest(path) if has_manifest(path) else None
        _clear_remains(path, old)
        name = engine or (old.engine if old else DEFAULT_ENGINE)
        data = _new_data_folder(path, name)
        manifest = Manifest(name, INDEX_VERSION, data.name, ocr=old.ocr if old else False)
        index = IndexFolder(path, manifest, create_engine(name, data))
        try:
            yield index
        except BaseException:
            index.engine.close()
            shutil.rmtree(data, ignore_errors=True)
            raise
        index.engine.close()
        write_manifest(path, index.manifest)
        if old:
            shutil.rmtree(path / old.data, ignore_errors=True)


def _clear_remains(path: Path, manifest: Manifest | None) -> None:
    """Deletes the data of runs that were killed; whoever holds the lock is the only writer."""
    for name in engine_names():
        for data in path.glob(f"{name}-????????"):
            if manifest is None or data.name != manifest.data:
                shutil.rmtree(data, ignore_errors=True)


def _make_private(path: Path) -> None:
    try:
        path.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    except OSError as error:
        raise FolderError(
            _("The index cannot be made in {path}: {reason}.").format(path=path, reason=system_reason(error)),
            _("Choose another place with --index DIR."),
        ) from None


def _new_data_folder(path: Path, engine: str) -> Path:
    data = path / f"{engine}-{secrets.token_hex(4)}"
    try:
        data.mkdir(mode=_PRIVATE)
    except OSError as error:
        raise FolderError(
            _("The index cannot be written in {path}: {reason}.").format(path=path, reason=system_reason(error)),
            _("Choose another place with --index DIR."),
        ) from None
    return data
