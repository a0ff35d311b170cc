"""Every step between the words typed and the answer does something."""

import pytest

from medsearch.search.steps import Step
from tests.search.made_up import Matter, found

CHANGED: dict[Step, tuple[str, tuple[Matter | str, ...]]] = {
    Step.PARTS: ("overvågning", ("Videoovervågningen",)),
    Step.SPLITTING: ("sygefravær", ("Syge fravær", "Sygefravær")),
    Step.NEIGHBOURS: ("e mail", ("Email", "Mail")),
    Step.ABBREVIATIONS: ("APV", ("Arbejdspladsvurderingen",)),
    Step.SYNONYMS: ("fyring", ("Opsigelsen",)),
    Step.RELATED: ("godkende", ("Godkendelsen", "Vi vil godkende")),
    Step.PEOPLE: ("birthe", (Matter("Drøftet.", present=("Birthe Holm",)),)),
    Step.LETTERS: ("loen", ("Lønnen",)),
    Step.ERRORS: ("kantinne", ("Kantine",)),
    Step.TITLES: ("rengøring", ("Rengøring", Matter("Udsat.", title="Rengøring"), "Kaffe")),
    Step.FORMALITIES: ("referat", (Matter("Referatet", title="Godkendelse af referat"), "Referat læst", "Kaffe")),
    Step.ALL_WORDS: ("løn budget", ("Løn og budget", "Budget " * 9, *["Løn"] * 9, "Kaffe")),
}


@pytest.mark.parametrize("step", Step)
def test_step_left_out_changes_an_answer(step: Step) -> None:
    words, matters = CHANGED[step]
    assert found(words, *matters) != found(words, *matters, without=step)


@pytest.mark.parametrize("step", Step)
def test_word_itself_is_found_whatever_step_is_left_out(step: Step) -> None:
    assert found("budget", "Budgettet", "Kaffe", without=step) == ["Budgettet"]
