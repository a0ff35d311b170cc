"""The folder that an index lies in: found, made, opened, and replaced as a whole."""

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from medsearch.archive.lock import write_lock
from medsearch.archive.manifest import INDEX_VERSION, Manifest, has_manifest, read_manifest, write_manifest
from medsearch.engines import DEFAULT_ENGINE, create_engine, open_engine
from medsearch.engines.port import Engine
from medsearch.errors import FolderError, OutdatedIndexError

_DEFAULT_NAME = "index"
_PRIVATE = 0o700  # minutes name people: what is made of them is for their owner's eyes


def find_index(given: Path | None) -> Path:
    """Where the index is: `given`, else MEDSEARCH_INDEX, else the nearest `index/` made by medsearch, else `./index`."""
    if given is not None:
        return given.expanduser().absolute()
    if named := os.environ.get("MEDSEARCH_INDEX"):
        return Path(named).expanduser().absolute()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if has_manifest(folder / _DEFAULT_NAME):
            return folder / _DEFAULT_NAME
    return here / _DEFAULT_NAME


class IndexFolder:
    """An index: its manifest, and the engine that holds its items."""

    def __init__(self, path: Path, manifest: Manifest, engine: Engine) -> None:
        self.path = path
        self.manifest = manifest
        self.engine = engine

    @classmethod
    def open(cls, path: Path) -> "IndexFolder":
        """The index in `path`. Raises NoIndexError, OutdatedIndexError or DamagedIndexError."""
        manifest = read_manifest(path)
        if not manifest.is_current:
            raise OutdatedIndexError(
                f"The index in {path} was made by another version of medsearch.",
                "Make it anew from the same folders with: medsearch index --rebuild",
            )
        return cls(path, manifest, open_engine(manifest.engine, path / manifest.data))

    @classmethod
    @contextlib.contextmanager
    def writing(cls, path: Path, engine: str | None = None) -> "Iterator[IndexFolder]":
        """The index in `path` held for writing; a new one where there is none. Raises LockedIndexError as well."""
        _make_private(path)
        with write_lock(path):
            index = cls.open(path) if has_manifest(path) else cls._create(path, engine or DEFAULT_ENGINE)
            try:
                yield index
            finally:
                index.engine.close()

    @classmethod
    @contextlib.contextmanager
    def rebuilding(cls, path: Path, engine: str | None = None) -> "Iterator[IndexFolder]":
        """A new, empty index beside the one in `path`, which takes its place when the block ends without exception."""
        _make_private(path)
        with write_lock(path):
            old = read_manifest(path) if has_manifest(path) else None
            name = engine or (old.engine if old else DEFAULT_ENGINE)
            data = _new_data_folder(path, name)
            index = cls(path, Manifest(name, INDEX_VERSION, data.name), create_engine(name, data))
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

    @classmethod
    def _create(cls, path: Path, engine: str) -> "IndexFolder":
        data = _new_data_folder(path, engine)
        made = create_engine(engine, data)
        manifest = Manifest(engine, INDEX_VERSION, data.name)
        write_manifest(path, manifest)
        return cls(path, manifest, made)

    def cover(self, folders: Iterable[Path]) -> None:
        """Notes that the index covers `folders` too: before their items come, so that a rebuild never misses one."""
        known = self.manifest.folders
        more = [str(folder) for folder in folders if str(folder) not in known]
        if more:
            self.manifest = Manifest(
                self.manifest.engine, self.manifest.version, self.manifest.data, (*known, *more)
            )
            if has_manifest(self.path) and read_manifest(self.path).data == self.manifest.data:
                write_manifest(self.path, self.manifest)


def _make_private(path: Path) -> None:
    try:
        path.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    except OSError as error:
        raise FolderError(
            f"The index cannot be made in {path}: {error.strerror}.", "Choose another place with --index DIR."
        ) from None


def _new_data_folder(path: Path, engine: str) -> Path:
    data = path / f"{engine}-{secrets.token_hex(4)}"
    try:
        data.mkdir(mode=_PRIVATE)
    except OSError as error:
        raise FolderError(
            f"The index cannot be written in {path}: {error.strerror}.", "Choose another place with --index DIR."
        ) from None
    return data
