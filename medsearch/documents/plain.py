"""Plain text and Markdown, in the encodings that Danish archives hold."""

import re

from medsearch.documents.decoding import decode, unmarked_utf16
from medsearch.documents.document import Document
from medsearch.documents.wrapping import join_lines
from medsearch.errors import UnreadableError
from medsearch.language.characters import normalize
from medsearch.texts import _

_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_STRAY_CONTROLS = 3  # so few tell nothing of a short text
_MARKED_BYTES = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")  # texts that hold zero bytes rightly
# Word's line break within a paragraph (vertical tab), page breaks, and Unicode's own line ends.
_LINE_ENDS: dict[int, str | None] = {0x0B: "\n", 0x0C: "\n", 0x2028: "\n", 0x2029: "\n", 0: None}
_END_OF_DOS_FILE = "\x1a"

_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]+?)(?<=\S)\1(?![\w*])")
_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]\n]+)\]\(([^()\s]*)\)")
_RULE = re.compile(r"[ \t]{0,3}(?:={3,}|-{3,})[ \t]*")
_LONGEST_HEADING = 200
_NARROWEST = 12  # characters of a line that was filled until a word had to be broken


def read_plain(data: bytes) -> Document:
    """The text of `data`, which lines of it are headings, and warnings about it.

    Line ends are `\\n`, characters composed (NFC), no-break spaces ordinary, soft hyphens gone, Markdown's inline marks
    taken off, ruled lines empty. Headings are lines with Markdown's `#`, and single lines that are underlined.
    Raises UnreadableError where the bytes are no text.
    """
    _refuse_binary(data)
    text, warnings = decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS).rstrip(_END_OF_DOS_FILE)
    lines = _with_whole_words(normalize(text).split("\n"))
    headings = frozenset(_headings(lines))
    without_rules = ("" if _RULE.fullmatch(line) else line for line in lines)
    return Document(strip_inline_marks("\n".join(without_rules)), "text", warnings, headings)


def _with_whole_words(lines: list[str]) -> list[str]:
    """The lines, every word that is broken at the end of one whole on it: `arbejds-` above `miljø`."""
    for number in range(len(lines) - 1):
        first, (word, _, rest) = lines[number].rstrip(), lines[number + 1].lstrip().partition(" ")
        if len(first) < _NARROWEST or not first.endswith("-") or not word:
            continue
        joined = join_lines(first, word)
        if joined == first[:-1] + word:
            lines[number], lines[number + 1] = joined, rest
    return lines


def strip_inline_marks(text: str) -> str:
    """`text` without Markdown's `# heading`, `**bold**`, `*italic*`, `[link](#target)`; words and addresses stay."""
    text = _LINK.sub(_link_text, text)
    return _EMPHASIS.sub(r"\2", _HEADING.sub(r"\1", text))


def _link_text(link: re.Match[str]) -> str:
    words, target = link[1], link[2]
    leads_somewhere = "://" in target and target not in words
    return f"{words} ({target})" if leads_somewhere else words


def _headings(lines: list[str]) -> list[int]:
    """The numbers of the lines that are headings: with `#`, or alone between an empty line and an underline."""
    padded = ["", *lines, ""]
    found = []
    for number, line in enumerate(lines):
        before, after = padded[number], padded[number + 2]
        is_text = bool(line.strip()) and len(line) <= _LONGEST_HEADING and not _RULE.fullmatch(line)
        is_underlined = is_text and not before.strip() and _RULE.fullmatch(after)
        marked = _HEADING.fullmatch(line)
        if is_underlined or (marked and marked[1]):
            found.append(number)
    return found


def _refuse_binary(data: bytes) -> None:
    if data.startswith(_MARKED_BYTES) or unmarked_utf16(data):
        return
    controls = len(_CONTROLS.findall(data.rstrip(_END_OF_DOS_FILE.encode())))
    if b"\x00" in data or controls > max(_STRAY_CONTROLS, len(data) // 100):
        raise UnreadableError(
            _("It is no text: it holds binary data."), _("If it is a document, save it as text (.txt).")
        )
