"""The user's own synonyms: beside an index, for who searches it, and in the user's settings, for all indexes."""

from collections.abc import Iterator
from pathlib import Path

from medsearch.errors import SynonymsError
from medsearch.language.meanings import Meaning, abbreviation
from medsearch.settings import settings_folder
from medsearch.texts import _, later

SYNONYMS = "synonyms.toml"
_EXAMPLE = later(
    'Write it like this, under a line [synonyms], and save it as UTF-8: "årshjul" = ["mødeplan", "kalender"]'
)


def read_synonyms(index: Path) -> tuple[Meaning, ...]:
    """The synonyms that hold for the index in a folder. Raises SynonymsError for a file that cannot be read."""
    return tuple(meaning for path in synonym_files(index) if path.is_file() for meaning in _read(path))


def synonym_files(index: Path) -> tuple[Path, Path]:
    """Where synonyms may lie: in the folder of the index, and among the user's settings."""
    return index / SYNONYMS, settings_folder() / SYNONYMS


def _read(path: Path) -> Iterator[Meaning]:
    import tomllib  # only who has synonyms needs it

    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SynonymsError(
            _("The synonyms in {path} cannot be read: {error}.").format(path=path, error=error), _(_EXAMPLE)
        ) from None
    words = tables.get("synonyms", {})
    if not isinstance(words, dict) or set(tables) - {"synonyms"}:
        raise SynonymsError(_("The synonyms in {path} stand under no line [synonyms].").format(path=path), _(_EXAMPLE))
    for word, others in words.items():
        listed = [others] if isinstance(others, str) else others
        if not isinstance(listed, list) or not all(isinstance(other, str) and other.strip() for other in listed):
            raise SynonymsError(
                _("The synonyms of “{word}” in {path} are no list of words.").format(word=word, path=path), _(_EXAMPLE)
            )
        yield from abbreviation(word, tuple(listed))
