"""What is taken out of the browser: to the clipboard, to a file, to the saved searches."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from medsearch.api import Archive
from medsearch.browser.asking import Asked
from medsearch.browser.listing import Listing
from medsearch.engines.port import Order
from medsearch.errors import MedsearchError, UsageError, system_reason
from medsearch.rendering.answer import print_answer
from medsearch.rendering.export import encoded, export_hits
from medsearch.rendering.forms import Format
from medsearch.rendering.shapes import answer_shape, to_json
from medsearch.rendering.words import shell_word
from medsearch.search.answers import Answer, Hit
from medsearch.search.saved import NameTakenError, SavedSearch, add
from medsearch.texts import _, counted

_FORMS = {".csv": Format.CSV, ".md": Format.MD, ".json": Format.JSON, ".ndjson": Format.NDJSON, ".txt": Format.TEXT}
_TEXT_WIDTH = 100  # columns of a file of text
_NOT_IN_A_NAME = re.compile(r"[^\w-]+")


def clip(text: str) -> None:
    """Puts `text` on the system's clipboard; where there is none, the terminal's own has it all the same."""
    import pyperclip

    try:
        pyperclip.copy(text)
    except pyperclip.PyperclipException:
        return


def suggested_file(listing: Listing, asked: Asked) -> str:
    """A name for the file of what is listed: after its title or the words asked for."""
    words = _NOT_IN_A_NAME.sub("-", listing.title or asked.words).strip("-").lower()
    return f"{words[:60] or 'medsearch'}.csv"


def export_file(archive: Archive, listing: Listing, asked: Asked, name: str) -> str:
    """Writes all that is listed to a new file, in the form that its name ends in; says what was done.

    Raises UsageError for another ending or a file that is there already, MedsearchError where it cannot be written.
    """
    path = Path(os.path.expanduser(name))  # noqa: PTH111  pathlib raises for a ~ that is nobody's
    form = _FORMS.get(path.suffix.lower())
    if form is None:
        raise UsageError(
            _("“{name}” ends in no form that is known.").format(name=path.name),
            _("It may end in: {endings}.").format(endings=" ".join(_FORMS)),
        )
    answer = _all_of(archive, listing, asked)
    written = encoded(_written(answer, form), form)
    try:
        with path.open("xb") as file:
            file.write(written)
    except FileExistsError:
        raise UsageError(_("There is a file {path} already.").format(path=path), _("Choose another name.")) from None
    except (OSError, ValueError) as error:
        reason = system_reason(error) if isinstance(error, OSError) else _("no file can be called so")
        raise MedsearchError(
            _("{path} cannot be written: {reason}.").format(path=path, reason=reason),
            _("Choose another name, or a folder that is there."),
        ) from None
    return _("{items} written to {path}.").format(
        items=counted(len(answer.hits), "item", "items"), path=path.absolute()
    )


def _all_of(archive: Archive, listing: Listing, asked: Asked) -> Answer:
    if listing.title:
        return _answer([Hit(rank, 0.0, entry.item) for rank, entry in enumerate(listing.entries, start=1)])
    return archive.find(asked.request(limit=max(1, listing.total)))


def _answer(hits: Sequence[Hit]) -> Answer:
    return Answer("", len(hits), 0.0, hits=tuple(hits))


def _written(answer: Answer, form: Format) -> str:
    if form is Format.JSON:
        return to_json(answer_shape(answer))
    if form is not Format.TEXT:
        return export_hits(answer.hits, form)
    console = Console(width=_TEXT_WIDTH, color_system=None, force_terminal=False)
    with console.capture() as captured:
        print_answer(answer, console, limit=max(1, len(answer.hits)))
    return captured.get()


def save_search(archive: Archive, asked: Asked, name: str) -> str:
    """Saves a search under a name; says how to run it.

    Raises UsageError for a name that cannot be one, or is taken, and for a search that cannot be read.
    """
    order = asked.order if asked.order is not Order.RELEVANCE else None
    archive.find(asked.request(limit=1))  # one that cannot be read is not saved
    try:
        saved = add(SavedSearch.of(name, archive.path, asked.request(limit=1), order))
    except NameTakenError as taken:
        raise UsageError(taken.message, _("Choose another name.")) from None
    return _("Saved. What is new about it: medsearch saved run {name} --new").format(name=shell_word(saved.name))
