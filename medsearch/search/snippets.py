"""Snippets: the passages of an item that answer, from the decision when it holds the words."""

import re
from collections import Counter
from typing import NamedTuple

from medsearch.model import Section, SectionName
from medsearch.query.nodes import Leaf
from medsearch.search.answers import Snippet
from medsearch.search.highlighting import Marks, Span

MOST_SNIPPETS = 2
LENGTH = 240  # characters of a snippet, about three lines
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+(?=[A-ZÆØÅ\"”»])")
# Which sections answer first where several hold as many of the words: what was decided, then what was asked for.
_FIRST = {SectionName.DECISION: 3, SectionName.SUMMARY: 2, SectionName.PRESENTATION: 1}


def make_snippets(marks: Marks) -> tuple[Snippet, ...]:
    """Up to MOST_SNIPPETS passages: where what the item is found by stands, and one from the decision in any case."""
    passages = list(_passages(marks))
    passages.sort(key=_rank, reverse=True)
    holding = [passage for passage in passages if passage.found] or passages[:1]
    shown = holding[:MOST_SNIPPETS]
    decision = next((passage for passage in passages if passage.section.name is SectionName.DECISION), None)
    if decision and decision not in shown:
        # The words led here; what people want to know is what came of it.
        shown = [*shown[: MOST_SNIPPETS - 1], decision]
    return tuple(map(_cut, shown))


class _Found(NamedTuple):
    start: int
    end: int
    leaf: Leaf


class _Passage(NamedTuple):
    section: Section
    text: str
    spans: list[Span]
    found: list[_Found]  # in order


def _passages(marks: Marks) -> list[_Passage]:
    passages = []
    for section, text, spans in marks.sections:
        found = sorted(
            (_Found(start, end, leaf) for leaf in marks.leaves for start, end in spans.get(leaf, ())),
            key=lambda one: (one.start, one.end),
        )
        if section:
            passages.append(_Passage(section, text, marks.spans(spans), found))
    return passages


def _rank(passage: _Passage) -> tuple[bool, int, int]:
    """The decision where it holds a word; then the section with the most different words; then what answers first."""
    different = len({leaf for _, _, leaf in passage.found})
    importance = _FIRST.get(passage.section.name, 0)
    return bool(passage.found) and passage.section.name is SectionName.DECISION, different, importance


def _cut(passage: _Passage) -> Snippet:
    """LENGTH characters around the most words found, cut between words, with dots where text is left out."""
    section, text, spans, found = passage
    start, end = _window(text, found)
    before, after = ("… " if start > 0 else ""), (" …" if end < len(text) else "")
    shift = len(before) - start
    highlights = tuple((first + shift, last + shift) for first, last in spans if first >= start and last <= end)
    return Snippet(section.name, section.heading, f"{before}{text[start:end]}{after}", highlights)


def _window(text: str, found: list[_Found]) -> Span:
    if len(text) <= LENGTH:
        return 0, len(text)
    first = _densest(found)
    earliest = max(0, min(first[0] - LENGTH // 4, len(text) - LENGTH))
    start = _sentence_start(text, earliest, first[0])
    end = min(len(text), max(start + LENGTH, first[1]))
    return start, _word_end(text, end)


def _densest(found: list[_Found]) -> Span:
    """The word found that the most different others follow closely, and of such that which most others do."""
    best, place = (0, 0), (0, 0)
    near: Counter[Leaf] = Counter()
    last = 0
    for first, (start, end, leaf) in enumerate(found):
        while last < len(found) and found[last].start <= start + LENGTH * 3 // 4:
            near[found[last].leaf] += 1
            last += 1
        if (richness := (len(near), last - first)) > best:
            best, place = richness, (start, end)
        near[leaf] -= 1
        if not near[leaf]:
            del near[leaf]
    return place


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
