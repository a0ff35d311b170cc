"""Which of the lines that could be headings are: by their evidence, and by the numbers before and behind them."""

from bisect import bisect, insort
from collections import Counter

from medsearch.minutes.items.candidates import FORMS, Candidate

ENOUGH = 3
# Forms that say by a word that they are items: entries of other lists are never so.
_WORDED = frozenset(
    form for form, (pattern, _) in enumerate(FORMS) if pattern.pattern.startswith(("(?:Punkt", "(?:Ad|"))
)


def of_one_kind(accepted: list[Candidate]) -> list[Candidate]:
    """The candidates without those of a weak form where the minutes have headings of a form that speaks for itself."""
    if not accepted:
        return accepted
    counts = Counter(FORMS[candidate.form][1] for candidate in accepted)
    strongest = max(strength for strength, count in counts.items() if count * 3 >= len(accepted))
    return [
        candidate
        for candidate in accepted
        if FORMS[candidate.form][1] >= strongest or candidate.evidence > ENOUGH or strongest < 1
    ]


def plain_series(candidates: list[Candidate]) -> list[Candidate]:
    """The best run of candidates of one form that are numbered one after the other, others between them or not."""
    best: list[Candidate] = []
    for form in range(len(FORMS)):
        least = 0 if form in _WORDED else max(FORMS[form][1] + 1, 1)
        best = max(best, _best_run([c for c in candidates if c.form == form and c.evidence >= least]), key=_worth)
    return best if len(best) > 1 or _worth(best) >= ENOUGH - 1 else []


def _best_run(candidates: list[Candidate]) -> list[Candidate]:
    """The run n, n + 1, n + 2 ... in order of print that most evidence speaks for."""
    worth: list[int] = []
    before: list[int | None] = []
    best_with: dict[int, int] = {}  # by the number that a run ends with, the place of its last candidate
    for place, candidate in enumerate(candidates):
        previous = best_with.get(candidate.number - 1)
        before.append(previous)
        worth.append(candidate.evidence + (worth[previous] if previous is not None else 0))
        rival = best_with.get(candidate.number)
        if rival is None or worth[place] > worth[rival]:
            best_with[candidate.number] = place
    run: list[Candidate] = []
    last = max(best_with.values(), key=lambda place: worth[place], default=None)
    while last is not None:
        run.append(candidates[last])
        last = before[last]
    return run[::-1]


def _worth(run: list[Candidate]) -> int:
    return sum(candidate.evidence for candidate in run)


def with_neighbours(accepted: list[Candidate], candidates: list[Candidate]) -> list[Candidate]:
    """The accepted candidates, and those with less evidence that stand next to the item before or after their number.

    What is accepted so may itself be the neighbour of another: from the last candidate to the first, and back.
    """
    sure = {(candidate.form, candidate.number) for candidate in accepted}
    forms = {candidate.form for candidate in accepted}
    in_order = sorted((candidate.heading.start, candidate.number) for candidate in accepted)
    found = list(accepted)
    for candidate in (*reversed(candidates), *candidates):
        enough = ENOUGH - (2 if candidate.form in forms else 1)
        key = (candidate.form, candidate.number)
        if enough <= candidate.evidence < ENOUGH and key not in sure and _in_sequence(candidate, in_order):
            found.append(candidate)
            insort(in_order, (candidate.heading.start, candidate.number))
            sure.add(key)
    return found


def without_strays(accepted: list[Candidate]) -> list[Candidate]:
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
        if place in ordered or candidate.number not in sure or candidate.evidence > ENOUGH
    ]


def _in_sequence(candidate: Candidate, in_order: list[tuple[int, int]]) -> bool:
    """Whether a candidate stands between items so that its number follows the one and precedes the other, one of
    them at once; `in_order` are the lines and numbers of the items."""
    place = bisect(in_order, (candidate.heading.start, candidate.number))
    before = in_order[place - 1][1] if place else None
    behind = in_order[place][1] if place < len(in_order) else None
    fits = (before is None or before < candidate.number) and (behind is None or behind > candidate.number)
    return fits and (before == candidate.number - 1 or behind == candidate.number + 1)
