"""Other engines as they come, with their Danish where they have one. Each gets all that is known of an item as a text.

Any word of a query may hit, as with medsearch: requiring all of them finds much less.
"""

import importlib
import re
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from medsearch.model import AgendaItem
from tests.relevance.measures import Answering

_MOST = 20
_DEBIAN = "/usr/lib/python3/dist-packages"  # where python3-xapian lies


def peers(items: Sequence[AgendaItem]) -> Iterator[tuple[str, Answering]]:
    """The engines that are installed, each with what answers a query."""
    texts = [(item.id, whole_text(item)) for item in items]
    makers: tuple[tuple[str, Callable[[Any], Answering]], ...] = (
        ("Whoosh, standard", lambda texts: _whoosh(texts, None)),
        ("Whoosh, Danish", lambda texts: _whoosh(texts, "da")),
        ("SQLite FTS5", _fts5),
        ("tantivy, Danish", _tantivy),
        ("Xapian, Danish", _xapian),
    )
    for name, make in makers:
        try:
            yield name, make(texts)
        except ImportError:
            continue


def whole_text(item: AgendaItem) -> str:
    """All that is known of an item."""
    meeting = item.meeting
    day = f"{meeting.date:%Y-%m-%d} {meeting.date:%d-%m-%Y}" if meeting.date else ""
    number = item.case_number.printed if item.case_number else ""
    people = ", ".join((*meeting.participants, *meeting.absent, *item.absent))
    return "\n".join((item.title or "", item.text(), meeting.committee or "", day, number, people))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _whoosh(texts: Sequence[tuple[str, str]], language: str | None) -> Answering:
    from whoosh import analysis, fields, index, qparser

    analyzer = analysis.LanguageAnalyzer(language) if language else analysis.StandardAnalyzer()
    schema = fields.Schema(id=fields.STORED, text=fields.TEXT(analyzer=analyzer))
    made = index.create_in(tempfile.mkdtemp(), schema)
    writer = made.writer()
    for address, text in texts:
        writer.add_document(id=address, text=text)
    writer.commit()
    parser = qparser.QueryParser("text", schema, group=qparser.OrGroup)
    searcher = made.searcher()
    return lambda query: [hit["id"] for hit in searcher.search(parser.parse(" ".join(_words(query))), limit=_MOST)]


def _fts5(texts: Sequence[tuple[str, str]]) -> Answering:
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table items using fts5(id unindexed, text, tokenize = 'unicode61')")
    database.executemany("insert into items values (?, ?)", texts)

    def answer(query: str) -> list[str]:
        match = " OR ".join(f'"{word}"' for word in _words(query))
        rows = database.execute("select id from items where items match ? order by rank limit ?", (match, _MOST))
        return [address for (address,) in rows]

    return answer


def _tantivy(texts: Sequence[tuple[str, str]]) -> Answering:
    import tantivy

    schema = tantivy.SchemaBuilder().add_text_field("id", stored=True, tokenizer_name="raw")
    made = tantivy.Index(schema.add_text_field("text", tokenizer_name="da").build())
    danish = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
    danish = danish.filter(tantivy.Filter.stopword("danish")).filter(tantivy.Filter.stemmer("danish"))
    made.register_tokenizer("da", danish.build())
    writer = made.writer()
    for address, text in texts:
        writer.add_document(tantivy.Document(id=address, text=text))
    writer.commit()
    made.reload()
    searcher = made.searcher()

    def answer(query: str) -> list[str]:
        parsed = made.parse_query(" ".join(_words(query)), ["text"])
        found = searcher.search(parsed, _MOST).hits
        return [searcher.doc(address)["id"][0] for _, address in found]

    return answer


def _xapian(texts: Sequence[tuple[str, str]]) -> Answering:
    xapian = _import_xapian()
    database = xapian.WritableDatabase("", xapian.DB_BACKEND_INMEMORY)
    generator, stemmer = xapian.TermGenerator(), xapian.Stem("danish")
    generator.set_stemmer(stemmer)
    for address, text in texts:
        document = xapian.Document()
        document.set_data(address)
        generator.set_document(document)
        generator.index_text(text)
        database.add_document(document)
    parser = xapian.QueryParser()
    parser.set_stemmer(stemmer)
    parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
    parser.set_default_op(xapian.Query.OP_OR)

    def answer(query: str) -> list[str]:
        enquire = xapian.Enquire(database)
        enquire.set_query(parser.parse_query(" ".join(_words(query))))
        return [match.document.get_data().decode() for match in enquire.get_mset(0, _MOST)]

    return answer


def _import_xapian() -> Any:
    try:
        return importlib.import_module("xapian")
    except ImportError:
        if not Path(_DEBIAN, "xapian").exists():
            raise
    sys.path.append(_DEBIAN)
    try:
        return importlib.import_module("xapian")
    finally:
        sys.path.remove(_DEBIAN)
