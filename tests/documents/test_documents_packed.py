"""What a zip is, and the bounds within which it is unpacked."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_files import docx, odt, p, zipped

from medsearch.documents import packed
from medsearch.documents.docx import read_docx
from medsearch.documents.odt import read_odt
from medsearch.documents.packed import Package, kind_of_package
from medsearch.errors import UnreadableError

_MAIN = "application/vnd.openxmlformats-officedocument.{}.main+xml"


def types(kind: str) -> bytes:
    return zipped({"[Content_Types].xml": f'<Types><Override ContentType="{_MAIN.format(kind)}"/></Types>'})


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (docx(p("Godkendt.")), "docx"),
        (odt("<text:p>Godkendt.</text:p>"), "odt"),
        (zipped({"word/document.xml": "<w/>"}), "docx"),
        (types("wordprocessingml.template"), "docx"),
        (types("spreadsheetml.sheet"), "a spreadsheet"),
        (types("presentationml.presentation"), "a presentation"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "a spreadsheet"),
        (zipped({"mimetype": "application/epub+zip"}), "an e-book"),
        (zipped({"Index/Document.iwa": b"x"}), "a Pages document"),
        (zipped({"billede.jpg": b"x"}), "a zip archive"),
    ],
)
def test_kind_is_known_by_the_content(data: bytes, kind: str) -> None:
    assert kind_of_package(data) == kind


def test_workbook_within_a_document_does_not_make_it_a_spreadsheet() -> None:
    embedded = (
        '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>'
    )
    data = zipped({"[Content_Types].xml": f"<Types>{embedded}{_MAIN.format('wordprocessingml.document')}</Types>"})
    assert kind_of_package(data) == "docx"


@pytest.mark.parametrize("read", [read_docx, read_odt])
def test_spreadsheet_is_declined_by_name_with_advice(read: object) -> None:
    with pytest.raises(UnreadableError, match="It is a spreadsheet") as refused:
        read(types("spreadsheetml.sheet"))  # type: ignore[operator]
    assert ".docx or PDF" in refused.value.advice


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04 cut", docx(p("x"))[:300]])
def test_what_cannot_be_unpacked_is_refused_with_advice(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="damaged") as refused:
        kind_of_package(data)
    assert "Fetch" in refused.value.advice


def test_member_with_a_password_is_refused_with_advice() -> None:
    data = bytearray(zipped({"word/document.xml": "<w/>"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableError, match="password") as refused:
        Package(bytes(data)).read("word/document.xml")
    assert "without one" in refused.value.advice


def test_names_of_members_know_no_case_and_both_slashes() -> None:
    assert Package(zipped({"Word\\Document.xml": b"x"})).read("word/document.xml") == b"x"


def test_member_that_grows_a_thousandfold_is_refused() -> None:
    with pytest.raises(UnreadableError, match="larger"):
        Package(zipped({"bombe.xml": b"0" * 10 * 1024**2})).read("bombe.xml")


def test_members_that_are_too_large_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "LARGEST_TOTAL", 15)
    package = Package(zipped({"a": b"0" * 10, "b": b"0" * 10}))
    assert package.read("a")
    with pytest.raises(UnreadableError, match="larger"):
        package.read("b")


def test_package_of_too_many_members_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MOST_MEMBERS", 2)
    with pytest.raises(UnreadableError, match="more parts"):
        Package(zipped({"a": b"", "b": b"", "c": b""}))


def test_too_many_tags_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MOST_TAGS", 100)
    with pytest.raises(UnreadableError, match="far more text"):
        Package(zipped({"a.xml": f"<a>{'<b/>' * 100}</a>"})).xml("a.xml")


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>',
        "<a>",
        "",
        '<?xml version="1.0" encoding="ukendt"?><a/>',
        "<a>&ukendt;</a>",
    ],
)
def test_xml_with_entities_or_damage_is_refused(xml: str) -> None:
    with pytest.raises(UnreadableError, match="no sound XML"):
        Package(zipped({"a.xml": xml})).xml("a.xml")


def test_member_packed_in_an_unknown_way_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as package:
        package.writestr("a", b"x")
    data = bytearray(file.getvalue())
    data[data.index(b"PK\x01\x02") + 10] = 99
    with pytest.raises(UnreadableError, match="damaged"):
        Package(bytes(data)).read("a")


@given(st.binary(max_size=200))
def test_any_bytes_have_a_kind_or_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        kind_of_package(data)
