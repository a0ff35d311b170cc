"""Snippets: the passages of an item that answer, from the decision when it holds the words."""

import re
from collections.abc import Sequence

from medsearch.model import AgendaItem, Section, SectionName
from medsearch.query.nodes import Leaf
from medsearch.search.answers import Snippet
from medsearch.search.highlighting import Span, find_spans

MOST_SNIPPETS = 2
LENGTH = 240  # characters of a snippet, about three lines
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+")
# Which sections answer first where several hold the words: what was decided, then what was asked for.
_FIRST = {SectionName.DECISION: 3, SectionName.SUMMARY: 2, SectionName.PRESENTATION: 1}


def make_snippets(item: AgendaItem, leaves: Sequence[Leaf]) -> tuple[Snippet, ...]:
    """Up to MOST_SNIPPETS passages with the words of `leaves`; the beginning of the decision where none has them."""
    passages = [(section, text, find_spans(text, section.name, leaves)) for section, text in _texts(item)]
    holding = [passage for passage in passages if passage[2]]
    holding.sort(key=lambda passage: -_FIRST.get(passage[0].name, 0))
    if not holding:
        return tuple(_cut(section, text, []) for section, text, _ in _lead(passages))
    return tuple(_cut(*passage) for passage in holding[:MOST_SNIPPETS])


def _texts(item: AgendaItem) -> list[tuple[Section, str]]:
    return [(section, " ".join(section.text.split())) for section in item.sections if section.text]


def _lead(passages: list[tuple[Section, str, list[Span]]]) -> list[tuple[Section, str, list[Span]]]:
    return sorted(passages, key=lambda passage: -_FIRST.get(passage[0].name, 0))[:1]


def _cut(section: Section, text: str, spans: list[Span]) -> Snippet:
    """The passage of LENGTH characters around the most spans, cut between words, with dots where text is left out."""
    start, end = _window(text, spans)
    before, after = ("… " if start > 0 else ""), (" …" if end < len(text) else "")
    shift = len(before) - start
    highlights = tuple((first + shift, last + shift) for first, last in spans if first >= start and last <= end)
    return Snippet(section.name, section.heading, f"{before}{text[start:end]}{after}", highlights)


def _window(text: str, spans: list[Span]) -> Span:
    if len(text) <= LENGTH:
        return 0, len(text)
    first = max(spans, key=lambda span: _near(span[0], spans), default=(0, 0))
    earliest = max(0, min(first[0] - LENGTH // 4, len(text) - LENGTH))
    start = _sentence_start(text, earliest, first[0])
    end = min(len(text), max(start + LENGTH, first[1]))
    return start, _word_end(text, end)


def _near(start: int, spans: list[Span]) -> int:
    """How many words found stand in the passage that begins a little before `start`."""
    return sum(start <= first and last <= start + LENGTH * 3 // 4 for first, last in spans)


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
