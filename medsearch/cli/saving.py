"""Saves searches and lists them."""

from medsearch.api import Archive
from medsearch.archive.index_folder import find_index
from medsearch.archive.manifest import has_manifest
from medsearch.cli.console import Talk
from medsearch.cli.paging import paged
from medsearch.cli.requests import order_of
from medsearch.errors import ExitCode
from medsearch.rendering.saved import Listed, command_of, print_saved, saved_shape
from medsearch.rendering.shapes import to_json
from medsearch.rendering.words import shell_word
from medsearch.search.saved import SavedSearch, last_run, saved_searches
from medsearch.search.saved import add as add_search
from medsearch.search.saved.looking import check
from medsearch.texts import _, counted


def save(search: SavedSearch, talk: Talk, *, replaces: bool) -> None:
    """Saves a search that can be read, and says how to run it. Raises QueryError and its relatives for another."""
    hits = _hits_of(search)
    kept = add_search(search, replaces=replaces)
    if hits is None:
        talk.say(_("There is no index in {path} yet: the search waits for one.").format(path=search.index))
        done = _("“{name}” is saved.")
    else:
        done = _("“{name}” is saved; it has {hits} now.")
    told = done.format(name=kept.name, hits=counted(hits or 0, "hit", "hits"))
    talk.say(f"{told} " + _("Run it with: medsearch saved run {name}").format(name=shell_word(kept.name)))


def show_saved(talk: Talk, *, as_json: bool) -> ExitCode:
    """Prints all saved searches; where there is none, says how to make one."""
    here = find_index(None)
    listed = [Listed(search, command_of(search, here), last_run(search)) for search in saved_searches()]
    if as_json:
        print(to_json(saved_shape(listed)))
    elif listed:
        with paged() as console:
            print_saved(listed, console)
    else:
        talk.say(_("No search is saved so far. Save one with: medsearch saved add NAME WORDS"))
    return ExitCode.DONE if listed else ExitCode.NOTHING_FOUND


def _hits_of(search: SavedSearch) -> int | None:
    """How many hits a search has now; None where its index is not made yet."""
    request = search.request(order_of(None), limit=1)
    if has_manifest(search.index):
        with Archive(search.index) as archive:
            return archive.find(request).total
    check(request)
    return None
