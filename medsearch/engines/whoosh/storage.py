"""Whoosh's files, mapped into memory as they lie: opening an index copies nothing, however large it is."""

import mmap
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import BufferFile, StructFile


class MappedStorage(FileStorage):  # type: ignore[misc]
    """A folder of Whoosh's files.

    Whoosh's own storage copies the whole of a compound file when it opens it, a second for a gigabyte. So segments are
    written as separate files (`WhooshEngine.apply`), and read from where they lie.
    """

    def open_file(self, name: str, **kwargs: Any) -> StructFile:
        """The file `name`, for reading."""
        return _MappedFile(Path(self.folder) / name, name)


class _MappedFile(BufferFile):  # type: ignore[misc]
    def __init__(self, path: Path, name: str) -> None:
        with path.open("rb") as file:
            size = path.stat().st_size
            super().__init__(b"", name=name)
            if size:
                self._buf = self.file = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._size = size

    def __len__(self) -> int:
        return self._size
