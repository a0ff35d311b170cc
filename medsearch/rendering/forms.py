"""The forms in which an answer can be had."""

from enum import StrEnum


class Format(StrEnum):
    """For people: text. For scripts: JSON, or a line of it for each hit. To take elsewhere: a spreadsheet, a note."""

    TEXT = "text"
    JSON = "json"
    NDJSON = "ndjson"
    CSV = "csv"
    MD = "md"

    @property
    def is_export(self) -> bool:
        """Whether it is to be taken elsewhere: then everything is wanted, not a page of it."""
        return self in (Format.NDJSON, Format.CSV, Format.MD)
