"""Snippets: the passages of an item that answer, from the decision when it holds the words."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from medsearch.model import AgendaItem, Section, SectionName
from medsearch.query.nodes import Leaf
from medsearch.search.answers import Snippet
from medsearch.search.highlighting import Span, find_spans

MOST_SNIPPETS = 2
LENGTH = 240  # characters of a snippet, about three lines
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+(?=[A-ZÆØÅ\"”»])")
# Which sections answer first where several hold the words: what was decided, then what was asked for.
_FIRST = {SectionName.DECISION: 3, SectionName.SUMMARY: 2, SectionName.PRESENTATION: 1}


def make_snippets(item: AgendaItem, leaves: Sequence[Leaf]) -> tuple[Snippet, ...]:
    """Up to MOST_SNIPPETS passages: where the words of `leaves` stand, and one from the decision in any case."""
    passages = [_Passage(section, text, find_spans(text, section.name, leaves)) for section, text in _texts(item)]
    passages.sort(key=lambda passage: -_FIRST.get(passage.section.name, 0))
    holding = [passage for passage in passages if passage.spans] or passages[:1]
    shown = holding[:MOST_SNIPPETS]
    decision = next((passage for passage in passages if passage.section.name is SectionName.DECISION), None)
    if decision and decision not in shown:
        # The words led here; what people want to know is what came of it.
        shown = [*shown[: MOST_SNIPPETS - 1], decision]
    return tuple(map(_cut, shown))


class _Passage(NamedTuple):
    section: Section
    text: str
    spans: list[Span]


def _texts(item: AgendaItem) -> list[tuple[Section, str]]:
    return [(section, " ".join(section.text.split())) for section in item.sections if section.text]


def _cut(passage: _Passage) -> Snippet:
    """LENGTH characters around the most words found, cut between words, with dots where text is left out."""
    section, text, spans = passage
    start, end = _window(text, spans)
    before, after = ("… " if start > 0 else ""), (" …" if end < len(text) else "")
    shift = len(before) - start
    highlights = tuple((first + shift, last + shift) for first, last in spans if first >= start and last <= end)
    return Snippet(section.name, section.heading, f"{before}{text[start:end]}{after}", highlights)


def _window(text: str, spans: list[Span]) -> Span:
    if len(text) <= LENGTH:
        return 0, len(text)
    first = _densest(spans)
    earliest = max(0, min(first[0] - LENGTH // 4, len(text) - LENGTH))
    start = _sentence_start(text, earliest, first[0])
    end = min(len(text), max(start + LENGTH, first[1]))
    return start, _word_end(text, end)


def _densest(spans: list[Span]) -> Span:
    """The word found that most others follow closely."""
    starts = [start for start, _ in spans]
    near = [bisect_right(starts, start + LENGTH * 3 // 4) - number for number, start in enumerate(starts)]
    return spans[near.index(max(near))] if spans else (0, 0)


def _sentence_start(text: str, earliest: int, word: int) -> int:
    """Where to begin: at a sentence between `earliest` and the word found, else at a word."""
    if earliest == 0:
        return 0
    sentence = _SENTENCE.search(text, earliest, word)
    if sentence:
        return sentence.end()
    blank = text.find(" ", earliest, word)
    return blank + 1 if blank >= 0 else earliest if text[earliest - 1] == " " else word


def _word_end(text: str, end: int) -> int:
    """The end of the last whole word before `end`; a word longer than a snippet stays whole."""
    if end >= len(text) or text[end] == " ":
        return min(end, len(text))
    blank = text.rfind(" ", 0, end)
    return blank if blank > end - LENGTH // 2 else end
