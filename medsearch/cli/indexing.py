"""Carries `medsearch index` out: which index, which folders, and a progress bar for who watches."""

import contextlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from medsearch.archive.finding import check_folder
from medsearch.archive.index_folder import IndexFolder, find_index
from medsearch.archive.manifest import has_manifest, read_manifest
from medsearch.archive.updating import Progress, Report, preview, update
from medsearch.archive.writing import rebuilding, writing
from medsearch.cli.console import Talk, harmless, talk_console
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
) -> Report:
    """Brings the index in step with `folders`, or with those that it covers already. Says which index it is."""
    path = find_index(index)
    roots = [check_folder(folder) for folder in folders] or _covered(path)
    _check_engine(path, engine, rebuild=rebuild)
    talk.detail(f"Index: {path}")
    if dry_run:
        report = _preview(path, roots)
        for source in report.to_read:
            talk.say(f"Would read {source}")
        return report
    opening = rebuilding if rebuild else writing
    with opening(path, engine) as held, _progress(talk) as progress:
        report = update(held, roots, progress)
        covered = held.manifest.folders
    if not report.readable:
        talk.warn(
            f"No minutes that can be read were found in {', '.join(map(str, roots))}. It reads .txt and .md files."
        )
    for gone in (folder for folder in covered if not Path(folder).is_dir()):
        talk.say(
            f"The index also covers {gone}, which is not there now; its items are kept. "
            "To leave it out, make the index anew from the folders that count: medsearch index --rebuild FOLDER..."
        )
    return report


def _preview(path: Path, roots: Sequence[Path]) -> Report:
    if not has_manifest(path):
        return preview(None, roots)
    held = IndexFolder.open(path)
    try:
        return preview(held, roots)
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


@contextlib.contextmanager
def _progress(talk: Talk) -> Iterator[Progress | None]:
    """A progress bar on stderr where that is a terminal."""
    if talk.quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    with Bar(*columns, console=talk_console(), transient=True) as bar:
        task = bar.add_task("Reading", total=None, name="")
        yield lambda done, total, name: bar.update(task, completed=done, total=total, name=harmless(name)[-40:])
