"""Two lines of print made one."""

import pytest

from medsearch.documents.wrapping import join_lines


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("det psykiske", "arbejdsmiljø", "det psykiske arbejdsmiljø"),
        ("arbejds-", "miljø", "arbejdsmiljø"),
        ("arbejds\u2010", "miljø", "arbejdsmiljø"),
        ("arbejds\u00ad", "miljø", "arbejdsmiljø"),
        ("samarbejds-", "og arbejdsmiljøforhold", "samarbejds- og arbejdsmiljøforhold"),
        ("ud-", "eller hjemtagning", "ud- eller hjemtagning"),
        ("børne-", "samt ungeområdet", "børne- samt ungeområdet"),
        ("arbejds-", "ogsåplads", "arbejdsogsåplads"),
        ("IT-", "service", "IT-service"),
        ("LokalMED-", "udvalget", "LokalMED-udvalget"),
        ("Nord-", "Sjælland", "Nord-Sjælland"),
        ("2024-", "2025", "2024-2025"),
        ("en e-", "mail", "en e-mail"),
        ("by-,", "social- og sundhed", "by-, social- og sundhed"),
        ("planen -", "som vedtaget", "planen - som vedtaget"),
        ("og/", "eller", "og/eller"),
        ("se https://intra.example/med/", "referat", "se https://intra.example/med/referat"),
    ],
)
def test_lines_are_joined_as_the_words_want_it(first: str, second: str, joined: str) -> None:
    assert join_lines(first, second) == joined
