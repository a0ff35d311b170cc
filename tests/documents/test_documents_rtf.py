"""RTF documents, as Word and LibreOffice write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.documents.rtf import read_rtf
from medsearch.errors import UnreadableError

_HEAD = (
    rb"{\rtf1\ansi\ansicpg1252\deff0"
    rb"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset238 Arial CE;}{\f2\fcharset2 Symbol;}}"
    rb"{\colortbl;\red0\green0\blue0;}"
    rb"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s9 toc 1;}{\*\cs10 Fodnote;}}"
    rb"{\*\generator Ukendt;}{\info{\title Skjult titel}{\author Ib}}"
)


def rtf(body: bytes) -> bytes:
    return _HEAD + body + b"}"


def lines(body: bytes) -> list[str]:
    return read_rtf(rtf(body)).text.split("\n")


def headings(body: bytes) -> list[str]:
    document = read_rtf(rtf(body))
    return [document.text.split("\n")[number] for number in sorted(document.headings)]


def test_paragraphs_are_read_and_what_stands_about_them_is_not() -> None:
    assert lines(rb"\pard\plain R\'e5det dr\'f8ftede\par Godkendt.\par") == ["Rådet drøftede", "", "Godkendt."]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (rb"\u230?", "æ"),
        (rb"\u230\'e6", "æ"),
        (rb"\uc0\u230 r", "ær"),
        (rb"{\uc2\u230 ae}x", "æx"),
        (rb"\u-10179?\u-8704?", "\U0001f600"),
        (rb"{\f1\'e6}", "ć"),
        ("\u00e6".encode("cp1252"), "æ"),
        (rb"{\upr{ae}{\*\ud{\u230?}}}", "æ"),
        (rb"{\f2\'b7} a", "• a"),
        (rb"a\~b\-c\_d", "a bc-d"),
        (rb"\{a\}\\", "{a}\\"),
        (rb"A\emdash B\lquote", "A—B‘"),
        (rb"Dato:\tab 12. maj\line kl. 9", "Dato: 12. maj\nkl. 9"),
    ],
)
def test_characters_are_what_word_shows(written: bytes, shown: str) -> None:
    assert read_rtf(rtf(written + rb"\par")).text == shown


def test_code_page_of_the_file_is_followed() -> None:
    assert read_rtf(rb"{\rtf1\mac R\'8cdet}").text == "Rådet"


def test_heading_style_outline_and_bold_lines_are_headings() -> None:
    body = rb"\pard\s1 Budget\par\pard\outlinelevel1 Drift\par"
    body += rb"\pard{\b Indstilling}\par{\ul Beslutning}\par Vedtaget {\b enigt}.\par"
    assert headings(body) == ["Budget", "Drift", "Indstilling", "Beslutning"]


@pytest.mark.parametrize(
    "label", [rb"{\listtext\pard\plain 1.\tab}", rb"{\pntext\f0 1.\tab}{\*\pn\pnlvlbody{\pntxta .}}"]
)
def test_numbers_that_the_file_holds_are_read(label: bytes) -> None:
    assert lines(label + rb"Budget\par" + label.replace(b"1.", b"2.") + rb"Eventuelt\par") == [
        "1. Budget",
        "2. Eventuelt",
    ]


def test_bullets_are_hyphens() -> None:
    assert lines(rb"{\listtext\f2\'b7\tab}Budget\par{\listtext o\tab}Eventuelt\par") == ["- Budget", "- Eventuelt"]


def test_rows_of_a_table_are_lines_with_bars() -> None:
    row = rb"\trowd\cellx1000\cellx2000\pard\intbl %s\cell %s\cell\row"
    assert lines(row % (b"Omr\\'e5de", b"2022") + row % (b"Syd", b"412") + rb"\pard Slut\par") == [
        "Område | 2022", "Syd | 412", "", "Slut",
    ]  # fmt: skip


def test_cell_of_several_paragraphs_and_table_within_a_table_are_read() -> None:
    body = (
        rb"\trowd\pard\intbl Deltagere\cell\pard\intbl Ib\par Anna\cell\row"
        rb"\pard\intbl Bilag\cell\pard\intbl\itap2 a\nestcell b\nestcell"
        rb"{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}"
        rb"\pard\intbl\itap1\cell\row"
    )
    assert lines(body) == ["Deltagere", "", "Ib", "Anna", "", "Bilag", "", "a | b"]


def test_deleted_and_hidden_text_is_left_out_and_inserted_text_stays() -> None:
    body = rb"R\'e5det {\deleted\revauthdel1\revdttmdel1738904140 afviste}"
    body += rb"{\revised\revdttm1738904140 godkendte}{\v hemmeligt}.\par"
    assert lines(body) == ["Rådet godkendte."]


def test_deleted_end_of_a_paragraph_joins_it_with_the_next() -> None:
    assert lines(rb"R\'e5det {\deleted\par}godkendte.\par") == ["Rådet godkendte."]


def test_of_a_field_the_result_is_read_and_not_its_code() -> None:
    link = rb'{\field{\*\fldinst{HYPERLINK "https://intra.example"}}{\fldrslt{\ul bilag}}}'
    assert lines(b"Se " + link + rb".\par") == ["Se bilag."]


def test_notes_and_text_boxes_follow_the_paragraph_and_comments_are_left_out() -> None:
    body = (
        rb"Planen{\super\chftn}{\footnote\pard{\chftn} Jf. lov.} er klar{\*\annotation\pard Er det?}."
        rb"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard Husk\par}}{\shprslt{\pard Husk\par}}}\par Slut\par"
    )
    assert lines(body) == ["Planen er klar.", "", "Husk", "", "[Jf. lov.]", "", "Slut"]


def test_contents_list_has_an_entry_per_line_with_its_page() -> None:
    body = rb"\pard\s9 1. Budget\tab 3\par\pard\tldot\tx9000 2. Eventuelt\tab 4\par"
    assert lines(body) == ["1. Budget ..... 3", "2. Eventuelt ..... 4"]


def test_pictures_are_skipped_also_as_raw_bytes() -> None:
    assert lines(rb"a{\pict\pngblip 89504e47}{\*\shppict{\pict\bin9 }}}}{{{\xx}}b\par") == ["ab"]


def test_page_head_comes_first_where_its_words_stand_nowhere_else() -> None:
    head = rb"{\header\pard Byr\'e5det\par Side {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}{\footer\pard Bund\par}"
    assert lines(head + rb"Godkendt.\par") == ["Byrådet", "", "Godkendt."]


def test_document_that_was_cut_off_is_read_with_a_warning() -> None:
    assert read_rtf(_HEAD + rb"Godkendt.").warnings


def test_what_does_not_begin_like_rtf_is_refused_with_advice() -> None:
    with pytest.raises(UnreadableError, match="no RTF") as refused:
        read_rtf(b"Godkendt.")
    assert refused.value.advice


def test_document_without_text_is_refused() -> None:
    with pytest.raises(UnreadableError, match="no text"):
        read_rtf(rtf(rb"\par"))


def test_groups_without_end_are_refused() -> None:
    with pytest.raises(UnreadableError, match="nested"):
        read_rtf(rb"{\rtf1 " + b"{" * 100_000)


@given(st.lists(st.text(alphabet="abæøå€ .", min_size=1), min_size=1))
def test_no_word_is_lost(texts: list[str]) -> None:
    def escaped(text: str) -> bytes:
        return "".join(sign if sign.isascii() else f"\\u{ord(sign)}?" for sign in text).encode()

    body = b"".join(
        (rb"\pard\intbl %s\cell\row\pard " if len(text) % 2 else rb"%s\par ") % escaped(text) for text in texts
    )
    assert read_rtf(rtf(body + b"slut")).text.split() == [*" ".join(texts).split(), "slut"]


_SOUND = rtf(
    rb"\pard\intbl a\cell b\cell\row\pard {\b Budget}\par \u230?{\footnote x}\'e6{\listtext 1.\tab}Godkendt.\par"
)


@given(st.integers(0, len(_SOUND) - 1), st.binary(max_size=12), st.booleans())
def test_damaged_document_is_read_or_refused(place: int, damage: bytes, cut: bool) -> None:
    data = _SOUND[:place] + damage + (b"" if cut else _SOUND[place + len(damage) :])
    try:
        assert read_rtf(data).text
    except UnreadableError as refused:
        assert refused.advice


_WORDS = (
    rb"\par \cell \row \nestcell \nestrow \itap3 \itap0 \intbl \pard { } \footnote \shptxt \header \u55357 \bin \bin-5 "
    rb"\* \upr \ud \uc99 \'e6 \ansicpg99999 \ansicpg65001 \f1 \stylesheet \deleted ord \s5 \listtext"
).split()


@given(st.lists(st.sampled_from(_WORDS)))
def test_any_order_of_words_is_read_or_refused(words: list[bytes]) -> None:
    try:
        read_rtf(rtf(b" ".join(words)))
    except UnreadableError as refused:
        assert refused.advice
