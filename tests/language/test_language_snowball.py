"""The stemmer behind the stems: the same, whichever of its packages is installed."""

import sys

import pytest

from medsearch.language.snowball import danish_stemmer


def test_stemmer_in_pure_python_stems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "Stemmer", None)
    assert danish_stemmer()("overvågningen") == "overvågning"


def test_both_stemmers_give_the_same_stems(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("Stemmer")
    from_c = danish_stemmer()
    monkeypatch.setitem(sys.modules, "Stemmer", None)
    pure = danish_stemmer()
    words = "medarbejderne samtaler retningslinjer orienteringen udvalgene støvlerne drøftelsen".split()
    assert [from_c(word) for word in words] == [pure(word) for word in words]
