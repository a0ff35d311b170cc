"""python -m tests.relevance [--half known] [--misses]: how well queries are answered.

Beside other engines as they come, and without each step that medsearch takes.
"""

import argparse
from itertools import chain

from tests.relevance.judged import KINDS, KNOWN, UNSEEN, Half
from tests.relevance.measures import Scores, measure
from tests.relevance.peers import peers
from tests.relevance.variants import whole, without_a_part_of_the_index, without_a_step
from tests.relevance.words import print_words


def main() -> None:
    """Prints the tables of one half or both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=["known", "unseen"], help="only this half of the set")
    parser.add_argument("--misses", action="store_true", help="the queries of the known half that are answered worst")
    options = parser.parse_args()
    halves = [half for half in (KNOWN, UNSEEN) if options.half in (None, half.name)]
    for half in halves:
        _print_half(half)
        print_words(half)
    if options.misses:
        _print_misses(KNOWN)


def _print_half(half: Half) -> None:
    items, queries = half.items(), half.queries()
    print(f"{half.name}: {len(queries)} queries over {len(items)} agenda items")
    found = measure(queries, whole(items))
    print(f"{'':38}  nDCG@10     MRR  Recall@20  no hit")
    for kind in KINDS:
        _print_line(kind, found[kind])
    _print_line("medsearch", found[""])
    for name, answer in peers(items):
        _print_line(name, measure(queries, answer)[""])
    print("medsearch without")
    for name, answer in chain(without_a_part_of_the_index(items), without_a_step(items)):
        _print_line(f"  {name}", measure(queries, answer)[""])
    print()


def _print_line(name: str, scores: Scores) -> None:
    print(f"{name:38} {scores.ndcg:8.3f} {scores.mrr:7.3f} {scores.recall:10.3f} {scores.empty:7.1%}")


def _print_misses(half: Half) -> None:
    answer = whole(half.items())
    scored = sorted((measure([query], answer)[""].ndcg, query) for query in half.queries())
    for ndcg, query in scored[:40]:
        print(f"{ndcg:.2f} {query.kind}: {query.text}")
        for rank, hit in enumerate(answer(query.text)[:10], start=1):
            print(f"     {rank:2} {query.relevant.get(hit, 0)} {hit}")
        print("     missed:", {hit: grade for hit, grade in query.relevant.items() if hit not in answer(query.text)})


if __name__ == "__main__":
    main()
