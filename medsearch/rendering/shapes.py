"""The JSON that scripts rely on: keys and their meaning do not change."""

import json
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from medsearch.model import AgendaItem, Meeting, Minutes, Section, SectionName
from medsearch.rendering.harmless import harmless_json
from medsearch.search.answers import Answer, Explanation, FacetCount, Hit, Snippet

if TYPE_CHECKING:
    from medsearch.archive.status import Status
    from medsearch.archive.updating import Report
    from medsearch.documents import Document
    from medsearch.engines.port import SourceRecord
    from medsearch.search.threads import Entry, Thread


def to_json(shape: dict[str, Any], *, indent: int | None = 2) -> str:
    """A shape as text that is safe to print."""
    # A stream without an encoding (the browser's) leads to files, which are UTF-8.
    in_unicode = (getattr(sys.stdout, "encoding", "utf-8") or "").lower().startswith("utf")
    return harmless_json(json.dumps(shape, ensure_ascii=not in_unicode, indent=indent))


def answer_shape(answer: Answer) -> dict[str, Any]:
    """What `query --json` prints."""
    return {
        "query": answer.query,
        "searched_as": answer.searched_as,
        "total": answer.total,
        "took_ms": answer.took_ms,
        "hits": [hit_shape(hit) for hit in answer.hits],
        "facets": facets_shape(answer.facets),
    }


def facets_shape(facets: Mapping[str, tuple[FacetCount, ...]]) -> dict[str, Any]:
    """What `facets --json` prints."""
    return {
        name: [{"value": count.value, "count": count.number} for count in counts] for name, counts in facets.items()
    }


def item_shape(item: AgendaItem, copies: tuple[str, ...]) -> dict[str, Any]:
    """What `show --json` prints: an item as `inspect` gives it, with its meeting and file, and where it stands too."""
    return {"source": item.source, **_meeting(item.meeting), **_item(item), "copies": list(copies)}


def minutes_shape(minutes: Minutes, document: "Document") -> dict[str, Any]:
    """What `inspect --json` prints."""
    return {
        "source": minutes.source,
        "warnings": [*document.warnings, *minutes.warnings],
        "meetings": _meetings(minutes),
    }


def meetings_shape(minutes: Minutes) -> dict[str, Any]:
    """What `show --meeting --json` prints: the meetings as `inspect` gives them."""
    return {"source": minutes.source, "meetings": _meetings(minutes)}


def status_shape(status: "Status") -> dict[str, Any]:
    """What `status --json` prints."""
    return {
        "engine": status.engine,
        "items": status.items,
        "files": {kind.value: count for kind, count in status.files.items()},
        "committees": [
            {
                "value": committee.value,
                "items": committee.items,
                "meetings": committee.meetings,
                "first": committee.first,
                "last": committee.last,
                "gaps": [{"from": gap.last, "to": gap.next} for gap in committee.gaps],
            }
            for committee in status.committees
        ],
        "failures": [_unread(record) for record in status.failures],
        "skipped": [_unread(record) for record in status.skipped],
        "warnings": [{"source": record.source, "warnings": list(record.warnings)} for record in status.warned],
        "look_at": [{"source": look.source, "reasons": list(look.reasons)} for look in status.look_at],
        "copies": [
            {"committee": copy.committee, "date": copy.date, "sources": list(copy.sources)} for copy in status.copies
        ],
        "years": [{"value": year.value, "items": year.items, "meetings": year.meetings} for year in status.years],
        "meetings": [
            {"committee": committee.value, "date": meeting.date, "items": meeting.items}
            for committee in status.committees
            for meeting in committee.held
        ],
        "folders": list(status.folders),
        "bytes": status.bytes,
    }


def _unread(record: "SourceRecord") -> dict[str, Any]:
    return {"source": record.source, "reason": record.reason, "advice": record.advice}


def report_shape(report: "Report") -> dict[str, Any]:
    """What `index --json` prints."""
    files = {name: getattr(report, name) for name in ("new", "changed", "unchanged", "removed", "failed", "skipped")}
    return {"files": files, "items": report.items, "seconds": report.seconds}


