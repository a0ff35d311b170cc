"""Danish: words, stems, stop words and dates. Pure functions that know no file and no engine.

Indexing and asking both go through `tokens`, so that what was indexed and what is asked meet.
"""

ANALYSIS_VERSION = 3
"""Raised whenever the same text would give other tokens: an index made with another number has to be made anew."""
