"""Every page of help, in English, for what is made of them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import click

from medsearch.cli.app import command
from medsearch.cli.help.command_pages import command_page, inner_contexts
from medsearch.cli.help.topics import TOPICS
from medsearch.rendering.help_pages import Page
from medsearch.texts import use_language

MADE_BY = "Made by: python -m {tool}. Changes belong into the help of the commands, and into medsearch/cli/help/."


@contextmanager
def in_english() -> Iterator[None]:
    """Texts are English meanwhile, those of click among them."""
    before = os.environ.get("LANGUAGE")
    os.environ["LANGUAGE"] = "en"
    use_language("en")
    try:
        yield
    finally:
        use_language(None)
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


def command_pages() -> list[Page]:
    """The page of medsearch, then those of its commands, each followed by those within it."""
    root = command()
    return list(_pages(root.context_class(root, info_name="medsearch", **root.context_settings)))


def topic_pages() -> list[Page]:
    """The pages of the topics, in the order of the overview."""
    return [topic.page for topic in TOPICS.values()]


def _pages(context: click.Context) -> Iterator[Page]:
    yield command_page(context)
    for inner in inner_contexts(context):
        yield from _pages(inner)
