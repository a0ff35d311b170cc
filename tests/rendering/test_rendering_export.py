"""Answers to take elsewhere: what a spreadsheet, a program and a mail make of them."""

import csv
import datetime as dt
import io
import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from medsearch.model import AgendaItem, CaseNumber, Meeting, Outcome, Section, SectionName
from medsearch.rendering.export import (
    HIT_COLUMNS,
    decision_of,
    encoded,
    export_hits,
    export_items,
    to_csv,
)
from medsearch.rendering.forms import Format
from medsearch.rendering.markdown import code, escaped, table, within
from medsearch.search.answers import Hit, Snippet
from medsearch.texts import use_language

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def hit(title: str | None = "Nye borde", decision: str = "Godkendt.\n\nBordene  købes.", rank: int = 1) -> Hit:
    item = AgendaItem(
        "referat; marts.pdf#3",
        Meeting("LokalMED Park", date=dt.date(2025, 3, 4)),
        number="3",
        title=title,
        case_number=CaseNumber("82.20.00-G01-17-24"),
        outcome=Outcome.APPROVED,
        sections=(Section(SectionName.DECISION, "Beslutning", decision),),
    )
    return Hit(rank, 1.5, item, (Snippet(SectionName.PRESENTATION, "Sagsfremstilling", "… seks borde"),))


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))


