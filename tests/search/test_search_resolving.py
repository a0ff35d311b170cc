"""Words that no minutes hold as typed: what is searched instead, and when nothing is."""

import datetime as dt

import pytest

from tests.search.made_up import Matter, answer, found


@pytest.mark.parametrize(
    ("typed", "text", "instead"),
    [
        ("aarsplan", "Årsplanen blev drøftet.", "årsplan"),
        ("sygefravaer", "Sygefraværet falder.", "sygefravær"),
        ("loen", "Lønnen stiger.", "løn"),
        ("oekonomi", "Økonomien er god.", "økonomi"),
        ("LOENFORHANDLING", "Lønforhandlingen er slut.", "lønforhandling"),
    ],
)
def test_word_with_aa_ae_or_oe_finds_the_danish_one(typed: str, text: str, instead: str) -> None:
    given = answer(typed, text, "Ferien er slut.")
    assert (given.total, given.searched_as) == (1, instead)


@pytest.mark.parametrize(
    ("typed", "written"), [("okonomi", "Økonomi"), ("sygefravar", "Sygefravær"), ("hojde", "Højde")]
)
def test_word_in_plain_letters_finds_the_danish_one(typed: str, written: str) -> None:
    given = answer(typed, f"{written} blev drøftet.", "Ferien er slut.")
    assert (given.total, given.searched_as) == (1, written.lower())


def test_word_of_three_letters_is_never_replaced() -> None:
    assert answer("lon", "Løn", "Lån", "London").total == 0


@pytest.mark.parametrize(
    ("typed", "text", "instead"),
    [
        ("kantinne", "Ny kantine", "kantine"),
        ("videoovervåning", "Videoovervågning i foyeren", "videoovervågning"),
        ("sygefarvær", "Sygefravær i april", "sygefravær"),
        ("buget", "Budget", "budget"),
    ],
)
def test_misspelt_word_finds_the_right_one(typed: str, text: str, instead: str) -> None:
    given = answer(typed, text, "Ferien er slut.")
    assert (given.total, given.searched_as) == (1, instead)


def test_misspelt_word_finds_all_inflections_of_the_right_one() -> None:
    assert len(found("kantinne", "Ny kantine", "Kantinen lukker", "Kantiner i kommunen", "Ferie")) == 3


def test_part_of_a_compound_is_found_though_misspelt() -> None:
    given = answer("overvåning", "Videoovervågningen er sat op.", "Ferie")
    assert (given.total, given.searched_as) == (1, "overvågning")


def test_word_that_the_minutes_write_in_two_is_found() -> None:
    given = answer("freeseating", "Vi indfører free seating på 2. sal.", "Der er free kaffe og seating.")
    assert (given.total, given.searched_as) == (1, '"free seating"')


def test_beginning_of_a_word_finds_the_word() -> None:
    given = answer("kvakkelmod", "Kvakkelmodulet er købt.", "Ferie")
    assert (given.total, given.searched_as) == (1, "kvakkelmod*")


def test_middle_of_a_word_finds_the_word() -> None:
    given = answer("kvakkel", "Superkvakkelen er købt.", "Ferie")
    assert (given.total, given.searched_as) == (1, "*kvakkel*")


def test_beginning_of_a_word_comes_before_a_misspelling() -> None:
    assert found("kvakk", "Kvakkelmodulet er købt.", "Kvæk er en lyd.") == ["Kvakkelmodulet er købt."]


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("kantine", ("Kantinen lukker.", "Kantiner")),
        ("overvågning", ("Videoovervågning",)),
        ("sygefravær", ("Syge fravær", "Sygefraværet")),
        ("APV", ("Arbejdspladsvurderingen er lavet.",)),
    ],
)
def test_known_word_is_never_replaced(typed: str, texts: tuple[str, ...]) -> None:
    given = answer(typed, *texts)
    assert given.searched_as is None
    assert given.total == len(texts)


def test_compound_that_is_there_in_parts_only_is_said_to_be() -> None:
    given = answer("sygefravær", "Fravær blandt syge")
    assert (given.total, given.searched_as) == (1, "syge fravær")


@pytest.mark.parametrize(("typed", "meant"), [("okober 2024", "oktober 2024"), ("birte", "birthe")])
def test_month_or_name_is_found_when_it_is_misspelt(typed: str, meant: str) -> None:
    there = Matter("Kaffe", day=dt.date(2024, 10, 8), present=("Birthe Holm",))
    given = answer(typed, there, "Birthe og oktober", "Ferie")
    assert given.searched_as == meant
    assert "1" in [hit.item.number for hit in given.hits]


