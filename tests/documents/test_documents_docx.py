"""Word documents: what Word shows is what is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_files import docx, levels, numbering, p, r, table, zipped

from medsearch.documents.docx import read_docx
from medsearch.errors import UnreadableError

_HEADINGS = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="Dagsordenspunkt"/>'
    '<w:basedOn w:val="Overskrift1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
)


def lines(body: str, **parts: str) -> list[str]:
    return read_docx(docx(body, **parts)).text.split("\n")


def headings(body: str, **parts: str) -> list[str]:
    document = read_docx(docx(body, **parts))
    return [document.text.split("\n")[number] for number in sorted(document.headings)]


def test_paragraphs_come_in_their_order_parted_by_an_empty_line() -> None:
    assert lines(p("Rådet drøftede sagen.") + p() + p("Godkendt.")) == ["Rådet drøftede sagen.", "", "Godkendt."]


def test_strict_open_xml_is_read_as_well() -> None:
    assert read_docx(docx(p("Godkendt."), strict=True, header=p("Byrådet"))).text == "Byrådet\n\nGodkendt."


@pytest.mark.parametrize("style", ["Overskrift1", "Punkt", "Titel", "Heading2"])
def test_heading_style_makes_a_heading_also_through_the_style_it_is_based_on(style: str) -> None:
    assert headings(p("Budget", style) + p("Godkendt."), styles=_HEADINGS) == ["Budget"]


def test_short_bold_or_underlined_paragraph_is_a_heading_and_a_bold_word_is_none() -> None:
    bold, lined = r("Indstilling", "<w:b/>"), r("Beslutning", '<w:u w:val="single"/>')
    body = p(inside=bold) + p(inside=lined) + p(inside=r("Vedtaget", "<w:b/>") + r(" af alle."))
    assert headings(body) == ["Indstilling", "Beslutning"]


def test_link_is_no_heading_though_it_is_underlined() -> None:
    assert headings(p(inside=r("https://intra.example/med", '<w:u w:val="single"/>'))) == []


@pytest.mark.parametrize(
    ("text", "form", "shown"),
    [
        ("%1.", "decimal", ["1. Budget", "2. Eventuelt"]),
        ("Punkt %1:", "decimal", ["Punkt 1: Budget", "Punkt 2: Eventuelt"]),
        ("%1)", "lowerLetter", ["a) Budget", "b) Eventuelt"]),
        ("%1", "upperRoman", ["I Budget", "II Eventuelt"]),
        ("%1.", "decimalZero", ["01. Budget", "02. Eventuelt"]),
        ("\uf0b7", "bullet", ["- Budget", "- Eventuelt"]),
        ("Bilag", "none", ["Bilag Budget", "Bilag Eventuelt"]),
    ],
)
def test_numbers_that_word_makes_are_read_as_it_shows_them(text: str, form: str, shown: list[str]) -> None:
    body = p("Budget", number=1) + p("Eventuelt", number=1)
    assert lines(body, numbering=numbering(levels(text, form=form))) == shown


def test_levels_count_within_each_other_and_restart() -> None:
    body = "".join(p(f"x{level}", number=1, level=level) for level in (0, 1, 1, 0, 1))
    read = [line.strip() for line in lines(body, numbering=numbering(levels("%1.", "%1.%2")))]
    assert read == ["1. x0", "1.1 x1", "1.2 x1", "2. x0", "2.1 x1"]


def test_level_that_never_restarts_runs_on() -> None:
    never = levels("%1.", "(%2)", extra='<w:lvlRestart w:val="0"/>')
    body = "".join(p("x", number=1, level=level) for level in (0, 1, 0, 1))
    assert [line.strip() for line in lines(body, numbering=numbering(never))] == ["1. x", "(1) x", "2. x", "(2) x"]


def test_number_goes_on_after_other_paragraphs_and_a_second_list_starts_anew() -> None:
    anew = (
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = p("a", number=1) + p("tekst") + p("b", number=1) + p("c", number=7) + p("d", number=7)
    read = lines(body, numbering=numbering(levels("%1."), numbers=anew))
    assert read == ["1. a", "", "tekst", "", "2. b", "1. c", "2. d"]


def test_numbering_starts_where_it_says() -> None:
    assert lines(p("Budget", number=1), numbering=numbering(levels("%1.", start=27))) == ["27. Budget"]


def test_number_comes_through_the_style_and_its_level() -> None:
    linked = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/><w:pStyle w:val="Overskrift1"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:lvlText w:val="%1.%2"/><w:pStyle w:val="Overskrift2"/></w:lvl>'
    )
    style = (
        '<w:style w:type="paragraph" w:styleId="Overskrift{0}"><w:name w:val="heading {0}"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p("Budget", "Overskrift1") + p("Drift", "Overskrift2") + p("Anlæg", "Overskrift2")
    parts = {"styles": style.format(1) + style.format(2), "numbering": numbering(linked)}
    assert headings(body, **parts) == ["1. Budget", "1.1 Drift", "1.2 Anlæg"]


def test_paragraph_takes_the_number_of_its_style_off() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Punkt"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p("Budget", "Punkt") + p("note", "Punkt", number=0)
    assert lines(body, styles=style, numbering=numbering(levels("%1."))) == ["1. Budget", "", "note"]


def test_legal_numbering_shows_figures_only() -> None:
    roman = (
        '<w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>'
    )
    body = p("a", number=1) + p("b", number=1, level=1)
    assert [line.strip() for line in lines(body, numbering=numbering(roman))] == ["IV a", "4.1 b"]


def test_deleted_paragraph_is_not_counted() -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>'
        "<w:del><w:r><w:delText>Udgår</w:delText></w:r></w:del></w:p>"
    )
    read = lines(p("Budget", number=1) + gone + p("Eventuelt", number=1), numbering=numbering(levels("%1.")))
    assert read == ["1. Budget", "2. Eventuelt"]


def test_tracked_changes_count_as_accepted() -> None:
    body = p(
        inside=r("Rådet ")
        + f"<w:ins>{r('godkendte')}</w:ins><w:del><w:r><w:delText>afviste</w:delText></w:r></w:del>"
        + f"<w:moveFrom>{r(' hele')}</w:moveFrom><w:moveTo>{r(' planen')}</w:moveTo>"
    )
    assert lines(body) == ["Rådet godkendte planen"]


def test_deleted_end_of_a_paragraph_joins_it_with_the_next() -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('Rådet ')}</w:p>"
    assert lines(first + p("godkendte.")) == ["Rådet godkendte."]


def test_row_that_was_deleted_is_gone() -> None:
    rows = table(["Budget", "412"]).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")
    assert lines(rows + p("Godkendt.")) == ["Godkendt."]


def test_rows_of_a_table_are_lines_with_bars() -> None:
    assert lines(table(["Område", "2022"], ["Syd", "412"])) == ["Område | 2022", "Syd | 412"]


def test_cell_of_several_paragraphs_follows_the_cell_before_it() -> None:
    long = (
        "Sagen har været drøftet i forretningsudvalget og i økonomiudvalget, som begge ønsker en afklaring inden jul."
    )
    body = table(["Punkt 1", "Budget"], ["Sagsfremstilling", p(long) + p("Kort.")], ["Beslutning", "Godkendt."])
    assert lines(body) == [
        "Punkt 1 | Budget", "", "Sagsfremstilling", "", long, "", "Kort.", "", "Beslutning | Godkendt.",
    ]  # fmt: skip


def test_names_in_a_cell_stay_on_lines_below_each_other() -> None:
    assert lines(table(["Deltagere", p("Ib Holm") + p("Anna Bæk")])) == ["Deltagere", "", "Ib Holm", "Anna Bæk"]


def test_cell_with_nothing_but_its_number_keeps_it() -> None:
    body = table([p(number=1), "Budget"], [p(number=1), "Eventuelt"])
    assert lines(body, numbering=numbering(levels("%1."))) == ["1. | Budget", "2. | Eventuelt"]


def test_table_within_a_table_is_read() -> None:
    assert lines(table(["Bilag", table(["a", "b"], ["c", "d"])])) == ["Bilag", "", "a | b", "c | d"]


def test_merged_cells_are_read_once() -> None:
    merged = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr><w:p><w:r><w:t>Syd</w:t></w:r></w:p></w:tc>"
    rows = "".join(
        f"<w:tr>{merged.format(kind)}<w:tc>{p(number)}</w:tc></w:tr>"
        for kind, number in ((' w:val="restart"', "1"), ("", "2"))
    )
    assert lines(f"<w:tbl>{rows}</w:tbl>") == ["Syd | 1", "2"]


def test_text_box_is_read_once_though_it_stands_there_twice() -> None:
    box = f"<w:txbxContent>{p('Husk frist')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape>{box}</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(p("Budget", inside=both)) == ["Budget", "", "Husk frist"]


def test_content_controls_links_and_simple_fields_give_their_text() -> None:
    control = f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{p('Byrådet')}</w:sdtContent></w:sdt>"
    link = f'<w:hyperlink>{r("bilag")}</w:hyperlink><w:fldSimple w:instr="DATE">{r(" 12. maj")}</w:fldSimple>'
    within = f"<w:sdt><w:sdtContent>{r(' 2024')}</w:sdtContent></w:sdt>"
    assert lines(control + p("Se ", inside=link + within)) == ["Byrådet", "", "Se bilag 12. maj 2024"]


def field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    instruction = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return mark.format("begin") + instruction + mark.format("separate") + result + mark.format("end")


def test_of_a_field_the_result_is_read_and_not_its_code() -> None:
    nested = field(f"IF {field('DOCPROPERTY x', r('skjult'))}", r("vist"))
    assert lines(p("Sag: ", inside=nested)) == ["Sag: vist"]


def test_field_without_end_swallows_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert lines(p("Sag", inside=begin) + p("Godkendt.")) == ["Sag", "", "Godkendt."]


def test_contents_list_has_an_entry_per_line_with_its_page() -> None:
    tab = "<w:r><w:tab/></w:r>"
    style = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    body = p("Indhold") + "".join(
        p(f"{number}.", "TOC1", inside=tab + r(title) + tab + field("PAGEREF x", r("3")))
        for number, title in ((1, "Budget"), (2, "Eventuelt"))
    )
    assert lines(body, styles=style) == ["Indhold", "", "1. Budget ..... 3", "2. Eventuelt ..... 3"]


def test_contents_list_is_known_by_its_field_without_any_style() -> None:
    entry = r("Budget") + "<w:r><w:tab/></w:r>" + r("3")
    assert lines(p(inside=field('TOC \\o "1-3"', entry)) + p("Godkendt.")) == ["Budget ..... 3", "", "Godkendt."]


def test_notes_follow_in_brackets_where_they_are_cited() -> None:
    cited = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = (
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        + f'<w:footnote w:id="2">{p("Jf. § 4.")}</w:footnote>'
    )
    body = p("Planen", inside=cited + r(" er klar.")) + p("Godkendt.")
    assert lines(body, footnotes=notes) == ["Planen er klar.", "", "[Jf. § 4.]", "", "Godkendt."]


def test_note_in_a_table_does_not_tear_it() -> None:
    cited = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    body = table([p("Syd", inside=cited), "1"], ["Nord", "2"])
    assert lines(body, endnotes=f'<w:endnote w:id="2">{p("Skøn")}</w:endnote>') == ["Syd | 1", "Nord | 2", "", "[Skøn]"]


def test_notes_that_cite_each_other_are_read_once() -> None:
    def cited(number: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    notes = "".join(
        f'<w:footnote w:id="{n}">{p(f"note {n}", inside=cited((n + 1) % 2000))}</w:footnote>' for n in range(2000)
    )
    assert lines(p("Sag", inside=cited(0)), footnotes=notes).count("[note 7]") == 1


def test_hidden_text_is_left_out() -> None:
    assert lines(p("Godkendt.", inside=r(" hemmeligt", "<w:vanish/>"))) == ["Godkendt."]


def test_tabs_breaks_and_hyphens_become_what_they_look_like() -> None:
    signs = "<w:tab/><w:t>12. maj</w:t><w:br/><w:t>arbejds</w:t><w:softHyphen/><w:t>miljø, A</w:t>"
    signs += "<w:noBreakHyphen/><w:t>kasse</w:t>"
    assert lines(p("Mødedato:", inside=f"<w:r>{signs}</w:r>")) == ["Mødedato: 12. maj", "arbejdsmiljø, A-kasse"]


def test_symbols_are_shown() -> None:
    check, paragraph = '<w:sym w:font="Wingdings" w:char="F0FC"/>', '<w:sym w:font="Arial" w:char="00A7"/>'
    assert lines(p(inside=f"<w:r>{check}<w:t> ja </w:t>{paragraph}</w:r>")) == ["✓ ja §"]


def test_page_head_comes_first_where_its_words_stand_nowhere_else() -> None:
    assert read_docx(docx(p("Godkendt."), header=p("Byrådet") + p("Side 1 af 3"))).text == "Byrådet\n\nGodkendt."


def test_page_head_that_says_nothing_new_is_left_out() -> None:
    assert read_docx(docx(p("Referat fra Byrådet"), header=p("Byrådet Side 2"))).text == "Referat fra Byrådet"


def test_embedded_document_is_missed_with_a_warning() -> None:
    assert read_docx(docx(p("Godkendt.") + '<w:altChunk r:id="x"/>')).warnings


def test_document_without_text_is_refused_with_advice() -> None:
    with pytest.raises(UnreadableError, match="no text") as refused:
        read_docx(docx(p()))
    assert "OCR" in refused.value.advice


def test_document_without_its_main_part_is_refused() -> None:
    with pytest.raises(UnreadableError, match="incomplete"):
        read_docx(zipped({"[Content_Types].xml": "wordprocessingml.document.main+xml"}))


def test_deeply_nested_document_is_refused() -> None:
    with pytest.raises(UnreadableError, match="nested"):
        read_docx(docx("<w:sdt>" * 5000 + p("x") + "</w:sdt>" * 5000))


def test_nesting_that_is_allowed_is_read() -> None:
    assert lines("<w:tbl><w:tr><w:tc>" * 40 + p("x") + "</w:tc></w:tr></w:tbl>" * 40) == ["x"]


def test_styles_based_on_each_other_in_a_ring_are_read() -> None:
    ring = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    assert lines(p("Godkendt.", "A"), styles=ring) == ["Godkendt."]


@given(st.lists(st.text(alphabet="abæøå <&.", min_size=1), min_size=1))
def test_no_word_is_lost(texts: list[str]) -> None:
    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;")

    data = docx("".join(table([escaped(text)]) if len(text) % 2 else p(escaped(text)) for text in texts) + p("slut"))
    assert read_docx(data).text.replace("|", " ").split() == [*" ".join(texts).split(), "slut"]


_SOUND = docx(
    p("Budget", number=1) + table(["a", "b"]) + p("Godkendt."), numbering=numbering(levels("%1.")), header=p("x")
)


@given(st.integers(0, len(_SOUND) - 1), st.binary(max_size=8), st.booleans())
def test_damaged_document_is_read_or_refused(place: int, damage: bytes, cut: bool) -> None:
    data = _SOUND[:place] + damage + (b"" if cut else _SOUND[place + len(damage) :])
    try:
        assert read_docx(data).text
    except UnreadableError as refused:
        assert refused.advice
