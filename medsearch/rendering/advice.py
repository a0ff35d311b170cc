"""What to try after a search that found nothing."""

from collections.abc import Iterable, Iterator

from medsearch.rendering.words import shell_word
from medsearch.search.advice import Advice, Loosened, UnknownWord
from medsearch.search.understanding import Request
from medsearch.texts import _, counted, quoted

_MOST_WITHOUT = 2


def advice_lines(advice: Advice, request: Request) -> Iterator[str]:
    """That nothing was found, why, and what would be: up to four lines."""
    asked = " ".join(request.words.split())
    yield _("Nothing was found for “{words}”.").format(words=asked) if asked else _("Nothing was found.")
    if advice.unknown:
        yield " ".join(map(_unknown, advice.unknown))
    if way_out := _way_out(advice, request):
        yield way_out
    yield _("What the index covers: medsearch status")


def options_of(request: Request, name: str) -> str:
    """An option that narrows `request`, as typed; `name` is that of `Filters`, or section, or exact."""
    filters = request.filters
    typed: dict[str, tuple[str, Iterable[object]]] = {
        "committees": ("--committee", filters.committees),
        "case": ("--case", (filters.case,)),
        "first": ("--from", (filters.first,)),
        "last": ("--to", (filters.last,)),
        "year": ("--year", (filters.year,)),
        "outcomes": ("--outcome", filters.outcomes),
        "people": ("--person", filters.people),
        "formalities": ("--no-formalities", ()),
        "section": ("--in", (request.section,)),
        "exact": ("--exact", ()),
    }
    option, values = typed[name]
    return " ".join(f"{option} {shell_word(str(value))}" for value in values) or option


def _unknown(word: UnknownWord) -> str:
    if not word.nearest:
        return _("No minutes hold “{word}”.").format(word=word.word)
    others = ", ".join(map(quoted, word.nearest))
    return _("No minutes hold “{word}”; spelt alike: {others}.").format(word=word.word, others=others)


def _way_out(advice: Advice, request: Request) -> str:
    if advice.without:
        return _without(advice.without, request)
    if advice.unfiltered:
        hits = counted(advice.unfiltered, "hit", "hits")
        return _("Without all that narrows the search: {hits}.").format(hits=hits)
    if advice.some:
        items = counted(advice.some, "item holds", "items hold")
        return _("{items} some of the words: leave out +, quotation marks and OG.").format(items=items)
    if not request.words.strip():
        return ""
    return _("Try fewer words, another word, or the beginning of one with a star (over*).")


def _without(without: Iterable[Loosened], request: Request) -> str:
    ways = [
        _("without {option}: {hits}").format(
            option=options_of(request, loosened.name), hits=counted(loosened.hits, "hit", "hits")
        )
        for loosened in list(without)[:_MOST_WITHOUT]
    ]
    said = "; ".join(ways)
    return f"{said[:1].upper()}{said[1:]}."
