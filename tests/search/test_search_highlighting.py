"""What is marked is what was found."""

import datetime as dt

import pytest

from medsearch.language.words import tokens
from medsearch.query import Searchable, parse_query
from medsearch.search.highlighting import find_spans
from tests.search.made_up import Matter, answer


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
        ("ide", "En god idé.", ["idé"]),
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


def marked_in_hit(words: str, *matters: Matter | str) -> list[str]:
    """What is marked in the passages of the first hit."""
    snippets = answer(words, *matters).hits[0].snippets
    return [snippet.text[start:end] for snippet in snippets for start, end in snippet.highlights]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("overvågning", "Videoovervågningen i hallen", ["Videoovervågningen"]),
        ("fravær", "Sygefraværsstatistik og fraværet", ["Sygefraværsstatistik", "fraværet"]),
        ("videoovervågning", "Video overvågning", ["Video overvågning"]),
        ("video overvågning", "Videoovervågning", ["Videoovervågning"]),
        ("APV", "Arbejdspladsvurderingen er lavet.", ["Arbejdspladsvurderingen"]),
        ("KL", "Kommunernes Landsforening skriver.", ["Kommunernes Landsforening"]),
        ("budgat~", "Budgettet og et budget", ["Budgettet", "budget"]),
        ("8. oktober 2025", "Vi ses d. 8. okt. 2025 kl. 9.", ["8. okt. 2025"]),
        ("8.10.2025", "Vi ses d. 8. oktober 2025 kl. 9.", ["8. oktober 2025"]),
        ("oktober 2025", "Den 8. oktober 2025 og den 9. maj 2025.", ["8. oktober 2025"]),
        ("81.38", "Se sag 81.38.00-P35-4-24.", ["81.38"]),
        ("fyring", "Opsigelsen blev drøftet.", ["Opsigelsen"]),
    ],
)
def test_everything_that_counts_is_marked(words: str, text: str, expected: list[str]) -> None:
    assert marked_in_hit(words, text, "Løn", "Ferie") == expected


def test_part_of_a_compound_typed_is_not_marked_where_the_other_is_absent() -> None:
    frequent = ["Videoovervågning i hallen"] * 5  # so that one part alone finds nothing
    text = Matter("Budget til overvågning af søen", title="Budget")
    assert marked_in_hit("+budget videoovervågning", text, *frequent) == ["Budget"]


def test_words_that_must_all_be_there_are_not_marked_where_one_is_absent() -> None:
    assert marked_in_hit("(budget OG ferie) ELLER løn", "Løn og budget") == ["Løn"]


def test_words_that_must_not_be_there_are_not_marked() -> None:
    assert marked_in_hit("løn IKKE (budget OG ferie)", "Løn og budget") == ["Løn"]


def test_day_of_the_meeting_marks_nothing_in_the_text() -> None:
    matter = Matter("Vi mødes 8. maj 2024.", day=dt.date(2025, 10, 8))
    assert marked_in_hit("8. oktober 2025", matter, "Løn") == []


def test_person_of_the_meeting_marks_nothing_in_the_text() -> None:
    assert marked_in_hit("birthe", Matter("Udsat af Ib.", present=("Birthe Holm",)), "Løn") == []


def test_words_of_the_title_are_marked_there() -> None:
    [hit] = answer("overvågning", Matter("Udsat.", title="Ny videoovervågning"), "Løn").hits
    assert hit.title_highlights == ((3, 19),)
