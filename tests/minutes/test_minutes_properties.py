"""What holds for every text that `read_minutes` is given: it never fails, and it loses no word."""

import re
import string
from typing import NamedTuple

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
_TITLES = (
    "REFERAT LokalMED {} d. 04-05-2026",
    "Referat fra LokalMED {}s møde den 4. maj 2026 kl. 9.00-10.30",
    "Beslutningsprotokol fra {}udvalgets møde d. 4. maj 2026",
    "{} Kommune\nHavneudvalget\nReferat\n4. maj 2026 kl. 16.00 i {}huset",
    "Dagsorden til {} {} - 04/05-2026",
    "4. maj 2026 - Hovedudvalget - {} {}",
    "Referat\n\n{}\n\n{} {}",
    "Den 4. maj 2026 holdt Havneudvalget møde i {} {}. Til stede var {} {} og {} {}. Afbud fra {} {}.",
    "Vi mødtes i {} {}. Mødet blev holdt mandag den 4. maj 2026 kl. 9. {} {} deltog.",
    "Notat\n\nSagsnr. 26/1\nDato: 11-05-2026\nInitialer: {}\nE-mail: {}@a.dk\nTil: {}",
    "",
)
_HEADS = (
    "Mødedato Mandag d. 4. maj 2026 kl. 09:00",
    "Mødedato: 4. maj 2026 kl. 9 på {} {}",
    "Dato\n\n4. maj 2026\n{}",
    "Dato og tid: mandag d. 4. maj 2026 kl. 9-11, {}",
    "Møde: {}udvalget",
    "Udvalg: {} {}",
    "Udvalg: at {} {}",
    "Dato 04-05-2026\nTid 9.00\nSted {} {}\nDeltagere {} {}",
    "Mødested {} {}",
    "Mødested: {}\n{} {}",
    "Sted:\n\n{} {}",
    "Mødeste {} {}",
    "Lokale: {}",
    "i {} {}",
    "{}salen",
    "Dato:\nTid:\nSted:\nDeltagere:\nAfbud:\n\n04-05-2026\n9-11\n{} {}\n{} {}, {} {}\n{} {}",
    "Dato:\nTid:\nSted:\n{} {}",
    "Starttidspunkt: 4. maj 2026 kl. 9 {}\nSluttidspunkt: kl. 11 {}",
    "Mødet sluttede: 11.30 {}",
    "Mødedeltagere {} {}, {}\n{}, {} og {}",
    "Mødedeltagere: {} {} ({}), {} {}",
    "Deltagere:\n\n{} {}\n\n{} {}\n\n{}",
    "Medlemmer:\n- {} {}\n- {} {} ({})\n{} for {}",
    "Mødt: {} {}, {} {} Afbud: {} {}",
    "Til stede | {} {}, {} {}",
    "Sted | {} | {}",
    "Fraværende: {} {}",
    "Afbud: {} {} og {}",
    "Fraværende med afbud:\n{} {}\n{}",
    "Afbud: {} er {}.",
    "Referent: {} {}",
    "Ordstyrer: {}\nBemærkninger:\n{}",
    "{} {} var fraværende.",
    "Dagsorden til {} {} den 11. maj 2026",
    "Mødet er hævet kl. 11.30 af {}",
    "{}",
    "{} {}.",
)
_CONTENTS = (
    "Indholdsfortegnelse\n\nGodkendelse af dagsorden.....\t3\nEventuelt.....\t4",
    "Dagsorden\n\n1. Godkendelse af dagsorden\n2. Budget for næste år\n3. Eventuelt",
    "Punkter\n\n| Punkt 1: Godkendelse af dagsorden | 3 |\n| Punkt 2: Budget for næste år | 4 |",
    "",
)
_FIRST_ITEMS = (
    "\n\nPunkt 1: Godkendelse af {} {}\n\n81.38.00-P35-7-26\n\nBeslutning",
    "\n\n1. Godkendelse af {} {}\n\nSagsnr.: 26/1234\n\nIndstilling\n\n{}\n\nBeslutning",
    "\n\nGodkendelse af {} {}\n\nPunkt 1\n\nSagsid: 26/1234\n\nBeslutning",
    "\n\nEmne: Godkendelse af {}\n\n{}\n\nEmne: {}\n\n",
    "\n\nPunkt 1 | Godkendelse af {}\nBeslutning | {}\nPunkt 2 | {}\nBeslutning | {}",
    "\n\na) {} {}\n\nSagsnr. 26/1\n\nb) {}\n\nSagsnr. 26/2",
    "\n\n",
)
# The forms of `headings._FORMS`, and some that are none.
_ITEMS = (
    "Punkt 1: {} {}\n\n81.38.00-P35-7-26",
    "Punkt 2\n\n{} {}",
    "Punkt 3: {} {} - Lukket punkt",
    "Punkt 4 - {}\n{} {}\n\nSagsnr.: 26/1234",
    "PUNKT NR. 5 {}",
    "Pkt. 5. {} ({})",
    "6. {}\n\nResumé",
    "6 {} {}",
    "6 – {} {}\n\nÅbent",
    "6{}",
    "Sag nr. 7 {} {}\nSagsnr. 26/1",
    "7/26 {} {}\n\nBeslutning",
    "BU-8/26-Å {}\n\nBeslutning",
    "Nr. 8 {} {}",
    "9 (Åben) {}",
    "9. [Lukket] {} {}",
    "Lukket 9: {}",
    "Ad 1. {}",
    "Ad 2\n\n{}",
    "7. at {}",
    "Punkt 8 blev {}",
    "Punkt 9: {}\n{}\nBeslutning",
    "Punkt 9: {} {},\n{} {}",
    "Punkt 10: {} og\n{} {} {} {} {} {} {} {} {} {}\n{}\n\n26/1234",
    "Punkt 10: {} (B) (5 min)\n\nSagsbehandler: {} | Sagsnr. 26/1234",
    "Punkt 11: {} (åben) ({})",
    "Punkt 11: {} (26/1234)\n26/1235\n26/1236 - Åben sag",
    "Punkt 11. Fraværende {}",
    "Punkt 12: {}\n\nPunkt 12: {} {}",
    "Punkt 13 | {} {}\nBeslutning | {}\nFraværende | {} {}",
    "Punkt 13 | {} | {}",
    "Sagsnr. | 26/1234 | Dok.nr. | {}",
    "{} {}\n\nPunkt 14\n\nSagsnr. 26/1234",
    "26/1234\n\n15. {} {}",
    "A. Sager til {}\n\n16. {}\n\nBeslutning",
    "LUKKET MØDE\n\nPunkt 17: {}\n\n26/1234",
    "Åbne punkter\n\n{}",
    "Sagsnr.: 26/1234 Initialer: {} Åben sag",
    "Brevid: {}\nSagsansvarlig: {} {}",
    "Behandles på: {}\nTidsramme: {} min",
    "Åbent - {}",
    "Emne: {} {}",
    "b) {}",
    "2024 {} {}",
    "12 {}vej",
)
_BODIES = (
    "Resumé\n\n{}",
    "Sagsfremstilling:\n{} {}",
    "Sagsfremstilling\n\nBeslutning\n\n{}",
    "{} SagsfremstillingGodkendt {}",
    "{} BeslutningGodkendt {}.1. {}",
    "Indstilling {} {},",
    "Indstilling: {}",
    "Indstillingen blev {}.",
    "Indstilling | {} {}",
    "Bilag | {} | {}",
    "Forslag | {}",
    "Beslutning i {} den 3. april 2026:\n\n{}",
    "Beslutning i {}udvalget:\n{}",
    "Beslutning {} {}, 03-04-2026, pkt. 4",
    "Behandling i {}rådet den 4. maj 2026",
    "{}udvalget, 03-04-2026, pkt. 42\n\n{}",
    "{}udvalget besluttede: {}",
    "Beslutning: Udsat til {}.",
    "Beslutningen om {}",
    "Konklusion {}",
    "Direktionen for {} indstiller, at\n- {}",
    "Det indstilles at {}",
    "Forvaltningen {} anbefaler til {}, at {}",
    "Sagen afgøres af {} {}",
    "Hvem beslutter? {}",
    "Bilag\n\n{} {}\n- {}.pdf",
    "Bilag:\n1. {}\n• {} {}\n-\nIngen",
    "Bilag: {}",
    "Bilaget viser {}",
    "{} {}.docx",
    "Økonomi\n\n{}",
    "Økonomi:\n\n{}",
    "Økonomi {}",
    "Klima\n{}\nHøring\n{}",
    "Fraværende:\n\n{} {}\n\n{} {}",
    "Fraværende:\n{} {}, {}\n{}",
    "Fraværende {} {} og {}",
    "Fraværende {} er {}.",
    "Fraværet er {}",
    "Fraværende\n\n{}",
    "Fraværende | {} {} og {} {}",
    "Afbud fra {} {}",
    "Afbud: {} (FTR), {} ({}, {})",
    "{} og {} var fraværende. {} {}.",
    "{} {} var fraværende ved {} af {}.",
    "Der var afbud fra {} {} og {} {}. {}.",
    "{} {} havde meldt afbud på grund af {}.",
    "{} {} havde forladt mødet og var fraværende under {}. {}",
    "{}, {} og {} deltog i mødet. {}",
    "{} {} og {} {} deltog i mødet.",
    "Til stede var {} {} og {} {}. {}",
    "Ikke til stede:\n\n{}",
    "- {}\n  - {}",
    "| {} | {} |",
    "{} | {} | {}",
    "{}\t{}\t12",
    "Side {} af {}",
    "{} ..... 7",
    "{} ..... 7\n{} ..... 8",
    "Luk punkt ind {}",
    "Vis dette punkt ud {}\n{}",
    "Del {}",
    "Print - {}",
    "Mødested: {}",
    "Deltagere: {} {}",
    "Referat fra {} den 24. oktober 2025",
    "Lukket punkt",
    "Åben/lukket: Lukket {}",
    "Godkendt.",
    "",
)
_MEETINGS = (
    "REFERAT LokalMED {} d. 11-06-2026\n\nMødedato: 11. juni 2026\n\nMødested: {} {}\n\nPunkt 1: {}",
    "Referat\n\nHavneudvalget {}\n\nMødedato: 12. juni 2026 kl. 9\n\nDeltagere: {} {}\n\nPunkt 1: {}\n\nBeslutning",
    "Referat fra HMU den 13. juni 2026 {}\nMødedato: 13. juni 2026\n{}",
    "REFERAT LokalMED Havnen d. 04-05-2026",
    "Mødedato: 14. juni 2026 {}",
    "Mødedato: 4. maj 2026 {}",
)
_TRAILERS = (
    "Bilagsoversigt\n\n1. {}.pdf\n{} {}",
    "Underskrifter\n\n{} {}\n\n{} {}",
    "Næste møde: {} {}",
    "Mødet hævet kl. 11.30 {}",
    "Sidst opdateret {}",
    "Kontakt\n{} Kommune\n{}vej 8\nTlf. {}\nCookies på {}",
    "{}vej 7, 9999 {}",
)
_PIECES_OF_MINUTES = _ITEMS + _BODIES + _MEETINGS
_GAPS = st.sampled_from((
    "\n", "\n\n", "\n\n\n", "\n\nSide 2 af 9\n\n", "\f", "\nTil toppen\n", "\nFold alle punkter ind\n\n",
    "\n\nLokalMED Havnen - 04-05-2026 Side 3 af 9\n\n", "\n- 4 -\n", "\n|---|---|\n", "\nUdskriv punktet - PDF\n",
))  # fmt: skip
_LETTERS = "abcdefghij"


