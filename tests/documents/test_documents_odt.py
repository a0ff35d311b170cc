"""OpenDocument texts: what LibreOffice shows is what is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_files import odt, zipped

from medsearch.documents.odt import read_odt
from medsearch.errors import UnreadableError

_NUMBERS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
    "</text:list-style>"
)
_BULLETS = '<text:list-style style:name="L"><text:list-level-style-bullet text:level="1"/></text:list-style>'


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def entries(*texts: str, attributes: str = 'text:style-name="L"') -> str:
    items = "".join(f"<text:list-item>{text if text.startswith('<') else p(text)}</text:list-item>" for text in texts)
    return f"<text:list {attributes}>{items}</text:list>"


def lines(text: str, **parts: str) -> list[str]:
    return read_odt(odt(text, **parts)).text.split("\n")


def headings(text: str, **parts: str) -> list[str]:
    document = read_odt(odt(text, **parts))
    return [document.text.split("\n")[number] for number in sorted(document.headings)]


def test_paragraphs_and_headings_come_in_their_order() -> None:
    text = '<text:h text:outline-level="1">Budget</text:h>' + p("Godkendt.")
    assert lines(text) == ["Budget", "", "Godkendt."]
    assert headings(text) == ["Budget"]


def test_title_and_short_bold_or_underlined_paragraphs_are_headings() -> None:
    styles = (
        '<style:style style:name="B" style:family="paragraph"><style:text-properties fo:font-weight="bold"/>'
        '</style:style><style:style style:name="U" style:family="text">'
        '<style:text-properties style:text-underline-style="solid"/></style:style>'
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
        '<style:style style:name="Title" style:family="paragraph"/>'
    )
    span = '<text:span text:style-name="U">{}</text:span>'
    text = p("Referat", "P1") + p("Indstilling", "B") + p(span.format("Beslutning")) + p("Se " + span.format("her"))
    assert headings(text, automatic=styles) == ["Referat", "Indstilling", "Beslutning"]


def test_headings_have_the_numbers_of_the_outline() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="." '
        'text:start-value="27"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        "</text:outline-style>"
    )
    h = '<text:h text:outline-level="{}">{}</text:h>'
    text = h.format(1, "Budget") + h.format(2, "Drift") + h.format(1, "Eventuelt")
    assert headings(text, styles=outline) == ["27. Budget", "27.1 Drift", "28. Eventuelt"]


def test_lists_are_numbered_within_each_other() -> None:
    text = entries("Budget", p("Anlæg") + entries("Skole", "Vej", attributes=""), "Eventuelt")
    assert lines(text, automatic=_NUMBERS) == ["1. Budget", "2. Anlæg", " a) Skole", " b) Vej", "3. Eventuelt"]


def test_bullets_are_hyphens_also_where_no_style_says_so() -> None:
    assert lines(entries("a", "b"), automatic=_BULLETS) == ["- a", "- b"]
    assert lines(entries("a", attributes="")) == ["- a"]


def test_newer_pattern_of_numbers_is_understood() -> None:
    style = _NUMBERS.replace('style:num-suffix="."', 'style:num-list-format="Punkt %1%:"')
    assert lines(entries("Budget"), automatic=style) == ["Punkt 1: Budget"]


def test_list_starts_anew_unless_it_goes_on() -> None:
    first = entries("a", "b", attributes='text:style-name="L" xml:id="first"')
    on = entries("c", attributes='text:style-name="L" text:continue-list="first"')
    same_style = entries("d", attributes='text:style-name="L" text:continue-numbering="true"')
    read = lines(first + p("x") + on + p("y") + same_style + p("z") + entries("e"), automatic=_NUMBERS)
    assert [line for line in read if line] == ["1. a", "2. b", "x", "3. c", "y", "4. d", "z", "1. e"]


def test_item_says_where_it_starts_and_its_second_paragraph_has_no_number() -> None:
    item = f'<text:list-item text:start-value="27">{p("Budget")}{p("note")}</text:list-item>'
    text = f'<text:list text:style-name="L">{item}</text:list>'
    assert lines(text, automatic=_NUMBERS) == ["27. Budget", "", "note"]


def test_heading_in_a_list_has_the_number_of_the_list() -> None:
    text = entries('<text:h text:outline-level="1">Budget</text:h>')
    assert headings(text, automatic=_NUMBERS) == ["1. Budget"]


def test_number_that_the_file_tells_is_taken() -> None:
    item = f"<text:list-item><text:number>§ 4</text:number>{p('Budget')}</text:list-item>"
    assert lines(f"<text:list>{item}</text:list>") == ["§ 4 Budget"]


def test_deleted_text_and_comments_are_left_out_and_inserted_text_stays() -> None:
    region = f"<text:changed-region><text:deletion>{p('afviste')}</text:deletion></text:changed-region>"
    deleted = f"<text:tracked-changes>{region}</text:tracked-changes>"
    inserted = "<text:change-start/>godkendte<text:change-end/><text:change/> planen"
    comment = f"<office:annotation>{p('Er det rigtigt?')}</office:annotation>"
    assert lines(deleted + p(f"Rådet {inserted}{comment}.")) == ["Rådet godkendte planen."]


def test_rows_cells_and_tables_within_tables_are_read_once() -> None:
    def table(*cells: str) -> str:
        made = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        row = f"{made}<table:covered-table-cell>{p('x')}</table:covered-table-cell>"
        rows = f"<table:table-rows><table:table-row>{row}</table:table-row></table:table-rows>"
        return f"<table:table>{rows}</table:table>"

    assert lines(table(p("Syd"), p("412"))) == ["Syd | 412"]
    assert lines(table(p("Bilag"), table(p("a"), p("b")))) == ["Bilag", "", "a | b"]


@pytest.mark.parametrize(
    "shape",
    [
        "<draw:frame><svg:title>Billede</svg:title><draw:text-box>{}</draw:text-box></draw:frame>",
        "<draw:custom-shape>{}</draw:custom-shape>",
        "<draw:g><draw:rect>{}</draw:rect></draw:g>",
    ],
)
def test_text_box_follows_the_paragraph_it_hangs_on(shape: str) -> None:
    assert lines(p("Bud" + shape.format(p("Husk")) + "get")) == ["Budget", "", "Husk"]


def test_note_follows_in_brackets() -> None:
    body = f"<text:note-body>{p('Jf. § 4.')}</text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    assert lines(p(f"Planen{note} er klar.") + p("Godkendt.")) == ["Planen er klar.", "", "[Jf. § 4.]", "", "Godkendt."]


def test_blanks_tabs_and_line_breaks_become_what_they_look_like() -> None:
    text = "Dato:<text:tab/>12.<text:s text:c='999999999'/>maj\n 2024<text:line-break/>kl. 9"
    assert lines(p(text)) == ["Dato: 12. maj 2024", "kl. 9"]


def test_hidden_text_and_sections_are_left_out() -> None:
    style = '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    text = p('Godkendt<text:span text:style-name="H"> hemmeligt</text:span>.')
    text += f'<text:section text:display="none">{p("skjult")}</text:section><text:section>{p("vist")}</text:section>'
    text += p('<text:hidden-paragraph text:is-hidden="true"/>også skjult')
    assert lines(text, automatic=style) == ["Godkendt.", "", "vist"]


def test_contents_list_has_an_entry_per_line_with_its_page() -> None:
    title, first, second = p("Indhold"), p("1. Budget<text:tab/>3"), p("2. Eventuelt<text:tab/>4")
    source = f"<text:table-of-content-source>{p('skabelon')}</text:table-of-content-source>"
    index = f"<text:index-body><text:index-title>{title}</text:index-title>{first}{second}</text:index-body>"
    text = f"<text:table-of-content>{source}{index}</text:table-of-content>"
    assert lines(text) == ["Indhold", "", "1. Budget ..... 3", "2. Eventuelt ..... 4"]


def test_page_head_comes_first_where_its_words_stand_nowhere_else() -> None:
    assert lines(p("Godkendt."), header=p("Byrådet") + p("Side 1 af 3")) == ["Byrådet", "", "Godkendt."]
    assert lines(p("Byrådet godkendte."), header=p("Byrådet")) == ["Byrådet godkendte."]


def test_encrypted_text_is_refused_with_advice() -> None:
    data = zipped({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": "<manifest:encryption-data/>",
        "content.xml": b"\x00\x01",
    })  # fmt: skip
    with pytest.raises(UnreadableError, match="password") as refused:
        read_odt(data)
    assert "without one" in refused.value.advice


def test_text_without_words_is_refused() -> None:
    with pytest.raises(UnreadableError, match="no text"):
        read_odt(odt(p("")))


def test_deep_lists_are_read_or_refused() -> None:
    assert lines("<text:list><text:list-item>" * 50 + p("x") + "</text:list-item></text:list>" * 50)[0].strip() == "- x"
    with pytest.raises(UnreadableError, match="nested"):
        read_odt(odt("<text:span>" * 5000 + "</text:span>" * 5000))


@given(st.lists(st.text(alphabet="abæøå .", min_size=1), min_size=1))
def test_no_word_is_lost(texts: list[str]) -> None:
    text = "".join(entries(words) if len(words) % 2 else p(words) for words in texts) + p("slut")
    read = read_odt(odt(text, automatic='<text:list-style style:name="L"><x/></text:list-style>')).text
    assert read.replace("- ", " ").split() == [*" ".join(texts).split(), "slut"]


_SOUND = odt(entries("Budget") + p("Godkendt."), automatic=_NUMBERS, header=p("Byrådet"))


@given(st.integers(0, len(_SOUND) - 1), st.binary(max_size=8), st.booleans())
def test_damaged_text_is_read_or_refused(place: int, damage: bytes, cut: bool) -> None:
    data = _SOUND[:place] + damage + (b"" if cut else _SOUND[place + len(damage) :])
    try:
        assert read_odt(data).text
    except UnreadableError as refused:
        assert refused.advice
