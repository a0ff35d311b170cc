"""Runs a command line: every error becomes a message that one can act on, and an exit code."""

import errno
import gettext
import io
import os
import sys
import traceback
from collections.abc import Sequence

import click

from medsearch.errors import ExitCode, MedsearchError, UsageError


def run(arguments: Sequence[str]) -> int:
    """Runs medsearch with `arguments` and gives back the exit code.

    No traceback is printed unless --debug is among the arguments.
    """
    words = list(arguments)
    debug = "--debug" in _options(words)
    if debug:
        words.remove("--debug")
    for stream in (sys.stdout, sys.stderr):
        # An encoding that lacks a character (cp1252 has no bars) shows a question mark for it.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        _speak()
        return _run(words)
    except (KeyboardInterrupt, click.Abort):
        sys.stderr.write("\nInterrupted; the index is as it was before.\n")
        return ExitCode.INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # The reader of our output (head, less) has gone, for which click ends the process: nothing more to say, and
        # Python shall not try at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except Exception as error:  # the one place where all errors end, also those that are our own fault
        if debug:
            traceback.print_exc()
        explained = _explain(error)
        _show(explained, as_json="--json" in _options(words))
        return explained.exit_code


def _explain(error: Exception) -> MedsearchError:
    """`error` in words that a user can act on."""
    if isinstance(error, MedsearchError):
        return error
    if isinstance(error, click.ClickException):
        return _usage(error)
    if isinstance(error, OSError):
        place = f": {error.filename}" if error.filename else ""
        full = error.errno == errno.ENOSPC
        advice = "Make room on the disk, then run this again." if full else "Check the disk, and your rights there."
        return MedsearchError(f"The system refused: {error.strerror or error}{place}.", advice)
    return MedsearchError(
        f"medsearch failed, which is its own fault: {type(error).__name__}: {error}",
        "Run the same command with --debug and send us what it prints.",
    )


def _speak() -> None:
    """Chooses the reader's language, also for the texts of click and for processes that read files."""
    from medsearch import texts
    from medsearch.settings import setting

    texts.use_language(setting("language") or None)
    os.environ["LANGUAGE"] = texts.language()
    gettext.bindtextdomain(texts.DOMAIN, texts.FOLDER)
    gettext.textdomain(texts.DOMAIN)


def _run(words: list[str]) -> int:
    from medsearch.cli.app import command

    code = int(command().main(args=words, prog_name="medsearch", standalone_mode=False) or ExitCode.DONE)
    if code == ExitCode.INTERRUPTED:  # typer makes an exit code of Ctrl-C
        raise KeyboardInterrupt
    return code


def _options(words: Sequence[str]) -> Sequence[str]:
    """The words before a bare `--`: what stands behind it is data."""
    return words[: words.index("--")] if "--" in words else words


def _usage(error: click.ClickException) -> UsageError:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "medsearch"
    if isinstance(error, click.NoSuchOption):
        advice = f"See: {command} --help"
        if command.endswith(("query", "facets")):
            advice = f"Words that begin with a hyphen stand after --, as in: {command} -- budget -løn"
        if error.possibilities:
            advice = f"Did you mean {' or '.join(sorted(error.possibilities))}? {advice}"
        return UsageError(f"There is no option {error.option_name}.", advice)
    return UsageError(error.format_message(), f"See: {command} --help")


def _show(error: MedsearchError, *, as_json: bool) -> None:
    from medsearch.cli.errors import print_error

    print_error(error, as_json=as_json)
