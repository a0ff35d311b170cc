"""What is marked is what was found."""

import pytest

from medsearch.language.words import tokens
from medsearch.query import Searchable, parse_query
from medsearch.search.highlighting import find_spans


def marked(text: str, query: str, field: str = "decision") -> list[str]:
    leaves = list(parse_query(query).leaves())
    return [text[start:end] for start, end in find_spans(text, field, leaves)]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("budget", "Budgettet og budgetterne, ikke budgetforliget.", ["Budgettet", "budgetterne"]),
        ("bog", "Bøgerne og en bog.", ["Bøgerne", "bog"]),
        ("IT-service", "Fremtidens IT-service og it service.", ["IT-service", "it service"]),
        ("itservice", "Fremtidens IT-service.", ["IT-service"]),
        ("arbejdsmiljø", "Arbejds miljø og arbejdsmiljøet.", ["Arbejds miljø", "arbejdsmiljøet"]),
        ('"til efterretning"', "Taget til efterretning.", ["til efterretning"]),
        ("*overvågning", "Videoovervågning i rummet.", ["Videoovervågning"]),
        ("MED", "Ny MED-aftale med bilag.", ["MED"]),
        ("=budgettet", "Budget og budgettet.", ["budgettet"]),
        ("titel:budget", "Budget.", []),
        ("-budget ferie", "Budget og ferie.", ["ferie"]),
        ("xylofon", "Budget.", []),
        ("budget", "", []),
    ],
)
def test_words_found_are_marked(query: str, text: str, expected: list[str]) -> None:
    assert marked(text, query) == expected


def test_overlapping_matches_are_one_mark() -> None:
    assert marked("Taget til efterretning.", '"taget til" "til efterretning"') == ["Taget til efterretning"]


def test_every_word_of_the_sample_is_marked_where_it_stands(sample_items: list[Searchable]) -> None:
    for item in sample_items[::16]:
        for section in item.item.sections:
            for token in tokens(section.text)[::5]:
                spans = find_spans(section.text, section.name, list(parse_query(f'"{token.written}"').leaves()))
                assert any(start <= token.start and token.end <= end for start, end in spans), token
