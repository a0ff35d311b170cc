"""Spelling: words without Danish letters, and misspelt ones, with the likeliest word first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.language.spelling import (
    alike,
    danish_spellings,
    distance,
    most_errors,
    nearest,
    plain_letters,
    sound,
    written_out,
)


def _nearest(word: str, known: dict[str, int], most: int = 2) -> list[str]:
    return [candidate.word for candidate in nearest(word, known.items(), most)]


@pytest.mark.parametrize(
    ("word", "spelling"),
    [
        ("aarsplan", "årsplan"),
        ("boernehave", "børnehave"),
        ("laege", "læge"),
        ("aeoeaa", "æøå"),
        ("aeoeaa", "æoeaa"),
        ("kanoe", "kanø"),
    ],
)
def test_danish_letters_are_read_from_two_others(word: str, spelling: str) -> None:
    assert spelling in danish_spellings(word)


@pytest.mark.parametrize("word", ["", "skole", "årsplan", "bornehave", "a", "eao"])
def test_word_without_letters_for_danish_ones_has_no_other_spelling(word: str) -> None:
    assert list(danish_spellings(word)) == []


@pytest.mark.parametrize(("pairs", "spellings"), [(1, 1), (2, 3), (6, 63), (7, 0), (5_000, 0)])
def test_spellings_are_all_given_or_none_where_they_are_too_many(pairs: int, spellings: int) -> None:
    assert len(set(danish_spellings("aal" * pairs))) == spellings


@pytest.mark.parametrize(
    ("word", "plain", "out"),
    [
        ("årsplan", "arsplan", "aarsplan"),
        ("børnehave", "bornehave", "boernehave"),
        ("læge", "lage", "laege"),
        ("skole", "skole", "skole"),
    ],
)
def test_danish_word_is_written_on_foreign_keyboards(word: str, plain: str, out: str) -> None:
    assert (plain_letters(word), written_out(word)) == (plain, out)


@pytest.mark.parametrize(("word", "plain"), [("café", "cafe"), ("müsli", "mysli"), ("höjer", "hojer"), ("ärö", "aro")])
def test_foreign_accents_are_plain_letters_too(word: str, plain: str) -> None:
    assert plain_letters(word) == plain


@pytest.mark.parametrize(
    ("word", "errors"),
    [
        ("", 0),
        ("apv", 0),
        ("møde", 1),
        ("budget", 1),
        ("referat", 2),
        ("overvågnin", 2),
        ("dagsordenen", 2),
        ("dagsordenens", 3),
        ("a" * 60, 3),
    ],
)
def test_longer_words_may_hold_more_errors(word: str, errors: int) -> None:
    assert most_errors(word) == errors


@pytest.mark.parametrize(
    ("word", "typed", "errors"),
    [
        ("referat", "referat", 0),
        ("referat", "refrat", 1),
        ("referat", "referatt", 1),
        ("referat", "referet", 1),
        ("referat", "refeart", 1),
        ("referat", "rfeeart", 2),
        ("referat", "budget", None),
    ],
)
def test_missing_doubled_wrong_and_exchanged_letters_are_one_error_each(
    word: str, typed: str, errors: int | None
) -> None:
    assert distance(word, typed, 2) == errors


@pytest.mark.parametrize(
    ("word", "typed"), [("mobning", "mobing"), ("sygefravær", "sygfraver"), ("kantine", "kantien")]
)
def test_misspelt_word_is_alike(word: str, typed: str) -> None:
    assert alike(word, typed)


@pytest.mark.parametrize(("word", "other"), [("apv", "apt"), ("løn", "lån"), ("møde", "mad"), ("budget", "buffer")])
def test_other_word_is_not_alike(word: str, other: str) -> None:
    assert not alike(word, other)


def test_fewest_errors_come_first() -> None:
    assert _nearest("mobing", {"mobning": 1, "bobning": 50}) == ["mobning", "bobning"]


def test_of_words_equally_near_the_commonest_comes_first() -> None:
    assert _nearest("mobing", {"mobning": 3, "mobling": 9}) == ["mobling", "mobning"]


def test_the_same_first_letter_comes_first() -> None:
    assert _nearest("mobing", {"bobing": 50, "mobling": 1}) == ["mobling", "bobing"]


def test_what_sounds_the_same_comes_first() -> None:
    assert _nearest("sygefraver", {"sygefravre": 50, "sygefravær": 2}) == ["sygefravær", "sygefravre"]


def test_what_has_the_same_letters_but_for_danish_ones_comes_first() -> None:
    assert _nearest("bornehave", {"bornehaver": 99, "børnehave": 1}) == ["børnehave", "bornehaver"]


def test_word_itself_comes_first() -> None:
    assert _nearest("skole", {"skule": 99, "kole": 99, "skole": 1})[0] == "skole"


def test_equal_candidates_come_in_alphabetical_order() -> None:
    assert _nearest("mobing", {"moblng": 1, "mobieng": 1, "mobbng": 1}) == ["mobbng", "mobieng", "moblng"]


@pytest.mark.parametrize("known", [{}, {"budget": 9, "kantine": 1}])
def test_nothing_near_gives_no_candidates(known: dict[str, int]) -> None:
    assert _nearest("mobing", known) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fraver", "fravær"),
        ("aarhus", "århus"),
        ("hvejret", "vejret"),
        ("hjul", "jul"),
        ("kjole", "kole"),
        ("gjort", "jort"),
        ("telefon", "telephon"),
        ("center", "kenter"),
        ("bedømelse", "bedømmelse"),
        ("plads", "plas"),
        ("hund", "hun"),
        ("retssag", "retsag"),
        ("weekend", "veekend"),
        ("zone", "sone"),
        ("text", "tekst"),
        ("læge", "læje"),
        ("godt", "got"),
    ],
)
def test_words_that_sound_alike_are_told(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("løn", "lyn"), ("skole", "skule"), ("mobning", "måling"), ("bad", "pad")])
def test_words_that_sound_otherwise_stay_apart(one: str, other: str) -> None:
    assert sound(one) != sound(other)


_words = st.text("abdegklmnorstæøå", min_size=1, max_size=12)
_any_words = st.text(min_size=1, max_size=15) | _words


@given(_words, _words, st.integers(0, 4))
def test_distance_is_the_same_both_ways_and_within_its_limit(one: str, other: str, most: int) -> None:
    found = distance(one, other, most)
    assert found == distance(other, one, most)
    assert found is None or 0 <= found <= most
    assert (found == 0) == (one == other)


@given(_any_words, _any_words)
def test_words_of_one_length_are_alike_both_ways(one: str, other: str) -> None:
    assert alike(one, one)
    if most_errors(one) == most_errors(other):
        assert alike(one, other) == alike(other, one)


@given(_any_words, st.dictionaries(_any_words, st.integers(1, 99), max_size=8), st.integers(0, 3))
def test_candidates_are_the_known_words_within_the_limit_in_order(word: str, known: dict[str, int], most: int) -> None:
    found = nearest(word, known.items(), most)
    assert found == sorted(found)
    assert {one.word for one in found} == {other for other in known if distance(word, other, most) is not None}
    assert all(-one.rarity == known[one.word] for one in found)


@given(st.text("aelmoåæø", max_size=12))
def test_spellings_are_written_out_as_the_word_was(word: str) -> None:
    spellings = list(danish_spellings(word))
    assert word not in spellings
    assert len(spellings) == len(set(spellings))
    assert {written_out(spelling) for spelling in spellings} <= {written_out(word)}


@given(st.text())
def test_any_text_can_be_written_otherwise(text: str) -> None:
    assert len(plain_letters(text)) == len(text) <= len(written_out(text))
    list(danish_spellings(text))
    sound(text)


@given(_words)
def test_word_without_danish_letters_is_found(word: str) -> None:
    assert _nearest(plain_letters(word), {word: 1}, len(word)) == [word]
