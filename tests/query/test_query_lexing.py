"""A query cut into signs and words, each with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.query.lexing import Kind, lex

SIGNS_AND_WORDS = st.text() | st.text(alphabet='ab +-="”»():*OGÅ1.,\n')


def kinds(text: str) -> list[Kind]:
    return [lexeme.kind for lexeme in lex(text)]


def texts(text: str) -> list[str]:
    return [lexeme.text for lexeme in lex(text)]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("OG", Kind.AND), ("AND", Kind.AND), ("ELLER", Kind.OR), ("OR", Kind.OR), ("IKKE", Kind.NOT), ("NOT", Kind.NOT)],
)
def test_operators_are_known_in_danish_and_english(typed: str, kind: Kind) -> None:
    assert kinds(typed) == [kind]


@pytest.mark.parametrize("typed", ["og", "Og", "OGSÅ", "ORD", "NOTAT", "IKKE-ryger", "OG."])
def test_what_only_looks_like_an_operator_is_a_word(typed: str) -> None:
    assert kinds(typed) == [Kind.WORD]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("+a", [Kind.MUST, Kind.WORD]),
        ("-a", [Kind.NOT, Kind.WORD]),
        ("=a", [Kind.AS_WRITTEN, Kind.WORD]),
        ("-=a", [Kind.NOT, Kind.AS_WRITTEN, Kind.WORD]),
        ("-(a)", [Kind.NOT, Kind.OPEN, Kind.WORD, Kind.CLOSE]),
        ('-"a"', [Kind.NOT, Kind.QUOTED]),
        ("-titel:a", [Kind.NOT, Kind.FIELD, Kind.WORD]),
        ("titel:-a", [Kind.FIELD, Kind.NOT, Kind.WORD]),
        ("a-b", [Kind.WORD]),
        ("a+", [Kind.WORD]),
        ('"a"-b', [Kind.QUOTED, Kind.WORD]),
    ],
)
def test_a_sign_counts_before_a_word_and_not_inside_one(typed: str, expected: list[Kind]) -> None:
    assert kinds(typed) == expected


@pytest.mark.parametrize("typed", ["titel:", "År:", "a:b", "titel: b"])
def test_letters_before_a_colon_are_a_field(typed: str) -> None:
    assert kinds(typed)[0] is Kind.FIELD


@pytest.mark.parametrize("typed", ["12:30", "http://ravnsø.example", ":a", "kl.:9"])
def test_not_every_colon_makes_a_field(typed: str) -> None:
    assert Kind.FIELD not in kinds(typed)


def test_quotation_marks_keep_signs_and_brackets_as_text() -> None:
    assert texts('"-a (OG) titel:b"') == ["-a (OG) titel:b"]


def test_a_phrase_may_run_over_the_end_of_a_line() -> None:
    assert kinds('"fælles\nferie"') == [Kind.QUOTED]


def test_an_unpaired_quotation_mark_is_passed_over() -> None:
    assert texts('"fælles ferie') == ["fælles", "ferie"]


def test_places_are_those_in_the_query_as_typed() -> None:
    assert [lexeme.position for lexeme in lex('  løn -"fælles ferie" (titel:b)')] == [2, 6, 7, 22, 23, 29, 30]


@given(SIGNS_AND_WORDS)
def test_every_lexeme_stands_where_it_says(typed: str) -> None:
    for lexeme in lex(typed):
        begin = lexeme.position + (lexeme.kind is Kind.QUOTED)
        assert typed.startswith(lexeme.text, begin)


@given(SIGNS_AND_WORDS)
def test_lexemes_come_in_the_order_in_which_they_were_typed(typed: str) -> None:
    places = [lexeme.position for lexeme in lex(typed)]
    assert places == sorted(set(places))


@given(SIGNS_AND_WORDS)
def test_no_letter_that_was_typed_is_lost(typed: str) -> None:
    kept: set[int] = set()
    for lexeme in lex(typed):
        begin = lexeme.position + (lexeme.kind is Kind.QUOTED)
        kept.update(range(begin, begin + len(lexeme.text)))
    assert [char for place, char in enumerate(typed) if char.isalnum() and place not in kept] == []
