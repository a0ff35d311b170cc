"""`make formats`: the share of fields read right, by layout family, on the documents known and on those set aside.

With -v it also prints every field that is wrong; with -v and names of families, of these alone.
"""

import sys
from collections import defaultdict

from tests.formats.measuring import BESIDES, FIELDS, Tally, documents, measure


def main(arguments: list[str]) -> None:
    """Prints the figures of both sets; `arguments` as told above, and `--known` to leave the set aside unseen."""
    verbose, known_only = "-v" in arguments, "--known" in arguments
    wanted = [argument for argument in arguments if argument[0] != "-"]
    for folder in ("known",) if known_only else ("known", "unseen"):
        _print_set(folder, verbose=verbose, wanted=wanted)


def _print_set(folder: str, *, verbose: bool, wanted: list[str]) -> None:
    families: dict[str, Tally] = defaultdict(Tally)
    for family, document in documents(folder):
        if not wanted or family in wanted:
            families[family].add(measure(document))
    total = Tally()
    print(f"\n{folder:22}{'fields':>8}{'right':>8}   participants, absent, attachments")
    for family, tally in families.items():
        total.add(tally)
        print(_line(family, tally))
        for wrong in tally.wrong if verbose else ():
            print(f"    {wrong}")
    print(_line(f"all of {folder}", total))
    print("  " + "  ".join(f"{name} {total.share([name]):.1%}" for name in FIELDS))


def _line(name: str, tally: Tally) -> str:
    asked = sum(tally.asked[field] for field in FIELDS)
    return f"{name:22}{asked:8}{tally.share():8.1%}{tally.share(BESIDES):11.1%}"


main(sys.argv[1:])
