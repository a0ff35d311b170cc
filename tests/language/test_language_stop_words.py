"""Stop words: small words that say nothing, and Danish words that an English list would take for such."""

import pytest

from medsearch.language.stop_words import is_stop_word


@pytest.mark.parametrize("word", "og i at det en den til er som på de med for af ikke der var hvad hvem blev".split())
def test_words_that_say_nothing_are_stop_words(word: str) -> None:
    assert is_stop_word(word)


@pytest.mark.parametrize("word", "it by to løn møde referat udsat år ny tid sag råd apv nat vagt penge".split())
def test_words_that_people_search_are_none(word: str) -> None:
    assert not is_stop_word(word)
