"""The tables of words that lie beside these modules: the only files that this room knows."""

from pathlib import Path

_FOLDER = Path(__file__).parent


def read_lines(table: str) -> list[str]:
    """The lines of a table (`lexicon/nouns`), without comments and empty ones."""
    text = (_FOLDER / f"{table}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
