"""medsearch: full-text search over the minutes of Danish municipal committees.

import medsearch
archive = medsearch.open("index")
page = archive.search("videoovervågning", committee="LokalMED Rådhusservice")
for hit in page.hits:
    print(hit.item.meeting.date, hit.item.title)
"""

from pathlib import Path
from typing import TYPE_CHECKING

from medsearch import errors

if TYPE_CHECKING:
    from medsearch.api import Archive

__version__ = "0.1.0"
__all__ = ["__version__", "errors", "open"]


def open(path: "str | Path") -> "Archive":
    """The archive whose index lies in the folder `path`.

    Raises errors.NoIndexError, errors.OutdatedIndexError or errors.DamagedIndexError.
    """
    from medsearch.api import Archive  # the engine is loaded only when something is opened

    return Archive(Path(path))
