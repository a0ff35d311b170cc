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
from medsearch.cli.commands import COMMANDS
from medsearch.cli.help.context import HelpfulContext
from medsearch.texts import _

_PLAIN: dict[str, Any] = {"rich_markup_mode": None, "pretty_exceptions_enable": False}


class _Commands(typer.core.TyperGroup):
    """The commands, each loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None where there is none."""
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            self.commands[cmd_name] = load_command(cmd_name)
        return self.commands.get(cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that `args` begin with. Raises UsageError, which names the nearest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from medsearch.cli.mistakes import unknown_command

            raise unknown_command(args, COMMANDS)
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=_Commands,
    invoke_without_command=True,
    add_completion=False,  # the options below speak the reader's language
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
    found.context_class = HelpfulContext
    found.help = _(inspect.cleandoc(found.help)) if found.help else None
    found.options_metavar = _(found.options_metavar or "")
    if isinstance(found, click.Group):
        found.subcommand_metavar = _(found.subcommand_metavar)
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


def _install_completion(wanted: bool) -> None:
    if wanted:
        from medsearch.cli.completion_setup import install_completion

        path = install_completion()
        typer.echo(_("Installed in {path}; open a new terminal, and press Tab there.").format(path=path))
        raise typer.Exit


def _show_completion(wanted: bool) -> None:
    if wanted:
        from medsearch.cli.completion_setup import completion_script

        typer.echo(completion_script())
        raise typer.Exit


@app.callback()
def medsearch(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and end."),
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print the traceback of an error; works anywhere.")] = False,
    install_completion: Annotated[
        bool,
        typer.Option(
            "--install-completion",
            callback=_install_completion,
            is_eager=True,
            help="Let the Tab key complete commands, options and values (see: medsearch help completion).",
        ),
    ] = False,
    show_completion: Annotated[
        bool,
        typer.Option(
            "--show-completion",
            callback=_show_completion,
            is_eager=True,
            help="Only print what that would install.",
        ),
    ] = False,
) -> None:
    """Search the minutes (referater) of Danish committees."""
    if context.invoked_subcommand is None:
        from medsearch.cli.help.welcome import WELCOME

        typer.echo(_(WELCOME))
