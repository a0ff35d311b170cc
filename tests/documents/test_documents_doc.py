"""Old Word documents: LibreOffice converts them; a small program stands in for it where it is not installed."""

import stat
import sys
import tempfile
from pathlib import Path

import pytest
from office_files import docx, p

from medsearch.documents import doc
from medsearch.documents.doc import convert, find_libreoffice, kind_of_compound, read_doc
from medsearch.errors import UnreadableError

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
_BEGINNING = b"\xec\xa5\xc1\x00\x00\x00\x00\x00\x00\x00\x00"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with #!")


def stream(name: str) -> bytes:
    return (name + "\0").encode("utf-16-le")


_WORD = _COMPOUND + _BEGINNING + b"\0" * 100 + stream("WordDocument")
_LOCKED = _COMPOUND + _BEGINNING + b"\x01" + b"\0" * 100 + stream("WordDocument")


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made, to see what is left of them."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def stand_in(folder: Path, code: str) -> str:
    program = folder / "soffice"
    program.write_text(f"#!{sys.executable}\nimport pathlib, sys, time\narguments = sys.argv[1:]\n{code}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return str(program)


def converting(folder: Path) -> str:
    """A program that answers as LibreOffice does, and keeps what it was asked."""
    (folder / "made.docx").write_bytes(docx(p("Rådet godkendte.")))
    return stand_in(
        folder,
        "out = pathlib.Path(arguments[arguments.index('--outdir') + 1])\n"
        "out.mkdir()\n"
        f"(out / 'document.docx').write_bytes(pathlib.Path({str(folder / 'made.docx')!r}).read_bytes())\n"
        f"pathlib.Path({str(folder / 'asked')!r}).write_text('\\n'.join(arguments))",
    )


@posix_only
def test_document_is_converted_and_read(tmp_path: Path, folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = converting(tmp_path)
    monkeypatch.setattr(doc, "find_libreoffice", lambda: program)
    document = read_doc(_WORD)
    assert (document.text, document.reader) == ("Rådet godkendte.", "doc")
    assert list(folders.iterdir()) == []


@posix_only
def test_libreoffice_gets_a_profile_of_its_own_so_that_an_open_one_is_no_hindrance(
    tmp_path: Path, folders: Path
) -> None:
    convert(_WORD, converting(tmp_path))
    asked = (tmp_path / "asked").read_text()
    assert f"-env:UserInstallation={folders.as_uri()}/" in asked
    assert "--headless" in asked


@posix_only
def test_libreoffice_that_hangs_is_ended_and_leaves_nothing(tmp_path: Path, folders: Path) -> None:
    program = stand_in(tmp_path, "time.sleep(60)")
    with pytest.raises(UnreadableError, match=r"within 0\.2 seconds") as refused:
        convert(_WORD, program, seconds=0.2)
    assert ".docx or PDF" in refused.value.advice
    assert list(folders.iterdir()) == []


@posix_only
def test_document_that_libreoffice_cannot_convert_is_refused(tmp_path: Path, folders: Path) -> None:
    with pytest.raises(UnreadableError, match="cannot convert"):
        convert(_WORD, stand_in(tmp_path, "sys.exit(0)"))
    assert list(folders.iterdir()) == []


def test_libreoffice_that_does_not_start_is_told(tmp_path: Path, folders: Path) -> None:
    with pytest.raises(UnreadableError, match="does not start"):
        convert(_WORD, str(tmp_path / "nothing"))
    assert list(folders.iterdir()) == []


def test_without_libreoffice_the_advice_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "find_libreoffice", lambda: None)
    with pytest.raises(UnreadableError, match="not installed") as refused:
        read_doc(_WORD)
    assert "Install LibreOffice" in refused.value.advice
    assert "save it as .docx or PDF" in refused.value.advice


@posix_only
def test_libreoffice_is_found_in_the_path_and_in_its_usual_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = stand_in(tmp_path, "")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_libreoffice() == program
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(doc, "_USUAL_PLACES", (str(tmp_path / "no"), program))
    assert find_libreoffice() == program
    monkeypatch.setattr(doc, "_USUAL_PLACES", ())
    assert find_libreoffice() is None


@pytest.mark.parametrize("data", [_COMPOUND + stream("EncryptedPackage"), _LOCKED])
def test_password_is_told_with_advice(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="password") as refused:
        read_doc(data)
    assert "without one" in refused.value.advice


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Workbook", "a spreadsheet"), ("Book", "a spreadsheet"), ("PowerPoint Document", "a presentation")],
)
def test_other_office_files_are_declined_by_name(name: str, kind: str) -> None:
    with pytest.raises(UnreadableError, match=f"It is {kind}"):
        read_doc(_COMPOUND + stream(name))


def test_letter_that_holds_a_workbook_is_a_letter() -> None:
    assert kind_of_compound(_COMPOUND + stream("Workbook") + stream("WordDocument")) == "word"


@pytest.mark.parametrize("data", [b"", b"Godkendt.", _COMPOUND])
def test_what_is_no_old_office_file_is_declined(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="old Office program"):
        read_doc(data)


@pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed")
def test_libreoffice_itself_makes_a_document_that_is_read(folders: Path) -> None:
    program = find_libreoffice()
    assert program is not None
    written = rb"{\rtf1\ansi R\'e5det godkendte planen.\par Slut.\par}"
    made = convert(written, program, suffix=".rtf")
    assert doc.read_docx(made).text == "Rådet godkendte planen.\n\nSlut."
    assert list(folders.iterdir()) == []
