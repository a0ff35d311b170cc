"""Makes an archive of any size: minutes with the word statistics of natural text (Zipf), of invented committees."""

import datetime as dt
import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from medsearch.documents import read_document
from medsearch.language.words import tokens

ITEMS_A_MEETING = 10
WORDS_AN_ITEM = 200
_VOCABULARY = 60_000
_COMMITTEES = 60
_MONTHS = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
]
_OUTCOMES = ("Godkendt.", "Taget til efterretning.", "Drøftet.", "Punktet blev udsat.", "Tiltrådt.")


def write_archive(folder: Path, items: int, sample: Path, seed: int = 1) -> None:
    """Writes text files with `items` agenda items into `folder`; the words come from the minutes in `sample`."""
    chance = random.Random(seed)
    words = _Words(sample, chance)
    for number in range(items // ITEMS_A_MEETING):
        name, text = _meeting(number, words, chance)
        (folder / name).write_text(text, encoding="utf-8")


class _Words:
    """Words drawn as often as Zipf's law has it: those of the sample, then compounds made of them."""

    def __init__(self, sample: Path, chance: random.Random) -> None:
        self._chance = chance
        known = _by_frequency(sample)
        longer = [word for word in known if len(word) > 4]
        while len(known) < _VOCABULARY:
            known.append(chance.choice(longer) + chance.choice(["", "s", "s"]) + chance.choice(longer))
        self._words = known
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(known))))

    def draw(self, count: int) -> list[str]:
        """`count` words of running text."""
        return self._chance.choices(self._words, cum_weights=self._weights, k=count)

    def sentences(self, count: int) -> str:
        """About `count` words in sentences."""
        drawn = self.draw(count)
        lengths = range(0, count, 14)
        return " ".join(f"{' '.join(drawn[start : start + 14]).capitalize()}." for start in lengths)


def _by_frequency(sample: Path) -> list[str]:
    counts: dict[str, int] = {}
    for path in sorted(sample.glob("*.txt")):
        for token in tokens(read_document(path).text):
            counts[token.written] = counts.get(token.written, 0) + 1
    return sorted((word for word in counts if word.isalpha()), key=lambda word: (-counts[word], word))


def _meeting(number: int, words: _Words, chance: random.Random) -> tuple[str, str]:
    committee = f"LokalMED Område {number % _COMMITTEES}"
    day = dt.date(2016, 1, 1) + dt.timedelta(days=chance.randrange(3650))
    head = [
        f"REFERAT {committee} d. {day:%d-%m-%Y}",
        "",
        f"Mødedato d. {day.day}. {_MONTHS[day.month - 1]} {day.year} kl. 09:00",
        "",
        f"Mødested Mødelokale {chance.randrange(20)}",
        "",
        f"Mødedeltagere {', '.join(' '.join(words.draw(2)).title() for _ in range(8))}",
        "",
    ]
    first = number * ITEMS_A_MEETING % 90 + 1
    body = [line for n in range(first, first + ITEMS_A_MEETING) for line in _item(n, words, chance)]
    return f"{day}-{number}.txt", "\n".join([*head, *body])


def _item(number: int, words: _Words, chance: random.Random) -> Iterator[str]:
    length = max(20, round(chance.gauss(WORDS_AN_ITEM, 80)))
    yield from (f"Punkt {number}: {' '.join(words.draw(4)).capitalize()}", "")
    yield from (f"81.38.00-P35-{chance.randrange(400)}-{chance.randrange(16, 26)}", "")
    yield from ("Sagsfremstilling", "", words.sentences(length * 6 // 10), "")
    yield from ("Indstilling", "", "Udvalget indstiller,", "", words.sentences(length // 10), "")
    yield from ("Beslutning", "", words.sentences(length * 3 // 10), "", chance.choice(_OUTCOMES), "")
