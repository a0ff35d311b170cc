"""Words as they stand in Danish text, and the tokens that are made of them.

A run of letters and digits held together by hyphens, dots or slashes is cut into its parts, and is kept joined as
well: `IT-service` gives `it`, `service` and `itservice`, so that all spellings of it meet.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from medsearch.language.stems import stem
from medsearch.language.stop_words import is_stop_word


class Token(NamedTuple):
    """One word of a text.

    `written` is the word in lower case, `stem` what its inflections have in common, `position` its number in the text
    (a joined form has the position of its first part), `start` and `end` where it stands, in characters.
    """

    written: str
    stem: str
    position: int
    start: int
    end: int


_HYPHENS = "-\u2010\u2011"
RUN = re.compile(rf"[^\W_]+(?:[{_HYPHENS}.,:/'’][^\W_]+)*")
_PIECE = re.compile(rf"[^\W_]+|[{_HYPHENS}.,:/'’]")
# A word in capitals glued to one in small letters: LokalMED, MEDudvalg. Shorter tails are endings: MUSer, APVen.
_GLUED = re.compile(r"(?<=[A-ZÆØÅa-zæøå][a-zæøå]{2})(?=[A-ZÆØÅ]{2,}$)|(?<=[A-ZÆØÅ]{2})(?=[a-zæøå]{4,}$)")
# Medindflydelse og medbestemmelse, Arbejdstilsynet ...: not med (with), at (that), kl. (o'clock), grus (gravel).
_KEPT_CAPITALS = frozenset({"MED", "AT", "KL", "GRUS"})
_ABBREVIATION = re.compile(r"([A-ZÆØÅ]{2,})(?:s|er|en|et|ens|ets|erne|ernes)")  # MUSer, APVen
_ENDING = re.compile(r"(?:s|er|en|et|erne|ere|ernes|ens)", re.IGNORECASE)


_make_token = tuple.__new__


class _Form(NamedTuple):
    """A token of a run, relative to the run."""

    written: str
    stem: str
    offset: int
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """All tokens of `text`, in order. Never fails; text without letters or digits gives none."""
    found: list[Token] = []
    position = 0
    torn: Token | None = None  # the word before, where it may be the first half of a word torn in two
    spelled = _Spelled()
    for match in RUN.finditer(text):
        run, start = match.group(), match.start()
        if spelled.letters or len(run) == 1:
            found.extend(spelled.take(run, position, start))
        plain = _plain_form(run)
        if plain is not None:
            written, stemmed, begins, ends = plain
            # As Token(...), which takes twice as long: this is what indexing does most.
            token = _make_token(Token, (written, stemmed, position, start, match.end()))
            found.append(token)
            if torn is not None and ends and start == torn.end + 1:
                whole = torn.written + written
                found.append(Token(whole, stem(whole), torn.position, torn.start, token.end))
            torn = token if begins else None
            position += 1
            continue
        forms = _forms(run)
        for written, stemmed, offset, first, last in forms:
            found.append(Token(written, stemmed, position + offset, start + first, start + last))
        torn = None
        position += max(form.offset for form in forms) + 1
    found.extend(spelled.take("", position, len(text)))
    return found


class _Spelled:
    """Gathers capitals that conversion set apart (`E S P`), and gives the word that they are, joined."""

    def __init__(self) -> None:
        self.letters = ""
        self._position = self._start = self._end = 0

    def take(self, run: str, position: int, start: int) -> list[Token]:
        """Takes the next run of a text; the word that ends before it, if it ends one."""
        is_letter = len(run) == 1 and run.isupper() and run.isalpha()
        if is_letter and self.letters and start == self._end + 1:
            self.letters += run
            self._end = start + 1
            return []
        word = fold_case(self.letters)
        whole = Token(word, word if word.isupper() else stem(word), self._position, self._start, self._end)
        ended = [whole] if len(word) > 1 else []
        self.letters = run if is_letter else ""
        self._position, self._start, self._end = position, start, start + 1
        return ended


@lru_cache(maxsize=1 << 16)
def _plain_form(run: str) -> tuple[str, str, bool, bool] | None:
    """A run that is one word: as written, its stem, and whether it may be the first or the last half of a torn word.

    None for a run in parts. Most runs are plain: this is what makes indexing quick.
    """
    if not run.isalnum() or not (run.islower() or run[1:].islower() or run.isdecimal()):
        return None
    written = run.lower()
    may_be_half = run.isalpha() and not is_stop_word(written)
    # Conversion tears compounds behind the linking s: `Arbejds miljø`, `sygefraværs samtaler`.
    begins = may_be_half and len(run) >= 5 and written[-1] == "s"
    return written, stem(written), begins, may_be_half and len(run) >= 4 and run.islower()


def fold_case(word: str) -> str:
    """`word` in lower case; abbreviations that are stop words else keep their capitals: `MED` is not `med`."""
    return word if word in _KEPT_CAPITALS else word.lower()


def plain_tokens(text: str) -> list[Token]:
    """The tokens of `text` without the joined forms: one for each position, in order."""
    by_position: dict[int, Token] = {}
    for token in tokens(text):
        by_position.setdefault(token.position, token)
    return list(by_position.values())


@lru_cache(maxsize=1 << 16)
def _forms(run: str) -> tuple[_Form, ...]:
    """The parts of a run, in order, and what they are joined to."""
    parts = _parts(run)
    forms = [_form(run[start:end], offset, start, end) for offset, (start, end) in enumerate(parts)]
    joined = [group for group in _joined(run, parts) if len(group) > 1]
    for group in joined:
        start, end = parts[group[0]][0], parts[group[-1]][1]
        written = "".join(run[first:last] for first, last in (parts[index] for index in group)).lower()
        forms.append(_Form(written, stem(written), group[0], start, end))
    return tuple(forms)


def _form(word: str, offset: int, start: int, end: int) -> _Form:
    written = fold_case(word)
    inflected = _ABBREVIATION.fullmatch(word)
    if inflected:
        written_short = fold_case(inflected[1])
        return _Form(written, written_short, offset, start, end)
    stemmed = written if written.isupper() else stem(written)
    return _Form(written, stemmed, offset, start, end)


def _parts(run: str) -> list[tuple[int, int]]:
    """Where the parts of a run begin and end. An ending behind an apostrophe is no part: `KL's`, `MUS'er`."""
    parts: list[tuple[int, int]] = []
    after_apostrophe = False
    for match in _PIECE.finditer(run):
        piece = match.group()
        if piece in "'’":
            after_apostrophe = True
            continue
        if not piece[0].isalnum():
            continue
        if not (after_apostrophe and parts and _ENDING.fullmatch(piece)):
            parts.extend(_glued_parts(piece, match.start()))
        after_apostrophe = False
    return parts


def _glued_parts(piece: str, start: int) -> list[tuple[int, int]]:
    cut = None if _ABBREVIATION.fullmatch(piece) else _GLUED.search(piece)
    if cut is None:
        return [(start, start + len(piece))]
    return [(start, start + cut.start()), (start + cut.start(), start + len(piece))]


def _joined(run: str, parts: list[tuple[int, int]]) -> list[list[int]]:
    """The groups of neighbouring parts that are one word: held by a hyphen, glued, or figures of one number."""
    groups: list[list[int]] = [[0]]
    for index in range(1, len(parts)):
        between = run[parts[index - 1][1] : parts[index][0]]
        is_number = between == "." and _are_thousands(run, parts[index - 1], parts[index])
        if between == "" or between in _HYPHENS or is_number:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _are_thousands(run: str, before: tuple[int, int], behind: tuple[int, int]) -> bool:
    """Whether the point between two parts groups the figures of one number: 500.000, but not 4.2."""
    figures = run[behind[0] : behind[1]]
    return run[before[0] : before[1]].isdecimal() and figures.isdecimal() and len(figures) == 3
