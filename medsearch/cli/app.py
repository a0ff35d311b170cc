"""The commands of medsearch. A command loads what it needs when it runs, so that --help and --version stay quick."""

from typing import Annotated

import click
import typer
import typer.main

from medsearch import __version__
from medsearch.cli.commands.facets import facets
from medsearch.cli.commands.index import index
from medsearch.cli.commands.inspect import inspect
from medsearch.cli.commands.query import query
from medsearch.cli.commands.show import show
from medsearch.cli.commands.status import status

app = typer.Typer(
    help="Search the minutes (referater) of Danish committees.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _command in (index, query, show, inspect, status, facets):
    app.command()(_command)


def command() -> click.Command:
    """The whole command line."""
    return typer.main.get_command(app)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"medsearch {__version__}")
        raise typer.Exit


@app.callback()
def medsearch(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and end."),
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print the traceback of an error; works anywhere.")] = False,
) -> None:
    """Search the minutes (referater) of Danish committees.

    First:  medsearch index FOLDER
    Then:   medsearch query WORDS
    """
