"""Goes through the tokens of an RTF document: groups, control words, and text in many encodings."""

import codecs
import copy
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from medsearch.documents.blocks import Block, is_contents_style, is_heading_style
from medsearch.documents.packed import SAVE_AGAIN
from medsearch.documents.rtf.story import Story
from medsearch.documents.rtf.words import (
    CODECS_OF_CHARSETS,
    CODECS_OF_WORDS,
    LEFT_OUT,
    LINE_ENDS,
    SHOWN_THOUGH_STARRED,
    SIGNS,
    WORDS_FOR_SIGNS,
)
from medsearch.errors import UnreadableError
from medsearch.texts import _

NOTE, BOX, HEAD = "note", "box", "head"  # what a story is, besides the text itself
BODY_TEXT = 9  # the outline level of what is no heading
_DEEPEST = 1_000  # groups within groups; LibreOffice nested 7 in our samples
_LONGEST_NAME = 200  # of a style
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,18})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\", re.DOTALL
)


@dataclass(slots=True)
class State:
    """What holds within a group; a group inside begins with a copy."""

    story: Story
    role: str = ""  # of the story: note, box, head
    takes: str = "text"  # what its text is: text, label, styles (names), fonts (names), nothing, old (of `\upr`)
    starred: bool = False
    fallback: int = 1  # characters that follow each Unicode one, for old programs
    codec: str = ""
    bold: bool = False
    underlined: bool = False
    hidden: bool = False
    deleted: bool = False
    style: int = 0
    outline: int = BODY_TEXT
    dotted: bool = False
    depth: int = 0  # in tables


Action = Callable[["Reader", int | None], None]


