"""OCR by Tesseract: what a scan gives, and what is said where it cannot be had."""

import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

from medsearch.documents.ocr import find_tesseract, read_picture
from medsearch.documents.ocr import tesseract as ocr
from medsearch.documents.pages.picture import Picture
from medsearch.documents.pdf import read_pdf
from medsearch.errors import NoOcrError, UnreadableError

_TEXT = (
    "Udvalget drøftede sygefraværet i institutionerne og bad ledelsen om en handleplan for det psykiske arbejdsmiljø "
    "inden sommerferien. Medarbejdersiden pegede på, at normeringen bør indgå i planen, og at der følges op på mødet."
)
_PAGE = Picture(b"P5 10 10 255\n" + b"\xff" * 100, 300)


def has_danish() -> bool:
    if not shutil.which("tesseract"):
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False)
    return "dan" in listed.stdout.split()


with_tesseract = pytest.mark.skipif(not has_danish(), reason="Tesseract with its Danish model is not installed")


@pytest.fixture(autouse=True)
def _look_anew() -> Iterator[None]:
    find_tesseract.cache_clear()
    yield
    find_tesseract.cache_clear()


def scan(*paragraphs: str | Flowable, footer: str = "", turned: float = 0, noise: float = 0) -> bytes:
    """A PDF whose pages are pictures of these paragraphs, turned by so many degrees and under so much noise."""
    file, scanned = BytesIO(), BytesIO()

    def draw_footer(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.drawString(220, 30, footer.format(document.page))

    normal = getSampleStyleSheet()["BodyText"]
    SimpleDocTemplate(file, pagesize=A4).build(
        [Paragraph(each, normal) if isinstance(each, str) else each for each in paragraphs],
        onFirstPage=draw_footer,
        onLaterPages=draw_footer,
    )
    first, *others = [_scanned(page, turned, noise) for page in _pictures(file.getvalue())]
    first.save(scanned, "PDF", resolution=200, save_all=True, append_images=others)
    return scanned.getvalue()


def _pictures(data: bytes) -> Iterator[Image.Image]:
    with pdfium.PdfDocument(data) as pdf:
        for number in range(len(pdf)):
            page = pdf[number]
            bitmap = page.render(scale=200 / 72)
            yield bitmap.to_pil().convert("L")
            bitmap.close()
            page.close()


def _scanned(image: Image.Image, turned: float, noise: float) -> Image.Image:
    askew = image.rotate(turned, Image.Resampling.BICUBIC, fillcolor=255)
    return Image.blend(askew, Image.effect_noise(askew.size, 60), noise)


def heading(text: str) -> Paragraph:
    return Paragraph(text, getSampleStyleSheet()["Heading2"])


@with_tesseract
def test_scan_is_read_in_paragraphs() -> None:
    document = read_pdf(scan(_TEXT, "Beslutning", _TEXT), read_picture)
    words = set(document.text.split())
    assert len(words & set(_TEXT.split())) > 0.9 * len(set(_TEXT.split()))
    assert "Beslutning" in document.text.split("\n")
    assert max(len(line) for line in document.text.split("\n")) > 150


@with_tesseract
def test_scan_is_read_without_its_running_footer_and_with_its_headings() -> None:
    titles, words = ["1. Godkendelse af dagsorden", "2. Budget 2025", "3. Trivsel og sygefravær"], _TEXT.split()
    bodies = [" ".join(words[start:]) for start in (0, 9, 17)]
    pages = [each for title, body in zip(titles, bodies, strict=True) for each in (heading(title), body, PageBreak())]
    document = read_pdf(scan(*pages, footer="LokalMED Bibliotek - Side {}"), read_picture)
    lines = document.text.split("\n")
    assert [lines[number] for number in sorted(document.headings) if lines[number] in titles] == titles
    assert "Side" not in document.text
    assert document.text.count("LokalMED") <= 1


@with_tesseract
def test_noisy_scan_that_lies_askew_is_read() -> None:
    document = read_pdf(scan(heading("1. Trivsel"), _TEXT, _TEXT, turned=1, noise=0.25), read_picture)
    words = set(document.text.split())
    assert len(words & set(_TEXT.split())) > 0.9 * len(set(_TEXT.split()))
    assert len([line for line in document.text.split("\n") if line]) == 3


@with_tesseract
def test_blank_page_has_no_text() -> None:
    blank = Picture(b"P5 600 800 255\n" + b"\xff" * 480_000, 100)
    assert read_picture(blank) == []


@with_tesseract
def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(UnreadableError, match="OCR failed") as refused:
        read_picture(Picture(b"no picture", 300))
    assert refused.value.advice


def test_missing_tesseract_is_told_with_the_way_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(NoOcrError, match="not installed") as missing:
        find_tesseract()
    for system in ("apt install", "brew install", "Windows"):
        assert system in missing.value.advice


def answer(monkeypatch: pytest.MonkeyPatch, *answers: bytes | Exception) -> None:
    """Lets Tesseract give these answers, one after the other."""
    left = list(answers)

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        given = left.pop(0)
        if isinstance(given, Exception):
            raise given
        return subprocess.CompletedProcess(command, 0, given)

    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/tesseract")
    monkeypatch.setattr(subprocess, "run", run)


def test_missing_danish_model_is_told_with_the_way_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, b"List of available languages (2):\neng\nosd\n")
    with pytest.raises(NoOcrError, match="Danish") as missing:
        find_tesseract()
    assert "tesseract-ocr-dan" in missing.value.advice


def test_page_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, b"dan\n", subprocess.TimeoutExpired("tesseract", ocr.LONGEST_PAGE))
    with pytest.raises(UnreadableError, match="longer than 120 seconds"):
        read_picture(_PAGE)


def test_tesseract_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, OSError(8, "Exec format error"))
    with pytest.raises(NoOcrError, match="Exec format error"):
        find_tesseract()
