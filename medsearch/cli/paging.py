"""Long answers a screen at a time, in the reader's pager."""

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import PurePath

from rich.console import Console

from medsearch.cli.console import Talk, is_terminal, output
from medsearch.rendering.harmless import harmless
from medsearch.settings import setting
from medsearch.texts import _

NEVER = "never"
_LESS_WITH_LINKS = 566  # the first less that passes links on
_LINK = re.compile(r"\x1b\]8;[^\x1b\x07]*(?:\x1b\\|\x07)")


@contextmanager
def paged(*, wanted: bool = True, note: str = "", talk: Talk | None = None) -> Iterator[Console]:
    """A console for an answer, which is shown in the pager where it is longer than the terminal.

    `note` is said by `talk` before the answer, and stands above it in the pager. Into a pipe nothing is paged.
    """
    talk = talk or Talk()
    pager = pager_command() if wanted and is_terminal() and os.environ.get("TERM") != "dumb" else []
    console = output()
    if not pager:
        if note:
            talk.say(note)
        yield console
        return
    with console.capture() as captured:
        yield console
    text = captured.get()
    above = f"{_wrapped(harmless(note), console.width)}\n\n" if note and not talk.quiet else ""
    if text.count("\n") + above.count("\n") >= console.height and show_in_pager(above + text, pager):
        return
    if note:
        talk.say(note)
    sys.stdout.write(text)


def _wrapped(text: str, width: int) -> str:
    return "\n".join(textwrap.fill(line, width, break_long_words=False) for line in text.splitlines())


def pager_command() -> Sequence[str]:
    """The pager and its arguments: that of the settings, else that of PAGER, else less; nothing for none."""
    chosen = setting("pager") or os.environ.get("PAGER")
    if chosen is None:
        return ["less"] if shutil.which("less") else []
    if chosen == NEVER:
        return []
    try:
        command = shlex.split(chosen, posix=os.name != "nt")
    except ValueError:  # a quotation mark without its other
        return []
    return [] if command in ([], ["cat"]) else command


def show_in_pager(text: str, pager: Sequence[str]) -> bool:
    """Whether `text` was shown by `pager`; it may be left at any time. False where it fails."""
    if _LINK.search(text) and not _passes_links(pager):
        text = _LINK.sub("", text)
    with suppress(OSError):
        command = [pager[0], "-R", f"-Ps{_prompt()}", *pager[1:]] if _is_less(pager) else pager
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env=_surroundings(os.environ))
        # Ctrl-C is the pager's own matter, as long as it runs.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            process.communicate(text.encode("utf-8", errors="replace"))
        finally:
            signal.signal(signal.SIGINT, before)
        return process.returncode <= 0  # one that ends with an error may have shown nothing
    return False


def _prompt() -> str:
    """What less says at its foot, where it has only a colon; some signs mean something to it."""
    return re.sub(r"([?:.%\\])", r"\\\1", _("Space: more · q: end"))


def _surroundings(environment: Mapping[str, str]) -> dict[str, str]:
    """With what less shows colours and Danish letters, ends at a short text and leaves it on the screen."""
    return {"LESS": "FRX", "LESSCHARSET": "utf-8", **environment}


def _passes_links(pager: Sequence[str]) -> bool:
    """Whether links reach the terminal; other pagers, and an old less, show their codes."""
    if not _is_less(pager):
        return False
    with suppress(OSError, subprocess.TimeoutExpired):
        told = subprocess.run([pager[0], "--version"], capture_output=True, text=True, timeout=2, check=False).stdout
        version = re.match(r"less (\d+)", told)
        return version is not None and int(version[1]) >= _LESS_WITH_LINKS
    return False


def _is_less(pager: Sequence[str]) -> bool:
    return PurePath(pager[0]).stem == "less"
