"""Why a hit is one, in words that a secretary can follow."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from medsearch.query.ways import Way
from medsearch.rendering.harmless import harmless
from medsearch.rendering.layout import indented
from medsearch.rendering.words import QUIET
from medsearch.search.answers import Explanation, Reason
from medsearch.texts import _, decimal, later, quoted

_MARGIN = " " * 8  # where the reasons stand, behind what they count
_SAID = {
    Way.WORD: later("“{word}” stands there as {forms}"),
    Way.AS_WRITTEN: later("“{word}” stands there as written"),
    Way.PHRASE: later("the words “{word}” stand there in a row"),
    Way.PATTERN: later("{word} fits {forms}"),
    Way.ALIKE: later("{word} is spelt like {forms}"),
    Way.COMPOUND: later("“{word}” is a part of {forms}"),
    Way.TORN: later("“{word}” stands there in parts: {forms}"),
    Way.SCATTERED: later("parts of “{word}” stand there: {forms}"),
    Way.LOOSE: later("one part of “{word}” stands there: {forms}"),
    Way.JOINED: later("“{word}” stands there as one word: {forms}"),
    Way.ABBREVIATION: later("“{word}” also means {forms}"),
    Way.SYNONYM: later("“{word}” is nearly the same as {forms}"),
    Way.RELATED: later("“{word}” has the same root as {forms}"),
    Way.PERSON: later("“{word}” was at the meeting, or should have been"),
    Way.CASE: later("{word} is the case number, or a piece of it"),
    Way.DAY: later("the meeting was held then: {word}"),
    Way.MENTIONED: later("the text names the time: {forms}"),
}


def explanation_lines(explanation: Explanation, console: Console, width: int, indent: str) -> Iterator[Text]:
    """A line or more for each reason, the weightiest first, behind what it counts."""
    yield Text(indent).append(_("Why this is a hit:"), style="italic")
    for reason in explanation.reasons:
        said = Text(harmless(_said(reason))).append(harmless(_where(reason)), style=QUIET)
        first, *others = indented(said, console, width, indent + _MARGIN)
        yield Text.assemble(indent, (f"{decimal(reason.score, 2):>6}  ", "bold"), first[len(indent + _MARGIN) :])
        yield from others
    for sentence in _besides(explanation):
        yield from indented(Text(sentence, style=QUIET), console, width, indent + _MARGIN)


def _besides(explanation: Explanation) -> Iterator[str]:
    """What puts a hit where it is, besides its reasons."""
    if not explanation.reasons:
        yield _("It is what the filters ask for.")
    if explanation.all_words:
        yield _("It holds all the words, and so comes before hits that lack one.")
    if explanation.formality:
        yield _("It approves agenda or minutes, and so counts less.")


def _said(reason: Reason) -> str:
    forms = ", ".join(quoted(form) for form in reason.forms)
    return _(_SAID[reason.way]).format(word=reason.word, forms=forms or quoted(reason.word))


def _where(reason: Reason) -> str:
    places = ", ".join(section or _("title") for section in reason.sections)
    return f" ({places})" if places else ""
