"""medsearch inspect: what the program understands of one file."""

from pathlib import Path
from typing import Annotated

import typer

from medsearch.cli.options import JsonOption, PagerOption, QuietOption, VerboseOption
from medsearch.errors import ExitCode


def inspect(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file of minutes.", readable=False)],
    ocr: Annotated[bool, typer.Option("--ocr", help="Read scanned pages too (needs Tesseract).")] = False,
    as_json: JsonOption = False,
    pager: PagerOption = True,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Print what is understood of one file: its meetings and items. Nothing is indexed."""
    from medsearch.cli.paging import paged
    from medsearch.documents import read_document
    from medsearch.documents.reading import check_file
    from medsearch.minutes import read_minutes
    from medsearch.rendering.minutes import print_minutes

    document = read_document(check_file(file), ocr=ocr)
    minutes = read_minutes(document.text, file.name, document.headings)
    if as_json:
        from medsearch.rendering.shapes import minutes_shape, to_json

        print(to_json(minutes_shape(minutes, document)))
    else:
        with paged(wanted=pager) as console:
            print_minutes(minutes, (*document.warnings, *minutes.warnings), console)
    return ExitCode.DONE if minutes.items else ExitCode.NOTHING_FOUND
