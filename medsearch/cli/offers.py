"""The values that the Tab key offers, by the option or argument that they stand behind."""

from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from medsearch.cli.shells import Offer
from medsearch.texts import _, counted, language

if TYPE_CHECKING:
    from medsearch.engines.port import Engine

Offers = Callable[[click.Context], Iterable[Offer]]


def offers_for(command: str, param: str) -> Offers | None:
    """What is offered for a parameter of a command (`saved run`), by the names they have in the code."""
    return _OF_COMMANDS.get((command, param)) or _OF_ALL.get(param)


def _committees(context: click.Context) -> Iterable[Offer]:
    with closing(_engine(context)) as engine:
        return [Offer(entry.text) for entry in engine.vocabulary("committee")]


def _cases(context: click.Context) -> Iterable[Offer]:
    return sorted(_counted(context, "case_number"))


def _years(context: click.Context) -> Iterable[Offer]:
    return sorted(_counted(context, "year"), reverse=True)


def _counted(context: click.Context, facet: str) -> Iterable[Offer]:
    from medsearch.engines.port import Order
    from medsearch.query.nodes import Everything

    with closing(_engine(context)) as engine:
        counts = engine.search(Everything(), order=Order.NEWEST, limit=0, facets=(facet,)).facets[facet]
    return [Offer(value, counted(number, "item", "items")) for value, number in counts.items()]


def _hits(context: click.Context) -> Iterable[Offer]:
    """The numbers of the hits of the last query."""
    from medsearch.cli.last_hits import last_hits

    addresses = last_hits(_index(context)).addresses
    with closing(_engine(context)) as engine:
        titles = {item.id: item.title or "" for item in engine.items(list(addresses.values()))}
    return [Offer(str(number), titles[address]) for number, address in sorted(addresses.items()) if address in titles]


def _outcomes(context: click.Context) -> Iterable[Offer]:
    from medsearch.query.fields import OUTCOME_NAMES

    return [Offer(danish, "" if language() == "da" else name) for name, danish in OUTCOME_NAMES.items()]


def _sections(context: click.Context) -> Iterable[Offer]:
    from medsearch.query.fields import SECTION_BY_NAME

    if language() == "en":
        return [Offer(field) for field in dict.fromkeys(SECTION_BY_NAME.values())]
    danish: dict[str, str] = {}
    for name, field in SECTION_BY_NAME.items():
        danish.setdefault(field, name)
    return [Offer(name) for name in danish.values()]


def _orders(context: click.Context) -> Iterable[Offer]:
    from medsearch.settings import ORDERS

    return map(Offer, ORDERS)


def _saved(context: click.Context) -> Iterable[Offer]:
    from medsearch.search.saved import saved_searches

    return [Offer(search.name, search.words) for search in saved_searches()]


def _settings(context: click.Context) -> Iterable[Offer]:
    from medsearch.settings import SETTINGS

    return [Offer(setting.name, _(setting.about)) for setting in SETTINGS]


def _values(context: click.Context) -> Iterable[Offer]:
    from medsearch.settings import find_setting

    return map(Offer, find_setting(str(context.params["name"])).values)


def _topics(context: click.Context) -> Iterable[Offer]:
    from medsearch.cli.commands import COMMANDS
    from medsearch.cli.help.topics import TOPICS

    yield from (Offer(topic.name, _(topic.title)) for topic in TOPICS.values())
    yield from (Offer(name) for name in COMMANDS if name not in TOPICS)


def _index(context: click.Context) -> Path:
    from medsearch.archive.index_folder import find_index

    given = context.params.get("index")
    return find_index(Path(given) if given else None)


def _engine(context: click.Context) -> "Engine":
    from medsearch.archive.index_folder import IndexFolder

    return IndexFolder.open(_index(context)).engine


_OF_ALL: dict[str, Offers] = {
    "committee": _committees,
    "case": _cases,
    "year": _years,
    "item": _hits,
    "outcome": _outcomes,
    "section": _sections,
    "sort": _orders,
}
_OF_COMMANDS: dict[tuple[str, str], Offers] = {
    ("case", "number"): _cases,
    ("saved run", "name"): _saved,
    ("saved remove", "name"): _saved,
    ("config set", "name"): _settings,
    ("config set", "value"): _values,
    ("config unset", "name"): _settings,
    ("help", "topic"): _topics,
}
