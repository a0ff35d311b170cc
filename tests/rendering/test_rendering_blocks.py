"""Running text of minutes in lines: paragraphs, lists and tables, at any width."""

import io

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from medsearch.rendering.blocks import block_lines

CONSOLE = Console(file=io.StringIO(), width=80)


def lines(text: str, width: int) -> list[str]:
    return [line.plain for line in block_lines(Text(text), CONSOLE, width)]


def test_entry_of_a_list_goes_on_under_its_text() -> None:
    assert lines("- at kameraet flyttes til porten", 20) == ["- at kameraet", "  flyttes til porten"]
    assert lines("12. at kameraet flyttes", 14) == ["12. at", "    kameraet", "    flyttes"]


def test_a_year_that_begins_a_line_is_no_list() -> None:
    assert lines("2025 blev et godt år for alle", 14) == ["2025 blev et", "godt år for", "alle"]


def test_rows_stand_in_columns_and_numbers_to_the_right() -> None:
    assert lines("Hus | Fravær\nÅbrinken | 7,2 %\nLærkebo | 11,0 %", 40) == [
        "Hus       Fravær",
        "Åbrinken   7,2 %",
        "Lærkebo   11,0 %",
    ]


def test_wide_cells_are_broken_within_their_column() -> None:
    shown = lines("Emne | Bemærkning\nBudget | Tallene er foreløbige og rettes i maj", 26)
    assert all(len(line) <= 26 for line in shown)
    assert shown[1].startswith("Budget  Tallene er")
    assert shown[2].startswith("        ")


def test_a_row_that_lacks_cells_is_filled() -> None:
    assert lines("A | B | C\nd | e", 20) == ["A  B  C", "d  e"]


def test_of_several_empty_lines_one_is_left() -> None:
    assert lines("En\n\n\n\nto", 20) == ["En", "", "to"]


def test_marks_stay_on_their_words() -> None:
    text = Text("Sag | Udfald\nkameraer | godkendt\n- nye kameraer")
    for start in (13, 39):
        text.stylize("red", start, start + 8)
    marked = [
        line.plain[span.start : span.end]
        for line in block_lines(text, CONSOLE, 40)
        for span in line.spans
        if span.style == "red"
    ]
    assert marked == ["kameraer", "kameraer"]


@given(st.text(st.sampled_from("abæ å|-1.\n ,%"), max_size=200), st.integers(10, 60))
def test_no_word_is_lost(text: str, width: int) -> None:
    shown = "".join("".join(lines(text, width)).split())
    assert sorted(shown.replace("|", "")) == sorted("".join(text.split()).replace("|", ""))


@given(st.text(st.sampled_from("abæ -1.\n "), max_size=200), st.integers(10, 60))
def test_no_line_is_wider_than_it_may_be(text: str, width: int) -> None:
    assert all(len(line) <= width for line in lines(text, width))
