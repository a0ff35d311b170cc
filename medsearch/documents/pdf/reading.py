"""PDF: the text of its pages in reading order, without what repeats on them; scanned pages by OCR where wanted."""

import re
from collections.abc import Iterable, Sequence
from contextlib import closing
from itertools import groupby
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from medsearch.documents.document import Document, Manuscript
from medsearch.documents.pages.furniture import Margins, without_furniture
from medsearch.documents.pages.line import Line
from medsearch.documents.pages.paragraphs import write_paragraphs
from medsearch.documents.pages.picture import ReadPicture
from medsearch.documents.pages.reading_order import in_reading_order
from medsearch.documents.pdf.page_text import MOST_CHARACTERS, read_page_text
from medsearch.documents.pdf.pictures import draw, is_picture
from medsearch.errors import ScannedError, UnreadableError
from medsearch.texts import _, counted, grouped, later, listed

MOST_PAGES = 2_000
_MOST_TEXT = 20_000_000  # characters

_WITH_OCR = later("Read it with OCR: medsearch index --ocr FOLDER, or medsearch inspect --ocr FILE to try.")
_FETCH_AGAIN = later("Fetch or save the file again and run medsearch index.")
_PRINT_TO_PDF = later("Open it in Adobe Acrobat Reader, print it to a new PDF and index that one.")
_REFUSED = {
    raw.FPDF_ERR_PASSWORD: (
        later("It is protected by a password."),
        later("Open it with the password, save or print it as a PDF without one, and run medsearch index again."),
    ),
    raw.FPDF_ERR_SECURITY: (later("It is encrypted in a way that cannot be read."), _PRINT_TO_PDF),
}
_DAMAGED = (later("It is damaged: it cannot be opened as a PDF."), _FETCH_AGAIN)
# What is to be said of pages: of one, of several.
_UNREAD = (
    later("Page {pages} is scanned, without text; medsearch index --ocr reads it."),
    later("Pages {pages} are scanned, without text; medsearch index --ocr reads them."),
)
_GARBLED = (
    later("Page {pages} has text in an encoding of its own that cannot be read; medsearch index --ocr reads it."),
    later("Pages {pages} have text in an encoding of its own that cannot be read; medsearch index --ocr reads them."),
)
_BY_OCR = (
    later("Page {pages} was scanned and read by OCR; words may be wrong."),
    later("Pages {pages} were scanned and read by OCR; words may be wrong."),
)
_LEFT_OUT = (
    later("Page {pages} is damaged and left out."),
    later("Pages {pages} are damaged and left out."),
)
_CUT = (
    later("Page {pages} is cut off after {most} characters."),
    later("Pages {pages} are cut off after {most} characters."),
)
_PORTFOLIO = re.compile(r"portfolio|portefølje", re.IGNORECASE)

_FEW_LETTERS = 40  # the stamp or the page number on a scan
_SCAN_SHARE = 0.5  # of the page, that the picture of a scan covers at least
_NO_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
_LETTER = re.compile(r"[^\W\d_]")
_ENOUGH_LETTERS = 150  # to judge by their vowels, which are 40 % of the letters in Danish
_VOWELS = "aeiouyæøåAEIOUYÆØÅ"


class _Page(NamedTuple):
    """What a page gave: its lines, and how they were read, or why it gave none."""

    lines: Sequence[Line] = ()
    by_ocr: bool = False
    scanned: bool = False
    garbled: bool = False
    damaged: bool = False
    cut: bool = False
    margins: Margins | None = None


def read_pdf(data: bytes, read_picture: ReadPicture | None = None) -> Document:
    """The text of a PDF. `read_picture` reads the pages that are pictures without text; without it they are told.

    Raises ScannedError where no page has text, UnreadableError for what is damaged, encrypted, empty or too long.
    """
    with _open(data) as pdf:
        _check(pdf)
        pages = [_read_page(pdf, number, read_picture) for number in range(len(pdf))]
        _refuse_portfolio(pdf, pages)
    _check_text(pages)
    return _document(pages)


def _open(data: bytes) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise UnreadableError(*map(_, _REFUSED.get(error.err_code, _DAMAGED))) from None


def _check(pdf: Any) -> None:
    if pdf.get_formtype() == raw.FORMTYPE_XFA_FULL:
        raise UnreadableError(_("It is an XFA form, which only Adobe's programs can show."), _(_PRINT_TO_PDF))
    if not len(pdf):
        raise UnreadableError(_("It has no pages."), _(_FETCH_AGAIN))
    if len(pdf) > MOST_PAGES:
        raise UnreadableError(
            _("It has {pages} pages; up to {most} are read.").format(pages=grouped(len(pdf)), most=grouped(MOST_PAGES)),
            _("Split it into several files."),
        )


def _refuse_portfolio(pdf: Any, pages: Sequence[_Page]) -> None:
    cover = " ".join(line.text for line in pages[0].lines)
    if len(pages) == 1 and pdf.count_attachments() and _PORTFOLIO.search(cover):
        raise UnreadableError(
            _("It is a PDF portfolio: the documents are attachments within it."),
            _("Open it in Adobe Acrobat Reader, save the documents in it as files of their own, and index those."),
        )


