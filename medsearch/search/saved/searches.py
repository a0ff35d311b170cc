"""Saves searches, finds them by their names, forgets them, and notes what they have shown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from medsearch.search.saved.file import read_saved, write_saved
from medsearch.search.saved.keeping import changing
from medsearch.search.saved.named import NameTakenError, SavedSearch, UnknownSearchError, clean_name, fold_name
from medsearch.search.saved.seen import LastRun, forget_seen, read_seen, write_seen
from medsearch.texts import _


def saved_searches() -> list[SavedSearch]:
    """All saved searches, as they were saved one after the other. Raises KeptError where they cannot be read."""
    return read_saved()


def saved_names() -> list[str]:
    """The names of all saved searches. Raises KeptError where they cannot be read."""
    return [search.name for search in saved_searches()]


def find_saved(name: str) -> SavedSearch:
    """The saved search of this name. Raises UnknownSearchError, with the nearest name, or KeptError."""
    searches = saved_searches()
    found = _of_name(searches, name)
    if found is None:
        raise _unknown(name, [search.name for search in searches])
    return found


def add(search: SavedSearch, *, replaces: bool = False) -> SavedSearch:
    """Saves a search and gives it back as it is kept. The one of its name goes, where it `replaces` that.

    Where it asks for something else than that one, it has shown nothing so far. Raises UsageError for a name that
    cannot be one, NameTakenError, and KeptError where the others cannot be read or changed.
    """
    search = replace(search, name=clean_name(search.name))
    with changing():
        searches = saved_searches()
        other = _of_name(searches, search.name)
        if other and not replaces:
            raise NameTakenError(
                _("A search is saved as “{name}” already.").format(name=other.name),
                _("Choose another name, or put the new one in its place with --replace."),
            )
        if other is None or not other.asks_as(search):
            forget_seen(search)
        if other:
            searches[searches.index(other)] = search
        else:
            searches.append(search)
        write_saved(searches)
    return search


def remove(name: str) -> SavedSearch:
    """Forgets a search with all that it has shown, and gives it back. Raises UnknownSearchError or KeptError."""
    with changing():
        search = find_saved(name)
        write_saved(other for other in saved_searches() if other != search)
        forget_seen(search)
    return search


def remember(search: SavedSearch, index: Path, marks: frozenset[str], hits: int) -> None:
    """Notes that a search was run now on `index`, and the marks of what it has shown, besides those noted before.

    Does nothing for a search that was removed or replaced meanwhile. Raises KeptError.
    """
    with changing():
        kept = _of_name(saved_searches(), search.name)
        if kept and kept.asks_as(search):
            seen = read_seen(search, index) or frozenset()
            write_seen(search, LastRun(datetime.now().astimezone(), index, hits), seen | marks)


def _of_name(searches: Sequence[SavedSearch], name: str) -> SavedSearch | None:
    return next((search for search in searches if search.is_called(name)), None)


def _unknown(name: str, names: Sequence[str]) -> UnknownSearchError:
    advice = _("None is saved so far. Save one with: medsearch saved add NAME WORDS")
    if names:
        from difflib import get_close_matches  # only a mistake needs it

        by_fold = {fold_name(known): known for known in names}
        near = get_close_matches(fold_name(name), by_fold, n=1, cutoff=0.5)
        meant = [_("Did you mean “{name}”?").format(name=by_fold[near[0]])] if near else []
        advice = " ".join([*meant, _("Saved are: {names}.").format(names=", ".join(names))])
    return UnknownSearchError(_("No search is saved as “{name}”.").format(name=name), advice)
