"""A thread as a listing: the items of a matter in order of date, each with its decision in a line."""

from rich.text import Text

from medsearch.browser.listing import Entry, Listing
from medsearch.rendering.harmless import harmless
from medsearch.search.threads import By, Thread
from medsearch.search.threads import Entry as Member
from medsearch.texts import _


def thread_listing(thread: Thread, title: str, here: str) -> Listing:
    """The items of `thread`, the one with the address `here` marked as the one that one comes from."""
    # That all have the case number that was asked for needs no telling.
    entries = [_entry(member, here, tells=thread.subject is not None) for member in thread.entries]
    return Listing(title, entries, len(entries))


def _entry(member: Member, here: str, *, tells: bool) -> Entry:
    decision = Text(f"→ {harmless(member.decision)}") if member.decision else None
    return Entry(member.item, passage=decision, why=_why(member) if tells else "", is_this=member.item.id == here)


def _why(member: Member) -> str:
    if member.by is By.WORDS and member.words:
        return _("by its words: {words}").format(words=harmless(", ".join(member.words)))
    return _("same case number") if member.by is By.CASE else ""
