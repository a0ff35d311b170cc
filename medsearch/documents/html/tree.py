"""A web page as a small tree of ours: elements, texts, and the measures by which noise is told from minutes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from medsearch.errors import UnreadableError
from medsearch.texts import _

LARGEST_PAGE = 300_000
"""The most marks (`<`) that a page may hold; minutes of a long day have some thousand."""

DEEPEST = 500
"""How deep blocks may stand in each other, about what browsers allow."""

_HARMLESS, _HARMLESS_TAG, _MOST_ATTRIBUTES = 100_000, 4_000, 1_000  # characters, characters, attributes of a tag
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE_TAGS = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp"
    " small span strike strong sub sup time tt u var wbr math mi mn mo input".split()
)
_STRUCTURE = HEADINGS | {"table", "ul", "ol", "dl", "details", "article", "section"}
_INPUTS = frozenset({"input", "select", "textarea"})
_LONGEST_SHORT_TEXT = 80

# Tags whose end may be left out do not nest, and void ones hold nothing.
_NOT_NESTED = frozenset(
    "a h1 h2 h3 h4 h5 h6 p li dt dd td th tr tbody thead tfoot colgroup caption option optgroup rt rp area base br"
    " col embed hr img input link meta source track wbr html head body".split()
)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][^\s/>]{0,40})[^>]*>?|<!--|(?P<end_of_comment>-->)", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Element:
    """An element of a page: its children in order, and measures of all that stands within it.

    `letters` counts what is no blank, `linked` those within links; `short` is the whole text where it is short;
    `blocks` counts elements that begin a line of their own, `structured` says that headings, lists or tables are
    within.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)
    letters: int = 0
    linked: int = 0
    short: str | None = ""
    blocks: int = 0
    headings: int = 0
    inputs: int = 0
    structured: bool = False
    style: str = field(init=False)  # without blanks, in small letters
    names: list[str] = field(init=False)  # classes and id
    is_heading: bool = field(init=False)
    is_inline: bool = field(init=False)  # within a line, as Word's own tags (`o:p`) are

    def __post_init__(self) -> None:
        self.style = "".join(self.get("style").split())
        self.names = [*self.get("class").split(), *self.get("id").split()]
        self.is_heading = self.tag in HEADINGS or self.get("role") == "heading"
        may_be_inline = self.tag in _INLINE_TAGS or ":" in self.tag
        self.is_inline = may_be_inline and not self.is_heading and "display:block" not in self.style

    def get(self, name: str) -> str:
        """The value of an attribute, in small letters; empty where it has none."""
        return self.attributes[name].lower() if name in self.attributes else ""

    @property
    def elements(self) -> list["Element"]:
        """Its children without the texts."""
        return [child for child in self.children if isinstance(child, Element)]


def parse(html: str) -> Element:
    """The tree of a page or of a piece of one; its root is the element `html`.

    Raises UnreadableError for what is larger than any minutes. Blocks nested deeper than any page has them are parted
    by line ends instead: the parser takes quadratic time for them.
    """
    marks = html.count("<")
    if marks > LARGEST_PAGE:
        raise UnreadableError(
            _("It is larger than any minutes: it holds more than 300,000 HTML tags."),
            _("Open it in a browser, print it to PDF and put that in its place."),
        )
    root = Element("html")
    node = LexborHTMLParser(_flattened(html, marks)).root
    if node is not None:
        _grow(root, node)
    measure(root)
    return root


def all_elements(root: Element) -> list[Element]:
    """`root` and all elements within it, each before those within it."""
    found = [root]
    for element in found:
        found.extend(element.elements)
    return found


def texts(root: Element) -> Iterator[str]:
    """All texts within `root`, in no order."""
    return (child for element in all_elements(root) for child in element.children if isinstance(child, str))


