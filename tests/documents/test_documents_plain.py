"""Text files in the encodings of Danish archives, and Markdown's inline marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.documents.document import Document
from medsearch.documents.plain import read_plain, strip_inline_marks
from medsearch.errors import UnreadableError

_DANISH = "Rådets ærlige drøftelse på Ærø – “godkendt”\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_danish_is_read_in_every_encoding_of_danish_archives(encoding: str) -> None:
    assert read_plain(_DANISH.encode(encoding)) == Document(_DANISH, "text")


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_utf_16_is_read_in_both_byte_orders(mark: bytes, encoding: str) -> None:
    assert read_plain(mark + _DANISH.encode(encoding)) == Document(_DANISH, "text")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [_DANISH, "Møde\n", "1. Ærø – ”på”\r\n" * 4000])
def test_utf_16_without_its_mark_is_known_by_its_zero_bytes(encoding: str, text: str) -> None:
    assert read_plain(text.encode(encoding)).text == text.replace("\r\n", "\n")


_DOS = "Rådet drøftede på mødet 3 sager, også Ærø og Åse.\r\nGodkendt, når økonomien er på plads.\r\n\x1a"


@pytest.mark.parametrize("encoding", ["cp850", "cp865"])
def test_text_of_dos_is_read_with_a_warning(encoding: str) -> None:
    document = read_plain(_DOS.encode(encoding))
    assert document.text == _DOS.replace("\r\n", "\n").rstrip("\x1a")
    assert "cp850" in document.warnings[0]


@pytest.mark.parametrize(
    "text",
    [
        "på",
        "Rådet",
        "ÆØÅ",
        "Lars’s og Jens’s sag",
        "‘godkendt’ og ‘drøftet’",
        "Se bilag 1’",
        "”Ja” – ’nej’",
        "Café på hjørnet",
        "100 † 2 ‡ 3 ›› 4",
        "a†b ›c‹",
        "L’Oréal, O’Brien og l’été",
        "Pris 5 €… ‰ ™",
        "\u0153uvre",
    ],
)
def test_short_text_of_windows_is_not_taken_for_dos(text: str) -> None:
    assert read_plain(text.encode("cp1252")) == Document(text, "text")


@given(st.text(alphabet="abcdefgåæøÅÆØéü §½–’‘”“…\n", max_size=60))
def test_danish_of_windows_is_never_taken_for_dos(text: str) -> None:
    assert not read_plain(text.encode("cp1252")).warnings


def test_damaged_utf_8_keeps_what_is_whole_and_says_so() -> None:
    document = read_plain(b"R\xc3\xa5det \xffdr\xc3\xb8ftede")
    assert document.text == "Rådet \ufffddrøftede"
    assert len(document.warnings) == 1
    assert "Damaged characters" in document.warnings[0]
    assert ": 1." in document.warnings[0]


def test_file_cut_off_within_a_letter_is_read() -> None:
    assert read_plain("Rådet på ø".encode()[:-1]).text == "Rådet på \ufffd"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 4,
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"Godkendt\x00",
        b"\x01\x02\x03\x04 abc",
    ],
)
def test_binary_data_is_refused_with_advice(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="no text") as refused:
        read_plain(data)
    assert "text (.txt)" in refused.value.advice


@pytest.mark.parametrize("data", [b"\xff\xfea", b"abc\x81\x8d"])
def test_broken_encoding_is_refused_with_advice(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="encoding") as refused:
        read_plain(data)
    assert "UTF-8" in refused.value.advice


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("100\u00a0kr.", "100 kr."),
        ("100\u202fkr.", "100 kr."),
        ("arbejds\u00admiljø", "arbejdsmiljø"),
        ("A\u030arhus", "Århus"),
        ("slut\ufeff", "slut"),
        ("side 1\fside 2", "side 1\nside 2"),
        ("første linje\x0banden linje", "første linje\nanden linje"),
        ("linje\u2028linje\u2029afsnit", "linje\nlinje\nafsnit"),
        ("slut\n\x1a", "slut\n"),
        ("slut\n\x1a\x1a", "slut\n"),
    ],
)
def test_what_looks_the_same_is_read_the_same(printed: str, read: str) -> None:
    assert read_plain(printed.encode()).text == read


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = read_plain(data).text
    except UnreadableError as refused:
        assert refused.message
        assert refused.advice
    else:
        assert "\r" not in text
        assert "\x00" not in text


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**Godkendt**", "Godkendt"),
        ("*Godkendt*", "Godkendt"),
        ("depotrum **B12**.", "depotrum B12."),
        ("(*se bilag*)", "(se bilag)"),
        ("”*Vi lukker*” – og **det** blev **sådan**", "”Vi lukker” – og det blev sådan"),
        ("**Punkt 3: Støvler**", "Punkt 3: Støvler"),
        ("Læs mere [her](#).", "Læs mere her."),
        ("[her](#afsnit-2)", "her"),
        ("[her](https://intra.example/med)", "her (https://intra.example/med)"),
        ("[https://intra.example](https://intra.example)", "https://intra.example"),
    ],
)
def test_inline_marks_go_and_words_stay(marked: str, plain: str) -> None:
    assert strip_inline_marks(marked) == plain


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4",
        "2*3*4",
        "* støvler\n* handsker",
        "* støvler *til alle",
        "** vigtigt",
        "[sic]",
        "[2026] (udkast)",
        "Bemærk*\n\n*Kun hverdage",
        "snake_case_navn",
    ],
)
def test_stars_and_brackets_that_mark_nothing_stay(text: str) -> None:
    assert strip_inline_marks(text) == text


@given(st.text(alphabet="ab *[]()#\n"))
def test_taking_marks_off_loses_no_letter(text: str) -> None:
    def letters(of: str) -> list[str]:
        return [sign for sign in of if sign in "ab"]

    without_targets = strip_inline_marks(text.replace("](", "] ("))
    assert letters(without_targets) == letters(text)


def test_stray_control_characters_do_not_make_a_text_binary() -> None:
    assert read_plain(b"Godkendt.\x07 Slut\x02.").text == "Godkendt.\x07 Slut\x02."


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("# Referat\n\nx\n### 1. Titel ###\n", [0, 3]),
        ("Referat\n=======\n\n1. Titel\n--------\nx", [0, 3]),
        ("x\n\n1. Titel\n-----\n", [2]),
        ("#1 er vigtig\n#\n# \n", []),
        ("Et afsnit\nmed to linjer\n-----\n", []),
        ("-----\n\n-----\n=====\n", []),
        ("a | b\n--- | ---\n", []),
        ("Pris\n--\n", []),
        (f"{'ord ' * 60}\n-----\n", []),
    ],
)
def test_headings_are_those_with_signs_and_the_underlined(text: str, headings: list[int]) -> None:
    assert sorted(read_plain(text.encode()).headings) == headings


def test_ruled_lines_are_empty_and_lines_keep_their_numbers() -> None:
    assert read_plain(b"Titel\n=====\nx\n\n---\ny\n").text == "Titel\n\nx\n\n\ny\n"


@given(st.text(alphabet="ab1 .#=-*|\n"))
def test_headings_lose_no_letter(text: str) -> None:
    document = read_plain(text.encode())
    assert [sign for sign in document.text if sign.isalnum()] == [sign for sign in text if sign.isalnum()]
    assert all(document.text.split("\n")[number].strip() for number in document.headings)


def test_word_broken_at_the_end_of_a_line_is_whole() -> None:
    text = "Udvalget drøftede det psykiske arbejds-\nmiljø på skolerne og de mange samarbejds-\nog trivselsmålinger."
    assert read_plain(text.encode()).text == (
        "Udvalget drøftede det psykiske arbejdsmiljø\npå skolerne og de mange samarbejds-\nog trivselsmålinger."
    )


def test_dash_behind_a_short_line_is_kept() -> None:
    assert read_plain(b"Til stede -\nalle\nfor-\nmand").text == "Til stede -\nalle\nfor-\nmand"
