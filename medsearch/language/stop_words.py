"""Danish words that say nothing about what a text is about. A query leaves them out unless it has no others."""

_STOP_WORDS = frozenset(
    """
    ad af aldrig alle allerede alt altså anden andet andre at bare begge bl blev bliver blevet ca da de deg dem den denne der deres
    derfor det dette dig din dine disse dit dog du dvs efter ej eller ellers en end endnu er et evt for fordi fra før
    ham han hans har have havde hende hendes her hos hun hvad hvem hver hvilke hvilken hvilket hvis hvor hvordan
    hvorfor hvornår i ift igen ikke ind inden ift jeg jer jeres jo kan kun kunne lige man mange med meget mellem men
    mens mere mest mig min mine mit mod må ned nej noget nogen nogle nok nu når og også om op os over pga på samt sig
    selv sidst siden sin sine sit skal skulle som så sådan såsom til ud under vedr ved vi vil ville vore vores være
    været var
    """.split()
)


def is_stop_word(word: str) -> bool:
    """Whether `word`, in lower case, is a stop word."""
    return word in _STOP_WORDS
