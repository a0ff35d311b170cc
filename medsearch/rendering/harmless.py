"""Minutes, file names and queries are untrusted: what a terminal would obey never reaches it as such."""

import re

# Controls (C0 without line end and tab, C1), marks that turn the direction of text, and halves of characters.
_HARMFUL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def harmless(text: str) -> str:
    """`text` without what a terminal would obey: each such character is shown as a replacement character."""
    return _HARMFUL.sub("\ufffd", text)


def harmless_json(text: str) -> str:
    """JSON with the characters that a terminal would obey as escapes: the value stays what it is."""
    return _HARMFUL.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
