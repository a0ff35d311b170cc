"""Opens a file in the program that the system shows it with; a PDF at a page, where that program takes one.

No shell is run, the file is named by its whole path (so that no name is taken for an option), and the program gets the
environment as it is.
"""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from medsearch.documents.page_of import Place
from medsearch.errors import NoViewerError, SettingsError
from medsearch.settings import setting
from medsearch.texts import _

_AT_INDEX = ("--page-index={page}", "{file}")  # GNOME's Evince and what was made of it
_IN_ADDRESS = ("{uri}#page={page}",)  # browsers
_AT_PAGE = {
    **dict.fromkeys(("evince", "papers", "atril", "xreader"), _AT_INDEX),
    "okular": ("-p", "{page}", "{file}"),
    "zathura": ("-P", "{page}", "{file}"),
    **dict.fromkeys(("mupdf", "xpdf"), ("{file}", "{page}")),
    "qpdfview": ("{file}#{page}",),
    **dict.fromkeys(("firefox-esr", "firefox", "chromium-browser", "chromium", "google-chrome"), _IN_ADDRESS),
    **dict.fromkeys(("microsoft-edge", "brave-browser", "vivaldi-stable", "opera"), _IN_ADDRESS),
    **dict.fromkeys(("msedge", "chrome", "brave", "vivaldi"), _IN_ADDRESS),  # as Windows calls them
    "sumatrapdf": ("-page", "{page}", "{file}"),
    **dict.fromkeys(("acrobat", "acrord32"), ("/A", "page={page}", "{file}")),
}
_SOON = 1.0  # seconds within which a program that cannot show a file says so


def open_place(place: Place) -> str:
    """Opens a file, which is there, at its page where the program takes one. Gives back what was done, in words.

    Raises NoViewerError where nothing can show it, SettingsError for a `viewer` that cannot be read.
    """
    program, at_page = _open(place.path, place.page)
    said = {"file": place.path.name, "page": place.page, "program": program}
    if at_page:
        return _("{file} is open at page {page}, in {program}.").format(**said)
    if place.page:
        return _("{file} is open; the item is on page {page}.").format(**said)
    return _("{file} is open.").format(**said)


def _open(path: Path, page: int | None) -> tuple[str, bool]:
    """Opens a file; the program that does it (empty for the one that the system chooses), and whether at the page."""
    if own := setting("viewer"):
        command = _filled(_words(own), path, page or 1)
        _start(command, path)
        return _name(command[0]), bool(page) and "{page}" in own
    if not has_screen():
        raise NoViewerError(
            _("There is no screen here on which a program could show {path}.").format(path=path),
            _("Copy the file to where there is one, or read the item with: medsearch show"),
        )
    if page and (known := _pdf_program()):
        program, arguments = known
        _start([program, *_filled(arguments, path, page)], path)
        return _name(program), True
    _open_as_usual(path)
    return "", False


def has_screen() -> bool:
    """Whether programs with windows can be started."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _words(template: str) -> list[str]:
    try:
        words = shlex.split(template)
    except ValueError:
        words = []
    if not words:
        raise SettingsError(
            _("The setting viewer cannot be read: {value}").format(value=template),
            _("Write it like: {example}").format(example="evince --page-index={page} {file}"),
        )
    return words if any("{file}" in word or "{uri}" in word for word in words) else [*words, "{file}"]


def _filled(words: Sequence[str], path: Path, page: int) -> list[str]:
    # One after the other: a path may hold {page}.
    filled = [word.replace("{page}", str(page)) for word in words]
    return [word.replace("{uri}", path.as_uri()).replace("{file}", str(path)) for word in filled]


def _pdf_program() -> tuple[str, Sequence[str]] | None:
    """The program that PDFs are shown with and how it takes a page, if it is there and takes one."""
    named = _ask_windows() if sys.platform == "win32" else _ask_desktop() if sys.platform != "darwin" else None
    name = _known_name(Path(named).name.lower()) if named else None
    program = shutil.which(named if sys.platform == "win32" else name) if named and name else None
    return (program, _AT_PAGE[name]) if program and name else None


def _known_name(named: str) -> str | None:
    """The program of the table that a name such as `org.gnome.evince.desktop` means: the one named first, in full."""
    found = [(named.index(name), -len(name), name) for name in _AT_PAGE if name in named]
    return min(found)[2] if found else None


def _ask_desktop() -> str | None:
    """The name of the desktop entry that PDFs are opened with."""
    try:
        asked = subprocess.run(
            ["xdg-mime", "query", "default", "application/pdf"],
            capture_output=True, text=True, timeout=5, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    return asked.stdout.strip() or None


def _ask_windows() -> str | None:
    """The program that PDFs are opened with, from the registry."""
    if sys.platform != "win32":
        return None
    import winreg

    choice = r"Software\Microsoft\Windows\CurrentVersion\Explorer\FileExts\.pdf\UserChoice"
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, choice) as key:
            kind = winreg.QueryValueEx(key, "ProgId")[0]
        command = winreg.QueryValue(winreg.HKEY_CLASSES_ROOT, rf"{kind}\shell\open\command")
        return shlex.split(command, posix=False)[0].strip('"')
    except (OSError, ValueError, IndexError):
        return None


def _open_as_usual(path: Path) -> None:
    """Has the system open a file. Raises NoViewerError."""
    if sys.platform == "win32":
        try:
            os.startfile(path)
        except OSError as error:
            raise _nothing_shows(path) from error
    else:
        _start(["open" if sys.platform == "darwin" else "xdg-open", str(path)], path)


def _start(command: Sequence[str], path: Path) -> None:
    """Starts a program that goes on when medsearch ends. Raises NoViewerError where it ends at once, in failure."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise _nothing_shows(path) from error
    try:
        failed = process.wait(_SOON) != 0
    except subprocess.TimeoutExpired:
        return
    if failed:
        raise _nothing_shows(path)


def _nothing_shows(path: Path) -> NoViewerError:
    return NoViewerError(
        _("No program could be started that shows {path}.").format(path=path),
        _("Name one in the settings: medsearch config set viewer 'evince --page-index={page} {file}'"),
    )


def _name(program: str) -> str:
    return Path(program).stem.lower()
