"""The context of a command, which is what click asks for its help."""

import click


class HelpfulContext(click.Context):
    """A context whose help is a page of ours, wherever click shows it."""

    def get_help(self) -> str:
        """The page as text, as wide as the terminal."""
        import shutil

        from medsearch.cli.help.command_pages import command_page
        from medsearch.rendering.help_pages import page_text

        return page_text(command_page(self), shutil.get_terminal_size().columns)
