"""The two ways out: stdout for data, stderr for talk."""

import io
import os
import re
import sys
from contextlib import suppress
from typing import IO, NamedTuple, cast

from rich.console import Console

from medsearch.rendering.forms import Format
from medsearch.rendering.harmless import harmless

_NARROWEST = 60
_LINE_FILLING = re.compile(r"[ \t]+$", re.MULTILINE)


def output() -> Console:
    """stdout: with colours in a terminal, plain text elsewhere or where NO_COLOR is set."""
    return _console(stderr=False)


def is_terminal() -> bool:
    """Whether stdout is read by a person."""
    return sys.stdout.isatty()


def write_export(text: str, form: Format) -> None:
    """Prints what is to be taken elsewhere, as a file of it would be: CSV in UTF-8, whatever the system's encoding."""
    from medsearch.rendering.export import encoded

    binary = getattr(sys.stdout, "buffer", None)
    if form is Format.CSV and binary is not None and not is_terminal():
        sys.stdout.flush()
        binary.write(encoded(text, form))
        binary.flush()
    else:
        sys.stdout.write(text)


class Talk(NamedTuple):
    """What is said on stderr beside the data."""

    quiet: bool = False
    verbose: bool = False

    def say(self, text: str) -> None:
        """Something to know."""
        if not self.quiet:
            self.warn(text)

    def detail(self, text: str) -> None:
        """Something to know for who asked for more."""
        if self.verbose and not self.quiet:
            self.warn(text)

    def warn(self, text: str) -> None:
        """Something to act on; said also with --quiet."""
        console = talk_console()
        with suppress(OSError):  # that nobody can hear it changes nothing about what is said
            console.print(harmless(text), markup=False, highlight=False, soft_wrap=not console.is_terminal)


def talk_console() -> Console:
    """stderr."""
    return _console(stderr=True)


class _Trimmed(io.TextIOBase):
    """A stream that takes the blanks off the ends of lines, which only serve to fill a terminal."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        self._stream.write(_LINE_FILLING.sub("", text))
        return len(text)

    def flush(self) -> None:
        self._stream.flush()


def _console(*, stderr: bool) -> Console:
    plain = bool(os.environ.get("NO_COLOR"))
    stream = sys.stderr if stderr else sys.stdout
    console = Console(
        file=stream if stream.isatty() else cast(IO[str], _Trimmed(stream)),
        markup=False,
        highlight=False,
        emoji=False,
        force_terminal=False if plain else None,
        color_system=None if plain else "auto",
        legacy_windows=False,
    )
    console.width = max(console.width, _NARROWEST)
    return console
