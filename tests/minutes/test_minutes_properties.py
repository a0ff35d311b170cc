"""What holds for every text that `read_minutes` is given: it never fails, and it loses no word."""

import re
import string

from hypothesis import given
from hypothesis import strategies as st

from medsearch.minutes import read_minutes
from medsearch.model import AgendaItem, Meeting, Minutes

_WORD = re.compile(r"[^\W_]+")
# Lines such as minutes are made of, well and badly put together.
_PIECES = (
    "REFERAT LokalMED Fyrtårnet d. 04-05-2026",
    "Referat fra LokalMED i Fyrtårnet den 24. oktober 2025",
    "Mødedato Mandag d. 4. maj 2026 kl. 09:00",
    "Mødested Lanternen",
    "Mødedeltagere Ib Skærvig, Tove Q. Hejlund og",
    "Indholdsfortegnelse",
    "| | |",
    "|---|----|",
    "| Eventuelt..... | 3 |",
    "Godkendelse af dagsorden.....\t3",
    "Punkt 1: Godkendelse af dagsorden",
    "Punkt 2",
    "Punkt 2: Fyrets lampe - Lukket punkt",
    "Pkt. 3 Eventuelt",
    "4. Eventuelt",
    "Punkt 5 blev udsat",
    "81.38.00-P35-7-26",
    "Sagsnr.: 26/1234",
    "Resumé",
    "Sagsfremstilling",
    "Indstilling Udvalget indstiller,",
    "Indstilling:",
    "Beslutning",
    "Beslutning Godkendt.",
    "Beslutning i Byrådet den 3. april 2026:",
    "Beslutningen om lampen blev truffet",
    "Bilag",
    "Økonomi:",
    "Fraværende:",
    "Fraværende Ib Skærvig",
    "Afbud fra",
    "Fraværet er faldet",
    "Ib Skærvig",
    "Ib Skærvig og Tove Q. Hejlund var fraværende.",
    "Ib Skærvig, Tove Q. Hejlund deltog i mødet.",
    "1. at lampen tændes",
    "- en lampe",
    "  - en pære",
    "Side 3 af 12",
    "\f",
    "....",
    "\t",
    "",
)
_looking_like_minutes = st.lists(st.sampled_from(_PIECES) | st.text(max_size=30), max_size=40).map("\n".join)
_texts = st.text() | _looking_like_minutes


@given(_texts)
def test_any_text_is_read(text: str) -> None:
    read_minutes(text, "a.txt")


@given(_texts)
def test_reading_again_gives_the_same(text: str) -> None:
    assert read_minutes(text, "a.txt") == read_minutes(text, "a.txt")


@given(_looking_like_minutes)
def test_no_two_items_of_a_file_share_an_address(text: str) -> None:
    ids = [item.id for item in read_minutes(text, "a.txt").items]
    assert len(ids) == len(set(ids))


@given(_looking_like_minutes)
def test_every_address_begins_with_its_source(text: str) -> None:
    assert {item.source for item in read_minutes(text, "2026/a#b.txt").items} <= {"2026/a#b.txt"}


@given(_looking_like_minutes)
def test_places_count_from_one(text: str) -> None:
    items = read_minutes(text, "a.txt").items
    assert [item.place for item in items] == list(range(1, len(items) + 1))


@given(_looking_like_minutes)
def test_line_ends_of_other_systems_and_blanks_behind_lines_change_nothing(text: str) -> None:
    assert read_minutes(text.replace("\n", "  \n"), "a.txt") == read_minutes(text, "a.txt")


@given(st.text(alphabet=string.ascii_letters + "æøåÆØÅ0123456789 ,;-()\n"))
def test_text_in_no_known_form_is_kept_whole(text: str) -> None:
    kept = _words_kept(read_minutes(f"Noter\n\n{text}", "a.txt"))
    assert set(_WORD.findall(text)) <= kept


