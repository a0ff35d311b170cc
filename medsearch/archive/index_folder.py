"""The folder that an index lies in: found and opened for searching."""

from collections.abc import Iterable
from pathlib import Path

from medsearch.archive.manifest import Manifest, has_manifest, read_manifest, write_manifest
from medsearch.engines import open_engine
from medsearch.engines.port import Engine
from medsearch.errors import OutdatedIndexError
from medsearch.settings import setting
from medsearch.texts import _

_DEFAULT_NAME = "index"


def find_index(given: Path | None) -> Path:
    """`given`, else that of the settings, else the nearest `index/` made by medsearch, else `./index`."""
    if given is not None:
        return given.expanduser().absolute()
    if named := setting("index"):
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
                _("The index in {path} was made by another version of medsearch.").format(path=path),
                _("Make it anew from the same folders with: medsearch index --rebuild"),
            )
        return cls(path, manifest, open_engine(manifest.engine, path / manifest.data))

    def cover(self, folders: Iterable[Path]) -> None:
        """Notes that the index covers `folders` too: before their items come, so that a rebuild never misses one."""
        known = self.manifest.folders
        more = [str(folder) for folder in folders if not any(folder.is_relative_to(other) for other in known)]
        if more:
            self._note(self.manifest._replace(folders=(*known, *more)))

    def remember_ocr(self, wanted: bool) -> None:
        """Notes whether scanned pages are read from now on."""
        if wanted != self.manifest.ocr:
            self._note(self.manifest._replace(ocr=wanted))

    def _note(self, manifest: Manifest) -> None:
        self.manifest = manifest
        # A new index has no manifest before it is complete.
        if has_manifest(self.path) and read_manifest(self.path).data == manifest.data:
            write_manifest(self.path, manifest)
