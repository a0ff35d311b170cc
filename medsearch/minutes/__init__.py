"""The text of minutes, cut into meetings and agenda items by what the text itself gives as evidence."""

from medsearch.minutes.reading import MINUTES_VERSION, read_minutes

__all__ = ["MINUTES_VERSION", "read_minutes"]
