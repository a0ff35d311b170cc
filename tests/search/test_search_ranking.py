"""Which hit comes first."""

import datetime as dt

import pytest

from tests.search.made_up import Matter, found

OLD, MIDDLE, NEW = dt.date(2023, 5, 3), dt.date(2024, 5, 3), dt.date(2025, 10, 8)
OTHERS = ("Kaffe", "Frugt", "Kage")


def test_all_words_come_before_some_however_often_these_stand_there() -> None:
    texts = ["Budget og løn", "Budget. " * 30, "Løn. " * 30]
    assert found("budget løn", *texts[::-1], *OTHERS)[0] == texts[0]


def test_all_words_come_before_some_also_when_one_is_only_a_part() -> None:
    both = "Lønforhandling og budget"
    assert found("løn budget", "Løn løn løn", "Budget budget", both, *OTHERS)[0] == both


def test_all_words_may_stand_in_different_sections() -> None:
    spread = Matter("Vedtaget: lønnen.", presentation="Budgettet")
    assert found("budget løn", "Budget budget budget", spread, *OTHERS)[0] == "Vedtaget: lønnen."


def test_item_called_by_the_word_comes_before_one_that_mentions_it() -> None:
    called = Matter("Udsat.", title="Rengøring")
    assert found("rengøring", "Rengøring", called, *OTHERS) == ["Udsat.", "Rengøring"]


def test_title_is_no_more_than_a_bonus() -> None:
    called, both = Matter("Udsat.", title="Rengøring"), "Rengøring af vinduer"
    assert found("rengøring vinduer", called, both, *OTHERS) == [both, "Udsat."]


def test_formality_comes_behind_a_matter() -> None:
    formality = Matter("Referatet er godkendt, referatet sendes ud.", title="Godkendelse af referat")
    assert found("referat", formality, "Et referat blev læst op.", *OTHERS)[0] == "Et referat blev læst op."


def test_formality_with_all_words_comes_before_a_matter_that_lacks_one() -> None:
    formality = Matter("Referat og løn.", title="Godkendelse af referat")
    hits = found("referat løn", formality, "Løn løn løn", "Referat", "Løn i et referat", *OTHERS)
    assert hits[:2] == ["Løn i et referat", "Referat og løn."]


def test_equal_hits_are_newest_first() -> None:
    matters = [Matter(f"Budget i {day.year}", day=day) for day in (MIDDLE, NEW, OLD)]
    assert found("budget", *matters) == ["Budget i 2025", "Budget i 2024", "Budget i 2023"]


@pytest.mark.parametrize("typed", ["81.38", "81.38.00", "P35", "P35-4"])
def test_items_of_a_case_come_before_those_that_mention_it(typed: str) -> None:
    mention = Matter("Se sag 81.38.00-P35-4-24.", day=NEW)
    own = Matter("Drøftet.", case="81.38.00-P35-4-24", day=OLD)
    assert found(typed, mention, own, *OTHERS) == ["Drøftet.", "Se sag 81.38.00-P35-4-24."]


def test_whole_case_number_finds_the_items_of_the_case() -> None:
    own, other = Matter("Drøftet.", case="81.38.00-P35-4-24"), Matter("Udsat.", case="81.38.00-P35-5-24")
    assert found("81.38.00-P35-4-24", own, other, *OTHERS) == ["Drøftet."]


@pytest.mark.parametrize("typed", ["8. oktober 2025", "8. okt. 2025", "8 oktober 2025", "8. oktober"])
def test_meetings_of_a_day_come_before_mentions_of_it(typed: str) -> None:
    matters = (Matter("Vi ses 8. oktober 2025.", day=OLD), Matter("Drøftet.", day=NEW), *OTHERS)
    assert found(typed, *matters) == ["Drøftet.", "Vi ses 8. oktober 2025."]


@pytest.mark.parametrize("typed", ["8.10.2025", "08-10-2025", "2025-10-08", "8/10-2025"])
def test_day_in_figures_finds_it_however_the_minutes_write_it(typed: str) -> None:
    matters = (Matter("Vi ses d. 8. okt. 2025.", day=OLD), Matter("Drøftet.", day=NEW), *OTHERS)
    assert found(typed, *matters) == ["Drøftet.", "Vi ses d. 8. okt. 2025."]


@pytest.mark.parametrize("typed", ["oktober 2025", "okt. 2025", "2025-10"])
def test_meetings_of_a_month_come_before_mentions_of_it(typed: str) -> None:
    matters = (Matter("Vi ses 8. oktober 2025.", day=OLD), Matter("Drøftet.", day=NEW), *OTHERS)
    assert found(typed, *matters) == ["Drøftet.", "Vi ses 8. oktober 2025."]


def test_month_of_another_year_is_not_found() -> None:
    last_year = Matter("Udsat.", day=dt.date(2024, 10, 8))
    assert found("oktober 2025", last_year, Matter("Vi ses 8. oktober 2024."), *OTHERS) == []


def test_month_without_a_year_finds_it_in_every_year() -> None:
    matters = [Matter(f"Drøftet i {year}", day=dt.date(year, 10, 8)) for year in (2023, 2024)]
    assert found("oktober", *matters, *OTHERS) == ["Drøftet i 2024", "Drøftet i 2023"]


def test_year_puts_its_meetings_first_and_finds_none_by_itself() -> None:
    matters = (Matter("Budget", day=MIDDLE), Matter("Budget i kroner", day=NEW), Matter("Løn", day=NEW))
    assert found("budget 2025", *matters, *OTHERS) == ["Budget i kroner", "Budget"]
    assert found("budget 2024", *matters, *OTHERS)[0] == "Budget"


def test_year_alone_finds_the_items_that_name_it() -> None:
    matters = (Matter("Løn", day=NEW), Matter("Budget 2025", day=MIDDLE))
    assert found("2025", *matters, *OTHERS) == ["Budget 2025"]


def test_preferred_words_rank_among_those_with_the_word_that_must_be_there() -> None:
    texts = ["Budget og løn", "Budget"]
    assert found("+budget løn", *texts[::-1], "Løn løn", *OTHERS) == texts
