"""RTF documents."""

from medsearch.documents.rtf.reading import read_rtf

__all__ = ["read_rtf"]
