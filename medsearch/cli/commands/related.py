"""medsearch related: the thread of the matter that an item is about."""

from medsearch.cli.options import (
    FormatOption,
    IndexOption,
    ItemArgument,
    JsonOption,
    PagerOption,
    QuietOption,
    VerboseOption,
)


def related(
    item: ItemArgument,
    index: IndexOption = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    pager: PagerOption = True,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Print the thread of a matter: the items that go on with it, at any meeting, oldest first.

    They have its case number, or many of the words that set it apart; each says which.
    """
    from medsearch.api import Archive
    from medsearch.archive.index_folder import find_index
    from medsearch.cli.console import Talk
    from medsearch.cli.last_hits import find_address
    from medsearch.cli.requests import format_of
    from medsearch.cli.threads import show_thread

    chosen = format_of(form, as_json=as_json)
    with Archive(find_index(index)) as archive:
        thread = archive.related(find_address(archive.path, item))
        return show_thread(thread, archive, Talk(quiet, verbose), form=chosen, pager=pager)