def hit_shape(hit: Hit) -> dict[str, Any]:
    """A hit, as one of `hits` of `query --json` and as a line of `--format ndjson`."""
    item = hit.item
    explained = {"explanation": _explanation(hit.explanation)} if hit.explanation else {}
    return {
        "rank": hit.rank,
        "score": hit.score,
        "id": item.id,
        "source": item.source,
        "number": item.number,
        "title": item.title,
        "committee": item.meeting.committee,
        "date": item.meeting.date.isoformat() if item.meeting.date else None,
        "case_number": item.case_number.printed if item.case_number else None,
        "outcome": item.outcome,
        "closed": item.closed,
        "snippets": [_snippet(snippet) for snippet in hit.snippets],
        "copies": list(hit.copies),
        **explained,
    }


def thread_shape(thread: "Thread") -> dict[str, Any]:
    """What `case --json` and `related --json` print."""
    return {
        "item": thread.subject.id if thread.subject else None,
        "case_number": thread.case_number,
        "total": len(thread.entries),
        "items": [entry_shape(rank, entry) for rank, entry in enumerate(thread.entries, start=1)],
    }


def entry_shape(rank: int, entry: "Entry") -> dict[str, Any]:
    """An item of a thread, as one of `items` of `related --json` and as a line of `--format ndjson`."""
    item = entry.item
    return {
        "rank": rank,
        "id": item.id,
        "source": item.source,
        "number": item.number,
        "title": item.title,
        "committee": item.meeting.committee,
        "date": item.meeting.date.isoformat() if item.meeting.date else None,
        "case_number": item.case_number.printed if item.case_number else None,
        "outcome": item.outcome,
        "closed": item.closed,
        "decision": entry.decision or None,
        "by": entry.by,
        "words": list(entry.words),
    }


def _explanation(explanation: Explanation) -> dict[str, Any]:
    return {
        "reasons": [
            {
                "word": reason.word,
                "way": reason.way.value,
                "forms": list(reason.forms),
                "sections": [section or "title" for section in reason.sections],
                "score": reason.score,
            }
            for reason in explanation.reasons
        ],
        "all_words": explanation.all_words,
        "formality": explanation.formality,
    }


def _snippet(snippet: Snippet) -> dict[str, Any]:
    return {
        "section": snippet.section,
        "heading": snippet.heading,
        "text": snippet.text,
        "highlights": [list(span) for span in snippet.highlights],
    }


def _meetings(minutes: Minutes) -> list[dict[str, Any]]:
    return [
        {**_meeting(meeting), "absent": list(meeting.absent), "items": [_item(item) for item in items]}
        for meeting, items in minutes.meetings()
    ]


def _meeting(meeting: Meeting) -> dict[str, Any]:
    return {
        "committee": meeting.committee,
        "kind": meeting.kind,
        "date": meeting.date.isoformat() if meeting.date else None,
        "time": f"{meeting.time:%H:%M}" if meeting.time else None,
        "ended": f"{meeting.ended:%H:%M}" if meeting.ended else None,
        "place": meeting.place,
        "participants": list(meeting.participants),
    }


def _item(item: AgendaItem) -> dict[str, Any]:
    return {
        "id": item.id,
        "number": item.number,
        "title": item.title,
        "case_number": item.case_number.printed if item.case_number else None,
        "closed": item.closed,
        "outcome": item.outcome,
        "absent": list(item.absent),
        "attachments": list(item.attachments),
        "details": list(item.details),
        "sections": list(_sections(item.sections)),
    }


def _sections(sections: Iterable[Section]) -> Iterable[dict[str, Any]]:
    for section in sections:
        shape = {"name": section.name, "heading": section.heading, "text": section.text}
        if section.name is SectionName.DECISION:
            shape |= {"committee": section.committee, "date": section.date.isoformat() if section.date else None}
        yield shape
