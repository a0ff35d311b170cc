"""Runs a command line: every error becomes a message that one can act on, and an exit code."""

import errno
import io
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import TextIO

import click

from medsearch.errors import ExitCode, MedsearchError, SettingsError, system_reason
from medsearch.texts import _

_ASKED = "_MEDSEARCH_COMPLETE"  # what the scripts of --install-completion set


def run(arguments: Sequence[str]) -> int:
    """Runs medsearch with `arguments` and gives back the exit code.

    No traceback is printed unless --debug is among the arguments.
    """
    if (asked := os.environ.get(_ASKED, "")).startswith("complete_"):
        return _complete(asked.removeprefix("complete_"))
    words = list(arguments)
    debug = "--debug" in _options(words)
    if debug:
        words.remove("--debug")
    _print_what_can_be()
    try:
        _speak(words)
        return _run(words)
    except (KeyboardInterrupt, click.Abort):
        sys.stderr.write("\n" + _("Interrupted; the index is as it was before.") + "\n")
        return ExitCode.INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # The reader of our output (head, less) has gone, for which click ends the process: nothing more to say, and
        # Python shall not try at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except Exception as error:  # the one place where all errors end, also those that are our own fault
        if debug:
            traceback.print_exc()
        explained = _explain(error, words)
        with suppress(OSError):  # a full disk behind stderr changes nothing about what happened
            _show(explained, as_json=_is_for_a_script(_options(words)))
        return explained.exit_code


def _is_for_a_script(options: Sequence[str]) -> bool:
    """Whether JSON was asked for: `--json`, `--format json` or `--format=json`."""
    return bool({"--json", "--format=json"} & set(options)) or ("--format", "json") in pairwise(options)


def _print_what_can_be() -> None:
    """An encoding that lacks a character (cp1252 has no bars) shows a question mark for it from now on.

    A stream that was closed (`>&-`) takes what is written and forgets it.
    """
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _complete(shell: str) -> int:
    """Answers a shell that asks what a line could go on with. A failure is not told: it would stand in that line."""
    with suppress(Exception, KeyboardInterrupt):
        from medsearch.cli.completing import complete

        _speak([])
        return complete(shell)
    return ExitCode.NOTHING_FOUND


def _explain(error: Exception, words: Sequence[str]) -> MedsearchError:
    """`error`, which came of the command line `words`, in words that a user can act on."""
    if isinstance(error, MedsearchError):
        return error
    if isinstance(error, click.UsageError):
        from medsearch.cli.mistakes import explain_mistake

        return explain_mistake(error, words)
    if isinstance(error, OSError):
        reason = f"{system_reason(error)}: {error.filename}" if error.filename else system_reason(error)
        full = error.errno == errno.ENOSPC
        advice = (
            _("Make room on the disk, then run this again.") if full else _("Check the disk, and your rights there.")
        )
        return MedsearchError(_("The system refused: {reason}.").format(reason=reason), advice)
    return MedsearchError(
        _("medsearch failed, which is its own fault: {error}").format(error=f"{type(error).__name__}: {error}"),
        _("Run the same command with --debug and send us what it prints."),
    )


def _speak(words: Sequence[str]) -> None:
    """Chooses the reader's language, also for the texts of click. Raises SettingsError for one that is not spoken."""
    from medsearch import texts
    from medsearch.settings import setting

    try:
        texts.use_language(setting("language") or None)
    except SettingsError:
        # config tells what is wrong, and can put it right; help is there in any case.
        if not (words[:1] in (["config"], ["help"]) or {"--help", "-h", "--version"} & set(words)):
            raise
    texts.guide_gettext()


def _run(words: list[str]) -> int:
    from medsearch.cli.app import command

    code = int(command().main(args=words, prog_name="medsearch", standalone_mode=False) or ExitCode.DONE)
    if code == ExitCode.INTERRUPTED:  # typer makes an exit code of Ctrl-C
        raise KeyboardInterrupt
    return code


def _options(words: Sequence[str]) -> Sequence[str]:
    """The words before a bare `--`: what stands behind it is data."""
    return words[: words.index("--")] if "--" in words else words


def _show(error: MedsearchError, *, as_json: bool) -> None:
    from medsearch.cli.errors import print_error

    print_error(error, as_json=as_json)
