"""medsearch from Python."""

import shutil
from pathlib import Path

import pytest

import medsearch


def test_archive_is_searched_with_filters(sample_index: Path) -> None:
    with medsearch.open(sample_index) as archive:
        page = archive.search("videoovervågning", committee="LokalMED Rådhusservice", limit=3)
        assert len(page.hits) == 3
        hit = page.hits[0]
        assert hit.item.title
        assert hit.item.meeting.committee == "LokalMED Rådhusservice"
        assert hit.snippets


def test_archive_gives_items_and_status(sample_index: Path) -> None:
    with medsearch.open(str(sample_index)) as archive:
        assert archive.item("2024-06-18-hovedmed.txt#1").title == "Godkendelse af dagsorden"
        assert archive.status().items == 204


def test_archive_sees_its_own_update(sample_index: Path, tmp_path: Path) -> None:
    index, folder = tmp_path / "index", tmp_path / "more"
    shutil.copytree(sample_index, index)
    folder.mkdir()
    (folder / "ny.txt").write_text("Et notat om xylofonkvartetten.")
    with medsearch.open(index) as archive:
        assert archive.search("xylofonkvartet").total == 0
        assert archive.update([folder]).new == 1
        assert archive.search("xylofonkvartet").total == 1


def test_missing_index_is_an_error_of_the_family(tmp_path: Path) -> None:
    with pytest.raises(medsearch.errors.NoIndexError):
        medsearch.open(tmp_path)
