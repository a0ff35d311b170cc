"""Why a hit is one, in words that a secretary can follow."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from medsearch.query.ways import Way
from medsearch.rendering.harmless import harmless
from medsearch.rendering.layout import indented
from medsearch.rendering.words import QUIET
from medsearch.search.answers import Explanation, Reason

_MARGIN = " " * 8  # where the reasons stand, behind what they count
_SAID = {
    Way.WORD: "“{word}” stands there as {forms}",
    Way.AS_WRITTEN: "“{word}” stands there as written",
    Way.PHRASE: "the words “{word}” stand there in a row",
    Way.PATTERN: "{word} fits {forms}",
    Way.ALIKE: "{word} is spelt like {forms}",
    Way.COMPOUND: "“{word}” is a part of {forms}",
    Way.TORN: "“{word}” stands there in parts: {forms}",
    Way.SCATTERED: "parts of “{word}” stand there: {forms}",
    Way.LOOSE: "one part of “{word}” stands there: {forms}",
    Way.JOINED: "“{word}” stands there as one word: {forms}",
    Way.ABBREVIATION: "“{word}” also means {forms}",
    Way.SYNONYM: "“{word}” is nearly the same as {forms}",
    Way.RELATED: "“{word}” has the same root as {forms}",
    Way.PERSON: "“{word}” was at the meeting, or should have been",
    Way.CASE: "{word} is the case number, or a piece of it",
    Way.DAY: "the meeting was held then: {word}",
    Way.MENTIONED: "the text names the time: {forms}",
}


def explanation_lines(explanation: Explanation, console: Console, width: int, indent: str) -> Iterator[Text]:
    """A line or more for each reason, the weightiest first, behind what it counts."""
    yield Text(f"{indent}Why this is a hit:", style="italic")
    for reason in explanation.reasons:
        said = Text(harmless(_said(reason))).append(harmless(_where(reason)), style=QUIET)
        first, *others = indented(said, console, width, indent + _MARGIN)
        yield Text.assemble(indent, (f"{reason.score:6.2f}  ", "bold"), first[len(indent + _MARGIN) :])
        yield from others
    if not explanation.reasons:
        yield Text(f"{indent}{_MARGIN}It is what the filters ask for.", style=QUIET)
    if explanation.all_words:
        yield Text(f"{indent}{_MARGIN}It holds all the words, and so comes before hits that lack one.", style=QUIET)
    if explanation.formality:
        yield Text(f"{indent}{_MARGIN}It approves agenda or minutes, and so counts less.", style=QUIET)


def _said(reason: Reason) -> str:
    forms = ", ".join(f"“{form}”" for form in reason.forms)
    return _SAID[reason.way].format(word=reason.word, forms=forms or f"“{reason.word}”")


def _where(reason: Reason) -> str:
    places = ", ".join(section or "title" for section in reason.sections)
    return f" ({places})" if places else ""
