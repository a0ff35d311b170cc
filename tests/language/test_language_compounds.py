"""Compounds: words that are found by their parts, and words that only look like compounds."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.language.compounds import follows_med, parts_in, parts_of, split
from medsearch.language.lexicon import lexicon
from medsearch.language.tables import read_lines
from medsearch.language.words import tokens


def _stems(word: str) -> list[str]:
    return [part.stem for part in split(word)]


def _found(text: str) -> list[tuple[str, str]]:
    return [(part, text[token.start : token.end]) for part, token in parts_in(text, tokens(text))]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        # As they are.
        ("videoovervågning", "video overvågning"),
        ("kameraovervågning", "kamera overvågning"),
        ("skolebestyrelse", "skole bestyrelse"),
        ("budgetopfølgning", "budget opfølgning"),
        ("vagtplan", "vagt plan"),
        ("kommunalbestyrelse", "kommunal bestyrelse"),
        # With a linking s.
        ("trivselsundersøgelse", "trivsel undersøgelse"),
        ("sikkerhedsrepræsentant", "sikkerhed repræsentant"),
        ("årsregnskab", "år regnskab"),
        # With a linking e.
        ("hundehus", "hund hus"),
        ("folkeafstemning", "folk afstemning"),
        # First parts with a form of their own.
        ("arbejdsmiljø", "arbejde miljø"),
        ("børnehave", "barn have"),
        ("nattevagt", "nat vagt"),
        ("skattevæsen", "skat væsen"),
        ("småbørn", "lille barn"),
        ("forældremøde", "forælder møde"),
        ("billedkunst", "billede kunst"),
        ("tilskudsregler", "tilskud regel"),
        ("øjenlæge", "øje læge"),
        # First parts of two letters.
        ("byråd", "by råd"),
        ("elcykel", "el cykel"),
        ("tvskærm", "tv skærm"),
        # Three parts and more.
        ("børnetandpleje", "barn tand pleje"),
        ("arbejdspladsvurdering", "arbejde plads vurdering"),
        ("sygefraværsrapporter", "syg fravær rapport"),
        ("halvårsregnskab", "halv år regnskab"),
        # As the table says.
        ("årsrapport", "år rapport"),
        ("fodboldspiller", "fod bold spiller"),
        ("viceborgmester", "vic borgmester"),
        ("kvadratkilometer", "kvadrat kilo meter"),
    ],
)
def test_compound_is_split_into_its_parts(word: str, parts: str) -> None:
    assert _stems(word) == parts.split()


@pytest.mark.parametrize(
    ("compound", "inflections"),
    [
        ("arbejdsmiljø", "arbejdsmiljøet arbejdsmiljøets"),
        ("cykelsti", "cykelstien cykelstier cykelstierne"),
        ("skolebestyrelse", "skolebestyrelsen skolebestyrelser skolebestyrelsernes"),
        ("legeplads", "legepladsen legepladser"),
        ("småbarn", "småbørn småbørnene"),
        ("årstid", "årstiden årstider"),
        ("medudvalg", "medudvalget medudvalgene medudvalgets"),
    ],
)
def test_inflections_of_a_compound_have_its_parts(compound: str, inflections: str) -> None:
    assert {parts_of(form) for form in inflections.split()} == {parts_of(compound)}


@pytest.mark.parametrize(
    "word",
    [
        # Prefixes and suffixes that are other words as well.
        "udvalg",
        "afdeling",
        "nedlæggelse",
        "fællesskab",
        "mandskab",
        "godkendelse",
        "beslutning",
        "fyring",
        # Inflections that could be compounds.
        "haller",
        "hallerne",
        "drengene",
        "skemaer",
        # Known as a whole: rare links are not tried.
        "medarbejder",
        "rengøring",
        # The table says so.
        "vejledning",
        "grundlag",
        "borgmester",
        "årsag",
        "øjeblik",
        # Too short, too long, no word.
        "",
        "by",
        "plan",
        "skole" * 13,
        "skole-have",
        "skole have",
        "skole2have",
        "2025",
        "xyzzykvrt",
    ],
)
def test_word_that_is_no_compound_stays_whole(word: str) -> None:
    assert split(word) == ()
    assert parts_of(word) == ()


def test_long_compound_is_made_of_shorter_ones() -> None:
    assert parts_of("sygefraværsrapporter") == ("syg", "fravær", "rapport", "sygefravær", "fraværsrapport")


def test_compound_of_two_is_not_a_part_of_itself() -> None:
    assert parts_of("vagtplan") == ("vagt", "plan")


@pytest.mark.parametrize("word", ["medudvalg", "medudvalget", "medmøde", "medaftale", "hovedmed", "lokalmed", "fagmed"])
def test_committee_in_a_word_is_not_the_preposition(word: str) -> None:
    assert "MED" in parts_of(word)
    assert "med" not in parts_of(word)


@pytest.mark.parametrize("word", ["udvalg", "udvalget", "aftale", "aftaler", "møder", "organisationen"])
def test_word_that_names_things_of_med_follows_it(word: str) -> None:
    assert follows_med(word)


@pytest.mark.parametrize("word", ["", "plan", "hus", "arbejder", "lem", "udvalg "])
def test_other_words_do_not_follow_med(word: str) -> None:
    assert not follows_med(word)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("hundehuset", ["hund", "huset"]),
        ("trivselsundersøgelsen", ["trivsel", "undersøgelsen"]),
        ("arbejdsmiljøet", ["arbejds", "miljøet"]),
        ("årstiderne", ["år", "tiderne"]),
        ("medudvalgets", ["med", "udvalgets"]),
        ("sygefraværsrapporter", ["syge", "fravær", "rapporter"]),
    ],
)
def test_parts_stand_where_they_are_read(word: str, pieces: list[str]) -> None:
    assert [word[part.start : part.end] for part in split(word)] == pieces


@pytest.mark.parametrize("text", ["Cykelsti", "cykelsti", "CYKELSTI", "Ny cykelsti", "Cykelsti, Børnehave"])
def test_compound_is_found_by_its_parts_in_any_letters(text: str) -> None:
    assert {"cykel", "sti"} <= {part for part, _ in _found(text)}


def test_parts_come_with_the_compound_they_are_of() -> None:
    text = "En ny cykelsti ved skolehaven."
    assert _found(text) == [
        ("cykel", "cykelsti"),
        ("sti", "cykelsti"),
        ("skole", "skolehaven"),
        ("have", "skolehaven"),
    ]


@pytest.mark.parametrize("name", ["Kirsten Engmark", "Karl Skovgård Holmgård", "Hr. Karl Engmark", "Engmark Holmgård"])
def test_name_has_no_parts(name: str) -> None:
    assert _found(name) == []


@pytest.mark.parametrize(
    "text", ["Engmark siger", "kirsten engmark", "den Engmark", "Karl, Engmark", "Karl og Engmark"]
)
def test_capital_alone_makes_no_name(text: str) -> None:
    assert {part for part, _ in _found(text)} == {"eng", "mark"}


def test_compound_beside_a_name_keeps_its_parts() -> None:
    assert _found("en skolehave, Birgit Skovgård") == [("skole", "skolehave"), ("have", "skolehave")]


@pytest.mark.parametrize("text", ["", "IT-sikkerhed", "MED-udvalget", "skole-have", "p-plads", "2025", "12-12-2025"])
def test_word_in_parts_already_gives_no_others(text: str) -> None:
    assert _found(text) == []


def test_compound_in_a_hyphen_word_is_found_by_its_parts() -> None:
    assert {("arbejde", "arbejdsmiljø"), ("miljø", "arbejdsmiljø")} <= set(_found("arbejdsmiljø-gruppe"))


def test_every_word_that_the_table_leaves_whole_stays_whole() -> None:
    whole = [line.removesuffix(":") for line in read_lines("lexicon/compounds") if line.endswith(":")]
    assert [word for word in whole if split(word)] == []


def test_every_word_that_the_table_cuts_is_cut_as_it_says() -> None:
    cut = {head: rest.split() for head, _, rest in (line.partition(":") for line in read_lines("lexicon/compounds"))}
    assert [word for word, pieces in cut.items() if len(split(word)) != len(pieces)] == []
    assert [word for word, pieces in cut.items() if pieces and split(word)[-1].end != len(word)] == []


_letters = st.text("abdefghijklmnoprstuvyæøå", max_size=30)
_compounds = st.lists(
    st.sampled_from("arbejds børne cykel skole møde fravær s e syge plads planer huset med udvalg år hallerne".split()),
    max_size=6,
).map("".join)


@given(st.text() | _letters | _compounds)
def test_any_text_can_be_split(text: str) -> None:
    parts = split(text)
    assert len(parts) != 1
    assert all(part.stem for part in parts)
    assert all(part.start < part.end <= len(text) for part in parts)
    assert parts_of(text) == tuple(dict.fromkeys(parts_of(text)))


@given(_letters | _compounds)
def test_parts_cover_the_word_but_for_its_links(word: str) -> None:
    parts = split(word)
    if not parts:
        return
    ends, starts = [part.end for part in parts], [part.start for part in parts]
    assert (starts[0], ends[-1]) == (0, len(word))
    between = [word[end:start] for end, start in zip(ends, starts[1:], strict=False)]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    assert set(between) <= {"", "s", "e"}


@given(st.text() | st.lists(_compounds | st.sampled_from(["Karl", "Engmark", "IT-drift", "-", "MED"])).map(" ".join))
def test_any_text_can_be_asked_for_parts(text: str) -> None:
    found = tokens(text)
    given_parts = list(parts_in(text, found))
    assert all(part and token in found for part, token in given_parts)
    starts = [token.start for _, token in given_parts]
    assert starts == sorted(starts)


@pytest.mark.parametrize("word", ["a" * 60, "e" * 60, "skole" * 12, "arbejdsplads" * 5, "børnehave" * 6, "s" * 10_000])
def test_long_word_is_split_quickly(word: str) -> None:
    lexicon()
    split.cache_clear()
    began = perf_counter()
    split(word)
    assert perf_counter() - began < 0.5


@pytest.mark.parametrize("word", ["skole" * 2_000, "æ" * 10_000])
def test_endless_word_has_no_parts(word: str) -> None:
    assert parts_of(word) == ()
    assert _found(word) == []
