"""The file that saved searches stand in: JSON that a person can read and mend. Only what says something is written."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from medsearch.engines.port import Order
from medsearch.query.filters import Filters
from medsearch.search.saved.keeping import KeptError, replace_file
from medsearch.search.saved.named import SavedSearch, fold_name
from medsearch.settings import data_folder
from medsearch.texts import _

FILE = "saved.json"
_VERSION = 1


class _Key(NamedTuple):
    """What stands under a name in the file: what it is in a search, which values it may have, which one goes unsaid."""

    value_of: Callable[[SavedSearch], Any]
    fits: Callable[[Any], bool]
    unsaid: Any = None


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_year(value: Any) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool)


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _is_switch(value: Any) -> bool:
    return isinstance(value, bool)


_KEYS = {
    "name": _Key(lambda search: search.name, _is_text),
    "words": _Key(lambda search: search.words, _is_text, ""),
    "committee": _Key(lambda search: list(search.filters.committees), _is_list, []),
    "case": _Key(lambda search: search.filters.case, _is_text),
    "from": _Key(lambda search: search.filters.first, _is_text),
    "to": _Key(lambda search: search.filters.last, _is_text),
    "year": _Key(lambda search: search.filters.year, _is_year),
    "outcome": _Key(lambda search: list(search.filters.outcomes), _is_list, []),
    "in": _Key(lambda search: search.section, _is_text),
    "person": _Key(lambda search: list(search.filters.people), _is_list, []),
    "exact": _Key(lambda search: search.exact, _is_switch, False),
    "formalities": _Key(lambda search: search.filters.formalities, _is_switch, True),
    "sort": _Key(lambda search: search.order and search.order.value, lambda value: value in tuple(Order)),
    "index": _Key(lambda search: str(search.index), lambda value: _is_text(value) and Path(value).is_absolute()),
}
_NEEDED = {"name", "index"}


def saved_file() -> Path:
    """The file; it need not be there."""
    return data_folder() / FILE


def read_saved() -> list[SavedSearch]:
    """The searches in the file, none where there is no file. Raises KeptError for one that cannot be read."""
    path = saved_file()
    try:
        return _searches(json.loads(path.read_text(encoding="utf-8", errors="surrogatepass")))
    except FileNotFoundError:
        return []
    except (OSError, ValueError, RecursionError) as error:
        raise KeptError(
            _("The saved searches in {path} cannot be read: {reason}.").format(path=path, reason=error),
            _("Mend the file in a text editor, or move it elsewhere and save your searches anew."),
        ) from None


def write_saved(searches: Iterable[SavedSearch]) -> None:
    """Puts `searches` in the place of those in the file; to be done while `changing`."""
    shape = {"version": _VERSION, "searches": [said(search) for search in searches]}
    replace_file(saved_file(), json.dumps(shape, ensure_ascii=False, indent=2) + "\n")


def said(search: SavedSearch) -> dict[str, Any]:
    """What a search is, by the names of options, without what goes unsaid."""
    values = {name: key.value_of(search) for name, key in _KEYS.items()}
    return {name: value for name, value in values.items() if value != _KEYS[name].unsaid}


def _searches(content: Any) -> list[SavedSearch]:
    if not isinstance(content, dict) or not isinstance(content.get("searches"), list):
        raise ValueError(_("it holds no list of searches"))
    if content.get("version") != _VERSION:
        raise ValueError(_("it was written by another version of medsearch"))
    found: dict[str, SavedSearch] = {}
    for entry in content["searches"]:
        search = _search(entry)
        if fold_name(search.name) in found:
            raise ValueError(_("“{name}” stands there twice").format(name=search.name))
        found[fold_name(search.name)] = search
    return list(found.values())


def _search(entry: Any) -> SavedSearch:
    if not isinstance(entry, dict) or not entry.keys() >= _NEEDED:
        raise ValueError(_("a search has no name or no index"))
    for name, value in entry.items():
        if name not in _KEYS or not _KEYS[name].fits(value):
            raise ValueError(_("“{key}” of the search “{name}” is not understood").format(key=name, name=entry["name"]))
    values = {name: entry.get(name, key.unsaid) for name, key in _KEYS.items()}
    filters = Filters(
        committees=tuple(values["committee"]),
        case=values["case"],
        first=values["from"],
        last=values["to"],
        year=values["year"],
        outcomes=tuple(values["outcome"]),
        people=tuple(values["person"]),
        formalities=values["formalities"],
    )
    order = Order(values["sort"]) if values["sort"] else None
    return SavedSearch(
        values["name"], Path(values["index"]), values["words"], filters, values["in"], values["exact"], order
    )
