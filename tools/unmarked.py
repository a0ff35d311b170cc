"""Finds texts that users would see in English only: those in the code that nothing marks for translation.

Three signs tell a text: it reads like English prose; it stands where something is shown, as in `Text("...")`; or it
begins with a capital letter in a room that shows things.
"""

import ast
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tools.gathering import PACKAGE, called, in_order, is_mark

SHOWING_ROOMS = ("rendering", "browser", "cli")

# Words that stand in English prose, and not in lists of Danish words.
_ENGLISH = frozenset(
    """are anything been before between both but can cannot could does down each has how if into its later made many
    must nearest never new not nothing of only or other others out read same shown some something than that the their
    them then there these they this those typed until was were what when where which while who whole why will with
    within without yet you your""".split()
)
_ENGLISH_OR_DANISH = frozenset("a an and as at be by for have in is it long more most no over such to under".split())
_DANISH_LETTER = re.compile(r"[æøåÆØÅ\n]")  # or a list over several lines
_WORD = re.compile(r"(?<![^\s“\"'(])[A-Za-z]{2,}(?=[\s.,:;?!”\"')]|$)")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_TITLE = re.compile(r"[A-ZÆØÅ][a-zæøå]+(?: [a-zæøå]+)*:? ?")

# What shows the texts that it is given.
_SINKS = re.compile(
    r"Text|assemble|append|print|echo|say|warn|detail|notify|Static|Label|Button|Panel|Rule|Markdown"
    r"|add_column|add_row|write|[A-Z]\w*Error|_error|BadParameter|ClickException"
)
_NO_TEXTS = ("compile", "getattr", "TypeVar", "query_one", "setting")
_DESCRIBED = {"Binding": 2}  # where only what stands from this place on is shown
_SHOWN = frozenset(
    """reason advice problem warnings message title sub_title label placeholder description tooltip border_title
    border_subtitle prompt status""".split()
)
_NEVER_SHOWN = frozenset("help metavar style id classes name action key justify show_default end sep encoding".split())
_STYLE = re.compile(
    r"(?:not |on )?(?:bold|dim|italic|underline|reverse|strike|black|red|green|yellow|blue|magenta|cyan|white|default"
    r"|bright_\w+|grey\d+|on|not|none| )+"
)

# Where such words are no texts to translate: each with its reason.
_ALLOWED_FILES = {
    "medsearch/texts/click_texts.py": "the table of click's texts, which tools/gathering.py reads",
    "medsearch/query/ways.py": "words of the JSON, which stay; rendering/explanation.py says them to people",
    "medsearch/search/steps.py": "names of steps for `make relevance`, which developers read",
}
_ALLOWED = {
    ("medsearch/cli/app.py", "medsearch "): "the name of the program, before its version",
    ("medsearch/browser/app.py", "medsearch"): "the name of the program",
    ("medsearch/browser/keys.py", "Enter"): "the name of a key",
    ("medsearch/browser/keys.py", "Esc"): "the name of a key",
    ("medsearch/documents/doc.py", "_UNKNOWN without _()"): "`decline` translates it",
    ("medsearch/documents/docx/text.py", "code of contents"): "the state of a field of Word",
    ("medsearch/documents/docx/text.py", "code"): "the state of a field of Word",
    ("medsearch/engines/storing.py", " cannot be stored"): "a mistake of ours, which users never see",
    ("medsearch/engines/whoosh/evaluating.py", " is no node that is known"): "a mistake of ours",
    ("medsearch/language/dates.py", "et to tre fire fem seks syv otte ni ti elleve tolv"): "Danish numbers",
    ("medsearch/language/snowball.py", "The package snowballstemmer is missing; install medsearch anew."): (
        "a broken installation, before anything can be translated"
    ),
    ("medsearch/cli/help/searching.py", "andet: other:"): "names of sections, as users type them",
    ("medsearch/query/fields.py", "andet other"): "names of sections, as users type them",
    ("medsearch/query/fields.py", "title"): "the name of a field",
    ("medsearch/rendering/saved.py", "_SEARCH without _()"): "a key of JSON; `to_csv` translates it",
    ("medsearch/rendering/words.py", "Punkt "): "as minutes print it, in every language",
}


class Unmarked(NamedTuple):
    """A text without a mark, and where it stands."""

    path: str  # relative to the checkout, with /
    line: int
    text: str


def find_unmarked(package: Path = PACKAGE) -> list[Unmarked]:
    """Every text of the package that users would see in English whatever their language."""
    paths = {path.relative_to(package.parent).as_posix(): path for path in sorted(package.rglob("*.py"))}
    trees = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in paths.items()}
    shared = {constant for tree in trees.values() for constant in _marked_constants(tree) if constant[0] != "_"}
    found: list[Unmarked] = []
    for name, tree in trees.items():
        if name not in _ALLOWED_FILES:
            found += find_in_module(tree, name, shared)
    return [text for text in found if (text.path, text.text) not in _ALLOWED]


