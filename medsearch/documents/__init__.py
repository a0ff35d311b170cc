"""A file and its text: a small reader for each kind of document, chosen by what the file holds."""

from medsearch.documents.document import Document
from medsearch.documents.reading import READER_VERSION, is_minutes_file, read_document

__all__ = ["READER_VERSION", "Document", "is_minutes_file", "read_document"]
