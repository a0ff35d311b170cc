"""Makes Word and OpenDocument files by hand, as small as they can be."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_PARTS = ("styles", "numbering", "footnotes", "endnotes")
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODF_SPACES = " ".join(
    f'xmlns:{short}="{_ODF}:{name}:1.0"'
    for short, name in {
        "office": "office",
        "text": "text",
        "style": "style",
        "table": "table",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return file.getvalue()


def docx(body: str, *, header: str = "", strict: bool = False, **parts: str) -> bytes:
    """A Word document; `body` and the parts (styles, numbering, footnotes, endnotes) are the XML within their roots."""
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>' if header else ""
    members = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}{section}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations({"header": "header1.xml"} | {part: f"{part}.xml" for part in parts}),
        **{f"word/{part}.xml": f"<w:{roots[part]} {_SPACES}>{xml}</w:{roots[part]}>" for part, xml in parts.items()},
    }
    if header:
        members["word/header1.xml"] = f"<w:hdr {_SPACES}>{header}</w:hdr>"
    if strict:
        members = {
            name: xml.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main") for name, xml in members.items()
        }
        members = {
            name: xml.replace(R, "http://purl.oclc.org/ooxml/officeDocument/relationships")
            for name, xml in members.items()
        }
    return zipped(members)


def p(text: str = "", style: str = "", *, number: int | None = None, level: int = 0, inside: str = "") -> str:
    """A paragraph of one run; `inside` is XML that follows."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number is not None else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    run = r(text) if text else ""
    return f"<w:p><w:pPr>{named}{numbering}</w:pPr>{run}{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: list[str]) -> str:
    """A table whose cells are XML, or plain text."""
    cell = "<w:tc><w:tcPr/>{}</w:tc>"
    lines = ["".join(cell.format(text if text.startswith("<") else p(text)) for text in row) for row in rows]
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{line}</w:tr>" for line in lines) + "</w:tbl>"


def levels(*texts: str, form: str = "decimal", start: int = 1, extra: str = "") -> str:
    """The levels of a numbering by what they show."""
    return "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, text in enumerate(texts)
    )


def numbering(*abstracts: str, numbers: str = "") -> str:
    """Abstract numberings by their levels, a numbering for each with its number from 1, and more of these."""
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{index}">{xml}</w:abstractNum>' for index, xml in enumerate(abstracts, 1)
    )
    own = "".join(
        f'<w:num w:numId="{index}"><w:abstractNumId w:val="{index}"/></w:num>' for index in range(1, len(abstracts) + 1)
    )
    return made + own + numbers


def odt(text: str, *, automatic: str = "", styles: str = "", header: str = "") -> bytes:
    """An OpenDocument text; all are XML within the element that they belong to."""
    page = f'<style:master-page style:name="Standard"><style:header>{header}</style:header></style:master-page>'
    return zipped({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {_ODF_SPACES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{text}</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {_ODF_SPACES}><office:styles>{styles}</office:styles>"
        f"<office:master-styles>{page if header else ''}</office:master-styles></office:document-styles>",
        "META-INF/manifest.xml": "<manifest/>",
    })  # fmt: skip


def _relations(targets: Mapping[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{target}"/>' for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'