def _check_text(pages: Sequence[_Page]) -> None:
    if any(page.lines for page in pages):
        return
    count = counted(len(pages), "page", "pages")
    if any(page.by_ocr for page in pages):
        raise UnreadableError(
            _("It is scanned, and OCR found no text ({count}).").format(count=count),
            _("Look whether its pages are blank."),
        )
    if any(page.garbled for page in pages):
        raise ScannedError(
            _("Its text is in an encoding of its own that cannot be read ({count}).").format(count=count), _(_WITH_OCR)
        )
    if any(page.scanned for page in pages):
        raise ScannedError(_("It is scanned: pictures without text ({count}).").format(count=count), _(_WITH_OCR))
    if any(page.damaged for page in pages):
        raise UnreadableError(*map(_, _DAMAGED))
    raise UnreadableError(_("It has no text: {count}, all empty.").format(count=count), _(_FETCH_AGAIN))


def _read_page(pdf: Any, number: int, read_picture: ReadPicture | None) -> _Page:
    # PDFium's own functions: the page objects of pypdfium2 take a twentieth of the time.
    page = raw.FPDF_LoadPage(pdf, number)
    if not page:
        return _Page(damaged=True)
    try:
        found = _read_text(page)
    finally:
        raw.FPDF_ClosePage(page)
    return _read_by_ocr(pdf, number, found, read_picture) if read_picture and found.scanned else found


def _read_text(page: Any) -> _Page:
    textpage = raw.FPDFText_LoadPage(page)
    if not textpage:
        return _Page(damaged=True)
    try:
        turned = raw.FPDFPage_GetRotation(page) * 90
        height = raw.FPDF_GetPageHeightF(page)
        lines, cut = read_page_text(textpage, turned)
    finally:
        raw.FPDFText_ClosePage(textpage)
    text = "".join([line.text for line in lines])
    if _is_garbled(text):
        return _Page(scanned=True, garbled=True)
    if len(text) < _FEW_LETTERS and is_picture(page, _SCAN_SHARE if text else 0.0):
        return _Page(lines, scanned=True)
    # Lines of a page that is not turned are measured from its foot upwards.
    return _Page(in_reading_order(lines), cut=cut, margins=None if turned else Margins.of(-height, height))


def _is_garbled(text: str) -> bool:
    """Whether the letters have no meaning: the PDF does not say which ones its glyphs are."""
    if text.isprintable() and sum(map(text.count, "eai")) > len(text) * 0.1:  # nearly every page
        return False
    if len(_NO_CHARACTERS.findall(text)) > len(text) * 0.3:
        return True
    letters = len(_LETTER.findall(text))
    return letters > max(len(text) / 2, _ENOUGH_LETTERS) and sum(map(text.count, _VOWELS)) < letters * 0.15


def _read_by_ocr(pdf: Any, number: int, found: _Page, read_picture: ReadPicture) -> _Page:
    try:
        with closing(pdf.get_page(number)) as page:
            margins = Margins.of(0.0, page.get_height())
            return found._replace(lines=in_reading_order(read_picture(draw(page))), by_ocr=True, margins=margins)
    except UnreadableError:
        return found


def _document(pages: Sequence[_Page]) -> Document:
    manuscript = Manuscript()
    lines = without_furniture([list(page.lines) for page in pages], [page.margins for page in pages])
    # OCR measures letters in its own way: what stands out is judged among its own pages.
    for _by_ocr, numbers in groupby(range(len(pages)), key=lambda number: pages[number].by_ocr):
        write_paragraphs([lines[number] for number in numbers], manuscript)
    document = manuscript.document("pdf", _warnings(pages))
    if len(document.text) > _MOST_TEXT:
        raise UnreadableError(
            _("Its text is longer than {most} characters.").format(most=grouped(_MOST_TEXT)),
            _("Split it into several files."),
        )
    scanned = tuple(number for number, page in enumerate(pages, 1) if page.scanned)
    return Document(document.text, document.reader, document.warnings, document.headings, scanned)


def _warnings(pages: Sequence[_Page]) -> Iterable[str]:
    unread = [page.scanned and not page.by_ocr for page in pages]
    told = (
        (_UNREAD, [is_unread and not page.garbled for is_unread, page in zip(unread, pages, strict=True)]),
        (_GARBLED, [is_unread and page.garbled for is_unread, page in zip(unread, pages, strict=True)]),
        (_BY_OCR, [page.by_ocr for page in pages]),
        (_LEFT_OUT, [page.damaged for page in pages]),
        (_CUT, [page.cut for page in pages]),
    )
    return [_tell(warning, concerned) for warning, concerned in told if any(concerned)]


def _tell(warning: tuple[str, str], concerned: Sequence[bool]) -> str:
    numbers = [str(number) for number, is_concerned in enumerate(concerned, 1) if is_concerned]
    said = _(warning[len(numbers) > 1])
    return said.format(pages=listed(numbers), most=grouped(MOST_CHARACTERS))
