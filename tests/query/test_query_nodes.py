"""What the nodes of the query tree mean."""

import datetime as dt
from collections.abc import Callable

import pytest

from medsearch.query import Node, Searchable
from medsearch.query.nodes import All, Any, Dates, Everything, Keyword, Not, Pattern, Phrase, Prefer, Term

Item = Callable[..., Searchable]

BUDGET, FERIE = Term("budget"), Term("feri")


@pytest.mark.parametrize(
    ("node", "found"),
    [
        (Everything(), True),
        (All(()), True),
        (Any(()), False),
        (Not(Everything()), False),
        (All((BUDGET, Everything())), True),
        (All((BUDGET, FERIE)), False),
        (Any((BUDGET, FERIE)), True),
        (Prefer(BUDGET, FERIE), True),
        (Prefer(FERIE, BUDGET), False),
        (Term("budgettet", exact=True), True),
        (Term("budget", exact=True), False),
        (Term("budget", "title"), False),
        (Phrase(("budgettet", "for"), exact=True), True),
        (Phrase(("for", "budgettet"), exact=True), False),
        (Phrase(("budgettet", "for"), "title", exact=True), False),
        (Pattern("bud*"), True),
        (Pattern("ud*"), False),
        (Pattern("bud*", "title"), False),
        (Keyword("committee", frozenset({"HovedMED", "LokalMED Rådhusservice"})), True),
        (Keyword("committee", frozenset({"HovedMED"})), False),
        (Keyword("committee", frozenset()), False),
        (Dates(), True),
        (Dates(dt.date(2025, 10, 8), dt.date(2025, 10, 8)), True),
        (Dates(None, dt.date(2025, 10, 7)), False),
        (Dates(dt.date(2025, 10, 9), None), False),
    ],
)
def test_what_a_node_matches(item: Item, node: Node, found: bool) -> None:
    assert node.matches(item("Budgettet for Ravnsø")) is found


def test_dates_open_on_both_sides_still_want_a_date(item: Item) -> None:
    assert not Dates().matches(item(day=None))


@pytest.mark.parametrize(
    ("pattern", "word", "fits"),
    [
        ("over*", "over", True),
        ("over*", "overvågning", True),
        ("*ing", "ingen", False),
        ("a*c", "abc", True),
        ("a*c", "abcd", False),
        ("a**c", "abc", True),
        ("a.c", "abc", False),
        ("*", "ø", True),
    ],
)
def test_a_pattern_fits_whole_words(pattern: str, word: str, fits: bool) -> None:
    assert Pattern(pattern).fits(word) is fits


def test_leaves_are_what_an_item_is_found_by() -> None:
    leaf = Pattern("over*")
    tree = All((Prefer(Any((BUDGET, FERIE)), leaf), Dates(), Keyword("closed", frozenset({"no"}))))
    assert list(tree.leaves()) == [BUDGET, FERIE, leaf]


def test_what_must_not_occur_is_no_leaf() -> None:
    assert list(All((BUDGET, Not(FERIE))).leaves()) == [BUDGET]
