"""Where agenda items begin: every line that could be a heading is weighed by what speaks for it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from medsearch.minutes.contents import Contents
from medsearch.minutes.details import read_details
from medsearch.minutes.lines import LONGEST_HEADING, Lines, following, preceding, squeeze
from medsearch.minutes.section_headings import is_section_heading
from medsearch.minutes.titles import Title, read_title
from medsearch.model import CaseNumber

_BEHIND = r"(?:[.:)–-]\s*(?P<title>\S.*)?|(?P<bare>[A-ZÆØÅ\d\"”»(].*)?)"
# The forms of an item heading, and how much each speaks for itself.
_FORMS = (
    (re.compile(rf"(?:Punkt|PUNKT|Pkt\.?|PKT\.?)\s*(?:nr\.?\s*)?:?\s*(?P<number>\d{{1,4}}(?!\d))\s*{_BEHIND}"), 1),
    (re.compile(rf"(?:Sag|SAG)\s+nr\.?\s*:?\s*(?P<number>\d{{1,4}}(?!\d))\s*{_BEHIND}"), 1),
    (re.compile(r"(?:(?:[A-ZÆØÅ]{1,5}-)?(?P<number>\d{1,3})/\d{2}(?:-[A-ZÆØÅ])?)\s+(?P<title>[A-ZÆØÅ\"”»].*)"), 1),
    (re.compile(r"(?:Nr|NR)\.?\s*(?P<number>\d{1,4})\s*[.:–-]?\s*(?P<title>[A-ZÆØÅ\"”»].*)"), 1),
    (re.compile(r"(?P<number>\d{1,4})\.?\s*(?P<title>[(\[](?:Åben|Lukket|åben|lukket)[)\]]\s*\S.*)"), 1),
    (re.compile(r"(?P<closed>[Ll]ukket)\s+(?P<number>\d{1,4})[.:]?\s+(?P<title>\S.*)"), 1),
    (re.compile(rf"(?:Ad|AD)\s*\.?\s*(?P<number>\d{{1,3}}(?!\d))\s*{_BEHIND}"), 0),
    (re.compile(r"(?P<number>\d{1,4})\s?[.:]\s*(?P<title>[A-ZÆØÅ\d\"”»(].*)"), 0),
    (re.compile(r"(?P<number>\d{1,4})(?:\s*[–-])?\s+(?P<title>[A-ZÆØÅ\"”»].*)"), -1),
    (re.compile(r"(?P<number>\d{1,4})(?P<title>[A-ZÆØÅ][a-zæøå].*)"), -1),
)
_NUMBER_BEFORE = re.compile(r"\W*(?:(?:punkt|pkt|sag nr|ad|nr)\W*)?\d{1,4}\W+", re.IGNORECASE)
_ENOUGH = 3
_NEAR = 8  # lines of details that may stand below a heading
_FULL_LINE = 55  # characters from which a line may have been wrapped
# Headings over several items: `A. Sager til beslutning`, `LUKKET MØDE`, `Åbne punkter`.
_GROUP = re.compile(
    r"(?:[A-Z]\.\s+\S.{2,60}|(?P<closed>lukke(?:t|de)\s+(?:møde|dagsorden|punkter|sager|del)|sager\s+for\s+lukkede\s+døre|for\s+lukkede\s+døre)|"
    r"(?P<open>åb(?:en|ent|ne)\s+(?:møde|dagsorden|punkter|sager|del))|(?:sager|punkter)\s+til\s+\w+)\s*:?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ItemHeading:
    """The heading of an agenda item: the lines it stands on with its details, and what it says."""

    start: int
    end: int  # the line after the heading and its details
    number: str | None
    title: str | None
    closed: bool = False
    case_number: CaseNumber | None = None
    details: tuple[str, ...] = ()


class _Candidate(NamedTuple):
    heading: ItemHeading
    form: int
    evidence: int

    @property
    def number(self) -> int:
        return int(self.heading.number or 0)


class _Below(NamedTuple):
    """What stands below a heading and belongs to it."""

    end: int
    case_number: CaseNumber | None = None
    closed: bool | None = None
    details: tuple[str, ...] = ()
    repeated: bool = False
    seen: bool = False  # whether there was anything


def find_headings(lines: Lines, contents: Contents) -> list[ItemHeading]:
    """The headings of all agenda items in `lines`, in order of print.

    A line of one of the known forms is a heading where enough speaks for it: its title stands in the contents
    list, a case number or a section follows, the document marks it as a heading, an item with the number before or
    after it is there, it has room.
    """
    candidates = list(_without_repetitions(_candidates(lines, contents)))
    accepted = _of_one_kind([candidate for candidate in candidates if candidate.evidence >= _ENOUGH])
    return _complete(lines, accepted, candidates) if accepted else []


def find_plain_series(lines: Lines, contents: Contents) -> list[ItemHeading]:
    """Headings that nothing else speaks for than that they are many, of one form, and numbered one after the other."""
    candidates = list(_without_repetitions(_candidates(lines, contents)))
    return _complete(lines, _plain_series(candidates), candidates)


def _complete(lines: Lines, accepted: list[_Candidate], candidates: list[_Candidate]) -> list[ItemHeading]:
    """The headings accepted, their neighbours, and what stands above them."""
    accepted = _without_strays(_with_neighbours(accepted, candidates))
    headings = sorted((candidate.heading for candidate in accepted), key=lambda heading: heading.start)
    headings = _titles_above(lines, headings)
    return list(_in_groups(lines.texts, _with_numbers_above(lines.texts, headings)))


def is_heading_form(line: str) -> bool:
    """Whether a line has one of the forms of an item heading that speak for themselves."""
    return any(pattern.fullmatch(line.strip()) for pattern, strength in _FORMS if strength >= 0)


def group_heading(line: str) -> re.Match[str] | None:
    """The match of a line that heads a group of items."""
    return _GROUP.fullmatch(line.strip())


def _candidates(lines: Lines, contents: Contents) -> Iterator[_Candidate]:
    for start, line in enumerate(lines.texts):
        if start in contents.lines or len(line) > LONGEST_HEADING:
            continue
        for form, (pattern, strength) in enumerate(_FORMS):
            match = pattern.fullmatch(line.strip())
            if match:
                yield _read_candidate(lines, start, match, form, strength, contents)
                break


def _read_candidate(
    lines: Lines, start: int, match: re.Match[str], form: int, strength: int, contents: Contents
) -> _Candidate:
    groups = match.groupdict()
    words, end = _title_lines(lines, start, groups.get("title") or groups.get("bare"), contents)
    title = read_title(" ".join(words))
    number = str(int(match["number"]))
    below = read_below(lines.texts, end, number, title.words)
    closed = next((said for said in (title.closed, below.closed) if said is not None), False)
    heading = ItemHeading(
        start,
        below.end,
        number,
        title.words or None,
        closed or groups.get("closed") is not None,
        below.case_number or title.case_number,
        (*title.codes, *below.details),
    )
    return _Candidate(heading, form, strength + _evidence(lines, heading, title, below, contents))


def _evidence(lines: Lines, heading: ItemHeading, title: Title, below: _Below, contents: Contents) -> int:
    after = following(lines.texts, heading.end, 1)
    above = preceding(lines.texts, heading.start)
    printed = " ".join(lines.texts[heading.start : heading.start + 1])
    return (
        2 * (heading.case_number is not None)
        + 2 * (heading.title is not None and contents.holds(heading.title))
        + 2 * (heading.start in lines.marked)
        + 2 * below.repeated
        + (below.seen and heading.case_number is None and not below.repeated)
        + bool(title.codes or title.closed is not None)
        + (bool(after) and is_section_heading(lines.texts[after[0]]))
        + (above is None or lines.ends_paragraph(heading.start - 1))
        - 2 * (printed.rstrip().endswith((",", ";")))
    )


def _title_lines(lines: Lines, start: int, printed: str | None, contents: Contents) -> tuple[list[str], int]:
    """The words of a title that begins at line `start`, and the line after them."""
    words = [printed] if printed else []
    end = start + 1
    if not words:
        return _title_below(lines.texts, end)
    while end < len(lines.texts) and lines.texts[end] and _goes_on(lines, end, " ".join(words), contents):
        words.append(lines.texts[end].strip())
        end += 1
    below = following(lines.texts, end, 1)
    if below and _is_torn_off(lines.texts[below[0]].strip(), " ".join(words), contents):
        return [*words, lines.texts[below[0]].strip()], below[0] + 1
    return words, end


def _is_torn_off(line: str, title: str, contents: Contents) -> bool:
    """Whether a paragraph of its own is the rest of a title that the contents list has whole."""
    return (
        line[0].islower()
        and not contents.match(title) == title
        and contents.goes_on(title, line)
        and len(line) < _FULL_LINE
    )


def _goes_on(lines: Lines, number: int, title: str, contents: Contents) -> bool:
    """Whether the title goes on at line `number`, directly below its beginning."""
    line = lines.texts[number].strip()
    if title.endswith(("-", "–")):
        return True
    if _ends_title(line) or squeeze(line) == squeeze(title):
        return False
    if contents.goes_on(title, line):
        return True
    if title in contents.titles:
        return False
    at_end = number + 1 >= len(lines.texts) or not lines.texts[number + 1] or _ends_title(lines.texts[number + 1])
    if title.endswith(")") or line.endswith((".", ":", ",")):
        at_end = False
    wrapped = line[0].islower() or title.endswith((" og", " for", " af", "-", ","))
    return wrapped or (number in lines.marked) or (at_end and len(title) >= _FULL_LINE)


def _title_below(lines: list[str], end: int) -> tuple[list[str], int]:
    after = following(lines, end, 1)
    if after and not _ends_title(lines[after[0]]):
        return [lines[after[0]].strip()], after[0] + 1
    return [], end


def _ends_title(line: str) -> bool:
    return (
        is_section_heading(line)
        or read_details(line) is not None
        or any(pattern.fullmatch(line.strip()) for pattern, _ in _FORMS)
    )


def read_below(lines: list[str], start: int, number: str | None, title: str) -> _Below:
    """The details below a heading, and the heading printed again."""
    below = _Below(start)
    statuses: set[bool] = set()
    for line in following(lines, start, _NEAR):
        text = lines[line].strip()
        if _repeats(text, number, title):
            below = below._replace(end=line + 1, repeated=True)
            continue
        found = read_details(text)
        if found is None:
            break
        statuses |= {True, False} if found.says_both else {found.closed} - {None}  # type: ignore[arg-type]
        known = below.case_number
        others = [*below.details, *found.others]
        if known and found.case_number and not found.labelled:
            others.append(found.case_number.printed)
        elif found.case_number:
            others += [known.printed] if known else []
            known = found.case_number
        below = below._replace(end=line + 1, case_number=known, details=tuple(others), seen=True)
    return below._replace(closed=statuses.pop() if len(statuses) == 1 else None)


def _repeats(text: str, number: str | None, title: str) -> bool:
    """Whether a line says the heading again, with or without its number."""
    if not title:
        return False
    wanted = squeeze(title)
    if squeeze(text) in (wanted, squeeze(f"punkt {number} {title}"), squeeze(f"{number} {title}")):
        return True
    return squeeze(read_title(_NUMBER_BEFORE.sub("", text)).words) == wanted


def _without_repetitions(candidates: Iterable[_Candidate]) -> Iterator[_Candidate]:
    """The candidates but those that an earlier one holds: a heading may be printed twice in a row."""
    end = 0
    for candidate in candidates:
        if candidate.heading.start >= end:
            yield candidate
            end = candidate.heading.end


def _of_one_kind(accepted: list[_Candidate]) -> list[_Candidate]:
    """The candidates without those of a weak form where the minutes have headings of a form that speaks for itself."""
    if not accepted:
        return accepted
    counts = Counter(_FORMS[candidate.form][1] for candidate in accepted)
    strongest = max(strength for strength, count in counts.items() if count * 3 >= len(accepted))
    return [
        candidate
        for candidate in accepted
        if _FORMS[candidate.form][1] >= strongest or candidate.evidence > _ENOUGH or strongest < 1
    ]


def _plain_series(candidates: list[_Candidate]) -> list[_Candidate]:
    """The best run of candidates of one form that are numbered one after the other, others between them or not."""
    best: list[_Candidate] = []
    for form in range(len(_FORMS)):
        least = _ENOUGH - 2 + (_FORMS[form][1] < 0)
        best = max(best, _best_run([c for c in candidates if c.form == form and c.evidence >= least]), key=_worth)
    return best if len(best) > 1 else []


def _best_run(candidates: list[_Candidate]) -> list[_Candidate]:
    """The run n, n + 1, n + 2 ... in order of print that most evidence speaks for."""
    runs: dict[int, list[_Candidate]] = {}
    for candidate in candidates:
        longer = [*runs.get(candidate.number - 1, []), candidate]
        if _worth(longer) > _worth(runs.get(candidate.number, [])):
            runs[candidate.number] = longer
    return max(runs.values(), key=_worth, default=[])


def _worth(run: list[_Candidate]) -> int:
    return sum(candidate.evidence for candidate in run)


def _with_neighbours(accepted: list[_Candidate], candidates: list[_Candidate]) -> list[_Candidate]:
    """The accepted candidates, and those with less evidence that stand next to the item before or after their number.

    What is accepted so may itself be the neighbour of another: from the last candidate to the first, and back.
    """
    sure = {(candidate.form, candidate.number) for candidate in accepted}
    forms = {candidate.form for candidate in accepted}
    for candidate in (*reversed(candidates), *candidates):
        enough = _ENOUGH - (2 if candidate.form in forms else 1)
        key = (candidate.form, candidate.number)
        if enough <= candidate.evidence < _ENOUGH and key not in sure and _in_sequence(candidate, accepted):
            accepted = [*accepted, candidate]
            sure.add(key)
    return accepted


def _without_strays(accepted: list[_Candidate]) -> list[_Candidate]:
    """The candidates but those that bear the number of another, and unlike that one stand out of order.

    `Punkt 1: ...`, `Punkt 2: ...` within the text of an item are entries of a list.
    """
    in_order = sorted(accepted, key=lambda candidate: candidate.heading.start)
    numbers = [candidate.number for candidate in in_order]
    ordered = {
        place
        for place, number in enumerate(numbers)
        if (place and numbers[place - 1] == number - 1) or number + 1 in numbers[place + 1 : place + 2]
    }
    sure = {numbers[place] for place in ordered}
    return [
        candidate
        for place, candidate in enumerate(in_order)
        if place in ordered or candidate.number not in sure or candidate.evidence > _ENOUGH
    ]


def _in_sequence(candidate: _Candidate, accepted: list[_Candidate]) -> bool:
    """Whether a candidate stands next to the item with the number before or after its own, in order."""
    in_order = sorted(accepted, key=lambda other: other.heading.start)
    before = [other.number for other in in_order if other.heading.start < candidate.heading.start]
    behind = [other.number for other in in_order if other.heading.start > candidate.heading.start]
    follows = not before or before[-1] < candidate.number
    precedes = not behind or behind[0] > candidate.number
    is_next = candidate.number - 1 in before[-1:] or candidate.number + 1 in behind[:1]
    return follows and precedes and is_next


def _titles_above(lines: Lines, headings: list[ItemHeading]) -> list[ItemHeading]:
    """The headings with their titles from the line above, where the minutes print the number below the title."""
    bare = [heading for heading in headings if _says_number_only(lines.texts[heading.start])]
    above = {heading.start: place for heading in bare if (place := _title_above(lines.texts, heading)) is not None}
    below = [heading for heading in bare if heading.title and _may_be_title(heading.title)]
    marks_above = sum(place in lines.marked for place in above.values())
    marks_below = sum(not lines.marked.isdisjoint(range(heading.start + 1, heading.end)) for heading in below)
    if len(bare) * 2 <= len(headings) or len(above) + marks_above <= len(below) + marks_below:
        return headings
    return [
        _moved_up(lines.texts, heading, above[heading.start]) if heading.start in above else heading
        for heading in headings
    ]


def _says_number_only(line: str) -> bool:
    return re.fullmatch(r"\D{0,12}\d{1,4}\W*", line.strip()) is not None


def _title_above(lines: list[str], heading: ItemHeading) -> int | None:
    """The line of the title that stands above the number of an item; None where the title stands below."""
    place = heading.start - 1
    if place < 0 or not lines[place]:
        place = preceding(lines, heading.start) or 0
        if heading.title is not None and not lines[heading.start - 1]:
            return None
    line = lines[place].strip()
    return place if line and not _ends_title(line) and _may_be_title(line) else None


def _may_be_title(line: str) -> bool:
    return line[:1].isupper() and not line.endswith((".", ",", ":", ";"))


def _moved_up(lines: list[str], heading: ItemHeading, place: int) -> ItemHeading:
    title = read_title(lines[place])
    below = read_below(lines, heading.start + 1, heading.number, title.words)
    closed = next((said for said in (title.closed, below.closed) if said is not None), False)
    return ItemHeading(
        place, below.end, heading.number, title.words, closed, below.case_number or title.case_number, below.details
    )


def _with_numbers_above(lines: list[str], headings: list[ItemHeading]) -> list[ItemHeading]:
    """The headings with their case numbers from the lines above, where the minutes print them there."""
    above = {}
    ends = [0, *(heading.end for heading in headings)]
    for heading, least in zip(headings, ends, strict=False):
        place = preceding(lines, heading.start)
        details = read_details(lines[place]) if place is not None and place >= least else None
        if place is not None and details and details.case_number:
            above[heading.start] = (place, details)
    below = sum(heading.case_number is not None for heading in headings)
    if len(above) <= below:
        return headings
    found = []
    for heading in headings:
        if heading.start in above:
            place, details = above[heading.start]
            heading = replace(
                heading,
                start=place,
                case_number=details.case_number,
                closed=heading.closed or details.closed is True,
                details=(*details.others, *heading.details),
            )
        found.append(heading)
    return found


def _in_groups(lines: list[str], headings: list[ItemHeading]) -> Iterator[ItemHeading]:
    """The headings, each with the heading of a group that stands above it; below `LUKKET MØDE` all are closed."""
    closed = False
    for heading in headings:
        place = preceding(lines, heading.start)
        group = group_heading(lines[place]) if place is not None else None
        if group is None or place is None:
            yield replace(heading, closed=heading.closed or closed)
            continue
        closed = group["closed"] is not None
        yield replace(
            heading,
            start=place,
            closed=heading.closed or closed,
            details=(*heading.details, lines[place].strip()),
        )
