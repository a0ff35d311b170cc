"""Carries `medsearch index` out: which index, which folders, and what is said about it."""

from collections.abc import Sequence
from pathlib import Path

from medsearch.archive.finding import check_folder
from medsearch.archive.index_folder import IndexFolder, find_index
from medsearch.archive.manifest import has_manifest, read_manifest
from medsearch.archive.updating import Report, preview, update
from medsearch.archive.writing import rebuilding, writing
from medsearch.cli.console import Talk
from medsearch.cli.progress import shown_progress
from medsearch.engines import engine_names
from medsearch.errors import FolderError, UsageError


def index_folders(
    folders: Sequence[Path],
    index: Path | None,
    talk: Talk,
    *,
    rebuild: bool,
    engine: str | None,
    dry_run: bool,
    workers: int | None = None,
    ocr: bool | None = None,
) -> Report:
    """Brings the index in step with `folders`, or with those that it covers already. Says which index it is."""
    path = find_index(index)
    roots = [check_folder(folder) for folder in folders] or _covered(path)
    _check_engine(path, engine, rebuild=rebuild)
    talk.detail(f"Index: {path}")
    if dry_run:
        report = _preview(path, roots, ocr)
        for source in report.to_read:
            talk.say(f"Would read {source}")
        return report
    opening = rebuilding if rebuild else writing
    with opening(path, engine) as held, shown_progress(talk) as progress:
        report = update(held, roots, progress, workers=workers, ocr=ocr)
        covered = held.manifest.folders
    if not report.readable:
        talk.warn(
            f"No minutes that can be read were found in {', '.join(map(str, roots))}. "
            "Minutes are PDF, Word, OpenDocument, RTF, web pages or text."
        )
    for gone in (folder for folder in covered if not Path(folder).is_dir()):
        talk.say(
            f"The index also covers {gone}, which is not there now; its items are kept. "
            "To leave it out, make the index anew from the folders that count: medsearch index --rebuild FOLDER..."
        )
    return report


def _preview(path: Path, roots: Sequence[Path], ocr: bool | None) -> Report:
    if not has_manifest(path):
        return preview(None, roots, ocr=ocr)
    held = IndexFolder.open(path)
    try:
        return preview(held, roots, ocr=ocr)
    finally:
        held.engine.close()


def _covered(path: Path) -> list[Path]:
    """The folders that an index covers, for a run without folders. Raises UsageError or FolderError."""
    covered = [Path(folder) for folder in read_manifest(path).folders] if has_manifest(path) else []
    if not covered:
        raise UsageError("No folder was given.", "Give the folder that the minutes lie in: medsearch index FOLDER")
    for folder in covered:
        if not folder.is_dir():
            raise FolderError(
                f"The index covers {folder}, which is not there now.",
                "Connect the disk that it lies on, or name the folders that count: medsearch index --rebuild FOLDER...",
            )
    return covered


def _check_engine(path: Path, engine: str | None, *, rebuild: bool) -> None:
    if engine is None:
        return
    if engine not in engine_names():
        raise UsageError(f"There is no engine called “{engine}”.", f"There are: {', '.join(engine_names())}.")
    if not rebuild and has_manifest(path) and (made := read_manifest(path).engine) != engine:
        raise UsageError(
            f"The index in {path} is held by {made}.",
            f"Make it anew with: medsearch index --rebuild --engine {engine}",
        )
