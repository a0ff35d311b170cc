"""Web pages, also those saved as one file."""

from medsearch.documents.html.reading import looks_like_html, read_html

__all__ = ["looks_like_html", "read_html"]
