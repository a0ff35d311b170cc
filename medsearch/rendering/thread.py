"""A thread as a line through time: for each item when and where, what it was called, what was decided."""

import sys
from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from medsearch.rendering.harmless import harmless
from medsearch.rendering.layout import indented, print_lines
from medsearch.rendering.ways_on import ways_on
from medsearch.rendering.words import QUIET, heading_of, outcome_name, shell_word
from medsearch.search.threads import By, Entry, Thread
from medsearch.search.threads.titles import is_standing, telling_words
from medsearch.texts import _, counted

_WIDEST = 120  # columns
_MOST_LINES = 3  # of a title
_BETWEEN = " · "


class _Signs(NamedTuple):
    item: str
    line: str


_SIGNS = (_Signs("●", "│"), _Signs("*", "|"))


def print_thread(thread: Thread, console: Console, naming: str = "") -> None:
    """Prints the items of a thread, oldest first, each with its number; `naming` is what finds their index."""
    width, signs = min(console.width, _WIDEST), _signs_of(console)
    lines = [*indented(_summary(thread), console, width, ""), Text()]
    for rank, entry in enumerate(thread.entries, start=1):
        is_last = rank == len(thread.entries)
        lines += _entry(thread, rank, signs, list(_told(thread, entry, console, width - 6)), is_last=is_last)
    other = next((rank for rank, entry in enumerate(thread.entries, start=1) if entry.by is not By.THIS), 1)
    print_lines([*lines, *ways_on(other, naming, width)], console)


def nothing_lines(thread: Thread) -> Iterator[str]:
    """That nothing was found, and what to try."""
    subject = thread.subject
    if subject is None:
        yield _("No case number is or begins with “{number}”.").format(number=thread.case_number)
        if thread.alike:
            yield _("Alike: {numbers}").format(numbers=", ".join(thread.alike))
        yield _("Which case numbers there are: medsearch facets")
        return
    if is_standing(subject.title):
        yield _("“{title}” says nothing of a matter, so it has no thread.").format(title=heading_of(subject))
    else:
        yield _("No other item on this matter was found.")
    words = telling_words(subject.title or "")
    typed = " ".join(map(shell_word, words)) or _("WORDS")
    yield _("Try: medsearch query {words}").format(words=typed)


def _summary(thread: Thread) -> Text:
    entries, numbers = thread.entries, thread.case_numbers
    if thread.subject:
        others = sum(entry.by is not By.THIS for entry in entries)
        said = counted(others, "other item on the same matter", "other items on the same matter")
    elif len(numbers) == 1:
        said = _("{items} with case number {number}").format(
            items=counted(len(entries), "item", "items"), number=harmless(numbers[0])
        )
    else:
        said = _("{items} with {numbers} that begin with {beginning}").format(
            items=counted(len(entries), "item", "items"),
            numbers=counted(len(numbers), "case number", "case numbers"),
            beginning=harmless(thread.case_number or ""),
        )
    days = [entry.item.meeting.date.isoformat() for entry in entries if entry.item.meeting.date]
    text = Text(said, style="bold")
    if days and days[0] != days[-1]:
        text.append(_(", {first} to {last}").format(first=days[0], last=days[-1]), style="not bold")
    return text


def _entry(thread: Thread, rank: int, signs: _Signs, told: list[Text], *, is_last: bool) -> Iterator[Text]:
    is_this = thread.entries[rank - 1].by is By.THIS
    for number, line in enumerate(told):
        if number == 0:
            style = "bold yellow" if is_this else "bold cyan"
            before = Text.assemble((f"{rank:>3} ", style), (signs.item, style), " ")
        else:
            before = Text.assemble("    ", (" " if is_last else signs.line, QUIET), " ")
        yield before.append_text(line)
    yield Text() if is_last else Text.assemble("    ", (signs.line, QUIET))


def _told(thread: Thread, entry: Entry, console: Console, width: int) -> Iterator[Text]:
    """What is told of an item, in lines of `width` columns."""
    yield from _filled(list(_facts(thread, entry)), console, width)
    heading = list(indented(Text(heading_of(entry.item), style="bold"), console, width, ""))
    if len(heading) > _MOST_LINES:
        del heading[_MOST_LINES:]
        heading[-1].truncate(width - 1)
        heading[-1].append("…")
    yield from heading
    if entry.decision:
        yield Text(in_a_line(harmless(entry.decision), width))
    if entry.by is By.WORDS:
        words = harmless(", ".join(entry.words))
        yield from indented(Text(_("by its words: {words}").format(words=words), style=QUIET), console, width, "")


def _facts(thread: Thread, entry: Entry) -> Iterator[Text]:
    item = entry.item
    day = item.meeting.date.isoformat() if item.meeting.date else _("no date")
    yield Text(f"{day}{_BETWEEN}{harmless(item.meeting.committee or _('Unknown committee'))}", style="green")
    if item.outcome:
        yield Text(outcome_name(item.outcome), style="magenta")
    if item.closed:
        yield Text(_("closed item"), style="red")
    if entry.by is By.THIS:
        yield Text(_("this one"), style="bold yellow")
    elif thread.subject and entry.by is By.CASE:
        yield Text(_("same case number"), style=QUIET)
    elif not thread.subject and item.case_number and len(thread.case_numbers) > 1:
        yield Text(harmless(item.case_number.printed), style=QUIET)


def _filled(facts: list[Text], console: Console, width: int) -> Iterator[Text]:
    """The facts beside one another; a new line begins between them."""
    line = Text()
    for fact in facts:
        if line and line.cell_len + len(_BETWEEN) + fact.cell_len > width:
            yield from indented(line, console, width, "")
            line = Text()
        line = Text.assemble(line, _BETWEEN, fact) if line else fact
    yield from indented(line, console, width, "")


def in_a_line(text: str, width: int) -> str:
    """`text` in `width` columns: the words for which there is room, and … where there are more."""
    if cell_len(text) <= width:
        return text
    words = text.split()
    while words and cell_len(" ".join(words)) > width - 2:
        words.pop()
    return f"{' '.join(words)} …" if words else f"{set_cell_size(text, width - 1)}…"


def _signs_of(console: Console) -> _Signs:
    """The finest signs that can be written where the console writes to."""
    encoding = getattr(console.file, "encoding", None) or getattr(sys.stdout, "encoding", None) or "utf-8"
    for signs in _SIGNS[:-1]:
        try:
            "".join(signs).encode(encoding)
        except (UnicodeEncodeError, LookupError):
            continue
        return signs
    return _SIGNS[-1]
