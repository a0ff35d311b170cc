"""Items and file records as bytes, for engines that keep them: compressed JSON, readable without this package."""

import datetime as dt
import json
import zlib
from dataclasses import asdict
from typing import Any

from medsearch.engines.port import FileStatus, SourceRecord
from medsearch.model import AgendaItem, CaseNumber, Meeting, Outcome, Section, SectionName


def dump_item(item: AgendaItem) -> bytes:
    """An item as bytes."""
    return _pack(asdict(item))


def load_item(data: bytes) -> AgendaItem:
    """The item that `dump_item` made `data` from."""
    fields = _unpack(data)
    number, outcome = fields["case_number"], fields["outcome"]
    return AgendaItem(
        id=fields["id"],
        meeting=_meeting(fields["meeting"]),
        place=fields["place"],
        number=fields["number"],
        title=fields["title"],
        case_number=CaseNumber(**number) if number else None,
        closed=fields["closed"],
        outcome=Outcome(outcome) if outcome else None,
        absent=tuple(fields["absent"]),
        attachments=tuple(fields["attachments"]),
        details=tuple(fields["details"]),
        sections=tuple(map(_section, fields["sections"])),
    )


def dump_record(record: SourceRecord) -> bytes:
    """A file record as bytes."""
    return _pack(record._asdict())


def load_record(data: bytes) -> SourceRecord:
    """The record that `dump_record` made `data` from."""
    fields = _unpack(data)
    fields |= {"status": FileStatus(fields["status"]), "warnings": tuple(fields["warnings"])}
    fields["meetings"] = tuple((committee, day, items) for committee, day, items in fields["meetings"])
    fields["scanned"] = tuple(fields.get("scanned", ()))
    return SourceRecord(**fields)


def _section(fields: dict[str, Any]) -> Section:
    day = fields["date"]
    return Section(
        SectionName(fields["name"]),
        fields["heading"],
        fields["text"],
        fields["committee"],
        dt.date.fromisoformat(day) if day else None,
    )


def _meeting(fields: dict[str, Any]) -> Meeting:
    day, time, ended = fields["date"], fields["time"], fields["ended"]
    return Meeting(
        committee=fields["committee"],
        kind=fields["kind"],
        date=dt.date.fromisoformat(day) if day else None,
        time=dt.time.fromisoformat(time) if time else None,
        ended=dt.time.fromisoformat(ended) if ended else None,
        place=fields["place"],
        participants=tuple(fields["participants"]),
        absent=tuple(fields["absent"]),
    )


def _pack(fields: dict[str, Any]) -> bytes:
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return zlib.compress(text.encode("utf-8", errors="surrogatepass"), level=1)


def _unpack(data: bytes) -> dict[str, Any]:
    fields: dict[str, Any] = json.loads(zlib.decompress(data).decode("utf-8", errors="surrogatepass"))
    return fields


def _plain(value: object) -> str:
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    raise TypeError(f"{value!r} cannot be stored")
