"""The hits of the last query, so that `show 3` means the third of them. Kept beside the index, private like it."""

import contextlib
import json
import os
from pathlib import Path

from medsearch.errors import UnknownItemError

_FILE = "last-hits.json"


def remember_hits(index: Path, addresses: dict[int, str]) -> None:
    """Notes the ranks and addresses of the hits just shown. An index that cannot be written remembers nothing."""
    draft = index / f"{_FILE}.{os.getpid()}"
    with contextlib.suppress(OSError):
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="surrogatepass") as file:
            json.dump(addresses, file)
        draft.replace(index / _FILE)


def find_address(index: Path, typed: str) -> str:
    """The address that `typed` is, or that the hit with this number has. Raises UnknownItemError."""
    if not typed.isdecimal():
        return typed
    addresses: dict[str, str] = {}
    try:
        addresses = json.loads((index / _FILE).read_text(encoding="utf-8", errors="surrogatepass"))
        return addresses[str(int(typed))]
    except (OSError, ValueError, KeyError, TypeError):
        shown = f" It showed {min(map(int, addresses))} to {max(map(int, addresses))}." if addresses else ""
        raise UnknownItemError(
            f"The last query showed no hit number {typed}.{shown}",
            "Run medsearch query first, or give an address like referat.txt#36.",
        ) from None
