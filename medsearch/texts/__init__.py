"""The language in which medsearch speaks: every text that a user sees is English in the code, and Danish from here.

`_("...")` marks a text and gives it in the reader's language. `later("...")` marks one that stands in a table; it is
given to `_` when it is shown. `counted(1, "hit", "hits")` chooses between one and many. The Danish texts stand in
`da/LC_MESSAGES/medsearch.po`.
"""

import gettext
import os
import sys
from functools import lru_cache
from pathlib import Path

LANGUAGES = ("da", "en")
DOMAIN = "medsearch"
FOLDER = Path(__file__).parent

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")  # in the order in which gettext asks them
_WINDOWS_DANISH = 0x06  # the primary language of Windows' LANGID

_chosen: str | None = None


def use_language(language: str | None) -> None:
    """Speaks `language` ("da" or "en") from now on; None: what MEDSEARCH_LANG says, else the system's."""
    global _chosen  # noqa: PLW0603  one process speaks one language
    _chosen = language


def language() -> str:
    """The language spoken now: "da" or "en"."""
    return _chosen or known_language(os.environ.get("MEDSEARCH_LANG", "")) or system_language()


def known_language(named: str) -> str | None:
    """The language that a locale (`da_DK.UTF-8`), a code or a name (`dansk`) means; None for one that is not spoken."""
    begun = named.strip().lower()
    return "da" if begun.startswith("da") else "en" if begun.startswith("en") else None


def system_language() -> str:
    """The language of the user's system; English where it is neither."""
    for variable in _VARIABLES:
        if value := os.environ.get(variable):
            return next(filter(None, map(known_language, value.split(":"))), "en")
    if sys.platform == "win32":
        import ctypes

        return "da" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == _WINDOWS_DANISH else "en"
    return "en"


def _(text: str) -> str:
    """`text` in the reader's language; as it is where there is no Danish for it."""
    return _catalogue(language()).gettext(text) if text else ""


def later(text: str) -> str:
    """Marks a text of a table, which `_` translates when it is shown."""
    return text


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun, in the reader's language: `1 hit`, `12 hits`; thousands as the language writes them."""
    noun = _catalogue(language()).ngettext(one, many, number)
    return f"{grouped(number)} {noun}"


def grouped(number: int) -> str:
    """A number with its thousands apart: 12,345 in English, 12.345 in Danish."""
    return f"{number:,}".replace(",", "." if language() == "da" else ",")


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(spoken: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, FOLDER, [spoken], fallback=True)
