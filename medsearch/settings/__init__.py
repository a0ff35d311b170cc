"""The user's settings: from the environment, from a TOML file in the platform's place, else as medsearch comes."""

import os
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from medsearch.errors import SettingsError
from medsearch.texts import _, known_language, later

FILE = "config.toml"
ORDERS = ("relevance", "newest", "oldest")
_ORDERS_IN_DANISH = {"relevans": "relevance", "nyeste": "newest", "ældste": "oldest"}


class Setting(NamedTuple):
    """Something that users can set: `variable` in the environment comes before `name` in the file."""

    name: str
    variable: str
    default: str  # "" stands for: as the system has it
    about: str  # what it is for
    values: tuple[str, ...] = ()  # the only ones, where there are such
    read: Callable[[str], str | None] = str  # the value meant; None for one that makes no sense


class Held(NamedTuple):
    """The value that holds for a setting, and where it comes from: a variable, a file, or "" for nowhere."""

    setting: Setting
    value: str
    origin: str = ""
    problem: SettingsError | None = None  # where the value makes no sense


def _count(typed: str) -> str | None:
    # Python reads no number of more than 4,300 digits.
    return str(int(typed)) if typed.isdecimal() and len(typed) < 10 and int(typed) > 0 else None


def _folder(typed: str) -> str | None:
    """A folder with the user's home in the place of ~."""
    try:
        return str(Path(typed).expanduser())
    except RuntimeError:  # ~somebody who has no home here
        return None


def order_name(typed: str) -> str:
    """The order that is meant, also by its Danish name; as typed where there is no such order."""
    name = typed.strip().lower()
    return _ORDERS_IN_DANISH.get(name, name)


SETTINGS = (
    Setting("language", "MEDSEARCH_LANG", "", later("the language of medsearch"), ("da", "en"), known_language),
    Setting("index", "MEDSEARCH_INDEX", "", later("the folder of the index"), (), _folder),
    Setting("limit", "MEDSEARCH_LIMIT", "10", later("hits on a page"), (), _count),
    Setting("sort", "MEDSEARCH_SORT", "relevance", later("the order of hits"), ORDERS, order_name),
    Setting("pager", "MEDSEARCH_PAGER", "", later("the program that shows long answers; never: none")),
    Setting("links", "MEDSEARCH_LINKS", "auto", later("file names that can be clicked"), ("auto", "always", "never")),
    Setting("theme", "MEDSEARCH_THEME", "dark", later("the colours of the browser"), ("dark", "light")),
    Setting("viewer", "MEDSEARCH_VIEWER", "", later("the program that opens a file, with {file} and {page}")),
)


def setting(name: str) -> str:
    """The value that holds for the setting `name`; "" where the system decides. Raises SettingsError."""
    return held(find_setting(name)).value


def find_setting(name: str) -> Setting:
    """The setting of that name. Raises SettingsError, which names the nearest."""
    for known in SETTINGS:
        if known.name == name:
            return known
    raise SettingsError(_("There is no setting “{name}”.").format(name=name), _instead_of(name))


def held(setting: Setting) -> Held:
    """What holds for a setting, and where it comes from. Raises SettingsError for what makes no sense."""
    value, origin = _said(setting)
    return Held(setting, checked(setting, value, origin), origin) if origin else Held(setting, setting.default)


def all_held() -> list[Held]:
    """What holds for every setting, with what is wrong about it. Raises SettingsError for a file that is not TOML."""
    return [_held_or_problem(setting) for setting in SETTINGS]


def _held_or_problem(setting: Setting) -> Held:
    value, origin = _said(setting)
    try:
        return held(setting)
    except SettingsError as problem:
        return Held(setting, str(value), origin, problem)


def _said(setting: Setting) -> tuple[object, str]:
    """What is said of a setting and where; what is empty says nothing."""
    if value := os.environ.get(setting.variable, "").strip():
        return value, setting.variable
    path = settings_file()
    value = written_settings(path).get(setting.name, "")
    return (value, str(path)) if value != "" else ("", "")


def unknown_settings() -> list[SettingsError]:
    """A complaint about each name in the file that is no setting. Raises SettingsError for a file that is not TOML."""
    path = settings_file()
    return [
        SettingsError(
            _("There is no setting “{name}”, which stands in {path}.").format(name=name, path=path), _instead_of(name)
        )
        for name in written_settings(path)
        if name not in {setting.name for setting in SETTINGS}
    ]


def checked(setting: Setting, value: object, origin: str = "") -> str:
    """The value that is meant by `value`, which stands in `origin`. Raises SettingsError where it makes no sense."""
    plain = isinstance(value, str | int) and not isinstance(value, bool)
    read = setting.read(str(value).strip()) if plain else None
    if read and (not setting.values or read in setting.values):
        return read
    message = (
        _("“{value}” makes no sense for {name}, in {origin}.") if origin else _("“{value}” makes no sense for {name}.")
    )
    advice = (
        _("It is one of: {values}.").format(values=", ".join(setting.values))
        if setting.values
        else _("It is for: {about}.").format(about=_(setting.about))
    )
    raise SettingsError(message.format(value=value, name=setting.name, origin=origin), advice)


def change_setting(setting: Setting, typed: str) -> tuple[str, Held]:
    """Writes a value into the settings file; gives back which, and what holds now. Raises SettingsError."""
    from medsearch.settings.file import write_setting

    value = checked(setting, typed) if typed.isprintable() else checked(setting, None)
    if setting.read is _folder:
        value = str(Path(value).absolute())  # the file holds wherever the user stands
    write_setting(settings_file(), setting.name, value)
    return value, held(setting)


def forget_setting(name: str) -> bool:
    """Takes a setting out of the settings file; False where it is not in it. Raises SettingsError."""
    from medsearch.settings.file import remove_setting

    path = settings_file()
    if name not in written_settings(path):
        find_setting(name)
        return False
    return remove_setting(path, name)


def settings_file() -> Path:
    """The file that the settings stand in; it need not be there."""
    return settings_folder() / FILE


def settings_folder() -> Path:
    """The folder of the user's settings, in the platform's place."""
    from platformdirs import user_config_path

    return user_config_path("medsearch", appauthor=False, roaming=True)


def data_folder() -> Path:
    """The folder of what medsearch keeps for the user, in the platform's place."""
    from platformdirs import user_data_path

    return user_data_path("medsearch", appauthor=False, roaming=True)


def written_settings(path: Path) -> Mapping[str, Any]:
    """What stands in the file of the settings; nothing where there is none. Raises SettingsError."""
    try:
        state = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError:
        return _parsed(path, 0, 0)  # which says why
    return _parsed(path, state.st_mtime_ns, state.st_size)


# A process that lives long (the browser, a watch) shall see what is changed meanwhile.
@lru_cache(maxsize=4)
def _parsed(path: Path, _modified: int, _size: int) -> Mapping[str, Any]:
    from medsearch.settings.file import read_file  # only who has such a file pays for it

    return read_file(path)


def _instead_of(name: str) -> str:
    """What settings there are, the one that is written nearly so first."""
    from difflib import get_close_matches

    names = [setting.name for setting in SETTINGS]
    there_are = _("There are: {names}.").format(names=", ".join(names))
    nearest = get_close_matches(name.lower(), names, n=1)
    return f"{_('Did you mean {name}?').format(name=nearest[0])} {there_are}" if nearest else there_are
