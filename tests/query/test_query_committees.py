"""Committees by whole names and by some of their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.errors import UnknownCommitteeError
from medsearch.query.committees import resolve_committee

NAMES = [
    "Byråd",
    "FagMED Vej og Park",
    "HovedMED",
    "LokalMED Havnekontor",
    "LokalMED Rådhusservice",
    "LokalMED Rådhusservice Nord",
    "Økonomi- og Miljøudvalget",
]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("HovedMED", {"HovedMED"}),
        ("hovedmed", {"HovedMED"}),
        ("Hoved-MED", {"HovedMED"}),
        ("  HovedMED ", {"HovedMED"}),
        ("BYRÅD", {"Byråd"}),
        ("LokalMED", {"LokalMED Havnekontor", "LokalMED Rådhusservice", "LokalMED Rådhusservice Nord"}),
        ("rådhusservice", {"LokalMED Rådhusservice", "LokalMED Rådhusservice Nord"}),
        ("nord rådhusservice", {"LokalMED Rådhusservice Nord"}),
        ("Vej og Park", {"FagMED Vej og Park"}),
        ("vej park", {"FagMED Vej og Park"}),
        ("økonomi", {"Økonomi- og Miljøudvalget"}),
        ("med nord", {"LokalMED Rådhusservice Nord"}),
    ],
)
def test_a_name_means_the_committees_that_hold_its_words(typed: str, meant: set[str]) -> None:
    assert resolve_committee(typed, NAMES) == meant


def test_a_whole_name_means_that_committee_alone() -> None:
    assert resolve_committee("lokalmed rådhusservice", NAMES) == {"LokalMED Rådhusservice"}


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [("HovdMED", "HovedMED"), ("Byrådd", "Byråd"), ("LokalMED Havnekontr", "LokalMED Havnekontor")],
)
def test_an_unknown_name_is_answered_with_the_nearest_first(typed: str, nearest: str) -> None:
    with pytest.raises(UnknownCommitteeError, match=typed) as caught:
        resolve_committee(typed, NAMES)
    assert f"are: {nearest}" in caught.value.advice


def test_a_name_like_no_other_is_answered_with_some_that_there_are() -> None:
    with pytest.raises(UnknownCommitteeError) as caught:
        resolve_committee("xyzzy", NAMES)
    assert "Byråd" in caught.value.advice
    assert "medsearch status" in caught.value.advice


@pytest.mark.parametrize("typed", ["", " ", "?", "med*x"])
def test_what_names_nothing_does_not_mean_all(typed: str) -> None:
    with pytest.raises(UnknownCommitteeError):
        resolve_committee(typed, NAMES)


def test_without_committees_the_advice_is_to_leave_it_out() -> None:
    with pytest.raises(UnknownCommitteeError) as caught:
        resolve_committee("HovedMED", [])
    assert "leave the committee out" in caught.value.advice


@given(st.sampled_from(NAMES), st.permutations(NAMES))
def test_the_order_in_which_committees_are_known_does_not_matter(typed: str, names: list[str]) -> None:
    assert resolve_committee(typed, names) == {typed}


@given(st.text(), st.lists(st.text(min_size=1), max_size=5))
def test_whatever_is_typed_means_known_committees_or_is_explained(typed: str, names: list[str]) -> None:
    try:
        meant = resolve_committee(typed, names)
    except UnknownCommitteeError as unknown:
        assert unknown.advice
    else:
        assert meant
        assert meant <= set(names)


def test_a_beginning_means_the_only_committee_that_has_it() -> None:
    names = ["LokalMED Rådhusservice", "LokalMED Plejecenter Åbrinken", "LokalMED Plejecenter Bøgely"]
    assert resolve_committee("rådhus", names) == {"LokalMED Rådhusservice"}
    assert resolve_committee("pleje åbr", names) == {"LokalMED Plejecenter Åbrinken"}
    for typed in ("pleje", "rå"):  # several, or too short
        with pytest.raises(UnknownCommitteeError):
            resolve_committee(typed, names)
