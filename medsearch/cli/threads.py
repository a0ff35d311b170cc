"""Hands a thread to who reads it: a person, a script, a spreadsheet."""

from medsearch.api import Archive
from medsearch.cli.console import Talk, write_export
from medsearch.cli.last_hits import naming, remember_hits
from medsearch.cli.paging import paged
from medsearch.errors import ExitCode
from medsearch.rendering.forms import Format
from medsearch.search.threads import Thread
from medsearch.texts import _


def show_thread(thread: Thread, archive: Archive, talk: Talk, *, form: Format, pager: bool) -> ExitCode:
    """Prints `thread` and remembers its items for `show 3`; says so where there is none. How the command ends."""
    if form is Format.JSON:
        from medsearch.rendering.shapes import thread_shape, to_json

        print(to_json(thread_shape(thread)))
    elif form.is_export:
        write_export(_exported(thread, form), form)
    elif not thread.is_empty:
        from medsearch.rendering.thread import print_thread

        with paged(wanted=pager, talk=talk) as console:
            print_thread(thread, console, naming(archive.path))
    talk.detail(_("Answered from {index}.").format(index=archive.path))
    if thread.is_empty:
        from medsearch.rendering.thread import nothing_lines

        talk.say("\n".join(nothing_lines(thread)))
        return ExitCode.NOTHING_FOUND
    remember_hits(archive.path, {rank: entry.item.id for rank, entry in enumerate(thread.entries, start=1)})
    return ExitCode.DONE


def _exported(thread: Thread, form: Format) -> str:
    """The items of the thread as rows, lines of JSON or headings in Markdown; nothing where there is no other item."""
    from medsearch.rendering.export import ITEM_COLUMNS, item_row, one_line, to_csv, to_ndjson
    from medsearch.rendering.markdown import hits_markdown
    from medsearch.rendering.shapes import entry_shape
    from medsearch.search.answers import Hit

    entries = [] if thread.is_empty else list(enumerate(thread.entries, start=1))
    if form is Format.NDJSON:
        return to_ndjson(entry_shape(rank, entry) for rank, entry in entries)
    if form is Format.MD:
        return hits_markdown(Hit(rank, 0.0, entry.item) for rank, entry in entries)
    columns = ("rank", *ITEM_COLUMNS[:-2], "by", "words", *ITEM_COLUMNS[-2:])
    rows = [
        {"rank": rank, **item_row(entry.item), "by": entry.by.value, "words": one_line(", ".join(entry.words))}
        for rank, entry in entries
    ]
    return to_csv(rows, columns)
