"""The lines of minutes as they are read: without what page and screen add to them, and what was glued taken apart."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

_NOISE = re.compile(
    r"""\s*(?:
        (?:side|s\.)\s*:?\s*\d+(?:\s*(?:af|/|of)\s*\d+)?
      | -\s*\d{1,3}\s*-
      | (?:til|tilbage\ til)\ (?:top(?:pen)?|indholdsfortegnelsen?|oversigten?|dagsordenen)
      | (?:fold|vis|skjul|luk|åbn)\ (?:alle|dette)\ punkt(?:er)?(?:\ (?:ind|ud))?
      | (?:udskriv|print|del|kopier\ link(?:\ til\ punkte[tr])?|download|hent)(?:\ (?:punkte[tr]|siden|dagsordenen|referatet|som\ pdf))?
        (?:\s*[-|·]\s*(?:print|udskriv|del|pdf))*
    )\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_NOISE_BEFORE = re.compile(r"(?:fold|vis|skjul|luk|åbn) (?:dette )?punkt(?:et)? (?:ind|ud)\s+(?=\S)", re.IGNORECASE)
_TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?)?\s*")
# `10. Eventuelt1. Orientering`, `Sagsfremstilling2. Godkendelse`: the end of a word, and the number of the next item.
_GLUED = re.compile(
    r"(?<=[a-zæøå]{3})(?=\d{1,3}\. [A-ZÆØÅ][a-zæøå]+)"
    r"|(?<=[a-zæøå]{4}\.)(?=\d{1,2}\. [A-ZÆØÅ][a-zæøå]+)|(?<=\d{4}\.)(?=\d{1,2}\. [A-ZÆØÅ][a-zæøå]+)"
    # `... til efterretning BeslutningGodkendt.`: no word goes on with a capital.
    r"|(?<=\s)(?=(?:Resumé|Resume|Sagsfremstilling|Indstilling|Beslutning)[A-ZÆØÅ][a-zæøå])"
)
# The foot of a page: `LokalMED Søgården - 07-11-2019 Side 3 af 4`.
_PAGE_FOOT = re.compile(r".{0,120}\bside\s+\d{1,4}(?:\s*(?:af|/)\s*\d{1,4})?\s*", re.IGNORECASE)
_OCR_ONE = re.compile(r"^(\s*(?:Punkt|PUNKT|Pkt\.?|Sag nr\.?)\s+)[lI|](?=\s*[:.])")
_FIGURES = re.compile(r"\d+")
_FULL_LINE = 60  # characters
_CELL_BORDER = re.compile(r"[|\t]")
LONGEST_HEADING = 400
"""Characters; a longer line is running text, whatever it begins with."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of minutes, and the numbers of those that the document marks as headings.

    `dense` says that there are hardly any empty lines: then a line that is short or ends a sentence ends a paragraph.
    """

    texts: list[str]
    marked: frozenset[int] = frozenset()
    dense: bool = False

    def ends_paragraph(self, number: int) -> bool:
        """Whether a paragraph may end with this line, so that a heading may stand below it."""
        return not self.texts[number] or (self.dense and self.may_end_paragraph(number))

    def may_end_paragraph(self, number: int) -> bool:
        """Whether this line is short, or ends a sentence."""
        line = self.texts[number].rstrip()
        return len(line) < _FULL_LINE or line.endswith((".", ":", "?", "!", ")"))

    def part(self, start: int, end: int) -> "Lines":
        """The lines from `start` up to `end`, numbered from 0."""
        marked = frozenset(number - start for number in self.marked if start <= number < end)
        return Lines(self.texts[start:end], marked, self.dense)


@dataclass(slots=True)
class _Kept:
    texts: list[str] = field(default_factory=list)
    marked: set[int] = field(default_factory=set)


def read_lines(text: str, headings: Collection[int] = ()) -> Lines:
    """The lines of `text`; page numbers, ruled lines and links of a web page are empty lines.

    `headings` are the numbers of the lines that the document marks as headings.
    """
    kept = _Kept()
    printed = text.replace("\f", "\n").split("\n")
    feet = _repeated_feet(printed)
    for number, line in enumerate(map(_with_one, printed)):
        for piece in _pieces("" if _FIGURES.sub("", line) in feet else _clean(line)):
            if number in headings and piece:
                kept.marked.add(len(kept.texts))
            kept.texts.append(piece)
    empty = sum(not text for text in kept.texts)
    return Lines(kept.texts, frozenset(kept.marked), dense=empty * 20 < len(kept.texts))


def join_lines(lines: list[str]) -> str:
    """Lines as a text to read: one empty line where there were several, none at either end."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return "\n".join(kept)


def following(lines: list[str], start: int, most: int = 3) -> list[int]:
    """The numbers of the first lines from `start` that are not empty, `most` of them at most."""
    found: list[int] = []
    for number in range(start, len(lines)):
        if lines[number]:
            found.append(number)
            if len(found) == most:
                break
    return found


def preceding(lines: list[str], end: int) -> int | None:
    """The number of the last line before `end` that is not empty."""
    return next((number for number in range(end - 1, -1, -1) if lines[number]), None)


def squeeze(text: str) -> str:
    """`text` reduced to its letters and digits, to compare titles whatever conversion did to their blanks."""
    return "".join(filter(str.isalnum, text.lower()))


def cells(line: str) -> list[str]:
    """The cells of a row of a table, or the line itself."""
    return [text for cell in _CELL_BORDER.split(line) if (text := cell.strip())]


def _with_one(line: str) -> str:
    """A line with the number 1 where OCR took it for a letter: `Punkt l:`."""
    return _OCR_ONE.sub(r"\g<1>1", line, count=1)


def _repeated_feet(lines: list[str]) -> frozenset[str]:
    """The feet of pages, without their figures, that stand on more than one."""
    counted = Counter(_FIGURES.sub("", line) for line in lines if len(line) < 140 and _PAGE_FOOT.fullmatch(line))
    return frozenset(foot for foot, count in counted.items() if count > 1)


def _clean(line: str) -> str:
    text = line.strip()
    if not text or _NOISE.fullmatch(text) or _TABLE_RULE.fullmatch(text):
        return ""
    return _NOISE_BEFORE.sub("", line.rstrip(), count=1)


def _pieces(line: str) -> Iterator[str]:
    """A line, or the lines that conversion glued together."""
    if line.lstrip().startswith("|"):
        yield line
        return
    yield from map(str.rstrip, _GLUED.split(line))
