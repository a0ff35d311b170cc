"""OCR: the text of pictures, by Tesseract where that is installed."""

from medsearch.documents.ocr.tesseract import find_tesseract, read_picture

__all__ = ["find_tesseract", "read_picture"]
