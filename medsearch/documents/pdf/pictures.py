"""Pages of a PDF that are pictures: told from others, and drawn for OCR."""

import math
from contextlib import closing
from ctypes import c_float
from typing import Any

import pypdfium2.raw as pdfium

from medsearch.documents.pages.picture import Picture

_DPI = 300
_MOST_PIXELS = 20_000_000  # A3 at 300 dpi has 17 million
_MOST_OBJECTS = 2_000
_POINTS_PER_INCH = 72
_DRAWN_LETTERS = 50  # so many shapes on a page without text: letters drawn as outlines
_PICTURES = frozenset({pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM})


def is_picture(page: Any, least_share: float) -> bool:
    """Whether a picture fills at least `least_share` of the page, PDFium's handle, or many shapes stand on it."""
    objects = [pdfium.FPDFPage_GetObject(page, n) for n in range(_count_objects(page))]
    kinds = [pdfium.FPDFPageObj_GetType(found) for found in objects]
    if kinds.count(pdfium.FPDF_PAGEOBJ_PATH) >= _DRAWN_LETTERS:
        return True
    area = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page) * least_share
    return any(_area(found) >= area for found, kind in zip(objects, kinds, strict=True) if kind in _PICTURES)


def draw(page: Any) -> Picture:
    """The page, one of pypdfium2, at 300 dpi, or less where it is very large."""
    inches = page.get_width() * page.get_height() / _POINTS_PER_INCH**2
    dpi = min(_DPI, math.sqrt(_MOST_PIXELS / max(inches, 1)))
    with closing(page.render(scale=dpi / _POINTS_PER_INCH, grayscale=True)) as bitmap:
        rows = bytes(bitmap.buffer)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    packed = b"".join(rows[start : start + width] for start in range(0, stride * height, stride))
    return Picture(b"P5 %d %d 255\n" % (width, height) + packed, round(dpi))


def _count_objects(page: Any) -> int:
    return min(max(int(pdfium.FPDFPage_CountObjects(page)), 0), _MOST_OBJECTS)


def _area(found: Any) -> float:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    if not pdfium.FPDFPageObj_GetBounds(found, left, bottom, right, top):
        return 0.0
    return float((right.value - left.value) * (top.value - bottom.value))
