"""What the names of colours (green, cyan ...) are in the browser: readable on its dark and on its light ground."""

from rich.terminal_theme import TerminalTheme


def _theme(ground: str, ink: str, colours: str, bright: str) -> TerminalTheme:
    """A theme of hexadecimal colours, in a terminal's order: black red green yellow blue magenta cyan white."""
    return TerminalTheme(_rgb(ground), _rgb(ink), [*map(_rgb, colours.split())], [*map(_rgb, bright.split())])


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour)
    return red, green, blue


DARK = _theme(
    "121212",
    "e0e0e0",
    "141414 ff786e 8cdc78 facd46 78b4ff ff96d7 64cde6 f0f0f0",
    "969696 ff968c aaeb96 ffe178 96c8ff ffb4e6 96e6fa ffffff",
)
LIGHT = _theme(
    "e0e0e0",
    "1e1e1e",
    "141414 a01414 145a14 facd46 143c96 820a6e 00506e f0f0f0",
    "5a5a5a b41e1e 1e6e1e ffe178 1e50b4 961482 96e6fa ffffff",
)
