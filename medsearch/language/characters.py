"""One form for characters that look alike, so that texts and queries meet."""

import unicodedata

_BLANKS = dict.fromkeys((0x00A0, 0x202F, 0x2007), " ")  # no-break spaces
_INVISIBLE = dict.fromkeys((0x00AD, 0xFEFF, 0x200B))  # soft hyphen, byte order mark, zero-width space


def normalize(text: str) -> str:
    """`text` with composed characters (NFC), ordinary blanks, and nothing invisible within words."""
    return unicodedata.normalize("NFC", text).translate(_BLANKS | _INVISIBLE)
