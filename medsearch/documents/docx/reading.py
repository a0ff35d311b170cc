"""Word documents (.docx): their text as Word shows it, with its numbers, changes accepted (ECMA-376, ISO/IEC 29500)."""

import posixpath
from collections import deque
from collections.abc import Iterator
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
from medsearch.documents.docx.numbering import Label, Numbers
from medsearch.documents.docx.styles import Look, Styles, W, children, is_on, value
from medsearch.documents.docx.text import TextReader, Written
from medsearch.documents.packed import Package, decline, kind_of_package
from medsearch.texts import _, later

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_USUAL_MAIN_PART = "word/document.xml"
# What only wraps paragraphs and tables.
_WRAPPERS = {W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
_NO_NOTES = {"separator", "continuationSeparator", "continuationNotice"}
_EMBEDDED = later("A document embedded in it was left out.")


def read_docx(data: bytes) -> Document:
    """The text of a Word document, its headings marked.

    Numbers and bullets are those that Word shows, tracked changes count as accepted, comments and hidden text are
    left out, notes follow in brackets where they are cited. Raises UnreadableError where it is damaged, encrypted,
    no Word document, or without text.
    """
    kind = kind_of_package(data)
    if kind != "docx":
        raise decline(kind)
    parts = _Parts(Package(data))
    story = _Story(parts)
    blocks = story.blocks_of(parts.main)
    heads = [block for part in parts.page_heads() for block in story.blocks_of(part)]
    warnings = (_(_EMBEDDED),) if parts.main.find(f".//{W}altChunk") is not None else ()
    return make_document(with_page_heads(heads, blocks), "docx", warnings)


class _Parts:
    """The parts of a Word document: the main one and those that it names."""

    def __init__(self, package: Package) -> None:
        self._package = package
        main = next((target for _, kind, target in self._relations("") if kind == "officeDocument"), "")
        self._name = main if main in package else _USUAL_MAIN_PART
        self.main = package.xml(self._name)
        self._targets = list(self._relations(self._name))

    def get(self, kind: str) -> Element | None:
        """The part of a kind (`styles`), if there is one."""
        for _id, other, target in self._targets:
            if other == kind and target in self._package:
                return self._package.xml(target)
        return None

    def page_heads(self) -> Iterator[Element]:
        """The heads of the first section's pages: that of its first page, then that of the others."""
        for section in self.main.iter(W + "sectPr"):
            heads = {
                value(head, "type"): head.get(_RELATION + "id") for head in section.iterfind(W + "headerReference")
            }
            if heads:
                kinds = ["first", "default"] if is_on(section.find(W + "titlePg")) else ["default"]
                yield from self._by_id([heads[kind] for kind in kinds if kind in heads])
                return

    def _by_id(self, ids: list[str | None]) -> Iterator[Element]:
        targets = {identity: target for identity, _, target in self._targets}
        for identity in ids:
            target = targets.get(identity or "", "")
            if target in self._package:
                yield self._package.xml(target)

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Id, kind and target of what a part names."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", name + ".rels")
        if relations not in self._package:
            return
        for relation in self._package.xml(relations):
            if relation.get("TargetMode") != "External":
                kind = (relation.get("Type") or "").rpartition("/")[2]
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or ""))
                yield relation.get("Id") or "", kind, target.lstrip("/")


