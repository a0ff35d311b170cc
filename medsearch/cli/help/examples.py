"""Examples of every command: what is typed, and what comes of it."""

from medsearch.rendering.help_pages import Row
from medsearch.texts import later

EXAMPLES: dict[str, tuple[Row, ...]] = {
    "": (
        Row("medsearch index referater", later("first read your folder of minutes")),
        Row("medsearch query budget", later("then search it")),
        Row("medsearch browse", later("or search, narrow and read on one screen")),
    ),
    "index": (
        Row("medsearch index referater", later("read a folder; later on, what has changed in it")),
        Row("medsearch index", later("the folders that the index covers already")),
        Row("medsearch index --rebuild", later("all of them anew")),
    ),
    "query": (
        Row("medsearch query budget ferie", later("either word; hits with both come first")),
        Row("medsearch query '\"varsling af videoovervågning\"'", later("these words in this order")),
        Row("medsearch query sygefravær --committee HovedMED --year 2025", later("one committee, one year")),
        Row("medsearch query --outcome udsat --sort newest", later("all that was postponed, newest first")),
    ),
    "show": (
        Row("medsearch show 1", later("the first hit of the last query")),
        Row("medsearch show 2025-06-18-hovedmed.txt#5", later("the item with this address")),
        Row("medsearch show 1 --meeting", later("the whole meeting that it was on")),
    ),
    "open": (
        Row("medsearch open 1", later("the file of the first hit of the last query")),
        Row("medsearch open 1 --print", later("only say where it lies")),
    ),
    "case": (
        Row("medsearch case 81.38.00-P35-4-24", later("what became of a case, oldest first")),
        Row("medsearch case 81.38", later("all cases whose numbers begin so")),
    ),
    "related": (
        Row("medsearch related 1", later("what else was said on the matter of the first hit")),
        Row("medsearch related 2025-06-18-hovedmed.txt#5", later("likewise, by an address")),
    ),
    "facets": (
        Row("medsearch facets", later("counts of all items")),
        Row("medsearch facets sygefravær", later("counts of the hits of a query")),
        Row("medsearch facets år:2025 udfald:udsat", later("who postponed what in 2025")),
    ),
    "status": (
        Row("medsearch status", later("files, committees and meetings, and what could not be read")),
        Row("medsearch status --verbose", later("all of it, however long")),
    ),
    "inspect": (
        Row("medsearch inspect referater/2025-06-18-hovedmed.txt", later("the meetings and items of a file")),
        Row("medsearch inspect referater/2025-06-18-hovedmed.txt --json", later("the same for a script")),
    ),
    "browse": (
        Row("medsearch browse", later("everything")),
        Row("medsearch browse budget", later("the hits of a query")),
    ),
    "saved": (
        Row("medsearch saved add ferie 'ferie ELLER barsel'", later("save a search under a name")),
        Row("medsearch saved run ferie --new", later("what came since the last run")),
        Row("medsearch saved list", later("all saved searches")),
    ),
    "saved add": (
        Row("medsearch saved add ferie 'ferie ELLER barsel'", later("words")),
        Row("medsearch saved add udsat --outcome udsat", later("options narrow it, as for query")),
    ),
    "saved list": (Row("medsearch saved list", later("names, queries, and when each was last run")),),
    "saved run": (
        Row("medsearch saved run ferie", later("all hits")),
        Row("medsearch saved run ferie --new", later("what came since the last run")),
        Row("medsearch saved run --all --new", later("likewise, of all saved searches")),
    ),
    "saved remove": (Row("medsearch saved remove ferie", later("forget it")),),
    "config": (
        Row("medsearch config", later("what holds now, and where it comes from")),
        Row("medsearch config set language da", later("speak Danish from now on")),
        Row("medsearch config set limit 20", later("20 hits on a page")),
    ),
    "config set": (
        Row("medsearch config set language da", later("speak Danish from now on")),
        Row("medsearch config set limit 20", later("20 hits on a page")),
    ),
    "config unset": (Row("medsearch config unset limit", later("as medsearch comes")),),
    "help": (
        Row("medsearch help query", later("how to write a query")),
        Row("medsearch help show", later("what a command does, as medsearch show --help")),
    ),
}
"""Rows by the words of the command behind `medsearch`; "" is medsearch itself."""
