"""Characters that look alike: one form for texts and queries."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.language.characters import normalize


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a\u030arsplan", "årsplan"),
        ("kl.\u00a09", "kl. 9"),
        ("10\u202f000\u2007kr.", "10 000 kr."),
        ("arbejds\u00admiljø", "arbejdsmiljø"),
        ("\ufeffReferat\u200b", "Referat"),
    ],
)
def test_what_looks_alike_is_alike(written: str, meant: str) -> None:
    assert normalize(written) == meant


@given(st.text("abå \n\u030a\u00a0\u202f\u2007\u00ad\ufeff\u200b"))
def test_visible_text_stays(text: str) -> None:
    visible = [sign for sign in unicodedata.normalize("NFC", text) if sign not in "\u00ad\ufeff\u200b"]
    assert normalize(text) == "".join(" " if sign in "\u00a0\u202f\u2007" else sign for sign in visible)
