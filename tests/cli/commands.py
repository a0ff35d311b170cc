"""A command that was run: how it ended, and what it printed."""

from collections.abc import Callable
from typing import NamedTuple


class Done(NamedTuple):
    code: int
    out: str
    err: str


Command = Callable[..., Done]
