"""The lexicon: which word an inflection belongs to, and whether its tables are written as they are read."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.language.lexicon import lexicon
from medsearch.language.tables import read_lines

_KINDS = ("nouns", "verbs", "adjectives")
_WORD = re.compile(r"[a-zæøåéü]+(?:['-][a-zæøå]*)?")  # müsli, pc'en, ikke-eksisterende


def _lines(table: str) -> Iterator[tuple[str, list[str]]]:
    for line in read_lines(f"lexicon/{table}"):
        head, _, rest = line.partition(":")
        yield head, rest.split()


def _inflections(table: str) -> Iterator[tuple[str, list[str]]]:
    """Every base of a table with its forms, as the lines spell them out."""
    for head, words in _lines(table):
        if head.startswith("-"):
            endings = [ending.removeprefix("-") for ending in head.split()]
            yield from ((root + endings[0], [root + ending for ending in endings]) for root in words)
        else:
            yield head, [head, *words]


_IRREGULAR = {base for kind in _KINDS for base, _ in _lines(kind) if not base.startswith("-")}


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("bøgerne", "bog"),
        ("bøgernes", "bog"),
        ("mændene", "mand"),
        ("børns", "barn"),
        ("kommunens", "kommune"),
        ("kommunernes", "kommune"),
        ("udvalgenes", "udvalg"),
        ("aftalers", "aftale"),
        ("godkendt", "godkende"),
        ("godkendes", "godkende"),
        ("drøftes", "drøfte"),
        ("behandledes", "behandle"),
        ("gjordes", "gøre"),
        ("aktivt", "aktiv"),
        ("aktiveste", "aktiv"),
        ("større", "stor"),
        ("bedst", "bedst"),
        ("små", "lille"),
        ("kommune", "kommune"),
    ],
)
def test_inflection_belongs_to_its_base(form: str, base: str) -> None:
    assert lexicon().base_of(form) == base


@pytest.mark.parametrize("word", ["xyzzy", "kvrt", "2025", "", "Kommune"])
def test_unknown_word_has_no_base(word: str) -> None:
    assert lexicon().base_of(word) is None


@pytest.mark.parametrize(("form", "noun"), [("retter", "ret"), ("møder", "møde"), ("sager", "sag"), ("planer", "plan")])
def test_form_of_a_noun_and_a_verb_is_that_of_the_noun(form: str, noun: str) -> None:
    assert lexicon().base_of(form) == noun
    assert not lexicon().is_verb_only(noun)


@pytest.mark.parametrize("verb", ["godkende", "drøfte", "beslutte", "gøre"])
def test_verb_that_is_no_other_word_is_told(verb: str) -> None:
    assert lexicon().is_verb_only(verb)


@pytest.mark.parametrize("word", ["svar", "arbejde", "aktiv", "drøftes", "xyzzy"])
def test_what_is_another_word_or_an_inflection_is_no_verb_only(word: str) -> None:
    assert not lexicon().is_verb_only(word)


@pytest.mark.parametrize(("base", "begins"), [("bog", "b"), ("mand", "m"), ("center", "cent")])
def test_irregular_forms_begin_alike(base: str, begins: str) -> None:
    assert lexicon().beginning_of(base) == begins


@pytest.mark.parametrize("base", ["aftale", "godkende", "aktiv", "xyzzy"])
def test_regular_and_unknown_words_have_no_beginning_of_their_own(base: str) -> None:
    assert lexicon().beginning_of(base) is None


@pytest.mark.parametrize("table", [*_KINDS, "compounds"])
def test_every_line_of_a_table_has_a_colon_and_no_stray_blanks(table: str) -> None:
    lines = read_lines(f"lexicon/{table}")
    assert [line for line in lines if line.count(":") != 1 or line != " ".join(line.split())] == []


@pytest.mark.parametrize("table", _KINDS)
def test_every_line_of_inflections_names_words(table: str) -> None:
    words = [word for _, forms in _inflections(table) for word in forms]
    assert [head for head, rest in _lines(table) if not rest] == []
    assert [word for word in words if not _WORD.fullmatch(word)] == []


@pytest.mark.parametrize("table", _KINDS)
def test_endings_of_a_line_are_marked_and_differ(table: str) -> None:
    heads = [head.split() for head, _ in _lines(table) if head.startswith("-")]
    assert [head for head in heads if any(ending[0] != "-" for ending in head) or len(set(head)) < len(head)] == []


@pytest.mark.parametrize("table", _KINDS)
def test_base_of_a_line_has_an_ending_of_a_letter_at_most(table: str) -> None:
    heads = [head for head, _ in _lines(table) if head.startswith("-")]
    assert [head for head in heads if len(head.split()[0]) > len("-e")] == []


@pytest.mark.parametrize("table", [*_KINDS, "compounds"])
def test_no_word_is_listed_twice_in_a_table(table: str) -> None:
    bases = [head for head, _ in _lines(table)] if table == "compounds" else [base for base, _ in _inflections(table)]
    assert [base for base, times in Counter(bases).items() if times > 1 and not base.startswith("-")] == []


@pytest.mark.parametrize("table", _KINDS)
def test_every_word_of_a_table_is_a_base(table: str) -> None:
    bases = [base for base, _ in _inflections(table)]
    assert [base for base in bases if not lexicon().is_base(base)] == []


def test_noun_is_its_own_base() -> None:
    bases = [base for base, _ in _inflections("nouns")]
    assert [base for base in bases if lexicon().base_of(base) != base] == []


def test_verb_that_is_a_form_of_a_noun_is_read_as_that_noun() -> None:
    assert {lexicon().base_of(form) for form in ("huse", "husede", "husene", "huset")} == {"hus"}


@pytest.mark.parametrize("form", ["tage", "taget", "tager", "tages"])
def test_form_that_is_mostly_a_verb_is_no_noun(form: str) -> None:
    assert lexicon().base_of(form) == "tage"


def test_every_form_in_the_tables_leads_to_a_word_that_has_it() -> None:
    owners: dict[str, set[str]] = {}
    for kind in _KINDS:
        for base, forms in _inflections(kind):
            for form in forms:
                owners.setdefault(form, set()).add(base)
    read = lexicon().base_of
    strayed = [form for form, bases in owners.items() if read(form) not in {*bases, *map(read, bases)}]
    assert [form for form in strayed if not form.endswith("s")] == []  # `frøs` is also the genitive of `frø`


@pytest.mark.parametrize("kind", ["nouns", "adjectives", "verbs"])
def test_form_that_only_one_word_has_leads_to_it(kind: str) -> None:
    bases_of = Counter(form for table in _KINDS for _, forms in _inflections(table) for form in set(forms))
    strayed = [
        form
        for base, forms in _inflections(kind)
        for form in forms
        if bases_of[form] == 1 and not form.endswith("s") and lexicon().base_of(form) != lexicon().base_of(base)
    ]
    assert strayed == []


@pytest.mark.parametrize("kind", ["nouns", "verbs"])
def test_genitive_or_passive_of_a_word_leads_to_it(kind: str) -> None:
    owners: dict[str, set[str]] = {}
    for table in _KINDS:
        for base, forms in _inflections(table):
            for form in (*forms, *(f"{one}s" for one in forms)):
                owners.setdefault(form, set()).add(base)
    made = {f"{base}s": base for base, _ in _inflections(kind) if owners[f"{base}s"] == {base}}
    assert len(made) > 1_000
    read = lexicon().base_of
    assert {form: base for form, base in made.items() if read(form) != read(base) and not base.endswith("s")} == {}


def test_pieces_of_a_compound_spell_it() -> None:
    spelled = {head: "".join(pieces).lower() for head, pieces in _lines("compounds") if pieces}
    assert {head: joined for head, joined in spelled.items() if joined != head} == {}


def test_compound_has_two_pieces_or_more_or_is_whole() -> None:
    assert [head for head, pieces in _lines("compounds") if len(pieces) == 1] == []


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("årsrapport", ("års", "rapport")),
        ("vejledning", ()),
        ("medudvalg", ("MED", "udvalg")),
        ("skolebestyrelse", None),
    ],
)
def test_lexicon_says_how_a_word_is_put_together_where_the_rule_fails(
    word: str, pieces: tuple[str, ...] | None
) -> None:
    assert lexicon().pieces_of(word) == pieces


_FORMS = sorted({form for kind in _KINDS for _, forms in _inflections(kind) for form in forms})


@given(st.text() | st.text("abdegiklmnorstuvyæøå'", max_size=20) | st.sampled_from(_FORMS).map("{}s".format))
def test_any_text_can_be_asked_for_its_base(text: str) -> None:
    base = lexicon().base_of(text)
    assert base is None or lexicon().is_base(base) or base in _IRREGULAR


@given(st.sampled_from(_FORMS))
def test_base_of_a_base_is_itself(form: str) -> None:
    base = lexicon().base_of(form)
    assert base is not None
    assert lexicon().base_of(base) == base


@pytest.mark.parametrize("table", _KINDS)
def test_all_forms_of_an_irregular_word_begin_as_it_is_said_to(table: str) -> None:
    irregular = [(base, forms) for base, forms in _inflections(table) if base in _IRREGULAR]
    begins = {base: lexicon().beginning_of(base) for base, _ in irregular}
    assert [form for base, forms in irregular for form in forms if not form.startswith(begins[base] or "")] == []
    assert None not in begins.values()