@pytest.mark.parametrize("typed", ["=kantinne kantinne", "kantinne~ kantinne"])
def test_only_what_was_replaced_is_said_to_be(typed: str) -> None:
    assert answer(typed, "Kantinen").searched_as == typed.removesuffix("kantinne") + "kantinen"


@pytest.mark.parametrize(
    ("typed", "texts", "meant"),
    [
        ("videovervågning", ("Videoovervågning", "Overvågning på den vide mark"), "videoovervågning"),
        ("budjet", ("Budget", "Bud på en jet"), "budget"),
    ],
)
def test_likely_slip_is_no_compound_of_other_words(typed: str, texts: tuple[str, ...], meant: str) -> None:
    assert answer(typed, *texts).searched_as == meant


def test_rare_word_is_not_replaced_by_a_frequent_one_like_it() -> None:
    given = answer("rigning", "Rigning af telte", *["Ringning til borgere"] * 5)
    assert (given.total, given.searched_as) == (1, None)


def test_name_of_somebody_at_the_meeting_is_not_replaced() -> None:
    given = answer("birtha", Matter("Godkendt.", present=("Birtha Holm",)), "Birthe Krog orienterede.")
    assert given.searched_as is None
    assert given.total == 1


def test_misspelt_word_is_replaced_by_the_more_frequent_of_two_that_are_as_near() -> None:
    assert answer("kolme", "Kolbe", "Kolde", "Kolde").searched_as == "kolde"
    assert answer("kolme", "Kolbe", "Kolbe", "Kolde").searched_as == "kolbe"


def test_word_that_sounds_the_same_is_likelier_than_a_frequent_one() -> None:
    assert answer("kolle", "Kolbe", "Kolbe", "Kolde").searched_as == "kolde"


def test_word_in_plain_letters_is_replaced_by_the_more_frequent_of_two() -> None:
    assert answer("gaver", "Gåver", "Gæver", "Gæver").searched_as == "gæver"


def test_same_first_letter_is_likelier_than_another() -> None:
    assert answer("bolme", "Bolte", "Polme", "Polme").searched_as == "bolte"


def test_right_word_that_no_minutes_hold_is_not_taken_for_a_misspelt_one() -> None:
    given = answer("rolle", "Rulle", "Bolle")
    assert (given.total, given.searched_as) == (0, None)


def test_misspelt_word_of_a_phrase_is_replaced_in_it() -> None:
    assert found('"ny kantinne"', "Ny kantine", "Kantinen er ny") == ["Ny kantine"]


def test_exact_search_replaces_nothing() -> None:
    given = answer("sygefravaer kantinne", "Sygefravær i kantinen", exact=True)
    assert (given.total, given.searched_as) == (0, None)


@pytest.mark.parametrize("typed", ["=sygefravaer", "=kantinne", "=freeseating", "=kvakkel", '="sygefravaer"'])
def test_word_as_written_is_never_replaced(typed: str) -> None:
    given = answer(typed, "Sygefravær i kantinen", "Free seating", "Kvakkelmodul")
    assert (given.total, given.searched_as) == (0, None)


def test_pattern_is_never_replaced() -> None:
    given = answer("kantinn*", "Kantinen")
    assert (given.total, given.searched_as) == (0, None)


def test_word_that_nothing_is_like_stays_and_finds_nothing() -> None:
    given = answer("xylofonkvartet", "Kantinen lukker.")
    assert (given.total, given.searched_as) == (0, None)


def test_searched_as_is_the_query_with_other_words_in_their_places() -> None:
    query = "+ferie kantinne (sygefravaer ELLER løn)"
    given = answer(query, "Ferie i kantine", "Sygefravær", "Løn")
    assert given.searched_as == "+ferie kantine (sygefravær ELLER løn)"


def test_word_typed_twice_is_replaced_twice() -> None:
    assert answer("kantinne ELLER titel:kantinne", "Ny kantine").searched_as == "kantine ELLER titel:kantine"


def test_replaced_word_is_searched_in_the_section_asked_for() -> None:
    given = found("titel:sygefravaer", Matter("Drøftet.", title="Sygefravær"), "Sygefravær i tal")
    assert given == ["Drøftet."]


def test_other_words_find_what_they_find_beside_a_replaced_one() -> None:
    assert found("ferie kantinne", "Ferie i kantine", "Ferie", "Løn") == ["Ferie i kantine", "Ferie"]
