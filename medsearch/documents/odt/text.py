"""The text of an OpenDocument paragraph as LibreOffice shows it."""

from collections.abc import Callable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from medsearch.documents.odt.styles import OFFICE, STYLE, TEXT, Styles

DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"

_SIGNS = {TEXT + "s": " ", TEXT + "tab": "\t", TEXT + "line-break": "\n"}
_BOXES = tuple(
    DRAW + name
    for name in ("frame", "text-box", "g", "custom-shape", "rect", "ellipse", "circle", "line", "polyline", "polygon",
                 "path", "regular-polygon", "connector", "caption", "measure")
)  # fmt: skip
_LEFT_OUT = (
    *(TEXT + name for name in ("note-citation", "ruby-text", "number", "tracked-changes", "script", "index-source")),
    *(OFFICE + name for name in ("annotation", "annotation-end", "forms", "binary-data")),
    _SVG + "title",
    _SVG + "desc",
    STYLE + "style",
)


class Written(NamedTuple):
    """What a paragraph says, and what hangs on it."""

    text: str
    number: str | None  # its number as the program that saved it showed it, where it says so
    set_apart: bool  # all of it is bold, or underlined
    boxes: list[Element]
    notes: list[Element]


class TextReader:
    """Reads one paragraph after the other."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._begin(set_apart=False)
        self._handlers: dict[str, Callable[[Element], None]] = {
            TEXT + "span": self._span,
            TEXT + "note": self._note,
            TEXT + "hidden-text": lambda _: None,
            TEXT + "hidden-paragraph": self._hidden_paragraph,
            **dict.fromkeys(_BOXES, self._box),
            **dict.fromkeys(_SIGNS, lambda sign: self._put(_SIGNS[sign.tag])),
            **dict.fromkeys(_LEFT_OUT, lambda _: None),
        }

    def read(self, paragraph: Element) -> Written:
        """What `paragraph` says; nothing where it is hidden."""
        style = paragraph.get(TEXT + "style-name", "")
        self._begin(set_apart=self._styles.is_set_apart("paragraph", style, otherwise=False))
        self._hidden = self._styles.is_hidden("paragraph", style)
        self._descend(paragraph)
        text = "" if self._hidden else "".join(self._pieces)
        number = paragraph.findtext(TEXT + "number")
        return Written(text, number, bool(text.strip()) and not self._plain, self._boxes, self._notes)

    def _begin(self, *, set_apart: bool) -> None:
        self._pieces: list[str] = []
        self._boxes: list[Element] = []
        self._notes: list[Element] = []
        self._set_apart = set_apart
        self._plain = False  # something in it is neither bold nor underlined
        self._hidden = False

    def _descend(self, element: Element) -> None:
        self._put_text(element.text)
        for child in element:
            self._handlers.get(child.tag, self._descend)(child)
            self._put_text(child.tail)

    def _span(self, span: Element) -> None:
        name = span.get(TEXT + "style-name", "")
        if self._styles.is_hidden("text", name):
            return
        outside, self._set_apart = self._set_apart, self._styles.is_set_apart("text", name, self._set_apart)
        self._descend(span)
        self._set_apart = outside

    def _note(self, note: Element) -> None:
        self._notes.append(note)

    def _box(self, box: Element) -> None:
        self._boxes.append(box)

    def _hidden_paragraph(self, field: Element) -> None:
        self._hidden |= field.get(TEXT + "is-hidden") == "true"

    def _put_text(self, text: str | None) -> None:
        """Adds text, in which line ends and tabs are no more than blanks."""
        if text:
            self._put(" ".join(text.splitlines()).replace("\t", " "))

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        if text.strip() and not self._set_apart:
            self._plain = True
