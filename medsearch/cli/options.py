"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from medsearch.rendering.forms import Format

IndexOption = Annotated[
    Path | None,
    typer.Option(
        "--index",
        readable=False,
        metavar="DIR",
        help="The index: else MEDSEARCH_INDEX, else the nearest index/ here or above.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for scripts.")]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        case_sensitive=False,
        help="How to print it; ndjson, csv (for a spreadsheet) and md (for a mail) hold everything found.",
    ),
]
PagerOption = Annotated[
    bool, typer.Option("--pager/--no-pager", help="Whether long answers are shown a screen at a time.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Print no talk on stderr, only errors.")]
VerboseOption = Annotated[bool, typer.Option("--verbose", "-v", help="Say more about what is done.")]
ItemArgument = Annotated[
    str,
    typer.Argument(metavar="ITEM", help="The address of an item, or the number of a hit of the last query."),
]

CommitteeOption = Annotated[
    list[str] | None,
    typer.Option("--committee", metavar="NAME", help="Only this committee; may be repeated."),
]
CaseOption = Annotated[
    str | None, typer.Option("--case", metavar="NUMBER", help="Only this case number, or its beginning.")
]
FromOption = Annotated[str | None, typer.Option("--from", metavar="DATE", help="Only meetings from this date on.")]
ToOption = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Only meetings up to this date.")]
YearOption = Annotated[str | None, typer.Option("--year", metavar="YYYY", help="Only meetings of this year.")]
OutcomeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--outcome",
        metavar="NAME",
        help="Only items with this outcome: godkendt, udsat ...; may be repeated.",
    ),
]
SectionOption = Annotated[
    str | None,
    typer.Option(
        "--in",
        metavar="SECTION",
        help="Look in title, summary, presentation, recommendation or decision only.",
    ),
]
PersonOption = Annotated[
    list[str] | None,
    typer.Option("--person", metavar="NAME", help="Only where this person was, or is named."),
]
ExactOption = Annotated[bool, typer.Option("--exact", help="Find the words exactly as written.")]
FormalitiesOption = Annotated[
    bool,
    typer.Option("--formalities/--no-formalities", help="With or without approvals of agenda and minutes."),
]

SortOption = Annotated[
    str | None, typer.Option("--sort", metavar="ORDER", help="relevance, newest or oldest; else as the settings say.")
]
LimitOption = Annotated[
    int | None,
    typer.Option(
        "--limit", "-n", metavar="N", help="Hits on a page: else 10, or as the settings say; all with ndjson, csv, md."
    ),
]
PageOption = Annotated[int, typer.Option("--page", metavar="N", help="Which page of the hits.")]
