"""What the nodes of the query tree mean."""

import datetime as dt
from collections.abc import Callable

import pytest

from medsearch.query import Node, Searchable
from medsearch.query.fields import DAY, MENTIONED
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
    highest_score,
    lift_of,
    map_leaves,
)

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
        (Alike("butgettet"), True),
        (Alike("ravnsøe"), True),
        (Alike("ferie"), False),
        (Alike("butgettet", "title"), False),
        (Value("2025-10", DAY), True),
        (Value("10-08", DAY), True),
        (Value("2024", DAY), False),
        (Value("2025-10", MENTIONED), False),
        (Weighted(BUDGET, 0.1), True),
        (Weighted(FERIE, 9.0), False),
        (Words((BUDGET, FERIE)), True),
        (Words((FERIE,), (BUDGET,)), True),
        (Words((FERIE,), (FERIE,)), False),
        (Words(()), False),
        (Lowered(BUDGET, Everything(), 0.5), True),
        (Lowered(FERIE, BUDGET, 0.5), False),
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


@pytest.mark.parametrize(
    ("stem", "text", "found"),
    [
        ("overvågning", "Videoovervågningen", True),
        ("sygefravær", "Sygefraværsstatistik", True),
        ("overvågning", "Overvågning", False),
        ("valg", "Udvalget", False),
        ("gård", "Birthe Kvistgård", False),
    ],
)
def test_a_part_is_found_in_compounds_only(item: Item, stem: str, text: str, found: bool) -> None:
    assert Part(stem).matches(item(text)) is found


def test_a_part_is_looked_for_in_its_section(item: Item) -> None:
    assert Part("overvågning", "decision").matches(item(decision="Videoovervågning"))
    assert not Part("overvågning", "title").matches(item(decision="Videoovervågning"))


@pytest.mark.parametrize(
    ("word", "other", "fits"),
    [
        ("kantine", "kantinne", True),
        ("kantine", "KANTINE", True),
        ("kantine", "kassen", False),
        ("løn", "lån", False),
        ("ferie", "feire", True),
        ("overenskomst", "ovrenskmst", True),
    ],
)
def test_longer_words_may_differ_more_and_be_alike(word: str, other: str, fits: bool) -> None:
    assert Alike(word).fits(other) is fits


@pytest.mark.parametrize(
    "node",
    [Words((BUDGET,), (FERIE,)), Weighted(Any((BUDGET, FERIE)), 0.5), Lowered(Any((BUDGET, FERIE)), Term("x"), 0.5)],
)
def test_what_only_ranks_is_no_leaf(node: Node) -> None:
    assert list(node.leaves()) == [BUDGET, FERIE]


def test_leaves_are_exchanged_wherever_an_item_is_found_by_them() -> None:
    tree = Words((Weighted(BUDGET, 0.5), Lowered(BUDGET, BUDGET, 0.5)), (Prefer(BUDGET, Not(BUDGET)),))
    changed = map_leaves(tree, lambda _: FERIE)
    assert changed == Words((Weighted(FERIE, 0.5), Lowered(FERIE, BUDGET, 0.5)), (Prefer(FERIE, Not(BUDGET)),))


def test_words_that_come_first_are_lifted_above_all_that_others_can_score() -> None:
    tree = Words((BUDGET, Weighted(FERIE, 3.0)), (Term("løn"),))
    assert lift_of(tree, lambda _: 2.0) > 2.0 + 3.0 * 2.0 + 2.0
    assert highest_score(tree, lambda _: 2.0) >= lift_of(tree, lambda _: 2.0) + 10.0
