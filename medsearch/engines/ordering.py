"""Sorting, paging and counting of hits, the same for every engine that does it in Python."""

import heapq
from collections.abc import Callable, Sequence
from typing import TypeVar

Key = TypeVar("Key")


def best(
    hits: Sequence[Key],
    first: Callable[[Key], float],
    then: Callable[[Key], object],
    *,
    offset: int,
    limit: int,
) -> list[Key]:
    """The `limit` hits from `offset` on: those with the largest `first`, equal ones by the smallest `then`.

    `then` may cost something: it is asked only for hits that could be on the page.
    """
    wanted = offset + limit
    if wanted <= 0 or limit <= 0:
        return []
    if wanted < len(hits):
        lowest = heapq.nlargest(wanted, map(first, hits))[-1]
        hits = [hit for hit in hits if first(hit) >= lowest]
    return sorted(hits, key=lambda hit: (-first(hit), then(hit)))[offset:wanted]
