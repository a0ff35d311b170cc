"""Hands an item, or whole meetings, to who reads them: a person, a script, a spreadsheet."""

from medsearch.api import Archive
from medsearch.cli.console import write_export
from medsearch.cli.last_hits import find_address, last_hits
from medsearch.cli.paging import paged
from medsearch.errors import UsageError
from medsearch.model import Minutes
from medsearch.rendering.forms import Format
from medsearch.search.reading import MarkedItem


def read_typed(archive: Archive, typed: str) -> MarkedItem:
    """The item with an address, or with the number of a hit: then with the words marked that were searched for.

    Raises UnknownItemError.
    """
    address = find_address(archive.path, typed)
    request = last_hits(archive.path).request if typed.isdecimal() else None
    try:
        return archive.read(address, request)
    except UsageError:  # the index has changed since, and cannot have meant the query any more
        return archive.read(address)


def meetings_typed(archive: Archive, typed: str) -> Minutes:
    """The meeting that an item was on, or, where `typed` names a file, all its meetings. Raises UnknownItemError."""
    address = find_address(archive.path, typed)
    if names_file(typed):
        return Minutes(address, tuple(archive.minutes(address)))
    items = archive.meeting(address)
    return Minutes(items[0].source, tuple(items))


def names_file(typed: str) -> bool:
    """Whether an item as typed is a file without the number of an item."""
    return "#" not in typed and not typed.isdecimal()


def show_item(read: MarkedItem, form: Format, *, pager: bool) -> None:
    """Prints an item, whole."""
    if form is Format.JSON or form is Format.NDJSON:
        from medsearch.rendering.shapes import item_shape, to_json

        print(to_json(item_shape(read.item, read.copies), indent=2 if form is Format.JSON else None))
    elif form is Format.TEXT:
        from medsearch.rendering.item import print_item

        with paged(wanted=pager) as console:
            print_item(read, console)
    else:
        from medsearch.rendering.export import export_items

        write_export(export_items([read.item], form), form)


def show_meetings(minutes: Minutes, form: Format, *, pager: bool) -> None:
    """Prints meetings with all their items."""
    if form is Format.JSON:
        from medsearch.rendering.shapes import meetings_shape, to_json

        print(to_json(meetings_shape(minutes)))
    elif form is Format.TEXT:
        from medsearch.rendering.meeting import print_meetings

        with paged(wanted=pager) as console:
            print_meetings(minutes, console)
    else:
        from medsearch.rendering.export import export_items

        write_export(export_items(minutes.items, form), form)
