"""What the parser forgives, what it explains, and that nothing typed can break or stall it."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.errors import ExitCode, MedsearchError, QueryError, UsageError
from medsearch.query import Searchable, parse_query
from medsearch.query.parsing import LONGEST_QUERY

Finds = Callable[..., bool]

COMMITTEES = ("FagMED Vej og Park", "HovedMED", "LokalMED Rådhusservice")
PIECES = [
    *("(", ")", '"', "”", "»", "+", "-", "=", "*", "~", ":", "..", ".", ",", "/", " ", "  ", "\n", "\t", "\\", "\0"),
    *("OG", "ELLER", "IKKE", "AND", "OR", "NOT", "og", "med", "MED", "budget", "IT-service", "over*", "12.34", "P35"),
    *(
        "titel:",
        "beslutning:",
        "udvalg:",
        "sag:",
        "person:",
        "dato:",
        "år:",
        "udvlg:",
        "HovedMED",
        "2025-10",
        "8.10.25",
    ),
    *("😀", "\u0301", "İ", "ß", "ﬁ", "\u200b", "\ufeff", "١٢", "漢字"),
]
TYPED = st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def mistake_in(query: str) -> QueryError:
    with pytest.raises(QueryError) as caught:
        parse_query(query, committees=lambda: COMMITTEES)
    return caught.value


@pytest.mark.parametrize(
    "query",
    [
        '"budget',
        'budget"',
        'bud"get budget',
        "budget ”",
        '"" budget',
        '"   " budget',
        'budget ELLER ""',
        "budget -",
        "- budget",
        "+ budget",
        "= budget",
        "budget +",
        "budget =",
        "budget - -",
        "(budget -)",
        "(budget =)",
        'budget -"',
        "budget ()",
        "() budget",
        "budget -()",
        "budget & % § / \\ ! ? ; , . # @ ^ | <> {} [] ~",
        "budget…",
        "budget?!",
        "  budget\t\n",
        "\u00a0budget\u00a0",
        "😀 budget",
        "budget👍",
        "budget 👩\u200d💼",
        "budget 'ferie",
        "budget:",
        "budget: ferie",
        "budget :",
        "budget **",
        "=budget =",
    ],
)
def test_a_stray_character_does_not_keep_the_word_from_being_found(finds: Finds, query: str) -> None:
    assert finds(query, "Budget")


def test_an_unpaired_quotation_mark_leaves_single_words(finds: Finds) -> None:
    assert finds('"fælles ferie', "Ferie")


def test_a_lone_hyphen_excludes_nothing(finds: Finds) -> None:
    assert finds("budget - ferie", "Budget og ferie")


@pytest.mark.parametrize("query", ["IT-service", "it-service", "IT\u2011service", "IT‐service"])
@pytest.mark.parametrize("text", ["IT-service", "Vores IT service", "itservice"])
def test_a_hyphen_in_a_word_excludes_nothing(finds: Finds, query: str, text: str) -> None:
    assert finds(query, text)


def test_signs_inside_a_word_are_no_signs(finds: Finds) -> None:
    assert finds("C++", "Kursus i C++")
    assert finds("a=b", "a=b")


def test_a_word_before_a_colon_is_a_word(finds: Finds) -> None:
    assert finds("kantine:lukket", "Kantine")


def test_a_word_with_a_colon_and_a_space_is_a_word_even_where_it_is_nearly_a_field(finds: Finds) -> None:
    assert finds("beslutninger: budget", "Budget")


def test_an_address_on_the_web_is_no_field(finds: Finds) -> None:
    assert finds("http://ravnsø.example/referat", "Se http://ravnsø.example/referat.")


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("(budget", 0),
        ("løn (budget", 4),
        ("løn (budget (ferie)", 4),
        ("(løn (budget)", 0),
        ("budget (", 7),
        ("budget)", 6),
        ("(budget))", 8),
        (") budget", 0),
    ],
)
def test_a_bracket_without_its_other_is_shown(query: str, place: int) -> None:
    assert mistake_in(query).position == place


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("budget OG", 7),
        ("budget AND", 7),
        ("budget ELLER", 7),
        ("løn budget OR", 11),
        ("OG budget", 0),
        ("ELLER budget", 0),
        ("løn (OG budget)", 5),
        ("(budget ELLER) løn", 8),
        ("budget IKKE", 7),
        ("(budget NOT)", 8),
        ("IKKE", 0),
    ],
)
def test_an_operator_without_its_word_is_shown(query: str, place: int) -> None:
    assert mistake_in(query).position == place


def test_an_operator_without_its_word_can_be_meant_as_a_word() -> None:
    assert "small letters" in mistake_in("budget OG").advice


@pytest.mark.parametrize(
    ("query", "place"), [("titel:", 0), ("løn titel:", 4), ("dato:", 0), ("(titel:)", 1), ("titel: OG budget", 0)]
)
def test_a_field_with_nothing_behind_it_is_shown(query: str, place: int) -> None:
    assert mistake_in(query).position == place


@pytest.mark.parametrize(
    ("query", "place", "meant"),
    [
        ("udvlg:HovedMED", 0, "udvalg:"),
        ("budget udvlg:HovedMED", 7, "udvalg:"),
        ("Udvlag:HovedMED", 0, "udvalg:"),
        ("beslutnig:ferie", 0, "beslutning:"),
        ("comittee:HovedMED", 0, "committee:"),
        ("-beslutnng:ferie", 1, "beslutning:"),
        ("(persn:Mette)", 1, "person:"),
    ],
)
def test_a_misspelt_field_is_shown_with_what_was_meant(query: str, place: int, meant: str) -> None:
    mistake = mistake_in(query)
    assert mistake.position == place
    assert meant in mistake.advice


@pytest.mark.parametrize("query", ["", "   ", '""', "-", "+", "()", "😀", "?!", "~", "(-)", "**"])
def test_a_query_without_any_word_is_refused(query: str) -> None:
    assert "nothing" in mistake_in(query).message


@pytest.mark.parametrize("typed", ["2025-02-30", "2025-13", "31.9.2025", "00-10-2025", "29.2.2025", "2025-02-30.."])
def test_a_date_that_does_not_exist_is_named(typed: str) -> None:
    with pytest.raises(UsageError, match=typed.strip(".")):
        parse_query(f"budget dato:{typed}")


def test_the_29th_of_february_exists_in_leap_years_only(finds: Finds) -> None:
    finds("dato:29.2.2024")
    with pytest.raises(UsageError):
        finds("dato:29.2.2025")


def test_what_is_no_date_is_answered_with_how_to_write_one() -> None:
    with pytest.raises(UsageError) as caught:
        parse_query("dato:snart")
    assert "2025-10-08" in caught.value.advice


@pytest.mark.parametrize("typed", ["2025-12..2025-10", "2025..2024", "9.10.2025..8.10.2025", ".."])
def test_a_range_that_holds_no_day_is_refused(typed: str) -> None:
    with pytest.raises(UsageError):
        parse_query(f"dato:{typed}")


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("HovdMED", "HovedMED"),
        ("Rådhuservice", "LokalMED Rådhusservice"),
        ('"FagMED Vej og Prak"', "FagMED Vej og Park"),
    ],
)
def test_an_unknown_committee_is_answered_with_the_nearest(typed: str, nearest: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_query(f"budget udvalg:{typed}", committees=lambda: COMMITTEES)
    assert typed.strip('"') in caught.value.message
    assert nearest in caught.value.advice


def test_the_nearest_committee_stands_first() -> None:
    with pytest.raises(UsageError, match="HovdMED") as caught:
        parse_query("udvalg:HovdMED", committees=lambda: COMMITTEES)
    assert "are: HovedMED" in caught.value.advice


@pytest.mark.parametrize("query", ["person:!", 'person:""', "sag:!", "udfald:gult", 'udvalg:""'])
def test_a_filter_with_a_value_that_means_nothing_is_refused(query: str) -> None:
    with pytest.raises(UsageError):
        parse_query(query, committees=lambda: COMMITTEES)


def test_a_mistake_in_a_query_ends_with_the_exit_code_of_wrong_usage() -> None:
    assert mistake_in("(budget").exit_code is ExitCode.WRONG_USAGE


def test_a_mistake_carries_the_query_that_it_is_in() -> None:
    assert mistake_in("løn (budget").query == "løn (budget"


@given(TYPED)
def test_whatever_is_typed_is_read_or_explained(typed: str) -> None:
    try:
        parse_query(typed, committees=lambda: COMMITTEES)
    except MedsearchError as mistake:
        assert mistake.message
        assert mistake.advice
        assert 0 <= getattr(mistake, "position", 0) <= len(typed)


@given(TYPED)
def test_the_same_query_means_the_same_each_time(typed: str) -> None:
    def outcome() -> object:
        try:
            return parse_query(typed, committees=lambda: COMMITTEES)
        except MedsearchError as mistake:
            return mistake.message, mistake.advice, getattr(mistake, "position", None)

    assert outcome() == outcome()


@given(TYPED)
def test_whatever_can_be_read_can_be_asked(item: Callable[..., Searchable], typed: str) -> None:
    try:
        tree = parse_query(typed, committees=lambda: COMMITTEES)
    except MedsearchError:
        return
    assert tree.matches(item("Budget", title="IT-service")) in (True, False)


@pytest.mark.parametrize(
    "piece",
    ["(", ")", "()", "*", "a*", '"', "a ", "a-", "a:", "ab:x ", "a OG ", "1.", "2025-10 ", "sag:1 ", "-a ", "😀", "a"],
)
def test_the_longest_query_is_answered_at_once(item: Callable[..., Searchable], piece: str) -> None:
    query = (piece * LONGEST_QUERY)[:LONGEST_QUERY]
    begin = time.monotonic()
    try:
        parse_query(query).matches(item("Budget for arbejdsmiljø"))
    except QueryError as mistake:
        assert 0 <= mistake.position <= len(query)
    assert time.monotonic() - begin < 10


def test_a_query_longer_than_any_is_refused() -> None:
    assert mistake_in("a " * LONGEST_QUERY).position == LONGEST_QUERY


def test_brackets_in_brackets_are_read_as_deep_as_people_nest_them(finds: Finds) -> None:
    assert finds("(" * 20 + "budget" + ")" * 20, "Budget")
