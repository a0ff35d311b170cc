"""Writes docs/reference.md from the help of the commands: python -m tools.reference"""

from collections.abc import Iterator
from pathlib import Path

from medsearch.rendering.help_pages import Page, Part, Row
from medsearch.settings import SETTINGS
from tools.pages import MADE_BY, command_pages, in_english, topic_pages

PATH = Path(__file__).parents[1] / "docs" / "reference.md"


def main() -> None:
    """Writes the reference anew."""
    PATH.write_text(reference(), encoding="utf-8")


def reference() -> str:
    """The whole reference, in Markdown."""
    with in_english():
        return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    commands, topics = command_pages(), topic_pages()
    yield from ("# Reference", "", f"<!-- {MADE_BY.format(tool='tools.reference')} -->", "")
    yield "Every command and all that help explains; `medsearch help` says the same in Danish or English."
    yield ""
    for page in (*commands, *topics):
        title = _title(page)
        yield f"{'  ' * _depth(page)}- [{title}](#{_anchor(title)})"
    for page in commands:
        yield from ("", f"## {_title(page)}")
        yield from _body(page)
    for page in topics:
        yield from ("", f"## {_title(page)}")
        yield from _settings() if page.name == "settings" else _body(page._replace(about=page.about[1:]))


def _title(page: Page) -> str:
    return page.name if page.usage else page.about[0].rstrip(".")


def _depth(page: Page) -> int:
    return min(page.name.count(" "), 1) if page.usage else 0


def _anchor(title: str) -> str:
    """As GitHub makes it."""
    return "".join(char for char in title.lower().replace(" ", "-") if char.isalnum() or char in "-_")


def _body(page: Page) -> Iterator[str]:
    for paragraph in page.about:
        yield from ("", _plain(paragraph))
    if page.usage:
        yield from ("", "```", page.usage, "```")
    for part in page.parts:
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    yield from ("", f"### {part.heading}")
    for paragraph in part.about:
        yield from ("", _plain(paragraph))
    yield ""
    yield from map(_row, part.rows)
    for paragraph in part.notes:
        yield from ("", _plain(paragraph))


def _row(row: Row) -> str:
    return f"- `{row.typed}`: {_plain(row.meaning)}" if row.meaning else f"- `{row.typed}`"


def _settings() -> Iterator[str]:
    yield from ("", "A variable of the environment comes before the settings file; an option of a command before both.")
    yield from ("", "| setting | variable | default | what it is for |", "|---|---|---|---|")
    for setting in SETTINGS:
        values = f": {', '.join(setting.values)}" if setting.values else ""
        default = f"`{setting.default}`" if setting.default else "automatic"
        yield f"| `{setting.name}` | `{setting.variable}` | {default} | {_plain(setting.about)}{values} |"
    yield from ("", "`NO_COLOR`, set to anything, leaves out colours; `PAGER` names the pager.")


def _plain(text: str) -> str:
    """Text without anything that Markdown would take for a sign."""
    return "".join(f"\\{char}" if char in "\\`*_<>[]|" else char for char in text)


if __name__ == "__main__":
    main()
