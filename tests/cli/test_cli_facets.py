"""`medsearch facets`: counts as bars and along time, narrowed as a query, and in every form."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from medsearch.cli.running import run
from medsearch.rendering.bars import PLAIN
from medsearch.rendering.facets import facet_charts, print_facets
from medsearch.search.answers import FacetCount
from tests.cli.commands import Command, Done


@pytest.fixture
def facets(capsys: pytest.CaptureFixture[str], sample_index: Path) -> Command:
    """Runs `medsearch facets` over the sample minutes."""

    def command(*words: str) -> Done:
        code = run(["facets", "--index", str(sample_index), *words])
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return command


def shown(months: dict[str, int], width: int = 80) -> list[str]:
    console = Console(file=io.StringIO(), width=width)
    print_facets({"month": tuple(FacetCount(month, number) for month, number in sorted(months.items()))}, console)
    return console.file.getvalue().splitlines()  # type: ignore[attr-defined]


@pytest.mark.parametrize("columns", ["60", "80", "160"])
def test_bars_use_the_width_and_keep_to_it(facets: Command, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = facets().out
    assert int(columns) * 0.5 < max(map(len, out.splitlines())) <= int(columns)
    for heading in ("Committee", "Year", "Month", "Outcome", "Case number"):
        assert re.search(rf"^{heading}", out, re.MULTILINE)


@pytest.mark.parametrize(
    "options",
    [
        ["--committee", "HovedMED"],
        ["--case", "81.38"],
        ["--from", "2025-01-01", "--to", "2025-06-30"],
        ["--year", "2025"],
        ["--outcome", "godkendt"],
        ["--person", "Lone"],
        ["--no-formalities"],
        ["budget", "--in", "title"],
        ["budget", "--exact"],
    ],
)
def test_options_narrow_as_those_of_query(
    facets: Command, capsys: pytest.CaptureFixture[str], sample_index: Path, options: list[str]
) -> None:
    counted = json.loads(facets(*options, "--json").out)
    run(["query", "--index", str(sample_index), "--json", *options])
    assert counted == json.loads(capsys.readouterr().out)["facets"]


def test_months_are_a_histogram_with_years_below(facets: Command) -> None:
    lines = facets().out.splitlines()
    begin = next(number for number, line in enumerate(lines) if line.startswith("Month"))
    assert "a column is a month" in lines[begin]
    assert re.fullmatch(r" +2024 +2025 +2026", lines[begin + 6])


def test_histogram_has_the_largest_count_and_a_bar_for_each_month() -> None:
    head, *bars, years = shown({"2024-01": 2, "2024-03": 4, "2025-12": 1}, 60)[:-1]
    assert head == "Month  a column is a month"
    assert bars[0].startswith("    4 ")
    assert [len(line.split()) for line in bars] == [2, 1, 2, 3, 3]
    assert years.split() == ["2024", "2025"]


@given(
    months=st.dictionaries(
        st.tuples(st.integers(1900, 2099), st.integers(1, 12)).map(lambda pair: f"{pair[0]}-{pair[1]:02}"),
        st.integers(1, 10**6),
        min_size=1,
    ),
    width=st.integers(60, 200),
)
def test_histogram_of_any_months_keeps_to_its_width(months: dict[str, int], width: int) -> None:
    assert max(map(len, shown(months, width))) <= width


def test_verbose_cuts_nothing(facets: Command) -> None:
    assert re.search(r"^and \d+ more$", facets().out, re.MULTILINE)
    assert " more" not in facets("--verbose").out


def test_chart_beside_hits_is_of_a_fixed_width() -> None:
    [lines] = facet_charts(
        {"committee": (FacetCount("LokalMED " * 9, 1234), FacetCount("MED", 1))}, ["committee", "year"]
    )
    assert max(line.cell_len for line in lines) == 37
    assert "…" in lines[1].plain
    assert "1,234 ████████" in lines[1].plain


def test_csv_and_markdown_have_a_row_for_each_value(facets: Command) -> None:
    counts = json.loads(facets("budget", "--json").out)
    number = sum(map(len, counts.values()))
    rows = list(csv.reader(io.StringIO(facets("budget", "--format", "csv").out.lstrip("\ufeff")), delimiter=";"))
    assert len(rows) == number + 1
    assert ["Outcome", "godkendt"] in [row[:2] for row in rows]
    assert len(facets("budget", "--format", "md").out.strip().splitlines()) == number + 2
    lines = facets("budget", "--format", "ndjson").out.splitlines()
    assert len(lines) == number
    assert set(json.loads(lines[0])) == {"facet", "value", "count"}


def test_nothing_to_count_says_why_and_ends_with_1(facets: Command) -> None:
    done = facets("xylofonkvartet")
    assert (done.code, done.out) == (1, "")
    assert "xylofonkvartet" in done.err
    assert json.loads(facets("xylofonkvartet", "--json").out)["committee"] == []


def test_terminal_without_blocks_gets_plain_signs(facets: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("medsearch.rendering.facets.signs_of", lambda console=None: PLAIN)
    assert "█" not in facets().out
    assert "####" in facets().out
