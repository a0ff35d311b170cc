"""Hands the answer to a search to who reads it: a person, or a script."""

from collections.abc import Mapping
from pathlib import Path

from rich.text import Text

from medsearch.cli.console import Talk, output
from medsearch.cli.last_hits import remember_hits
from medsearch.search.answers import Answer, FacetCount
from medsearch.search.understanding import Request


def show_answer(answer: Answer, request: Request, index: Path, talk: Talk, *, as_json: bool) -> None:
    """Prints `answer`, says what was searched instead, and remembers the hits for `show 3`."""
    remember_hits(index, {hit.rank: hit.item.id for hit in answer.hits})
    if not as_json:
        _say_instead(answer, talk)
    if as_json:
        from medsearch.rendering.shapes import answer_shape, to_json

        print(to_json(answer_shape(answer)))
    elif answer.hits:
        from medsearch.rendering.answer import print_answer

        print_answer(answer, output(), limit=request.limit)
        talk.detail(f"Answered in {answer.took_ms} ms from {index}.")
    else:
        talk.say(_nothing(answer, request))


def show_facets(
    counts: Mapping[str, tuple[FacetCount, ...]], answer: Answer, request: Request, talk: Talk, *, as_json: bool
) -> None:
    """Prints counts by facet, and says what was searched instead, or that nothing was found."""
    if as_json:
        from medsearch.rendering.shapes import facets_shape, to_json

        print(to_json(facets_shape(counts)))
        return
    _say_instead(answer, talk)
    if not answer.hits:
        talk.say(_nothing(answer, request))
        return
    from medsearch.rendering.facets import facet_charts
    from medsearch.rendering.layout import print_lines

    console = output()
    for chart in facet_charts(counts, tuple(counts), most=20, width=min(console.width, 70)):
        print_lines([*chart, Text()], console)


def _say_instead(answer: Answer, talk: Talk) -> None:
    if answer.searched_as:
        talk.say(
            f"No minutes hold all words as typed; searched instead: {answer.searched_as}\n"
            "For a word just as typed put = before it; for all of them add --exact."
        )


def _nothing(answer: Answer, request: Request) -> str:
    if answer.total:
        last = -(-answer.total // request.limit)
        return f"There are {answer.total} hits; the last page is --page {last}."
    tries = ["fewer words", "the beginning of a word with a star (over*)"]
    if request != Request(request.words, limit=request.limit, page=request.page, order=request.order):
        tries.append("fewer options that narrow the search")
    asked = f" for “{answer.query}”" if answer.query.strip() else ""
    found = f"Nothing was found{asked}."
    return f"{found} Try {', '.join(tries[:-1])} or {tries[-1]}; medsearch status says what the index covers."
