"""What became of an item, by the words of its decision."""

import pytest

from medsearch.minutes.body.outcomes import outcome_of


def _outcome(decision: str) -> str | None:
    found = outcome_of([decision], "LokalMED Havnen")
    return found.value if found else None


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [
        ("Godkendt.", "approved"),
        ("GODKENDT", "approved"),
        ("- Godkendt", "approved"),
        ("1. Godkendt.", "approved"),
        ("Godkendt med bemærkninger.", "approved"),
        ("Dagsordenen er godkendt.", "approved"),
        ("Indstillingen blev enstemmigt godkendt.", "approved"),
        ("Referat fra LokalMED den 24. oktober 2025 blev godkendt.", "approved"),
        ("LokalMED Havnen godkendte referatet.", "approved"),
        ("MED-udvalget godkendte referatet.", "approved"),
        ("Taget til efterretning.", "noted"),
        ("Orientering taget til efterretning.", "noted"),
        ("Orienteringen tages til efterretning.", "noted"),
        ("LokalMED tog orienteringen til efterretning.", "noted"),
        ("Drøftet.", "discussed"),
        ("Punktet blev drøftet.", "discussed"),
        ("Det blev drøftet, om døren skal lukkes.", "discussed"),
        ("LokalMED havde en god drøftelse.", "discussed"),
        ("Der var en god og konstruktiv drøftelse.", "discussed"),
        ("Udsat.", "postponed"),
        ("Udsættes til næste møde.", "postponed"),
        ("Punktet udsættes til næste møde.", "postponed"),
        ("Punktet blev udskudt til august.", "postponed"),
        ("Sagen blev udsat.", "postponed"),
        ("Afvist.", "rejected"),
        ("Forslaget blev ikke godkendt.", "rejected"),
        ("LokalMED afviste forslaget.", "rejected"),
        ("Tiltrådt.", "adopted"),
        ("Indstillingen blev tiltrådt.", "adopted"),
        ("Vedtaget.", "adopted"),
        ("LokalMED besluttede, at døren lukkes.", "adopted"),
        ("Det blev besluttet, at døren lukkes.", "adopted"),
        ("Indstillingen følges.", "adopted"),
        ("LokalMED drøftede døren og besluttede at lukke den.", "adopted"),
        ("Bo fortalte om døren.\n\nTaget til efterretning.", "noted"),
    ],
)
def test_outcome_is_read_from_the_decision(decision: str, outcome: str) -> None:
    assert _outcome(decision) == outcome


@pytest.mark.parametrize(
    "decision",
    [
        "",
        "Intet.",
        "Bo fortalte om døren.",
        "Chefgruppen har besluttet, at vi lukker.",
        "Byrådet godkendte budgettet i oktober.",
        "HovedMED afviste forslaget.",
        "HovedMED udsatte sagen i maj.",
        "Budgettet blev godkendt af Byrådet.",
        "Budgettet blev godkendt i Byrådet den 4. september.",
        "Temadagen blev udsat.",
        "Fristen er udsat til maj.",
        "Hvis punktet udsættes, skal alle have besked.",
        "Ferieplanen skal være godkendt inden juni.",
        "Punktet tages op på næste møde.",
    ],
)
def test_what_others_decided_or_is_only_told_is_no_outcome(decision: str) -> None:
    assert _outcome(decision) is None


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [
        ("Dagsordenen blev godkendt. Gennemgang af årshjulet udsættes til juni.", "approved"),
        ("Chefgruppen besluttede at udsætte flytningen. Taget til efterretning.", "noted"),
        ("Sagen om ladestanderen blev udsat i Byrådet. Taget til efterretning.", "noted"),
        ("FagMED har udsat sit møde.\n\nOrienteringen blev taget til efterretning.", "noted"),
    ],
)
def test_other_matters_that_were_postponed_do_not_postpone_the_item(decision: str, outcome: str) -> None:
    assert _outcome(decision) == outcome


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [
        ("Drøftet. Taget til efterretning.", "noted"),
        ("Taget til efterretning. Indstillingen blev tiltrådt.", "adopted"),
        ("Tiltrådt. Planen blev godkendt.", "approved"),
        ("LokalMED drøftede sagen. Punktet blev udsat.", "postponed"),
    ],
)
def test_of_several_outcomes_the_weightiest_counts(decision: str, outcome: str) -> None:
    assert _outcome(decision) == outcome


def test_committee_without_a_name_decides_as_well() -> None:
    found = outcome_of(["Udvalget godkendte referatet."], None)
    assert found is not None
    assert found.value == "approved"
