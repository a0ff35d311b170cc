"""Keeps an index in step with folders of minutes."""

from medsearch.archive.index_folder import IndexFolder, find_index
from medsearch.archive.updating import Report, preview, update

__all__ = ["IndexFolder", "Report", "find_index", "preview", "update"]
