"""PDF as minutes come in it: the order of its lines, its paragraphs, what repeats on pages, and what cannot be read."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO

import pypdfium2 as pdfium
import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from medsearch.documents.document import Document
from medsearch.documents.pages.line import Line
from medsearch.documents.pages.picture import Picture
from medsearch.documents.pdf.reading import MOST_PAGES, read_pdf
from medsearch.errors import ScannedError, UnreadableError

_TEXT = (
    "Udvalget drøftede sygefraværet i institutionerne og bad ledelsen om en handleplan for det psykiske arbejdsmiljø "
    "inden sommerferien. Medarbejdersiden pegede på, at normeringen bør indgå i planen, og at der følges op på mødet "
    "i september, hvor også resultaterne af trivselsmålingen fra foråret foreligger i deres helhed."
)
_SIZE = 11
_LEFT, _TOP, _LINE = 60, 780, 14

Draw = Callable[[Canvas], None]


def drawn(*pages: Draw) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for draw in pages:
        canvas.setFont("Helvetica", _SIZE)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def printed(*lines: str, top: int = _TOP, left: int = _LEFT) -> Draw:
    """One line of print below the other; an empty one makes a gap."""

    def draw(canvas: Canvas) -> None:
        for number, line in enumerate(lines):
            canvas.drawString(left, top - _LINE * number, line)

    return draw


def all_of(*draws: Draw) -> Draw:
    def draw(canvas: Canvas) -> None:
        for each in draws:
            each(canvas)

    return draw


def typeset(*blocks: tuple[str, str]) -> bytes:
    """Paragraphs as a word processor sets them: (style, text)."""
    file = BytesIO()
    styles = getSampleStyleSheet()
    SimpleDocTemplate(file, pagesize=A4).build([Paragraph(text, styles[style]) for style, text in blocks])
    return file.getvalue()


def lines_of(data: bytes) -> list[str]:
    return [line for line in read_pdf(data).text.split("\n") if line]


def headings_of(document: Document) -> list[str]:
    lines = document.text.split("\n")
    return [lines[number] for number in sorted(document.headings)]


# Order


def test_labels_that_were_drawn_before_their_values_are_read_with_them() -> None:
    labels = printed("Mødedato:", "Mødested:", "Afbud:")
    values = printed("14. marts 2024", "Lokale 2", "Ib Holm", left=200)
    assert lines_of(drawn(all_of(labels, values))) == [
        "Mødedato: 14. marts 2024",
        "Mødested: Lokale 2",
        "Afbud: Ib Holm",
    ]


def test_page_that_was_drawn_from_its_end_is_read_from_its_beginning() -> None:
    page = all_of(printed("Beslutning", top=500), printed("Referat", top=700), printed("Indstilling", top=600))
    assert lines_of(drawn(page)) == ["Referat", "Indstilling", "Beslutning"]


def test_two_columns_of_running_text_are_read_one_after_the_other() -> None:
    words = _TEXT.split()
    left = [" ".join(words[start : start + 5]) for start in range(0, 20, 5)]
    right = [" ".join(words[start : start + 5]) for start in range(20, 40, 5)]
    text = read_pdf(drawn(all_of(printed(*left), printed(*right, left=330)))).text
    assert text.split() == words[:40]


def test_row_of_a_table_is_one_line_with_its_cells() -> None:
    file = BytesIO()
    rows = [["Område", "2024", "2025"], ["Kørsel", "640", "0"], ["Indretning", "1.250", "-90"]]
    SimpleDocTemplate(file).build([Table(rows, colWidths=120)])
    assert lines_of(file.getvalue()) == ["Område | 2024 | 2025", "Kørsel | 640 | 0", "Indretning | 1.250 | -90"]


def test_cell_of_two_lines_stays_together() -> None:
    cells = all_of(
        printed("Center for", "skole"), printed("Ib Holm", left=200), printed("Følger op", "i maj", left=350)
    )
    assert lines_of(drawn(cells)) == ["Center for skole | Ib Holm | Følger op i maj"]


@pytest.mark.parametrize(("angle", "x", "y"), [(90, 0, -595), (180, -595, -842), (270, -842, 0)])
def test_turned_page_is_read_as_it_is_shown(angle: int, x: int, y: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(angle)
        canvas.rotate(angle)
        canvas.translate(x, y)
        for line, height in (("Beslutning", 300), ("Referat", 400), ("Ib Holm", 350), ("Afbud:", 350)):
            canvas.drawString(200 if line == "Ib Holm" else 60, height, line)

    assert lines_of(drawn(draw)) == ["Referat", "Afbud: Ib Holm", "Beslutning"]


def test_text_that_stands_upright_comes_after_the_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.rotate(90)
        canvas.drawString(300, -30, "Udkast")
        canvas.restoreState()

    assert lines_of(drawn(all_of(draw, printed("Referat", "Godkendt.")))) == ["Referat", "Godkendt.", "Udkast"]


# Paragraphs


@pytest.mark.parametrize("style", ["Normal", "BodyText", "Heading2"])
def test_wrapped_paragraph_is_one_line(style: str) -> None:
    assert lines_of(typeset((style, _TEXT), ("Italic", _TEXT), ("Italic", _TEXT))).count(_TEXT) >= 1
    assert lines_of(typeset((style, _TEXT), ("Italic", _TEXT)))[0] == _TEXT


def test_wrapped_item_heading_is_one_heading() -> None:
    title = "12. Godkendelse af budget for 2025 og overslagsår for skoler, dagtilbud og ældrepleje i hele kommunen"
    document = read_pdf(
        typeset(("Heading1", title), ("BodyText", _TEXT), ("Heading2", "Beslutning"), ("BodyText", _TEXT))
    )
    assert headings_of(document) == [title, "Beslutning"]


def test_gap_on_the_page_is_an_empty_line() -> None:
    text = read_pdf(drawn(printed("Godkendt.", "Taget til efterretning.", "", "Intet."))).text
    assert text == "Godkendt.\nTaget til efterretning.\n\nIntet."


def test_names_and_labels_keep_lines_of_their_own() -> None:
    lines = ["Deltagere:", "Ib Holm", "Anne Marie Nielsen", "Karen Blixt Sørensen", "Sted: Rådhuset"]
    assert lines_of(drawn(printed(*lines))) == lines


def test_entries_of_a_list_stand_below_each_other() -> None:
    entries = ["1. at planen godkendes", "2. at der følges op", "\u2022 Støvler", "\u2022 Handsker"]
    text = read_pdf(drawn(printed(*entries))).text
    assert text == "1. at planen godkendes\n2. at der følges op\n- Støvler\n- Handsker"


def test_wrapped_entry_of_a_list_is_one_line() -> None:
    first, second = "1. at " + _TEXT[:240].rsplit(" ", 1)[0], "2. at planen godkendes"
    assert lines_of(typeset(("BodyText", first), ("BodyText", second))) == [first, second]


def test_rows_of_a_contents_list_stay_apart() -> None:
    rows = [f"{number}. Orientering fra formanden {'.' * 70} {number}" for number in range(1, 5)]
    assert lines_of(drawn(printed(*rows))) == rows


def test_date_at_the_beginning_of_a_wrapped_line_is_no_list_entry() -> None:
    before = "Udvalget besluttede på det ordinære møde, som blev holdt i kantinen på rådhuset den"
    lines = lines_of(drawn(printed(before, "12. marts 2024, at sagen udsættes.", *[f"{before}  og"] * 5)))
    assert lines[0].startswith(f"{before} 12. marts 2024, at sagen udsættes.")


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Udvalget drøftede det fysiske og det psykiske arbejds-", "miljø.", "psykiske arbejdsmiljø."),
        ("Der arbejdes videre med en ny aftale om samarbejds-", "og miljøforhold.", "samarbejds- og miljøforhold."),
        ("Udvalget drøftede den fælles aftale om brugen af IT-", "service.", "af IT-service."),
        ("Budgettet for de kommende år blev drøftet: perioden 2024-", "2025.", "perioden 2024-2025."),
    ],
)
def test_word_broken_at_the_end_of_a_line_is_whole(first: str, second: str, whole: str) -> None:
    assert whole in read_pdf(drawn(printed(first, second))).text


def test_word_broken_at_the_end_of_a_page_is_whole() -> None:
    pages = printed("Udvalget drøftede det psykiske arbejds-"), printed("miljø i klubberne.")
    assert read_pdf(drawn(*pages)).text == "Udvalget drøftede det psykiske arbejdsmiljø i klubberne."


def test_link_keeps_its_words() -> None:
    assert "se planen" in read_pdf(typeset(("Normal", 'Læs: <a href="https://intra.example/">se planen</a>'))).text


def test_bold_lines_of_their_own_are_headings_and_bold_words_are_not() -> None:
    document = read_pdf(
        typeset(("Normal", "<b>Indstilling</b>"), ("Normal", "<b>Afbud:</b> Ib Holm"), ("Normal", _TEXT))
    )
    assert headings_of(document) == ["Indstilling"]


def test_letters_of_an_embedded_font_are_read() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Times", size=12)
    pdf.multi_cell(0, text="Rådets ærlige drøftelse på Ærø\n" + _TEXT)
    assert lines_of(bytes(pdf.output())) == ["Rådets ærlige drøftelse på Ærø", _TEXT]


# What repeats on pages


def with_furniture(number: int, pages: int, *body: str) -> Draw:
    header = printed("LokalMED Bibliotek den 14. marts 2024", top=820)
    return all_of(header, printed(*body), printed(f"Side {number} af {pages}", top=30, left=280))


def test_headers_footers_and_page_numbers_are_dropped() -> None:
    bodies = ["Referat af LokalMED Bibliotek, marts", "Godkendt.", "Udsat.", "Intet."]
    pages = [with_furniture(number, 4, body) for number, body in enumerate(bodies, 1)]
    assert lines_of(drawn(*pages)) == bodies


def test_header_with_what_stands_nowhere_else_is_kept_once() -> None:
    pages = [with_furniture(number, 3, "Godkendt.") for number in (1, 2, 3)]
    assert lines_of(drawn(*pages))[0] == "LokalMED Bibliotek den 14. marts 2024"
    assert read_pdf(drawn(*pages)).text.count("LokalMED") == 1


@pytest.mark.parametrize("number", ["Side {} af 2", "{}/2", "- {} -", "{}"])
def test_page_numbers_of_two_pages_are_dropped(number: str) -> None:
    pages = [all_of(printed("Godkendt."), printed(number.format(page), top=30)) for page in (1, 2)]
    assert lines_of(drawn(*pages)) == ["Godkendt.", "Godkendt."]


def test_items_that_each_begin_a_page_are_no_page_numbers() -> None:
    pages = [printed(f"Punkt {number}", title) for number, title in enumerate(["Støj", "Lys", "Luft", "Varme"], 27)]
    assert [line for line in lines_of(drawn(*pages)) if line.startswith("Punkt")] == [
        f"Punkt {n}" for n in range(27, 31)
    ]


def test_absence_that_is_told_with_every_item_stays() -> None:
    pages = [
        printed(f"{number}. Emne", "Godkendt.", "Fraværende Ib Holm", f"Ny sag {'x' * number}") for number in (1, 2)
    ]
    assert read_pdf(drawn(*pages)).text.count("Fraværende Ib Holm") == 2


# Pages that are pictures


@cache
def picture_of(text: str) -> bytes:
    """A PDF with one page, a picture of `text`."""
    with pdfium.PdfDocument(drawn(printed(*text.split("\n")))) as pdf:
        page = pdf[0]
        bitmap = page.render(scale=2)
        image = bitmap.to_pil().convert("L")
        bitmap.close()
        page.close()
    file = BytesIO()
    image.save(file, "PDF", resolution=144)
    return file.getvalue()


def bound(*files: bytes) -> bytes:
    """The pages of several PDFs as one."""
    file = BytesIO()
    with pdfium.PdfDocument.new() as whole:
        for data in files:
            with pdfium.PdfDocument(data) as part:
                whole.import_pages(part)
        whole.save(file)
    return file.getvalue()


def test_scan_is_told_from_other_failures_with_the_way_to_read_it() -> None:
    with pytest.raises(ScannedError, match=r"scanned.*\(1 page\)") as refused:
        read_pdf(picture_of("Referat"))
    assert "--ocr" in refused.value.advice


def test_scanned_pages_among_others_are_named() -> None:
    text, picture = drawn(printed("Godkendt.")), picture_of("Referat")
    document = read_pdf(bound(text, picture, text, picture))
    assert document.scanned == (2, 4)
    assert document.warnings == ("Pages 2 and 4 are scanned, without text; medsearch index --ocr reads them.",)


def test_scanned_pages_are_read_by_ocr_in_their_place() -> None:
    seen: list[Picture] = []

    def read(picture: Picture) -> list[Line]:
        seen.append(picture)
        return [Line("Læst", 60, 90, 60, 11), Line("ved OCR", 60, 110, 73, 11), Line("2", 280, 286, 800, 11)]

    text = drawn(printed("Godkendt."))
    document = read_pdf(bound(text, picture_of("Referat"), text), read)
    assert document.text == "Godkendt.\n\nLæst\nved OCR\n\nGodkendt."
    assert document.scanned == (2,)
    assert document.warnings == ("Page 2 was scanned and read by OCR; words may be wrong.",)
    assert seen[0].data.startswith(b"P5 ")
    assert seen[0].dpi == 300


def test_page_on_which_ocr_fails_is_told_as_scanned() -> None:
    def fail(_: Picture) -> list[Line]:
        raise UnreadableError("It took too long.", "Scan it anew.")

    document = read_pdf(bound(drawn(printed("Godkendt.")), picture_of("Referat")), fail)
    assert "Page 2 is scanned" in document.warnings[0]


def test_text_whose_letters_are_unknown_counts_as_none() -> None:
    garbled = drawn(printed("Godkendt.")), drawn(printed("bcdfg hjklm npqrst vwxz " * 3, *["trk plm grf " * 6] * 5))
    document = read_pdf(bound(*garbled))
    assert document.scanned == (2,)
    assert "encoding" in document.warnings[0]


# What cannot be read


def test_portfolio_is_refused_with_the_way_to_take_its_documents_out() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Times", size=12)
    pdf.cell(text="Åbn denne PDF-portefølje i Acrobat.")
    pdf.embed_file(bytes=b"Referat", basename="referat.txt")
    with pytest.raises(UnreadableError, match="portfolio") as refused:
        read_pdf(bytes(pdf.output()))
    assert "save the documents in it" in refused.value.advice


def test_xfa_form_is_refused_with_advice() -> None:
    catalog = b"/Type /Catalog /Pages 2 0 R /NeedsRendering true /AcroForm << /XFA (<xdp/>) /Fields [] >>"
    objects = (catalog, b"/Type /Pages /Kids [3 0 R] /Count 1", b"/Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]")
    body = b"".join(b"%d 0 obj << %s >> endobj\n" % (number, each) for number, each in enumerate(objects, 1))
    with pytest.raises(UnreadableError, match="XFA"):
        read_pdf(b"%PDF-1.7\n" + body + b"trailer << /Root 1 0 R /Size 4 >>\n%%EOF")


def encrypted() -> bytes:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_encryption(owner_password="ejer", user_password="bruger")
    return bytes(pdf.output())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (encrypted(), "password"),
        (b"%PDF-1.7\n%%EOF", "damaged"),
        (b"", "damaged"),
        (drawn(printed("Godkendt."))[:300], "damaged"),
        (drawn(printed("")), "no text"),
    ],
    ids=["password", "nothing in it", "empty", "cut off", "blank"],
)
def test_what_cannot_be_read_is_refused_with_advice(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as refused:
        read_pdf(data)
    assert refused.value.advice
    assert not isinstance(refused.value, ScannedError)


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(UnreadableError, match="pages"):
        read_pdf(drawn(*[printed()] * (MOST_PAGES + 1)))


_SMALL = drawn(printed("1. Godkendelse af dagsorden", "Godkendt.", left=60), printed("Eventuelt"))


@settings(deadline=None)
@given(st.integers(0, len(_SMALL) - 1), st.lists(st.tuples(st.integers(0, len(_SMALL) - 1), st.integers(0, 255))))
def test_damaged_file_is_read_or_refused(length: int, flips: Sequence[tuple[int, int]]) -> None:
    data = bytearray(_SMALL)
    for position, byte in flips:
        data[position] = byte
    for damaged in (bytes(data), _SMALL[:length]):
        try:
            read_pdf(damaged)
        except UnreadableError as refused:
            assert refused.advice


_WORDS = st.lists(st.text("abcdeæøåÆ", min_size=3, max_size=12), min_size=1, max_size=60)


@settings(deadline=None, max_examples=50)
@given(st.lists(_WORDS, min_size=1, max_size=6))
def test_no_word_is_lost(paragraphs: list[list[str]]) -> None:
    data = typeset(*(("BodyText", " ".join(words)) for words in paragraphs))
    assert read_pdf(data).text.split() == [word for words in paragraphs for word in words]


_PLACES = st.tuples(st.integers(40, 400), st.integers(60, 780), st.text("abcdeæøå", min_size=2, max_size=9))


@settings(deadline=None, max_examples=50)
@given(st.lists(_PLACES, min_size=1, max_size=25))
def test_no_letter_is_lost_wherever_it_stands(places: list[tuple[int, int, str]]) -> None:
    def draw(canvas: Canvas) -> None:
        for x, y, word in places:
            canvas.drawString(x, y, word)

    with pdfium.PdfDocument(data := drawn(draw)) as pdf:
        page = pdf[0]
        textpage = page.get_textpage()
        drawn_text = textpage.get_text_range()
        textpage.close()
        page.close()
    assert sorted(re.sub(r"\W", "", read_pdf(data).text)) == sorted(re.sub(r"\W", "", drawn_text))


def test_what_ends_every_item_is_no_footer_though_each_item_has_a_page_of_its_own() -> None:
    pages = [
        [f"Punkt {number}: {title}", "Sagsfremstilling", "Sagen blev forelagt.", "Beslutning", "Godkendt."]
        for number, title in enumerate(("Budget", "Ferie", "Løn", "Stole", "Lys", "Kaffe", "Is"), start=1)
    ]
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for number, lines in enumerate(pages, start=1):
        for place, line in enumerate(lines):
            canvas.drawString(72, 760 - 24 * place, line)
        canvas.drawString(72, 30, f"LokalMED Havnen - Side {number}")
        canvas.showPage()
    canvas.save()
    text = read_pdf(file.getvalue()).text
    assert text.count("Beslutning") == text.count("Godkendt.") == len(pages)
    assert "Side 3" not in text