class _Shown(HTMLParser):
    """What a reader of a web page sees."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


def shown(markdown: str) -> _Shown:
    page = _Shown()
    page.feed(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))
    return page


# CSV


def test_spreadsheet_has_a_line_of_headings_and_a_row_for_each_hit() -> None:
    head, first, second = cells(export_hits([hit(), hit("Nye stole", rank=2)], Format.CSV))
    assert tuple(head) == HIT_COLUMNS
    assert dict(zip(head, first, strict=True)) == {
        "rank": "1",
        "committee": "LokalMED Park",
        "date": "2025-03-04",
        "number": "3",
        "title": "Nye borde",
        "case_number": "82.20.00-G01-17-24",
        "outcome": "godkendt",
        "decision": "Godkendt. Bordene købes.",
        "snippet": "… seks borde",
        "address": "referat; marts.pdf#3",
        "file": "referat; marts.pdf",
    }
    assert second[4] == "Nye stole"


def test_no_hits_are_a_spreadsheet_with_headings_only() -> None:
    assert export_hits([], Format.CSV).count("\r\n") == 1


def test_danish_excel_opens_the_file_at_a_double_click() -> None:
    data = encoded(export_hits([hit("Ærø og Åben dør")], Format.CSV), Format.CSV)
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert ";" in data.decode("utf-8-sig")


def test_headings_of_a_spreadsheet_are_in_the_readers_language() -> None:
    use_language("da")
    try:
        assert len(cells(export_hits([], Format.CSV))[0]) == len(HIT_COLUMNS)
    finally:
        use_language(None)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＠"])
def test_spreadsheet_calculates_nothing_that_minutes_hold(sign: str) -> None:
    formula = f"{sign}HYPERLINK(A1)"
    assert cells(export_hits([hit(formula)], Format.CSV))[1][4] == f"'{formula}"


@given(st.lists(st.tuples(TEXTS, TEXTS | st.none() | st.integers(-9, 9)), max_size=5))
def test_spreadsheet_holds_what_was_written(rows: list[tuple[str, str | int | None]]) -> None:
    written = to_csv([{"a": one, "b": other} for one, other in rows], ("a", "b"))
    read = [tuple(cell.removeprefix("'") for cell in row) for row in cells(written)[1:]]
    assert read == [tuple(("" if cell is None else str(cell)).removeprefix("'") for cell in row) for row in rows]


@given(TEXTS)
def test_no_cell_begins_as_a_formula_and_no_row_is_broken(title: str) -> None:
    [row] = cells(export_hits([hit(title, decision=title)], Format.CSV))[1:]
    assert len(row) == len(HIT_COLUMNS)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in row)
    assert not any("\n" in cell or "\x1b" in cell for cell in row)


def test_several_decisions_are_told_apart() -> None:
    item = hit().item
    sections = (
        Section(SectionName.DECISION, "Økonomiudvalget", "Anbefales."),
        Section(SectionName.DECISION, "Byrådet", "Godkendt."),
    )
    both = AgendaItem("a#1", item.meeting, sections=sections)
    assert decision_of(both) == "Økonomiudvalget: Anbefales. Byrådet: Godkendt."


# Lines of JSON


def test_line_of_json_for_each_hit_has_the_keys_of_a_hit() -> None:
    lines = export_hits([hit("To\nlinjer"), hit(rank=2)], Format.NDJSON).splitlines()
    assert [json.loads(line)["rank"] for line in lines] == [1, 2]
    assert {"id", "source", "title", "snippets", "copies"} <= set(json.loads(lines[0]))
    assert json.loads(lines[0])["title"] == "To\nlinjer"


# Markdown


def test_note_quotes_what_was_decided_with_committee_and_date() -> None:
    page = shown(export_hits([hit()], Format.MD))
    for expected in ("Punkt 3: Nye borde", "LokalMED Park · 2025-03-04", "godkendt", "Godkendt. Bordene købes."):
        assert expected in page.text
    assert {"h3", "blockquote", "code"} <= set(page.tags)


def test_note_has_the_passage_where_nothing_was_decided() -> None:
    item = AgendaItem("a.txt#1", Meeting(), title="Nyt")
    found = Hit(1, 1.0, item, (Snippet(SectionName.PRESENTATION, "Sagsfremstilling", "seks borde"),))
    assert "seks borde" in shown(export_hits([found], Format.MD)).text


@given(TEXTS)
def test_text_of_minutes_is_no_markup_in_a_note(text: str) -> None:
    plain = " ".join(shown(f"{escaped(text)}\n").text.split())
    assert plain == " ".join(escaped_back(text).split())
    assert set(shown(f"{escaped(text)}\n").tags) <= {"p"}


@given(TEXTS)
def test_text_of_minutes_is_no_markup_in_a_heading(text: str) -> None:
    assert set(shown(f"# Punkt {within(text)}\n").tags) <= {"h1"}


@given(st.text("a`#. \n", min_size=1).filter(lambda text: text.strip("` \n")))
def test_address_is_code_whatever_its_signs(address: str) -> None:
    page = shown(f"x {code(address)} y\n")
    assert page.tags == ["p", "code"]


def escaped_back(text: str) -> str:
    """`text` as it may be shown."""
    from medsearch.rendering.harmless import harmless

    return harmless(text)


@pytest.mark.parametrize(
    "text", ["- punkt", "1. punkt", "+ mere", "---", "===", "# titel", "> citat", "*fed*", "a_b_c"]
)
def test_signs_of_lists_and_headings_stay_signs(text: str) -> None:
    page = shown(f"{escaped(text)}\n")
    assert (page.text.strip(), page.tags) == (text, ["p"])


def test_ordinary_minutes_are_not_full_of_backslashes() -> None:
    assert escaped("82.20.00-G01-17-24: MED-udvalget (3 af 4), kr. 1.200,- + moms") == (
        "82.20.00-G01-17-24: MED-udvalget (3 af 4), kr. 1.200,- + moms"
    )


def test_whole_meeting_in_a_note_has_its_items_under_it() -> None:
    items = [hit().item, AgendaItem("a.txt#4", hit().item.meeting, number="4", title="Eventuelt")]
    page = shown(export_items(items, Format.MD))
    assert page.text.count("LokalMED Park") == 1
    assert page.tags.count("h2") == 2


def test_table_of_a_note_keeps_its_cells_apart() -> None:
    page = shown(table(("value", "count"), [("a|b", 3), ("c", 1)]))
    assert page.tags.count("tr") == 3
    assert "a|b" in page.text
