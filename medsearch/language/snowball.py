"""The Danish Snowball stemmer: PyStemmer's where that is installed, else the one in pure Python."""

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType


def danish_stemmer() -> Callable[[str], str]:
    """The function that stems a word in lower case."""
    try:
        import Stemmer
    except ImportError:
        return _pure_python()
    stem_word: Callable[[str], str] = Stemmer.Stemmer("danish").stemWord
    return stem_word


def _pure_python() -> Callable[[str], str]:
    """The stemmer of the package snowballstemmer, without the stemmers of thirty other languages.

    Importing the package loads them all, which takes a tenth of the time of a whole query. So its modules are reached
    under another name, by a package that has the same folder and nothing in it.
    """
    spec = find_spec("snowballstemmer")
    if spec is None or spec.submodule_search_locations is None:
        raise ImportError("The package snowballstemmer is missing; install medsearch anew.")
    alone = ModuleType("medsearch.language._snowballstemmer")
    alone.__path__ = list(spec.submodule_search_locations)
    sys.modules.setdefault(alone.__name__, alone)
    stemmer = import_module(f"{alone.__name__}.danish_stemmer").DanishStemmer()
    stem_word: Callable[[str], str] = stemmer.stemWord
    return stem_word
