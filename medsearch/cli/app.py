"""The commands of medsearch. A command is imported when it is named, so that every one starts quickly."""

import inspect
from collections.abc import Callable
from importlib import import_module
from typing import Annotated, Any

import click
import typer
import typer.core
import typer.main

from medsearch import __version__
from medsearch.texts import _

COMMANDS = ("index", "query", "show", "facets", "status", "inspect")
"""Every command, in the order of the help: a module of `medsearch.cli.commands` that holds it under the same name."""

_PLAIN: dict[str, Any] = {"rich_markup_mode": None, "pretty_exceptions_enable": False}


class _Commands(typer.core.TyperGroup):
    """The commands, each loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None where there is none, and then all are loaded: some is to be suggested."""
        if cmd_name not in COMMANDS:
            self.commands = {name: load_command(name) for name in COMMANDS}
            return None
        return load_command(cmd_name)


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    suggest_commands=False,  # click does that
    context_settings={"help_option_names": ["-h", "--help"]},
    **_PLAIN,
)


def command() -> click.Command:
    """The whole command line, in the reader's language."""
    return _translated(typer.main.get_command(app))


def load_command(name: str) -> click.Command:
    """One command, in the reader's language."""
    found = getattr(import_module(f"medsearch.cli.commands.{name}"), name)
    return _translated(typer.main.get_command(found if isinstance(found, typer.Typer) else _alone(name, found)))


def _alone(name: str, function: Callable[..., Any]) -> typer.Typer:
    alone = typer.Typer(add_completion=False, context_settings={"help_option_names": ["-h", "--help"]}, **_PLAIN)
    alone.command(name)(function)
    return alone


def _translated(found: click.Command) -> click.Command:
    """A command with its help in the reader's language. Its texts are plain in the code: typer wants them there."""
    found.help = _(inspect.cleandoc(found.help)) if found.help else None
    for param in found.params:
        if param.metavar:
            param.metavar = _(param.metavar)
        if help_text := getattr(param, "help", None):
            param.help = _(help_text)
    for inner in getattr(found, "commands", {}).values():
        _translated(inner)
    return found


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
