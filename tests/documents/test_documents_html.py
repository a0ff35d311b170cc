"""Web pages: the minutes in them line by line, and what of a page is left out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medsearch.documents.document import Document
from medsearch.documents.html import looks_like_html, read_html
from medsearch.errors import UnreadableError

_MENU = "<nav><ul><li><a href=/borger>Borger</a><li><a href=/job>Job</a></ul></nav>"
_MINUTES = "<h2>1. Godkendelse af dagsorden</h2><p>Rådet godkendte dagsordenen uden bemærkninger.</p>" * 3


def _read(html: str) -> Document:
    return read_html(html.encode())


def _lines(html: str) -> list[str]:
    """The lines of a page that are not empty."""
    return [line for line in _read(html).text.split("\n") if line]


def _headings(html: str) -> list[str]:
    document = _read(html)
    lines = document.text.split("\n")
    return [lines[number] for number in sorted(document.headings)]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>Arbejds<b>miljø</b> i <i>MED</i></p>", ["Arbejdsmiljø i MED"]),
        ("<p><span>God</span><span>kendt</span>.</p>", ["Godkendt."]),
        ("<div>Mødet</div><div>blev</div>hævet", ["Mødet", "blev", "hævet"]),
        ("<p>Sagsid.: 24/117<br>Åbent</p>", ["Sagsid.: 24/117", "Åbent"]),
        ("<p>sam&shy;arbejde arbejds<wbr>miljø 5&nbsp;kr. &#150; &aelig;</p>", ["samarbejde arbejdsmiljø 5 kr. – æ"]),
        ("<p>Det\n  er\n\nvedtaget</p>", ["Det er vedtaget"]),
        ("<pre>Til stede:\n  Ib Holm</pre>", ["Til stede:", "Ib Holm"]),
        ("<p><del>Udgår</del> <ins>Kommer</ins></p>", ["Udgår Kommer"]),
        ("<p><del>tre</del><ins>fire</ins> sager</p>", ["tre fire sager"]),
        ("<p>34 m<sup>2</sup></p>", ["34 m2"]),
        ("<figure><img src=x alt=Kort><figcaption>Området</figcaption></figure>", ["Området"]),
        ("<p><span class=label>Dato</span><span class=value>1. maj</span></p>", ["Dato 1. maj"]),
        ("<p><a href=1>Et.pdf</a><a href=2>To.pdf</a></p>", ["Et.pdf", "To.pdf"]),
        ("<div><strong>Beslutning</strong><span>Godkendt.</span></div>", ["Beslutning", "Godkendt."]),
        ("<h2><a href=1><img alt='Punkt 4'></a></h2><p>x</p>", ["Punkt 4", "x"]),
    ],
)
def test_page_is_read_as_it_looks(html: str, lines: list[str]) -> None:
    assert _lines(html) == lines


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<ul><li>et<ul><li>to</ul><li>tre</ul>", ["- et", " - to", "- tre"]),
        ("<ol start=3><li>c<li value=7>g<li>h</ol>", ["3. c", "7. g", "8. h"]),
        ("<ol reversed><li>to<li>en</ol>", ["2. to", "1. en"]),
        ("<ol type=a><li>at<li>at</ol><ol type=I><li>x</ol>", ["a. at", "b. at", "I. x"]),
        ("<ol style='list-style: none'><li>1. at<li>2. at</ol>", ["1. at", "2. at"]),
        ("<ol><li>1. at<li>2. at</ol>", ["1. at", "2. at"]),
        ("<ul><li><p>Ib Holm</p><p>formand</p></li></ul>", ["- Ib Holm", "formand"]),
    ],
)
def test_lists_have_the_marks_that_a_browser_shows(html: str, lines: list[str]) -> None:
    assert _lines(html) == lines


def test_numbered_list_of_agenda_items_gives_numbered_headings() -> None:
    html = "<ol><li><h3>Godkendelse</h3><p>Ja.</p><ol><li>at</ol></li><li><h3>Status</h3><p>Nej.</p></li></ol>"
    assert _lines(html) == ["1. Godkendelse", "Ja.", "1. at", "2. Status", "Nej."]
    assert _headings(html) == ["1. Godkendelse", "2. Status"]


def test_number_that_the_heading_has_is_not_put_before_it_again() -> None:
    assert _lines("<ol><li><h3>4. Godkendelse</h3><p>Ja.</p></ol>") == ["4. Godkendelse", "Ja."]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<table><tr><th>År<th>Kr.<tr><td>2024<td>7</table>", ["År | Kr.", "2024 | 7"]),
        ("<table><tr><td>Beslutning<td><p>En lang.</p><p>To.</p></table>", ["Beslutning", "En lang.", "To."]),
        ("<table><tr><td><h2>1. A</h2><p>x<td><table><tr><td>b<td>c</table></table>", ["1. A", "x", "b | c"]),
        ("<table><tr><td>Alt står her</table>", ["Alt står her"]),
    ],
)
def test_tables_give_rows_and_layout_gives_blocks(html: str, lines: list[str]) -> None:
    assert _lines(html) == lines


def test_label_and_its_value_stay_together() -> None:
    html = "<dl><dt>Mødedato:<dd>1. maj<dt>STED<dd><p>Rådhuset</p><dt>Deltagere<dd><ul><li>Ib</ul></dl>"
    assert _read(html).text == "Mødedato: 1. maj\n\nSTED\nRådhuset\n\nDeltagere\n\n- Ib"


@pytest.mark.parametrize(
    "html",
    [
        "<h3>1. Titel</h3>",
        "<div role=heading>1. Titel</div>",
        "<details open><summary>1. Titel</summary>x</details>",
        "<button aria-expanded=false>1. Titel</button>",
        "<h3>1. <button aria-controls=a>Titel</button></h3>",
        "<div role=button class=accordion><span class=no>1.</span><span class=t>Titel</span></div>",
        "<p><strong>1. Titel</strong></p>",
        "<p><span style='font-weight: bold'>1. Titel</span><br>x</p>",
        "<div class='agenda-item__title item-title'>1. Titel</div>",
    ],
)
def test_what_a_page_prints_as_a_heading_is_one(html: str) -> None:
    assert _headings(f"{html}<p>Rådet drøftede sagen og tog den til efterretning.</p>") == ["1. Titel"]


def test_page_that_is_bold_all_over_has_no_bold_headings() -> None:
    assert _headings("<b><p>Rådet drøftede sagen.</p><p>Godkendt.</p></b>") == []


@pytest.mark.parametrize(
    "noise",
    [
        _MENU,
        "<header><a href=/><h1>Nørby Kommune</h1></a><form><input type=search><button>Søg</button></form></header>",
        "<div id=CybotCookiebotDialog><h2>Vi bruger cookies</h2><p>Sæt dit kryds.</p></div>",
        "<div role=dialog><p>Vi bruger cookies.</p><button>Accepter alle</button></div>",
        "<ol class=breadcrumb><li><a href=/>Forside</a><li>HovedMED</ol>",
        "<script>var a = 'tekst'</script><style>p {color: red}</style><noscript>Slå JavaScript til</noscript>",
        "<p><a href=#top>Til toppen</a></p><p>Tilbage til toppen</p><p>Fold alle punkter</p>",
        "<p><a>Kopier link til punktet</a> - <a>Print</a></p><button>Udskriv</button>",
        "<a class=skip href=#main>Gå til hovedindhold</a><button aria-expanded=false>Menu</button>",
        "<footer><p>Nørby Kommune, Torvet 1</p><a href=/kontakt>Kontakt</a></footer>",
        "<div class=share-buttons><a>Facebook</a><a>LinkedIn</a></div>",
        "<div style='display:none'>Der er sket en fejl</div>",
        "<i class=material-icons>expand_more</i><svg><title>Ikon</title></svg>",
        "<select><option>2023<option>2024</select><template><p>skabelon</p></template>",
    ],
)
def test_what_the_site_says_about_itself_is_left_out(noise: str) -> None:
    assert _lines(f"<body>{noise}{_MINUTES}</body>") == _lines(_MINUTES)


@pytest.mark.parametrize(
    "hidden",
    [
        "<h3>Beslutning</h3><div style='display: none'>Godkendt.</div>",
        "<h3>Beslutning</h3><div hidden>Godkendt.</div>",
        "<button aria-controls=c1>Beslutning</button><div id=c1 class=collapse aria-hidden=true>Godkendt.</div>",
        "<div style='display:none' class=accordion__panel><h3>Beslutning</h3>Godkendt.</div>",
        f"<div hidden><p>{'Rådet drøftede sagen. ' * 20}</p><p>Beslutning</p><p>Godkendt.</p></div>",
    ],
)
def test_minutes_that_are_folded_away_are_kept(hidden: str) -> None:
    lines = _lines(f"<main>{_MINUTES}{hidden}</main>")
    assert lines[-2:] == ["Beslutning", "Godkendt."]


@pytest.mark.parametrize(
    "kept",
    [
        "<section><header><h2>2. Cykelparkering</h2></header></section>",
        "<form id=aspnetForm><input type=hidden><p>2. Cykelparkering</p></form>",
        "<div class='social-og-sundhed menu-open'><p>2. Cykelparkering</p></div>",
        "<ul class=attachments><li><a href=1.pdf>2. Cykelparkering</a></ul>",
        "<p><a href=2.pdf>2. Cykelparkering</a></p>",
        "<aside><p>2. Cykelparkering</p></aside>",
        f"<nav><p>{'2. Cykelparkering og alt om den. ' * 30}</p></nav>",
        "<button>2. Cykelparkering</button>",
        "<p hidden class=punkt>2. Cykelparkering</p>",
    ],
)
def test_what_only_looks_like_noise_is_kept(kept: str) -> None:
    assert "2. Cykelparkering" in _read(f"<body>{_MINUTES}{kept}</body>").text


def test_main_part_of_a_page_is_taken() -> None:
    html = f"<body><div>Om Nørby</div><main>{_MINUTES}</main><div>Torvet 1</div></body>"
    assert _lines(html) == _lines(_MINUTES)


def test_head_above_the_main_part_is_kept_with_its_date() -> None:
    html = f"<header>{_MENU}<h1>HovedMED</h1><p>3. juni 2024</p></header><main>{_MINUTES}</main>"
    assert _lines(html)[:3] == ["HovedMED", "3. juni 2024", "1. Godkendelse af dagsorden"]


def test_main_part_that_holds_little_is_not_taken_for_the_minutes() -> None:
    assert "1. Godkendelse af dagsorden" in _read(f"<main><p>Velkommen</p></main>{_MINUTES}").text


def test_articles_side_by_side_are_all_kept() -> None:
    html = "".join(f"<article><h2>{number}. Punkt</h2><p>{'Godkendt. ' * 40}</p></article>" for number in range(1, 4))
    assert _headings(html) == ["1. Punkt", "2. Punkt", "3. Punkt"]


def test_page_of_menus_is_taken_whole_with_a_warning() -> None:
    document = _read(f"<body>{_MENU}<p>Til toppen</p></body>")
    assert "Borger" in document.text
    assert "whole page" in document.warnings[0]


def test_title_tells_the_committee_and_the_day_where_nothing_else_does() -> None:
    html = "<title>LokalMED Skole - referat 3. maj 2024 | Nørby Kommune</title><p>Til stede: alle</p>"
    assert _headings(html) == ["LokalMED Skole - referat 3. maj 2024"]


def test_title_that_the_page_repeats_is_left_out() -> None:
    html = "<title>LokalMED Skole 3. maj 2024 | Nørby Kommune</title><h1>LokalMED Skole</h1><p>Dato: 03-05-2024</p>"
    assert _lines(html) == ["LokalMED Skole", "Dato: 03-05-2024"]


def test_words_own_lists_keep_their_numbers() -> None:
    html = (
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>"
        "1.<span style='font:7.0pt'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Godkendelse<o:p></o:p></p>"
        "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='font-family:Symbol'>·"
        "<span>&nbsp;&nbsp;&nbsp; </span></span>af dagsorden</p><p class=MsoNormal>Ja.<o:p>&nbsp;</o:p></p>"
        "<!--[if gte mso 9]><xml>Normal</xml><![endif]-->"
    )
    assert _lines(html) == ["1. Godkendelse", " - af dagsorden", "Ja."]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("<meta charset=utf-8>", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("<meta charset=utf-16>", "utf-16-le"),
        ("<meta charset=iso-8859-1>", "cp1252"),
        ("<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>", "cp1252"),
        ("<meta charset=iso-8859-1>", "utf-8"),
        ("<meta charset=utf-8>", "cp1252"),
        ("<meta charset=klingon>", "cp1252"),
        ("<meta charset=macintosh>", "mac-roman"),
        ("<meta charset=rot13>", "utf-8"),
    ],
)
def test_danish_is_read_whatever_a_page_says_of_its_encoding(declared: str, encoding: str) -> None:
    html = f"<html><head>{declared}</head><body><p>Rådet på Ærø – “drøftet”</p></body></html>"
    assert read_html(html.encode(encoding)).text == "Rådet på Ærø – “drøftet”"


def test_xml_declaration_tells_the_encoding() -> None:
    html = "<?xml version='1.0' encoding='cp850'?><html><body><p>Rådet</p></body></html>"
    assert read_html(html.encode("cp850")).text == "Rådet"


_MHTML = """From: <Saved by Blink>
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html"; boundary="----x"

