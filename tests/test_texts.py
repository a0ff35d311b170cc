"""Two languages: which one is spoken, that every text has its Danish, and that no text is shown without a mark."""

import ast
import ctypes
import gettext
import io
import plistlib
import re
import string
import struct
import sys
from pathlib import Path
from types import SimpleNamespace

import click
import pytest
import typer
from babel.messages.catalog import Catalog, Message
from hypothesis import given
from hypothesis import strategies as st

from medsearch import texts
from medsearch.cli.running import run
from medsearch.texts import _, click_texts, counted, decimal, grouped, language, listed, quoted, use_language
from medsearch.texts.catalogue import Catalogue
from tools.gathering import PACKAGE, gather
from tools.texts import CLICK_MO, MO, PO, as_mo, of_click, read_catalogue, untranslated, updated
from tools.unmarked import find_in_module, find_unmarked

VARIABLES = ("MEDSEARCH_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")

# Danish for these is the same word, or there is nothing in them but what users type.
SAME_IN_DANISH = {
    *("N", "person", "Person", "facet", "Word", "OpenDocument", "Rich Text", "“{name}”: {items}."),
}
# Danish says it without this.
LEFT_OUT_IN_DANISH = {"{value!r} is not a valid {number_type}.": "click's names of types are English only"}


@pytest.fixture
def surroundings(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Surroundings that say nothing about the language."""
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    texts._language_of_desktop.cache_clear()
    return monkeypatch


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    return read_catalogue()


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def forms(message: Message) -> list[tuple[str, str]]:
    """Each English form of a message with its Danish."""
    if isinstance(message.id, str):
        return [(message.id, message.string)]
    return list(zip(message.id, message.string, strict=True))


# --- which language is spoken


@pytest.mark.parametrize(
    ("set_to", "spoken"),
    [
        ({"LANG": "da_DK.UTF-8"}, "da"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
        ({"LANG": ""}, "en"),
        ({"LC_MESSAGES": "da_DK", "LANG": "en_US.UTF-8"}, "da"),
        ({"LC_ALL": "C", "LC_MESSAGES": "da_DK", "LANG": "da_DK"}, "en"),
        ({"LC_ALL": "", "LANG": "da_DK"}, "da"),
        ({"LANGUAGE": "nb:da:en", "LANG": "en_US.UTF-8"}, "da"),
        ({"LANGUAGE": "en:da", "LANG": "da_DK.UTF-8"}, "en"),
        ({"LANGUAGE": "de:fr", "LANG": "da_DK.UTF-8"}, "en"),
        ({"MEDSEARCH_LANG": "da", "LANG": "en_US.UTF-8"}, "da"),
        ({"MEDSEARCH_LANG": "en", "LANGUAGE": "da", "LANG": "da_DK.UTF-8"}, "en"),
        ({"MEDSEARCH_LANG": "Dansk", "LANG": "en_US.UTF-8"}, "da"),
        ({"MEDSEARCH_LANG": "", "LANG": "da_DK.UTF-8"}, "da"),
    ],
)
def test_language_is_that_of_the_surroundings(
    surroundings: pytest.MonkeyPatch, set_to: dict[str, str], spoken: str
) -> None:
    for variable, value in set_to.items():
        surroundings.setenv(variable, value)
    assert language() == spoken


def test_library_speaks_the_language_that_it_is_told(surroundings: pytest.MonkeyPatch) -> None:
    surroundings.setenv("MEDSEARCH_LANG", "en")
    use_language("da")
    assert (language(), _("Committee")) == ("da", "Udvalg")
    use_language(None)
    assert (language(), _("Committee")) == ("en", "Committee")


@pytest.mark.parametrize(("code", "spoken"), [(0x0406, "da"), (0x0409, "en"), (0x0414, "en")])
def test_language_of_windows_counts_where_no_variable_is_set(
    surroundings: pytest.MonkeyPatch, code: int, spoken: str
) -> None:
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: code)
    surroundings.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    surroundings.setattr(sys, "platform", "win32")
    assert language() == spoken
    surroundings.setenv("LANG", "da_DK")
    assert language() == "da"


@pytest.mark.parametrize(
    ("preferences", "spoken"),
    [
        (plistlib.dumps({"AppleLanguages": ["da-DK", "en-DK"]}), "da"),
        (plistlib.dumps({"AppleLanguages": ["da-DK"]}, fmt=plistlib.FMT_BINARY), "da"),
        (plistlib.dumps({"AppleLanguages": ["en-DK", "da-DK"]}, fmt=plistlib.FMT_BINARY), "en"),
        (plistlib.dumps({"AppleLanguages": []}), "en"),
        (plistlib.dumps({"AppleLocale": "da_DK"}), "en"),
        (plistlib.dumps(["da"]), "en"),
        (b"<plist><dict>", "en"),
        (b"bplist00", "en"),
        (b"", "en"),
        (None, "en"),
    ],
)
def test_language_of_the_mac_counts_where_no_variable_is_set(
    surroundings: pytest.MonkeyPatch, tmp_path: Path, preferences: bytes | None, spoken: str
) -> None:
    if preferences is not None:
        (tmp_path / "Library" / "Preferences").mkdir(parents=True)
        (tmp_path / "Library" / "Preferences" / ".GlobalPreferences.plist").write_bytes(preferences)
    surroundings.setattr(Path, "home", lambda: tmp_path)
    surroundings.setattr(sys, "platform", "darwin")
    assert language() == spoken


@pytest.mark.parametrize(("written", "variable", "found"), [
    ("da", None, "Der er intet indeks"),
    ("en", None, "There is no index"),
    ("da", "en", "There is no index"),
    ("en", "da", "Der er intet indeks"),
])  # fmt: skip
def test_setting_counts_before_the_system_and_the_variable_before_the_setting(
    surroundings: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    written: str, variable: str | None, found: str,
) -> None:  # fmt: skip
    surroundings.setattr("medsearch.settings.settings_folder", lambda: tmp_path)
    (tmp_path / "config.toml").write_text(f'language = "{written}"\n', encoding="utf-8")
    surroundings.setenv("LANG", "en_US.UTF-8" if written == "da" else "da_DK.UTF-8")
    if variable:
        surroundings.setenv("MEDSEARCH_LANG", variable)
    assert run(["query", "budget", "--index", str(tmp_path / "nothing")]) == 3
    assert found in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("spoken", ["da", "en"])
@pytest.mark.parametrize("variable", ["", "da_DK.UTF-8", "en_US:da", "nb:da", "de_DE.UTF-8"])
def test_click_speaks_our_language_whatever_the_surroundings(
    surroundings: pytest.MonkeyPatch, spoken: str, variable: str
) -> None:
    surroundings.setenv("LANGUAGE", variable)
    use_language(spoken)
    texts.guide_gettext()
    assert gettext.gettext("Usage:") == {"da": "Brug:", "en": "Usage:"}[spoken]


# --- numbers and rows


def test_danish_numbers_have_points_and_commas_in_their_places() -> None:
    use_language("da")
    assert (grouped(1234567), decimal(1234.56), counted(1, "item", "items")) == ("1.234.567", "1.234,6", "1 punkt")
    assert (counted(2300, "item", "items"), decimal(0.5, 2), decimal(3, 0)) == ("2.300 punkter", "0,50", "3")
    assert (listed(["1", "2", "3"]), quoted("apv")) == ("1, 2 og 3", "”apv”")


def test_english_numbers_too() -> None:
    assert (grouped(1234567), decimal(1234.56), counted(1, "item", "items")) == ("1,234,567", "1,234.6", "1 item")
    assert (listed(["1", "2"]), listed(["1"]), counted(0, "hit", "hits")) == ("1 and 2", "1", "0 hits")


@given(st.text(st.characters()))
def test_what_has_no_danish_stays_as_it_is(text: str) -> None:
    use_language("da")
    assert _(f"{text}\n") == f"{text}\n"
    assert counted(2, f"{text}\n", text) == f"2 {text}"


# --- the catalogue


def test_catalogue_holds_every_text_of_the_code_and_no_other(catalogue: Catalog) -> None:
    in_code = {found.text: found.many for found in gather()}
    held = {id_ if isinstance(id_ := message.id, str) else id_[0]: message for message in messages(catalogue)}
    new = sorted(set(in_code) - set(held))
    gone = sorted(set(held) - set(in_code))
    assert not new, f"run: python -m tools.texts, and translate in {PO}: {new}"
    assert not gone, f"run: python -m tools.texts; no longer in the code: {gone}"
    assert {text for text, many in in_code.items() if many} == {
        text for text, message in held.items() if message.pluralizable
    }


def test_every_text_has_its_danish(catalogue: Catalog) -> None:
    assert untranslated(catalogue) == []
    assert [message.id for message in messages(catalogue) if message.fuzzy] == []
    assert catalogue.num_plurals == 2


def fields(text: str) -> set[str]:
    """The places in a text that something is put into, with how they are written."""
    parts = string.Formatter().parse(text)
    return {f"{name}!{conversion}:{spec}" for _text, name, spec, conversion in parts if name is not None}


def test_danish_has_the_same_places_to_fill_as_english(catalogue: Catalog) -> None:
    for message in messages(catalogue):
        for english, danish in forms(message):
            if english in LEFT_OUT_IN_DANISH:
                assert fields(danish) < fields(english)
            else:
                assert fields(danish) == fields(english), english


def test_danish_is_danish(catalogue: Catalog) -> None:
    same = {english for message in messages(catalogue) for english, danish in forms(message) if english == danish}
    assert same - SAME_IN_DANISH == set()
    for message in messages(catalogue):
        for english, danish in forms(message):
            assert not set(danish) & set("“„"), danish
            assert danish.count("”") == english.count("“") + english.count("”"), danish
            assert (english[-1:] == ".") == (danish[-1:] == "."), (english, danish)
            assert danish == danish.strip() or english != english.strip(), danish
            assert english[:1].isspace() == danish[:1].isspace(), danish


def test_danish_names_the_same_commands_and_options(catalogue: Catalog) -> None:
    typed = re.compile(r"--[a-z]+(?:-[a-z]+)*|medsearch [a-z]+\b(?= |$|[.;:,)])|MEDSEARCH_[A-Z]+")
    commands = {path.stem for path in (PACKAGE / "cli" / "commands").glob("*.py")}
    for message in messages(catalogue):
        for english, danish in forms(message):
            named, kept = typed.findall(english), typed.findall(danish)
            wanted = sorted(word for word in named if word[0] != "m" or word.split()[1] in commands)
            assert sorted(word for word in kept if word in wanted) == wanted, (english, danish)


def compiled(data: bytes) -> dict[object, str]:
    """What gettext reads in a compiled catalogue, but for its head."""
    held: dict[object, str] = vars(gettext.GNUTranslations(io.BytesIO(data)))["_catalog"]
    return {text: danish for text, danish in held.items() if text != ""}


def test_compiled_catalogues_are_those_of_the_written_one(catalogue: Catalog) -> None:
    assert compiled(MO.read_bytes()) == compiled(as_mo(catalogue)), "run: python -m tools.texts"
    assert compiled(CLICK_MO.read_bytes()) == compiled(as_mo(of_click(catalogue))), "run: python -m tools.texts"


def test_every_text_is_found_where_it_lies(catalogue: Catalog) -> None:
    use_language("da")
    for message in messages(catalogue):
        (english, danish), *more = forms(message)
        assert _(english) == danish
        for many, danish_many in more:
            assert counted(2, english, many) == f"2 {danish_many}"
            assert counted(1, english, many) == f"1 {danish}"


@pytest.mark.parametrize("order", "<>")
def test_catalogues_of_every_machine_are_read(tmp_path: Path, order: str) -> None:
    pairs = [(b"", b"head"), (b"hit\0hits", b"fund\0fund"), (b"hits", b"?"), ("år".encode(), b"year")]
    start = 28 + 16 * len(pairs)
    tables, heap = b"", b""
    for place in (0, 1):
        for pair in pairs:
            tables += struct.pack(f"{order}2I", len(pair[place]), start + len(heap))
            heap += pair[place] + b"\0"
    head = struct.pack(f"{order}7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    (tmp_path / "made.mo").write_bytes(head + tables + heap)
    made = Catalogue(tmp_path / "made.mo")
    assert [made.forms(text) for text in ("hit", "hits", "år", "hi", "zz")] == [
        ["fund", "fund"], ["?"], ["year"], [], [],
    ]  # fmt: skip


def test_without_a_catalogue_texts_stay_english(tmp_path: Path) -> None:
    assert Catalogue(tmp_path / "none.mo").forms("hit") == []


def test_new_texts_keep_what_is_translated_and_old_ones_go(catalogue: Catalog) -> None:
    old = read_catalogue()
    old.add("A text that is gone", "En tekst, der er væk")
    old.delete("Committee")
    new = updated(old)
    assert new.get("A text that is gone") is None
    assert new.get("Committee").string == ""
    assert new.get("Year").string == "År"
    assert new.header_comment == catalogue.header_comment


def test_texts_of_click_are_as_click_and_typer_have_them() -> None:
    modules = [path for package in (click, typer) for path in Path(package.__file__).parent.glob("*.py")]
    nodes = [node for path in modules for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    had = {node.value for node in nodes if isinstance(node, ast.Constant)}
    known = {*click_texts.TEXTS, *click_texts.PLAIN, *(text for pair in click_texts.COUNTED for text in pair)}
    assert len(known - had) < 0.2 * len(known), known - had  # these are of other versions


# --- texts without a mark


def test_no_text_is_shown_without_a_mark() -> None:
    found = [f"{text.path}:{text.line}: {text.text}" for text in find_unmarked()]
    assert not found, "mark these with _(), later() or counted(): \n" + "\n".join(found)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("raise UsageError('There is nothing.', 'Try')", ["There is nothing.", "Try"]),
        ("raise UsageError(_('There is nothing.'), _('Try'))", []),
        ("raise UsageError(f'Nothing in {place}.', ADVICE)", ["Nothing in ", "ADVICE without _()"]),
        ("raise UsageError(_('Nothing in {place}.').format(place=place), _(ADVICE))", []),
        ("talk.say(f'{counted(3, 'hit', 'hits')} found')".replace("'hit', 'hits'", '"hit", "hits"'), [" found"]),
        ("yield Text.assemble(('Items', 'bold'), (name, 'green'))", ["Items"]),
        ("yield Text(' · '.join(parts), style='bold red')", []),
        ("app.notify('Copied')", ["Copied"]),
        ("Binding('q', 'quit', 'Quit')", ["Quit"]),
        ("FoundFile(path, problem='Odd.', advice=_('Mend it.'))", ["Odd."]),
        ("told = 'It is what the filters ask for.'", ["It is what the filters ask for."]),
        ("labels = ('Began', 'Place')", ["Began", "Place"]),
        ("self.border_title = 'hits'", ["hits"]),
        ("names = 'udvalg sag person titel'", []),
        ("pattern = re.compile('(the|which) is it')", []),
        ("typer.Option('--index', help='Where the index is.', metavar='DIR')", []),
        ("shape = {'committee': None, 'case_number': 3}", []),
    ],
)  # fmt: skip
def test_texts_without_a_mark_are_found(code: str, found: list[str]) -> None:
    tree = ast.parse(f"def show():\n    '''Shows what there is, which is no text.'''\n    {code}\n")
    assert [text.text for text in find_in_module(tree, "medsearch/rendering/made_up.py", {"ADVICE"})] == found


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_mark_is_not_taken_for_something_else(path: Path) -> None:
    """Where `_` marks texts, no function uses it for a value that nobody wants and for a text too."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for function in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.Lambda)]:
        names = [node for node in ast.walk(function) if isinstance(node, ast.Name) and node.id == "_"]
        own = [node for node in names if isinstance(node.ctx, ast.Store)]
        called = [node for node in names if isinstance(node.ctx, ast.Load)]
        assert not (own and called), f"{path}:{function.lineno}"
