"""Hands the answer to a search to who reads it: a person, a script, a spreadsheet."""

from typing import TYPE_CHECKING

from medsearch.cli.console import Talk, write_export
from medsearch.cli.last_hits import naming, remember_hits
from medsearch.cli.paging import paged
from medsearch.rendering.forms import Format
from medsearch.search.answers import Answer
from medsearch.search.understanding import Request
from medsearch.texts import _

if TYPE_CHECKING:
    from medsearch.api import Archive


def show_answer(
    answer: Answer, request: Request, archive: "Archive", talk: Talk, *, form: Format = Format.TEXT, pager: bool = True
) -> None:
    """Prints `answer`, says what was searched instead, and remembers the hits for `show 3`."""
    remember_hits(archive.path, {hit.rank: hit.item.id for hit in answer.hits}, request)
    if form is Format.JSON:
        from medsearch.rendering.shapes import answer_shape, to_json

        print(to_json(answer_shape(answer)))
    elif form.is_export:
        from medsearch.rendering.export import export_hits

        write_export(export_hits(answer.hits, form), form)
        say_about(answer, request, archive, talk)
    elif answer.hits:
        _print_hits(answer, request, archive, talk, pager=pager)
    else:
        say_about(answer, request, archive, talk)


def say_about(answer: Answer, request: Request, archive: "Archive", talk: Talk) -> None:
    """Says what was searched instead; where nothing was found, why, and what to try."""
    if answer.searched_as:
        talk.say(_instead(answer))
    if not answer.hits:
        talk.say(_nothing(answer, request, archive))


def _print_hits(answer: Answer, request: Request, archive: "Archive", talk: Talk, *, pager: bool) -> None:
    from medsearch.cli.linking import links_to
    from medsearch.rendering.answer import print_answer, print_ways_on

    with paged(wanted=pager, note=_instead(answer), talk=talk) as console:
        files = links_to(archive, {hit.item.source for hit in answer.hits}, console)
        print_answer(answer, console, limit=request.limit, files=files)
        print_ways_on(answer, console, naming(archive.path))
    talk.detail(_("Answered in {number} ms from {index}.").format(number=answer.took_ms, index=archive.path))


def _instead(answer: Answer) -> str:
    """What was searched instead; empty where nothing was."""
    if not answer.searched_as:
        return ""
    return "\n".join(
        (
            _("No minutes hold “{typed}” as typed; searched instead: {words}").format(
                typed=answer.query, words=answer.searched_as
            ),
            _("For a word just as typed put = before it; for all of them add --exact."),
        )
    )


def _nothing(answer: Answer, request: Request, archive: "Archive") -> str:
    if answer.total:
        last = -(-answer.total // request.limit)
        return _("There are {number} hits; the last page is --page {last}.").format(number=answer.total, last=last)
    from medsearch.rendering.advice import advice_lines

    return "\n".join(advice_lines(archive.advise(request), request))
