"""Numbers as word processors write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.documents.numerals import numeral, whole_number


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (27, "1", "27"), (7, "01", "07"), (3, "a", "c"), (28, "A", "BB"), (53, "a", "aaa"),
        (4, "i", "iv"), (1994, "I", "MCMXCIV"), (5, "", ""), (0, "a", "0"), (4000, "I", "4000"),
    ],
)  # fmt: skip
def test_number_is_written_in_its_form(number: int, form: str, shown: str) -> None:
    assert numeral(number, form) == shown


@given(st.integers(-(10**9), 10**9), st.sampled_from(["1", "01", "a", "A", "i", "I", ""]))
def test_no_number_fills_the_line(number: int, form: str) -> None:
    assert len(numeral(number, form)) <= 25


@pytest.mark.parametrize(("text", "number"), [("27", 27), (" -3 ", -3), ("9" * 5000, 1), ("", 1), (None, 1), ("x", 1)])
def test_what_is_no_number_is_taken_otherwise(text: str | None, number: int) -> None:
    assert whole_number(text, 1) == number
