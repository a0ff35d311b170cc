"""Web pages saved as one file (.mht, .mhtml): the page among its pictures and style sheets."""

import email
import re
from email.message import Message
from typing import NamedTuple

from medsearch.errors import UnreadableError
from medsearch.texts import _

_HEADERS = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_IS_ARCHIVE = re.compile(
    rb"^content-type:\s*(?:multipart/(?:related|alternative)|text/html)", re.IGNORECASE | re.MULTILINE
)
_NESTED = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
_MOST_NESTED = 20  # the standard library reads archives in archives by recursion


class SavedPage(NamedTuple):
    """A page in an archive: its bytes, and the encoding that the archive says it has."""

    data: bytes
    encoding: str | None


def looks_like_mhtml(data: bytes) -> bool:
    """Whether `data` begins with the headers of a saved web page: `MIME-Version`, and what it holds."""
    headers = _HEADERS.match(data[:16_384].replace(b"\r\n", b"\n").lstrip())
    return headers is not None and b"mime-version:" in headers[0].lower() and bool(_IS_ARCHIVE.search(headers[0]))


def page_in(data: bytes) -> SavedPage:
    """The page in an archive: the largest, for others are frames of advertisements.

    Raises UnreadableError where there is none.
    """
    if len(_NESTED.findall(data)) <= _MOST_NESTED:
        pages = [
            _saved(part) for part in email.message_from_bytes(data).walk() if part.get_content_type() == "text/html"
        ]
        if pages:
            return max(pages, key=lambda page: len(page.data))
    raise UnreadableError(
        _("It is a saved web page (MHTML) without a page in it."),
        _("Open it in a browser, save it as “Web page, complete” and put that in its place."),
    )


def _saved(part: Message) -> SavedPage:
    content = part.get_payload(decode=True)
    charset = part.get_param("charset")
    return SavedPage(content if isinstance(content, bytes) else b"", charset if isinstance(charset, str) else None)
