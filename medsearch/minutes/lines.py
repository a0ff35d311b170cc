"""The lines of minutes, without what the page adds to them."""

import re

_PAGE_ARTEFACT = re.compile(
    r"""\s*(?:
        side\s+\d+(?:\s*(?:af|/)\s*\d+)?
      | -\s*\d{1,3}\s*-
      | til\ toppen | tilbage\ til\ toppen | til\ indholdsfortegnelsen?
    )\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?)?\s*")


def clean_lines(text: str) -> list[str]:
    """The lines of `text` without trailing blanks; page numbers and ruled lines of tables are empty lines."""
    return [_clean(line) for line in text.replace("\f", "\n").split("\n")]


def join_lines(lines: list[str]) -> str:
    """Lines as a text to read: one empty line where there were several, none at either end."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return "\n".join(kept)


def following(lines: list[str], start: int) -> list[int]:
    """The numbers of the first three lines from `start` that are not empty."""
    found: list[int] = []
    for number in range(start, len(lines)):
        if lines[number]:
            found.append(number)
            if len(found) == 3:
                break
    return found


def squeeze(text: str) -> str:
    """`text` reduced to its letters and digits, to compare titles whatever conversion did to their blanks."""
    return "".join(filter(str.isalnum, text.lower()))


def _clean(line: str) -> str:
    if _PAGE_ARTEFACT.fullmatch(line) or _TABLE_RULE.fullmatch(line):
        return ""
    return line.rstrip()
