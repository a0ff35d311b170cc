"""Plain text and Markdown, in the encodings that Danish archives hold."""

import re

from medsearch.errors import UnreadableError
from medsearch.language.characters import normalize

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# æ, ø, å and é as UTF-8: where they stand, the text is UTF-8 with a damaged place, not another encoding.
_DANISH_IN_UTF8 = re.compile(rb"\xc3[\x86\x98\x85\x89\xa6\xb8\xa5\xa9]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f]")
_SAVE_AS_UTF8 = "Open it in a text editor, save it as UTF-8 and run medsearch index again."

_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]+?)(?<=\S)\1(?![\w*])")
_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]\n]+)\]\(([^()\s]*)\)")


def read_plain(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of `data` and warnings about it.

    Line ends are `\\n`, characters composed (NFC), no-break spaces ordinary, soft hyphens gone, Markdown's inline marks
    taken off. Raises UnreadableError where the bytes are no text.
    """
    text, warnings = _decode(data)
    text = normalize(text.replace("\r\n", "\n").replace("\r", "\n"))
    return strip_inline_marks(text), warnings


def strip_inline_marks(text: str) -> str:
    """`text` without Markdown's `# heading`, `**bold**`, `*italic*`, `[link](#target)`; words and addresses stay."""
    text = _LINK.sub(_link_text, text)
    return _EMPHASIS.sub(r"\2", _HEADING.sub(r"\1", text))


def _link_text(link: re.Match[str]) -> str:
    words, target = link[1], link[2]
    leads_somewhere = "://" in target and target not in words
    return f"{words} ({target})" if leads_somewhere else words


def _decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(encoding, data), ()
    if len(_CONTROLS.findall(data)) > len(data) // 100 or b"\x00" in data:
        raise UnreadableError("It is no text: it holds binary data.", "If it is a document, save it as text (.txt).")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if _DANISH_IN_UTF8.search(data):
        text = data.decode("utf-8", errors="replace")
        damaged = text.count("\ufffd")
        return text, (f"Damaged characters, shown as \ufffd: {damaged}.",)
    return _decode_as("cp1252", data), ()


def _decode_as(encoding: str, data: bytes) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableError("Its encoding is broken or unknown.", _SAVE_AS_UTF8) from None
