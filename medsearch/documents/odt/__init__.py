"""OpenDocument texts (.odt)."""

from medsearch.documents.odt.reading import read_odt

__all__ = ["read_odt"]
