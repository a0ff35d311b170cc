"""Strategies: agenda items and query trees over few words, so that queries hit."""

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from medsearch.model import AgendaItem, CaseNumber, Meeting, Outcome, Section, SectionName
from medsearch.query import Node, Searchable, make_searchable
from medsearch.query.fields import DAY, MENTIONED, TEXT_FIELDS
from medsearch.query.nodes import (
    Alike,
    All,
    Any,
    Dates,
    Everything,
    Keyword,
    Lowered,
    Not,
    Part,
    Pattern,
    Phrase,
    Prefer,
    Term,
    Value,
    Weighted,
    Words,
)

WORDS = (
    "budget",
    "budgettet",
    "videoovervågning",
    "overvågning",
    "løn",
    "Lone",
    "MED",
    "med",
    "IT-service",
    "97,1",
    "øl",
    "i januar 2024",
    "d. 5.1.24",
)
STEMS = (
    "budget",
    "videoovervågning",
    "overvågning",
    "løn",
    "lon",
    "MED",
    "med",
    "it",
    "servic",
    "itservic",
    "97",
    "øl",
    "x",
)
WRITTEN = (
    "budget",
    "budgettet",
    "videoovervågning",
    "løn",
    "lone",
    "MED",
    "med",
    "it",
    "service",
    "itservice",
    "97",
    "x",
)
PATTERNS = ("b*", "*ing", "*er*", "over*", "bud*et", "ø*", "x*", "*")
COMMITTEES = (None, "HovedMED", "LokalMED Rådhusservice")
SECTIONS = (SectionName.PRESENTATION, SectionName.DECISION, SectionName.OTHER)
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2024, 2, 28))

_texts = st.lists(st.sampled_from(WORDS), min_size=0, max_size=6).map(" ".join)
_meetings = st.builds(
    Meeting,
    committee=st.sampled_from(COMMITTEES),
    date=st.none() | DAYS,
    participants=st.sampled_from([(), ("Lone Krag",), ("Ib Holm", "Lone Krag")]),
)


def items(source: str) -> st.SearchStrategy[list[Searchable]]:
    """The items of one file."""
    item = st.fixed_dictionaries(
        {
            "meeting": _meetings,
            "title": st.none() | _texts,
            "case_number": st.sampled_from([None, CaseNumber.parse("81.38.00-P35-4-24"), CaseNumber.parse("24/8545")]),
            "outcome": st.sampled_from([None, *Outcome]),
            "closed": st.booleans(),
            "sections": st.lists(st.builds(Section, st.sampled_from(SECTIONS), st.none(), _texts), max_size=3).map(
                tuple
            ),
        }
    )
    return st.lists(item, max_size=5).map(
        lambda made: [
            make_searchable(AgendaItem(id=f"{source}#{place}", place=place, number=str(place), **fields))
            for place, fields in enumerate(made, start=1)
        ]
    )


def copies(source: str, of: list[Searchable]) -> st.SearchStrategy[list[Searchable]]:
    """Some of the items `of` another file as `source` has them: the same heads, other texts and outcomes."""

    def copy(item: AgendaItem, more: str, outcome: Outcome | None) -> Searchable:
        sections = (*item.sections, Section(SectionName.OTHER, None, more))
        address = f"{source}#{item.number}"
        return make_searchable(replace(item, id=address, outcome=outcome, sections=sections if more else ()))

    copied = [st.builds(copy, st.just(made.item), _texts, st.sampled_from([None, *Outcome])) for made in of]
    return st.tuples(*(st.none() | one for one in copied)).map(lambda made: [one for one in made if one])


_fields = st.sampled_from(["all", "all", *TEXT_FIELDS])
_leaves = st.one_of(
    st.builds(Term, st.sampled_from(STEMS), _fields, st.just(False)),
    st.builds(Term, st.sampled_from(WRITTEN), _fields, st.just(True)),
    st.builds(Phrase, st.lists(st.sampled_from(STEMS), min_size=2, max_size=3).map(tuple), _fields, st.just(False)),
    st.builds(Phrase, st.lists(st.sampled_from(WRITTEN), min_size=2, max_size=3).map(tuple), _fields, st.just(True)),
    st.builds(Pattern, st.sampled_from(PATTERNS), _fields),
    st.builds(Alike, st.sampled_from(["budgte", "videovervågning", "løb", "servise"]), _fields),
    st.builds(Part, st.sampled_from(["video", "overvågning", "budget"]), _fields),
    st.builds(Value, st.sampled_from(["lone", "ib holm"]), st.just("person")),
    st.builds(Value, st.sampled_from(["2024-01", "2024", "01-05"]), st.sampled_from([DAY, MENTIONED])),
    st.builds(Keyword, st.just("committee"), st.frozensets(st.sampled_from(["HovedMED", "X"]), max_size=2)),
    st.builds(Keyword, st.just("case"), st.frozensets(st.sampled_from(["^81", "81/38", "P35", "24", "9"]), max_size=2)),
    st.builds(Keyword, st.just("person"), st.frozensets(st.sampled_from(["lone", "ib holm"]), max_size=1)),
    st.builds(Keyword, st.just("outcome"), st.frozensets(st.sampled_from([o.value for o in Outcome]), max_size=2)),
    st.builds(Dates, st.none() | DAYS, st.none() | DAYS),
    st.just(Everything()),
)


def _deeper(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(nodes, max_size=3).map(tuple)
    return (
        st.builds(All, several)
        | st.builds(Any, several)
        | st.builds(Not, nodes)
        | st.builds(Prefer, nodes, nodes)
        | st.builds(Words, several)
        | st.builds(Weighted, nodes, st.floats(0.1, 2.0))
        | st.builds(Lowered, nodes, nodes, st.floats(0.1, 0.9))
    )


queries: st.SearchStrategy[Node] = st.recursive(_leaves, _deeper, max_leaves=6)
