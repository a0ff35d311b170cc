"""Who was absent from an item, and that absence lists are no text."""

import pytest

from medsearch.minutes import read_minutes
from medsearch.model import AgendaItem

_HEAD = "REFERAT FagMED Skov d. 04-05-2026\n\nMødedato Mandag d. 4. maj 2026 kl. 13:30\n\n"


def _item(text: str) -> AgendaItem:
    text = f"{_HEAD}Punkt 3: Støvler\n\n26/1234\n\nBeslutning\n\n{text}\n\nPunkt 4: Eventuelt\n\n26/1234\n\nBeslutning"
    return read_minutes(text, "a.txt").items[0]


@pytest.mark.parametrize(
    "printed",
    [
        "Fraværende:\n\nBo A. Krog, Ida Lund-Friis\n\nFraværende Bo A. Krog, Ida Lund-Friis",
        "Fraværende:\n\nBo A. Krog\n\nIda Lund-Friis",
        "Fraværende:\nBo A. Krog\nIda Lund-Friis",
        "Fraværende:\n\nBo A. Krog, Ida\nLund-Friis\n\nFraværende Bo A. Krog, Ida Lund-Friis",
        "Fraværende: Bo A. Krog og Ida Lund-Friis",
        "Fraværende Bo A. Krog, Ida Lund-Friis",
        "Fraværende med afbud: Bo A. Krog, Ida Lund-Friis.",
        "Afbud fra:\n\nBo A. Krog\nIda Lund-Friis",
        "Afbud fra Bo A. Krog og Ida Lund-Friis",
        "Afbud: Bo A. Krog, Ida Lund-Friis",
        "Ikke til stede: Bo A. Krog samt Ida Lund-Friis",
        "Bo A. Krog og Ida Lund-Friis var fraværende.",
        "Bo A. Krog og Ida Lund-Friis havde meldt afbud.",
        "Der var afbud fra Bo A. Krog og Ida Lund-Friis.",
    ],
)
def test_absentees_are_read_and_are_no_text(printed: str) -> None:
    item = _item(f"Godkendt.\n\n{printed}")
    assert item.absent == ("Bo A. Krog", "Ida Lund-Friis")
    assert [section.text for section in item.sections] == ["Godkendt."]


def test_absence_between_heading_and_decision_leaves_the_decision() -> None:
    item = _item("Fraværende:\n\nBo A. Krog\n\nStøvlerne blev godkendt.")
    assert item.absent == ("Bo A. Krog",)
    assert item.sections[0].text == "Støvlerne blev godkendt."


def test_single_word_behind_an_absence_list_is_no_name() -> None:
    item = _item("Fraværende:\n\nBo A. Krog\n\nGodkendt.")
    assert item.absent == ("Bo A. Krog",)
    assert item.sections[0].text == "Godkendt."


def test_full_stop_of_an_initial_stays_and_that_of_a_sentence_goes() -> None:
    assert _item("Godkendt.\n\nFraværende: Kirsten P.").absent == ("Kirsten P.",)
    assert _item("Godkendt.\n\nFraværende: Kirsten Prip.").absent == ("Kirsten Prip",)


def test_attachments_behind_an_absence_list_are_no_names() -> None:
    item = _item("Godkendt.\n\nFraværende:\n\nBo A. Krog\n\nBilag\n\nPlan Nord")
    assert (item.absent, item.attachments) == (("Bo A. Krog",), ("Plan Nord",))


def test_nobody_absent_is_nobody() -> None:
    item = _item("Godkendt.\n\nFraværende: Ingen")
    assert item.absent == ()
    assert item.sections[0].text == "Godkendt."


@pytest.mark.parametrize("name", ["Åse van der Lund", "Ö. Dahl", "D’Arcy Bo", "Per-Ole Ny", "Ib", "Kim F. Ø. Sø"])
def test_names_of_all_shapes_are_names(name: str) -> None:
    assert _item(f"Godkendt.\n\nFraværende:\n\n{name}\n\nFraværende {name}").absent == (name,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Bo spurgte, om fraværende kolleger får besked.",
        "Chefen var fraværende i maj, og det gav problemer.",
        "Flere havde meldt afbud til festen.",
        "Ida fortalte om sygefravær.",
    ],
)
def test_talk_of_absence_names_no_absentee(sentence: str) -> None:
    item = _item(sentence)
    assert item.absent == ()
    assert item.sections[0].text == sentence
