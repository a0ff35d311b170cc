"""Reads the members of a zip, as Word and OpenDocument files are, within bounds that no honest file meets."""

import io
import lzma
import re
import struct
import zlib
from typing import IO
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile, ZipInfo

from defusedxml.ElementTree import fromstring

from medsearch.errors import UnreadableError
from medsearch.texts import _, later

MOST_MEMBERS = 10_000
LARGEST_MEMBER = 64 * 1024**2  # bytes, unpacked
LARGEST_TOTAL = 200 * 1024**2
HIGHEST_RATIO = 300  # the highest in our samples is 32; deflate itself could do 1,032
_RATIO_COUNTS_FROM = 4 * 1024**2
MOST_TAGS = 1_000_000  # reading a tree of these, with attributes, took 366 MB
DEEPEST = 150  # tags within tags; the deepest in our samples is 16

SAVE_AGAIN = later("Open it in Word or LibreOffice, save it again and run medsearch index.")
FETCH_AGAIN = later("Fetch the file again from where it came, then run medsearch index.")
WITHOUT_PASSWORD = later("Open it with its password, save it without one and run medsearch index again.")

_CENTRAL_RECORD = b"PK\x01\x02"
_ENCRYPTED = 0x1
_ZIP_DAMAGE = (
    BadZipFile, EOFError, NotImplementedError, OSError, OverflowError, RuntimeError, ValueError,
    lzma.LZMAError, struct.error, zlib.error,
)  # fmt: skip

# ISO's strict form of OOXML has other names for the same things.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)

# The main part's type says what the package is; embedded workbooks have types without `main`.
_MAIN_TYPE = re.compile(
    rb"(ms-word|ms-excel|ms-powerpoint|(?:word|spreadsheet|presentation)\w*ml|visio)\.[\w.-]*main\+xml"
)
_KINDS = {
    b"ms-word": "docx",
    b"wordprocessingml": "docx",
    b"ms-excel": later("a spreadsheet"),
    b"spreadsheetml": later("a spreadsheet"),
    b"ms-powerpoint": later("a presentation"),
    b"presentationml": later("a presentation"),
    b"visio": later("a drawing"),
}
_MIME_TYPES = (
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/vnd.oasis.opendocument.spreadsheet", later("a spreadsheet")),
    (b"application/vnd.oasis.opendocument.presentation", later("a presentation")),
    (b"application/vnd.oasis.opendocument.graphics", later("a drawing")),
    (b"application/epub", later("an e-book")),
)


class Package:
    """The members of a zip by name. Each is unpacked when it is asked for.

    Raises UnreadableError where the zip is damaged, encrypted, or larger than any minutes.
    """

    def __init__(self, data: bytes) -> None:
        if data.count(_CENTRAL_RECORD) > MOST_MEMBERS:
            raise _too_large(_("It holds more parts than any minutes."))
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except _ZIP_DAMAGE:
            raise UnreadableError(_("It is damaged: it cannot be unpacked."), _(FETCH_AGAIN)) from None
        # Names of parts know no case; some programs write them with the other slash.
        self._members = {_plain_name(member.filename): member for member in self._zip.infolist()}
        self._unpacked = 0

    def __contains__(self, name: str) -> bool:
        return _plain_name(name) in self._members

    def read(self, name: str) -> bytes:
        """The bytes of a member. Raises UnreadableError where it is missing, damaged, encrypted or too large."""
        member = self._members.get(_plain_name(name))
        if member is None:
            raise UnreadableError(_("It is damaged or incomplete: its text is missing."), _(FETCH_AGAIN))
        if member.flag_bits & _ENCRYPTED:
            raise UnreadableError(_("It is encrypted with a password."), _(WITHOUT_PASSWORD))
        self._check_size(member)
        try:
            with self._zip.open(member) as file:
                content = _read_all(file)
        except _ZIP_DAMAGE:
            raise UnreadableError(_("It is damaged: its text cannot be unpacked."), _(FETCH_AGAIN)) from None
        self._unpacked += len(content)
        return content

    def xml(self, name: str) -> Element:
        """The root of a member that is XML. Raises UnreadableError as `read`, and where it is no sound XML."""
        content = self.read(name)
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        if content.count(b"<") > MOST_TAGS:
            raise _too_large(_("It holds far more text than any minutes."))
        try:
            root: Element = fromstring(content, forbid_dtd=True)
        except (ParseError, ValueError, LookupError):
            raise UnreadableError(_("It is damaged: its text is no sound XML."), _(SAVE_AGAIN)) from None
        _check_depth(root)
        return root

    def _check_size(self, member: ZipInfo) -> None:
        size = member.file_size
        packed_tight = size > _RATIO_COUNTS_FROM and size > HIGHEST_RATIO * max(member.compress_size, 1)
        if size > LARGEST_MEMBER or self._unpacked + size > LARGEST_TOTAL or packed_tight:
            raise _too_large(_("Unpacked it is larger than any minutes."))


def kind_of_package(data: bytes) -> str:
    """What a zip is: `docx`, `odt`, or in English words what else (`a spreadsheet`).

    Raises UnreadableError where it cannot be unpacked.
    """
    package = Package(data)
    mime_type = package.read("mimetype") if "mimetype" in package else b""
    for beginning, kind in _MIME_TYPES:
        if mime_type.startswith(beginning):
            return kind
    types = package.read("[Content_Types].xml") if "[Content_Types].xml" in package else b""
    if main := _MAIN_TYPE.search(types):
        return _KINDS.get(main[1], later("another kind of Office document"))
    if "word/document.xml" in package:
        return "docx"
    return later("a Pages document") if "Index/Document.iwa" in package else later("a zip archive")


def decline(kind: str) -> UnreadableError:
    """Why a package of another `kind` is not read."""
    advice = _("If it holds minutes, save them as .docx or PDF in the same folder and run medsearch index again.")
    return UnreadableError(_("It is {kind}, not a text document.").format(kind=_(kind)), advice)


def _plain_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _read_all(file: IO[bytes]) -> bytes:
    """The whole member; ZipFile never unpacks more than the size that was checked."""
    return file.read(LARGEST_MEMBER + 1)


def _check_depth(root: Element) -> None:
    """Refuses tags nested so deep that following them would overflow the stack."""
    level = [root]
    for _level in range(DEEPEST):
        level = [child for element in level for child in element]
        if not level:
            return
    raise UnreadableError(_("Its parts are nested deeper than in any real document."), _(SAVE_AGAIN))


def _too_large(message: str) -> UnreadableError:
    return UnreadableError(message, _("Check where it comes from; if it is sound, split it or save it as PDF."))
