"""OCR: the text of a picture, read by Tesseract through its command line."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from statistics import median
from typing import NamedTuple

from medsearch.documents.document import Manuscript
from medsearch.documents.page import Line
from medsearch.documents.paragraphs import write_paragraphs
from medsearch.documents.picture import Picture
from medsearch.documents.reading_order import in_reading_order
from medsearch.errors import NoOcrError, UnreadableError

LANGUAGE = "dan"
LONGEST_PAGE = 120  # seconds; a page of A4 takes about three

_ON_WINDOWS = r"C:\Program Files\Tesseract-OCR\tesseract.exe"
_INSTALL = (
    "Install Tesseract with Danish, then run medsearch index --ocr again: "
    "on Debian or Ubuntu with sudo apt install tesseract-ocr tesseract-ocr-dan; "
    "on macOS with brew install tesseract tesseract-lang; "
    "on Windows with the installer from https://github.com/UB-Mannheim/tesseract/wiki (choose Danish in it)."
)
_INSTALL_DANISH = (
    "Install it, then run medsearch index --ocr again: "
    "on Debian or Ubuntu with sudo apt install tesseract-ocr-dan; on macOS with brew install tesseract-lang; "
    "on Windows run the installer once more and choose Danish."
)
_LOOK_AT_IT = "Look at the page: a clearer scan may help."
_OPTIONS = ("-l", LANGUAGE, "--psm", "4", "-c", "tessedit_create_tsv=1")  # 4: one column, rows of tables kept
_POINTS_PER_INCH = 72
_LARGER = 1.4  # times the usual height: a heading; letters with and without tails differ by less
_WORD = "5"  # a row of Tesseract's TSV that is a word


class _Word(NamedTuple):
    """A word and its box, in pixels, and the line it stands on."""

    line: tuple[str, ...]
    left: int
    top: int
    width: int
    height: int
    text: str


@cache
def find_tesseract() -> str:
    """Where Tesseract is. Raises NoOcrError where it, or its Danish model, is not installed."""
    program = shutil.which("tesseract") or shutil.which(_ON_WINDOWS)
    if not program:
        raise NoOcrError("Tesseract, which reads scanned pages, is not installed.", _INSTALL)
    listed = _run([program, "--list-langs"], b"").split()
    if LANGUAGE.encode() not in listed:
        raise NoOcrError("Tesseract is installed, but its Danish model is not.", _INSTALL_DANISH)
    return program


def read_picture(picture: Picture) -> str:
    """The text of a page, its paragraphs parted by an empty line.

    Raises NoOcrError without Tesseract, UnreadableError where it fails or takes too long.
    """
    command = [find_tesseract(), "stdin", "stdout", "--dpi", str(picture.dpi), *_OPTIONS]
    words = list(_words(_run(command, picture.data).decode("utf-8", "replace")))
    manuscript = Manuscript()
    write_paragraphs([in_reading_order(list(_lines(words, picture.dpi)))], manuscript)
    return "\n".join(manuscript.lines)


def _run(command: list[str], data: bytes) -> bytes:
    # One thread each: pages are read in parallel by our own workers.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=LONGEST_PAGE, env=environment, check=True
        )
    except subprocess.TimeoutExpired:
        raise UnreadableError(f"OCR of a page took longer than {LONGEST_PAGE} seconds.", _LOOK_AT_IT) from None
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise UnreadableError(f"OCR failed: {reason or error.returncode}.", _LOOK_AT_IT) from None
    except OSError as error:
        raise NoOcrError(f"Tesseract cannot be started: {error.strerror}.", _INSTALL) from None
    return done.stdout


def _words(table: str) -> Iterator[_Word]:
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) == 12 and cells[0] == _WORD and cells[11].strip():
            left, top, width, height = map(int, cells[6:10])
            yield _Word(tuple(cells[1:5]), left, top, width, height, cells[11].strip())


def _lines(words: list[_Word], dpi: int) -> Iterator[Line]:
    """The words as lines, in points."""
    scale = _POINTS_PER_INCH / dpi
    usual = median([word.height for word in words]) if words else 0
    for _, group in groupby(words, key=lambda word: word.line):
        line = list(group)
        height = median([word.height for word in line])
        yield Line(
            text=" ".join(word.text for word in line),
            left=line[0].left * scale,
            right=max(word.left + word.width for word in line) * scale,
            # Below the words without g, j, p, q, y or a comma; measured no better than to a point.
            y=round(sorted(word.top + word.height for word in line)[len(line) // 4] * scale),
            size=(height if height > _LARGER * usual else usual) * scale * 1.2,
        )
