"""How shells ask what a line could go on with, and how they are answered.

What is offered comes from minutes too: it is quoted so that a shell takes it for a word, whatever it holds. The
questions are those of the scripts that typer installs.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from click.shell_completion import split_arg_string


class Offer(NamedTuple):
    """A word that could stand here, and what it means. `path` says that it is any file or folder instead."""

    word: str
    about: str = ""
    path: bool = False


class Asked(NamedTuple):
    """The words before the one that is being typed, that one as far as it goes, and the quotation mark it is in."""

    words: list[str]
    begun: str
    quote: str = ""

    @property
    def option(self) -> str:
        """`--committee=` where the word is an option with its value behind it: shells exchange the whole word."""
        name, sign, _value = self.begun.partition("=")
        return name + sign if sign and name.startswith("--") else ""


class Shell(NamedTuple):
    """How a shell asks, in variables of the environment, and how it is answered."""

    read: Callable[[Mapping[str, str]], Asked]
    write: Callable[[Sequence[Offer], Asked], str]


_PLAIN_IN_BASH = re.compile(r"[\w@%+=:,./~#-]")
_PATTERNS = frozenset("*?[")  # the script lets bash look for files that fit
_SEPARATOR = ":::"  # of a word and what it means, for PowerShell
_PLAIN_IN_POWERSHELL = re.compile(r"[\w./#~=-]+")


def _read_bash(environment: Mapping[str, str]) -> Asked:
    line, place = environment["COMP_WORDS"], int(environment["COMP_CWORD"])
    # The script joins by line ends; bash gives words as they are typed, quotation marks and all.
    typed = line.split("\n") if "\n" in line else line.split(" ")
    begun = typed[place] if place < len(typed) else ""
    # bash cuts `--in=title` in three.
    words = [_bare(word) for word in typed[1:place] if word != "="]
    return Asked(words, "" if begun == "=" else _bare(begun), begun[0] if begun[:1] in ("'", '"') else "")


def _read_line(environment: Mapping[str, str]) -> Asked:
    line = environment["_TYPER_COMPLETE_ARGS"]
    words = split_arg_string(line)[1:]
    blank = line.endswith(" ") and not line.endswith("\\ ")
    return Asked(words, "") if blank or not words else Asked(words[:-1], words[-1])


def _read_powershell(environment: Mapping[str, str]) -> Asked:
    words = split_arg_string(environment["_TYPER_COMPLETE_ARGS"])[1:]
    begun = environment.get("_TYPER_COMPLETE_WORD_TO_COMPLETE", "")
    return Asked(words[:-1] if begun else words, begun.strip("'\""))


def _bare(typed: str) -> str:
    return "".join(split_arg_string(typed))


def _write_bash(offers: Sequence[Offer], asked: Asked) -> str:
    return "\n".join(
        _quoted_for_bash(offer.word, asked.quote)
        for offer in offers
        if not offer.path and _PATTERNS.isdisjoint(offer.word) and not (asked.quote == "'" and "'" in offer.word)
    )


def _quoted_for_bash(word: str, quote: str) -> str:
    if quote == "'":
        return word
    if quote == '"':
        return re.sub(r'([\\"$`])', r"\\\1", word)
    quoted = "".join(char if _PLAIN_IN_BASH.fullmatch(char) else f"\\{char}" for char in word)
    return f"\\{quoted}" if quoted[:1] in ("~", "#") else quoted


def _write_zsh(offers: Sequence[Offer], asked: Asked) -> str:
    """A command for zsh, on one line. -U: what is offered need not begin as the word does; zsh quotes it."""
    if any(offer.path for offer in offers):
        return "_files"
    if not offers:
        return ""
    words = " ".join(_quoted_for_zsh(asked.option + offer.word) for offer in offers)
    shown = " ".join(_quoted_for_zsh(f"{offer.word} -- {offer.about}".removesuffix(" -- ")) for offer in offers)
    return f"local -a _words _shown; _words=({words}); _shown=({shown}); compadd -U -l -V medsearch -d _shown -a _words"


def _quoted_for_zsh(word: str) -> str:
    return "'" + word.replace("'", "'\\''") + "'"


def _write_fish(offers: Sequence[Offer], asked: Asked) -> str:
    """fish quotes what it is offered."""
    return "\n".join(f"{asked.option}{offer.word}\t{offer.about}".rstrip("\t") for offer in offers if not offer.path)


def _write_powershell(offers: Sequence[Offer], asked: Asked) -> str:
    return "\n".join(
        f"{_quoted_for_powershell(asked.option + offer.word)}{_SEPARATOR}{offer.about or ' '}"
        for offer in offers
        if not offer.path and _SEPARATOR not in offer.word
    )


def _quoted_for_powershell(word: str) -> str:
    # PowerShell takes curly quotation marks for straight ones, and doubles each that is meant.
    return word if _PLAIN_IN_POWERSHELL.fullmatch(word) else "'" + re.sub("(['‘’‚‛])", r"\1\1", word) + "'"


SHELLS: Mapping[str, Shell] = {
    "bash": Shell(_read_bash, _write_bash),
    "zsh": Shell(_read_line, _write_zsh),
    "fish": Shell(_read_line, _write_fish),
    "powershell": Shell(_read_powershell, _write_powershell),
    "pwsh": Shell(_read_powershell, _write_powershell),
}
