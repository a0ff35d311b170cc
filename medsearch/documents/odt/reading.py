"""OpenDocument texts (.odt): their text as LibreOffice shows it, with its numbers (OASIS OpenDocument 1.3)."""

from collections import deque
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from medsearch.documents.blocks import (
    Block,
    contents_line,
    make_document,
    may_be_heading,
    row_of,
    with_page_heads,
)
from medsearch.documents.document import Document
from medsearch.documents.odt.lists import Lists
from medsearch.documents.odt.styles import OFFICE, STYLE, TEXT, Styles
from medsearch.documents.odt.text import DRAW, TextReader, Written
from medsearch.documents.packed import WITHOUT_PASSWORD, Package, decline, kind_of_package
from medsearch.errors import UnreadableError
from medsearch.texts import _

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_PARAGRAPHS = {TEXT + "p", TEXT + "h"}
_LEFT_OUT = {
    *(TEXT + name for name in ("tracked-changes", "table-of-content-source", "sequence-decls", "variable-decls")),
    *(TEXT + name for name in ("user-field-decls", "number")),
    *(OFFICE + name for name in ("forms", "annotation", "scripts")),
    _TABLE + "covered-table-cell",
}
_ROWS_OF = {_TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group")}


def read_odt(data: bytes) -> Document:
    """The text of an OpenDocument text, its headings marked.

    Numbers and bullets are those that LibreOffice shows, tracked changes count as accepted, comments and hidden text
    are left out, notes follow in brackets where they are cited. Raises UnreadableError where it is damaged, encrypted,
    no text document, or without text.
    """
    kind = kind_of_package(data)
    if kind != "odt":
        raise decline(kind)
    package = Package(data)
    _refuse_encrypted(package)
    content = package.xml("content.xml")
    common = package.xml("styles.xml") if "styles.xml" in package else None
    story = _Story(Styles([content] if common is None else [content, common]))
    blocks = story.blocks_of(content.find(f"{OFFICE}body/{OFFICE}text"))
    heads = [] if common is None else [block for head in _page_heads(common) for block in story.blocks_of(head)]
    return make_document(with_page_heads(heads, blocks), "odt")


def _refuse_encrypted(package: Package) -> None:
    manifest = package.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in package else b""
    if b"encryption-data" in manifest:
        raise UnreadableError(_("It is encrypted with a password."), _(WITHOUT_PASSWORD))


def _page_heads(common: Element) -> Iterator[Element]:
    for page in common.iter(STYLE + "master-page"):
        for name in ("header-first", "header"):
            yield from (
                head for head in page if head.tag.endswith("}" + name) and head.get(STYLE + "display") != "false"
            )


class _Story:
    """Reads paragraphs, lists and tables in their order."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._lists = Lists(styles)
        self._texts = TextReader(styles)
        self._cited: deque[Element] = deque()  # notes to follow
        self._inside = 0  # how deep in tables and notes
        self._contents = False  # in a contents list

    def blocks_of(self, container: Element | None) -> list[Block]:
        """The blocks of the whole text, or of a page's head."""
        return [] if container is None else [*self._blocks(container), *self._notes_cited()]

    def _blocks(self, container: Iterable[Element]) -> Iterator[Block]:
        for child in container:
            if child.tag in _PARAGRAPHS:
                yield from self._paragraph(child)
            elif child.tag == TEXT + "list":
                yield from self._list(child)
            elif child.tag == _TABLE + "table":
                yield from self._table(child)
            elif child.tag == TEXT + "table-of-content":
                yield from self._contents_list(child)
            elif not _is_left_out(child):
                yield from self._blocks(child)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        written = self._texts.read(paragraph)
        block = self._block(paragraph, written)
        in_list = block is not None and block.kind == "entry"
        if block is not None:
            if not in_list:
                yield from self._notes_cited()
            yield block
        self._cited += written.notes
        for box in written.boxes:
            with self._lists.apart():
                yield from self._blocks(box)
        if not in_list:
            yield from self._notes_cited()

    def _block(self, paragraph: Element, written: Written) -> Block | None:
        label = self._lists.label(paragraph, written.number)
        text = written.text.strip()
        if not text:
            # A cell with nothing but its number is common in agendas; elsewhere it is a forgotten line.
            return Block("entry", label) if label and self._inside else None
        if self._contents or self._styles.has_dotted_tab(paragraph.get(TEXT + "style-name", "")):
            return Block("entry", contents_line(label + text))
        text = text.replace("\t", " ")
        if self._is_heading(paragraph, written, label):
            return Block("heading", text if label == "- " else label + text)
        return Block("entry", label + text, max(self._lists.depth - 1, 0)) if label else Block("paragraph", text)

    def _is_heading(self, paragraph: Element, written: Written, label: str) -> bool:
        named = paragraph.tag == TEXT + "h" or self._styles.is_heading(paragraph.get(TEXT + "style-name", ""))
        return named or (written.set_apart and label != "- " and may_be_heading(written.text))

    def _list(self, element: Element) -> Iterator[Block]:
        with self._lists.entered(element):
            for item in element:
                self._lists.begin_item(item)
                yield from self._blocks(item)

    def _contents_list(self, element: Element) -> Iterator[Block]:
        for part in element.iterfind(TEXT + "index-body"):
            for child in part:
                self._contents = child.tag != TEXT + "index-title"
                yield from self._blocks([child] if child.tag in _PARAGRAPHS else child)
        self._contents = False

    def _table(self, table: Element) -> Iterator[Block]:
        for row in _rows(table):
            self._inside += 1
            with self._lists.apart():
                cells = [list(self._blocks(cell)) for cell in row if cell.tag == _TABLE + "table-cell"]
            self._inside -= 1
            yield from row_of(cells)
        yield from self._notes_cited()

    def _notes_cited(self) -> Iterator[Block]:
        """The notes that wait, unless a table is being read, which they would tear, or another note."""
        while self._cited and not self._inside:
            self._inside += 1
            body = self._cited.popleft().find(TEXT + "note-body")
            with self._lists.apart():
                blocks = [] if body is None else list(self._blocks(body))
            self._inside -= 1
            words = "\n".join(block.words().strip() for block in blocks)
            if words:
                yield Block("paragraph", f"[{words}]")


def _is_left_out(element: Element) -> bool:
    hidden = element.tag == TEXT + "section" and element.get(TEXT + "display") == "none"
    return hidden or element.tag in _LEFT_OUT or element.tag == DRAW + "object"


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag in _ROWS_OF:
            yield from _rows(child)
        elif child.tag == _TABLE + "table-row" and child.get(_TABLE + "visibility") not in {"collapse", "filter"}:
            yield child
