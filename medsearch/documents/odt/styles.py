"""What the styles of an OpenDocument text say: headings, bold, hidden, and the levels of lists and headings."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from medsearch.documents.blocks import is_heading_style
from medsearch.documents.numerals import numeral, whole_number

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_ODF}office:1.0}}"
TEXT = f"{{{_ODF}text:1.0}}"
STYLE = f"{{{_ODF}style:1.0}}"
_FO = f"{{{_ODF}xsl-fo-compatible:1.0}}"
_NEWER = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"

LEVELS = 10
_LONGEST_CHAIN = 20  # of styles based on each other; a damaged file may have a ring
_BOLD = {"bold", "600", "700", "800", "900"}
_PLACE = re.compile(r"%(\d{1,2})%")


class ListLevel(NamedTuple):
    """How one level of a list, or of the headings, looks and counts."""

    form: str = ""
    before: str = ""
    after: str = ""
    pattern: str | None = None  # `%1%.%2%`, which newer programs write instead
    start: int = 1
    shown: int = 1  # levels whose numbers it shows
    bullet: bool = False


class Styles:
    """The styles of a text, its own and the common ones; its own come first."""

    def __init__(self, roots: list[Element]) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._lists: dict[str, dict[int, ListLevel]] = {}
        self.outline: dict[int, ListLevel] = {}
        for root in roots:
            for style in root.iter(STYLE + "style"):
                self._styles.setdefault((_get(style, STYLE, "family"), _get(style, STYLE, "name")), style)
            for style in root.iter(TEXT + "list-style"):
                self._lists.setdefault(_get(style, STYLE, "name"), _levels(style))
            for style in root.iter(TEXT + "outline-style"):
                self.outline = self.outline or _levels(style)
                self._lists.setdefault(_get(style, STYLE, "name"), self.outline)

    def list_levels(self, name: str) -> dict[int, ListLevel]:
        """The levels of a list style, from 1."""
        return self._lists.get(name, {})

    def list_of_paragraph(self, paragraph_style: str) -> str | None:
        """The list style that a paragraph style names; an empty one takes numbers off."""
        return self._said("paragraph", paragraph_style, "", STYLE + "list-style-name")

    def is_heading(self, paragraph_style: str) -> bool:
        """Whether paragraphs of the style are headings by its name, or by what it is based on."""
        return any(is_heading_style(name) for name, _ in self._chain("paragraph", paragraph_style))

    def has_dotted_tab(self, paragraph_style: str) -> bool:
        """Whether a tab leads on with dots, as in lines of a contents list."""
        stops = f"{STYLE}paragraph-properties/{STYLE}tab-stops/{STYLE}tab-stop"
        chain = (style for _, style in self._chain("paragraph", paragraph_style))
        return any(stop.get(STYLE + "leader-style") == "dotted" for style in chain for stop in style.iterfind(stops))

    def is_set_apart(self, family: str, name: str, otherwise: bool) -> bool:
        """Whether text of a style is bold or underlined; it may leave that to what is around it."""
        weight = self._said(family, name, STYLE + "text-properties", _FO + "font-weight")
        line = self._said(family, name, STYLE + "text-properties", STYLE + "text-underline-style")
        if weight in _BOLD or line not in {None, "none"}:
            return True
        return otherwise and weight is None and line is None

    def is_hidden(self, family: str, name: str) -> bool:
        """Whether text of a style is hidden."""
        return self._said(family, name, STYLE + "text-properties", TEXT + "display") == "none"

    def _said(self, family: str, name: str, part: str, attribute: str) -> str | None:
        for _, style in self._chain(family, name):
            element = style.find(part) if part else style
            found = None if element is None else element.get(attribute)
            if found is not None:
                return found
        return None

    def _chain(self, family: str, name: str) -> Iterator[tuple[str, Element]]:
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get((family, name))
            if style is None:
                return
            yield name, style
            name = _get(style, STYLE, "parent-style-name")


def label_of(levels: dict[int, ListLevel], level: int, counts: list[int | None]) -> str:
    """The mark of a paragraph on a `level` from 1, with the blank after it; `counts` are the numbers by level."""
    own = levels.get(level)
    if own is None:
        return ""
    if own.bullet:
        return "- "

    def number(depth: int) -> str:
        shown = levels.get(depth, ListLevel())
        count = counts[depth - 1] if 1 <= depth <= LEVELS else None
        return numeral(shown.start if count is None else count, shown.form)

    if own.pattern is not None:
        text = _PLACE.sub(lambda place: number(int(place[1])), own.pattern)
    elif own.form:
        numbers = [number(depth) for depth in range(max(level - own.shown, 0) + 1, level + 1)]
        text = own.before + ".".join(filter(None, numbers)) + own.after
    else:
        text = own.before + own.after
    return text.strip() + " " if text.strip() else ""


def _levels(style: Element) -> dict[int, ListLevel]:
    return {whole_number(level.get(TEXT + "level"), 0): _read_level(level) for level in style}


def _read_level(level: Element) -> ListLevel:
    pattern = level.get(STYLE + "num-list-format", level.get(_NEWER + "num-list-format"))
    form = _get(level, STYLE, "num-format")
    return ListLevel(
        form=form if form in {"", "1", "a", "A", "i", "I"} else "1",
        before=_get(level, STYLE, "num-prefix"),
        after=_get(level, STYLE, "num-suffix"),
        pattern=pattern,
        start=whole_number(level.get(TEXT + "start-value"), 1),
        shown=whole_number(level.get(TEXT + "display-levels"), 1),
        bullet=level.tag in {TEXT + "list-level-style-bullet", TEXT + "list-level-style-image"},
    )


def _get(element: Element, space: str, name: str) -> str:
    return element.get(space + name, "")
