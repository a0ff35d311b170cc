"""Bars and marks, in signs that the terminal has."""

import os
import sys
from typing import NamedTuple

from rich.console import Console


class Signs(NamedTuple):
    """What pictures are drawn with. Bars grow by a part of a column at a time: their signs go from empty to full."""

    lying: str
    standing: str
    none: str  # along time: no meeting,
    one: str
    more: str


FINE = Signs(" ▏▎▍▌▋▊▉█", " ▁▂▃▄▅▆▇█", "·", "▪", "■")
COARSE = Signs(" █", " ▄█", "·", "■", "█")  # the code pages of DOS, and the console of Linux
PLAIN = Signs(" #", " #", ".", "+", "#")

BAR = "cyan"  # a style that is seen on light and on dark


def signs_of(console: Console | None = None) -> Signs:
    """The finest signs that stdout, or what a console writes to, can show."""
    encoding = getattr(console.file, "encoding", None) if console else None
    encoding = encoding or getattr(sys.stdout, "encoding", None) or "utf-8"
    for signs in (FINE, COARSE)[os.environ.get("TERM") == "linux" :]:
        try:
            "".join(signs).encode(encoding)
        except (UnicodeEncodeError, LookupError):
            continue
        return signs
    return PLAIN


def bar(share: float, columns: int, signs: Signs) -> str:
    """A bar that lies, as long as its share (0 to 1) of so many columns. What is more than nothing is seen."""
    steps = len(signs.lying) - 1
    length = max(1, round(share * columns * steps)) if share > 0 else 0
    full, part = divmod(length, steps)
    return signs.lying[-1] * full + (signs.lying[part] if part else "")


def standing_bar(share: float, lines: int, signs: Signs) -> str:
    """A bar that stands, as high as its share (0 to 1) of so many lines: its sign in each, from the top."""
    steps = len(signs.standing) - 1
    height = max(1, round(share * lines * steps)) if share > 0 else 0
    return "".join(signs.standing[max(0, min(steps, height - line * steps))] for line in reversed(range(lines)))
