"""Titles that say nothing of a matter, and words of titles that say what kind of paper it is, not what it is about."""

import re
from functools import cache

from medsearch.language.stems import stem
from medsearch.language.stop_words import is_stop_word
from medsearch.language.words import plain_tokens
from medsearch.query.searchable import is_formality

_STANDING = frozenset(
    """
    eventuelt evt orientering orienteringer orienteringssager orienteringspunkter meddelelser information
    informationer nyt nyheder sidst personalesag personalesager personsag personsager ejendomssag ejendomssager
    lukket lukkede underskrift underskrifter godkendelse dagsorden dagsordenen referat referatet referater
    referaterne mødereferat protokol protokollen aktuelt aktuelle møde mødet møder formand formanden formandskab
    formandskabet næstformand næstformanden direktør direktøren direktion direktionen forvaltning forvaltningen
    administration administrationen ledelse ledelsen leder lederen medarbejder medarbejdere medarbejdersiden stab
    staben stabene trio amr tr gensidig punkt punkter sag sager bemærkninger opfølgning velkomst næste gang runde
    rundt bordet seneste sidste forrige b januar februar marts april maj juni juli august september oktober november
    december
    """.split()
)
_COMMITTEE = re.compile(r"\w*(?:med|udvalg|udvalget|udvalgene|rådet|bestyrelsen)")

_KINDS = """
    ansøgning tilskud anlægsbevilling anlægsmidler bevilling bevillinger frigivelse salg køb areal grund ejendom
    ændring behandling bemærkninger drøftelse emne endelig evaluering fastsættelse fordeling foreløbig forelæggelse
    fornyet forslag fremlæggelse fælles gennemgang godkendelse handleplan herunder høring høringssvar implementering
    indsats indstilling kvartal kvt halvår halv lokal medlemsforslag midler måned ny næste oplæg opfølgning
    orientering plan politik proces proceduren rapport redegørelse regel resultat retningslinje retningslinjer
    revision status spørgsmål tal temadrøftelse tidsplan tillæg udkast udmøntning udpegning valg varsling vedrørende
    vedtagelse årsrapport første anden andet tredje fjerde år kommune forvaltning udvalg møde protokol
""".split()

# What any item may hold, whatever it is about.
_FORMAL = """
    beslutte beslutning drøfte efterretning fraværende godkende indstille indstilling møde orientere orientering
    punkt tage bilag sagsfremstilling pct procent procentpoint kr mio mia tkr ca pr nr kl stk to tre fire fem seks
    syv otte ni ti elleve tolv januar februar marts april maj juni juli august september oktober november december
    mandag tirsdag onsdag torsdag fredag
""".split()


def is_standing(title: str | None) -> bool:
    """Whether a title is that of an item which every meeting has, or hides its matter: `Eventuelt`, `Lukket sag`."""
    if not title or is_formality(title):
        return True
    return all(
        word in _STANDING or word.isdecimal() or is_stop_word(word) or _COMMITTEE.fullmatch(word)
        for word in re.findall(r"[^\W_]+", title.lower())
    )


def is_kind(stemmed: str) -> bool:
    """Whether a stem is that of a word for a kind of paper or step: `forslag`, `status`, `retningslinje`."""
    return stemmed in _kinds()


def is_formal(stemmed: str) -> bool:
    """Whether a stem is that of a word which tells no matter from another: `efterretning`, `mio`, `marts`."""
    return len(stemmed) == 1 or stemmed in _formal()


@cache
def _kinds() -> frozenset[str]:
    return frozenset(map(stem, _KINDS))


@cache
def _formal() -> frozenset[str]:
    return frozenset(map(stem, _FORMAL))


def places_in(title: str) -> frozenset[str]:
    """What a title says of where, or which one: the names and longer numbers within it, in lower case.

    `Lokalplan 214 for boliger ved Havnevej` has `214` and `havnevej`; a year is none, nor is the first word.
    """
    found = set()
    for word in re.finditer(r"[^\W_]+(?:\.\d+)*", title):
        written, before = word.group(), title[: word.start()].rstrip()
        begins = not before or before[-1] in ".:–-/!?"
        is_name = written[0].isupper() and written[1:].islower() and not begins
        if is_name or _is_number_of_one(written):
            found.add(written.lower())
    return frozenset(found)


def _is_number_of_one(written: str) -> bool:
    return written[0].isdecimal() and len(written) > 1 and not re.fullmatch(r"(?:19|20)\d\d", written)


def telling_words(title: str) -> tuple[str, ...]:
    """The words of a title that say what an item is about, as written, for a query; at most four."""
    known: dict[str, str] = {}
    for token in plain_tokens(title):
        if token.written.isalpha() and not (
            is_stop_word(token.written) or is_kind(token.stem) or is_formal(token.stem)
        ):
            known.setdefault(token.stem, title[token.start : token.end].lower())
    return tuple(known.values())[:4]
