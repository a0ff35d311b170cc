"""What was decided, in short: the sentences of a decision that say so, without who was there or who said what first."""

import re
from collections.abc import Iterator
from functools import cache

from medsearch.model import AgendaItem, Outcome, SectionName

LENGTH = 240  # characters that are enough, at the end of a sentence

_SAYS_NOT_WHAT = re.compile(r"Det(?:te)? (?:blev|er) \w+\.")  # as in “Det blev aftalt.”
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ\"”»„])|\n\s*\n")
_PRESENT = r"\b(?:deltog i mødet|var fraværende|forlod mødet|mødte til)\b|^(?:Fraværende|Afbud)\b"
# What a committee agrees upon; what others have decided is told in the active voice.
_AGREED = (
    r"\b(?:blev|bliver|er)\s+(?:\w+\s+){0,2}(?:besluttet|vedtaget|aftalt|enighed|enige)\b"
    r"|\b\w*(?:MED|udvalget)\s+(?:\w+\s+)?(?:beslutte|vedt[ao]g|aftal|anbefale)"
)
_SAYS = {
    Outcome.POSTPONED: r"\bud(?:sat|sæt|skud|skyd)",
    Outcome.REJECTED: r"\b(?:afvis|forkast|nedstem|sagde nej|ikke (?:godken|tiltr|imødek|vedt))",
    Outcome.APPROVED: r"\bgodken",
    Outcome.ADOPTED: r"\b(?:tiltr[åæ]d|vedt[ao]g|beslut|tilslut)",
    Outcome.NOTED: r"\befterretning\b",
    Outcome.DISCUSSED: r"\bdrøft",
}


def decision_in_short(item: AgendaItem) -> str:
    """The first sentences of the last decision that say what was decided, on one line; empty where there are none."""
    text = next((part.text for part in reversed(item.sections) if part.name is SectionName.DECISION and part.text), "")
    sentences = [" ".join(sentence.split()) for sentence in _SENTENCE.split(text.strip())]
    said = [sentence for sentence in sentences if sentence and not _compiled(_PRESENT).search(sentence)]
    short = ""
    for sentence in said[_first(said, item.outcome) :]:
        if short and not short.endswith(":") and len(short) + len(sentence) > LENGTH:
            break
        short = f"{short} {sentence}".strip()
    return short


def _first(sentences: list[str], outcome: Outcome | None) -> int:
    """The number of the first sentence that says what was decided; of the first at all where none does."""
    for pattern in _patterns(outcome):
        for number, sentence in enumerate(sentences):
            if _compiled(pattern).search(sentence) and not _SAYS_NOT_WHAT.fullmatch(sentence):
                return number
    return 0


def _patterns(outcome: Outcome | None) -> Iterator[str]:
    """What says it, in the order in which it tells most. That something was noted or discussed tells least."""
    says_little = outcome in (None, Outcome.NOTED, Outcome.DISCUSSED)
    if outcome and not says_little:
        yield _SAYS[outcome]
    yield _AGREED
    if outcome and says_little:
        yield _SAYS[outcome]


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
