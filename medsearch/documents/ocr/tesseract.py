"""OCR: the lines of a picture, read by Tesseract through its command line."""

import os
import shutil
import subprocess
from functools import cache

from medsearch.documents.ocr.hocr import lines_of_hocr
from medsearch.documents.pages.line import Line
from medsearch.documents.pages.picture import Picture
from medsearch.errors import NoOcrError, UnreadableError, system_reason
from medsearch.texts import _, later

LANGUAGE = "dan"
LONGEST_PAGE = 120  # seconds; a page of A4 takes about three

_ON_WINDOWS = r"C:\Program Files\Tesseract-OCR\tesseract.exe"
_INSTALL = later(
    "Install Tesseract with Danish, then run medsearch index --ocr again: "
    "on Debian or Ubuntu with sudo apt install tesseract-ocr tesseract-ocr-dan; "
    "on macOS with brew install tesseract tesseract-lang; "
    "on Windows with the installer from https://github.com/UB-Mannheim/tesseract/wiki (choose Danish in it)."
)
_INSTALL_DANISH = later(
    "Install it, then run medsearch index --ocr again: "
    "on Debian or Ubuntu with sudo apt install tesseract-ocr-dan; on macOS with brew install tesseract-lang; "
    "on Windows run the installer once more and choose Danish."
)
_LOOK_AT_IT = later("Look at the page: a clearer scan may help.")
_OPTIONS = ("-l", LANGUAGE, "--psm", "4", "-c", "tessedit_create_hocr=1")  # 4: one column, rows of tables kept


@cache
def find_tesseract() -> str:
    """Where Tesseract is. Raises NoOcrError where it, or its Danish model, is not installed."""
    program = shutil.which("tesseract") or shutil.which(_ON_WINDOWS)
    if not program:
        raise NoOcrError(_("Tesseract, which reads scanned pages, is not installed."), _(_INSTALL))
    listed = _run([program, "--list-langs"], b"").split()
    if LANGUAGE.encode() not in listed:
        raise NoOcrError(_("Tesseract is installed, but its Danish model is not."), _(_INSTALL_DANISH))
    return program


def read_picture(picture: Picture) -> list[Line]:
    """The lines of a page.

    Raises NoOcrError without Tesseract, UnreadableError where it fails or takes too long.
    """
    command = [find_tesseract(), "stdin", "stdout", "--dpi", str(picture.dpi), *_OPTIONS]
    return lines_of_hocr(_run(command, picture.data).decode("utf-8", "replace"), picture.dpi)


def _run(command: list[str], data: bytes) -> bytes:
    # One thread each: pages are read in parallel by our own workers.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=LONGEST_PAGE, env=environment, check=True
        )
    except subprocess.TimeoutExpired:
        raise UnreadableError(
            _("OCR of a page took longer than {most} seconds.").format(most=LONGEST_PAGE), _(_LOOK_AT_IT)
        ) from None
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise UnreadableError(
            _("OCR failed: {reason}.").format(reason=reason or error.returncode), _(_LOOK_AT_IT)
        ) from None
    except OSError as error:
        raise NoOcrError(
            _("Tesseract cannot be started: {reason}.").format(reason=system_reason(error)), _(_INSTALL)
        ) from None
    return done.stdout
