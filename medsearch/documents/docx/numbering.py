"""The numbers and bullets that Word shows before paragraphs, counted as Word counts them (ECMA-376, 17.9)."""

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from medsearch.documents.docx.styles import Look, Styles, W, children, is_on, value
from medsearch.documents.numerals import numeral, whole_number

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
# Word's names for ways of counting; what is not listed here (numbers in words) counts in figures.
_FORMS = {
    "decimalZero": "01",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
    "none": "",
}


class Label(NamedTuple):
    """What stands before a paragraph, with the blank after it, and how deep in lists the paragraph is, from 0."""

    text: str
    level: int


class Level(NamedTuple):
    """How one level of a numbering looks and counts."""

    text: str = ""
    form: str = "1"
    bullet: bool = False
    start: int = 1
    restart: int | None = None  # the level, from 1, whose use starts this one anew; None: any above it; 0: never
    gap: str = " "
    figures_only: bool = False
    style: str | None = None


class _Numbering(NamedTuple):
    abstract: str  # what shares its counters
    levels: dict[int, Level]
    anew: list[int]  # levels that start anew when they are first used


class Numbers:
    """Counts the paragraphs of a document, each in its turn."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts = {value(part, "abstractNumId") or "": part for part in children(root, "abstractNum")}
        self._numberings = {value(part, "numId") or "": part for part in children(root, "num")}
        self._known: dict[str, _Numbering | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, look: Look) -> Label | None:
        """The mark of the next paragraph, which looks so; None if Word shows none."""
        number, depth = look.number
        numbering = self._numbering(number) if number and number != "0" else None
        if numbering is None or number is None:
            return None
        level = self._level_of_style(numbering, look.style) if depth is None else None
        if level is None:
            level = min(max(whole_number(depth, 0), 0), _LEVELS - 1)
        counters = self._count(number, numbering, level)
        text = _shown(numbering, level, counters)
        return Label(text, level) if text else None

    def _numbering(self, number: str) -> _Numbering | None:
        if number not in self._known:
            element = self._numberings.get(number)
            self._known[number] = None if element is None else self._read(element)
        return self._known[number]

    def _read(self, element: Element) -> _Numbering:
        abstract = value(element.find(W + "abstractNumId")) or ""
        levels = _levels(self._definition(abstract))
        anew = []
        for override in element.iterfind(W + "lvlOverride"):
            levels |= _levels(override)
            start = value(override.find(W + "startOverride"))
            if start is not None:
                depth = whole_number(value(override, "ilvl"), 0) % _LEVELS
                levels[depth] = levels.get(depth, Level())._replace(start=whole_number(start, 1))
                anew.append(depth)
        return _Numbering(abstract, levels, anew)

    def _definition(self, abstract: str) -> Element | None:
        """An abstract numbering, or the one that the list style which it links to has."""
        element = self._abstracts.get(abstract)
        link = None if element is None else value(element.find(W + "numStyleLink"))
        target = self._numberings.get(self._styles.number_of(link) or "") if link else None
        if target is None:
            return element
        return self._abstracts.get(value(target.find(W + "abstractNumId")) or "", element)

    def _level_of_style(self, numbering: _Numbering, style: str) -> int | None:
        linked = {level.style: depth for depth, level in numbering.levels.items() if level.style}
        return next((linked[name] for name in self._styles.chain(style) if name in linked), None)

    def _count(self, number: str, numbering: _Numbering, level: int) -> list[int | None]:
        counters = self._counters.setdefault(numbering.abstract, [None] * _LEVELS)
        if level in numbering.anew and (number, level) not in self._begun:
            self._begun.add((number, level))
            counters[level] = None
        # A level that was skipped counts as used, at least LibreOffice shows it so.
        for above in range(level):
            counters[above] = _level(numbering, above).start if counters[above] is None else counters[above]
        before = counters[level]
        counters[level] = _level(numbering, level).start if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            restart = _level(numbering, deeper).restart
            if restart is None or level < restart:
                counters[deeper] = None
        return counters


def _levels(element: Element | None) -> dict[int, Level]:
    return {whole_number(value(part, "ilvl"), 0): _read_level(part) for part in children(element, "lvl")}


def _read_level(element: Element) -> Level:
    form = value(element.find(W + "numFmt")) or "decimal"
    restart = value(element.find(W + "lvlRestart"))
    hidden = is_on(element.find(f"{W}rPr/{W}vanish"))
    return Level(
        text="" if hidden else value(element.find(W + "lvlText")) or "",
        form=_FORMS.get(form, "1"),
        bullet=form == "bullet",
        start=whole_number(value(element.find(W + "start")), 0),
        restart=None if restart is None else whole_number(restart, 0),
        gap="" if value(element.find(W + "suff")) == "nothing" else " ",
        figures_only=is_on(element.find(W + "isLgl")),
        style=value(element.find(W + "pStyle")),
    )


def _level(numbering: _Numbering, depth: int) -> Level:
    return numbering.levels.get(depth, Level())


def _shown(numbering: _Numbering, depth: int, counters: list[int | None]) -> str:
    level = _level(numbering, depth)
    if level.bullet:
        return "- " if level.text.strip() or not level.text else ""

    def number(place: re.Match[str]) -> str:
        above = _level(numbering, int(place[1]) - 1)
        if above.bullet:
            return ""
        count = counters[int(place[1]) - 1]
        form = "1" if level.figures_only and above.form else above.form
        return numeral(above.start if count is None else count, form)

    text = _PLACE.sub(number, level.text).strip()
    return text + level.gap if text else ""
