"""Reads one file, in a worker process: whatever a reader does, what comes back is its minutes or the reason why not."""

import hashlib
import stat
import time
from pathlib import Path
from typing import NamedTuple, Protocol

from medsearch.documents import Document, read_document
from medsearch.documents.reading import read_bytes
from medsearch.errors import MedsearchError, ScannedError, UnreadableError
from medsearch.minutes import read_minutes
from medsearch.model import Minutes
from medsearch.texts import _, later

SAVE_ANEW = later(
    "Open it in the program that it was made with and save it anew; if that does not help, send us the file."
)
TOO_MUCH_MEMORY = later("It takes more memory to read than any minutes should.")

_LONGEST_REASON = 200
_TEXT = later("text")
_WEB_PAGE = later("web page")
_READERS = {
    ".pdf": "PDF", ".docx": "Word", ".docm": "Word", ".dotx": "Word", ".doc": "Word", ".dot": "Word",
    ".odt": "OpenDocument", ".ott": "OpenDocument", ".rtf": "RTF", ".html": _WEB_PAGE, ".htm": _WEB_PAGE,
    ".xhtml": _WEB_PAGE, ".mht": _WEB_PAGE, ".mhtml": _WEB_PAGE,
}  # fmt: skip


class Request(NamedTuple):
    """A file to read, and the name that it has in the index."""

    path: Path
    source: str
    size: int = 0
    ocr: bool = False


class Reading(NamedTuple):
    """What came of a file: its minutes, or the reason why there are none."""

    minutes: Minutes | None = None
    sha256: str = ""  # empty where the file could not even be opened
    began: int = 0  # nanoseconds since 1970
    reader: str | None = None
    reason: str | None = None
    advice: str | None = None
    warnings: tuple[str, ...] = ()
    scanned: tuple[int, ...] = ()  # pages that are pictures; where no page has text, the first stands for all


class ReadDocument(Protocol):
    """How the text of a file is had: `read_document`, or what a test puts in its place."""

    def __call__(self, path: Path, content: bytes, *, ocr: bool) -> Document:
        """The text of `content`. Raises UnreadableError, or whatever its libraries raise."""


def read_file(request: Request, read: ReadDocument = read_document) -> Reading:
    """What came of the file that `request` names. Never fails, unless its process does."""
    known = Reading(began=time.time_ns())
    try:
        content = _content(request.path)
        known = known._replace(sha256=hashlib.sha256(content).hexdigest())
        document = read(request.path, content, ocr=request.ocr)
        minutes = read_minutes(document.text, request.source, document.headings)
    except ScannedError as error:
        return known._replace(reason=error.message, advice=error.advice, scanned=(1,))
    except MedsearchError as error:
        return known._replace(reason=error.message, advice=error.advice)
    except MemoryError:
        return known._replace(reason=_(TOO_MUCH_MEMORY), advice=_(SAVE_ANEW))
    except Exception as error:  # a foreign reader may raise anything
        return known._replace(reason=_failure(request.path, error), advice=_(SAVE_ANEW))
    warnings = (*document.warnings, *minutes.warnings)
    return known._replace(minutes=minutes, reader=document.reader, warnings=warnings, scanned=document.scanned)


def reader_name(path: Path) -> str:
    """The reader for files of such a name, as a user would call it."""
    return _("{kind} reader").format(kind=_(_READERS.get(path.suffix.lower(), _TEXT)))


def digest(path: Path) -> str:
    """The SHA-256 of a file; empty where it cannot be opened."""
    try:
        _check_ordinary(path)
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, UnreadableError):
        return ""


def _content(path: Path) -> bytes:
    _check_ordinary(path)
    return read_bytes(path)


def _check_ordinary(path: Path) -> None:
    """Refuses what took a file's place since it was found: whoever opens a pipe waits for its writer."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return  # whoever opens it says what is wrong
    if not stat.S_ISREG(mode):
        raise UnreadableError(_("It is no ordinary file any more."), _("Look what took its place."))


def _failure(path: Path, error: Exception) -> str:
    told = " ".join(f"{type(error).__name__}: {error}".split())
    return _("The {reader} failed: {error}").format(reader=reader_name(path), error=told[:_LONGEST_REASON])
