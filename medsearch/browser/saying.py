"""What the browser says in its lines: how much was found, what was searched instead, what to try."""

from typing import TYPE_CHECKING

from rich.text import Text

from medsearch.api import Archive
from medsearch.browser.asking import Asked
from medsearch.browser.choices import shown_choice
from medsearch.browser.finding import Found
from medsearch.browser.listing import Listing
from medsearch.engines.port import FileStatus, Order
from medsearch.errors import MedsearchError
from medsearch.rendering.harmless import harmless
from medsearch.texts import _, counted, later

if TYPE_CHECKING:
    from medsearch.archive.status import Status

_ORDERS = {
    Order.RELEVANCE: later("best first"),
    Order.NEWEST: later("newest first"),
    Order.OLDEST: later("oldest first"),
}


def found_line(listing: Listing, asked: Asked) -> str:
    """How many there are, and in which order: `12 hits · best first`."""
    if listing.title:
        return counted(listing.total, "item", "items")
    order = asked.request(limit=1).order
    return f"{counted(listing.total, 'hit', 'hits')} · {_(_ORDERS[order])}"


def narrowed_line(asked: Asked) -> Text:
    """What narrows the search, and the key that takes it away; empty where nothing does."""
    if not asked.choices:
        return Text()
    shown = " · ".join(shown_choice(choice) for choice in asked.choices)
    return Text.assemble(_("Only: {choices}").format(choices=shown), "   ", (_("x: everything"), "dim"))


def error_lines(error: MedsearchError) -> Text:
    """What went wrong, and what to do now, in the place of hits."""
    return Text.assemble((error.message, "bold"), "\n\n", error.advice)


def instead_line(found: Found, asked: Asked) -> str:
    """What was searched instead of the words typed; empty where nothing was."""
    instead = found.answer.searched_as
    if not instead and found.asked.words != asked.words:
        instead = found.asked.words
    return _("Searched instead: {words}").format(words=harmless(instead)) if instead else ""


def welcome_line(status: "Status") -> str:
    """What the index covers, and that something could not be read."""
    items = counted(status.items, "item", "items")
    files = counted(status.files[FileStatus.READ], "file", "files")
    covered = _("{items} in {files}.").format(items=items, files=files)
    if status.copies:
        covered = f"{covered} " + _("What stands in several files is listed once.")
    if not status.failures:
        return covered
    unread = counted(len(status.failures), "file could not be read", "files could not be read")
    return f"{covered} " + _("{files}: see medsearch status.").format(files=unread)


def nothing_lines(archive: Archive, asked: Asked) -> Text:
    """What to try where nothing was found. Raises what `find` does."""
    advice = archive.advise(asked.request(limit=1))
    lines = [Text(_("Nothing was found."), style="bold"), Text()]
    for unknown in advice.unknown:
        lines.append(Text(_("No minutes hold “{word}”.").format(word=harmless(unknown.word))))
        if unknown.nearest:
            nearest = harmless(", ".join(unknown.nearest))
            lines.append(Text(_("They do hold: {words}.").format(words=nearest)))
    if asked.choices and advice.unfiltered:
        hits = counted(advice.unfiltered, "hit", "hits")
        lines.append(Text(_("Without what narrows the search there are {hits}: press x.").format(hits=hits)))
    lines.append(Text(_("Try fewer words, or the beginning of a word with a star: over*")))
    return Text("\n").join(lines)
