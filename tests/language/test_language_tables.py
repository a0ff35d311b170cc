"""The tables of words as they lie beside the modules."""

from pathlib import Path

import pytest

import medsearch.language
from medsearch.language.tables import read_lines

_FOLDER = Path(medsearch.language.__file__).parent
_TABLES = sorted(path.relative_to(_FOLDER).with_suffix("").as_posix() for path in _FOLDER.glob("*/*.txt"))


def test_all_tables_are_found() -> None:
    lexicon = {"lexicon/nouns", "lexicon/homographs", "lexicon/verbs", "lexicon/adjectives", "lexicon/compounds"}
    assert lexicon | {"meanings/abbreviations", "meanings/synonyms"} == set(_TABLES)


@pytest.mark.parametrize("table", _TABLES)
def test_table_begins_with_what_it_is_and_gives_no_comments(table: str) -> None:
    assert (_FOLDER / f"{table}.txt").read_text(encoding="utf-8").startswith("# ")
    assert [line for line in read_lines(table) if not line.strip() or "#" in line] == []


@pytest.mark.parametrize("table", _TABLES)
def test_no_line_of_a_table_stands_there_twice(table: str) -> None:
    lines = read_lines(table)
    assert len(set(lines)) == len(lines) > 0


def test_missing_table_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        read_lines("lexicon/prepositions")
