"""The relevance set is whole, the measures are right, and the known half is answered as well as it was."""

from collections import Counter
from itertools import pairwise

import pytest

from medsearch.search.steps import Step
from tests.relevance.judged import KINDS, KNOWN, UNSEEN, Half
from tests.relevance.measures import measure, score
from tests.relevance.variants import whole
from tests.relevance.words import (
    compounds_split_right,
    inflections_that_meet,
    is_split_right,
    words_kept_apart,
    words_left_whole,
)

HALVES = pytest.mark.parametrize("half", [KNOWN, UNSEEN], ids=lambda half: half.name)


@HALVES
def test_every_kind_is_asked_for(half: Half) -> None:
    assert set(Counter(query.kind for query in half.queries())) == set(KINDS)
    assert all(count >= 8 for count in Counter(query.kind for query in half.queries()).values())


@HALVES
def test_judged_items_are_there(half: Half) -> None:
    items = half.items()
    assert len(items) >= 150
    judged = {address for query in half.queries() for address in query.relevant}
    assert judged <= {item.id for item in items}


@HALVES
def test_every_query_has_an_answer_and_grades(half: Half) -> None:
    for query in half.queries():
        assert query.text.strip()
        assert set(query.relevant.values()) <= {1, 2}
        assert query.relevant


@HALVES
@pytest.mark.parametrize(("name", "least"), [("inflections", 300), ("apart", 90), ("compounds", 250), ("wholes", 150)])
def test_lists_of_words_are_long_enough(half: Half, name: str, least: int) -> None:
    lines = half.words(name)
    assert len(lines) >= least
    assert len({tuple(line) for line in lines}) == len(lines)


def test_right_order_scores_one() -> None:
    assert score(["a", "b", "c"], {"a": 2, "b": 1}) == (1.0, 1.0, 1.0, 0.0)


def test_no_hit_scores_nothing() -> None:
    assert score([], {"a": 2}) == (0.0, 0.0, 0.0, 1.0)


def test_later_relevant_hits_score_less() -> None:
    hits = ["x", "y", "z", "a"]
    scores = [score(hits[first:], {"a": 2, "b": 1}) for first in range(4)]
    assert all(later.ndcg < earlier.ndcg and later.mrr < earlier.mrr for later, earlier in pairwise(scores))
    assert scores[0].mrr == 1 / 4
    assert scores[0].recall == 1 / 2


def test_known_half_is_answered_as_well_as_it_was() -> None:
    scores = measure(KNOWN.queries(), whole(KNOWN.items()))[""]
    assert scores.ndcg > 0.9
    assert scores.mrr > 0.97
    assert scores.recall > 0.92
    assert scores.empty == 0


def test_known_words_are_told_as_well_as_they_were() -> None:
    assert inflections_that_meet(KNOWN.words("inflections"))[1] > 0.93
    assert words_kept_apart(KNOWN.words("apart"))[1] > 0.96
    assert compounds_split_right(KNOWN.words("compounds"))[1] > 0.96
    assert words_left_whole(KNOWN.words("wholes"))[1] > 0.98


def test_alternative_splits_are_right_too() -> None:
    assert is_split_right("budgetmøde", "bud møde / budget møde".split())
    assert not is_split_right("budgetmøde", "bud møde / budget mød".split())


def test_every_step_says_what_it_is() -> None:
    assert len({step.value for step in Step}) == len(Step)