class Reader:
    """Goes through the tokens once."""

    def __init__(self, actions: Mapping[bytes, Action]) -> None:
        self._actions = actions  # what control words do
        self.story = Story()
        self.heads: list[Block] = []
        self.ended = False
        self.state = State(self.story)
        self.codec = "cp1252"
        self.fonts: dict[int, str] = {}
        self.font = 0  # that the font table is describing
        self._groups: list[State] = []
        self._styles: dict[int, str] = {}
        self._bytes = bytearray()  # characters that are not decoded yet: some take two
        self._skip = 0  # characters that old programs show instead
        self._half = 0  # the first of two numbers that make one character

    def read(self, data: bytes) -> None:
        """Reads until the document ends or breaks off."""
        position = 0
        while not self.ended and (token := _TOKEN.match(data, position)):
            position = token.end()
            word, number, code, sign, brace, text = token.groups()
            if text is not None:
                self._text(text)
            elif code is not None:
                self._text(bytes.fromhex(code.decode()))
            elif word == b"bin":
                position += max(int(number or 0), 0)
            else:
                self._control(word, None if number is None else int(number), sign, brace)
        self._flush()

    def _control(self, word: bytes | None, number: int | None, sign: bytes | None, brace: bytes | None) -> None:
        self._flush()
        if brace == b"{":
            self._begin_group()
        elif brace == b"}":
            self._end_group()
        elif word is not None:
            self._word(word, number)
        elif sign is not None:
            self._sign(sign)

    def _begin_group(self) -> None:
        if len(self._groups) >= _DEEPEST:
            raise UnreadableError(_("Its parts are nested deeper than in any real document."), _(SAVE_AGAIN))
        self._skip = 0
        self._groups.append(self.state)
        self.state = copy.copy(self.state)
        self.state.starred = False

    def _end_group(self) -> None:
        self._skip = 0
        inner = self.state
        if self._groups:
            self.state = self._groups.pop()
        self.ended = not self._groups
        if inner.story is not self.state.story:
            self._hand_over(inner)

    def _hand_over(self, inner: State) -> None:
        blocks = inner.story.blocks()
        if inner.role == NOTE:
            self.state.story.note(blocks)
        elif inner.role == BOX:
            self.state.story.box(blocks)
        else:
            self.heads += blocks

    def _word(self, word: bytes, number: int | None) -> None:
        state = self.state
        if state.takes == "nothing":
            return
        if state.starred and word not in SHOWN_THOUGH_STARRED:
            state.takes = "nothing"
            return
        state.starred = False
        if self._skip and word != b"u":
            self._skip -= 1
        if word in WORDS_FOR_SIGNS:
            self.put(WORDS_FOR_SIGNS[word])
        elif word in LEFT_OUT:
            state.takes = "nothing"
        elif word in self._actions:
            self._actions[word](self, number)
        elif word in CODECS_OF_WORDS:
            self.codec = CODECS_OF_WORDS[word]

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self.state.starred = True
        elif sign in LINE_ENDS:
            self.end_paragraph(None)
        else:
            self.put(SIGNS.get(sign, ""))

    def _text(self, text: bytes) -> None:
        skipped = min(self._skip, len(text))
        self._skip -= skipped
        if self.state.takes not in ("nothing", "old"):
            self._bytes += text[skipped:]

    def _flush(self) -> None:
        if self._bytes:
            codec = self.state.codec or self.codec
            text = _symbols(self._bytes) if codec == "symbol" else self._bytes.decode(codec, errors="replace")
            self._bytes = bytearray()
            self.put(text)

    def put(self, text: str) -> None:
        """Adds text to what the group gathers."""
        state = self.state
        if state.takes == "styles":
            name = self._styles.get(state.style, "")
            self._styles[state.style] = name + text if len(name) < _LONGEST_NAME else name
        elif state.hidden or state.deleted:
            return
        elif state.takes == "text":
            state.story.add(text, set_apart=state.bold or state.underlined)
        elif state.takes == "label":
            state.story.label(text)

    def put_unicode(self, number: int | None) -> None:
        """A character by its number, after which others follow for old programs."""
        code = (number or 0) % 0x10000
        half, self._half = self._half, 0
        if 0xD800 <= code < 0xDC00:
            self._half = code
        elif 0xDC00 <= code < 0xE000:
            self.put(chr(0x10000 + (half - 0xD800) * 0x400 + code - 0xDC00) if half else "\ufffd")
        elif 0xF020 <= code <= 0xF0FF:
            self.put(_symbols(bytes([code - 0xF000])))
        else:
            self.put(chr(code))
        self._skip = self.state.fallback

    def end_paragraph(self, _: int | None) -> None:
        """A paragraph ends, unless its end was deleted."""
        if self.state.takes == "text" and not self.state.deleted:
            self._finish(self.state.depth)

    def end_cell(self, depth: int) -> None:
        """A cell ends, and with it its last paragraph."""
        if self.state.takes == "text":
            self._finish(depth)
            self.state.story.end_cell(depth)

    def end_row(self, depth: int) -> None:
        """A row ends."""
        if self.state.takes == "text":
            self.state.story.end_row(depth)

    def _finish(self, depth: int) -> None:
        state = self.state
        name = self._styles.get(state.style, "").partition(";")[0].strip()
        state.story.end_paragraph(
            depth,
            heading=0 <= state.outline < BODY_TEXT or is_heading_style(name),
            contents=state.dotted or is_contents_style(name),
        )

    def begin_story(self, role: str) -> None:
        """What follows in the group is a note, a text box or a page's head."""
        self.state.story = Story()
        self.state.role, self.state.takes, self.state.depth = role, "text", 0
        self.state.bold = self.state.underlined = self.state.hidden = False

    def describe_font(self, charset: int | None) -> None:
        """The font that the font table is at has this character set."""
        if self.state.takes == "fonts" and charset in CODECS_OF_CHARSETS:
            self.fonts[self.font] = CODECS_OF_CHARSETS[charset]

    def use_font(self, number: int | None) -> None:
        """What follows is in this font."""
        if self.state.takes == "fonts":
            self.font = number or 0
        else:
            self.state.codec = self.fonts.get(number or 0, "")

    def use_code_page(self, number: int | None) -> None:
        """The code page of all text that names no font."""
        try:
            self.codec = codecs.lookup(f"cp{number}").name
        except LookupError:
            self.codec = "cp1252"

    def set(self, **values: object) -> None:
        """Changes what holds in the group."""
        for name, value in values.items():
            setattr(self.state, name, value)


def _symbols(text: bytes | bytearray) -> str:
    """Characters of a symbol font: what they look like is not known, they are mostly bullets."""
    return "".join(sign if sign.isspace() or (sign.isascii() and sign.isalnum()) else "•" for sign in map(chr, text))
