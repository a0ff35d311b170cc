"""medsearch open: the file of an item, at its page, in the program that shows it."""

import json
import os
import shutil
import time
from pathlib import Path

import pytest

from medsearch.api import Archive
from tests.cli.commands import Command
from tests.conftest import SAMPLE

PDF = "2026-03-17-hovedmed.pdf"


class Desktop:
    """A desktop whose programs note how they are called."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.noted = folder / "noted"
        folder.mkdir()

    def add(self, program: str, does: str = "") -> None:
        """A program that notes its name and arguments, each on a line of its own, then does something."""
        path = self.folder / program
        path.write_text(f'#!/bin/sh\nprintf "%s\\n" "{program}" "$@" > "{self.noted}.part"\n{does}\n')
        with path.open("a") as file:
            file.write(f'[ $? -eq 0 ] && mv "{self.noted}.part" "{self.noted}"\n')
        path.chmod(0o755)

    def shows_pdf_with(self, entry: str) -> None:
        path = self.folder / "xdg-mime"
        path.write_text(f"#!/bin/sh\necho {entry}\n")
        path.chmod(0o755)

    def called(self) -> list[str]:
        """The program that was called, and its arguments."""
        until = time.monotonic() + 20
        while not self.noted.exists() and time.monotonic() < until:
            time.sleep(0.02)
        return self.noted.read_text().splitlines()


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """A screen, with nothing but what a test puts there."""
    made = Desktop(tmp_path / "programs")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.setenv("PATH", f"{made.folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    made.shows_pdf_with("")
    made.add("xdg-open")
    return made


@pytest.fixture
def without_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


def page_of(medsearch: Command, address: str) -> int:
    page = json.loads(medsearch("open", address, "--json").out)["page"]
    assert isinstance(page, int)
    return page


# --- Where it lies


def test_print_says_where_the_file_lies_and_on_which_page(medsearch: Command, in_sample: Path) -> None:
    page = page_of(medsearch, f"{PDF}#7")
    assert page > 1
    assert medsearch("open", f"{PDF}#7", "--print") == (0, f"{SAMPLE / PDF}\t{page}\n", "")


def test_file_without_pages_is_printed_alone(medsearch: Command, in_sample: Path) -> None:
    name = "2024-06-18-hovedmed.txt"
    assert medsearch("open", f"{name}#4", "--print").out == f"{SAMPLE / name}\n"
    assert medsearch("open", name, "--print").out == f"{SAMPLE / name}\n"


def test_number_of_a_hit_opens_its_file(medsearch: Command, in_sample: Path) -> None:
    hit = json.loads(medsearch("query", "videoovervågning", "--json").out)["hits"][1]
    assert medsearch("open", "2", "--print").out.startswith(str(SAMPLE / hit["source"]))


def test_without_a_screen_it_says_so_and_prints_where_the_file_lies(
    medsearch: Command, in_sample: Path, without_screen: None
) -> None:
    done = medsearch("open", f"{PDF}#3")
    assert done.code == 3
    assert done.out.startswith(f"{SAMPLE / PDF}\t")
    assert "no screen" in done.err


@pytest.mark.parametrize("item", [f"{PDF}#99", "nowhere.pdf", "7"])
def test_unknown_item_ends_with_1(medsearch: Command, in_sample: Path, item: str) -> None:
    done = medsearch("open", item)
    assert (done.code, done.out) == (1, "")


def test_file_that_is_gone_is_said_to_be(medsearch: Command, tmp_path: Path, desktop: Desktop) -> None:
    (tmp_path / "r").mkdir()
    shutil.copy(SAMPLE / "2024-06-18-hovedmed.txt", tmp_path / "r" / "a.txt")
    medsearch("index", tmp_path / "r", "--index", tmp_path / "i", "-q")
    (tmp_path / "r" / "a.txt").unlink()
    done = medsearch("open", "a.txt#4", "--index", tmp_path / "i")
    assert (done.code, done.out) == (3, "")
    assert "not there any more" in done.err
    assert "medsearch index" in done.err


# --- The program


@pytest.mark.parametrize(
    ("entry", "program", "arguments"),
    [
        ("org.gnome.Evince.desktop", "evince", ["--page-index={page}", "{file}"]),
        ("okularApplication_pdf.desktop", "okular", ["-p", "{page}", "{file}"]),
        ("org.pwmt.zathura-pdf-mupdf.desktop", "zathura", ["-P", "{page}", "{file}"]),
        ("qpdfview.desktop", "qpdfview", ["{file}#{page}"]),
        ("chromium-browser.desktop", "chromium-browser", ["file://{file}#page={page}"]),
        ("firefox_firefox.desktop", "firefox", ["file://{file}#page={page}"]),
    ],
)
def test_pdf_opens_at_the_page_of_the_item(
    medsearch: Command, in_sample: Path, desktop: Desktop, entry: str, program: str, arguments: list[str]
) -> None:
    desktop.shows_pdf_with(entry)
    desktop.add(program)
    page = page_of(medsearch, f"{PDF}#7")
    done = medsearch("open", f"{PDF}#7")
    assert (done.code, done.out) == (0, "")
    assert f"page {page}, in {program}" in done.err
    assert desktop.called() == [program, *(word.format(page=page, file=SAMPLE / PDF) for word in arguments)]


@pytest.mark.parametrize("entry", ["unknown-viewer.desktop", "", "org.gnome.Evince.desktop"])
def test_viewer_that_takes_no_page_or_is_not_there_leaves_it_to_the_system(
    medsearch: Command, in_sample: Path, desktop: Desktop, entry: str
) -> None:
    desktop.shows_pdf_with(entry)
    done = medsearch("open", f"{PDF}#7")
    assert done.code == 0
    assert "the item is on page" in done.err
    assert desktop.called() == ["xdg-open", str(SAMPLE / PDF)]


def test_other_files_are_left_to_the_system(medsearch: Command, in_sample: Path, desktop: Desktop) -> None:
    desktop.shows_pdf_with("org.gnome.Evince.desktop")
    desktop.add("evince")
    assert medsearch("open", "2024-06-18-hovedmed.txt#4").code == 0
    assert desktop.called() == ["xdg-open", str(SAMPLE / "2024-06-18-hovedmed.txt")]


def test_program_of_the_settings_is_taken_also_without_a_screen(
    medsearch: Command, in_sample: Path, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY")
    monkeypatch.setenv("MEDSEARCH_VIEWER", "'my viewer' -at '{page} of' {file}")
    desktop.add("my viewer")
    page = page_of(medsearch, f"{PDF}#7")
    assert medsearch("open", f"{PDF}#7").code == 0
    assert desktop.called() == ["my viewer", "-at", f"{page} of", str(SAMPLE / PDF)]


def test_program_of_the_settings_gets_the_file_where_it_names_none(
    medsearch: Command, in_sample: Path, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEDSEARCH_VIEWER", "lookat")
    desktop.add("lookat")
    assert medsearch("open", f"{PDF}#7").code == 0
    assert desktop.called() == ["lookat", str(SAMPLE / PDF)]


def test_odd_file_names_are_nothing_but_names(
    medsearch: Command, tmp_path: Path, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "-n {page} $(touch hacked); 'møde'.txt"
    (tmp_path / "r").mkdir()
    shutil.copy(SAMPLE / "2024-06-18-hovedmed.txt", tmp_path / "r" / name)
    medsearch("index", tmp_path / "r", "--index", tmp_path / "i", "-q")
    monkeypatch.chdir(tmp_path)
    medsearch("query", "hovedmed", "--index", tmp_path / "i")
    assert medsearch("open", "1", "--index", tmp_path / "i").code == 0
    assert desktop.called() == ["xdg-open", str(tmp_path / "r" / name)]
    desktop.noted.unlink()
    monkeypatch.setenv("MEDSEARCH_VIEWER", "xdg-open {file} {uri}")
    assert medsearch("open", "1", "--index", tmp_path / "i").code == 0
    assert desktop.called()[:2] == ["xdg-open", str(tmp_path / "r" / name)]
    assert not (tmp_path / "hacked").exists()


def test_program_that_fails_at_once_is_said_to(medsearch: Command, in_sample: Path, desktop: Desktop) -> None:
    desktop.add("xdg-open", does="exit 3")
    done = medsearch("open", f"{PDF}#3")
    assert done.code == 3
    assert done.out.startswith(str(SAMPLE / PDF))
    assert "medsearch config set viewer" in done.err


def test_program_that_is_not_there_is_said(
    medsearch: Command, in_sample: Path, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEDSEARCH_VIEWER", "no-such-program-anywhere {file}")
    assert medsearch("open", f"{PDF}#3").code == 3


@pytest.mark.parametrize("viewer", ["'unclosed {file}", "''"])
def test_setting_that_is_no_command_is_explained(
    medsearch: Command, in_sample: Path, desktop: Desktop, monkeypatch: pytest.MonkeyPatch, viewer: str
) -> None:
    monkeypatch.setenv("MEDSEARCH_VIEWER", viewer)
    done = medsearch("open", f"{PDF}#3")
    assert done.code in (2, 3)
    assert "viewer" in done.err


def test_program_gets_the_surroundings_as_they_are(
    medsearch: Command, in_sample: Path, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OWN_VARIABLE", "kept")
    desktop.add("xdg-open", does=f'echo "$OWN_VARIABLE" >> "{desktop.noted}.part"')
    assert medsearch("open", "2024-06-18-hovedmed.txt#4").code == 0
    assert desktop.called()[-1] == "kept"


def test_library_opens_files_too(in_sample: Path, desktop: Desktop) -> None:
    with Archive(in_sample / "index") as archive:
        assert "is open" in archive.open_file("2024-06-18-hovedmed.txt#4")
    assert desktop.called()[0] == "xdg-open"
