"""An agenda item as it can be asked for: its terms by field. What engines index and query nodes look at."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from medsearch.language.words import Token, tokens
from medsearch.model import AgendaItem, CaseNumber
from medsearch.query.fields import TITLE, WHOLE

# No phrase reaches from one section into the next.
SECTION_GAP = 100

_FORMALITY = (
    r"(?:godkendelse\s+af|bemærkninger\s+til|underskrift\s+af|underskrivelse\s+af)?\s*(?:den\s+)?"
    r"(?:dagsorden(?:en)?|referat(?:et|er)?|mødereferat(?:et)?|beslutningsprotokol(?:len)?|protokol(?:len)?)"
    r"(?:\s+(?:og|samt|fra|til|for|af)\b.*)?"
)


@dataclass(frozen=True, slots=True)
class Searchable:
    """The terms of an item.

    `texts` holds for every text field its tokens; `keywords` for every keyword field its values, folded as queries fold
    them; `day` is the date of the meeting.
    """

    item: AgendaItem
    texts: dict[str, list[Token]] = field(default_factory=dict)
    keywords: dict[str, frozenset[str]] = field(default_factory=dict)
    day: dt.date | None = None

    @property
    def id(self) -> str:
        """The address of the item."""
        return self.item.id


def make_searchable(item: AgendaItem) -> Searchable:
    """The terms of `item`. Names of absentees and headings are in no text field: they are not what it is about."""
    texts: dict[str, list[Token]] = {}
    for name, text in _texts(item):
        _append(texts.setdefault(name, []), found := tokens(text))
        _append(texts.setdefault(WHOLE, []), found)
    meeting = item.meeting
    keywords = {
        "committee": frozenset({meeting.committee} if meeting.committee else ()),
        "case": frozenset(case_keywords(item.case_number) if item.case_number else ()),
        "person": frozenset(word for name in _people(item) for word in name_keywords(name)),
        "outcome": frozenset({item.outcome.value} if item.outcome else ()),
        "closed": frozenset({"yes" if item.closed else "no"}),
        "formality": frozenset({"yes" if is_formality(item.title) else "no"}),
        "source": frozenset({item.source}),
    }
    return Searchable(item, texts, keywords, meeting.date)


def is_formality(title: str | None) -> bool:
    """Whether an item of this title approves agenda or minutes and nothing else."""
    return title is not None and re.fullmatch(_FORMALITY, title.strip(" ."), re.IGNORECASE) is not None


def case_keywords(number: CaseNumber) -> Iterator[str]:
    """Every run of the parts of a case number; those from its beginning also marked with `^`: people know pieces."""
    parts = number.parts
    for start in range(len(parts)):
        for end in range(start + 1, len(parts) + 1):
            run = case_keyword(parts[start:end])
            yield run
            if start == 0:
                yield f"^{run}"


def case_keyword(parts: tuple[str, ...]) -> str:
    """A run of parts of a case number as one keyword."""
    return "/".join(parts)


def name_keywords(name: str) -> Iterator[str]:
    """The words of a person's name, and all pairs of them in order: people leave out middle names."""
    words = plain_words(name)
    yield from words
    for first, second in combinations(words, 2):
        yield f"{first} {second}"


def plain_words(text: str) -> list[str]:
    """The words of `text` as written, one for each position: without the joined forms."""
    return list({token.position: token.written for token in reversed(tokens(text))}.values())[::-1]


def _texts(item: AgendaItem) -> Iterator[tuple[str, str]]:
    if item.title:
        yield TITLE, item.title
    for section in item.sections:
        if section.text:
            yield section.name.value, section.text


def _people(item: AgendaItem) -> Iterator[str]:
    yield from item.meeting.participants
    yield from item.meeting.absent
    yield from item.absent


def _append(all_tokens: list[Token], more: list[Token]) -> None:
    """Adds the tokens of another section, their positions behind a gap."""
    shift = all_tokens[-1].position + SECTION_GAP if all_tokens else 0
    all_tokens.extend(token._replace(position=token.position + shift) for token in more)
