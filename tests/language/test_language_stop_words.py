"""Stop words: small words that say nothing, and Danish words that an English list would take for such."""

import pytest

from medsearch.language.stop_words import is_question_word, is_stop_word, is_vague


@pytest.mark.parametrize("word", "og i at det en den til er som på de med for af ikke der var hvad hvem blev".split())
def test_words_that_say_nothing_are_stop_words(word: str) -> None:
    assert is_stop_word(word)


@pytest.mark.parametrize("word", "it by to løn møde referat udsat år ny tid sag råd apv nat vagt penge".split())
def test_words_that_people_search_are_none(word: str) -> None:
    assert not is_stop_word(word)


@pytest.mark.parametrize("word", "hvad hvem hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår".split())
def test_word_that_asks_makes_a_question(word: str) -> None:
    assert is_question_word(word)
    assert is_stop_word(word)


@pytest.mark.parametrize("word", [*"kantine budget møde og der hver hvid Hvad".split(), ""])
def test_other_word_makes_no_question(word: str) -> None:
    assert not is_question_word(word)


@pytest.mark.parametrize("word", "besluttet drøftet sagde gælder længe ofte handler foregår vedtaget".split())
def test_what_people_ask_with_is_vague(word: str) -> None:
    assert is_vague(word)


@pytest.mark.parametrize(
    "word", [*"beslutning drøftelse kantine optagelser referat aftale løn vedtægt tidsplan".split(), ""]
)
def test_what_people_ask_about_is_not_vague(word: str) -> None:
    assert not is_vague(word)


@pytest.mark.parametrize("word", "besluttet drøftet behandlet vedtaget handler".split())
def test_vague_word_outside_a_question_is_searched(word: str) -> None:
    assert not is_stop_word(word)
