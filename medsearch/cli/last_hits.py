"""The hits of the last query, so that `show 3` means the third of them. Kept beside the index, private like it."""

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from medsearch.archive.index_folder import find_index
from medsearch.errors import UnknownItemError
from medsearch.rendering.words import shell_word
from medsearch.texts import _

if TYPE_CHECKING:
    from medsearch.search.understanding import Request

_FILE = "last-hits.json"
_MOST_DIGITS = 9  # of the number of a hit


class LastHits(NamedTuple):
    """The addresses of hits by their numbers, and the query that found them, if it was one."""

    addresses: Mapping[int, str]
    request: "Request | None" = None


def remember_hits(index: Path, addresses: Mapping[int, str], request: "Request | None" = None) -> None:
    """Notes the numbers and addresses of the hits just shown, and what was searched for, to mark its words.

    An index that cannot be written remembers nothing.
    """
    kept: dict[str, Any] = {"hits": addresses}
    if request and request.words.strip():
        kept["query"] = {"words": request.words, "section": request.section, "exact": request.exact}
    draft = index / f"{_FILE}.{os.getpid()}"
    with contextlib.suppress(OSError):
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="surrogatepass") as file:
            json.dump(kept, file)
        draft.replace(index / _FILE)


def last_hits(index: Path) -> LastHits:
    """The hits that the last query showed; none where there was none, or it was not noted."""
    try:
        kept = json.loads((index / _FILE).read_text(encoding="utf-8", errors="surrogatepass"))
        addresses = {int(number): str(address) for number, address in kept["hits"].items()}
        query = kept.get("query")
        return LastHits(addresses, _request(query) if query else None)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return LastHits({})


def _request(query: Mapping[str, Any]) -> "Request":
    from medsearch.search.understanding import Request

    return Request(str(query["words"]), section=query["section"], exact=bool(query["exact"]))


def find_address(index: Path, typed: str) -> str:
    """The address that `typed` is, or that the hit with this number has. Raises UnknownItemError."""
    if not typed.isdecimal():
        return typed
    addresses = last_hits(index).addresses
    number = int(typed[:_MOST_DIGITS])
    if number in addresses and len(typed) <= _MOST_DIGITS:
        return addresses[number]
    message = _("The last query showed no hit number {number}.").format(number=typed)
    if addresses:
        message += " " + _("It showed {first} to {last}.").format(first=min(addresses), last=max(addresses))
    raise UnknownItemError(message, _("Run medsearch query first, or give an address like referat.txt#36."))


def naming(index: Path) -> str:
    """What a command needs to find `index`: nothing where it is found anyhow, else ` --index DIR`."""
    return "" if find_index(None) == index else f" --index {shell_word(str(index))}"
