"""Stems: what the inflections of a Danish word have in common.

The Danish Snowball stemmer (snowballstem.org/algorithms/danish), with a table of the inflections that it misses and
of the words that it takes for one another. The table also holds for the last part of a compound, which is the part
that is inflected: `driftscentre` is `drifts` and `centre`.
"""

from functools import lru_cache
from itertools import takewhile

from medsearch.language.snowball import danish_stemmer

_stem_word = danish_stemmer()

# Each line: the stem, then the forms that have it.
_INFLECTIONS = """
aftale: aftale aftalen aftaler aftalerne aftales
artikel: artikel artiklen artikler artiklerne
barn: barn barnet barnets børn børnene børnenes
beslut: beslutte beslutter besluttede besluttet besluttes
bog: bog bogen bøger bøgerne
budget: budget budgets budgettet budgettets budgetter budgetterne budgetternes
by: by byen byens byer byerne bys
bøde: bøde bøden bøder bøderne
center: center centers centeret centerets centret centrets centre centrene centrenes
cykel: cykel cykler cyklen cyklerne
dagsorden: dagsorden dagsordens dagsordenen dagsordenens dagsordener dagsordenerne
drøft: drøfte drøfter drøftede drøftet drøftes
forlig: forlig forliget forligets forligene
formand: formand formands formanden formandens formænd formændene
fraværende: fraværende fraværendes
godkend: godkende godkender godkendte godkendt godkendes
hånd: hånd hånden hænder hænderne
kollega: kollega kollegaen kollegaer kolleger kollegerne
kursus: kursus kursuset kurset kurser kurserne kursets
løn: løn lønnen lønnens lønninger lønningerne
mand: mand mands manden mandens mænd mændene
middel: middel midlet midler midlerne
nat: nat natten nætter nætterne
ny: ny nyt nye
nøgle: nøgle nøglen nøgler nøglerne
orienter: orientere orienterer orienterede orienteret orienteres
plads: plads pladsen pladsens pladser pladserne
planet: planet planeter planeterne
plan: plan planen planens planer planerne
regel: regel reglen regler reglerne reglers
seddel: seddel sedlen sedler sedlerne
titel: titel titlen titler titlerne
trussel: trussel truslen trusler truslerne
udsæt: udsætte udsætter udsatte udsat udsættes
uge: uge ugen ugens uger ugerne ugernes
valg: valg valget valgets valgene
valgt: valgt valgte
år: år års året årets årene årenes
"""

# Shorter last parts are too often the chance end of another word: -by, -ny, -år. These are not.
_SHORTEST_LAST_PART = 5
_SHORT_LAST_PARTS = ("mænd", "børn")
_SHORTEST_FIRST_PART = 2


def _read_inflections(table: str) -> dict[str, str]:
    stems = {}
    for line in table.strip().splitlines():
        common, forms = line.split(":")
        stems.update(dict.fromkeys(forms.split(), common))
    return stems


_STEMS = _read_inflections(_INFLECTIONS)
_LONGEST_FORM = max(map(len, _STEMS))


def beginning(stemmed: str) -> str:
    """What every word with this stem begins with: `bø` and `bog` have but `b` in common, others have the whole stem."""
    shared = [stemmed]
    for common in set(_STEMS.values()):
        if stemmed.endswith(common):
            forms = [form for form, form_stem in _STEMS.items() if form_stem == common]
            shared.append(stemmed[: -len(common)] + _shared_letters(forms))
    return min(shared, key=len)


def _shared_letters(forms: list[str]) -> str:
    columns = takewhile(lambda letters: len(set(letters)) == 1, zip(*forms, strict=False))
    return "".join(letters[0] for letters in columns)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of `word`, which is in lower case. Words with digits are their own stems."""
    known = _STEMS.get(word)
    if known is not None:
        return known
    if not word.isalpha():
        return word
    longest = min(len(word) - _SHORTEST_FIRST_PART, _LONGEST_FORM)
    shortest = _SHORTEST_LAST_PART - word.endswith(_SHORT_LAST_PARTS)
    for length in range(longest, shortest - 1, -1):
        last_part = _STEMS.get(word[-length:])
        if last_part is not None:
            return word[:-length] + last_part
    return _stem_word(word)
