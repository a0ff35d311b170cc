"""Words of the same root: the noun of an action and its verb, `godkendelse` and `godkende`."""

from medsearch.language.lexicon import lexicon

_ENDINGS = ("else", "ning", "ing", "sel", "")  # what nouns of actions end in, where the verb ends in -e


def related(stem: str) -> tuple[str, ...]:
    """The verbs of a noun, or the nouns of a verb, that the lexicon knows; all as stems."""
    is_base, is_verb = lexicon().is_base, lexicon().is_verb_only
    if is_verb(stem):
        nouns = (stem.removesuffix("e") + ending for ending in _ENDINGS)
        return tuple(noun for noun in nouns if is_base(noun) and not is_verb(noun))
    roots = (stem.removesuffix(ending) for ending in _ENDINGS if stem.endswith(ending))
    return tuple(verb for root in roots if is_verb(verb := f"{root}e"))
