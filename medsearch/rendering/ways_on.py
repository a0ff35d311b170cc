"""What to type to go on from a list: read an item, open its file, follow its matter."""

from collections.abc import Iterator

from rich.text import Text

from medsearch.rendering.words import QUIET
from medsearch.texts import _, later

_WAYS = (
    (later("Read: {command}"), "show"),
    (later("File: {command}"), "open"),
    (later("Thread: {command}"), "related"),
)
_BETWEEN = " · "


def ways_on(number: int, naming: str, width: int) -> Iterator[Text]:
    """The commands for the item `number` of a list, in lines, none of them broken.

    `naming` is what they need to find the index.
    """
    pieces = [_(way).format(command=f"medsearch {command} {number}{naming}") for way, command in _WAYS]
    line = ""
    for piece in pieces:
        longer = f"{line}{_BETWEEN}{piece}" if line else piece
        if line and len(longer) > width:
            yield Text(line, style=QUIET)
            longer = piece
        line = longer
    yield Text(line, style=QUIET)
