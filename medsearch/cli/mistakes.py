"""What was typed wrong, said so that one sees what to type instead."""

from collections.abc import Sequence
from difflib import get_close_matches

import click

from medsearch.cli.help.command_pages import argument_help
from medsearch.cli.help.examples import EXAMPLES
from medsearch.errors import UsageError
from medsearch.texts import _

_PROGRAM = "medsearch"
# Options are English; this is what a Dane tries.
_IN_ENGLISH = {
    "--udvalg": "--committee",
    "--sag": "--case",
    "--sagsnummer": "--case",
    "--fra": "--from",
    "--siden": "--from",
    "--til": "--to",
    "--år": "--year",
    "--udfald": "--outcome",
    "--afsnit": "--in",
    "--i": "--in",
    "--navn": "--person",
    "--sortér": "--sort",
    "--sorter": "--sort",
    "--antal": "--limit",
    "--side": "--page",
    "--indeks": "--index",
    "--hjælp": "--help",
    "--ny": "--new",
    "--nye": "--new",
    "--nyt": "--new",
}
_NO_ARGUMENTS = getattr(click.exceptions, "NoArgsIsHelpError", ())  # since click 8.2; before, it printed the help


def explain_mistake(error: click.UsageError, words: Sequence[str]) -> UsageError:
    """What is wrong with the command line `words`, for which click raised `error`, and what to do."""
    path = _command_path(error, words)
    match error:
        case click.NoSuchOption():
            return _no_such_option(error, path)
        case click.BadParameter(param=param) if param is not None:
            missing = isinstance(error, click.MissingParameter)
            return UsageError(
                _missing(param, error.ctx) if missing else _bad_value(error, param),
                _example(path) if missing else _see(path),
            )
        case click.BadOptionUsage():
            return UsageError(error.format_message(), _example(path, error.option_name))
        case click.UsageError(ctx=context) if context and isinstance(context.command, click.Group):
            return _of_group(error, context.command.list_commands(context), path)
    return UsageError(error.format_message(), _see(path))


def unknown_command(args: Sequence[str], names: Sequence[str], path: str = _PROGRAM) -> UsageError:
    """There is no command of the name that `args` begin with; perhaps they are words to search for."""
    message = _("There is no command “{name}”.").format(name=args[0])
    if near := get_close_matches(args[0].lower(), names, n=1):
        return UsageError(message, f"{_('Did you mean {name}?').format(name=near[0])} {_see(path)}")
    if path == _PROGRAM:
        command = f"{_PROGRAM} query {' '.join(args)}"
        return UsageError(
            message, _("To search for it: {command} (more: {help})").format(command=command, help=f"{_PROGRAM} help")
        )
    return UsageError(message, _there_are(names, path))


def _of_group(error: click.UsageError, names: Sequence[str], path: str) -> UsageError:
    """A command that holds others was called with none of them."""
    if isinstance(error, _NO_ARGUMENTS):
        return UsageError(_("{command} needs another word.").format(command=path), _there_are(names, path))
    if typed := getattr(error, "command_name", None):  # click.NoSuchCommand, since 8.4
        return unknown_command([typed], names, path)
    return UsageError(error.format_message(), _see(path))


def _no_such_option(error: click.NoSuchOption, path: str) -> UsageError:
    advice = _see(path)
    if path.split()[1:2] in (["query"], ["facets"]):
        advice = _("Words that begin with a hyphen stand after --, as in: {command}").format(
            command=f"{path} -- budget -løn"
        )
    known = [option for param in error.ctx.command.get_params(error.ctx) for option in param.opts] if error.ctx else []
    meant = _IN_ENGLISH.get(error.option_name)
    if near := [meant] if meant in known else get_close_matches(error.option_name, known, n=1):
        advice = f"{_('Did you mean {name}?').format(name=near[0])} {advice}"
    return UsageError(_("There is no option {name}.").format(name=error.option_name), advice)


def _missing(param: click.Parameter, context: click.Context | None) -> str:
    message = _("{name} is missing.").format(name=_name(param, context))
    about = argument_help(param, context.command) if isinstance(param, click.Argument) and context else ""
    return f"{message} {about}".strip()


def _bad_value(error: click.BadParameter, param: click.Parameter) -> str:
    """What may stand behind an option or as an argument; else what click says of it."""
    name = _name(param, error.ctx)
    match param.type:
        case click.Choice(choices=choices):
            return _("{name} takes one of: {choices}.").format(name=name, choices=", ".join(map(str, choices)))
        case click.IntRange(min=least) if least is not None:
            return _("{name} takes a whole number from {least} on.").format(name=name, least=least)
        case click.types.IntParamType():
            return _("{name} takes a whole number.").format(name=name)
    return f"{name}: {error.message}"


def _name(param: click.Parameter, context: click.Context | None) -> str:
    if isinstance(param, click.Argument) and context:
        return param.make_metavar(context).strip("[]")
    return max(param.opts, key=len)


def _example(path: str, option: str = "") -> str:
    """The first example of a command, with the option where one is meant."""
    for row in EXAMPLES.get(path.partition(" ")[2], ()):
        if option in row.typed:
            return _("As in: {command} (more: {help})").format(command=row.typed, help=f"{path} --help")
    return _see(path)


def _see(path: str) -> str:
    return _("See: {command}").format(command=f"{path} --help")


def _there_are(names: Sequence[str], path: str) -> str:
    commands = ", ".join(f"{path} {name}" for name in names)
    return _("There are: {names}.").format(names=commands)


def _command_path(error: click.UsageError, words: Sequence[str]) -> str:
    """The command that was called, as it is typed. click does not always say which."""
    from medsearch.cli.commands import COMMANDS

    if context := getattr(error, "ctx", None):
        return str(context.command_path)
    return " ".join([_PROGRAM, *(word for word in words if word in COMMANDS)][:2])
