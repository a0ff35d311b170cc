"""python -m benchmarks.documents [--files 60]: pages of PDF a second, against PDFium without us, as ratios in one run.

Both read the same files with as many processes; the text of minutes is not parsed into items here.
"""

import argparse
import multiprocessing
import tempfile
import time
from collections.abc import Callable, Iterator
from html import escape
from multiprocessing.pool import Pool
from pathlib import Path
from statistics import median

import pypdfium2 as pdfium
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from benchmarks.corpus import ITEMS_A_MEETING, write_archive
from medsearch.archive.workers import default_workers
from medsearch.documents import read_document

_SAMPLE = Path(__file__).parents[1] / "sample_data"
_HEADINGS = {"REFERAT": "Heading1", "Punkt": "Heading2"}
_SUBHEADINGS = frozenset({"Sagsfremstilling", "Indstilling", "Beslutning"})

Read = Callable[[Path], int]


def main() -> None:
    """Prints how fast PDFs are read, with one process and with one for each core."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=60, help="PDFs, each the minutes of a meeting")
    parser.add_argument("--runs", type=int, default=7, help="runs of each reader, taken in turn")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        files = list(write_pdfs(Path(place), options.files))
        pages = sum(map(read_bare, files))
        print(f"Reading {len(files)} PDFs of {pages} pages, against PDFium's bare text (medians):")
        for processes in sorted({1, default_workers()}):
            _compare(files, pages, processes, options.runs)


def read_ours(path: Path) -> int:
    """Reads a PDF as medsearch does; the length of its text."""
    return len(read_document(path).text)


def read_bare(path: Path) -> int:
    """Asks PDFium for the text of each page and leaves it; the number of pages."""
    with pdfium.PdfDocument(path.read_bytes()) as pdf:
        for number in range(len(pdf)):
            page = pdf[number]
            text = page.get_textpage()
            text.get_text_range()
            text.close()
            page.close()
        return len(pdf)


def _compare(files: list[Path], pages: int, processes: int, runs: int) -> None:
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        times = [(_timed(pool, read_ours, files), _timed(pool, read_bare, files)) for _ in range(runs + 1)][1:]
    ours, bare = (median(each) for each in zip(*times, strict=True))
    ratio = median(bare / ours for ours, bare in times)
    print(f"  {processes} process{'es' * (processes > 1)}: ", end="")
    print(f"medsearch {pages / ours:.0f} pages/s, PDFium {pages / bare:.0f} pages/s: {ratio:.2f} times as fast.")


def _timed(pool: Pool, read: Read, files: list[Path]) -> float:
    begun = time.perf_counter()
    pool.map(read, files, chunksize=1)
    return time.perf_counter() - begun


def write_pdfs(place: Path, count: int) -> Iterator[Path]:
    """Writes minutes as text files and as PDFs into `place`; the PDFs, one by one as they are written."""
    write_archive(place, count * ITEMS_A_MEETING, _SAMPLE)
    for minutes in sorted(place.glob("*.txt")):
        path = minutes.with_suffix(".pdf")
        SimpleDocTemplate(str(path), pagesize=A4, invariant=True).build(
            [_set(line) for line in minutes.read_text(encoding="utf-8").split("\n") if line],
            onFirstPage=_number,
            onLaterPages=_number,
        )
        yield path


def _set(line: str) -> Paragraph:
    first = line.split(" ", 1)[0]
    style = "Heading3" if line in _SUBHEADINGS else _HEADINGS.get(first, "BodyText")
    return Paragraph(escape(line), getSampleStyleSheet()[style])


def _number(canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.drawString(270, 30, f"Side {document.page}")


if __name__ == "__main__":
    main()
