"""The page of a command: made of what it declares, with its examples."""

import inspect
import re
import typing
from collections.abc import Iterator

import click
import typer.models

from medsearch.cli.help.examples import EXAMPLES
from medsearch.rendering.help_pages import Page, Part, Row
from medsearch.texts import _

_RANGE = re.compile(r"\s*\[x[<>=]+\d+\]$")  # `[x>=1]`, which says nothing to people
_LONGEST_SHORT = 200  # characters of a command's first sentence; it is never cut


def command_page(context: click.Context) -> Page:
    """The page of the command that is called in `context`."""
    command = context.command
    pieces = " ".join(command.collect_usage_pieces(context))
    about = inspect.cleandoc(command.help or "").split("\n\n")
    return Page(
        context.command_path,
        tuple(" ".join(paragraph.split()) for paragraph in about if paragraph),
        tuple(part for part in _parts(context) if part.rows),
        f"{_('Usage:')} {context.command_path} {pieces}",
    )


def inner_contexts(context: click.Context) -> Iterator[click.Context]:
    """The contexts of the commands within a command."""
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            if command := context.command.get_command(context, name):
                yield command.context_class(command, parent=context, info_name=name)


def _parts(context: click.Context) -> Iterator[Part]:
    name = context.command_path.partition(" ")[2]
    yield Part(
        _("To begin with") if not name else _("Examples"),
        rows=tuple(Row(row.typed, _(row.meaning)) for row in EXAMPLES.get(name, ())),
    )
    yield Part(_("Commands"), rows=tuple(map(_summary, inner_contexts(context))))
    if not name:
        yield _topics()
    params = context.command.get_params(context)
    yield Part(
        _("Arguments"), rows=tuple(_argument(param, context) for param in params if isinstance(param, click.Argument))
    )
    records = [param.get_help_record(context) for param in params if isinstance(param, click.Option)]
    yield Part(
        _("Options"), rows=tuple(Row(typed, _RANGE.sub("", meaning)) for typed, meaning in filter(None, records))
    )


def _summary(context: click.Context) -> Row:
    return Row(context.info_name or "", context.command.get_short_help_str(_LONGEST_SHORT))


def _topics() -> Part:
    from medsearch.cli.help.topics import TOPICS

    return Part(_("More help"), rows=tuple(Row(f"medsearch help {name}", _(TOPICS[name].title)) for name in TOPICS))


def _argument(param: click.Argument, context: click.Context) -> Row:
    return Row(param.make_metavar(context), argument_help(param, context.command))


def argument_help(param: click.Argument, command: click.Command) -> str:
    """What an argument is for. click 8.5 has a `help` of its own for it, which takes away that of typer's argument."""
    if told := getattr(param, "help", None):
        return str(told)
    if command.callback is None or param.name is None:
        return ""
    declared = typing.get_type_hints(inspect.unwrap(command.callback), include_extras=True).get(param.name)
    for info in getattr(declared, "__metadata__", ()):
        if isinstance(info, typer.models.ArgumentInfo) and info.help:
            return _(info.help)
    return ""
