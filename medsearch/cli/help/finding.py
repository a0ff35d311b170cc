"""Finds the page that somebody asks for: of a topic, of a command, of medsearch itself."""

from collections.abc import Sequence

import click

from medsearch.cli.help.command_pages import command_page, inner_contexts
from medsearch.cli.help.topics import TOPICS
from medsearch.errors import UsageError
from medsearch.rendering.help_pages import Page
from medsearch.texts import _


def find_page(words: Sequence[str], root: click.Context) -> Page:
    """The page of the topic or command that `words` name; the overview without words. Raises UsageError.

    A topic comes before a command of its name: `query` explains the language of queries.
    """
    typed = " ".join(words).lower()
    if typed in TOPICS:
        return TOPICS[typed].page
    context = root
    for word in typed.split():
        inner = {inside.info_name: inside for inside in inner_contexts(context)}
        if word not in inner:
            raise _unknown(typed, [*TOPICS, *(str(name) for name in inner)])
        context = inner[word]
    return command_page(context)


def _unknown(typed: str, names: Sequence[str]) -> UsageError:
    from difflib import get_close_matches

    near = get_close_matches(typed, names, n=1)
    advice = _("All topics and commands are listed by: medsearch help")
    if near:
        advice = f"{_('Did you mean {name}?').format(name=near[0])} {advice}"
    return UsageError(_("There is no help on “{topic}”.").format(topic=typed), advice)
