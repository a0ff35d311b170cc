"""Who dealt with what, when, in one line, to be quoted in a letter or an article."""

import datetime as dt

from medsearch.model import AgendaItem
from medsearch.rendering.harmless import harmless
from medsearch.texts import _, later

_MONTHS = (
    *(later("January"), later("February"), later("March"), later("April"), later("May"), later("June")),
    *(later("July"), later("August"), later("September"), later("October"), later("November"), later("December")),
)


def citation(item: AgendaItem) -> str:
    """Committee, date, item number, title, case number and file, as far as they are known, on one line."""
    meeting = item.meeting
    what = _("item {number}").format(number=item.number) if item.number else ""
    about = ": ".join(filter(None, (what, item.title)))
    case = _("case {number}").format(number=item.case_number.printed) if item.case_number else ""
    day = written_date(meeting.date) if meeting.date else ""
    said = ", ".join(filter(None, (meeting.committee, day, about, case)))
    return harmless(" ".join(f"{said} ({item.source})".split()))


def written_date(day: dt.date) -> str:
    """A date as one writes it in a sentence: `12. marts 2026` in Danish, `12 March 2026` in English."""
    return _("{day} {month} {year}").format(day=day.day, month=_(_MONTHS[day.month - 1]), year=day.year)
