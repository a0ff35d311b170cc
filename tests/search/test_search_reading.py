"""An item to be read: the words of a query where they stand in it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import medsearch
from medsearch.errors import UnknownItemError
from medsearch.search import Request
from medsearch.search.reading import _in_lines


def test_marks_stand_on_the_words_of_the_section_as_it_is_printed(sample_index: Path) -> None:
    request = Request("videoovervågning")
    with medsearch.open(sample_index) as archive:
        for hit in archive.find(request).hits:
            read = archive.read(hit.item.id, request)
            marked = [
                section.text[start:end].casefold()
                for section, spans in zip(read.item.sections, read.sections, strict=True)
                for start, end in spans
            ]
            titles = [(read.item.title or "")[start:end].casefold() for start, end in read.title]
            assert marked or titles
            assert all("video" in word or "overvåg" in word for word in marked + titles)


def test_without_words_nothing_is_marked(sample_index: Path) -> None:
    with medsearch.open(sample_index) as archive:
        item = archive.search("budget").hits[0].item
        assert archive.read(item.id).item == item
        assert archive.read(item.id).sections == ((),) * len(item.sections)
        assert archive.read(item.id, Request(" ")).title == ()


def test_unknown_address_is_an_error(sample_index: Path) -> None:
    with medsearch.open(sample_index) as archive, pytest.raises(UnknownItemError):
        archive.read("nowhere.txt#1", Request("budget"))


@given(st.text(st.sampled_from("ab \n\t"), max_size=60), st.data())
def test_places_are_those_of_the_same_letters(text: str, data: st.DataObject) -> None:
    line = " ".join(text.split())
    if not line:
        return
    start = data.draw(st.integers(0, len(line) - 1).filter(lambda place: line[place] != " "))
    end = data.draw(st.integers(start + 1, len(line)).filter(lambda place: line[place - 1] != " "))
    [(first, last)] = _in_lines(text, [(start, end)])
    assert " ".join(text[first:last].split()) == line[start:end]
