"""Measures of ranked answers (Manning, Raghavan, Schütze: Introduction to Information Retrieval, 2008, chapter 8)."""

from collections.abc import Callable, Iterable, Sequence
from math import log2
from statistics import mean
from typing import NamedTuple

from tests.relevance.judged import KINDS, Query

Answering = Callable[[str], Sequence[str]]
"""The addresses of the hits of a query, the best first; 20 are enough."""


class Scores(NamedTuple):
    """Means over some queries. `empty` is the share of queries without a hit."""

    ndcg: float  # nDCG@10, with gains of 3 and 1 for the grades 2 and 1
    mrr: float  # one divided by the rank of the first relevant hit
    recall: float  # Recall@20: of the relevant items (20 at most), the share among the first 20 hits
    empty: float


def measure(queries: Iterable[Query], answer: Answering) -> dict[str, Scores]:
    """The scores of each kind of query, and of all of them under ""."""
    each = [(query.kind, score(answer(query.text), query.relevant)) for query in queries]
    by_kind = {kind: [one for its_kind, one in each if its_kind == kind] for kind in KINDS}
    by_kind[""] = [one for _, one in each]
    return {kind: Scores(*map(mean, zip(*ones, strict=True))) for kind, ones in by_kind.items() if ones}


def score(hits: Sequence[str], relevant: dict[str, int]) -> Scores:
    """The scores of one query."""
    grades = [relevant.get(hit, 0) for hit in hits]
    ideal = sorted(relevant.values(), reverse=True)
    first = next((rank for rank, grade in enumerate(grades, start=1) if grade), None)
    found = sum(1 for grade in grades[:20] if grade)
    return Scores(
        ndcg=_dcg(grades[:10]) / _dcg(ideal[:10]),
        mrr=1 / first if first else 0.0,
        recall=found / min(20, len(ideal)),
        empty=0.0 if hits else 1.0,
    )


def _dcg(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(rank + 1) for rank, grade in enumerate(grades, start=1))
