"""What a command line could go on with: asked by shells when somebody presses Tab.

Whatever goes wrong, nothing is said: it would stand in the middle of what is being typed.
"""

import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence

import click
from click.shell_completion import CompletionItem, ShellComplete

from medsearch.cli.app import command, load_command
from medsearch.cli.commands import COMMANDS
from medsearch.cli.offers import Offers, offers_for
from medsearch.cli.shells import SHELLS, Asked, Offer
from medsearch.errors import ExitCode
from medsearch.rendering.harmless import harmless

_WORD_BEGINS = re.compile(r"(?<!\w)\w")
_LONGEST_ABOUT = 60  # characters


def complete(shell_name: str) -> int:
    """Answers a shell on stdout; what it asks stands in the environment. Raises KeyError for an unknown shell."""
    shell = SHELLS[shell_name]
    asked = shell.read(os.environ)
    offers = list(offered(asked))
    if os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":  # fish asks first whether there is anything
        return ExitCode.DONE if any(not offer.path for offer in offers) else ExitCode.NOTHING_FOUND
    answer = shell.write(offers, asked)
    # Encoded here: not every shell sets a locale, and names are Danish.
    sys.stdout.buffer.write(f"{answer}\n".encode() if answer else b"")
    sys.stdout.flush()
    return ExitCode.DONE


def offered(asked: Asked) -> Iterable[Offer]:
    """What could stand where something is being typed."""
    root = command()
    assert isinstance(root, click.Group)
    for name in asked.words[:1]:
        if name in COMMANDS:
            root.add_command(_offering(load_command(name), name), name)
    completer = ShellComplete(root, {}, "medsearch", "")
    for item in completer.get_completions(list(asked.words), asked.begun):
        about = " ".join(harmless(item.help or "").split())
        if item.type != "plain":
            yield Offer("", path=True)
        elif harmless(item.value) == item.value and item.value.isprintable():
            yield Offer(item.value, about if len(about) <= _LONGEST_ABOUT else f"{about[:_LONGEST_ABOUT]}…")


def _offering(found: click.Command, path: str) -> click.Command:
    """A command whose parameters know what could stand there."""
    for param in found.params:
        if offers := offers_for(path, param.name or ""):
            param.type = _Offered(offers)
        elif isinstance(param.type, click.Path):
            param.type = click.Path()  # typer's own leaves paths to the shell without saying that it wants one
    for name, inner in getattr(found, "commands", {}).items():
        _offering(inner, f"{path} {name}")
    return found


class _Offered(click.ParamType):  # type: ignore[type-arg]  # which it takes from click 8.5 on
    """The type of a parameter with values to offer."""

    name = "text"

    def __init__(self, offers: Offers) -> None:
        self._offers = offers

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem[str]]":
        return [CompletionItem(offer.word, help=offer.about) for offer in fitting(self._offers(ctx), incomplete)]


def fitting(offers: Iterable[Offer], begun: str) -> Sequence[Offer]:
    """The offers that begin as was typed; where none does, those of which some word does. Capitals do not matter."""
    wanted = _folded(begun)
    known = [(offer, _folded(offer.word)) for offer in offers]
    beginning = [offer for offer, word in known if word.startswith(wanted)]
    return beginning or [
        offer
        for offer, word in known
        if any(word.startswith(wanted, place.start()) for place in _WORD_BEGINS.finditer(word))
    ]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
