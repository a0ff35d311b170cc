"""Small pieces of text that several answers show alike."""

from rich.text import Text

from medsearch.model import AgendaItem, Meeting
from medsearch.query.fields import OUTCOME_NAMES
from medsearch.rendering.harmless import harmless
from medsearch.texts import _

MATCH = "bold black on yellow"
QUIET = "dim"


def heading_of(item: AgendaItem) -> str:
    """Number and title: `Punkt 36: Varsling af videoovervågning`."""
    title = harmless(item.title or _("Untitled item"))
    return f"Punkt {item.number}: {title}" if item.number else title


def meeting_line(meeting: Meeting) -> str:
    """Committee and date: `LokalMED Borgerservice · 2025-12-12`."""
    committee = harmless(meeting.committee or _("Unknown committee"))
    day = meeting.date.isoformat() if meeting.date else _("no date")
    return f"{committee} · {day}"


def outcome_name(outcome: str | None) -> str:
    """An outcome as Danish minutes call it; empty for none."""
    return OUTCOME_NAMES.get(outcome or "", "")


def marked(text: str, highlights: tuple[tuple[int, int], ...]) -> Text:
    """`text` with the words found marked."""
    # `harmless` exchanges character for character, so the places stay.
    shown = Text(harmless(text))
    for start, end in highlights:
        shown.stylize(MATCH, start, end)
    return shown


def shell_word(address: str) -> str:
    """An address as it can be typed behind a command."""
    plain = all(char.isalnum() or char in "._-/#@~" for char in address) and not address.startswith("#")
    return harmless(address) if plain else "'" + harmless(address).replace("'", "'\\''") + "'"
