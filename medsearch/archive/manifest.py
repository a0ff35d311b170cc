"""The manifest of an index: one small file that says what made it and where its data lie."""

import json
import os
from pathlib import Path
from typing import NamedTuple

from medsearch.engines.port import SCHEMA_VERSION
from medsearch.errors import DamagedIndexError, NoIndexError
from medsearch.language import ANALYSIS_VERSION
from medsearch.texts import _

MANIFEST = "medsearch.json"
INDEX_VERSION = f"{SCHEMA_VERSION}.{ANALYSIS_VERSION}"
"""An index of another version has to be made anew: the same words would be other terms."""


class Manifest(NamedTuple):
    """What made an index, in which subfolder its data lie, which folders it covers, and whether scans are read."""

    engine: str
    version: str
    data: str
    folders: tuple[str, ...] = ()  # absolute paths
    ocr: bool = False

    @property
    def is_current(self) -> bool:
        """Whether this version of medsearch can read the index."""
        return self.version == INDEX_VERSION


def has_manifest(folder: Path) -> bool:
    """Whether a folder is an index made by medsearch; one that may not be entered is none."""
    try:
        return (folder / MANIFEST).is_file()
    except OSError:
        return False


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the index in `folder`. Raises NoIndexError or DamagedIndexError."""
    try:
        fields = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        folders, ocr = tuple(fields["folders"]), bool(fields.get("ocr"))
        manifest = Manifest(fields["engine"], fields["version"], fields["data"], folders, ocr)
    except (FileNotFoundError, NotADirectoryError):
        raise NoIndexError(
            folder,
            _("There is no index in {folder}.").format(folder=folder),
            _(
                "Make one with: medsearch index FOLDER. If there is one elsewhere: medsearch config set index DIR, "
                "or --index DIR."
            ),
        ) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _damaged(folder, str(error)) from None
    # The name of the data folder is joined to a path: nothing but a name may come from the file.
    if not isinstance(manifest.data, str) or Path(manifest.data).name != manifest.data or not manifest.data:
        raise _damaged(folder, _("it names no folder of data"))
    return manifest


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Puts `manifest` in the place of the one in `folder`, at once and as a whole."""
    draft = folder / f"{MANIFEST}.new"
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(manifest._asdict(), file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / MANIFEST)


def _damaged(folder: Path, reason: str) -> DamagedIndexError:
    return DamagedIndexError(
        _("The index in {folder} is damaged: {manifest} cannot be read ({reason}).").format(
            folder=folder, manifest=MANIFEST, reason=reason
        ),
        _("Delete {path} and make the index anew with: medsearch index FOLDER").format(path=folder / MANIFEST),
    )
