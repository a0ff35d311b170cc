"""Sorting and paging of hits, the same for every engine that does it in Python."""

import heapq
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Hit = TypeVar("Hit")


def best(hits: Sequence[Hit], keys: Sequence[Any], then: Callable[[Hit], Any], *, offset: int, limit: int) -> list[Hit]:
    """The `limit` hits from `offset` on: those with the largest of `keys`, equal ones by the smallest `then`.

    `then` may cost something: it is asked only for hits that could be on the page.
    """
    wanted = offset + limit
    if limit <= 0 or not hits:
        return []
    lowest = heapq.nlargest(wanted, keys)[-1]
    chosen = [(key, hit) for key, hit in zip(keys, hits, strict=True) if key >= lowest]
    chosen.sort(key=lambda pair: then(pair[1]))
    chosen.sort(key=lambda pair: pair[0], reverse=True)  # stable: equal ones stay as `then` has them
    return [hit for _, hit in chosen[offset:wanted]]
