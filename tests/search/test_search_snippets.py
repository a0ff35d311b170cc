"""Which passage of an item is shown, and how it is cut."""

import pytest

from medsearch.model import AgendaItem, Meeting, Section, SectionName
from medsearch.query.nodes import Term
from medsearch.search.answers import Snippet
from medsearch.search.highlighting import mark
from medsearch.search.snippets import make_snippets
from tests.search.made_up import Matter, answer

FILLER = "Der var kaffe til alle i det store lokale. "


def snippets(words: str, matter: Matter | str) -> tuple[Snippet, ...]:
    return answer(words, matter, "Løn", "Frugt").hits[0].snippets


def marks(snippet: Snippet) -> list[str]:
    return [snippet.text[start:end] for start, end in snippet.highlights]


def test_passage_with_the_most_different_words_is_shown() -> None:
    text = "Budget, budget og budget. " + FILLER * 10 + "Budgettet og vagtplanen hænger sammen. " + FILLER * 10
    [snippet] = snippets("budget vagtplan", text)
    assert "Budgettet og vagtplanen hænger sammen." in snippet.text


def test_passage_with_a_word_most_often_is_shown() -> None:
    text = "Budgettet kommer. " + FILLER * 10 + "Budget, budget, budget. " + FILLER * 10
    [snippet] = snippets("budget", text)
    assert marks(snippet) == ["Budget", "budget", "budget"]


def test_phrase_is_shown_and_not_its_words_elsewhere() -> None:
    text = "Det nye hus. Budgettet. " + FILLER * 10 + "Det nye budget er vedtaget. " + FILLER * 10
    [snippet] = snippets('"nye budget"', text)
    assert marks(snippet) == ["nye budget"]


def test_decision_that_holds_a_word_comes_first() -> None:
    matter = Matter("Budgettet er vedtaget.", presentation="Budget, vagtplan og mere budget")
    assert [snippet.section for snippet in snippets("budget vagtplan", matter)] == [
        SectionName.DECISION,
        SectionName.PRESENTATION,
    ]


def test_decision_without_the_words_comes_behind_where_they_stand() -> None:
    first, second = snippets("budget", Matter("Taget til efterretning.", presentation="Budgettet er lagt."))
    assert (first.text, second.text) == ("Budgettet er lagt.", "Taget til efterretning.")
    assert second.highlights == ()


def test_no_more_than_two_passages_are_shown_the_decision_among_them() -> None:
    texts = {name: f"Budgettet i {name}" for name in ("summary", "presentation", "recommendation")}
    sections = tuple(Section(SectionName(name), None, text) for name, text in texts.items())
    decision = Section(SectionName.DECISION, "Beslutning", "Taget til efterretning.")
    item = AgendaItem("a.txt#1", Meeting(), place=1, sections=(*sections, decision))
    shown = make_snippets(mark(item, Term("budget")))
    assert [snippet.section for snippet in shown] == [SectionName.SUMMARY, SectionName.DECISION]


def test_decision_is_shown_where_only_the_title_or_the_people_fit() -> None:
    for words in ("rengøring", "birthe"):
        matter = Matter(
            "Udsat til maj.", title="Rengøring", present=("Birthe Holm",), presentation="Der skal ryddes op."
        )
        assert snippets(words, matter)[0].text == "Udsat til maj."


def test_short_section_is_shown_whole() -> None:
    [snippet] = snippets("budget", "Budgettet er vedtaget.")
    assert snippet.text == "Budgettet er vedtaget."


@pytest.mark.parametrize("filler", [FILLER, "Kaffe ", "Kaffe, te; "])
@pytest.mark.parametrize("before", [0, 3, 7, 30])
def test_snippet_begins_and_ends_with_whole_words(filler: str, before: int) -> None:
    text = filler * before + "Budgettet er vedtaget. " + filler * 60
    [snippet] = snippets("budget", text)
    assert set(snippet.text.strip("… ").split()) <= set(text.split())
    assert marks(snippet) == ["Budgettet"]
    assert len(snippet.text) <= 260


def test_snippet_begins_with_a_sentence_where_one_begins_near() -> None:
    [snippet] = snippets("budget", FILLER * 10 + "Vi ser på budgettet. " + FILLER * 10)
    assert snippet.text.startswith(("… Der var kaffe", "… Vi ser på budgettet."))


def test_left_out_text_is_shown_by_dots_on_its_side_only() -> None:
    [begin] = snippets("budget", "Budgettet er vedtaget. " + FILLER * 20)
    [end] = snippets("budget", FILLER * 20 + "Budgettet er vedtaget.")
    assert (begin.text.startswith("…"), begin.text.endswith("…")) == (False, True)
    assert (end.text.startswith("…"), end.text.endswith("…")) == (True, False)


def test_very_long_word_stays_whole() -> None:
    word = "budget" * 100
    [snippet] = snippets("budget*", FILLER * 10 + word + " " + FILLER * 10)
    assert marks(snippet) == [word]


def test_compound_that_holds_the_word_is_marked_whole() -> None:
    [snippet] = snippets("overvågning", "Videoovervågningen er sat op.")
    assert marks(snippet) == ["Videoovervågningen"]