# For the loss of words: minutes put together well and badly, in which every word that carries meaning is marked and
# stands once. What the specification lets go (contents list, page numbers, labels, repeated titles) is not marked.
_MARK = "{}"
_HEADS = (
    "REFERAT LokalMED {} d. 04-05-2026",
    "Mødedato Mandag d. 4. maj 2026 kl. 09:00",
    "Mødested {} {}",
    "Mødedeltagere {} {}, {}\n{}, {} og {}",
    "Fraværende: {} {}",
    "Indholdsfortegnelse\n\nGodkendelse af dagsorden.....\t3\nEventuelt.....\t4",
)
_FIRST_ITEM = "\n\nPunkt 1: Godkendelse af {} {}\n\n81.38.00-P35-7-26\n\nBeslutning"
_BODIES = (
    "Punkt 1: {} {}\n\n81.38.00-P35-7-26",
    "Punkt 2\n\n{} {}",
    "Punkt 3: {} {} - Lukket punkt",
    "Punkt 4 - {}\n{} {}\n\nSagsnr.: 26/1234",
    "Pkt. 5. {} ({})",
    "6. {}\n\nResumé",
    "7. at {}",
    "Punkt 8 blev {}",
    "Punkt 9: {}\n{}\nBeslutning",
    "Resumé\n\n{}",
    "Sagsfremstilling:\n{} {}",
    "Sagsfremstilling\n\nBeslutning\n\n{}",
    "Indstilling {} {},",
    "Indstilling: {}",
    "Indstillingen blev {}.",
    "Beslutning i {} den 3. april 2026:\n\n{}",
    "Beslutningen om {}",
    "Bilag\n\n{} {}\n- {}.pdf",
    "Bilag: {}",
    "Bilaget viser {}",
    "Økonomi\n\n{}",
    "Økonomi:\n\n{}",
    "Økonomi {}",
    "Fraværende:\n\n{} {}\n\n{} {}",
    "Fraværende:\n{} {}, {}\n{}",
    "Fraværende {} {} og {}",
    "Fraværende {} er {}.",
    "Fraværet er {}",
    "Afbud fra {} {}",
    "Afbud: {} (FTR), {} ({}, {})",
    "{} og {} var fraværende. {} {}.",
    "{}, {} og {} deltog i mødet. {}",
    "Ikke til stede:\n\n{}",
    "- {}\n  - {}",
    "| {} | {} |",
    "{}\t{}\t12",
    "Side {} af {}",
    "{} ..... 7",
    "Lukket punkt",
    "Godkendt.",
    "",
)
_GAPS = st.sampled_from(("\n", "\n\n", "\n\n\n", "\n\nSide 2 af 9\n\n", "\f"))
_LETTERS = "abcdefghij"


@st.composite
def _marked_minutes(draw: st.DrawFn) -> str:
    """Minutes in which every `{}` is another word, beginning with a capital as a name does, or not."""
    heads = draw(st.lists(st.sampled_from(_HEADS), unique=True, max_size=6))
    bodies = draw(st.lists(st.sampled_from(_BODIES), min_size=1, max_size=12))
    pieces = [*sorted(heads, key=_HEADS.index), _FIRST_ITEM, *bodies]
    printed = "".join(piece + draw(_GAPS) for piece in pieces)
    marks = (f"{draw(st.sampled_from('KkØø'))}{_in_letters(number)}" for number in range(printed.count(_MARK)))
    return re.sub(re.escape(_MARK), lambda _: next(marks), printed)


def _in_letters(number: int) -> str:
    return "".join(_LETTERS[int(digit)] for digit in f"{number:03}")


_MARKED = re.compile(rf"\b[KkØø][{_LETTERS}]{{3}}\b")


@given(_marked_minutes())
def test_no_word_is_lost(text: str) -> None:
    lost = set(_MARKED.findall(text)) - _words_kept(read_minutes(text, "a.txt"))
    assert not lost


def _words_kept(minutes: Minutes) -> set[str]:
    """Every word that the minutes, as they were read, still hold."""
    kept = [*minutes.warnings]
    for item in minutes.items:
        kept += [*_texts_of_meeting(item.meeting), *_texts_of_item(item)]
    return {word for text in kept for word in _WORD.findall(text)}


def _texts_of_meeting(meeting: Meeting) -> list[str]:
    return [meeting.committee or "", meeting.place or "", *meeting.participants, *meeting.absent]


def _texts_of_item(item: AgendaItem) -> list[str]:
    sections = [text for section in item.sections for text in (section.heading or "", section.text)]
    case_number = item.case_number.printed if item.case_number else ""
    return [item.number or "", item.title or "", case_number, *item.absent, *item.attachments, *item.details, *sections]
