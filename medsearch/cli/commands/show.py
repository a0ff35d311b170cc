"""medsearch show: one agenda item, whole."""

from medsearch.cli.options import IndexOption, ItemArgument, JsonOption, QuietOption, VerboseOption


def show(
    item: ItemArgument,
    index: IndexOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Print one agenda item, whole."""
    from medsearch.api import Archive
    from medsearch.archive.index_folder import find_index
    from medsearch.cli.console import output
    from medsearch.cli.last_hits import find_address
    from medsearch.rendering.item import print_item

    with Archive(find_index(index)) as archive:
        found = archive.item(find_address(archive.path, item))
        copies = archive.copies(found.id)
    if as_json:
        from medsearch.rendering.shapes import item_shape, to_json

        print(to_json(item_shape(found, copies)))
    else:
        print_item(found, copies, output())
