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


def _count(typed: str) -> str | None:
    return typed if typed.isdecimal() and int(typed) > 0 else None


SETTINGS = (
    Setting("language", "MEDSEARCH_LANG", "", later("the language of medsearch"), ("da", "en"), known_language),
    Setting("index", "MEDSEARCH_INDEX", "", later("the folder of the index")),
    Setting("limit", "MEDSEARCH_LIMIT", "10", later("hits on a page"), (), _count),
    Setting("sort", "MEDSEARCH_SORT", "relevance", later("the order of hits"), ORDERS),
    Setting("pager", "MEDSEARCH_PAGER", "", later("the program that shows long answers; never: none")),
    Setting("links", "MEDSEARCH_LINKS", "auto", later("file names that can be clicked"), ("auto", "always", "never")),
    Setting("theme", "MEDSEARCH_THEME", "dark", later("the colours of the browser"), ("dark", "light")),
    Setting("viewer", "MEDSEARCH_VIEWER", "", later("the program that opens a file, with {file} and {page}")),
)


def setting(name: str) -> str:
    """The value that holds for the setting `name`; "" where the system decides. Raises SettingsError."""
    return held(next(setting for setting in SETTINGS if setting.name == name)).value


def held(setting: Setting) -> Held:
    """What holds for a setting, and where it comes from. Raises SettingsError for what makes no sense."""
    if value := os.environ.get(setting.variable):
        return Held(setting, _checked(setting, value, setting.variable), setting.variable)
    path = settings_file()
    if setting.name in (written := _written(path)):
        return Held(setting, _checked(setting, written[setting.name], str(path)), str(path))
    return Held(setting, setting.default)


def all_held() -> list[Held]:
    """What holds for every setting. Raises SettingsError, also for names in the file that are no settings."""
    unknown = set(_written(settings_file())) - {setting.name for setting in SETTINGS}
    if unknown:
        raise SettingsError(
            _("There is no setting “{name}”, which stands in {path}.").format(name=min(unknown), path=settings_file()),
            _("There are: {names}.").format(names=", ".join(setting.name for setting in SETTINGS)),
        )
    return [held(setting) for setting in SETTINGS]


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


@lru_cache(maxsize=4)
def _written(path: Path) -> Mapping[str, Any]:
    """What stands in the file of the settings; nothing where there is none."""
    if not path.is_file():
        return {}
    import tomllib  # only who has such a file pays for it

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            _("The settings in {path} cannot be read: {error}.").format(path=path, error=error),
            _('Write a line for each setting, as in: language = "da"'),
        ) from None


def _checked(setting: Setting, value: object, origin: str) -> str:
    plain = isinstance(value, str | int) and not isinstance(value, bool)
    read = setting.read(str(value)) if plain else None
    if read is None or (setting.values and read not in setting.values):
        may_be = _("It is one of: {values}.").format(values=", ".join(setting.values)) if setting.values else ""
        raise SettingsError(
            _("“{value}” makes no sense for {name}, in {origin}.").format(
                value=value, name=setting.name, origin=origin
            ),
            may_be or _("It is for: {about}.").format(about=_(setting.about)),
        )
    return read
