"""The lines of a web page: its blocks one after the other, as a browser without styles shows them."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from medsearch.documents.document import Manuscript
from medsearch.documents.html.lists import Entry, Numbering, with_plain_mark, words_level
from medsearch.documents.html.noise import opens_item
from medsearch.documents.html.phrases import is_noise
from medsearch.documents.html.tree import Element, all_elements

_BOLD = re.compile(r"font-weight:(?:bold|[6-9]00)")
_PREFORMATTED = re.compile(r"white-space:(?:pre|break-spaces)")
_PREFORMATTED_TAGS = frozenset({"pre", "textarea", "listing", "xmp"})
_TITLES = re.compile(r"(?:.*[-_])?(?:heading|headline|overskrift|title|titel)|msotitle", re.IGNORECASE)
# What a style sheet parts by room, though no blank does: `<span class="label">Dato</span><span>1. maj</span>`.
_PARTED = re.compile(
    r"(?:.*[-_])?(?:label|value|number|nummer|no|nr|title|titel|date|dato|time|tid|place|sted|name|navn)", re.IGNORECASE
)
# Between two elements beside each other, what no word does: `<strong>Beslutning</strong><span>Godkendt.</span>`.
_WORD_ENDS, _WORD_BEGINS = re.compile(r"[a-zæøå\d.:)]$"), re.compile(r"[A-ZÆØÅ][a-zæøå]")
_NUMBERED = re.compile(r"\s*(?:\d|(?:punkt|pkt|sag|ad)\b)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_LONGEST_HEADING = 300
_LONGEST_BOLD_HEADING = 120
_LONGEST_LINE_OF_CELL = 100
_LONGEST_LABEL, _LARGEST_VALUE = 40, 200
_LISTS = frozenset({"ol", "ul", "menu", "dir"})


class _Run(NamedTuple):
    text: str
    bold: bool


class _Traits(NamedTuple):
    """What an element makes of the texts within it."""

    bold: bool
    heading: bool
    preformatted: bool
    hollow: bool  # a link or heading without a text: its picture speaks


def write_lines(root: Element, manuscript: Manuscript) -> None:
    """Writes all that stands in `root` into `manuscript`."""
    writer = _Writer(manuscript, labels=_labels(root), bold_is_heading=not _is_mostly_bold(root))
    for begins, node in _walk(root):
        if isinstance(node, str):
            writer.text(node)
        elif begins:
            writer.enter(node)
        else:
            writer.leave(node)
    writer.end_block()


def _walk(root: Element) -> Iterator[tuple[bool, Element | str]]:
    """All texts and elements in order; elements twice, when they begin (True) and when they end (False)."""
    yield True, root
    standing_open = [(root, iter(root.children))]
    while standing_open:
        element, children = standing_open[-1]
        child = next(children, None)
        if child is None:
            standing_open.pop()
            yield False, element
            continue
        yield True, child
        if isinstance(child, Element):
            standing_open.append((child, iter(child.children)))


class _Writer:
    """Gathers the texts of a block, and gives the block to the manuscript when it ends."""

    def __init__(self, manuscript: Manuscript, labels: set[Element], *, bold_is_heading: bool) -> None:
        self._manuscript = manuscript
        self._labels = labels
        self._bold_is_heading = bold_is_heading
        self._runs: list[_Run] = []
        self._traits: list[_Traits] = []
        self._bold = self._heading = self._preformatted = self._hollow = 0
        self._numberings: list[Numbering] = []
        self._entries: list[Entry] = []
        self._cells: list[list[str]] | None = None
        self._words_level: int | None = None
        self._after_label = False
        self._before: Element | None = None  # a link or struck text that ended just here
        self._seam = ""  # what happened since the last text: an element ended (`<`), and one began (`<>`)

    def text(self, text: str) -> None:
        """A text, within whatever stands open."""
        printed = text if self._preformatted else _BLANKS.sub(" ", text)
        if printed.strip():
            self._part_words(printed)
            self._after_label, self._before = False, None
        self._seam = ""
        self._runs.append(_Run(printed, self._bold > 0))

    def enter(self, element: Element) -> None:
        """An element begins."""
        self._part(element)
        self._seam += ">" if self._seam == "<" else ""
        if element.tag == "br":
            self._runs.append(_Run("\n", True))
        elif element.tag == "img" and self._hollow:
            self.text(element.attributes.get("alt", ""))
        elif element.tag in _LISTS:
            self._numberings.append(Numbering(element))
        elif element.tag == "li":
            self._entries.append(Entry(element, self._numberings[-1] if self._numberings else None))
        elif element.tag == "tr":
            self._cells = None if element.structured else []
        elif element.tag in ("td", "th") and self._cells is not None:
            self._cells.append([])
        elif not element.is_inline:
            self._words_level = words_level(element)
        self._count(self._traits_of(element), 1)

    def leave(self, element: Element) -> None:
        """An element ends."""
        traits = self._traits.pop()
        if traits.heading and self._heading == 1:
            self.end_block()
        elif element in self._labels:
            self._runs.append(_Run(" " if (element.short or "").endswith(":") else "\n", False))
            self._after_label = True
        else:
            self._part(element)
        self._count(traits, -1)
        self._seam = self._seam or "<"
        if element.tag in _LISTS:
            self._numberings.pop()
        elif element.tag == "li":
            self._entries.pop()
        elif element.tag == "tr":
            self._end_row()
        elif element.tag in ("a", "del", "s", "strike"):
            self._before = element

    def end_block(self) -> None:
        """What was gathered is a block."""
        runs, self._runs = self._runs, []
        self._after_label, self._before = False, None
        text = "".join(run.text for run in runs)
        if self._cells:
            self._cells[-1].extend([text.strip()] if text.strip() and not is_noise(text) else [])
        elif any(map(str.isalnum, text)) and not is_noise(text):
            self._write(text, runs)
        self._words_level = None

    def _write(self, text: str, runs: list[_Run]) -> None:
        entry = self._entries[-1] if self._entries else None
        if self._heading:
            self._manuscript.heading(entry.marked(text) if entry else text)
        elif entry and not entry.is_item:
            level = sum(not outer.is_item for outer in self._entries[:-1])
            self._manuscript.entry(entry.marked(text).strip(), level=level)
        elif self._words_level is not None:
            self._manuscript.entry(with_plain_mark(text).strip(), level=self._words_level)
        else:
            marked = entry.marked(text) if entry else text
            mark = marked.removesuffix(text.lstrip()) if marked != text else ""
            self._write_paragraph([_Run(mark, True), *runs])

    def _write_paragraph(self, runs: list[_Run]) -> None:
        """A paragraph; lines of it that are bold are headings."""
        for is_heading, lines in groupby(_lines(runs), key=self._is_bold_heading):
            text = "\n".join(line.text for line in lines)
            (self._manuscript.heading if is_heading else self._manuscript.paragraph)(text)

    def _is_bold_heading(self, line: _Run) -> bool:
        return self._bold_is_heading and line.bold and 0 < len(line.text.strip()) <= _LONGEST_BOLD_HEADING

    def _end_row(self) -> None:
        cells, self._cells = self._cells or [], None
        texts = [_cell(blocks) for blocks in cells if blocks]
        goes_on = len(texts) == 1 and len(texts[0]) > _LONGEST_LINE_OF_CELL
        if len(cells) == 1 or goes_on:
            self._manuscript.paragraph("".join(texts))
        else:
            self._manuscript.row(texts)

    def _part(self, element: Element) -> None:
        """Parts what comes from what was, as far as the element does that: a block, a link beside a link, a label."""
        if element.is_inline:
            self._part_inline(element)
        elif self._heading and element.tag not in ("td", "th", "tr"):
            self._runs.append(_Run(" ", True))
        elif not (self._after_label and element.tag in ("dd", "p", "div")):
            self.end_block()

    def _part_inline(self, element: Element) -> None:
        before = self._before
        if before and before.tag == "a" == element.tag and before.get("href") != element.get("href"):
            self._runs.append(_Run("\n", True))
        if before and before.tag != "a" and element.tag in ("ins", "u"):
            self._runs.append(_Run(" ", True))  # what was put in the place of struck text
        if element.tag == "label" or any(map(_PARTED.fullmatch, element.get("class").split())):
            self._runs.append(_Run(" ", True))

    def _part_words(self, text: str) -> None:
        """Parts the last text from `text` in the next element, where both cannot be one word."""
        last = self._runs[-1] if self._runs and self._seam == "<>" else None
        if last and _WORD_ENDS.search(last.text) and _WORD_BEGINS.match(text):
            is_title = last.bold and not self._bold and not self._heading
            self._runs.append(_Run("\n" if is_title else " ", last.bold))

    def _traits_of(self, element: Element) -> _Traits:
        traits = _Traits(
            bold=element.tag in ("b", "strong") or bool(_BOLD.search(element.style)),
            heading=self._is_heading(element),
            preformatted=element.tag in _PREFORMATTED_TAGS or bool(_PREFORMATTED.search(element.style)),
            hollow=element.letters == 0 and (element.tag == "a" or element.is_heading),
        )
        self._traits.append(traits)
        return traits

    def _is_heading(self, element: Element) -> bool:
        if element.is_inline or element.letters > _LONGEST_HEADING or self._cells is not None:
            return False
        if element.is_heading or element.tag == "summary":
            return True
        if element.tag == "button" or element.get("role") in ("button", "tab"):
            return opens_item(element)
        if element.tag == "dt":
            return element not in self._labels and bool(_NUMBERED.match(element.short or ""))
        return element.blocks == 0 and any(map(_TITLES.fullmatch, element.get("class").split()))

    def _count(self, traits: _Traits, step: int) -> None:
        self._bold += step * traits.bold
        self._heading += step * traits.heading
        self._preformatted += step * traits.preformatted
        self._hollow += step * traits.hollow


def _lines(runs: list[_Run]) -> list[_Run]:
    """The lines of a block; bold are those whose every letter is."""
    lines = [_Run("", True)]
    for run in runs:
        first, *others = run.text.split("\n")
        is_bold = run.bold or not first.strip()
        lines[-1] = _Run(lines[-1].text + first, lines[-1].bold and is_bold)
        lines.extend(_Run(other, run.bold or not other.strip()) for other in others)
    return lines


def _cell(blocks: list[str]) -> str:
    """The text of a cell; names and the like on lines directly below each other, paragraphs parted."""
    are_lines = all(len(block) <= _LONGEST_LINE_OF_CELL for block in blocks)
    return ("\n" if are_lines else "\n\n").join(blocks)


def _labels(root: Element) -> set[Element]:
    """The terms of definition lists that are labels of a value behind them: short, and so is the value."""
    found: set[Element] = set()
    for element in all_elements(root):
        if element.tag in ("dl", "div"):
            pairs = pairwise(element.elements)
            found.update(term for term, value in pairs if term.tag == "dt" and value.tag == "dd" and _fit(term, value))
    return found


def _fit(term: Element, value: Element) -> bool:
    label = term.short or ""
    is_label = 0 < len(label) <= _LONGEST_LABEL and term.blocks == 0 and not _NUMBERED.match(label)
    return is_label and 0 < value.letters <= _LARGEST_VALUE and value.blocks <= 1 and not value.structured


def _is_mostly_bold(root: Element) -> bool:
    bold = sum(element.letters for element in all_elements(root) if element.tag in ("b", "strong"))
    return bold * 2 > root.letters
