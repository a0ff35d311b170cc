"""Rows, contents lists, and what a page's head adds."""

import pytest

from medsearch.documents.blocks import (
    Block,
    contents_line,
    is_contents_style,
    is_heading_style,
    may_be_heading,
    row_of,
    with_page_heads,
)

_LONG = "Sagen har været drøftet i udvalget. " * 4


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1.\tBudget\t3", "1. Budget ..... 3"),
        ("Bilag\tiv", "Bilag ..... iv"),
        ("Budget\tx 3", "Budget x 3"),
        ("Budget", "Budget"),
    ],
)
def test_page_of_a_contents_line_follows_dots(text: str, line: str) -> None:
    assert contents_line(text) == line


def test_row_with_one_long_cell_is_a_paragraph_and_with_a_bold_one_a_heading() -> None:
    assert row_of([[], [Block("paragraph", _LONG)]])[0].kind == "paragraph"
    assert row_of([[Block("heading", "Økonomi")]])[0].kind == "heading"
    assert row_of([[Block("paragraph", "Ib Holm")]])[0].kind == "row"
    assert row_of([[], []]) == []


@pytest.mark.parametrize("name", ["heading 1", "Heading_20_2", "Overskrift3", "Title", "Titel"])
def test_names_of_heading_styles(name: str) -> None:
    assert is_heading_style(name)


@pytest.mark.parametrize("name", ["Normal", "TOC Heading", "heading 10", "Brødtekst"])
def test_names_of_other_styles(name: str) -> None:
    assert not is_heading_style(name)
    assert not is_contents_style(name)


@pytest.mark.parametrize("text", [_LONG, "www.intra.example", "ib@kommune.example", "______"])
def test_what_is_bold_but_no_heading(text: str) -> None:
    assert not may_be_heading(text)


@pytest.mark.parametrize(
    ("head", "first"),
    [
        ("Byrådet", ["Byrådet"]),
        ("Byrådet side 3 af 9", ["Byrådet"]),
        ("Side 3", []),
        ("3 / 9", []),
        ("Referat", []),
    ],
)
def test_page_head_is_kept_where_it_says_something_new(head: str, first: list[str]) -> None:
    blocks = with_page_heads([Block("paragraph", head)], [Block("paragraph", "referat")])
    assert [block.text.strip() for block in blocks] == [*first, "referat"]