class _Story:
    """Reads paragraphs and tables in their order."""

    def __init__(self, parts: _Parts) -> None:
        self._styles = Styles(parts.get("styles"))
        self._numbers = Numbers(parts.get("numbering"), self._styles)
        self._texts = TextReader(self._styles)
        self._notes = _notes(parts)
        self._cited: deque[Element] = deque()  # notes to follow
        self._carried: list[Written] = []  # paragraphs whose end was deleted
        self._inside = 0  # how deep in tables and notes

    def blocks_of(self, part: Element) -> list[Block]:
        """The blocks of a whole part: the main one, a page's head."""
        self._texts.start(part)
        body = part.find(W + "body")
        blocks = list(self._blocks(part if body is None else body))
        return [*blocks, *self._notes_cited()]

    def _blocks(self, container: Element) -> Iterator[Block]:
        last = None
        for child in _unwrapped(container):
            if child.tag == W + "p":
                yield from self._paragraph(child)
                last = child
            elif child.tag == W + "tbl":
                yield from self._joined(last)
                yield from self._table(child)
        yield from self._joined(last)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        look = self._styles.look(paragraph.find(W + "pPr"))
        self._carried.append(self._texts.read(paragraph, look))
        if not _runs_on(paragraph):
            yield from self._joined(paragraph)

    def _joined(self, paragraph: Element | None) -> Iterator[Block]:
        """The paragraph that ends here, with those whose ends were deleted before it."""
        written, self._carried = self._carried, []
        if not written or paragraph is None:
            return
        look = self._styles.look(paragraph.find(W + "pPr"))
        block = self._block(look, written)
        if block is not None:
            if block.kind in ("heading", "paragraph"):
                yield from self._notes_cited()
            yield block
        self._cite(written)
        for box in [box for one in written for box in one.boxes]:
            yield from self._blocks(box)
        if block is not None and block.kind in ("heading", "paragraph"):
            yield from self._notes_cited()

    def _block(self, look: Look, written: list[Written]) -> Block | None:
        text = "".join(one.text for one in written)
        label = self._numbers.label(look)
        if not text.strip():
            # A cell with nothing but its number is common in agendas; elsewhere it is a forgotten line.
            return Block("entry", label.text, label.level) if label and self._inside else None
        if look.contents or any(one.contents for one in written):
            return Block("entry", contents_line((label.text if label else "") + text.strip()))
        set_apart = all(one.set_apart for one in written if one.text.strip())
        return _block(
            text.replace("\t", " ").strip(), label, heading=look.heading or (set_apart and _may_be_heading(text, label))
        )

    def _table(self, table: Element) -> Iterator[Block]:
        for row in _unwrapped(table):
            if row.tag == W + "tr" and not _row_is_gone(row):
                yield from self._row(row)
        if not self._inside:
            yield from self._notes_cited()

    def _row(self, row: Element) -> list[Block]:
        self._inside += 1
        cells = [list(self._blocks(cell)) for cell in _unwrapped(row) if cell.tag == W + "tc" and not _is_merged(cell)]
        self._inside -= 1
        return row_of(cells)

    def _cite(self, written: list[Written]) -> None:
        for cited in [cited for one in written for cited in one.notes]:
            note = self._notes.pop(cited, None)
            if note is not None:
                self._cited.append(note)

    def _notes_cited(self) -> Iterator[Block]:
        """The notes that wait, unless a table is being read, which they would tear, or another note."""
        while self._cited and not self._inside:
            self._inside += 1
            words = "\n".join(block.words().strip() for block in self._blocks(self._cited.popleft()))
            self._inside -= 1
            if words:
                yield Block("paragraph", f"[{words}]")


def _block(text: str, label: Label | None, *, heading: bool) -> Block:
    if heading:
        mark = label.text if label and label.text != "- " else ""
        return Block("heading", mark + text)
    return Block("entry", label.text + text, label.level) if label else Block("paragraph", text)


def _may_be_heading(text: str, label: Label | None) -> bool:
    """Whether a bold paragraph may be a heading, and is no entry of a list with bullets."""
    return may_be_heading(text) and not (label and label.text == "- ")


def _notes(parts: _Parts) -> dict[tuple[str, str], Element]:
    return {
        (kind, value(note, "id") or ""): note
        for kind in ("footnotes", "endnotes")
        for note in children(parts.get(kind), kind.removesuffix("s"))
        if value(note, "type") not in _NO_NOTES
    }


def _unwrapped(container: Element) -> Iterator[Element]:
    """The paragraphs, tables, rows or cells of a container, out of what only wraps them."""
    for child in container:
        if child.tag in _WRAPPERS:
            yield from _unwrapped(child)
        elif child.tag == _MC + "AlternateContent":
            yield from _unwrapped(next(iter(child), child))
        else:
            yield child


def _runs_on(paragraph: Element) -> bool:
    """Whether the end of the paragraph was deleted, moved away or hidden: the next one stands on its line."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    if mark is None:
        return False
    return any(mark.find(W + name) is not None for name in ("del", "moveFrom")) or is_on(mark.find(W + "specVanish"))


def _row_is_gone(row: Element) -> bool:
    properties = row.find(W + "trPr")
    return properties is not None and (properties.find(W + "del") is not None or is_on(properties.find(W + "hidden")))


def _is_merged(cell: Element) -> bool:
    """Whether it belongs to the cell above or before it."""
    merges = [cell.find(f"{W}tcPr/{W}{name}") for name in ("vMerge", "hMerge")]
    return any(merge is not None and value(merge) != "restart" for merge in merges)
