"""Danish words that say nothing about what a text is about. A query leaves them out unless it has no others."""

_STOP_WORDS = frozenset(
    """
    ad af aldrig alle allerede alt altså anden andet andre at bare begge bl blev blevet bliver ca d da de deg dem
    den denne der deres derfor det dette dig din dine disse dit dog du dvs efter ej eller ellers en end endnu er
    et evt for fordi fra før ham han hans har havde have hende hendes her hos hun hvad hvem hver hvilke hvilken
    hvilket hvis hvor hvordan hvorfor hvornår i ift igen ikke ind inden jeg jer jeres jo kan kl kun kunne lige man
    mange med meget mellem men mens mere mest mig min mine mit mod må ned nej nogen noget nogle nok nu når og også
    om op os over pga på samt selv siden sidst sig sin sine sit skal skulle som så sådan såsom til ud under var
    ved vedr vi vil ville vore vores være været
    """.split()
)

_QUESTION_WORDS = frozenset("hvad hvem hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår hvorhen".split())
# What people ask with, not about: `hvad blev der besluttet om kantinen`, `hvor længe gemmes optagelser`.
_VAGUE = frozenset(
    """
    aftalt afgjort behandlet bestemt beslutte besluttede besluttet besluttes diskuteret drøftede drøftet foregår
    fortalt gjorde gjort gælder gør handler handlede hedder kom kommer kommet længe mener mente ofte sagde sagt siger
    sker skete sket snakket står talt talte vedtaget vedtog ved gik går gået hen frem langt tit tid mange meget nyt
    """.split()
)


def is_question_word(word: str) -> bool:
    """Whether `word`, in lower case, makes a question of the words it stands with."""
    return word in _QUESTION_WORDS


def is_vague(word: str) -> bool:
    """Whether `word`, in lower case, says nothing about what is asked in a question."""
    return word in _VAGUE


def is_stop_word(word: str) -> bool:
    """Whether `word`, in lower case, is a stop word."""
    return word in _STOP_WORDS
