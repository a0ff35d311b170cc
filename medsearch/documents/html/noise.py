"""What of a web page is no minutes: menus, cookie bars, buttons, the site's head and foot.

When in doubt it stays: noise costs a reader a glance, a lost word cannot be found.
"""

import re
from functools import lru_cache

from medsearch.documents.html.phrases import is_command, is_noise
from medsearch.documents.html.tree import Element, all_elements, measure

# Never text of the page.
_NO_TEXT = frozenset(
    "head script style template link meta svg canvas audio video iframe object embed map select datalist xml area"
    " progress meter base param source track".split()
)
_SITE_PARTS = {
    "header": "head", "banner": "head", "footer": "foot", "contentinfo": "foot", "nav": "menu", "navigation": "menu",
    "search": "tool", "menu": "menu", "menubar": "menu", "toolbar": "tool", "dialog": "dialog", "alertdialog": "dialog",
    "noscript": "tool", "alert": "tool", "tooltip": "tool", "status": "tool",
}  # fmt: skip
# Classes and ids, whole or up to a dash, that name parts of a site.
_COOKIES = re.compile(r"(?:cookie|cybot|consent|gdpr|onetrust|coi-|didomi|usercentrics|iubenda).*|.*[-_]cookies?")
_NAMED_PARTS = (
    ("dialog", _COOKIES),
    ("menu", re.compile(r".*(?:breadcrumb|broedkrumme|brødkrumme)s?|crumbs?")),
    ("menu", re.compile(r"(?:.*[-_])?(?:menu|nav|navbar|navigation|sitemap|pager|pagination)")),
    ("tool", re.compile(r"(?:.*[-_])?(?:skip(?:-?link|-to-content)?|back-?to-?top|totop)s?")),
    (
        "tool",
        re.compile(r"social-?(?:media|share)|(?:some-)?shar(?:e|ing)(?:-?buttons?)?|addthis.*|readspeaker.*|rs_.*"),
    ),
    ("tool", re.compile(r"(?:page-?)?tool(?:s|bar)|print-?(?:link|button)|search-?(?:form|box|bar|field)")),
    ("foot", re.compile(r"(?:(?:site|page|global|main)[-_]?)?footer(?:[-_]wrapper)?")),
    ("head", re.compile(r"(?:site|page|global|main|top)[-_]?header(?:[-_]wrapper)?|top-?bar")),
)
_LONGEST_NAME = 60
_SECTIONS = frozenset({"article", "section", "main", "li", "td", "dd", "details"})
_FOLDING = re.compile(r"accordion|collaps|fold|expand|toggle|panel|tab-|content|indhold|punkt|item|body", re.IGNORECASE)
_LARGEST_HIDDEN = {True: 60, False: 100}  # letters, by whether it stands within a line
_LARGEST_TOOL = 300
_ICON = re.compile(r"(?:.*[-_])?icons?(?:[-_].*)?|glyphicon.*|fa[brs]?")

_MAIN = (
    (0.5, lambda e: e.tag == "main" or e.get("role") == "main"),
    (
        0.75,
        lambda e: e.tag == "article" or {"content", "main", "main-content", "maincontent", "indhold"} & set(e.names),
    ),
)
_SMALLEST_MAIN = 100


def main_part(root: Element) -> Element:
    """The element that holds the minutes: what the page calls its main part, if most text is there; or `root`.

    A main heading outside it keeps `root`: committee and date may stand beside that.
    """
    elements = all_elements(root)
    headlines = sum(_is_headline(element) for element in elements)
    for share, names_main in _MAIN:
        largest = max(filter(names_main, elements), key=lambda element: element.letters, default=root)
        is_large = largest.letters >= max(share * root.letters, _SMALLEST_MAIN)
        if is_large and sum(map(_is_headline, all_elements(largest))) == headlines:
            return largest
    return root


def _is_headline(element: Element) -> bool:
    return element.tag == "h1" and element.letters > element.linked


def take_out_scripts(root: Element) -> None:
    """Takes out of `root` what is never text: scripts, styles, pictures, lists to choose from."""
    for element in all_elements(root):
        element.children = [c for c in element.children if isinstance(c, str) or not _is_no_text(c)]
    measure(root)


