"""What became of an agenda item, read from the words of its decision."""

import re
from collections.abc import Iterable
from functools import lru_cache

from medsearch.model import Outcome

_BE = r"(?:blev|bliver|er|er\s+blevet)"
_ADVERB = r"(?:\s+(?:herefter|derefter|hermed|enstemmigt|samtidig|også|derfor|dermed|endvidere|så|med\s+\w+))?"
# What an item itself is called where only a sentence about it counts: another matter may be postponed in passing.
_ITEM = r"(?:dagsordens)?(?:punktet|sagen|behandlingen|drøftelsen)"
# What a committee is asked to approve or to note, when the verb is left out: `Orientering taget til efterretning`.
_MATTER = r"(?:Dagsorden|Referat|Orientering|Indstilling|Redegørelse|Information|Status|Sag|Punkt|Forslag)\w*"
# Any subject at the head of a sentence, up to its verb; what somebody said or asked is no decision.
_SUBJECT = (
    r"(?:(?!\b(?:har|havde|blev|bliver|er|var|skal|kan|kunne|vil|som|der|at|idet|mens|hvis|hvorefter|spurgte|oplyste|"
    r"sagde|bemærkede|fortalte|orienterede|punkt\s+\d+|godkendt|tiltrådt|drøftet)\b)(?:\d+(?!\d)\.?|[^.;:!?\n\d])){1,140}?"
)
# `godkendt af direktøren` is somebody else's decision.
_BY_OTHERS = r"(?!\s+(?:af|i)\s+(?!{committee}))"
_FIRST = r"(?:(?:Enstemmigt|Herefter|Ad\s+\d+\s*[.:]?|\w\)|\d+[.)])\s*)?"
_MEANWHILE = r"[^\n]{0,160}?"


def _passive(participle: str, old_passive: str = "(?!)") -> str:
    """`Godkendt.`, `Referat godkendt.`, `Planen for næste år blev herefter godkendt.`, `Dagsordenen godkendtes.`"""
    return (
        rf"{_FIRST}(?:(?:{_MATTER}\s+(?:er{_ADVERB}\s+)?|{_SUBJECT}\s+bl(?:ev|iver){_ADVERB}\s+)?{participle}\b{_BY_OTHERS}"
        rf"|{_MATTER}\s+(?:kan\s+|kunne\s+)?{old_passive}\b)"
    )


def _active(verb: str) -> str:
    """`LokalMED godkendte ...`, `Udvalget drøftede sagen og besluttede ...`"""
    return rf"(?:Et\s+enigt\s+)?{{committee}}(?:\s+har)?{_ADVERB}\s+(?:[^.;:]{{0,80}}?\bog\s+)?(?:{verb})\b"


# Sentences that say an outcome, in the order in which they count where a decision says several.
_SENTENCES: tuple[tuple[Outcome, str], ...] = (
    (Outcome.POSTPONED, rf"(?:{_ITEM}\s+(?:{_BE}{_ADVERB}\s+)?)?(?:udsat|udsættes|udsattes|udskudt|udskydes)\b"),
    (Outcome.POSTPONED, rf".*\b(?:{_BE}{_ADVERB}\s+{_ITEM}|{_ITEM}\s+{_BE}{_ADVERB})\s+(?:udsat|udskudt)\b"),
    (Outcome.POSTPONED, rf"{_ITEM}\s+{_MEANWHILE}\bog\s+(?:udsættes|udskydes)\b"),
    (Outcome.POSTPONED, _active(rf"(?:udsatte|udskød|udsætter|besluttede\s+at\s+udsætte)\s+(?:\w+\s+){{0,3}}?{_ITEM}")),
    (Outcome.POSTPONED, rf"Det\s+{_BE}{_ADVERB}\s+besluttet\s+at\s+(?:udsætte|udskyde)\b"),
    (Outcome.REJECTED, _passive(r"(?:ikke\s+(?:godkendt|tiltrådt|vedtaget|imødekommet)|afvist|forkastet|nedstemt|stemt\s+ned)", r"ikke\s+godkendes")),
    (Outcome.REJECTED, _active(r"afviste|forkastede|(?:godkendte|tiltrådte|godkender|tiltræder)\s+ikke|(?:kan|kunne|ønsker|ønskede)\s+ikke\s+(?:at\s+)?(?:godkende|tiltræde|tilslutte)")),
    (Outcome.APPROVED, _passive(r"godkend(?:t|es)", "godkend(?:es|tes)")),
    (Outcome.APPROVED, _active(r"godkendte|godkender|godkendt")),
    (Outcome.ADOPTED, _passive(r"(?:tiltrådt|tiltrædes|vedtaget|besluttet)", "(?:tiltrådtes|tiltrædes|vedtoges|vedtages)")),
    (Outcome.ADOPTED, _active(r"tiltrådte|tiltræder|vedtog|besluttede|beslutter|besluttet|tilslutte(?:de|r)\s+sig")),
    (Outcome.ADOPTED, rf"(?:.*\b{_BE}\s+det|Det\s+{_BE}){_ADVERB}\s+(?:vedtaget|besluttet)\b|Indstillingen\s+(?:følges|blev\s+fulgt)|Som\s+indstillet\b"),
    (Outcome.NOTED, rf"{_passive(r'(?:taget|tages)' + ' til efterretning', 'toges til efterretning')}|Til\s+efterretning\b"),
    (Outcome.NOTED, _active(rf"(?:tog|tager|taget)\b{_MEANWHILE}\s+til\s+efterretning")),
    (Outcome.DISCUSSED, _passive(r"(?:drøftet|drøftes)", "drøftedes")),
    (Outcome.DISCUSSED, _active(r"d?drøftede|drøfter|drøftet")),
    (Outcome.DISCUSSED, r"(?:{committee}\s+(?:havde|har\s+haft)|Der\s+var)\s+en\s+(?:[\wæøå]+,?\s+){0,4}?drøftelse\b"),
)  # fmt: skip
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÆØÅ\"”»-])|\n+")
_ANY_COMMITTEE = r"(?:\w*MED(?:-?udvalget)?|\w*udvalget|\w*rådet|\w*bestyrelsen|Vi)"


def outcome_of(decisions: Iterable[str], committee: str | None) -> Outcome | None:
    """What the texts of an item's decision say became of it, or None where they say nothing of the kind.

    Only sentences about the item count: what other committees than `committee` decided, and other matters that
    were postponed in passing, do not.
    """
    sentences = [
        sentence.strip(' -•*\t"”“»«')
        for decision in decisions
        for sentence in _SENTENCE_END.split(decision)
        if sentence.strip()
    ]
    for outcome, pattern in _patterns(committee):
        if any(pattern.match(sentence) for sentence in sentences):
            return outcome
    return None


@lru_cache(maxsize=256)
def _patterns(committee: str | None) -> tuple[tuple[Outcome, re.Pattern[str]], ...]:
    who = _names_of(committee)
    return tuple(
        (outcome, re.compile(sentence.replace("{committee}", who), re.IGNORECASE)) for outcome, sentence in _SENTENCES
    )


def _names_of(committee: str | None) -> str:
    """A pattern for what a committee is called in its own minutes: its name, the beginning of it, or `Udvalget`."""
    if not committee:
        return _ANY_COMMITTEE
    names = (re.escape(committee), re.escape(committee.split()[0]), "MED", "(?:MED-?)?udvalget", "Vi")
    return f"(?:{'|'.join(names)})"
