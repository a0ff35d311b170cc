"""The files under a folder that may hold minutes, and those that are left alone with the reason why."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from medsearch.archive.manifest import has_manifest
from medsearch.documents import is_minutes_file
from medsearch.errors import FolderError, UsageError, system_reason
from medsearch.texts import _, later

# What systems and office programs leave behind; no user counts these among their files.
_LITTER = frozenset({"thumbs.db", "desktop.ini"})
# Texts about a folder, not minutes in it.
_ABOUT = frozenset({"readme", "license", "licens", "changelog", "læsmig", "laesmig"})


_SAVE_AS_PDF = later("If it holds minutes, save it as PDF in the same folder and run medsearch index again.")
_UNKNOWN_KIND = (later("It is no kind of document that minutes come in."), _SAVE_AS_PDF)
# Kinds of files that may lie among minutes, and what to do where they hold some.
_OTHER_KINDS = {
    suffix: (problem, advice)
    for suffixes, problem, advice in (
        (
            ".jpg .jpeg .png .tif .tiff .gif .bmp .heic",
            later("It is a picture."),
            later("If it is a scanned page of minutes, save it as PDF and run medsearch index --ocr."),
        ),
        (".xls .xlsx .ods .csv", later("It is a spreadsheet."), _SAVE_AS_PDF),
        (".ppt .pptx .odp", later("It is a presentation."), _SAVE_AS_PDF),
        (".msg .eml", later("It is an e-mail."), later("If minutes are attached to it, save them in the same folder.")),
        (
            ".zip .7z .rar .tar .gz",
            later("It is an archive of files."),
            later("If it holds minutes, unpack it in the same folder."),
        ),
    )
    for suffix in suffixes.split()
}


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file under a folder; `problem` says why it is not to be read, `failed` whether that is a failure."""

    path: Path  # absolute
    folder: Path  # the folder that was searched
    size: int = 0
    modified: int = 0  # nanoseconds since 1970
    problem: str | None = None
    advice: str | None = None
    failed: bool = False


def check_folder(folder: Path) -> Path:
    """The absolute path of a folder to index. Raises UsageError for a file, FolderError for one that is not there."""
    path = Path(os.path.abspath(folder.expanduser()))  # noqa: PTH100 (resolve() would follow links)
    if has_manifest(path):
        raise UsageError(
            _("{folder} is an index of medsearch itself.").format(folder=folder),
            _("Give the folder that the minutes lie in."),
        )
    if path.is_file():
        raise UsageError(
            _("{folder} is a file, not a folder.").format(folder=folder),
            _("Give the folder it lies in: medsearch index '{path}'").format(path=path.parent),
        )
    if not path.is_dir():
        raise FolderError(
            _("The folder {folder} does not exist.").format(folder=folder),
            _("Check the spelling; ls shows what is there."),
        )
    if not os.access(path, os.R_OK | os.X_OK):
        raise FolderError(
            _("You have no right to read the folder {folder}.").format(folder=folder),
            _("Ask its owner, or run: chmod u+rx '{path}'").format(path=path),
        )
    return path


def find_files(folder: Path, index: Path | None = None) -> Iterator[FoundFile]:
    """All files under `folder`, in order of their names, and the links to folders, which are not followed.

    Hidden files and indexes are passed over, also `index`, which is only being made.
    """
    unreadable: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=unreadable.append):
        here = Path(place)
        folders[:] = sorted(name for name in folders if name[0] != "." and not _is_index(here / name, index))
        yield from (_linked_folder(here / name, folder) for name in folders if (here / name).is_symlink())
        for name in sorted(names):
            if name[0] != "." and not name.startswith("~$") and name.lower() not in _LITTER:
                yield _look_at(here / name, folder)
    for error in unreadable:
        yield FoundFile(
            Path(error.filename),
            folder,
            problem=_("You have no right to enter this folder."),
            advice=_("Ask its owner, or run: chmod u+rx '{path}'").format(path=error.filename),
            failed=True,
        )


def _is_index(path: Path, index: Path | None) -> bool:
    return path == index or has_manifest(path)


def _linked_folder(path: Path, folder: Path) -> FoundFile:
    return FoundFile(
        path,
        folder,
        problem=_("It is a link to a folder, which is not followed."),
        advice=_("If minutes lie there, index that folder as well: medsearch index FOLDER FOLDER"),
    )


def _link_astray(path: Path, folder: Path) -> FoundFile | None:
    """A link that leads nowhere, or out of the folder."""
    if not path.exists():
        return FoundFile(
            path, folder, problem=_("It is a link that leads nowhere."), advice=_("Delete it, or mend it.")
        )
    if path.resolve().is_relative_to(folder.resolve()):
        return None
    return FoundFile(
        path, folder, problem=_("It is a link out of the folder."), advice=_("Index the folder it leads to.")
    )


def _look_at(path: Path, folder: Path) -> FoundFile:
    astray = _link_astray(path, folder) if path.is_symlink() else None
    if astray:
        return astray
    if not path.is_file():
        return FoundFile(path, folder, problem=_("It is no ordinary file."), advice=_("Nothing to do."))
    if path.stem.lower() in _ABOUT:
        return FoundFile(
            path,
            folder,
            problem=_("It tells about the folder, by its name."),
            advice=_("Rename it if it holds minutes."),
        )
    if not is_minutes_file(path):
        problem, advice = _OTHER_KINDS.get(path.suffix.lower(), _UNKNOWN_KIND)
        return FoundFile(path, folder, problem=_(problem), advice=_(advice))
    try:
        state = path.stat()
    except OSError as error:
        return FoundFile(
            path,
            folder,
            problem=_("It cannot be read: {reason}.").format(reason=system_reason(error)),
            advice=_("Check the file."),
            failed=True,
        )
    return FoundFile(path, folder, state.st_size, state.st_mtime_ns)
