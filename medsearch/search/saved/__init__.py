"""Searches that are saved under a name: the user's own, whichever index they are about, and what they have shown."""

from medsearch.search.saved.keeping import KeptError
from medsearch.search.saved.named import NameTakenError, SavedSearch, UnknownSearchError
from medsearch.search.saved.searches import add, find_saved, remember, remove, saved_names, saved_searches
from medsearch.search.saved.seen import LastRun, last_run

__all__ = [
    "KeptError",
    "LastRun",
    "NameTakenError",
    "SavedSearch",
    "UnknownSearchError",
    "add",
    "find_saved",
    "last_run",
    "remember",
    "remove",
    "saved_names",
    "saved_searches",
]
