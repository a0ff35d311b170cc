"""An agenda item as it can be asked for: its terms by field. What engines index and query nodes look at."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from medsearch.language.compounds import parts_in
from medsearch.language.dates import NamedDay, find_named_days
from medsearch.language.words import Token, plain_tokens, tokens
from medsearch.model import AgendaItem, CaseNumber, SectionName
from medsearch.query.copies import key_of, nth_key
from medsearch.query.fields import ADDRESS, DAY, MENTIONED, SAME, TITLE, WHOLE

# No phrase reaches from one section into the next.
SECTION_GAP = 100
_LONGEST_NAME = 5  # words of a name that are looked at

# A title of these words only, one of the first kind among them, is a formality. Anything else in it is a matter.
_FORMAL_PAPERS = frozenset(
    "dagsorden dagsordenen referat referatet referater referaterne mødereferat mødereferatet mødereferater "
    "beslutningsreferat protokol protokollen beslutningsprotokol beslutningsprotokollen".split()
)
_FORMAL_WORDS = _FORMAL_PAPERS | frozenset(
    "godkendelse godkende godkendes bemærkninger underskrift underskrivelse af til fra for i og samt den d det "
    "sidste seneste forrige møde mødes mødet mødets møder b kl ekstraordinært ordinært "
    "januar februar marts april maj juni juli august september oktober november december".split()
)
_COMMITTEE_WORD = re.compile(r"\w*(?:med|udvalg|udvalget)")


class Searchable(NamedTuple):
    """The terms of an item.

    `texts` holds for every text field its tokens, `parts` the stems of the parts of its compounds with the positions of
    these; `keywords` for every keyword field its values, folded as queries fold them; `day` is the date of the meeting.
    """

    item: AgendaItem
    texts: dict[str, list[Token]]
    parts: dict[str, list[tuple[str, int]]]
    keywords: dict[str, frozenset[str]]
    day: dt.date | None

    @property
    def id(self) -> str:
        """The address of the item."""
        return self.item.id

    @property
    def same(self) -> str | None:
        """What it has in common with its copies in other files; None where too little is known of it."""
        return next(iter(self.keywords[SAME]), None)

    @property
    def words(self) -> int:
        """How many words its whole text has."""
        return len(self.texts.get(WHOLE, ()))


def make_all_searchable(items: Iterable[AgendaItem]) -> Iterator[Searchable]:
    """The terms of the items of one file. Items of one file are no copies of one another, also if their heads agree."""
    times: Counter[str] = Counter()
    for made in map(make_searchable, items):
        if made.same:
            times[made.same] += 1
            made.keywords[SAME] = frozenset({nth_key(made.same, times[made.same])})
        yield made


def make_searchable(item: AgendaItem) -> Searchable:
    """The terms of `item`. Names of absentees and headings are in no text field: they are not what it is about."""
    texts: dict[str, list[Token]] = {}
    parts: dict[str, list[tuple[str, int]]] = {}
    for name, text in _texts(item):
        found = tokens(text)
        compounds = list(parts_in(text, found))
        for field in (name, WHOLE):
            shift = _append(texts.setdefault(field, []), found)
            parts.setdefault(field, []).extend((part, token.position + shift) for part, token in compounds)
    meeting, same = item.meeting, key_of(item)
    keywords = {
        "committee": frozenset({meeting.committee} if meeting.committee else ()),
        "case": frozenset(case_keywords(item.case_number) if item.case_number else ()),
        "person": frozenset(word for name in _people(item) for word in name_keywords(name)),
        "outcome": frozenset({item.outcome.value} if item.outcome else ()),
        "closed": frozenset({"yes" if item.closed else "no"}),
        "formality": frozenset({"yes" if is_formality(item.title) else "no"}),
        "source": frozenset({item.source}),
        DAY: frozenset(day_keywords(meeting.date) if meeting.date else ()),
        MENTIONED: frozenset(_mentioned(item)),
        ADDRESS: frozenset({item.id}),
        SAME: frozenset({same} if same else ()),
    }
    return Searchable(item, texts, parts, keywords, meeting.date)


def is_formality(title: str | None) -> bool:
    """Whether an item of this title approves agenda or minutes and nothing else."""
    words = re.findall(r"[^\W_]+", (title or "").lower())
    return not _FORMAL_PAPERS.isdisjoint(words) and all(
        word in _FORMAL_WORDS or word.isdecimal() or _COMMITTEE_WORD.fullmatch(word) for word in words
    )


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


def day_keywords(day: dt.date) -> Iterator[str]:
    """A day as it can be asked for: by year, by month with and without year, whole."""
    return NamedDay(day.year, day.month, day.day).keywords()


def name_keywords(name: str) -> Iterator[str]:
    """Every choice of the words of a person's name, in their order: people leave out middle names, or first ones."""
    words = [token.written for token in plain_tokens(name)][:_LONGEST_NAME]
    for count in range(1, len(words) + 1):
        for chosen in combinations(words, count):
            yield " ".join(chosen)


def _texts(item: AgendaItem) -> Iterator[tuple[str, str]]:
    if item.title:
        yield TITLE, item.title
    for section in item.sections:
        if section.text:
            yield section.name.value, section.text
    for detail in item.details:
        yield SectionName.TEXT.value, detail


def _people(item: AgendaItem) -> Iterator[str]:
    yield from item.meeting.participants
    yield from item.meeting.absent
    yield from item.absent


def _mentioned(item: AgendaItem) -> Iterator[str]:
    """The days and months that the text of an item names."""
    for _, text in _texts(item):
        for found in find_named_days(text):
            yield from found.named.keywords()


def _append(all_tokens: list[Token], more: list[Token]) -> int:
    """Adds the tokens of another section, their positions behind a gap; how far behind."""
    shift = all_tokens[-1].position + SECTION_GAP if all_tokens else 0
    all_tokens.extend(token._replace(position=token.position + shift) for token in more)
    return shift
