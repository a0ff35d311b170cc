"""What is made of the help: up to date, and as its readers expect it."""

import re
import shutil
import subprocess

import pytest

from medsearch.cli.commands import COMMANDS
from medsearch.cli.help.topics import TOPICS
from medsearch.settings import SETTINGS
from tools import manpage, reference
from tools.pages import command_pages


def test_reference_is_up_to_date() -> None:
    assert reference.PATH.read_text(encoding="utf-8") == reference.reference(), "run: python -m tools.reference"


def test_manual_page_is_up_to_date() -> None:
    assert manpage.PATH.read_text(encoding="ascii") == manpage.manual_page(), "run: python -m tools.manpage"


def test_reference_is_english_whatever_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    english = reference.reference()
    monkeypatch.setenv("MEDSEARCH_LANG", "da")
    monkeypatch.setenv("LANGUAGE", "da")
    assert reference.reference() == english


@pytest.mark.parametrize("made", [reference.reference, manpage.manual_page])
def test_every_command_setting_and_exit_code_is_there(made) -> None:  # type: ignore[no-untyped-def]
    text = made().replace("\\-", "-")
    assert [name for name in COMMANDS if f"medsearch {name}" not in text] == []
    assert [setting.variable for setting in SETTINGS if setting.variable not in text] == []
    assert "130" in text


def test_table_of_contents_leads_to_headings_that_are_there() -> None:
    text = reference.reference()
    headings = {reference._anchor(heading) for heading in re.findall(r"^## (.*)$", text, re.MULTILINE)}
    links = re.findall(r"\]\(#(.*)\)", text)
    assert set(links) == headings
    assert len(links) == len(command_pages()) + len(TOPICS)


def test_manual_page_takes_no_letter_for_a_request() -> None:
    for line in manpage.manual_page().splitlines():
        assert not line.startswith("'")
        assert not line.startswith(".") or re.match(r'\.(\\"|TH|SH|SS|PP|TP)', line)


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not installed")
def test_groff_shows_the_manual_page_without_a_warning() -> None:
    done = subprocess.run(["groff", "-man", "-ww", "-z", manpage.PATH], capture_output=True, text=True, check=True)
    assert done.stderr == ""
