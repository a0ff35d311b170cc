"""The keys of the browser: one table for the bindings, the line at the foot and the help."""

from typing import NamedTuple

from textual.binding import Binding

from medsearch.texts import later


class Key(NamedTuple):
    """A key, what it does in a word for the foot, and in a line for the help."""

    keys: str  # as Textual names them, several with commas
    action: str
    shown: str  # as people know the key
    word: str
    line: str
    at_foot: bool = True


KEYS = (
    Key("slash", "search", "/", later("search"), later("type words; hits come as you type")),
    Key("j", "down", "j ↓", later("down"), later("next hit, or down in the item"), False),
    Key("k", "up", "k ↑", later("up"), later("hit before, or up in the item"), False),
    Key("enter", "open", "Enter", later("read"), later("read the item")),
    Key("escape", "step_back", "Esc", later("back"), later("back to where you came from")),
    Key("f", "facets", "f", later("narrow"), later("narrow by committee, year, outcome, case number, section")),
    Key("m", "months", "m", later("months"), later("narrow by months: arrows, Enter; Shift+arrows for several"), False),
    Key("x", "widen", "x", later("widen"), later("take everything away that narrows"), False),
    Key("t", "thread", "t", later("thread"), later("how this matter went on: all items on it, in order of date")),
    Key("c", "case", "c", later("case"), later("all items of this case number, in order of date")),
    Key("p", "person", "p", later("person"), later("all items of a person of this meeting, whatever was searched")),
    Key("n", "next_match", "n", later("next"), later("next word found in the item")),
    Key("N", "previous_match", "N", later("before"), later("word found before it"), False),
    Key("r", "sort", "r", later("order"), later("best first, newest first, oldest first")),
    Key("y", "copy", "y", later("copy"), later("copy who decided what and when, to quote it")),
    Key("o", "open_file", "o", later("file"), later("open the file that the item stands in")),
    Key(
        "e", "export", "e", later("export"), later("write what is listed to a file: .csv, .md, .json, .ndjson or .txt")
    ),
    Key("s", "save", "s", later("save"), later("save the search under a name, for: medsearch saved run NAME --new")),
    Key("l", "light", "l", later("light"), later("light or dark colours"), False),
    Key("question_mark", "help", "?", later("help"), later("these keys")),
    Key("q", "quit", "q", later("quit"), later("end; Ctrl-C as well")),
)


def bindings() -> list[Binding]:
    """The keys as Textual binds them. Those of lists and fields themselves come first where these have the focus."""
    return [Binding(key.keys, key.action, key.word, show=False) for key in KEYS]
