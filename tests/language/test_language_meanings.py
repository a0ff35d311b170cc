"""Meanings: abbreviations and synonyms lead both ways, and never to themselves."""

from collections import Counter
from itertools import chain

import pytest

from medsearch.language.meanings import Meaning, abbreviation, read_abbreviations, read_synonyms
from medsearch.language.tables import read_lines

_ABBREVIATIONS = list(read_abbreviations())
_SYNONYMS = list(read_synonyms())


def _listed(line: str) -> list[str]:
    return [wording.strip() for wording in line.split(",")]


def _pairs(meanings: list[Meaning]) -> set[tuple[str, str]]:
    return {(meaning.wording, other) for meaning in meanings for other in meaning.others}


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("apv", "arbejdspladsvurdering"),
        ("tr", "tillidsrepræsentant"),
        ("tr", "tillidsmand"),
        ("MED", "medindflydelse og medbestemmelse"),
        ("AT", "Arbejdstilsynet"),
        ("gdpr", "persondata"),
        ("KL", "Kommunernes Landsforening"),
    ],
)
def test_abbreviation_and_what_it_is_short_for_find_one_another(short: str, full: str) -> None:
    assert {(short, full), (full, short)} <= _pairs(_ABBREVIATIONS)


@pytest.mark.parametrize(
    ("one", "other"), [("mobning", "chikane"), ("byråd", "kommunalbestyrelse"), ("covid-19", "corona")]
)
def test_synonyms_find_one_another(one: str, other: str) -> None:
    assert {(one, other), (other, one)} <= _pairs(_SYNONYMS)


@pytest.mark.parametrize("meanings", [_ABBREVIATIONS, _SYNONYMS], ids=["abbreviations", "synonyms"])
def test_every_meaning_leads_both_ways(meanings: list[Meaning]) -> None:
    pairs = _pairs(meanings)
    assert {(one, other) for one, other in pairs if (other, one) not in pairs} == set()


@pytest.mark.parametrize("meanings", [_ABBREVIATIONS, _SYNONYMS], ids=["abbreviations", "synonyms"])
def test_nothing_stands_for_itself_or_for_nothing(meanings: list[Meaning]) -> None:
    assert [meaning for meaning in meanings if not meaning.others or not all(meaning.others)] == []
    assert [one for one, other in _pairs(meanings) if one.casefold() == other.casefold()] == []


@pytest.mark.parametrize("meanings", [_ABBREVIATIONS, _SYNONYMS], ids=["abbreviations", "synonyms"])
def test_nothing_is_said_twice(meanings: list[Meaning]) -> None:
    pairs = Counter((meaning.wording, other) for meaning in meanings for other in meaning.others)
    assert [pair for pair, times in pairs.items() if times > 1] == []


def test_abbreviation_means_the_same_and_a_synonym_nearly() -> None:
    assert {meaning.nearly for meaning in _ABBREVIATIONS} == {False}
    assert {meaning.nearly for meaning in _SYNONYMS} == {True}


def test_what_an_abbreviation_stands_for_does_not_stand_for_one_another() -> None:
    assert list(abbreviation("su", ("samarbejdsudvalg", "skoleudvalg"))) == [
        Meaning("su", ("samarbejdsudvalg", "skoleudvalg")),
        Meaning("samarbejdsudvalg", ("su",)),
        Meaning("skoleudvalg", ("su",)),
    ]


def test_every_line_of_abbreviations_has_a_short_form_and_what_it_stands_for() -> None:
    lines = [line.split(":") for line in read_lines("meanings/abbreviations")]
    assert [line for line in lines if len(line) != 2 or not line[0].isalnum() or not all(_listed(line[1]))] == []


def test_no_abbreviation_is_listed_twice() -> None:
    shorts = Counter(line.partition(":")[0] for line in read_lines("meanings/abbreviations"))
    assert [short for short, times in shorts.items() if times > 1] == []


def test_only_abbreviations_that_are_small_words_else_keep_their_capitals() -> None:
    shorts = [line.partition(":")[0] for line in read_lines("meanings/abbreviations")]
    assert {short for short in shorts if short != short.lower()} == {"AT", "GRUS", "KL", "MED"}


def test_every_line_of_synonyms_has_two_words_or_more() -> None:
    lines = [_listed(line) for line in read_lines("meanings/synonyms")]
    assert [line for line in lines if len(line) < 2 or not all(line)] == []


def test_no_synonym_is_listed_twice() -> None:
    words = Counter(chain.from_iterable(_listed(line) for line in read_lines("meanings/synonyms")))
    assert [word for word, times in words.items() if times > 1] == []


@pytest.mark.parametrize("table", ["abbreviations", "synonyms"])
def test_lines_have_no_stray_blanks(table: str) -> None:
    lines = read_lines(f"meanings/{table}")
    assert [line for line in lines if line != " ".join(line.split())] == []
