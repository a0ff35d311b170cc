"""Links to files, for terminals in which one can click them."""

from pathlib import Path

from rich.style import Style
from rich.text import Text


def linked(text: Text, path: Path | None, start: int = 0) -> Text:
    """`text`, from the character `start` on a link to a file, where there is one.

    The address has no host, and everything odd in it is percent-encoded: `file:///srv/referater/2025%20marts.pdf`.
    """
    if path is not None and path.is_absolute():
        text.stylize(Style(link=path.as_uri()), start)
    return text
