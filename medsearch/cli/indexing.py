"""Carries `medsearch index` out: which index, which folders, and what is said about it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from medsearch.archive.finding import check_folder
from medsearch.archive.index_folder import IndexFolder, find_index
from medsearch.archive.manifest import has_manifest, read_manifest
from medsearch.archive.updating import Report, preview, update
from medsearch.archive.watching import News, watch
from medsearch.archive.writing import rebuilding, writing
from medsearch.cli.console import Talk
from medsearch.cli.progress import shown_progress
from medsearch.engines import engine_names
from medsearch.errors import FolderError, UsageError
from medsearch.texts import _


class Wanted(NamedTuple):
    """What `medsearch index` was asked for, beside the folders."""

    rebuild: bool = False
    engine: str | None = None
    workers: int | None = None
    ocr: bool | None = None


class Run(NamedTuple):
    """A run: the index in `path` is to be brought in step with folders."""

    path: Path
    folders: Sequence[Path]
    wanted: Wanted
    talk: Talk

    @classmethod
    def of(cls, folders: Sequence[Path], index: Path | None, wanted: Wanted, talk: Talk) -> "Run":
        """A run over `folders`, or over those that the index covers already. Raises UsageError or FolderError."""
        path = find_index(index)
        roots = [check_folder(folder) for folder in folders] or _covered(path)
        if path in roots:
            raise UsageError(
                _("The index cannot lie in {folder} itself, among the minutes.").format(folder=path),
                _("Give it a folder of its own, as in: --index {folder}").format(folder=path / "index"),
            )
        _check_engine(path, wanted)
        talk.detail(_("Index: {path}").format(path=path))
        return cls(path, roots, wanted, talk)

    def update(self) -> Report:
        """Brings the index in step with the folders, and says what is odd about them."""
        opening = rebuilding if self.wanted.rebuild else writing
        with opening(self.path, self.wanted.engine) as held:
            report = self._update(held, self.folders)
            covered = held.manifest.folders
        if not report.readable:
            self.talk.warn(
                _(
                    "No minutes that can be read were found in {folders}. "
                    "Minutes are PDF, Word, OpenDocument, RTF, web pages or text."
                ).format(folders=", ".join(map(str, self.folders)))
            )
        for gone in (folder for folder in covered if not Path(folder).is_dir()):
            self.talk.say(
                _(
                    "The index also covers {folder}, which is not there now; its items are kept. To leave it out, "
                    "make the index anew from the folders that count: medsearch index --rebuild FOLDER..."
                ).format(folder=gone)
            )
        return report

    def preview(self) -> Report:
        """Says what would be read."""
        # An index that is to be made anew knows nothing so far.
        report = (
            preview(None, self.folders, ocr=self.wanted.ocr)
            if self.wanted.rebuild
            else _preview(self.path, self.folders, self.wanted.ocr)
        )
        for source in report.to_read:
            self.talk.say(_("Would read {file}").format(file=source))
        return report

    def watch(self, *, poll: bool) -> Iterator[News]:
        """Keeps the index in step with the folders, until Ctrl-C."""
        from medsearch.archive.listening import listening

        return watch(self.folders, self._update_those, lambda folders: listening(folders, self.path, poll=poll))

    def _update_those(self, folders: Sequence[Path]) -> Report:
        with writing(self.path, self.wanted.engine) as held:
            return self._update(held, folders)

    def _update(self, held: IndexFolder, folders: Sequence[Path]) -> Report:
        with shown_progress(self.talk) as progress:
            return update(held, folders, progress, workers=self.wanted.workers, ocr=self.wanted.ocr)


def check_watch(*, watch: bool, poll: bool, dry_run: bool) -> None:
    """Raises UsageError for options that do not go together."""
    if watch and dry_run:
        raise UsageError(_("--watch and --dry-run do not go together."), _("Leave one of them out."))
    if poll and not watch:
        raise UsageError(_("--poll says how to watch."), _("Add --watch, or leave --poll out."))


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
        raise UsageError(
            _("No folder was given."), _("Give the folder that the minutes lie in: medsearch index FOLDER")
        )
    for folder in covered:
        if not folder.is_dir():
            raise FolderError(
                _("The index covers {folder}, which is not there now.").format(folder=folder),
                _(
                    "Connect the disk that it lies on, or name the folders that count: "
                    "medsearch index --rebuild FOLDER..."
                ),
            )
    return covered


def _check_engine(path: Path, wanted: Wanted) -> None:
    engine = wanted.engine
    if engine is None:
        return
    if engine not in engine_names():
        raise UsageError(
            _("There is no engine called “{name}”.").format(name=engine),
            _("There are: {names}.").format(names=", ".join(engine_names())),
        )
    if not wanted.rebuild and has_manifest(path) and (made := read_manifest(path).engine) != engine:
        raise UsageError(
            _("The index in {path} is held by {engine}.").format(path=path, engine=made),
            _("Make it anew with: medsearch index --rebuild --engine {engine}").format(engine=engine),
        )
