"""The fields of an agenda item that can be asked for, and what users call them."""

from medsearch.model import SectionName

WHOLE = "all"
"""The field of all words of an item: title and sections."""

TITLE = "title"

TEXT_FIELDS: tuple[str, ...] = (WHOLE, TITLE, *(name.value for name in SectionName))
"""Fields of words, each with its positions."""

ADDRESS = "id"
"""The field of the address of an item."""

SAME = "same"
"""The field of what an item has in common with its copies in other files (`query.copies`)."""

DAY, MENTIONED = "day", "mentioned"
"""The fields of the day of a meeting, and of the days that a text names."""

KEYWORD_FIELDS: tuple[str, ...] = (
    *("committee", "case", "person", "outcome", "closed", "formality", "source"),
    *(DAY, MENTIONED, ADDRESS, SAME),
)
"""Fields of whole values."""

STEMS, WRITTEN, PARTS = "stems", "written", "parts"
"""The forms in which the words of an item are kept: what inflections have in common, as written, parts of compounds."""

FACETS: tuple[str, ...] = ("committee", "case_number", "year", "month", "outcome")
"""What hits are counted by."""

_SECTION_NAMES = {
    "title": "titel title",
    "summary": "resumé resume summary",
    "presentation": "sagsfremstilling fremstilling presentation",
    "background": "baggrund background",
    "recommendation": "indstilling recommendation",
    "decision": "beslutning decision",
    "economy": "økonomi oekonomi economy",
    "personnel": "personale personnel",
    "law": "lovgrundlag law",
    "consultation": "høring hoering consultation",
    "competence": "kompetence competence",
    "process": "sagsgang process",
    "attachments": "bilag attachments",
    "text": "text",
    "other": "andet other",
}
_FILTER_NAMES = {
    "committee": "udvalg committee",
    "case": "sag case",
    "person": "person",
    "date": "dato date",
    "year": "år aar year",
    "outcome": "udfald outcome",
}
SECTION_BY_NAME = {name: field for field, names in _SECTION_NAMES.items() for name in names.split()}
"""Danish and English names of the sections (and the title), as typed before a colon or behind --in."""

FIELD_BY_NAME = SECTION_BY_NAME | {name: field for field, names in _FILTER_NAMES.items() for name in names.split()}
"""All names that may stand before a colon in a query."""

OUTCOME_NAMES = {
    "approved": "godkendt",
    "noted": "taget til efterretning",
    "discussed": "drøftet",
    "postponed": "udsat",
    "adopted": "tiltrådt",
    "rejected": "afvist",
}
"""Every outcome, and what it is called in Danish minutes."""

_OUTCOME_SYNONYMS = {
    "efterretning": "noted",
    "vedtaget": "adopted",
    "besluttet": "adopted",
    "forkastet": "rejected",
    "udskudt": "postponed",
}
OUTCOME_BY_NAME = {danish: name for name, danish in OUTCOME_NAMES.items()} | {
    name: name for name in OUTCOME_NAMES
} | _OUTCOME_SYNONYMS  # fmt: skip
"""What users call the outcomes."""