def find_in_module(tree: ast.Module, name: str, shared: Collection[str] = ()) -> Iterator[Unmarked]:
    """The unmarked texts of a module, as `name` (medsearch/cli/app.py) calls it.

    `shared` are names of texts that `later` has marked elsewhere: a function that takes one has to hand it to `_`, and
    so it has to with those of the module itself.
    """
    yield from _unmarked_texts(tree, name)
    marked = {*shared, *_marked_constants(tree)}
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            translated = {id(part) for call in ast.walk(function) if is_mark(call) for part in ast.walk(call)}
            for node in ast.walk(function):
                if isinstance(node, ast.Name) and node.id in marked and id(node) not in translated:
                    yield Unmarked(name, node.lineno, f"{node.id} without _()")


def _marked_constants(tree: ast.Module) -> Iterator[str]:
    """The names of a module that are one text each, marked by `later`."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and is_mark(node.value):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def _unmarked_texts(tree: ast.Module, name: str) -> Iterator[Unmarked]:
    shown = {id(constant) for constant in _shown_constants(tree)}
    hidden = {id(constant) for constant in _hidden_constants(tree)}
    in_showing_room = name.split("/")[1].removesuffix(".py") in SHOWING_ROOMS
    for node in in_order(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in hidden:
            continue
        text = node.value
        titled = in_showing_room and _TITLE.fullmatch(text)
        if _is_prose(text) or titled or (id(node) in shown and _is_words(text)):
            yield Unmarked(name, node.lineno, text)


def _is_prose(text: str) -> bool:
    words = [word.lower() for word in _WORD.findall(text)]
    telling = _ENGLISH if _DANISH_LETTER.search(text) else _ENGLISH | _ENGLISH_OR_DANISH
    return len(words) > 1 and not telling.isdisjoint(words) and not _STYLE.fullmatch(text)


def _is_words(text: str) -> bool:
    return bool(_LETTERS.search(text)) and not text.startswith("-") and not _STYLE.fullmatch(text)


def _shown_constants(tree: ast.AST) -> Iterator[ast.Constant]:
    """The strings that are handed to what shows them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if _SINKS.fullmatch(called(node)) or called(node) in _DESCRIBED:
                for argument in node.args[_DESCRIBED.get(called(node), 0) :]:
                    yield from _strings(argument)
            for keyword in node.keywords:
                if keyword.arg in _SHOWN:
                    yield from _strings(keyword.value)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value and _names(node) & _SHOWN:
            yield from _strings(node.value)


def _names(node: ast.Assign | ast.AnnAssign) -> set[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return {
        name.lower()
        for target in targets
        for name in [target.id if isinstance(target, ast.Name) else getattr(target, "attr", "")]
    }


def _strings(node: ast.AST) -> Iterator[ast.Constant]:
    """The strings of an expression that come to the screen, as far as calls in it do nothing else with them."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node
    else:
        for part in _shown_parts(node):
            yield from _strings(part)


def _shown_parts(node: ast.AST) -> Iterable[ast.AST]:
    if isinstance(node, ast.Tuple) and len(node.elts) == 2:  # text and its style, as in Text.assemble
        return node.elts[:1]
    if isinstance(node, ast.Call):
        return (*node.args, node.func) if called(node) in ("format", "join", "harmless") else ()
    if isinstance(node, ast.Subscript | ast.Compare | ast.Lambda | ast.Dict):
        return ()
    return ast.iter_child_nodes(node)


def _hidden_constants(tree: ast.AST) -> Iterator[ast.AST]:
    """The strings that are marked, or are no texts: docstrings, help (which is gathered otherwise), patterns, types."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
        elif isinstance(node, ast.Call):
            if is_mark(node) or called(node) in _NO_TEXTS:
                yield from ast.walk(node)
            for keyword in node.keywords:
                if keyword.arg in _NEVER_SHOWN:
                    yield from ast.walk(keyword.value)
        else:
            yield from _annotations(node)


def _annotations(node: ast.AST) -> Iterator[ast.AST]:
    """What a type says; what typer is told in one (`Annotated[...]`) are keywords of calls, which count as such."""
    types = [getattr(node, "returns", None), getattr(node, "annotation", None)]
    for kind in filter(None, types):
        if not (isinstance(kind, ast.Subscript) and getattr(kind.value, "id", "") == "Annotated"):
            yield from ast.walk(kind)
