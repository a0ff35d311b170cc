"""Keeps the Danish catalogue in step with the code: python -m tools.texts

It gathers every text that users see, writes those that are new into `medsearch.po` (where somebody translates them),
drops those that are gone, and compiles it, which is what the program reads. It says what is left to do.
"""

import io
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from medsearch.texts import CLICK_DOMAIN, DOMAIN, FOLDER
from tools.gathering import CLICK_TEXTS, gather
from tools.unmarked import find_unmarked

PO = FOLDER / "da" / "LC_MESSAGES" / f"{DOMAIN}.po"
MO = PO.with_suffix(".mo")
CLICK_MO = PO.with_name(f"{CLICK_DOMAIN}.mo")

_WIDTH = 120
# Lines of the head that say nothing here, or something else with another Babel.
_NO_USE = re.compile(rb'"(?:Project-Id-Version|Report-Msgid-Bugs-To|Generated-By): .*\n')


def main() -> int:
    """Writes the catalogue anew; 1 where a text has no Danish or is shown without a mark."""
    catalogue = updated(read_catalogue())
    write(catalogue)
    lacking = untranslated(catalogue)
    unmarked = find_unmarked()
    for text in lacking:
        print(f"no Danish: {text}")
    for found in unmarked:
        print(f"not marked: {found.path}:{found.line}: {found.text}")
    print(f"{len(catalogue)} texts, {len(lacking)} without Danish, {len(unmarked)} shown without a mark")
    return 1 if lacking or unmarked else 0


def read_catalogue(path: Path = PO) -> Catalog:
    """The catalogue as it stands in a .po."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale="da", domain=DOMAIN)
    # Babel leaves out empty lines of the words about the catalogue, and what they are indented by.
    catalogue.header_comment = path.read_text(encoding="utf-8").partition('msgid ""')[0].rstrip()
    return catalogue


def updated(old: Catalog) -> Catalog:
    """The texts of the code as they are now, with the Danish that `old` has for them, and the words at its top."""
    new = Catalog(
        locale="da",
        domain=DOMAIN,
        header_comment=old.header_comment,
        language_team="Danish",
        last_translator="medsearch",
        creation_date=old.creation_date,
        revision_date=old.revision_date,
        fuzzy=False,
    )
    for found in gather():
        known = old.get(found.text)
        new.add(
            (found.text, found.many) if found.many else found.text,
            _danish(known, plural=bool(found.many)),
            locations=[(found.path, 0)],
            user_comments=known.user_comments if known else (),
        )
    return new


def write(catalogue: Catalog) -> None:
    """Writes a catalogue, and compiles it: all of it, and what click asks for."""
    PO.write_bytes(as_po(catalogue))
    MO.write_bytes(as_mo(catalogue))
    CLICK_MO.write_bytes(as_mo(of_click(catalogue)))


def of_click(catalogue: Catalog) -> Catalog:
    """The texts of click alone."""
    alone = Catalog(locale="da", domain=CLICK_DOMAIN, fuzzy=False)
    for message in catalogue:
        if message.id and _key(message) in CLICK_TEXTS:
            alone.add(message.id, message.string)
    return alone


def as_po(catalogue: Catalog) -> bytes:
    """A catalogue as the text of a .po; that of the same catalogue is always the same."""
    written = io.BytesIO()
    write_po(written, catalogue, width=_WIDTH, include_lineno=False, ignore_obsolete=True)
    return _NO_USE.sub(b"", written.getvalue(), count=3)


def as_mo(catalogue: Catalog) -> bytes:
    """A catalogue as the content of a .mo."""
    written = io.BytesIO()
    write_mo(written, catalogue)
    return written.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    """The texts that have no Danish, or no Danish for one or for many."""
    return [_key(message) for message in catalogue if message.id and not all(_forms(message))]


def _danish(known: Message | None, *, plural: bool) -> str | tuple[str, ...]:
    forms = _forms(known) if known and not known.fuzzy else ("",)
    return (forms[0], forms[-1] if len(forms) > 1 else "") if plural else forms[0]


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


if __name__ == "__main__":
    sys.exit(main())
