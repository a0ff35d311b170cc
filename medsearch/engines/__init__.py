"""What keeps items and finds them: one port, and engines behind it. An engine is opened by its name."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from medsearch.engines.port import Engine
from medsearch.errors import UsageError
from medsearch.texts import _

# Engines kept in a folder, by the names that users give; each is imported only when it is opened.
_ENGINES = {"whoosh": "medsearch.engines.whoosh"}
DEFAULT_ENGINE = "whoosh"


def engine_names() -> tuple[str, ...]:
    """The engines that an index can be made with."""
    return tuple(_ENGINES)


def open_engine(name: str, folder: Path) -> Engine:
    """The engine `name` over what it keeps in `folder`. Raises DamagedIndexError where that cannot be read."""
    opened: Engine = _function(name, "open_engine")(folder)
    return opened


def create_engine(name: str, folder: Path) -> Engine:
    """A new, empty engine `name` that keeps its items in `folder`, which exists and is empty."""
    created: Engine = _function(name, "create_engine")(folder)
    return created


def _function(name: str, function: str) -> Callable[[Path], Engine]:
    if name not in _ENGINES:
        raise UsageError(
            _("There is no engine called “{name}”.").format(name=name),
            _("There are: {names}.").format(names=", ".join(_ENGINES)),
        )
    found: Callable[[Path], Engine] = getattr(import_module(_ENGINES[name]), function)
    return found
