"""medsearch status: what the index covers."""

from medsearch.cli.options import IndexOption, JsonOption, PagerOption, QuietOption, VerboseOption


def status(
    index: IndexOption = None,
    as_json: JsonOption = False,
    pager: PagerOption = True,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Print what the index covers, what could not be read, and why."""
    from medsearch.api import Archive
    from medsearch.archive.index_folder import find_index
    from medsearch.cli.paging import paged
    from medsearch.rendering.status import print_status

    with Archive(find_index(index)) as archive:
        covered = archive.status()
    if as_json:
        from medsearch.rendering.shapes import status_shape, to_json

        print(to_json(status_shape(covered)))
    else:
        with paged(wanted=pager) as console:
            print_status(covered, console, whole=verbose)
