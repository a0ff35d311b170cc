"""The text of a Word paragraph as Word shows it when all changes are accepted."""

from collections.abc import Callable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from medsearch.documents.docx.styles import Look, Styles, W, value

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_TEXTS = {W + "t", _MATH + "t", _DRAWING + "t"}
_LEFT_OUT = {
    W + "del", W + "moveFrom", W + "delText", W + "instrText", W + "delInstrText", W + "pPr", W + "rPr",
    W + "sdtPr", W + "rt", W + "commentReference", W + "softHyphen",
}  # fmt: skip
_NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
_DINGBATS = {"f0fc": "✓", "f0fb": "✗", "f0fe": "☒", "f0a8": "☐", "f06f": "☐", "f0e0": "→", "f0d8": "•"}


class Written(NamedTuple):
    """What a paragraph says, and what hangs on it: text boxes, notes."""

    text: str
    set_apart: bool  # all of it is bold, or underlined
    boxes: list[Element]
    notes: list[tuple[str, str]]  # kind and id
    contents: bool  # made by a field that lists the contents


class TextReader:
    """Reads paragraphs one after the other; a field may begin in one and end in another."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[str] = []  # the open ones: `code`, `result`, `contents`
        self._fields_sound = True
        self._begin(bold=False, hidden=False)
        self._handlers: dict[str, Callable[[Element], None]] = {
            W + "r": self._run,
            W + "fldChar": self._field_mark,
            W + "instrText": self._instruction,
            W + "sym": self._symbol,
            W + "txbxContent": self._box,
            _MC + "AlternateContent": self._alternatives,
            **dict.fromkeys(_TEXTS, self._text),
            **dict.fromkeys(_SIGNS, lambda sign: self._put(_SIGNS[sign.tag])),
            **dict.fromkeys(_NOTES, self._note),
            **dict.fromkeys(_LEFT_OUT - {W + "instrText"}, lambda _: None),
        }

    def start(self, root: Element) -> None:
        """Begins with another part of the document."""
        marks = [value(mark, "fldCharType") for mark in root.iter(W + "fldChar")]
        # In a damaged file a field without an end would swallow all that follows.
        self._fields_sound = marks.count("begin") == marks.count("end")
        self._fields = []

    def read(self, paragraph: Element, look: Look) -> Written:
        """What `paragraph`, whose style looks so, says."""
        self._begin(bold=look.bold, hidden=look.hidden)
        self._descend(paragraph)
        text = "".join(self._pieces)
        set_apart = bool(text.strip()) and not self._plain
        return Written(text, set_apart, self._boxes, self._notes, "contents" in self._fields or self._contents)

    def _begin(self, *, bold: bool, hidden: bool) -> None:
        self._pieces: list[str] = []
        self._boxes: list[Element] = []
        self._notes: list[tuple[str, str]] = []
        self._style_bold = self._set_apart = bold
        self._hidden = hidden
        self._plain = False  # something in it is neither bold nor underlined
        self._contents = False

    def _descend(self, element: Element) -> None:
        for child in element:
            self._handlers.get(child.tag, self._descend)(child)

    def _run(self, run: Element) -> None:
        properties = run.find(W + "rPr")
        if self._styles.is_hidden(properties, self._hidden):
            for mark in run.iter(W + "fldChar"):
                self._field_mark(mark)
            return
        self._set_apart = _is_underlined(properties) or self._styles.is_bold(properties, self._style_bold)
        self._descend(run)

    def _text(self, element: Element) -> None:
        self._put((element.text or "").replace("\n", " ").replace("\t", " "))

    def _put(self, text: str) -> None:
        if self._fields_sound and "code" in self._fields:
            return
        self._pieces.append(text)
        if not self._set_apart and text.strip():
            self._plain = True

    def _field_mark(self, mark: Element) -> None:
        kind = value(mark, "fldCharType")
        if kind == "begin":
            self._fields.append("code")
        elif kind == "separate" and self._fields and self._fields[-1] == "code":
            self._fields[-1] = "result"
        elif kind == "separate" and self._fields and self._fields[-1] == "code of contents":
            self._fields[-1] = "contents"
        elif kind == "end" and self._fields:
            self._contents |= self._fields.pop() == "contents"

    def _instruction(self, element: Element) -> None:
        if self._fields and self._fields[-1] == "code" and (element.text or "").strip().upper().startswith("TOC"):
            self._fields[-1] = "code of contents"

    def _symbol(self, symbol: Element) -> None:
        code = (value(symbol, "char") or "").lower()
        font = (value(symbol, "font") or "").lower()
        if code in _DINGBATS and "dings" in font:
            self._put(_DINGBATS[code])
        else:
            self._put(_character(code))

    def _note(self, reference: Element) -> None:
        self._notes.append((_NOTES[reference.tag], value(reference, "id") or ""))

    def _box(self, box: Element) -> None:
        self._boxes.append(box)

    def _alternatives(self, element: Element) -> None:
        """The same thing for newer and for older programs: the newer one alone."""
        chosen = element.find(_MC + "Choice")
        if chosen is None:
            chosen = element.find(_MC + "Fallback")
        if chosen is not None:
            self._descend(chosen)


def _is_underlined(run: Element | None) -> bool:
    line = None if run is None else value(run.find(W + "u"))
    return line not in {None, "none"}


def _character(code: str) -> str:
    """A character by its hexadecimal number; symbol fonts have theirs in a private range, from F020."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xF020 <= number <= 0xF0FF:
        return chr(number - 0xF000) if chr(number - 0xF000).isalnum() else "•"
    return chr(number) if number < 0xD800 else ""
