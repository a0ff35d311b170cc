"""Plays what a page shows: in a folder with the sample minutes, as somebody at home at /home/anna/minutes would."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple

from medsearch.cli.running import run
from tests.docs.pages import Step

FIRST = "medsearch index sample_data"

# What differs from one run or machine to the next, and what stands for it.
_VARIES = (
    (re.compile(r"after (?:\d+[.,]\d|\d+) (seconds?|minutes?)"), "after a while"),
    (re.compile(r"efter (?:\d+[.,]\d|\d+) (sekund(?:er)?|minut(?:ter)?)"), "efter et stykke tid"),
    (re.compile(r"\b\d+(?:[.,]\d)? [kM]B\b"), "1 MB"),
    (re.compile(r"\b20\d\d-\d\d-\d\d \d\d:\d\d\b"), "2026-11-23 09:00"),
    (re.compile(r"^ {6}\d+\.\d\d(?=  )", re.MULTILINE), "      1.00"),  # what a word counts for a hit
    (re.compile(r'"(took_ms|score|seconds)": \d+(?:\.\d+)?'), r'"\1": 1'),
)
_FOR_A_SHELL = re.compile(r"[|<>;&$`\\*]")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")


class _Paper(TextIOWrapper):
    """What stdout and stderr are for a command in this process: one after the other, in UTF-8."""

    def __init__(self) -> None:
        self.bytes = BytesIO()
        super().__init__(self.bytes, encoding="utf-8", newline="\n", write_through=True)

    def text(self) -> str:
        """What stands on it."""
        self.flush()
        return self.bytes.getvalue().decode()


class Place(NamedTuple):
    """Where pages are played: a folder with sample_data and an index, the folder as it was, and the home."""

    folder: Path
    template: Path
    home: Path
    said_first: str  # what the first `medsearch index` printed

    def tidy(self) -> None:
        """Makes folder and home as they were at first."""
        for path in (self.folder, self.home):
            shutil.rmtree(path, ignore_errors=True)
        shutil.copytree(self.template, self.folder)
        self.home.mkdir()

    def as_anna_sees(self, text: str) -> str:
        """`text` with the folders of whose home the pages show."""
        return text.replace(str(self.folder), "/home/anna/minutes").replace(str(self.home), "/home/anna")


def play(step: Step, place: Place, *, first: bool) -> tuple[int, str]:
    """Runs a step; gives back its exit code and what a terminal would show.

    The first reading of the sample minutes is not done again: the index is there, and what was printed is known.
    """
    if step.language == "python":
        return 0, _run_python(step.text)
    if first:
        return 0, place.said_first
    if step.text.startswith("medsearch ") and not _FOR_A_SHELL.search(_QUOTED.sub("", step.text)):
        return run_here(step.text)
    return _run_in_a_shell(step.text, place)


def run_here(command: str) -> tuple[int, str]:
    """Runs a medsearch command in this process."""
    printed = _Paper()
    with redirect_stdout(printed), redirect_stderr(printed):
        code = run(shlex.split(command)[1:])
    return code, printed.text()


def _run_python(program: str) -> str:
    printed = _Paper()
    names: dict[str, Any] = {"__name__": "__main__"}
    with redirect_stdout(printed):
        exec(compile(program, "example.py", "exec"), names)
    return printed.text()


def _run_in_a_shell(command: str, place: Place) -> tuple[int, str]:
    programs = place.template.parent / "bin"
    if not programs.exists():
        programs.mkdir()
        script = programs / "medsearch"
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m medsearch "$@"\n')
        script.chmod(0o755)
    done = subprocess.run(
        ["bash", "-c", command], cwd=place.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, encoding="utf-8", check=False,
        env={**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "PYTHONUTF8": "1"},
    )  # fmt: skip
    return done.returncode, done.stdout


def is_as_shown(shown: str, printed: str) -> bool:
    """Whether `printed` is what a page shows, where `...` stands for anything: alone for lines, else in its line."""
    pattern = ""
    for line in _plain(shown):
        if line.strip() == "...":
            pattern += r"(?:.*\n)*?"
        else:
            pattern += ".*?".join(map(re.escape, line.split("..."))) + r"\n"
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in _plain(printed))) is not None


def _plain(text: str) -> list[str]:
    for pattern, instead in _VARIES:
        text = pattern.sub(instead, text)
    return [line.rstrip() for line in text.strip("\n").splitlines()]
