"""Chooses the reader for a file by its first bytes, and says why a file cannot be read."""

import re
from pathlib import Path

from medsearch.documents.document import Document
from medsearch.documents.plain import read_plain
from medsearch.errors import UnreadableError, UsageError

READER_VERSION = 1
"""Raised whenever a reader gives other text for the same file: files read with another number are read again."""

LARGEST_FILE = 50 * 1024 * 1024  # bytes; minutes of a day are some hundred kilobytes

# Kinds of documents that minutes come in; anything else under a folder is left alone.
_MINUTES_SUFFIXES = frozenset(
    {
        "",
        ".txt",
        ".text",
        ".md",
        ".markdown",
        ".pdf",
        ".docx",
        ".doc",
        ".odt",
        ".rtf",
        ".html",
        ".htm",
        ".xhtml",
    }
)

_BLANK = b"\xef\xbb\xbf \t\r\n\x0b\x0c"  # white space, and the byte order mark of UTF-8
_AS_TEXT = "Save it as text (.txt) in the same folder and run medsearch index again."
# What documents of other kinds begin with, and what they are.
_NOT_YET_READ = (
    (b"%PDF", "It is a PDF; this version of medsearch reads text files only."),
    (b"PK\x03\x04", "It is a Word or OpenDocument file; this version of medsearch reads text files only."),
    (b"\xd0\xcf\x11\xe0", "It is an old Word file (.doc); this version of medsearch reads text files only."),
    (b"{\\rtf", "It is an RTF file; this version of medsearch reads text files only."),
)
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)


def is_minutes_file(path: Path) -> bool:
    """Whether a file of this name is of a kind that minutes come in, whether or not it can be read."""
    return path.suffix.lower() in _MINUTES_SUFFIXES


def read_document(path: Path, content: bytes | None = None) -> Document:
    """The text of the file at `path`, or of its `content` where that has been read already.

    Raises UnreadableError with the reason: no right to read it, too large, empty, binary, an unknown encoding,
    or a kind of document that is not read.
    """
    data = read_bytes(path) if content is None else content
    if not data.strip(_BLANK):
        raise UnreadableError("It is empty.", "Delete it, or fetch the file again and run medsearch index.")
    for beginning, reason in _NOT_YET_READ:
        if data.lstrip(_BLANK).startswith(beginning):
            raise UnreadableError(reason, _AS_TEXT)
    if _HTML.match(data[:2048].lstrip(_BLANK)):
        raise UnreadableError("It is a web page; this version of medsearch reads text files only.", _AS_TEXT)
    text, warnings = read_plain(data)
    return Document(text, reader="text", warnings=warnings)


def check_file(path: Path) -> Path:
    """`path`, which is a file. Raises UsageError for a folder, UnreadableError where nothing is there."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder, not a file.", f"Index it with: medsearch index {str(path)!r}")
    if not path.exists():
        raise UnreadableError(f"The file {path} does not exist.", "Check the spelling; ls shows what is there.")
    return path


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises UnreadableError where it cannot be read or is larger than LARGEST_FILE."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except PermissionError:
        raise UnreadableError(
            "You have no right to read it.", f"Ask its owner, or run: chmod u+r {str(path)!r}"
        ) from None
    except OSError as error:
        raise UnreadableError(
            f"It cannot be read: {error.strerror or error}.", "Check the file and the disk it lies on."
        ) from None
    if len(data) > LARGEST_FILE:
        raise UnreadableError(
            f"It is larger than {LARGEST_FILE // 1024**2} MB.",
            "Split it, or leave it out: no minutes are that long.",
        )
    return data
