"""What all tests share: invented items, sample minutes, indexes in folders that are gone afterwards."""

import os
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from medsearch.archive.updating import update
from medsearch.archive.writing import writing
from medsearch.documents import read_document
from medsearch.minutes import read_minutes
from medsearch.model import Minutes
from medsearch.query import Searchable, make_searchable
from medsearch.settings import SETTINGS
from medsearch.texts import use_language

# Machines are noisy: how long an example takes says nothing. Fixtures that make things make new ones each time.
_CHECKS = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
# CI draws the same examples every time, so that it judges the change at hand; who develops meets new ones at each run.
settings.register_profile(
    "medsearch", deadline=None, derandomize=bool(os.environ.get("CI")), suppress_health_check=_CHECKS
)
settings.load_profile("medsearch")

_HOMES = count(1)

SAMPLE = Path(__file__).parents[1] / "sample_data"
SCAN = SAMPLE / "2019-06-05-hovedmed-scannet.pdf"  # read with OCR only


def read_file(path: Path, *, ocr: bool = False) -> Minutes:
    """The minutes in a file, as the index has them."""
    document = read_document(path, ocr=ocr)
    return read_minutes(document.text, path.name, document.headings)


@pytest.fixture(scope="session")
def sample_minutes() -> list[Path]:
    """The sample minutes of every format, those aside that only OCR reads."""
    return sorted(path for path in SAMPLE.iterdir() if path != SCAN)


@pytest.fixture(scope="session")
def sample_items(sample_minutes: list[Path]) -> list[Searchable]:
    return [make_searchable(item) for path in sample_minutes for item in read_file(path).items]


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test meets the index, the settings, the language or the terminal of who runs it."""
    for name in (*(setting.variable for setting in SETTINGS), "NO_COLOR", "FORCE_COLOR", "COLUMNS", "PAGER"):
        monkeypatch.delenv(name, raising=False)
    home = tmp_path_factory.getbasetemp() / f"home{next(_HOMES)}"  # made by who needs it
    for name in ("HOME", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("MEDSEARCH_LANG", "en")
    monkeypatch.delenv("LANGUAGE", raising=False)
    use_language(None)


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the sample minutes; for reading only."""
    index = tmp_path_factory.mktemp("sample") / "index"
    with writing(index) as held:
        update(held, [SAMPLE])
    return index
