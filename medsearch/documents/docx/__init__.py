"""Word documents (.docx)."""

from medsearch.documents.docx.reading import read_docx

__all__ = ["read_docx"]
