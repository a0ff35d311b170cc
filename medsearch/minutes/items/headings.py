"""Where agenda items begin: every line that could be a heading is weighed by what speaks for it."""

from medsearch.minutes.items.above import in_groups, with_numbers_above, with_titles_above
from medsearch.minutes.items.candidates import Candidate, find_candidates
from medsearch.minutes.items.contents import Contents
from medsearch.minutes.items.item_headings import ItemHeading
from medsearch.minutes.items.series import ENOUGH, of_one_kind, plain_series, with_neighbours, without_strays
from medsearch.minutes.lines import Lines


def find_headings(lines: Lines, contents: Contents) -> list[ItemHeading]:
    """The headings of all agenda items in `lines`, in order of print.

    A line of one of the known forms is a heading where enough speaks for it: its title stands in the contents
    list, a case number or a section follows, the document marks it as a heading, an item with the number before or
    after it is there, it has room.
    """
    candidates = find_candidates(lines, contents)
    accepted = of_one_kind([candidate for candidate in candidates if candidate.evidence >= ENOUGH])
    if not accepted:
        return []
    accepted = with_neighbours(accepted, candidates)
    # Closed items may have a form of their own, which speaks for itself, while the open ones do not.
    series = plain_series([candidate for candidate in candidates if candidate not in accepted])
    if len(series) > len(accepted):
        accepted = [*accepted, *series]
    return _complete(lines, accepted, candidates)


def find_plain_series(lines: Lines, contents: Contents) -> list[ItemHeading]:
    """Headings that nothing else speaks for than that they are many, of one form, and numbered one after the other."""
    candidates = find_candidates(lines, contents)
    return _complete(lines, plain_series(candidates), candidates)


def _complete(lines: Lines, accepted: list[Candidate], candidates: list[Candidate]) -> list[ItemHeading]:
    """The headings accepted, their neighbours, and what stands above them."""
    accepted = without_strays(with_neighbours(accepted, candidates))
    headings = sorted((candidate.heading for candidate in accepted), key=lambda heading: heading.start)
    headings = with_titles_above(lines, headings)
    return list(in_groups(lines.texts, with_numbers_above(lines.texts, headings)))
