"""Derivations: the noun of an action and its verb."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.language.derivations import related
from medsearch.language.lexicon import lexicon


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("godkende", "godkendelse"),
        ("ansætte", "ansættelse"),
        ("udvide", "udvidelse"),
        ("drøfte", "drøftelse"),
        ("fremlægge", "fremlæggelse"),
        ("behandle", "behandling"),
        ("vurdere", "vurdering"),
        ("indstille", "indstilling"),
        ("søge", "søgning"),
        ("køre", "kørsel"),
    ],
)
def test_verb_and_the_noun_of_its_action_find_one_another(verb: str, noun: str) -> None:
    assert noun in related(verb)
    assert verb in related(noun)


@pytest.mark.parametrize("verb", ["køre", "høre"])
def test_verb_finds_all_its_nouns(verb: str) -> None:
    assert len(related(verb)) > 1


@pytest.mark.parametrize("word", ["", "else", "ning", "ing", "sel", "kommune", "xyzzyning", "2025", "MED"])
def test_word_of_no_verb_has_no_relatives(word: str) -> None:
    assert related(word) == ()


_ROOTS = "godkend behandl søg kør hør drøft vurder udvid løn møde".split()
_derived = st.builds("{}{}".format, st.sampled_from(_ROOTS), st.sampled_from(["", "e", "else", "ning", "ing", "sel"]))


@given(st.text() | _derived)
def test_relatives_are_known_words_of_the_other_kind(word: str) -> None:
    is_verb = lexicon().is_verb_only
    for other in related(word):
        assert lexicon().is_base(other)
        assert is_verb(other) != is_verb(word)


@given(_derived.filter(lexicon().is_base))
def test_known_words_are_related_both_ways(word: str) -> None:
    assert all(word in related(other) for other in related(word))