def measure(root: Element) -> None:
    """Counts the measures of `root` and of all elements within it."""
    for element in reversed(all_elements(root)):
        element.letters = element.linked = element.blocks = element.headings = element.inputs = 0
        element.structured = False
        for child in element.children:
            if isinstance(child, str):
                element.letters += len("".join(child.split()))
            else:
                _add_measures(element, child)
        if element.tag == "a":
            element.linked = element.letters
            # What leads to another page (the site's name in its head) is no heading of this one.
            element.headings *= element.get("href").startswith(("#", "javascript")) or not element.get("href")
        element.short = _short(element)


def _add_measures(element: Element, child: Element) -> None:
    element.letters += child.letters
    element.linked += child.linked
    element.blocks += child.blocks + (not child.is_inline and child.letters > 0)
    element.headings += child.headings + (child.is_heading and child.letters > child.linked)
    element.inputs += child.inputs + (child.tag in _INPUTS)
    element.structured |= child.structured or child.tag in _STRUCTURE


def _short(element: Element) -> str | None:
    if element.letters > _LONGEST_SHORT_TEXT:
        return None
    parts = (child if isinstance(child, str) else (child.short or "") for child in element.children)
    return " ".join(" ".join(parts).split())


def _grow(root: Element, start: LexborNode) -> None:
    """Copies all below `start` into `root`."""
    waiting = [(start, root)]
    while waiting:
        parent, element = waiting.pop()
        child = parent.first_child
        while child is not None:
            if child.is_text_node:
                element.children.append(child.text_content or "")
            elif child.is_element_node and child.tag:
                attributes = {name: value or "" for name, value in child.attributes.items()}
                grown = Element(child.tag.lower(), attributes)
                element.children.append(grown)
                waiting.append((child, grown))
            child = child.next


def _flattened(html: str, marks: int) -> str:
    """`html`, without the tags that nest too deeply; a line end stands for such a block."""
    if marks <= DEEPEST and len(html) <= _HARMLESS:
        return html
    # Unclosed <font> and <b> are opened anew in every paragraph: the more of these, the fewer may stand open.
    inline, block = _Depth(max(8, min(DEEPEST, 4_000_000 // marks)), ""), _Depth(DEEPEST, "<br>")
    raw = ""

    def kept(match: re.Match[str]) -> str:
        nonlocal raw
        name = (match["name"] or "").lower()
        was_raw = raw
        raw = _raw_behind(match[0], name, raw)
        if was_raw or raw or not name or name in _NOT_NESTED:
            return match[0] if was_raw else _shortened(match)
        return (inline if name in _INLINE_TAGS or ":" in name else block).passes(match)

    return _TAG.sub(kept, html)


def _shortened(tag: re.Match[str]) -> str:
    """A tag; without its attributes where they are so many that comparing all of them would take minutes."""
    harmless = len(tag[0]) <= _HARMLESS_TAG or len(tag[0].split()) <= _MOST_ATTRIBUTES or not tag["name"]
    return tag[0] if harmless else f"<{tag['end']}{tag['name']}>"


def _raw_behind(tag: str, name: str, raw: str) -> str:
    """Within what, behind a tag, nothing nests: `script`, `style`, `svg` or a comment (`!--`); empty for markup."""
    if raw:
        ends = tag == "-->" if raw == "!--" else name == raw and tag.startswith("</")
        return "" if ends or name == "foreignobject" else raw
    if tag == "<!--":
        return "!--"
    return name if name in ("script", "style", "svg") and not tag.startswith("</") else ""


class _Depth:
    """How many tags of a kind stand open, and what stands for one too many."""

    def __init__(self, most: int, instead: str) -> None:
        self._most, self._instead = most, instead
        self._open = 0

    def passes(self, tag: re.Match[str]) -> str:
        """A tag, or what stands for it."""
        ends = bool(tag["end"])
        too_deep = self._open > self._most if ends else self._open >= self._most
        self._open = max(0, self._open + (-1 if ends else 1))
        return self._instead if too_deep else _shortened(tag)
