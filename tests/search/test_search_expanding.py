"""What else the words of a query may stand as: in compounds, torn, joined, abbreviated, as people's names."""

import pytest

from tests.search.made_up import Matter, found

OTHERS = ("Løn", "Kaffe", "Frugt")  # so that the words asked for are rare


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("overvågning", "Videoovervågningen er sat op."),
        ("video", "Videoovervågningen er sat op."),
        ("fravær", "Sygefraværsstatistikken"),
        ("sygefravær", "Sygefraværsstatistikken"),
        ("kamera", "Kameraovervågning"),
    ],
)
def test_part_finds_the_compound(typed: str, text: str) -> None:
    assert found(typed, text, *OTHERS) == [text]


def test_word_itself_comes_before_compounds_with_it() -> None:
    texts = ["Videoovervågningen", "Overvågningen"]
    assert found("overvågning", *texts, *OTHERS) == texts[::-1]


@pytest.mark.parametrize(("typed", "text"), [("valg", "Udvalget"), ("skab", "Fællesskabet"), ("ring", "Orientering")])
def test_what_only_looks_like_a_part_is_none(typed: str, text: str) -> None:
    assert found(typed, text, typed, *OTHERS) == [typed]


@pytest.mark.parametrize("text", ["Syge fravær i april", "Sygefravær i april", "Syge-fravær i april"])
def test_compound_is_found_however_the_text_tears_it(text: str) -> None:
    assert found("sygefravær", text, *OTHERS) == [text]


def test_torn_compound_comes_before_parts_that_stand_apart() -> None:
    texts = ["Overvågning med video", "Video overvågning"]
    assert found("videoovervågning", *texts, *OTHERS) == texts[::-1]


def test_whole_compound_comes_before_parts_that_stand_apart() -> None:
    texts = ["Overvågning med video", "Videoovervågning"]
    assert found("videoovervågning", *texts, *OTHERS) == texts[::-1]


def test_whole_compound_comes_before_the_torn_one() -> None:
    texts = ["Syge fravær", "Sygefravær"]
    assert found("sygefravær", *texts, *OTHERS) == texts[::-1]


def test_parts_anywhere_come_before_one_of_them() -> None:
    texts = ["Statistik over bøger", "Statistik over fravær blandt syge"]
    assert found("sygefraværsstatistik", *texts, *OTHERS) == texts[::-1]


@pytest.mark.parametrize("typed", ["video overvågning", "Video Overvågningen"])
def test_words_that_belong_together_find_the_compound_first(typed: str) -> None:
    texts = ["Videoovervågningen", "Overvågning af video", "Video"]
    assert found(typed, *texts, *OTHERS) == texts


@pytest.mark.parametrize("typed", ["syge fravær", "fravær statistik", "fraværs statistik", "løn forhandling"])
def test_compound_is_found_however_the_query_tears_it(typed: str) -> None:
    assert found(f"+({typed})", "Sygefravær, fraværsstatistik, lønforhandling", "Kaffe")


def test_words_with_another_between_them_are_not_joined() -> None:
    texts = ["Qbmappe", "Qb i mappe"]
    assert found("qb xyz mappe", *texts, *OTHERS) == ["Qb i mappe"]
    assert sorted(found("qb mappe", *texts, *OTHERS)) == ["Qb i mappe", "Qbmappe"]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("APV", "Arbejdspladsvurderingen er lavet."),
        ("apv", "Arbejdspladsvurderingen er lavet."),
        ("arbejdspladsvurdering", "APV'en er lavet."),
        ("arbejdspladsvurderinger", "Vi laver APV."),
        ("TR", "Tillidsmanden var syg."),
        ("tillidsmand", "TR var syg."),
        ("TR", "Tillidsrepræsentanterne"),
        ("KL", "Kommunernes Landsforening skriver."),
        ("Kommunernes Landsforening", "KL skriver."),
        ("OK24", "Overenskomst 2024"),
        ("apv", "Arbejdspladsvurderingsskemaet"),
    ],
)
def test_abbreviation_and_what_it_is_short_for_find_one_another(typed: str, text: str) -> None:
    assert found(typed, text, *OTHERS) == [text]


def test_what_an_abbreviation_stands_for_comes_behind_the_abbreviation() -> None:
    texts = ["Arbejdspladsvurderingen", "APV"]
    assert found("APV", *texts, *OTHERS) == texts[::-1]


def test_phrase_comes_before_its_abbreviation_and_both_before_one_of_its_words() -> None:
    texts = ["Kommunernes Landsforening skriver", "KL skriver", "Kommunernes udgifter"]
    assert found("Kommunernes Landsforening", *texts, *OTHERS) == texts


