"""The `medsearch` command."""

import sys


def main() -> None:
    """Runs the command that the arguments name, and ends the process with its exit code."""
    from medsearch.cli.running import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
