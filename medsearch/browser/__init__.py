"""The browser: one screen to search, narrow and read in, with keys and mouse."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from medsearch.api import Archive


def browse(archive: "Archive", words: str = "") -> None:
    """Opens the browser on an archive, with the hits for `words`, and comes back when the user leaves it."""
    from medsearch.browser.app import Browser
    from medsearch.browser.asking import Asked
    from medsearch.settings import setting

    browser = Browser(archive, Asked(words), theme=setting("theme"))
    browser.run()
    if browser.failure:
        raise browser.failure
