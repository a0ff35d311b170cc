"""Pages of documentation as the tests read them: blocks of code, commands with what is shown under them, links.

What the language of a block means: `console` is a terminal (`$ command`, and below it what is printed), `python` is a
program and an `output` block below it what that prints; both are run. `sh` and `powershell` are commands to copy. A
block with the comment `<!-- not run: REASON -->` above it is not run, and every block of commands to copy has one.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
IN_DANISH = sorted(DOCS.glob("da/*.md"))
OF_USERS = sorted([ROOT / "README.md", *IN_DANISH, *DOCS.glob("howto/*.md"), *DOCS.glob("*.md")])
GENERATED = (DOCS / "reference.md",)  # written by tools.reference
PAGES = [page for page in OF_USERS if page not in GENERATED]

TO_RUN = ("console", "python")
TO_COPY = ("sh", "powershell")
TO_LOOK_AT = ("text", "output", "toml", "json", "ini", "markdown")

_FENCE = re.compile(r"^(?P<indent> *)```(?P<language>\w*)\n(?P<text>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL)
_NOT_RUN = re.compile(r"<!-- not run: ([^>]+?) -->\s*\Z")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)


class Block(NamedTuple):
    """A block of code, and why it is not run, if it is not."""

    page: Path
    line: int
    language: str
    text: str
    not_run: str = ""


class Step(NamedTuple):
    """Something to run, and what is shown to come of it; None where nothing is shown."""

    where: str
    language: str
    text: str
    shown: str | None


def name_of(page: Path) -> str:
    """The page's path as a reader knows it."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> list[Block]:
    """All blocks of code of a page."""
    text = page.read_text(encoding="utf-8")
    return [_block(page, text, found) for found in _FENCE.finditer(text)]


def _block(page: Path, text: str, found: re.Match[str]) -> Block:
    reason = _NOT_RUN.search(text, 0, found.start())
    indent = len(found["indent"])
    inner = "".join(line[indent:] if line.strip() else line for line in found["text"].splitlines(keepends=True))
    line = text.count("\n", 0, found.start()) + 1
    return Block(page, line, found["language"], inner, reason[1] if reason else "")


def steps(page: Path) -> list[Step]:
    """What a reader runs, in the order of the page."""
    found: list[Step] = []
    for block in blocks(page):
        where = f"{name_of(page)}:{block.line}"
        if block.language == "output":
            found[-1] = found[-1]._replace(shown=block.text)
        elif block.not_run:
            continue
        elif block.language == "python":
            found.append(Step(where, "python", block.text, None))
        elif block.language == "console":
            found.extend(_commands(where, block.text))
    return found


def _commands(where: str, text: str) -> Iterator[Step]:
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield Step(where, "console", command, shown if shown.strip() else None)


def prose(page: Path) -> str:
    """A page without its blocks of code."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))


def links(page: Path) -> list[str]:
    """Where the links and pictures of a page lead."""
    return _LINK.findall(re.sub(r"`[^`]*`", "", prose(page)))


def anchors(page: Path) -> set[str]:
    """The anchors that GitHub makes of a page's headings: a second one of the same words ends with -1."""
    seen: Counter[str] = Counter()
    found: set[str] = set()
    for heading in _HEADING.findall(prose(page)):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
        anchor = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        found.add(f"{anchor}-{seen[anchor]}" if seen[anchor] else anchor)
        seen[anchor] += 1
    return found


def first_column(page: Path, heading: str) -> list[str]:
    """The code in the first column of the table whose first heading that is, cell by cell; the first of each cell."""
    return [match[1] for row in table(page, heading) if (match := re.match(r"`+([^`]+)`+", row[0]))]


def table(page: Path, heading: str) -> list[list[str]]:
    """The rows of the table whose first column has that heading."""
    rows: list[list[str]] = []
    inside = False
    for line in page.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
        if line.startswith("|") and cells[0] == heading:
            inside = True
        elif not line.startswith("|"):
            inside = False
        elif inside and not set(cells[0]) <= set("-: "):
            rows.append(cells)
    return rows
