"""medsearch config: the settings that hold, and where each comes from."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from medsearch.cli.options import IndexOption, JsonOption, QuietOption, VerboseOption
from medsearch.errors import ExitCode
from medsearch.texts import _

if TYPE_CHECKING:
    from medsearch.rendering.config import Place

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The name of a setting.")]

config = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@config.callback(invoke_without_command=True)
def show(
    context: typer.Context,
    index: IndexOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Print the settings that hold, where each comes from, and where medsearch keeps things."""
    if context.invoked_subcommand:
        return ExitCode.DONE
    from medsearch.archive.index_folder import find_index
    from medsearch.cli.console import Talk, output
    from medsearch.errors import SettingsError
    from medsearch.rendering.config import config_shape, print_config
    from medsearch.settings import all_held, unknown_settings

    settings = all_held()
    problems = [held.problem for held in settings if held.problem] + unknown_settings()
    try:
        places = _places(find_index(index))
    except SettingsError:  # which is among the problems
        places = _places(None)
    if as_json:
        from medsearch.rendering.shapes import to_json

        print(to_json(config_shape(settings, places)))
    else:
        print_config(settings, places, output())
    for problem in problems:
        Talk().warn(f"{problem.message} {problem.advice}")
    return ExitCode.WRONG_USAGE if problems else ExitCode.DONE


@config.command("set")
def set_value(
    name: NameArgument,
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What it shall be.")],
    quiet: QuietOption = False,
) -> int:
    """Set a setting, for all commands from now on."""
    from medsearch.cli.console import Talk
    from medsearch.settings import change_setting, find_setting, settings_file

    setting = find_setting(name)
    chosen, now = change_setting(setting, value)
    talk = Talk(quiet)
    talk.say(
        _("{name} is {value} from now on; it stands in {path}.").format(name=name, value=chosen, path=settings_file())
    )
    if now.origin == setting.variable:
        talk.warn(
            _("{variable} in the environment comes before it: it says {value}.").format(
                variable=setting.variable, value=now.value
            )
        )
    return ExitCode.DONE


@config.command("unset")
def unset(name: NameArgument, quiet: QuietOption = False) -> int:
    """Take a setting out of the settings file, so that it is as medsearch comes."""
    from medsearch.cli.console import Talk
    from medsearch.settings import forget_setting, settings_file

    said = _("Taken out of {path}: {name}") if forget_setting(name) else _("{path} says nothing of {name}.")
    Talk(quiet).say(said.format(path=settings_file(), name=name))
    return ExitCode.DONE


def _places(index: Path | None) -> "list[Place]":
    """Where the settings, the index, the synonyms and the saved searches lie, or would lie."""
    from medsearch.archive.manifest import has_manifest
    from medsearch.archive.synonyms import synonym_files
    from medsearch.rendering.config import Place
    from medsearch.search.saved.file import saved_file
    from medsearch.settings import settings_file

    places = [Place("file", settings_file(), settings_file().exists())]
    if index:
        places.append(Place("index", index, has_manifest(index)))
        places += [Place("synonyms", path, path.is_file()) for path in synonym_files(index)]
    return [*places, Place("saved", saved_file(), saved_file().is_file())]
