"""What the styles of a Word document say of its paragraphs: heading, contents line, numbering, bold, hidden."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from medsearch.documents.blocks import is_contents_style, is_heading_style
from medsearch.documents.numerals import whole_number

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_LONGEST_CHAIN = 20  # of styles based on each other; a damaged file may have a ring
_BODY_TEXT = 9  # the outline level of what is no heading


class Look(NamedTuple):
    """How a paragraph looks, by its style and by what it says itself."""

    style: str
    heading: bool
    contents: bool  # a line of a contents list
    bold: bool
    hidden: bool
    number: tuple[str | None, str | None]  # numbering and its level


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of `element`, where both are there."""
    return None if element is None else element.get(W + name)


def children(element: Element | None, name: str) -> list[Element]:
    """The children of a name, where there is an `element`."""
    return [] if element is None else element.findall(W + name)


def is_on(element: Element | None) -> bool:
    """Whether a switch such as `<w:b/>` is there and not turned off."""
    return element is not None and value(element) not in {"0", "false", "off"}


class Styles:
    """The styles of a document by their id; all questions follow `basedOn`."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {value(style, "styleId") or "": style for style in children(root, "style")}
        self._usual = next((name for name, style in self._styles.items() if _is_usual_paragraph(style)), "")
        self._looks: dict[str, Look] = {}

    def look(self, properties: Element | None) -> Look:
        """How a paragraph with these `properties` (w:pPr) looks."""
        name = value(_part(properties, "pStyle")) or self._usual
        if name not in self._looks:
            self._looks[name] = self._look_of_style(name)
        look = self._looks[name]
        if properties is None:
            return look
        outline = value(properties.find(W + "outlineLvl"))
        number = properties.find(W + "numPr")
        return look._replace(
            heading=look.heading if outline is None else _is_heading_level(outline),
            contents=look.contents or _has_dotted_tab(properties),
            number=look.number if number is None else _merged(_number(number), look.number),
        )

    def number_of(self, style: str) -> str | None:
        """The numbering that a style brings along."""
        return self._look_of_style(style).number[0]

    def chain(self, style: str) -> list[str]:
        """The style and what it is based on, nearest first."""
        return [name for name, _ in self._chain(style)]

    def is_bold(self, run: Element | None, otherwise: bool) -> bool:
        """Whether text with the properties `run` (w:rPr) is bold."""
        return self._switch(run, "b", otherwise)

    def is_hidden(self, run: Element | None, otherwise: bool) -> bool:
        """Whether text with the properties `run` (w:rPr) is hidden."""
        return self._switch(run, "vanish", otherwise)

    def _switch(self, run: Element | None, name: str, otherwise: bool) -> bool:
        if run is None:
            return otherwise
        switch = run.find(W + name)
        if switch is not None:
            return is_on(switch)
        style = value(run.find(W + "rStyle"))
        return self._style_switch(style, name, otherwise) if style else otherwise

    def _style_switch(self, style: str, name: str, otherwise: bool) -> bool:
        for _, element in self._chain(style):
            switch = element.find(f"{W}rPr/{W}{name}")
            if switch is not None:
                return is_on(switch)
        return otherwise

    def _look_of_style(self, name: str) -> Look:
        chain = list(self._chain(name))
        names = [name, *(value(style.find(W + "name")) or "" for _, style in chain)]
        outline = next(filter(None, (value(style.find(f"{W}pPr/{W}outlineLvl")) for _, style in chain)), None)
        named_heading = any(map(is_heading_style, names))
        number: tuple[str | None, str | None] = (None, None)
        for _, style in chain:
            number = _merged(number, _number(style.find(f"{W}pPr/{W}numPr")))
        return Look(
            name,
            heading=named_heading if outline is None else _is_heading_level(outline),
            contents=any(map(is_contents_style, names)),
            bold=self._style_switch(name, "b", otherwise=False),
            hidden=self._style_switch(name, "vanish", otherwise=False),
            number=number,
        )

    def _chain(self, name: str | None) -> Iterator[tuple[str, Element]]:
        for _ in range(_LONGEST_CHAIN):
            if name not in self._styles:
                return
            style = self._styles[name]
            yield name, style
            name = value(style.find(W + "basedOn"))


def _part(element: Element | None, name: str) -> Element | None:
    return None if element is None else element.find(W + name)


def _is_usual_paragraph(style: Element) -> bool:
    return value(style, "type") == "paragraph" and value(style, "default") in {"1", "true", "on"}


def _is_heading_level(outline: str) -> bool:
    return 0 <= whole_number(outline, _BODY_TEXT) < _BODY_TEXT


def _has_dotted_tab(properties: Element) -> bool:
    return any(value(tab, "leader") == "dot" for tab in properties.iterfind(f"{W}tabs/{W}tab"))


def _number(properties: Element | None) -> tuple[str | None, str | None]:
    return value(_part(properties, "numId")), value(_part(properties, "ilvl"))


def _merged(first: tuple[str | None, str | None], then: tuple[str | None, str | None]) -> tuple[str | None, str | None]:
    return first[0] or then[0], first[1] or then[1]