def take_out_noise(root: Element) -> None:
    """Takes out of `root` what is no minutes."""
    folded = {element.get("aria-controls") for element in all_elements(root)} - {""}
    waiting = [(root, False)]
    while waiting:
        element, within_section = waiting.pop()
        kept: list[Element | str] = []
        last: Element | None = None
        for child in element.children:
            if isinstance(child, Element):
                noisy = _is_site_part(child, root, within_section) or _is_command(child)
                if noisy or _is_hidden(child, last, folded):
                    kept.append("" if child.is_inline else "\n")
                    continue
                last = child
                waiting.append((child, within_section or child.tag in _SECTIONS))
            kept.append(child)
        element.children = kept
    measure(root)


def _is_no_text(element: Element) -> bool:
    is_icon = element.letters < 30 and (element.short or "").isascii() and any(map(_ICON.fullmatch, element.names))
    is_ligature = is_icon and (element.short or "").replace("_", "").islower() and " " not in (element.short or "")
    return element.tag in _NO_TEXT or is_ligature or (element.tag == "textarea" and element.letters < _LARGEST_TOOL)


def _is_site_part(element: Element, root: Element, within_section: bool) -> bool:
    kind = _SITE_PARTS.get(element.get("role")) or _SITE_PARTS.get(element.tag) or _named_part(element)
    if element.tag in ("form", "fieldset") and element.inputs and not element.blocks:
        kind = "tool"
    if kind is None or element.tag in ("html", "body", "main"):
        return False
    return _IS_NOISE_OF_KIND[kind](element, root, within_section)


def _named_part(element: Element) -> str | None:
    return next(filter(None, map(_part_named, element.names)), None)


@lru_cache(maxsize=4096)
def _part_named(name: str) -> str | None:
    if len(name) > _LONGEST_NAME:
        return None
    return next((kind for kind, pattern in _NAMED_PARTS if pattern.fullmatch(name)), None)


def _is_sites_head(element: Element, root: Element, within_section: bool) -> bool:
    """A head with a heading that is no link says what the page is about: only its menus go."""
    return not within_section and not element.headings and _is_lesser_part(element, root)


def _is_sites_foot(element: Element, root: Element, within_section: bool) -> bool:
    return not within_section and _is_lesser_part(element, root)


def _is_menu(element: Element, root: Element, within_section: bool) -> bool:
    """Mostly links; a menu that only looks like one holds the agenda's texts."""
    is_short = element.letters < _LARGEST_TOOL and not element.headings and element.inputs == 0
    return element.linked * 2 >= element.letters or (is_short and _is_lesser_part(element, root))


def _is_tool(element: Element, root: Element, within_section: bool) -> bool:
    return element.letters <= _LARGEST_TOOL and not element.headings and _is_lesser_part(element, root)


def _is_dialog(element: Element, root: Element, within_section: bool) -> bool:
    """A dialogue about cookies, however long. Others may show an agenda item in a window of its own."""
    if any(map(_COOKIES.fullmatch, element.names)) and _is_lesser_part(element, root):
        return True
    opening = " ".join(child.short for child in element.elements if child.short)
    return "cookie" in opening.lower() or _is_tool(element, root, within_section)


def _is_lesser_part(element: Element, root: Element) -> bool:
    return element.letters * 3 <= root.letters


_IS_NOISE_OF_KIND = {
    "head": _is_sites_head,
    "foot": _is_sites_foot,
    "menu": _is_menu,
    "tool": _is_tool,
    "dialog": _is_dialog,
}


def _is_command(element: Element) -> bool:
    """Whether an element is a button or link that does something with the page, or text that says nothing else."""
    text = element.short
    if not text or element.is_heading:
        return False
    if element.tag in ("a", "button") or element.get("role") == "button":
        return is_command(text) or (element.tag == "button" and not opens_item(element))
    return is_noise(text) and element.tag not in ("html", "body")


def opens_item(element: Element) -> bool:
    """Whether a button holds the title of something that it opens, such as an agenda item."""
    text = element.short if element.short is not None else "1"
    attributes = element.attributes
    says_so = any(key in attributes for key in ("aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle"))
    named_so = any(_FOLDING.search(name) for name in element.names)
    return says_so or named_so or bool(re.match(r"\d|(?:punkt|pkt|sag|ad)\b", text, re.IGNORECASE))


def _is_hidden(element: Element, before: Element | None, folded: set[str]) -> bool:
    """Whether an element is hidden for good. What a heading before it, its name or a button can unfold is not."""
    hides = "hidden" in element.attributes or "display:none" in element.style or "mso-hide:all" in element.style
    if not hides or element.letters > _LARGEST_HIDDEN[element.is_inline]:
        return False
    unfolds = before is not None or element.get("id") in folded or any(map(_FOLDING.search, element.names))
    return element.is_inline or not unfolds
