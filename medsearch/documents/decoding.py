"""Bytes to characters, in the encodings that Danish archives hold."""

import codecs
import re
from typing import NamedTuple

from medsearch.errors import UnreadableError
from medsearch.texts import _, grouped, later

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# æ, ø, å and é as UTF-8: where they stand, the text is UTF-8 with a damaged place, not another encoding.
_DANISH_IN_UTF8 = re.compile(rb"\xc3[\x86\x98\x85\x89\xa6\xb8\xa5\xa9]")
_SAVE_AS_UTF8 = later("Open it in a text editor, save it as UTF-8 and run medsearch index again.")

# Encodings that a document may name; Python knows others that are none of text (rot13) or run for long (punycode).
_NAMED = re.compile(r"(?:utf-?(?:8|16|32)|iso-?8859|cp\d+$|mac-|ascii|koi8)")
# What pages that name these hold in truth: cp1252 (as browsers read them too).
_LATIN = frozenset({"ascii", "iso8859-1", "cp1252"})

# å and ø of DOS (cp850 and cp865 alike) amid letters, where cp1252 has † and ›: nobody writes these there.
_SURELY_DOS = re.compile(rb"(?<=[A-Za-z])[\x86\x9b](?=[a-z])")
_DANISH_IN_DOS = re.compile(rb"[\x82\x86\x8f-\x92\x9b\x9d]")  # é å Å É æ Æ ø Ø
_DANISH_IN_CP1252 = re.compile(rb"[\xc5\xc6\xd8\xe5\xe6\xf8]")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")


class Decoded(NamedTuple):
    """The characters of a file, and what had to be guessed."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, named: str | None = None) -> Decoded:
    """The text of `data`: by its byte order mark, as the encoding that it names, as UTF-8, as cp1252.

    A damaged place in UTF-8 is shown as U+FFFD and told in a warning. Raises UnreadableError where none fits.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Decoded(_decode_as(encoding, data))
    encoding_without_mark = unmarked_utf16(data)
    if encoding_without_mark:
        return Decoded(_decode_as(encoding_without_mark, data))
    return _decode_unmarked(data, _known(named))


def unmarked_utf16(data: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` where every other byte of `data` is mostly zero, as in Latin text; else None."""
    sample = data[:4096]
    zeros_even, zeros_odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if len(data) % 2 or half < 4:
        return None
    if zeros_odd > half * 0.7 and zeros_even <= half * 0.02:
        return "utf-16-le"
    if zeros_even > half * 0.7 and zeros_odd <= half * 0.02:
        return "utf-16-be"
    return None


def _known(named: str | None) -> str | None:
    """The encoding of a name as Python calls it; None for UTF-8, Latin and unknown ones, which are tried anyway."""
    try:
        name = codecs.lookup((named or "").strip().lower()).name
    except (LookupError, ValueError):
        return None
    tried_anyway = name in _LATIN or name.startswith("utf")
    return name if _NAMED.match(name) and not tried_anyway else None


def _decode_unmarked(data: bytes, named: str | None) -> Decoded:
    # Strict UTF-8 comes before what a page says: no Latin text is valid UTF-8, and saving leaves old names standing.
    for encoding in ("utf-8", named):
        try:
            if encoding:
                return Decoded(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    if _DANISH_IN_UTF8.search(data):
        text = data.decode("utf-8", errors="replace")
        return Decoded(
            text, (_("Damaged characters, shown as \ufffd: {count}.").format(count=grouped(text.count("\ufffd"))),)
        )
    if _is_dos(data):
        return Decoded(
            data.decode("cp850"), (_("Taken for text of MS-DOS (cp850): look whether æ, ø and å are right."),)
        )
    return Decoded(_decode_as("cp1252", data))


def _is_dos(data: bytes) -> bool:
    """Whether what is not ASCII is mostly Danish letters of DOS, some where only they can stand, none of cp1252."""
    if len(_SURELY_DOS.findall(data)) < 2 or _DANISH_IN_CP1252.search(data):
        return False
    return len(_DANISH_IN_DOS.findall(data)) * 10 >= len(_NOT_ASCII.findall(data)) * 8


def _decode_as(encoding: str, data: bytes) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableError(_("Its encoding is broken or unknown."), _(_SAVE_AS_UTF8)) from None
