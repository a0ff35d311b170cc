"""Errors: what is wrong, where, and what to do now."""

import json

from medsearch.cli.console import Talk
from medsearch.errors import MedsearchError, UsageError
from medsearch.rendering.harmless import harmless_json


def print_error(error: MedsearchError, *, as_json: bool) -> None:
    """Prints `error` on stderr."""
    if as_json:
        fields: dict[str, str | int] = {"code": error.code, "message": error.message, "advice": error.advice}
        if isinstance(error, UsageError) and error.position is not None:
            fields |= {"position": error.position}
        Talk().warn(harmless_json(json.dumps({"error": fields}, ensure_ascii=False)))
        return
    Talk().warn(error.message)
    if isinstance(error, UsageError) and error.query and error.position is not None and "\n" not in error.query:
        shown, position = _around(error.query, error.position)
        Talk().warn(f"  {shown}\n  {' ' * position}^")
    Talk().warn(error.advice)


def _around(query: str, position: int, width: int = 56) -> tuple[str, int]:
    """The part of a long query around a position, and the position in it."""
    start = max(0, position - width // 2)
    return query[start : start + width], position - start
