"""What the browser asks the archive, away from the interface's thread."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from medsearch.api import Archive
from medsearch.browser.asking import SINGLE, Asked
from medsearch.errors import MedsearchError
from medsearch.model import SectionName
from medsearch.search.answers import Answer, FacetCount

PAGE = 40
"""Hits fetched at a time: a screen or two."""

SECTIONS = (
    "title",
    SectionName.SUMMARY,
    SectionName.PRESENTATION,
    SectionName.RECOMMENDATION,
    SectionName.DECISION,
)
"""The sections that can be narrowed to."""

Counts = Mapping[str, tuple[FacetCount, ...]]
_UNFINISHED = re.compile(r"(?:^|\s)\w{3,}$")  # a bare word that may still be typed


class Found(NamedTuple):
    """An answer, and what was asked for it: the words may have got a star, where the last was still being typed."""

    asked: Asked
    answer: Answer


def find_page(archive: Archive, asked: Asked, page: int = 1) -> Found:
    """A page of hits. Raises MedsearchError for what cannot be read."""
    return Found(asked, archive.find(asked.request(limit=PAGE, page=page)))


def find_as_typed(archive: Archive, asked: Asked) -> Found:
    """The first page of hits while words are typed.

    Where nothing holds the last of them, it is what begins with it that is meant; only where there is no such thing
    either, the words are misspelt: to find that out takes a look at all words of the archive.
    """
    found = find_page(archive, asked._replace(as_typed=True))
    if not found.answer.total and _UNFINISHED.search(asked.words):
        found = find_page(archive, found.asked._replace(words=f"{asked.words}*"))
    return found if found.answer.total else find_page(archive, asked)


def count_facets(archive: Archive, asked: Asked, is_wanted: Callable[[], bool] = lambda: True) -> Counts | None:
    """Counts of all facets; of one that a value is chosen of, as if none were: so the others can be chosen too.

    None as soon as the answer is not wanted any more.
    """
    counts = dict(archive.count(asked.request(limit=1)))
    for facet in {choice.facet for choice in asked.choices} & {"committee", "outcome", *SINGLE} - {"section"}:
        wider = asked.without(facet).without("month") if facet == "year" else asked.without(facet)
        counts[facet] = archive.count(wider.request(limit=1))[facet]
    found = []
    for section in SECTIONS if asked.words.strip() else ():
        if not is_wanted():
            return None
        found.append(FacetCount(str(section), _count_in(archive, asked.without("section"), section)))
    # Words that name no text, as in udvalg:hovedmed, are found in every section and tell nothing.
    tells = any(count.number != found[0].number for count in found)
    counts["section"] = tuple(count for count in found if count.number) if tells else ()
    return counts


def _count_in(archive: Archive, asked: Asked, section: str) -> int:
    """How many hits there are when the words are looked for in one section only."""
    try:
        return archive.find(asked.request(limit=1)._replace(section=section)).total
    except MedsearchError:
        return 0  # the words name a section themselves
