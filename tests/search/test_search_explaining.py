"""Why a hit is one: the words typed, what stands there, where, and how much it counts."""

import pytest

from medsearch.query.ways import Way
from tests.search.made_up import DAY, Matter, answer, reasons

OTHERS = ("Løn", "Kaffe", "Frugt")
CASE = "81.38.00-P35-4-24"

# The words typed, an item that is found, and one reason that is given: its word, its way, the words that stand there.
EXPLAINED: list[tuple[str, Matter | str, tuple[str, Way, tuple[str, ...]]]] = [
    ("budget", "Budgettet er vedtaget.", ("budget", Way.WORD, ("Budgettet",))),
    ("=budgettet", "Budgettet er vedtaget.", ("budgettet", Way.AS_WRITTEN, ("Budgettet",))),
    ('"til efterretning"', "Taget til efterretning.", ("til efterretning", Way.PHRASE, ("til efterretning",))),
    ("over*", "Overvågning af overgang", ("over*", Way.PATTERN, ("Overvågning", "overgang"))),
    ("budgat~", "Budget", ("budgat~", Way.ALIKE, ("Budget",))),
    ("overvågning", "Videoovervågningen", ("overvågning", Way.COMPOUND, ("Videoovervågningen",))),
    ("videoovervågning", "Video overvågning", ("videoovervågning", Way.TORN, ("Video overvågning",))),
    ("videoovervågning", "Overvågning på video", ("videoovervågning", Way.SCATTERED, ("Overvågning", "video"))),
    ("videoovervågning", "Overvågningen", ("videoovervågning", Way.LOOSE, ("Overvågningen",))),
    ("video overvågning", "Videoovervågning", ("video overvågning", Way.JOINED, ("Videoovervågning",))),
    ("APV", "Arbejdspladsvurderingen", ("APV", Way.ABBREVIATION, ("Arbejdspladsvurderingen",))),
    ("fyring", "Opsigelsen", ("fyring", Way.SYNONYM, ("Opsigelsen",))),
    ("godkende", "Godkendelsen", ("godkende", Way.RELATED, ("Godkendelsen",))),
    ("birthe", Matter("Drøftet.", present=("Birthe Holm",)), ("birthe", Way.PERSON, ())),
    (CASE, Matter("Drøftet.", case=CASE), (CASE, Way.CASE, ())),
    ("1. januar 2024", Matter("Drøftet.", day=DAY), ("1. januar 2024", Way.DAY, ())),
    ("8. maj 2025", "Vi ses d. 8/5-2025.", ("8. maj 2025", Way.MENTIONED, ("8/5-2025",))),
]


# Words that stand nowhere are replaced: these make the words asked for known.
KNOWN = ("godkende", "videoovervågning", "fyring", "overvågning")


@pytest.mark.parametrize(
    ("words", "matter", "expected"), EXPLAINED, ids=[expected[1].name for *_, expected in EXPLAINED]
)
def test_reason_says_the_word_typed_and_what_stands_there(
    words: str, matter: Matter | str, expected: tuple[str, Way, tuple[str, ...]]
) -> None:
    hits = answer(words, matter, *KNOWN, *OTHERS).hits
    explanation = next(hit.explanation for hit in hits if hit.item.number == "1")
    assert explanation
    assert expected in [(reason.word, reason.way, reason.forms) for reason in explanation.reasons]


def test_there_is_an_example_of_every_way() -> None:
    assert {expected[1] for *_, expected in EXPLAINED} == set(Way)


def test_reason_names_the_sections_by_their_headings_and_the_title_by_none() -> None:
    matter = Matter("Budgettet er vedtaget.", title="Budget 2025", presentation="Budgettet ser ud som følger.")
    [reason] = reasons("budget", matter, *OTHERS)
    assert reason.sections == ("", "Sagsfremstilling", "Beslutning")


def test_reason_shows_each_form_of_a_word_once() -> None:
    [reason] = reasons("budget", "Budgettet, budgettet og budgetter", *OTHERS)
    assert reason.forms == ("Budgettet", "budgetter")


def test_reason_shows_no_more_than_five_forms() -> None:
    [reason] = reasons("b*", "Bil båd bus bog bold bane", *OTHERS)
    assert len(reason.forms) == 5


def test_reason_names_the_word_that_was_typed_where_another_was_searched() -> None:
    [reason] = reasons("kantinne", "Ny kantine", *OTHERS)
    assert (reason.word, reason.way, reason.forms) == ("kantinne", Way.WORD, ("kantine",))


@pytest.mark.parametrize("words", ["budget", "videoovervågning", "overvågning", "APV", "fyring", "over*", "=budgettet"])
def test_reasons_add_up_to_the_score_of_a_single_word(words: str) -> None:
    matters = ("Budgettet", "Videoovervågning. Overvågning", "APV, arbejdspladsvurdering", "Fyring og opsigelse")
    for hit in answer(words, *matters, Matter("Overvågning", title="Fyring og budget"), *OTHERS).hits:
        assert hit.explanation
        assert sum(reason.score for reason in hit.explanation.reasons) == pytest.approx(hit.score, abs=0.03)


def test_reasons_are_in_the_order_of_their_weight() -> None:
    scores = [reason.score for reason in reasons("APV budget", "APV, arbejdspladsvurdering, budget", *OTHERS)]
    assert len(scores) > 2
    assert scores == sorted(scores, reverse=True)


def test_reasons_of_a_formality_count_less() -> None:
    formality, matter = Matter("Udsat.", title="Godkendelse af referat"), Matter("Udsat.", title="Referat af samtale")
    first, second = (hit.explanation for hit in answer("referat", formality, matter, *OTHERS).hits)
    assert first
    assert second
    assert (first.formality, second.formality) == (False, True)
    assert second.reasons[0].score == pytest.approx(0.4 * first.reasons[0].score, abs=0.01)


def test_item_with_all_words_is_said_to_have_them() -> None:
    first, second = (hit.explanation for hit in answer("budget ferie", "Budget", "Ferie og budget", *OTHERS).hits)
    assert first
    assert second
    assert (first.all_words, second.all_words) == (True, False)


def test_full_name_says_all_about_a_person() -> None:
    given = reasons("Birthe Holm", Matter("Drøftet.", present=("Birthe Holm",)), *OTHERS)
    assert [(reason.word, reason.way) for reason in given] == [("Birthe Holm", Way.PERSON)]


def test_word_that_must_not_be_there_is_no_reason() -> None:
    assert [reason.word for reason in reasons("budget -ferie", "Budget", "Ferie", *OTHERS)] == ["budget"]
