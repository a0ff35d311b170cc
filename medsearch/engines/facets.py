"""What hits are counted by: the values of an item for each facet."""

from medsearch.model import AgendaItem


def facet_value(item: AgendaItem, facet: str) -> str | None:
    """The value that `item` counts for in `facet`, or None where it has none."""
    meeting = item.meeting
    if facet == "committee":
        return meeting.committee
    if facet == "case_number":
        return item.case_number.printed if item.case_number else None
    if facet == "outcome":
        return item.outcome.value if item.outcome else None
    if meeting.date is None:
        return None
    return f"{meeting.date:%Y}" if facet == "year" else f"{meeting.date:%Y-%m}"