class _Document(NamedTuple):
    """A text, and the numbers of the lines that its document marks as headings."""

    text: str
    headings: frozenset[int]


@st.composite
def _marked_minutes(draw: st.DrawFn) -> _Document:
    """Minutes in which every `{}` is another word, beginning with a capital as a name does, or not."""
    title = draw(st.sampled_from(_TITLES))
    heads = draw(st.lists(st.sampled_from(_HEADS), unique=True, max_size=4))
    contents = draw(st.sampled_from(_CONTENTS))
    first = draw(st.sampled_from(_FIRST_ITEMS if not contents else _FIRST_ITEMS[:3]))
    bodies = draw(st.lists(st.sampled_from(_PIECES_OF_MINUTES), min_size=1, max_size=12))
    trailers = draw(st.lists(st.sampled_from(_TRAILERS), max_size=2))
    pieces = [title, *heads, contents, first, *bodies, *trailers]
    printed = "".join(piece + draw(_GAPS) for piece in pieces)
    marks = (f"{draw(st.sampled_from('KkØø'))}{_in_letters(number)}" for number in range(printed.count(_MARK)))
    text = re.sub(re.escape(_MARK), lambda _: next(marks), printed)
    last = text.replace("\f", "\n").count("\n")
    return _Document(text, draw(st.frozensets(st.integers(0, last), max_size=8)))


