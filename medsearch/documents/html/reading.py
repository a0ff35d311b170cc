"""Web pages, as browsers save them and as word processors export them."""

import re
from datetime import date

from medsearch.documents.decoding import Decoded, decode, unmarked_utf16
from medsearch.documents.document import Document, Manuscript
from medsearch.documents.html.lines import write_lines
from medsearch.documents.html.mhtml import looks_like_mhtml, page_in
from medsearch.documents.html.noise import main_part, take_out_noise, take_out_scripts
from medsearch.documents.html.tree import Element, all_elements, parse, texts
from medsearch.errors import UnreadableError
from medsearch.language.dates import find_dates
from medsearch.texts import _, later

_BEGINNING = 65_536
_PROLOGUE = re.compile(r"\s+|\ufeff|<\?[^>]{0,500}>|<!--.*?-->|<!\[[^>]{0,200}>", re.DOTALL)
_DOCUMENT = re.compile(r"<(?:!doctype\s+html|html|head|body|frameset)(?=[\s>/])", re.IGNORECASE)
_BLOCK = (
    r"(?:div|p|h[1-6]|table|tbody|tr|t[dh]|article|section|main|header|nav|[uod]l|li|dt|dd|details|center|pre"
    r"|blockquote|form|title)"
)
_FRAGMENT = re.compile(
    rf"<(?:{_BLOCK}|span|font|meta|style|script|link|base|a|b|strong|em|br|hr|img)(?=[\s>/])(?P<attributes>[^<>]*)>",
    re.IGNORECASE,
)
_BARE_ATTRIBUTE = re.compile(r"\s*(?:[a-z-]+\s*)?/?", re.IGNORECASE)
_BLOCK_TAG = re.compile(rf"<(?P<end>/?){_BLOCK}(?=[\s>/])", re.IGNORECASE)
_MARKDOWN_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_MARKDOWN = re.compile(r"^(?:\*\*\S|[-*] \S|\[[^\]\n]+\]\()", re.MULTILINE)
_CHARSET = re.compile(rb"""<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)

_PARTS_OF_TITLE = re.compile(r"(\s+[|–—·•»-]\s+|\s*\|\s*)")
_COMMITTEE = re.compile(r"\w*(?:udvalg|råd|bestyrelse|nævn|forum)\w*|\w*-?MED\b[\w-]*|HMU|RMU|LMU|FMU|TRIO")
_HEAD_OF_MINUTES = 1500  # characters
_LONGEST_TITLE = 300
_NEARLY_NOTHING = 100  # letters
_LONGEST_NOTICE = 150
_SCRIPT = re.compile(r"(?:enable|slå|aktiv\w*|need)\b.*java ?script", re.IGNORECASE | re.DOTALL)
_SAVE_WHOLE = later(
    "Open the page in a browser, save it as “Web page, complete” or print it to PDF, and put that in its place."
)


def looks_like_html(data: bytes) -> bool:
    """Whether `data` is a web page, a piece of one, or one saved as MHTML; not a text that only mentions tags."""
    if looks_like_mhtml(data):
        return True
    beginning = _after_prologue(_beginning(data))
    if _DOCUMENT.match(beginning):
        return True
    tag = _FRAGMENT.match(beginning)
    is_tag = tag is not None and ("=" in tag["attributes"] or _BARE_ATTRIBUTE.fullmatch(tag["attributes"]) is not None)
    return is_tag and _is_marked_up(beginning)


def _is_marked_up(beginning: str) -> bool:
    """Whether a text that begins with a tag is HTML throughout, not Markdown or a text with a stray tag."""
    tags = list(_BLOCK_TAG.finditer(beginning))
    is_markdown = _MARKDOWN_HEADING.search(beginning) or len(_MARKDOWN.findall(beginning)) > len(tags)
    return not is_markdown and (len(tags) > 2 or any(tag["end"] for tag in tags))


def read_html(data: bytes) -> Document:
    """The text of a web page or a piece of one: what is minutes in it, without menus, cookie bars and buttons.

    Raises UnreadableError where it holds no text: its frames are other files, or a script loads the text.
    """
    html, warnings = _decode(data)
    page = parse(html)
    title = _title(page)
    _refuse_frames(page)
    take_out_scripts(page)
    letters = page.letters
    _refuse_without_text(page)
    take_out_noise(page)
    if page.letters >= _NEARLY_NOTHING or letters <= 2 * page.letters:
        return _document(main_part(page), title, warnings)
    whole = parse(html)
    take_out_scripts(whole)
    told = _("Its minutes cannot be told from its menus: the text of the whole page was taken.")
    return _document(whole, title, (*warnings, told))


def _decode(data: bytes) -> Decoded:
    named = None
    if looks_like_mhtml(data):
        data, named = page_in(data)
    found = _CHARSET.search(data[:_BEGINNING]) or _XML_ENCODING.match(data[:1024])
    return decode(data, found[1].decode("ascii", "replace") if found else named)


def _beginning(data: bytes) -> str:
    sample = data[:_BEGINNING]
    encoding = unmarked_utf16(sample) or ("utf-16" if sample.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8")
    return sample.decode(encoding, errors="replace")


def _after_prologue(beginning: str) -> str:
    """What follows the byte order mark, the XML declaration and comments at the beginning of a page."""
    position = 0
    while prologue := _PROLOGUE.match(beginning, position):
        position = prologue.end()
    return beginning[position:]


def _title(page: Element) -> str:
    found = next((element for element in all_elements(page) if element.tag == "title"), None)
    return " ".join(" ".join(texts(found)).split()) if found else ""


def _document(root: Element, title: str, warnings: tuple[str, ...]) -> Document:
    """The lines of `root`, below the page's title if that says which committee met or when, and they do not."""
    manuscript = Manuscript()
    write_lines(root, manuscript)
    missing = _what_is_missing(title, "\n".join(manuscript.lines[:60])[:_HEAD_OF_MINUTES])
    if missing:
        manuscript = Manuscript()
        manuscript.heading(missing)
        write_lines(root, manuscript)
    return manuscript.document("html", warnings)


def _what_is_missing(title: str, head: str) -> str:
    """A title from the first to the last of its parts that name a committee or a day which `head` does not."""
    if len(title) > _LONGEST_TITLE:
        return ""
    parts = _PARTS_OF_TITLE.split(title)
    known_days = {found.day for found in find_dates(head)}
    new = [number for number, part in enumerate(parts) if _is_new(part, head.casefold(), known_days)]
    return "".join(parts[new[0] : new[-1] + 1]).strip() if new else ""


def _is_new(part: str, head: str, known_days: set[date]) -> bool:
    names_committee = any(name.casefold() not in head for name in _COMMITTEE.findall(part))
    return names_committee or any(found.day not in known_days for found in find_dates(part))


def _refuse_frames(page: Element) -> None:
    if any(element.tag == "frameset" for element in all_elements(page)):
        raise UnreadableError(_("It is a page of frames; the text is in other files."), _(_SAVE_WHOLE))


def _refuse_without_text(page: Element) -> None:
    """Raises where nothing can be read but that a script is needed."""
    words = " ".join(texts(page))
    notices = sum(e.letters for e in all_elements(page) if e.tag == "noscript" and e.letters < _LONGEST_NOTICE)
    asks_for_script = len(words.strip()) < _LONGEST_NOTICE and _SCRIPT.search(words)
    if asks_for_script or page.letters <= notices or not any(map(str.isalnum, words)):
        raise UnreadableError(
            _("It holds no text: the page loads its text from elsewhere by a script."), _(_SAVE_WHOLE)
        )
