"""The commands: each reads its options, asks one object of the library, hands the answer to one renderer."""

COMMANDS = (
    "index",
    "query",
    "browse",
    "show",
    "related",
    "case",
    "open",
    "saved",
    "facets",
    "status",
    "inspect",
    "config",
    "help",
)
"""Every command, in the order of the help: a module of `medsearch.cli.commands` that holds it under the same name."""
