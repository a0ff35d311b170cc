"""What is done to a query besides looking for its words. Each step can be left out, to measure what it brings."""

from enum import StrEnum


class Step(StrEnum):
    """A step between the words typed and the query that an engine gets."""

    PARTS = "compounds that hold a word"
    SPLITTING = "compounds typed, in parts"
    NEIGHBOURS = "neighbouring words joined"
    ABBREVIATIONS = "abbreviations"
    SYNONYMS = "words of nearly the same meaning"
    RELATED = "verbs and nouns of the same root"
    PEOPLE = "people of the meeting"
    LETTERS = "spelling: aa, ae, oe and plain letters"
    ERRORS = "spelling: edit distance"
    TITLES = "words in titles count more"
    FORMALITIES = "formalities below matters"
    ALL_WORDS = "all words before some"


ALL_STEPS = frozenset(Step)
