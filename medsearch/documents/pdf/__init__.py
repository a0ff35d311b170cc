"""PDF documents."""

from medsearch.documents.pdf.reading import read_pdf

__all__ = ["read_pdf"]
