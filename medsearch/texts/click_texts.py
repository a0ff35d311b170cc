"""Texts of click and typer that can be seen here. They ask the catalogue of medsearch for them (`cli/running.py`).

The program imports this nowhere: `tools/texts.py` reads it. Several wordings of the same are those of several versions
of click.
"""

TEXTS = (
    # What the page of a command's help is made of.
    "Usage:",
    "Options",
    "Arguments",
    "Positional arguments",
    "Commands",
    "Show this message and exit.",
    "Install completion for the current shell.",
    "Show completion for the current shell, to copy it or customize the installation.",
    "required",
    "default: {default}",
    "env var: {env_var}",
    "env var: {var}",
    "(dynamic)",
    # What was typed wrong.
    "Missing command.",
    "Missing argument",
    "Missing option",
    "Missing parameter",
    "Missing {param_type}",
    "Missing parameter: {param_name}",
    "No such command {name!r}.",
    "No such option: {name}",
    "No such option {name!r}.",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    "{value!r} is not a valid boolean.",
    "{value!r} is not a valid boolean. Recognized values: {states}",
    "Option {name!r} does not take a value.",
    "Argument {name!r} takes {nargs} values.",
    "{name} {filename!r} does not exist.",
    "{name} {filename!r} is a file.",
    "{name} {filename!r} is a directory.",
    "{name} {filename!r} is not readable.",
    "{name} {filename!r} is not writable.",
    "Could not open file {filename!r}: {message}",
    "file",
    "directory",
    "path",
    "Aborted!",
)
"""As they stand in gettext's `_`, or in a parameter's help."""

COUNTED = (
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
"""For one and for many, as they stand in `ngettext`."""

PLAIN = ("[OPTIONS]", "COMMAND [ARGS]...", "[COMMAND] [ARGS]...")
"""Texts that click itself does not translate: `cli/app.py` does."""
