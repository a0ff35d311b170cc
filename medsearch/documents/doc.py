"""Old Word documents (.doc): converted by the LibreOffice of the machine, then read as .docx."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from medsearch.documents.document import Document
from medsearch.documents.docx import read_docx
from medsearch.documents.packed import FETCH_AGAIN, WITHOUT_PASSWORD, decline
from medsearch.errors import UnreadableError
from medsearch.texts import _, later

LONGEST = 120.0  # seconds; minutes of a few pages took 1 to 3
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_COMMANDS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/opt/libreoffice/program/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_SAVE_AS_DOCX = later(
    "Open it in Word or LibreOffice, save it as .docx or PDF in the same folder and run medsearch index again."
)
_NO_LIBREOFFICE = later(
    "Install LibreOffice (free, libreoffice.org) and run medsearch index again; or open the file in Word and save it "
    "as .docx or PDF in the same folder."
)

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""


def _in_utf_16(name: str) -> bytes:
    return name.encode("utf-16-le") + b"\x00\x00"


# Names of streams in a compound file and what the file is. The order decides: a letter may hold a workbook.
_WORD = "word"
_PASSWORD = "password"
_STREAMS = (
    (_in_utf_16("WordDocument"), _WORD),
    (_in_utf_16("EncryptedPackage"), _PASSWORD),
    (_in_utf_16("Workbook"), later("a spreadsheet")),
    (_in_utf_16("Book"), later("a spreadsheet")),
    (_in_utf_16("PowerPoint Document"), later("a presentation")),
    (_in_utf_16("__properties_version1.0"), later("an e-mail from Outlook")),
)
_UNKNOWN = later("a file of an old Office program")
# The beginning of Word's main stream, which nearly always follows the header (MS-DOC, 2.5.2), and its flag.
_MAIN_STREAM = 512
_MAIN_MARKS = (b"\xec\xa5", b"\xdc\xa5")
_FLAGS = _MAIN_STREAM + 0x0B
_ENCRYPTED = 0x01


def read_doc(data: bytes) -> Document:
    """The text of an old Word document, as `read_docx` reads it after LibreOffice has converted it.

    Raises UnreadableError where it has a password, is damaged or no Word document, and where LibreOffice is not
    installed or does not answer in time.
    """
    kind = kind_of_compound(data)
    if kind == _PASSWORD:
        raise UnreadableError(_("It is encrypted with a password."), _(WITHOUT_PASSWORD))
    if kind != _WORD:
        raise decline(kind)
    program = find_libreoffice()
    if program is None:
        message = _("It is an old Word document (.doc), which only LibreOffice can convert; it is not installed here.")
        raise UnreadableError(message, _(_NO_LIBREOFFICE))
    return replace(read_docx(convert(data, program)), reader="doc")


def kind_of_compound(data: bytes) -> str:
    """What an OLE compound file is: `word`, `password` where that keeps it shut, or in words what else."""
    if not data.startswith(_COMPOUND):
        return _UNKNOWN
    kind = next((kind for stream, kind in _STREAMS if stream in data), _UNKNOWN)
    is_main = data[_MAIN_STREAM : _MAIN_STREAM + 2] in _MAIN_MARKS
    locked = kind == _WORD and is_main and bool(int.from_bytes(data[_FLAGS : _FLAGS + 1], "little") & _ENCRYPTED)
    return _PASSWORD if locked else kind


def find_libreoffice() -> str | None:
    """The program that converts, if it is on this machine."""
    found = (shutil.which(command) for command in _COMMANDS)
    usual = (str(path) for path in (Path(place).expanduser() for place in _USUAL_PLACES) if path.is_file())
    return next((program for program in (*found, *usual) if program), None)


def convert(data: bytes, program: str, *, suffix: str = ".doc", seconds: float = LONGEST) -> bytes:
    """The .docx that LibreOffice makes of a document, in a folder of its own that is gone afterwards.

    Raises UnreadableError where it makes none within `seconds`.
    """
    # A profile of its own: otherwise an office that is open takes the order, shows a window, and nothing comes back.
    with tempfile.TemporaryDirectory(prefix="medsearch-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"document{suffix}"
        source.write_bytes(data)
        _prepare_profile(folder / "profile")
        with _running([
            program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
            "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(source),
        ]) as process:  # fmt: skip
            _wait(process, seconds)
        converted = folder / "out" / "document.docx"
        if not converted.is_file():
            raise UnreadableError(
                _("It is damaged: LibreOffice cannot convert it."), _(_SAVE_AS_DOCX) + " " + _(FETCH_AGAIN)
            )
        return converted.read_bytes()


def _prepare_profile(folder: Path) -> None:
    """A profile in which no macro runs and nothing outside of the document is fetched."""
    settings = folder / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, "utf-8")


@contextlib.contextmanager
def _running(command: list[str]) -> Iterator["subprocess.Popen[bytes]"]:
    """While `command` runs; it and what it has started are ended at the latest with the block."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=sys.platform != "win32",
        )
    except OSError:
        raise UnreadableError(_("LibreOffice, which should convert it, does not start."), _(_SAVE_AS_DOCX)) from None
    try:
        yield process
    finally:
        _end(process)


def _wait(process: "subprocess.Popen[bytes]", seconds: float) -> None:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        message = _("LibreOffice did not convert it within {seconds} seconds.").format(seconds=f"{seconds:g}")
        raise UnreadableError(message, _(_SAVE_AS_DOCX)) from None


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Ends the program and, where the system groups processes, those that it has started (soffice.bin)."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