def _in_letters(number: int) -> str:
    return "".join(_LETTERS[int(digit)] for digit in f"{number:03}")


# Other letters may stand behind, as in `{}udvalget`, and figures before.
_MARKED = re.compile(rf"(?<![^\W\d_])[KkØø][{_LETTERS}]{{3}}")


@given(_marked_minutes())
def test_no_word_is_lost(document: _Document) -> None:
    read = read_minutes(document.text, "a.txt", document.headings)
    lost = set(_MARKED.findall(document.text)) - _marks_kept(read)
    assert not lost


@given(_marked_minutes())
def test_minutes_are_read_the_same_again_whatever_blanks_stand_behind_lines(document: _Document) -> None:
    text, headings = document
    read = read_minutes(text, "a.txt", headings)
    assert read_minutes(text, "a.txt", headings) == read
    assert read_minutes(re.sub("(?=[\n\f])", " \t ", text), "a.txt", headings) == read


@given(_marked_minutes())
def test_addresses_of_minutes_tell_their_items_apart(document: _Document) -> None:
    items = read_minutes(document.text, "a.txt", document.headings).items
    assert len({item.id for item in items}) == len(items)
    assert [item.place for item in items] == list(range(1, len(items) + 1))


def _marks_kept(minutes: Minutes) -> set[str]:
    return {mark for word in _words_kept(minutes) for mark in _MARKED.findall(word)}


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
