"""What Tesseract tells in hOCR, as lines on a page."""

from html import escape

from hypothesis import given
from hypothesis import strategies as st

from medsearch.documents.ocr.hocr import lines_of_hocr

_DPI = 300
_EM = 45  # pixels


def word(text: str, left: int, *, mark: str = "") -> str:
    shown = f"<{mark}>{escape(text)}</{mark}>" if mark else escape(text)
    box = f"bbox {left} 100 {left + 20 * len(text)} 140"
    return f"<span class='ocrx_word' id='word_1_1' title='{box}; x_wconf 96'>{shown}</span>"


def line(*words: str, bottom: int = 140, slope: float = 0, size: int = _EM) -> str:
    title = f"bbox 100 {bottom - 40} 2000 {bottom}; baseline {slope} -9; x_size {size}; x_descenders 9; x_ascenders 7"
    return f"<span class='ocr_line' id='line_1_1' title=\"{title}\">{' '.join(words)}</span>"


def test_words_of_a_line_stand_where_they_were_read() -> None:
    (found,) = lines_of_hocr(line(word("Referat", 300), word("Ærø", 460)), _DPI)
    assert found.text == "Referat Ærø"
    assert (found.left, found.right) == (300 * 0.24, 520 * 0.24)
    assert found.size == _EM * 0.24


def test_signs_of_html_are_letters_again() -> None:
    (found,) = lines_of_hocr(line(word("Børn&Unge", 100), word("<A's>", 300, mark="strong")), _DPI)
    assert found.text == "Børn&Unge <A's>"


def test_wide_blank_parts_a_label_from_its_value() -> None:
    found = lines_of_hocr(line(word("Afbud:", 100), word("Ib", 600), word("Holm", 660)), _DPI)
    assert [each.text for each in found] == ["Afbud:", "Ib Holm"]
    assert found[0].y == found[1].y


def test_page_that_lies_askew_is_set_straight() -> None:
    row = line(word("Afbud:", 100), word("Ib", 1900), slope=0.02)
    upper, value, lower = lines_of_hocr(row + line(word("Sted:", 99), bottom=190, slope=0.02), _DPI)
    assert upper.y == value.y < lower.y
    assert abs(upper.left - lower.left) < 0.5


def test_letters_that_are_measured_a_little_larger_are_as_large() -> None:
    sizes = [found.size for found in lines_of_hocr("".join(line(word("ord", 9), size=n) for n in (45, 44, 48, 60)), 72)]
    assert sizes[:3] == [46.5] * 3
    assert sizes[3] == 60


def test_line_without_words_is_left_out() -> None:
    assert lines_of_hocr(line() + line(word(" ", 100)), _DPI) == []


@given(st.text())
def test_anything_is_read(hocr: str) -> None:
    assert lines_of_hocr(hocr, _DPI) == []


@given(st.lists(st.lists(st.text("abcdæøå&<>'\"", min_size=1), min_size=1), min_size=1))
def test_no_word_is_lost(lines: list[list[str]]) -> None:
    hocr = "".join(line(*(word(text, 100 + 300 * n) for n, text in enumerate(words))) for words in lines)
    found = lines_of_hocr(hocr, _DPI)
    assert [text for each in found for text in each.text.split()] == [text for words in lines for text in words]