def test_phrase_in_quotation_marks_is_searched_as_it_is() -> None:
    assert found('"Kommunernes Landsforening"', "KL skriver", "Kommunernes Landsforening") == [
        "Kommunernes Landsforening"
    ]


@pytest.mark.parametrize("typed", ["=overvågning", "=APV", "=fyring", "=godkende", "=birthe"])
def test_word_as_written_is_found_in_no_other_way(typed: str) -> None:
    birthe = Matter("Drøftet.", present=("Birthe Holm",))
    assert found(typed, "Videoovervågning", "Arbejdspladsvurdering", "Opsigelse", "Godkendelse", birthe) == []


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("fyring", "Opsigelse af to medarbejdere"),
        ("plejehjem", "Plejecentret"),
        ("barns sygedag", "Barnets første sygedag"),
        ("vejbelysning", "Gadelys"),
    ],
)
def test_word_of_nearly_the_same_meaning_is_found(typed: str, text: str) -> None:
    assert text in found(typed, text, *OTHERS)


def test_word_itself_comes_before_one_of_nearly_the_same_meaning() -> None:
    texts = ["Opsigelse", "Fyring"]
    assert found("fyring", *texts, *OTHERS) == texts[::-1]


def test_synonym_is_weaker_than_an_abbreviation() -> None:
    texts = ["Sikkerhedsrepræsentanten", "AMR"]
    assert found("arbejdsmiljørepræsentant", *texts, *OTHERS) == texts[::-1]


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("godkende", ["Vi vil godkende den.", "Godkendelsen"]),
        ("godkendelse", ["Godkendelsen", "Vi vil godkende den."]),
        ("ansættelse", ["Ansættelser", "At ansætte en kok"]),
    ],
)
def test_verb_and_noun_of_one_root_are_found_the_one_typed_first(typed: str, texts: list[str]) -> None:
    assert found(typed, *texts[::-1], *OTHERS) == texts


@pytest.mark.parametrize("typed", ["birthe", "Birthe", "Holm", "Birthe Holm", "birthe holm"])
def test_person_of_the_meeting_is_found_by_plain_words(typed: str) -> None:
    here, away = Matter("Drøftet.", present=("Birthe Holm",)), Matter("Udsat.", away=("Birthe Holm",))
    assert sorted(found(typed, here, away, *OTHERS)) == ["Drøftet.", "Udsat."]


@pytest.mark.parametrize("typed", ["birthe", "Holm"])
def test_item_that_names_a_person_comes_before_the_meetings_of_that_person(typed: str) -> None:
    here = Matter("Drøftet.", present=("Birthe Holm",))
    assert found(typed, here, "Birthe Holm orienterede.", *OTHERS) == ["Birthe Holm orienterede.", "Drøftet."]


def test_first_and_last_name_of_two_people_make_no_third() -> None:
    both = Matter("Drøftet.", present=("Birthe Krog", "Ib Holm"))
    one = Matter("Udsat.", present=("Birthe Holm",))
    assert found("Birthe Holm", both, one, *OTHERS)[0] == "Udsat."


def test_person_is_looked_for_in_no_section() -> None:
    assert found("beslutning:birthe", Matter("Drøftet.", present=("Birthe Holm",)), "Birthe", *OTHERS) == ["Birthe"]


def test_usual_word_is_no_name_unless_it_has_a_capital_letter() -> None:
    matters = ("Bjerget er højt.", Matter("Drøftet.", present=("Anne Bjerg",)), *OTHERS)
    assert found("bjerg", *matters) == ["Bjerget er højt."]
    assert found("Bjerg", *matters) == ["Bjerget er højt.", "Drøftet."]


def test_one_part_of_a_compound_is_found_where_the_compound_is_rare() -> None:
    texts = ["Sygefraværsstatistikken", "Statistik over bøger"]
    assert found("sygefraværsstatistik", *texts, *OTHERS) == texts


def test_one_part_of_a_compound_is_not_found_where_the_compound_is_frequent() -> None:
    several = [f"Sygefraværsstatistik {number}" for number in range(5)]
    assert "Statistik over bøger" not in found("sygefraværsstatistik", *several, "Statistik over bøger", *OTHERS)


def test_part_that_stands_everywhere_is_not_found_for_a_rare_compound() -> None:
    many = ["Statistik over bøger"] * 41
    assert found("sygefraværsstatistik", "Sygefraværsstatistik", *many) == ["Sygefraværsstatistik"]


def test_part_of_a_compound_alone_does_not_count_as_the_word() -> None:
    texts = ["Kaffe", "Kaffe og sygefravær", "Kaffe og fravær fravær fravær"]
    assert found("kaffe sygefravær", *texts)[0] == "Kaffe og sygefravær"
