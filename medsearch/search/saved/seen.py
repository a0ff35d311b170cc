"""What a saved search has shown, in one file for each search and index. An item is known again by its marks.

The first line of a file tells of the last run, the second holds the marks: a list of searches reads no further than
the first.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from medsearch.search.saved.keeping import KeptError, replace_file
from medsearch.search.saved.named import SavedSearch, fold_name
from medsearch.settings import data_folder
from medsearch.texts import _

_FOLDER = "seen"


@dataclass(frozen=True, slots=True)
class LastRun:
    """When a saved search was last run (local time), on which index, and how many hits it had."""

    when: datetime
    index: Path
    hits: int


def read_seen(search: SavedSearch, index: Path) -> frozenset[str] | None:
    """The marks of what `search` has shown of `index`; None where it was never run there.

    Raises KeptError for a file that cannot be read.
    """
    path = _file(search, index)
    lines = _lines(path)
    try:
        _last_run(next(lines))
        marks = json.loads(next(lines))
        if not isinstance(marks, list) or not all(isinstance(mark, str) for mark in marks):
            raise ValueError(_("what was shown is no list"))
        return frozenset(marks)
    except FileNotFoundError:
        return None
    except StopIteration:
        raise _unreadable(path, _("its end is missing")) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _unreadable(path, error) from None


def write_seen(search: SavedSearch, run: LastRun, marks: Iterable[str]) -> None:
    """Keeps the marks of what was shown by the last run of a search; to be done while `changing`."""
    about = {
        "name": search.name,
        "index": str(run.index),
        "when": run.when.isoformat(timespec="seconds"),
        "hits": run.hits,
    }
    lines = (json.dumps(part, ensure_ascii=False) for part in (about, sorted(marks)))
    replace_file(_file(search, run.index), "".join(f"{line}\n" for line in lines))


def last_run(search: SavedSearch) -> LastRun | None:
    """When `search` was last run, on whichever index. Raises KeptError for a file that is damaged."""
    return max((_read_last_run(path) for path in _files(search)), key=lambda run: run.when, default=None)


def forget_seen(search: SavedSearch) -> None:
    """Forgets what `search` has shown, of every index; to be done while `changing`."""
    for path in _files(search):
        path.unlink(missing_ok=True)


def _read_last_run(path: Path) -> LastRun:
    try:
        return _last_run(next(_lines(path)))
    except StopIteration:
        raise _unreadable(path, _("it is empty")) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _unreadable(path, error) from None


def _last_run(line: str) -> LastRun:
    about: dict[str, Any] = json.loads(line)
    return LastRun(datetime.fromisoformat(about["when"]).astimezone(), Path(about["index"]), int(about["hits"]))


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", errors="surrogatepass") as file:
        yield from file


def _files(search: SavedSearch) -> list[Path]:
    return sorted((data_folder() / _FOLDER).glob(f"{_digest(fold_name(search.name))}-*.json"))


def _file(search: SavedSearch, index: Path) -> Path:
    # Digests: a name may be longer than a file's, and hold what no file's may.
    return data_folder() / _FOLDER / f"{_digest(fold_name(search.name))}-{_digest(str(index.resolve()))}.json"


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", errors="surrogatepass"), digest_size=8).hexdigest()


def _unreadable(path: Path, reason: object) -> KeptError:
    return KeptError(
        _("What a saved search has shown cannot be read: {path} is damaged ({reason}).").format(
            path=path, reason=reason
        ),
        _("Delete this file: the next run of the search shows all hits, and remembers them anew."),
    )