------x
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

<html><body><p>R=C3=A5det er en=
ige</p></body></html>
------x
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------x--
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_page_saved_as_one_file_is_read(line_end: str) -> None:
    data = _MHTML.replace("\n", line_end).encode()
    assert looks_like_html(data)
    assert read_html(data).text == "Rådet er enige"


def test_saved_file_without_a_page_is_refused_with_advice() -> None:
    with pytest.raises(UnreadableError, match="without a page") as refused:
        _read(_MHTML.replace("text/html", "text/css").replace('type="text/css"', 'type="text/html"'))
    assert "complete" in refused.value.advice


def test_archive_of_archives_is_refused() -> None:
    nested = "Content-Type: multipart/related; boundary=x\n\n--x\n" * 2000
    with pytest.raises(UnreadableError):
        _read("MIME-Version: 1.0\n" + nested)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<html><frameset cols=1><frame src=a.htm></frameset></html>", "frames"),
        ("<div id=root></div><script src=app.js></script><noscript>You need JavaScript.</noscript>", "script"),
        ("<html><body><p>&nbsp;</p></body></html>", "no text"),
        ("", "no text"),
    ],
)
def test_page_without_text_is_refused_with_advice(html: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as refused:
        _read(html)
    assert "print it to PDF" in refused.value.advice


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td", "x-y", "svg><foreignObject", "summary"])
def test_nesting_without_end_is_read_or_refused_soon(tag: str) -> None:
    try:
        assert "Godkendt" in _read(f"<{tag}>" * 20_000 + "<p>Godkendt").text
    except UnreadableError as refused:
        assert refused.advice


def test_text_below_the_deepest_block_is_kept() -> None:
    assert "Nederst" in _lines("<p>Øverst</p>" + "<div>" * 3000 + "<p>Nederst" + "</div>" * 3000)


def test_tag_with_attributes_without_end_is_read_soon() -> None:
    attributes = " ".join(f"a{number}" for number in range(50_000))
    assert _read(f"<p {attributes}>Godkendt").text == "Godkendt"


def test_drawings_do_not_count_as_nesting() -> None:
    drawing = "<svg>" + "<path d=x />" * 2000 + "</svg>"
    assert _headings(f"{drawing}<div role=heading>Titel</div><p>Godkendt.</p>") == ["Titel"]


def test_page_larger_than_any_minutes_is_refused_with_advice() -> None:
    with pytest.raises(UnreadableError, match="larger") as refused:
        _read("<p>x" * 300_001)
    assert refused.value.advice


@pytest.mark.parametrize(
    "html",
    [
        "<!DOCTYPE html><p>x",
        "\n <html><body>",
        "<?xml version='1.0'?>\n<!-- gemt -->\n<!doctype HTML PUBLIC>",
        "<!-- saved from url=(1)x --><div class='a'>x</div>",
        "<h2>1. Godkendelse</h2>",
        "<p>Deltagere:<br>\n- Ib<br>\n- Ea</p>",
        "<article>x</article>",
        "<table border=1><tr><td>x</table>",
        "<p>et<p>to<p>tre",
        "\ufeff<head><title>x</title>",
    ],
)
def test_pages_and_pieces_of_pages_are_known(html: str) -> None:
    assert looks_like_html(html.encode())


@pytest.mark.parametrize(
    "text",
    [
        "Se <html>",
        "<3 hundrede deltog",
        "<html_noter> om siden",
        "<ib@holm.example> skrev",
        "<https://nord.example>",
        "<br>\n# Referat\n",
        "<div align=center>\n\n# Referat\n\n</div>",
        "<b>Bemærk</b>: mødet starter kl. 9\nDagsorden",
        "<rss><channel><title>x</title></channel></rss>",
        "<?xml version='1.0'?><svg><title>x</title></svg>",
        "<!-- note -->\nReferat",
        "Referat\n<p>x</p>",
        "From: Ib\nSubject: <p>x</p>\n\nHej",
        "",
    ],
)
def test_texts_that_only_mention_tags_are_no_pages(text: str) -> None:
    assert not looks_like_html(text.encode())


_WORD = st.text(alphabet="abcæøå", min_size=3, max_size=8)
_TAGS = st.sampled_from("p div span b h2 ul li ol table td section details summary button dl dt dd a pre".split())


@given(st.lists(st.tuples(_TAGS, st.booleans(), _WORD), min_size=1, max_size=30))
def test_no_word_is_lost(pieces: list[tuple[str, bool, str]]) -> None:
    html = "".join(f"<{'' if begins else '/'}{tag}> 7{word} " for tag, begins, word in pieces)
    words = re.findall(r"7[abcæøå]+", _read(f"<body>{html}").text)
    assert sorted(words) == sorted(f"7{word}" for _, _, word in pieces)


@given(st.data())
def test_damaged_page_is_read_or_refused(data: st.DataObject) -> None:
    whole = f"<!DOCTYPE html><title>x</title><body>{_MENU}<ol start=2><li>a</ol>{_MINUTES}<table><tr><td>x".encode()
    page = bytearray(whole[: data.draw(st.integers(0, len(whole)))])
    for place in data.draw(st.lists(st.integers(0, max(len(page) - 1, 0)), max_size=10)) if page else []:
        page[place] = data.draw(st.integers(0, 255))
    try:
        assert read_html(bytes(page)).reader == "html"
    except UnreadableError as refused:
        assert refused.advice


@given(st.binary())
def test_any_bytes_are_a_page_or_not(data: bytes) -> None:
    assert looks_like_html(data) in (True, False)
    try:
        read_html(data)
    except UnreadableError as refused:
        assert refused.advice
