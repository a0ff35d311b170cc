"""Chooses the reader for a file by what the file holds, whatever its name is, and says why a file cannot be read."""

import re
from collections.abc import Callable
from pathlib import Path

from medsearch.documents.document import Document
from medsearch.errors import UnreadableError, UsageError, system_reason
from medsearch.texts import _

READER_VERSION = 2
"""Raised whenever a reader gives other text for the same file: files read with another number are read again."""

LARGEST_FILE = 200 * 1024 * 1024  # bytes; scanned minutes with their attachments are that large

LONGEST_TEXT = 5_000_000
"""Characters; ten years of a committee's minutes bound together have about two million."""

# Kinds of documents that minutes come in; anything else under a folder is left alone.
_MINUTES_SUFFIXES = frozenset(
    ".txt .text .md .markdown .pdf .docx .docm .dotx .doc .dot .odt .ott .rtf "
    ".html .htm .xhtml .mht .mhtml .aspx .asp .php".split()
) | {""}
_NEVER_TEXT = frozenset(".pdf .docx .docm .doc .odt .rtf .png .jpg .jpeg .tif .tiff .xlsx .xls".split())
_BLANK = b"\xef\xbb\xbf \t\r\n\x0b\x0c"  # white space, and the byte order mark of UTF-8
_SNIFFED = 65_536  # bytes in which a kind shows
# A PDF may have some bytes of a mail or a web server before its header (PDF 1.7, appendix H, note 13).
_PDF = re.compile(rb".{0,1024}?%PDF-\d", re.DOTALL)


def is_minutes_file(path: Path) -> bool:
    """Whether a file of this name is of a kind that minutes come in, whether or not it can be read."""
    return path.suffix.lower() in _MINUTES_SUFFIXES


def read_document(path: Path, content: bytes | None = None, *, ocr: bool = False) -> Document:
    """The text of the file at `path`, or of its `content` where that has been read already; with `ocr` also of scans.

    Raises UnreadableError with the reason: no right to read it, too large, empty, binary, an unknown encoding, a
    password, or a kind of document that is not read; NoOcrError where OCR is wanted and Tesseract is missing.
    """
    data = read_bytes(path) if content is None else content
    if not data.strip(_BLANK):
        raise UnreadableError(_("It is empty."), _("Delete it, or fetch the file again and run medsearch index."))
    read = next(read for recognise, read in _KINDS if recognise(data))
    if read is _read_plain and path.suffix.lower() in _NEVER_TEXT and b"\0" in data:
        raise UnreadableError(
            _("It is no {suffix} file, though it is named so; what it is, is unknown.").format(
                suffix=path.suffix.lower()
            ),
            _("Fetch the file again from where it came, then run medsearch index."),
        )
    document = _read_pdf_with_ocr(data) if ocr and read is _read_pdf else read(data)
    if len(document.text) > LONGEST_TEXT:
        raise UnreadableError(
            _("Its text is longer than {most} million characters.").format(most=LONGEST_TEXT // 1_000_000),
            _("Split it into a file for each meeting, or leave it out: no minutes are that long."),
        )
    return document


def _is_pdf(data: bytes) -> bool:
    return _PDF.match(data) is not None


def _is_package(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04")


def _is_compound(data: bytes) -> bool:
    return data.startswith(b"\xd0\xcf\x11\xe0")


def _is_rtf(data: bytes) -> bool:
    return data[:_SNIFFED].lstrip(_BLANK).startswith(b"{\\rtf")


def _is_html(data: bytes) -> bool:
    if b"<" not in data[:_SNIFFED].replace(b"\0", b"") and b"MIME-Version" not in data[:_SNIFFED]:
        return False
    from medsearch.documents.html import looks_like_html

    return looks_like_html(data)


def _read_pdf(data: bytes) -> Document:
    from medsearch.documents.pdf import read_pdf

    return read_pdf(data)


def _read_pdf_with_ocr(data: bytes) -> Document:
    from medsearch.documents.ocr import find_tesseract, read_picture
    from medsearch.documents.pdf import read_pdf

    find_tesseract()  # says at once what is missing
    return read_pdf(data, read_picture)


def _read_package(data: bytes) -> Document:
    from medsearch.documents.packed import decline, kind_of_package

    kind = kind_of_package(data)
    if kind == "docx":
        from medsearch.documents.docx import read_docx

        return read_docx(data)
    if kind == "odt":
        from medsearch.documents.odt import read_odt

        return read_odt(data)
    raise decline(kind)


def _read_compound(data: bytes) -> Document:
    from medsearch.documents.doc import read_doc

    return read_doc(data)


def _read_rtf(data: bytes) -> Document:
    from medsearch.documents.rtf import read_rtf

    return read_rtf(data)


def _read_html(data: bytes) -> Document:
    from medsearch.documents.html import read_html

    return read_html(data)


def _read_plain(data: bytes) -> Document:
    from medsearch.documents.plain import read_plain

    return read_plain(data)


# How each kind is known, and its reader, which is loaded when a first file needs it; what nobody knows is text.
_KINDS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes], Document]], ...] = (
    (_is_pdf, _read_pdf),
    (_is_package, _read_package),
    (_is_compound, _read_compound),
    (_is_rtf, _read_rtf),
    (_is_html, _read_html),
    (lambda data: True, _read_plain),
)


def check_file(path: Path) -> Path:
    """`path`, which is a file. Raises UsageError for a folder, UnreadableError where nothing is there."""
    if path.is_dir():
        raise UsageError(
            _("{path} is a folder, not a file.").format(path=path),
            _("Index it with: medsearch index {path}").format(path=repr(str(path))),
        )
    if not path.exists():
        raise UnreadableError(
            _("The file {path} does not exist.").format(path=path), _("Check the spelling; ls shows what is there.")
        )
    return path


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises UnreadableError where it cannot be read or is larger than LARGEST_FILE."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except PermissionError:
        raise UnreadableError(
            _("You have no right to read it."),
            _("Ask its owner, or run: chmod u+r {path}").format(path=repr(str(path))),
        ) from None
    except OSError as error:
        raise UnreadableError(
            _("It cannot be read: {reason}.").format(reason=system_reason(error)),
            _("Check the file and the disk it lies on."),
        ) from None
    if len(data) > LARGEST_FILE:
        raise UnreadableError(
            _("It is larger than {most} MB.").format(most=LARGEST_FILE // 1024**2),
            _("Split it, or leave it out: no minutes are that long."),
        )
    return data
