"""What pages say about themselves, not about the meeting: `Til toppen`, `Kopier link til punktet`, `Print`."""

import re

# Each line is a pattern of a whole text. Words of minutes that stand alone (`Bilag`, `Referat`) are not among them.
_ANYWHERE = r"""
(?:(?:gå )?(?:tilbage )?til )?(?:sidens )?top(?:pen)?(?: af siden)?
[▲↑]|op
(?:gå|hop|spring)(?: direkte)? til (?:hoved)?(?:indhold(?:et)?|menu(?:en)?|søgning)
til indholdsfortegnelsen?
(?:åbn|luk|vis|skjul|fold|udvid) (?:alle?|dette|det)(?: (?:punkt(?:et|er)?|afsnit|bilag))?(?: (?:ud|ind|sammen))?
fold (?:ud|ind)|(?:ud|sammen)fold
vis (?:mere|mindre)|(?:læs|se) mindre
kopi[eé]r?(?: direkte)? link(?: til (?:punkt(?:et)?|siden|afsnit(?:tet)?))?
link kopieret
del (?:siden|punktet|på \w+)
(?:print|udskriv)(?: (?:siden?|(?:dette )?punkt(?:et)?|dagsorden(?:en)?|referat(?:et)?))?
læs (?:siden |teksten )?op
lyt(?: til (?:siden|teksten))?
(?:hent|download)(?: som)? pdf
åbner i (?:et )?nyt vindue
send til en ven
indlæser|vent venligst|loading
""".strip().splitlines()

# Only on links and buttons: as a line of minutes these may be a title.
_ON_BUTTONS = r"""
del|luk|åbn|menu|søg|ok|tilbage|næste|forrige|link
accept\w*(?: .*)?|kun nødvendige|afvis(?: .*)?
[+×x−–-]
facebook|linkedin|twitter|x|e-?mail
""".strip().splitlines()

_LONGEST = 80
_SEPARATORS = re.compile(r"\s+[-–|·•/]\s+|\s*[|·•]\s*")


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"[^\w+×]*(?:{'|'.join(patterns)})[.:!…»›>\s]*", re.IGNORECASE)


_NOISE, _COMMAND = _any_of(_ANYWHERE), _any_of(_ON_BUTTONS)


def is_noise(text: str) -> bool:
    """Whether `text` consists of what pages say about themselves: `Kopier link til punktet - Print`."""
    squeezed = " ".join(text.split())
    if not squeezed or len(squeezed) > _LONGEST:
        return False
    return bool(_NOISE.fullmatch(squeezed)) or all(map(_NOISE.fullmatch, _SEPARATORS.split(squeezed)))


def is_command(text: str) -> bool:
    """Whether the `text` on a button or a link tells the page what to do: `Luk`, `Accepter alle`."""
    return is_noise(text) or (len(text) <= _LONGEST and bool(_COMMAND.fullmatch(text)))
