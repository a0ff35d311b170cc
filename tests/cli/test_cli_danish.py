"""The commands as a Dane sees them: in Danish, from help to mistakes, and nothing of it in English."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from medsearch.cli.app import load_command
from medsearch.cli.commands import COMMANDS
from medsearch.cli.running import run
from tests.conftest import SAMPLE


class Done(NamedTuple):
    code: int
    out: str
    err: str


Command = Callable[..., Done]

# English words that are none in Danish, nor in anything that is typed.
ENGLISH = re.compile(
    r"\b(?:the|this|that|of|with|without|only|which|what|where|are|is|was|not|files|hits?|items?|minutes|meetings?"
    r"|committees?|print|read|name|or|all)\b"
)
# What stands in help as it is typed: commands with all that follows, options, values, quotations.
TYPED = re.compile(
    r"medsearch .*|^  \w+ {2,}|--?[\w-]+|\[[\w|.]+\]|[\"”“'`].*?[\"”“'`]|\w+(?:\|\w+)+|\S*[:=~*/<>{}]\S*"
)


@pytest.fixture
def medsearch(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs a command in this process, in Danish."""
    monkeypatch.setenv("MEDSEARCH_LANG", "da")
    monkeypatch.setenv("COLUMNS", "100")

    def command(*words: str | Path) -> Done:
        code = run([str(word) for word in words])
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return command


@pytest.fixture
def in_sample(sample_index: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An index of the sample minutes of its own, in a folder to stand in."""
    shutil.copytree(sample_index, tmp_path / "index")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def paths(command: click.Command, *above: str) -> Iterator[tuple[str, ...]]:
    """The names of a command and of those in it, as they are typed."""
    yield above
    for name, inner in getattr(command, "commands", {}).items():
        yield from paths(inner, *above, name)


EVERY_COMMAND = [(), *(path for name in COMMANDS for path in paths(load_command(name), name))]


def english_lines(text: str) -> list[str]:
    """The lines that hold English words, those aside that are typed."""
    return [line for line in text.splitlines() if ENGLISH.search(TYPED.sub("", line))]


@pytest.mark.parametrize("words", EVERY_COMMAND, ids=" ".join)
def test_help_is_danish_throughout(medsearch: Command, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]) -> None:
    danish = medsearch(*words, "--help")
    assert (danish.code, danish.err) == (0, "")
    assert english_lines(danish.out) == []
    assert danish.out.startswith("Brug: medsearch")
    monkeypatch.setenv("MEDSEARCH_LANG", "en")
    english = medsearch(*words, "--help")
    same = set(danish.out.splitlines()) & set(english.out.splitlines())
    assert [line for line in same if re.search(r"[a-zæøå]{2,} [a-zæøå]{2,}", TYPED.sub("", line))] == []


def test_answer_is_danish(medsearch: Command, in_sample: Path) -> None:
    done = medsearch("query", "videoovervågning", "-n", "2")
    assert done.code == 0
    first = done.out.splitlines()[0]
    assert " fund" in first
    assert "medsearch show 1" in done.out
    assert english_lines(done.out + done.err) == []
    assert english_lines(medsearch("query", "videoovervågning", "--explain").out) == []


def test_item_and_status_are_danish(medsearch: Command, in_sample: Path) -> None:
    shown = medsearch("show", "2024-06-18-hovedmed.txt#4").out
    assert "Sagsnummer: " in shown
    assert "Deltagere: " in shown
    status = medsearch("status").out
    assert "204 punkter i 22 filer" in status
    covered = status.split("Kunne ikke læses")[0]  # what could not be read is said by the run that read it
    assert english_lines(covered) == []


def test_reading_is_danish_and_so_are_its_reasons(medsearch: Command, tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "tom.txt").write_bytes(b"")
    (tmp_path / "r" / "ark.xlsx").write_bytes(b"x")
    shutil.copy(SAMPLE / "2024-10-10-lokalmed-raadhusservice.txt", tmp_path / "r")
    done = medsearch("index", tmp_path / "r", "--index", tmp_path / "i")
    assert done.code == 3
    assert "tom.txt: Filen er tom." in done.err
    assert "9 punkter i indekset" in done.err
    assert english_lines(done.err) == []
    status = medsearch("status", "--index", tmp_path / "i")
    assert "Filen er et regneark." in status.out
    assert english_lines(status.out) == []


def test_reasons_stay_in_the_language_of_the_run_that_read_the_file(
    medsearch: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "tom.txt").write_bytes(b"")
    medsearch("index", tmp_path / "r", "--index", tmp_path / "i")
    monkeypatch.setenv("MEDSEARCH_LANG", "en")
    assert "Filen er tom." in medsearch("status", "--index", tmp_path / "i").out


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["query", "budget", "--index", "nothing"], 3, "Der er intet indeks i"),
        (["show", "99"], 1, "intet fund nummer 99"),
        (["query", "budget AND"], 2, "Der mangler noget efter AND."),
        (["query", "budget", "--from", "31-02-2025"], 2, "Datoen 31-02-2025 findes ikke."),
        (["query", "--committee", "Rumfart"], 2, "Intet udvalg i indekset hedder ”Rumfart”."),
        (["query", "xylofonkvartet"], 1, "Der blev ikke fundet noget"),
        (["query", "budget", "--limit", "mange"], 2, "--limit skal være et helt tal."),
        (["query", "budget", "--nonsense"], 2, "--nonsense"),
        (["nonsense"], 2, "nonsense"),
        (["show"], 2, "PUNKT"),
        (["index", "nowhere"], 3, "findes ikke"),
        ([], 0, "medsearch index MAPPE"),
    ],
)
def test_mistakes_are_explained_in_danish(
    medsearch: Command, in_sample: Path, words: list[str], code: int, told: str
) -> None:
    done = medsearch(*words)
    assert done.code == code
    said = " ".join((done.err + done.out).split())
    assert told in said
    assert english_lines(done.err) == []


def test_json_has_english_keys_and_danish_messages(medsearch: Command, in_sample: Path) -> None:
    answer = json.loads(medsearch("query", "budget", "--json").out)
    assert {"query", "total", "hits", "facets"} <= set(answer)
    error = json.loads(medsearch("show", "nowhere.txt#1", "--json").err)["error"]
    assert (error["code"], error["message"]) == ("unknown-item", "Der er intet punkt ”nowhere.txt#1” i indekset.")


def test_danish_section_names_of_the_help_are_understood(medsearch: Command, in_sample: Path) -> None:
    for section in ("titel", "resumé", "sagsfremstilling", "indstilling", "beslutning"):
        assert medsearch("query", "budget", "--in", section).code in (0, 1)
