"""How a choice of a facet is shown to the reader."""

from medsearch.browser.asking import Choice
from medsearch.model import SectionName
from medsearch.rendering.harmless import harmless
from medsearch.rendering.item import section_name
from medsearch.rendering.words import outcome_name
from medsearch.texts import _


def shown_choice(choice: Choice) -> str:
    """The value of a choice in the reader's words: `2025-03`, `godkendt`, `Decision`."""
    if choice.facet == "outcome":
        return outcome_name(choice.value)
    if choice.facet == "section":
        return _("Title") if choice.value == "title" else section_name(SectionName(choice.value))
    return harmless(choice.value)
