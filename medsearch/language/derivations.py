"""Words of the same root: the noun of an action and its verb, `godkendelse` and `godkende`."""

from medsearch.language.lexicon import lexicon

_ENDINGS = ("else", "ning", "ing", "sel", "")  # what nouns of actions end in, where the verb ends in -e


def related(stem: str) -> tuple[str, ...]:
    """The verbs of a noun, or the nouns of a verb, that the lexicon knows; all as stems."""
    is_base, is_verb = lexicon().is_base, lexicon().is_verb_only
    if is_verb(stem):
        root = stem.removesuffix("e")
        nouns = (one + ending for one in (root, _undoubled(root)) for ending in _ENDINGS)
        return tuple(dict.fromkeys(noun for noun in nouns if is_base(noun) and not is_verb(noun)))
    roots = (stem.removesuffix(ending) for ending in _ENDINGS if stem.endswith(ending) and stem != ending)
    verbs = (verb for root in roots for verb in (f"{root}e", f"{root}{root[-1]}e"))
    return tuple(dict.fromkeys(verb for verb in verbs if is_verb(verb)))


def _undoubled(root: str) -> str:
    """`beslutt` without the letter that only the verb has twice."""
    return root[:-1] if root[-2:-1] == root[-1:] else root
