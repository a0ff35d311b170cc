"""The language in which medsearch speaks: every text that a user sees is English in the code, and Danish from here.

`_("...")` marks a text and gives it in the reader's language. `later("...")` marks one that stands in a table; it is
given to `_` when it is shown. `counted(1, "hit", "hits")` chooses between one and many. The Danish texts stand in
`da/LC_MESSAGES/medsearch.po`.
"""

import gettext
import os
import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from medsearch.texts.catalogue import Catalogue

DOMAIN = "medsearch"
CLICK_DOMAIN = "medsearch-click"  # its catalogue holds the texts of click alone, as gettext reads all of one
FOLDER = Path(__file__).parent

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")  # in the order in which gettext asks them
_MAC_PREFERENCES = "Library/Preferences/.GlobalPreferences.plist"
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
    value = next(filter(None, map(os.environ.get, _VARIABLES)), None)
    return next(filter(None, map(known_language, value.split(":"))), "en") if value else _language_of_desktop()


def guide_gettext() -> None:
    """Has Python's own gettext, which click and typer ask for their texts, speak our language from our catalogue."""
    gettext.bindtextdomain(CLICK_DOMAIN, FOLDER)
    gettext.textdomain(CLICK_DOMAIN)
    # Only where it would speak otherwise: programs that we start (a pager, a viewer) hear of it too.
    if ("da" if gettext.find(CLICK_DOMAIN, FOLDER) else "en") != language():
        os.environ["LANGUAGE"] = language()


def _(text: str) -> str:
    """`text` in the reader's language; as it is where there is no Danish for it."""
    forms = _danish().forms(text) if text and language() == "da" else ()
    return forms[0] if forms else text


def later(text: str) -> str:
    """Marks a text of a table, which `_` translates when it is shown."""
    return text


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun, in the reader's language: `1 hit`, `12 hits`; thousands as the language writes them."""
    forms = (language() == "da" and _danish().forms(one)) or (one, many)
    return f"{grouped(number)} {forms[number != 1]}"


def grouped(number: int) -> str:
    """A number with its thousands apart: 12,345 in English, 12.345 in Danish."""
    return f"{number:,}".replace(",", "." if language() == "da" else ",")


def decimal(number: float, places: int = 1) -> str:
    """A number with some decimals: 1,234.5 in English, 1.234,5 in Danish."""
    whole, point, rest = f"{number:,.{places}f}".partition(".")
    return whole + point + rest if language() == "en" else whole.replace(",", ".") + point.replace(".", ",") + rest


def quoted(text: str) -> str:
    """A word of somebody else's in quotation marks: “apv” in English, ”apv” in Danish."""
    return _("“{text}”").format(text=text)


def listed(parts: Sequence[str]) -> str:
    """Several things in a row, in the reader's language: `1, 2 and 3`."""
    *others, last = parts
    return _("{others} and {last}").format(others=", ".join(others), last=last) if others else last


@lru_cache(maxsize=1)
def _language_of_desktop() -> str:
    """The language of Windows' or the Mac's own windows, which no variable tells."""
    if sys.platform == "win32":
        import ctypes

        return "da" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == _WINDOWS_DANISH else "en"
    return _language_of_mac() if sys.platform == "darwin" else "en"


def _language_of_mac() -> str:
    # The file itself: `defaults read` takes a tenth of a second.
    import plistlib
    from xml.parsers.expat import ExpatError

    try:
        preferences = plistlib.loads((Path.home() / _MAC_PREFERENCES).read_bytes())
        first, *_others = preferences["AppleLanguages"]
    except (OSError, plistlib.InvalidFileException, ExpatError, KeyError, TypeError, ValueError):
        return "en"
    return known_language(str(first)) or "en"


@lru_cache(maxsize=1)
def _danish() -> Catalogue:
    return Catalogue(FOLDER / "da" / "LC_MESSAGES" / f"{DOMAIN}.mo")
