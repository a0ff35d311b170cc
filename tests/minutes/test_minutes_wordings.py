"""Decisions in the words that committees use, and words that only look like a decision."""

import pytest

from medsearch.minutes.body.outcomes import outcome_of


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [
        ("Dagsordenen blev godkendt. Punkt 7 blev udsat til næste møde.", "approved"),
        ("Dagsordenen blev godkendt, idet punkt 7 blev udsat.", "approved"),
        ("Orienteringen om, at punkt 4 blev udsat, blev taget til efterretning.", None),
        ("LokalMED besluttede at udsætte punktet.", "postponed"),
        ("Det blev besluttet at udsætte punktet.", "postponed"),
        ("Punktet blev ikke behandlet og udsættes.", "postponed"),
        ("Tiltrådt, idet forslag 2 blev afvist.", "adopted"),
        ("Bo spurgte, om planen blev godkendt.", None),
        ("Dagsordenen godkendtes.", "approved"),
        ("Enstemmigt godkendt.", "approved"),
        ("Referatet kunne godkendes.", "approved"),
        ("”Godkendt.”", "approved"),
        ("Til efterretning.", "noted"),
        ("Vi tog orienteringen til efterretning.", "noted"),
        ("LokalMED har taget orienteringen til efterretning.", "noted"),
        ("Udvalget tog redegørelsen om 3,5 mio. kr. til efterretning.", "noted"),
        ("Sagen drøftedes.", "discussed"),
        ("Punktet er drøftet.", "discussed"),
        ("Ad 1: Drøftet.", "discussed"),
        ("Indstillingen tiltrådtes.", "adopted"),
        ("Som indstillet.", "adopted"),
        ("a) Tiltrådt.", "adopted"),
        ("Forslaget blev stemt ned.", "rejected"),
        ("LokalMED ønsker ikke at godkende forslaget.", "rejected"),
        ("HovedMED besluttede at købe nye stole.", None),
        ("Loftet er godkendt af direktøren.", None),
        ("", None),
    ],
)
def test_outcome_is_what_the_committee_says_of_the_item(decision: str, outcome: str | None) -> None:
    assert outcome_of([decision], "LokalMED Havnen") == outcome


def test_long_sentence_is_read_quickly() -> None:
    assert outcome_of(["Planen og budgettet " * 5000], "LokalMED Havnen") is None
