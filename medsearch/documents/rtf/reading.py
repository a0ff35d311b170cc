"""RTF documents: their text as Word shows it (Rich Text Format Specification 1.9.1)."""

import re

from medsearch.documents.blocks import make_document, with_page_heads
from medsearch.documents.document import Document
from medsearch.documents.packed import FETCH_AGAIN
from medsearch.documents.rtf.controls import BODY_TEXT, BOX, HEAD, NOTE, Action, Reader
from medsearch.documents.rtf.story import DEEPEST_TABLE
from medsearch.errors import UnreadableError
from medsearch.texts import _, later

# Why no library: striprtf 0.0.35 loses notes, text boxes and old list numbers, takes deleted and hidden text for text,
# knows no headings, and 1,000 unclosed links took it 21 s (500: 3 s); LibreOffice is not everywhere, texts would vary.
_BEGINNING = re.compile(rb"\s*\{\s*\\rtf")
_CUT_OFF = later("Its end is missing: it was cut off.")


def read_rtf(data: bytes) -> Document:
    """The text of an RTF document, its headings marked.

    Numbers and bullets are those that the file holds, tracked changes count as accepted, comments and hidden text are
    left out, notes follow in brackets where they are cited. Raises UnreadableError where it is no RTF or without text.
    """
    if not _BEGINNING.match(data):
        raise UnreadableError(_("It is no RTF document: it does not begin like one."), _(FETCH_AGAIN))
    reader = Reader(_ACTIONS)
    reader.read(data)
    warnings = () if reader.ended else (_(_CUT_OFF),)
    return make_document(with_page_heads(reader.heads, reader.story.blocks()), "rtf", warnings)


def _table_depth(number: int | None) -> int:
    return min(max(number or 0, 0), DEEPEST_TABLE)


def _takes(kind: str) -> Action:
    return lambda reader, _: reader.set(takes=kind)


def _begins(role: str) -> Action:
    return lambda reader, _: reader.begin_story(role)


def _switch(name: str) -> Action:
    return lambda reader, number: reader.set(**{name: number != 0})


_ACTIONS: dict[bytes, Action] = {
    b"par": Reader.end_paragraph,
    b"sect": Reader.end_paragraph,
    b"page": Reader.end_paragraph,
    b"cell": lambda reader, _: reader.end_cell(1),
    b"row": lambda reader, _: reader.end_row(1),
    b"nestcell": lambda reader, _: reader.end_cell(max(reader.state.depth, 2)),
    b"nestrow": lambda reader, _: reader.end_row(max(reader.state.depth, 2)),
    b"pard": lambda reader, _: reader.set(style=0, outline=BODY_TEXT, dotted=False, depth=0),
    b"intbl": lambda reader, _: reader.set(depth=max(reader.state.depth, 1)),
    b"itap": lambda reader, number: reader.set(depth=_table_depth(number)),
    b"s": lambda reader, number: reader.set(style=number or 0),
    b"outlinelevel": lambda reader, number: reader.set(outline=BODY_TEXT if number is None else number),
    b"tldot": lambda reader, _: reader.set(dotted=True),
    b"plain": lambda reader, _: reader.set(bold=False, underlined=False, hidden=False, deleted=False, codec=""),
    b"b": _switch("bold"),
    b"ul": _switch("underlined"),
    b"ulnone": lambda reader, _: reader.set(underlined=False),
    b"v": _switch("hidden"),
    b"deleted": _switch("deleted"),
    b"f": Reader.use_font,
    b"fcharset": Reader.describe_font,
    b"ansicpg": Reader.use_code_page,
    b"u": Reader.put_unicode,
    b"uc": lambda reader, number: reader.set(fallback=max(number or 0, 0)),
    b"fonttbl": _takes("fonts"),
    b"stylesheet": _takes("styles"),
    b"listtext": _takes("label"),
    b"pntext": _takes("label"),
    b"upr": _takes("old"),
    b"ud": _takes("text"),
    b"footnote": _begins(NOTE),
    b"shptxt": _begins(BOX),
    b"dptxbxtext": _begins(BOX),
    b"header": _begins(HEAD),
    b"headerf": _begins(HEAD),
    b"headerr": _begins(HEAD),
    b"headerl": _begins(HEAD),
}
