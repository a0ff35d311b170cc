"""Which files are read, and what is said of those that are not."""

import os
from pathlib import Path

import pytest

from medsearch.documents import is_minutes_file, reading
from medsearch.documents.reading import check_file, read_bytes, read_document
from medsearch.errors import UnreadableError, UsageError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "referat.txt"


def test_text_file_is_read(file: Path) -> None:
    file.write_text("Rådet godkendte **planen**.", "utf-8")
    document = read_document(file)
    assert (document.text, document.reader, document.warnings) == ("Rådet godkendte planen.", "text", ())


def test_content_that_was_read_before_is_not_read_again(file: Path) -> None:
    assert read_document(file, b"Godkendt.").text == "Godkendt."


def test_damage_is_told_with_the_document(file: Path) -> None:
    assert read_document(file, b"R\xc3\xa5det \xff").warnings


_KNOWN = Path(__file__).parents[1] / "formats" / "known"
_EXAMPLES = {  # the reader, and a document of its kind
    "pdf": "til-moedet/referat-2018-05-09.pdf",
    "docx": "brevid/Protokol Driftsudvalget 18. marts 2016.docx",
    "odt": "bound/Handicaprådet referater 2021-2022.odt",
    "rtf": "series-prefix/Referat Udvalget for Psykiatri 15-01-2020.rtf",
    "html": "glued-web/social-og-sundhed-2023-06-12.html",
    "text": "prose-protocol/protokol 14.12.09.txt",
}


@pytest.mark.parametrize("reader", _EXAMPLES)
def test_reader_is_chosen_by_what_the_file_holds_whatever_its_name(file: Path, reader: str) -> None:
    document = read_document(file.with_suffix(".doc"), (_KNOWN / _EXAMPLES[reader]).read_bytes())
    assert document.reader == reader
    assert "eslut" in document.text  # a decision, or that it was decided


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "damaged"),
        (b"PK\x03\x04\x14\x00", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged|old Office"),
        (b"{\\rtf1\\ansi", "no text|damaged"),
        (b"<!DOCTYPE html>\n<html lang='da'>", "no text"),
    ],
)
def test_document_that_holds_nothing_is_refused_with_advice(file: Path, content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as refused:
        read_document(file, content)
    assert refused.value.advice


@pytest.mark.parametrize("text", ["<3 hundrede deltog", "<html_noter> om siden", "PDF: se bilag", "Se <html>"])
def test_text_that_only_mentions_another_kind_is_text(file: Path, text: str) -> None:
    assert read_document(file, text.encode()).text == text


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n"])
def test_empty_file_is_refused_with_advice(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(UnreadableError, match="empty") as refused:
        read_document(file)
    assert refused.value.advice


def test_too_large_file_is_refused_with_its_limit(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST_FILE", 1024**2)
    file.write_bytes(b"a" * (1024**2 + 1))
    with pytest.raises(UnreadableError, match="larger than 1 MB"):
        read_bytes(file)


def test_file_of_the_largest_size_is_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST_FILE", 10)
    file.write_bytes(b"a" * 10)
    assert len(read_bytes(file)) == 10


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_file_without_right_to_read_is_refused_with_advice(file: Path) -> None:
    file.write_text("Godkendt.")
    file.chmod(0)
    with pytest.raises(UnreadableError, match="no right") as refused:
        read_document(file)
    assert "chmod" in refused.value.advice


def test_refused_right_is_told_also_where_the_tests_run_as_root(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableError, match="no right"):
        read_bytes(file)


def test_missing_file_is_refused_by_its_name(file: Path) -> None:
    with pytest.raises(UnreadableError, match=r"referat\.txt does not exist"):
        check_file(file)
    with pytest.raises(UnreadableError, match="cannot be read"):
        read_document(file)


def test_folder_is_no_file_and_the_advice_says_how_to_index_it(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder") as refused:
        check_file(tmp_path)
    assert "medsearch index" in refused.value.advice


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.md", "a.pdf", "a.PDF", "a.docx", "a.odt", "a.html", "referat"])
def test_kinds_that_minutes_come_in_are_looked_at(name: str) -> None:
    assert is_minutes_file(Path(name))


@pytest.mark.parametrize("name", ["a.xlsx", "a.jpg", "a.zip", "a.txt.bak", "a.py"])
def test_other_kinds_are_left_alone(name: str) -> None:
    assert not is_minutes_file(Path(name))


def test_file_without_rights_says_how_to_get_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    (tmp_path / "a.txt").write_text("Referat")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableError, match="no right") as error:
        read_document(tmp_path / "a.txt")
    assert "chmod u+r" in error.value.advice


def test_text_that_no_minutes_have_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LONGEST_TEXT", 1_000_000)
    with pytest.raises(UnreadableError, match="longer than 1 million characters") as refused:
        read_document(file, b"Budget. " * 200_000)
    assert "Split it" in refused.value.advice


def test_binary_file_that_is_named_like_a_document_is_told_to_be_none(file: Path) -> None:
    with pytest.raises(UnreadableError, match=r"It is no \.pdf file, though it is named so"):
        read_document(file.with_suffix(".pdf"), b"\x7fELF\0\0\1\2")
