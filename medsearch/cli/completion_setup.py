"""Installs the script by which a shell asks for completions. The scripts, and where they go, are typer's."""

import os
from pathlib import Path, PurePath

from medsearch.cli.shells import SHELLS
from medsearch.errors import UsageError
from medsearch.texts import _

_PROGRAM = "medsearch"
_VARIABLE = "_MEDSEARCH_COMPLETE"

# zsh loads the script at the first Tab: typer's only says then who answers the next one.
_ANSWERING_AT_ONCE = """
[[ $zsh_eval_context[-1] == loadautofunc ]] && _medsearch_completion "$@"
"""


def install_completion() -> Path:
    """Installs it for the shell that this runs in; gives back where. Raises UsageError for an unknown shell."""
    from typer._completion_shared import install

    shell, path = install(shell=_shell(), prog_name=_PROGRAM, complete_var=_VARIABLE)
    if shell == "zsh":
        with path.open("a", encoding="utf-8") as file:
            file.write(_ANSWERING_AT_ONCE)
    return path


def completion_script() -> str:
    """What would be installed. Raises UsageError for an unknown shell."""
    from typer._completion_shared import get_completion_script

    return get_completion_script(prog_name=_PROGRAM, complete_var=_VARIABLE, shell=_shell())


def _shell() -> str:
    """The shell that this runs in, else that of the user."""
    import shellingham  # type: ignore[import-untyped]

    try:
        name: str = shellingham.detect_shell()[0]
    except (shellingham.ShellDetectionFailure, NotImplementedError):
        name = PurePath(os.environ.get("SHELL", "")).name
    if name not in SHELLS:
        raise UsageError(
            _("There is no completion for this shell ({name}).").format(name=name or _("unknown")),
            _("It works in: {names}.").format(names=", ".join(SHELLS)),
        )
    return name
