"""What each construct of the query language means, by the items that it finds."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.errors import QueryError
from medsearch.query import Searchable, parse_query
from medsearch.query.nodes import Words

Finds = Callable[..., bool]

WORDS = ("budget", "ferie", "sygefravær", "kantine")
SUBSETS = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)


@pytest.mark.parametrize("text", ["Budget for 2026", "Ferie i uge 29", "Ferie og budget"])
def test_any_of_the_words_is_enough(finds: Finds, text: str) -> None:
    assert finds("budget ferie", text)


def test_an_item_without_any_of_the_words_is_not_found(finds: Finds) -> None:
    assert not finds("budget ferie", "Kantinen holder lukket.")


def test_an_item_with_all_words_is_preferred_to_one_with_some(item: Callable[..., Searchable]) -> None:
    tree = parse_query("budget ferie")
    assert isinstance(tree, Words)
    assert all(node.matches(item("Budget og ferie")) for node in tree.nodes)
    assert not all(node.matches(item("Budget")) for node in tree.nodes)


@pytest.mark.parametrize("typed", ["budget", "budgettet", "Budgetter", "BUDGET"])
def test_a_word_finds_its_inflections_in_any_case(finds: Finds, typed: str) -> None:
    assert finds(typed, "Budgettet er vedtaget.")


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("+budget ferie", "Budget", True),
        ("+budget ferie", "Ferie", False),
        ("ferie +budget", "Ferie", False),
        ("+budget +ferie", "Budget", False),
        ("+budget +ferie", "Ferie før budget", True),
        ('+"fælles ferie" budget', "Budget og ferie i fælles forum", False),
        ("+(ferie barsel) løn", "Barsel", True),
        ("+(ferie barsel) løn", "Løn", False),
    ],
)
def test_what_stands_behind_a_plus_must_occur(finds: Finds, query: str, text: str, found: bool) -> None:
    assert finds(query, text) is found


@pytest.mark.parametrize("sign", ["-", "IKKE ", "NOT "])
@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("budget {}ferie", "Budget", True),
        ("budget {}ferie", "Budget og ferie", False),
        ("{}ferie budget", "Budget", True),
        ("{}ferie budget", "Budget og ferie", False),
        ("{}ferie", "Budget", True),
        ("{}ferie", "Ferie", False),
        ('{}"fælles ferie"', "Ferie, fælles for alle", True),
        ('{}"fælles ferie"', "Om fælles ferie", False),
        ("{}(ferie barsel)", "Barsel", False),
        ("{}(ferie barsel)", "Løn", True),
        ("{}titel:ferie", "Ferie", True),
        ("{}over*", "Overvågning", False),
        ("{}udvalg:HovedMED", "Ferie", True),
        ("{}udvalg:Rådhusservice", "Ferie", False),
        ("budget OG {}ferie", "Budget", True),
        ("budget OG {}ferie", "Budget og ferie", False),
        ("budget OG {}ferie", "Kantine", False),
    ],
)
def test_what_is_excluded_must_not_occur(finds: Finds, sign: str, query: str, text: str, found: bool) -> None:
    assert finds(query.format(sign), text) is found


def test_what_is_excluded_twice_is_wanted(finds: Finds) -> None:
    assert finds("IKKE -ferie", "Ferie")
    assert not finds("IKKE -ferie", "Budget")


@pytest.mark.parametrize("both", ["OG", "AND"])
def test_og_wants_both(finds: Finds, both: str) -> None:
    query = f"budget {both} ferie"
    assert finds(query, "Ferie efter budget")
    assert not finds(query, "Budget")
    assert not finds(query, "Ferie")


@pytest.mark.parametrize("either", ["ELLER", "OR"])
def test_eller_wants_either(finds: Finds, either: str) -> None:
    query = f"+(budget {either} ferie) kantine"
    assert finds(query, "Budget")
    assert finds(query, "Ferie")
    assert not finds(query, "Kantine")


def test_og_binds_closer_than_eller(finds: Finds) -> None:
    assert finds("ferie ELLER barsel OG løn", "Ferie")
    assert not finds("ferie ELLER barsel OG løn", "Løn")


def test_brackets_bind_closest(finds: Finds) -> None:
    assert not finds("(ferie ELLER barsel) OG løn", "Ferie")
    assert finds("(ferie ELLER barsel) OG løn", "Løn under barsel")


@pytest.mark.parametrize(("small", "capital"), [("og", "OG"), ("eller", "ELLER"), ("ikke", "IKKE")])
def test_operators_are_operators_in_capitals_only(finds: Finds, small: str, capital: str) -> None:
    text = "Budget" if capital != "IKKE" else "Ferie"
    assert finds(f"budget {small} ferie", text)
    assert finds(f"budget {capital} ferie", text) is (capital == "ELLER")


@given(SUBSETS, st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_the_operators_are_those_of_logic(finds: Finds, text: str, one: str, other: str) -> None:
    has_one, has_other = one in text, other in text
    assert finds(f"{one} {other}", text) is (has_one or has_other)
    assert finds(f"{one} ELLER {other}", text) is (has_one or has_other)
    assert finds(f"{one} OG {other}", text) is (has_one and has_other)
    assert finds(f"+{one} {other}", text) is has_one
    assert finds(f"IKKE ({one} ELLER {other})", text) is not (has_one or has_other)
    assert finds(f"{one} OG -{other}", text) is (has_one and not has_other)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Den nye overenskomst er trådt i kraft.", True),
        ("Overenskomsten er ny.", False),
        ("Ny lokal overenskomst", False),
    ],
)
def test_a_phrase_wants_its_words_side_by_side_in_order(finds: Finds, text: str, found: bool) -> None:
    assert finds('"nye overenskomst"', text) is found


@pytest.mark.parametrize("quoted", ['"{}"', "“{}”", "”{}”", "„{}“", "»{}«", "«{}»"])
def test_any_pair_of_quotation_marks_makes_a_phrase(finds: Finds, quoted: str) -> None:
    query = quoted.format("fælles ferie")
    assert finds(query, "Om fælles ferie i uge 29")
    assert not finds(query, "Ferie i uge 29")


def test_small_words_count_in_a_phrase(finds: Finds) -> None:
    assert not finds('"ikke godkendt"', "Blev godkendt.")
    assert finds('"taget til efterretning"', "Taget til efterretning.")


def test_a_phrase_does_not_reach_from_one_section_into_the_next(finds: Finds) -> None:
    assert not finds('"nyt budget"', title="Nyt", decision="Budget")


def test_an_operator_in_a_phrase_is_a_word(finds: Finds) -> None:
    assert not finds('"løn ELLER ferie"', "Løn")


def test_as_written_finds_no_other_inflection(finds: Finds) -> None:
    assert finds("=budgettet", "Budgettet er vedtaget.")
    assert not finds("=budgettet", "Budgetter er vedtaget.")


def test_as_written_holds_for_the_next_word_only(finds: Finds) -> None:
    assert finds("+=budgettet +ferien", "Budgettet og ferier")


def test_as_written_holds_for_a_whole_phrase(finds: Finds) -> None:
    assert not finds('="det nye budget"', "De nye budgetter, det nye budgettet")
    assert finds('="det nye budget"', "Om det nye budget")


def test_exact_holds_for_all_words(finds: Finds) -> None:
    assert finds("budgettet", "Budgettet", exact=True)
    assert not finds("budgettet ferien", "Budgetter og ferier", exact=True)


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("over*", "Overvågning", True),
        ("over*", "Videoovervågning", False),
        ("*overvågning", "Videoovervågning", True),
        ("*overvågning", "Overvågning", True),
        ("*overvågning", "Overvågningen", False),
        ("*vågning*", "Videoovervågningen", True),
        ("video*ning", "Videoovervågning", True),
        ("OVER*", "Overvågning", True),
        ("over*,", "Overvågning", True),
        ("titel:over*", "Overvågning", False),
        ("+over* ferie", "Ferie", False),
    ],
)
def test_a_star_stands_for_any_letters(finds: Finds, query: str, text: str, found: bool) -> None:
    assert finds(query, text) is found


def test_a_star_completes_the_word_as_typed_not_its_stem(finds: Finds) -> None:
    assert not finds("sygefraværs*", "Sygefravær")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("titel:budget", True),
        ("title:budget", True),
        ("Titel:budget", True),
        ("titel:ferie", False),
        ("beslutning:ferie", True),
        ("decision:ferie", True),
        ("decision:budget", False),
        ('titel:"nyt budget"', True),
        ('beslutning:"nyt budget"', False),
        ("titel:(ferie budget)", True),
        ("titel:(ferie barsel)", False),
        ("titel:(ferie barsel) beslutning:ferie", True),
        ("titel:=nyt", True),
        ("titel:=nye", False),
        ("+titel:ferie budget", False),
        ("+titel:budget ferie", True),
        ("titel:-budget", False),
        ("-titel:ferie", True),
        ("titel:budget OG beslutning:ferie", True),
        ("titel:budget OG titel:ferie", False),
    ],
)
def test_a_field_looks_in_one_section(finds: Finds, query: str, found: bool) -> None:
    assert finds(query, title="Nyt budget", decision="Ferie") is found


def test_a_field_holds_for_the_next_word_only(finds: Finds) -> None:
    assert finds("titel:budget ferie", "Ferie")


def test_words_without_a_field_are_looked_for_in_the_section_asked_for(finds: Finds) -> None:
    assert finds("budget", title="Budget", field="title")
    assert not finds("budget", "Budget", field="title")


@pytest.mark.parametrize("name", ["udvalg", "committee", "Udvalg", "UDVALG"])
def test_a_committee_narrows_the_words(finds: Finds, name: str) -> None:
    assert finds(f"budget {name}:HovedMED", "Budget", committee="HovedMED")
    assert not finds(f"budget {name}:HovedMED", "Budget")
    assert not finds(f"budget {name}:HovedMED", "Ferie", committee="HovedMED")


@pytest.mark.parametrize(
    "typed", ['"LokalMED Rådhusservice"', "rådhusservice", "LokalMED", '"lokal-med rådhusservice"']
)
def test_a_committee_may_be_named_by_some_of_its_words(finds: Finds, typed: str) -> None:
    assert finds(f"udvalg:{typed}", "Budget")
    assert not finds(f"udvalg:{typed}", "Budget", committee="HovedMED")


def test_a_committee_alone_finds_all_its_items(finds: Finds) -> None:
    assert finds("udvalg:HovedMED", committee="HovedMED")


def test_an_item_of_no_known_committee_is_in_none(finds: Finds) -> None:
    assert not finds("udvalg:HovedMED", committee=None)


def test_either_of_two_committees(finds: Finds) -> None:
    query = "udvalg:HovedMED ELLER udvalg:Rådhusservice budget"
    assert finds(query, "Budget")
    assert not finds(query, "Ferie")
    assert not finds(query, "Budget", committee="FagMED Vej og Park")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("sag:12.34.56-P35-7-24", True),
        ("case:12.34.56-P35-7-24", True),
        ("sag:12.34", True),
        ("sag:12", True),
        ("sag:12.34.56-p35", True),
        ('sag:"12.34.56 P35 7 24"', True),
        ("sag:34.56", False),
        ("sag:12.35", False),
        ("sag:1", False),
        ("-sag:12.34", False),
    ],
)
def test_a_case_is_asked_for_whole_or_by_its_beginning(finds: Finds, query: str, found: bool) -> None:
    assert finds(query, case="12.34.56-P35-7-24") is found


@pytest.mark.parametrize("typed", ["Mette", "mette", "Krog", '"Mette Krog"', '"mette anna krog"', "METTE"])
def test_a_person_is_found_on_the_lists_by_any_part_of_the_name(finds: Finds, typed: str) -> None:
    assert finds(f"person:{typed}", "Budget", present=("Mette Anna Krog",))
    assert finds(f"person:{typed}", "Budget", away=("Mette Anna Krog",))


def test_a_person_is_not_put_together_from_two(finds: Finds) -> None:
    assert not finds('person:"Mette Krog"', "Budget", present=("Mette Lund", "Bodil Krog"))


def test_a_person_is_found_where_the_text_names_one(finds: Finds) -> None:
    assert finds('person:"Mette Krog"', "Mette Krog orienterede.")
    assert not finds('person:"Mette Krog"', "Krog og Mette orienterede.")


def test_a_name_is_not_taken_for_a_word_of_its_stem(finds: Finds) -> None:
    assert not finds("person:Lone", "Løn og lon", present=("Lona Krog",))


@pytest.mark.parametrize(
    ("query", "first_day", "last_day"),
    [
        ("dato:2025", "2025-01-01", "2025-12-31"),
        ("dato:2025-10", "2025-10-01", "2025-10-31"),
        ("dato:2025-10-08", "2025-10-08", "2025-10-08"),
        ("dato:08-10-2025", "2025-10-08", "2025-10-08"),
        ("dato:8.10.2025", "2025-10-08", "2025-10-08"),
        ("dato:8/10-2025", "2025-10-08", "2025-10-08"),
        ('dato:"8. oktober 2025"', "2025-10-08", "2025-10-08"),
        ('dato:"oktober 2025"', "2025-10-01", "2025-10-31"),
        ("dato:2025-10..2025-12", "2025-10-01", "2025-12-31"),
        ("dato:2024..2025", "2024-01-01", "2025-12-31"),
        ("dato:30.9.2025..2025-10-08", "2025-09-30", "2025-10-08"),
        ('dato:"1. maj 2025..oktober 2025"', "2025-05-01", "2025-10-31"),
        ("date:2025-10..2025-12", "2025-10-01", "2025-12-31"),
        ("dato:2024-02", "2024-02-01", "2024-02-29"),
        ("år:2025", "2025-01-01", "2025-12-31"),
        ("aar:2025", "2025-01-01", "2025-12-31"),
        ("year:2025", "2025-01-01", "2025-12-31"),
    ],
)
def test_dates_hold_from_their_first_day_to_their_last(finds: Finds, query: str, first_day: str, last_day: str) -> None:
    first, last, one = dt.date.fromisoformat(first_day), dt.date.fromisoformat(last_day), dt.timedelta(days=1)
    days = (first - one, first, last, last + one)
    assert [finds(query, day=day) for day in days] == [False, True, True, False]


def test_a_range_may_be_open_on_one_side(finds: Finds) -> None:
    day = dt.date(2025, 10, 8)
    assert finds("dato:2025-10-08..", day=day)
    assert finds("dato:..2025-10-08", day=day)
    assert not finds("dato:2025-10-09..", day=day)
    assert not finds("dato:..2025-10-07", day=day)


def test_a_meeting_without_a_date_lies_in_no_range(finds: Finds) -> None:
    assert not finds("dato:1990..", day=None)


def test_a_year_narrows_the_words(finds: Finds) -> None:
    assert not finds("budget år:2025", "Ferie")
    assert not finds("budget år:2024", "Budget")
    assert finds("budget år:2025", "Budget")
    assert not finds("budget -år:2025", "Budget")


def test_filters_of_different_kinds_narrow_together(finds: Finds) -> None:
    query = "udvalg:HovedMED år:2025"
    assert finds(query, committee="HovedMED")
    assert not finds(query)
    assert not finds(query, committee="HovedMED", day=dt.date(2024, 1, 1))


@pytest.mark.parametrize("query", ["hvad blev der besluttet om budgettet?", "om budget", "budget, men hvad?"])
def test_words_that_say_nothing_are_left_out(finds: Finds, query: str) -> None:
    assert finds(query, "Budget")
    assert not finds(query, "Hvad der var om og så blev")


@pytest.mark.parametrize("query", ["om", "hvad om", "OM"])
def test_words_that_say_nothing_are_searched_where_there_are_no_others(finds: Finds, query: str) -> None:
    assert finds(query, "Hvad er det om? OM det?")
    assert not finds(query, "Budget")


def test_a_plus_keeps_a_word_that_says_nothing(finds: Finds) -> None:
    assert not finds("budget +om", "Budget")
    assert finds("budget +om", "Om budget")


def test_med_in_capitals_is_the_committee(finds: Finds) -> None:
    assert finds("MED", "Sagen drøftes i MED.")
    assert not finds("MED", "Kaffe med brød")


def test_med_in_small_letters_says_nothing(finds: Finds) -> None:
    assert not finds("kaffe med brød", "Sagen drøftes i MED med alle.")


@given(
    st.lists(st.sampled_from(["budget", "+", "-", "OG", "ELLER", "ferie", "med", "år:2025", '"', "over*"]), max_size=8)
)
def test_brackets_around_a_whole_query_change_nothing(item: Callable[..., Searchable], signs: list[str]) -> None:
    query = " ".join(signs).replace("+ ", "+").replace("- ", "-")
    try:
        plain = parse_query(query)
    except QueryError:
        return
    for text in ("Budget", "Ferie med budget", "Overvågning"):
        asked = item(text)
        assert parse_query(f"({query})").matches(asked) is plain.matches(asked)
