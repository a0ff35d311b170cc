"""Words and tokens: that all spellings of a word meet, and that MED is not med."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.language.words import fold_case, plain_tokens, tokens


def _written(text: str) -> list[str]:
    return [token.written for token in tokens(text)]


def _stems(text: str) -> set[str]:
    return {token.stem for token in tokens(text)}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("IT-service", {"it", "service", "itservice"}),
        ("IT\u2011service", {"it", "service", "itservice"}),
        ("it service", {"it", "service"}),
        ("itservice", {"itservice"}),
        ("MEDudvalg", {"MED", "udvalg", "medudvalg"}),
        ("MED-udvalg", {"MED", "udvalg", "medudvalg"}),
        ("MED udvalg", {"MED", "udvalg"}),
        ("LokalMED", {"lokal", "MED", "lokalmed"}),
        ("Lokal-MED", {"lokal", "MED", "lokalmed"}),
        ("HovedMED", {"hoved", "MED", "hovedmed"}),
        ("KL's", {"KL"}),
        ("KL’s", {"KL"}),
        ("MUS'er", {"mus"}),
        ("MED's", {"MED"}),
        ("og/eller", {"og", "eller"}),
        ("server- og netværksdrift", {"server", "og", "netværksdrift"}),
        ("Ærø, Århus!", {"ærø", "århus"}),
        ("café", {"café"}),
        ("2. level", {"2", "level"}),
    ],
)
def test_word_is_found_in_its_parts_and_joined(text: str, written: set[str]) -> None:
    assert set(_written(text)) == written


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("IT-service", "it service"),
        ("IT-service", "itservice"),
        ("MED-udvalg", "MEDudvalg"),
        ("MEDudvalget", "MED udvalg"),
        ("MEDudvalget", "medudvalget"),
        ("LokalMED", "lokal-MED"),
        ("LokalMED", "lokalmed"),
        ("LokalMED", "LOKALMED"),
        ("HovedMED's", "hovedmed"),
        ("MUSer", "MUS"),
        ("APVen", "APV"),
        ("Arbejds miljø", "arbejdsmiljøet"),
        ("sygefraværs samtaler", "sygefraværssamtale"),
        ("152.000", "152000"),
        ("e-mail", "email"),
    ],
)
def test_spellings_of_a_word_meet(one: str, other: str) -> None:
    assert _stems(one) & _stems(other)


@pytest.mark.parametrize(
    ("text", "joined"), [("1.152.000", "1152000"), ("152.000", "152000"), ("12-12-2025", "12122025")]
)
def test_number_is_found_in_its_parts_and_joined(text: str, joined: str) -> None:
    assert joined in _written(text)


def test_committee_is_not_the_preposition() -> None:
    assert [token.stem for token in tokens("med i MED")] == ["med", "i", "MED"]


@pytest.mark.parametrize(
    ("word", "folded"),
    [("MED", "MED"), ("med", "med"), ("Med", "med"), ("I", "i"), ("IT", "it"), ("APV", "apv"), ("Ø", "ø")],
)
def test_only_stop_words_in_capitals_keep_them(word: str, folded: str) -> None:
    assert fold_case(word) == folded


@pytest.mark.parametrize(
    "text",
    [
        "Åbne døre",  # no linking s
        "Arbejds, miljø",
        "Arbejds  miljø",
        "arbejds Miljø",
        "deres miljø",
        "hus til",
    ],
)
def test_words_that_conversion_did_not_tear_are_not_joined(text: str) -> None:
    assert len(tokens(text)) == 2


def test_joined_word_stands_where_its_parts_stand() -> None:
    text = "Ny IT-service nu"
    places = {token.written: (token.position, text[token.start : token.end]) for token in tokens(text)}
    assert places == {
        "ny": (0, "Ny"),
        "it": (1, "IT"),
        "service": (2, "service"),
        "itservice": (1, "IT-service"),
        "nu": (3, "nu"),
    }


def test_torn_word_stands_where_its_halves_stand() -> None:
    text = "Godt arbejds miljø her"
    joined = next(token for token in tokens(text) if token.written == "arbejdsmiljø")
    assert (joined.position, text[joined.start : joined.end]) == (1, "arbejds miljø")


def test_neighbouring_words_have_neighbouring_positions() -> None:
    assert [token.position for token in tokens("Vi drøftede planen.")] == [0, 1, 2]


@pytest.mark.parametrize("text", ["", " \n", "…–- .,:;!?", "****", "_"])
def test_text_without_words_has_no_tokens(text: str) -> None:
    assert tokens(text) == []


_danish = st.text(alphabet="abcdesæøåABMEDÆØÅ0123 -.,/'’\n")


@given(st.text() | _danish)
def test_tokens_stand_within_the_text(text: str) -> None:
    for token in tokens(text):
        assert 0 <= token.start < token.end <= len(text)
        assert token.written
        assert token.stem


@given(_danish)
def test_positions_count_on_from_the_first_word_without_gaps(text: str) -> None:
    positions = {token.position for token in tokens(text)}
    assert positions == set(range(len(positions)))


@given(_danish)
def test_a_word_alone_gives_the_tokens_that_it_gives_in_a_text(text: str) -> None:
    alone = _written(text)
    assert _written(f"{text}\n\n.") == alone


def test_decimals_make_no_other_number() -> None:
    assert "42" not in _written("4,2 km")


@given(st.lists(st.sampled_from(["drøftede", "planen", "IT-service", "LokalMED", "KL's", "3,5"]), max_size=6))
def test_order_of_words_is_kept(words: list[str]) -> None:
    assert _written(" ".join(words)) == [written for word in words for written in _written(word)]


def test_capitals_set_apart_by_conversion_are_found_joined() -> None:
    written = [token.written for token in tokens("Puljen hedder E S P og er ny. Punkt A drøftes.")]
    assert "esp" in written
    assert {"e", "s", "p", "a"} <= set(written)
    token = next(token for token in tokens("I M E D aftalen") if token.written in {"IMED", "imed"})
    assert (token.position, token.start, token.end) == (0, 0, 7)


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("MUSer", "mus"),
        ("MUSen", "mus"),
        ("MUSens", "mus"),
        ("APVen", "apv"),
        ("APVens", "apv"),
        ("APV'en", "apv"),
        ("APV’erne", "apv"),
        ("FTRer", "ftr"),
        ("AMRs", "amr"),
        ("KLs", "KL"),
    ],
)
def test_inflected_abbreviation_is_found_by_the_abbreviation(text: str, stem: str) -> None:
    assert [token.stem for token in tokens(text)] == [stem]


@pytest.mark.parametrize(
    ("text", "written"), [("MUSer", "muser"), ("APVen", "apven"), ("KLs", "kls"), ("MUS'er", "mus")]
)
def test_inflected_abbreviation_is_kept_as_written(text: str, written: str) -> None:
    assert _written(text) == [written]


@pytest.mark.parametrize("word", ["Muser", "muser", "Apven", "Uden", "IVer"])
def test_word_that_is_no_abbreviation_is_stemmed_as_ever(word: str) -> None:
    assert len(tokens(word)) == 1
    assert tokens(word)[0].written == word.lower()


@pytest.mark.parametrize(
    ("one", "other"), [("ARBEJDSMILJØ", "arbejdsmiljø"), ("Budget", "budget"), ("ÅRSPLAN", "Årsplan")]
)
def test_capitals_make_no_other_word(one: str, other: str) -> None:
    assert _written(one) == _written(other)


def test_authority_is_not_the_conjunction() -> None:
    assert [token.stem for token in tokens("AT siger at")][::2] == ["AT", "at"]


@given(_danish)
def test_every_position_has_one_plain_token(text: str) -> None:
    plain = plain_tokens(text)
    assert [token.position for token in plain] == list(range(len(plain)))
    assert set(plain) <= set(tokens(text))


def test_plain_tokens_leave_joined_words_out() -> None:
    assert [token.written for token in plain_tokens("Ny IT-service i LokalMED")] == [
        "ny",
        "it",
        "service",
        "i",
        "lokal",
        "MED",
    ]
