"""The `medsearch` command."""

import gc
import sys


def main() -> None:
    """Runs the command that the arguments name, and ends the process with its exit code."""
    try:
        from medsearch.cli.running import run
    except KeyboardInterrupt:  # before anything was begun
        sys.exit(130)
    # A query is over before collecting garbage pays: 7 % of its time. Indexing is collected now and then all the same.
    gc.set_threshold(100_000, 20, 20)
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
