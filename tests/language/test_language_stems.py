"""Stems: inflections of a word that meet, and words that do not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.language.stems import beginning, stem
from medsearch.language.stop_words import is_stop_word


@pytest.mark.parametrize(
    "forms",
    [
        # What the Snowball stemmer misses and the table of exceptions promises.
        "budget budgettet budgetter budgetterne",
        "dagsorden dagsordenen dagsordener",
        "center centre centret centeret centrene",
        "kursus kurser kurset kurserne",
        "trussel trusler truslen",
        "uge ugen uger",
        "by byen byer",
        "år året årene",
        "plads pladser pladsen",
        "ny nyt nye",
        "godkende godkendte godkendt",
        "beslutte besluttede besluttet",
        "løn lønnen lønninger",
        "formand formænd formanden",
        "barn børn barnet",
        "bog bøger bogen",
        "mand mænd manden",
        "cykel cykler cyklen",
        "regel regler reglerne",
        "udsætte udsat udsættes",
        # The same at the end of compounds.
        "driftscenter driftscentre driftscentret",
        "arbejdsplads arbejdspladser arbejdspladsen",
        "vikarbudget vikarbudgettet vikarbudgetter",
        "grundkursus grundkurser",
        "næstformand næstformænd næstformanden",
        "elcykel elcykler",
        "arbejdstidsaftale arbejdstidsaftaler arbejdstidsaftalen",
        # What the Snowball stemmer knows.
        "overvågning overvågningen",
        "videoovervågning videoovervågningen videoovervågnings",
        "referat referatet referater",
        "udvalg udvalget udvalgene udvalgets",
        "medarbejder medarbejdere medarbejderne medarbejdernes",
        "samtale samtaler samtalerne",
        "retningslinje retningslinjer retningslinjerne",
        "politik politikken politikker",
        "orientering orienteringen",
    ],
)
def test_inflections_of_a_word_meet(forms: str) -> None:
    assert {stem(form) for form in forms.split()} == {stem(forms.split(maxsplit=1)[0])}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("valg", "valgt"),
        ("center", "cent"),
        ("forlig", "for"),
        ("løn", "lone"),
        ("fraværende", "fravær"),
        ("fraværende", "fraværet"),
        ("by", "bytte"),
        ("mand", "mandat"),
        ("nat", "natur"),
        ("regel", "regent"),
        ("budget", "bud"),
        ("bog", "bogstav"),
        ("kursus", "kurs"),
    ],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["2025", "p35", "ø2", "24"])
def test_word_with_figures_is_its_own_stem(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize("word", ["løn", "læge", "råd"])
def test_danish_letters_stay_in_the_stem(word: str) -> None:
    assert stem(word)[1] == word[1]


@given(st.text(alphabet="abdegiklmnorstuvyæøå", min_size=1, max_size=20))
def test_every_word_has_a_stem(word: str) -> None:
    assert stem(word)


@given(st.sampled_from("energi drifts videns frivillig".split()), st.sampled_from(["center centre centret centrene"]))
def test_last_part_of_a_compound_is_inflected_as_alone(first: str, forms: str) -> None:
    assert all(stem(first + one) == stem(first + other) for one, other in pairwise(forms.split()))


@pytest.mark.parametrize(
    "forms",
    [
        "kommune kommunes kommunens kommunernes",
        "godkende godkendes godkendtes godkendte",
        "drøfte drøftes drøftedes drøftet",
        "stor stort store større størst største",
        "aktiv aktivt aktive aktivest aktiveste",
        "skolebog skolebøger skolebøgerne skolebogens",
        "tillidsmand tillidsmænd tillidsmændene",
        "plejebarn plejebørn plejebørnene",
    ],
)
def test_genitives_passives_and_degrees_meet_their_word(forms: str) -> None:
    assert {stem(form) for form in forms.split()} == {stem(forms.split(maxsplit=1)[0])}


@pytest.mark.parametrize("word", ["bog", "godkende", "kommune", "aktiv", "driftscenter", "skolebog", "kunstgræsbane"])
def test_stem_of_a_stem_is_itself(word: str) -> None:
    assert stem(stem(word)) == stem(word)


@pytest.mark.parametrize(
    ("word", "begins"),
    [
        ("bøger", "b"),
        ("mænd", "m"),
        ("håndbøger", "håndb"),
        ("centrene", "cent"),
        ("plejecentre", "plejecent"),
        ("kurser", "kurs"),
        ("godkendelsen", "godkendels"),
        ("referater", "referat"),
        ("xyzzy", "xyzzy"),
    ],
)
def test_inflections_of_a_stem_begin_alike(word: str, begins: str) -> None:
    assert beginning(stem(word)) == begins


@pytest.mark.parametrize(
    "forms",
    [
        "bog bogen bøger bøgerne",
        "skolebog skolebøger",
        "center centre centret",
        "kursus kurser",
        "godkende godkendt godkendes",
        "aftale aftaler aftalens",
        "trussel trusler truslen",
    ],
)
def test_every_inflection_begins_as_its_stem_says(forms: str) -> None:
    begins = beginning(stem(forms.split(maxsplit=1)[0]))
    assert all(form.startswith(begins) for form in forms.split())


@given(st.text(alphabet="abdegiklmnorstuvyæøå", max_size=20))
def test_beginning_is_what_a_stem_begins_with(stemmed: str) -> None:
    assert stemmed.startswith(beginning(stemmed))


@given(st.text())
def test_any_text_has_a_stem_and_a_beginning(text: str) -> None:
    beginning(stem(text))


@pytest.mark.parametrize("word", ["hanne", "fare", "farer", "sendes", "ditte"])
def test_no_word_has_a_stop_word_for_a_stem(word: str) -> None:
    assert not is_stop_word(stem(word))


@pytest.mark.parametrize("word", ["for", "er", "den", "siden"])
def test_stop_word_is_its_own_stem(word: str) -> None:
    assert stem(word) == word


def test_accents_make_no_other_word() -> None:
    assert stem("idé") == stem("ideen") == stem("idéer")
