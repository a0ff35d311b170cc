"""The library: an archive of minutes that is opened, searched and brought up to date from Python."""

from collections.abc import Collection, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypedDict, Unpack

from medsearch.archive.index_folder import IndexFolder
from medsearch.archive.manifest import read_manifest
from medsearch.archive.synonyms import read_synonyms
from medsearch.engines.port import Order
from medsearch.errors import FileGoneError, UnknownItemError
from medsearch.model import AgendaItem
from medsearch.query.filters import Filters
from medsearch.query.nodes import All, Everything, Keyword
from medsearch.search.answers import Answer, FacetCount
from medsearch.search.searching import count, find
from medsearch.search.understanding import Request
from medsearch.texts import _

if TYPE_CHECKING:
    from medsearch.archive.status import Status
    from medsearch.archive.updating import Progress, Report
    from medsearch.documents.page_of import Place
    from medsearch.search.advice import Advice
    from medsearch.search.reading import MarkedItem
    from medsearch.search.saved import SavedSearch
    from medsearch.search.saved.looking import Look
    from medsearch.search.threads import Thread


class FilterArguments(TypedDict, total=False):
    """The filters of a search, as in `Filters`."""

    case: str | None
    first: str | None
    last: str | None
    year: int | str | None
    outcomes: tuple[str, ...]
    people: tuple[str, ...]
    formalities: bool


class Archive:
    """An index that is open for searching. Close it, or use it in a `with` statement."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._index = IndexFolder.open(path)

    def refresh(self) -> None:
        """Opens the index anew where another was made in its place (`index --rebuild`). Raises what opening it does."""
        if read_manifest(self.path).data != self._index.manifest.data:
            replaced, self._index = self._index, IndexFolder.open(self.path)
            replaced.engine.close()

    def find(self, request: Request) -> Answer:
        """The page of hits that answers `request`. Raises QueryError and its relatives for what cannot be read.

        Synonyms of the user's own (`synonyms.toml`) hold too; SynonymsError says where they cannot be read.
        """
        return find(self._index.engine, self._with_synonyms(request))

    def search(
        self,
        words: str = "",
        *,
        committee: str | Sequence[str] = (),
        section: str | None = None,
        exact: bool = False,
        order: str = "relevance",
        limit: int = 10,
        page: int = 1,
        explain: bool = False,
        **filters: Unpack[FilterArguments],
    ) -> Answer:
        """The page of hits for `words`, in the query language of the command line, narrowed by filters.

        `order` is relevance, newest or oldest; `explain` gives every hit the reasons why it is one.
        Raises QueryError, UnknownCommitteeError, DateError, SynonymsError or UsageError for
        what cannot be read.
        """
        committees = (committee,) if isinstance(committee, str) else tuple(committee)
        narrowed = Filters(committees=committees, **filters)
        return self.find(Request(words, narrowed, section, exact, Order(order), limit, page, explain=explain))

    def count(self, request: Request) -> dict[str, tuple[FacetCount, ...]]:
        """How many hits of `request` there are by committee, case number, year, month and outcome."""
        return count(self._index.engine, self._with_synonyms(request))

    def _with_synonyms(self, request: Request) -> Request:
        own = read_synonyms(self.path) if request.words.strip() and not request.exact else ()
        return request._replace(meanings=(*request.meanings, *own))

    def committees(self) -> list[str]:
        """The committees of all items, by their names as written, in order."""
        return [entry.text for entry in self._index.engine.vocabulary("committee")]

    def item(self, address: str) -> AgendaItem:
        """The agenda item with this address (`referat.txt#36`). Raises UnknownItemError."""
        items = self._index.engine.items([address])
        if not items:
            raise UnknownItemError(
                _("There is no item “{address}” in the index.").format(address=address),
                _("medsearch query prints the address of every hit; the number of a hit works as well."),
            )
        return items[0]

    def read(self, address: str, request: Request | None = None) -> "MarkedItem":
        """The agenda item with this address, to be read: with the words of `request` marked. Raises UnknownItemError.

        What `request` cannot have meant raises the same errors as in `find`.
        """
        from medsearch.search.reading import read_items

        marked = self._with_synonyms(request) if request else None
        return read_items(self._index.engine, [self.item(address).id], marked)[0]

    def meeting(self, address: str) -> list[AgendaItem]:
        """The items of the meeting that the item with this address was on, in order. Raises UnknownItemError."""
        item = self.item(address)
        return [other for other in self.minutes(item.source) if other.meeting == item.meeting]

    def minutes(self, source: str) -> list[AgendaItem]:
        """All items of a file, in order. Raises UnknownItemError where the index has none of it."""
        # The record of the file has its name too; Everything is every item.
        engine, of_file = self._index.engine, All((Everything(), Keyword("source", frozenset({source}))))
        found = engine.search(of_file, order=Order.OLDEST, limit=engine.describe().items)
        if not found.hits:
            raise UnknownItemError(
                _("The index holds no minutes called “{source}”.").format(source=source),
                _("medsearch query prints the address of every hit: the file, # and the number of the item."),
            )
        return sorted(engine.items([address for address, _score in found.hits]), key=lambda item: item.place)

    def file(self, source: str) -> Path:
        """Where the file that is called `source` in the index lies, or lay. Raises UnknownItemError."""
        found = self.files([source])
        if source not in found:
            raise UnknownItemError(
                _("The index holds no file called “{source}”.").format(source=source),
                _("medsearch status says what it covers."),
            )
        return found[source]

    def files(self, sources: Collection[str]) -> dict[str, Path]:
        """Where the files of `sources` lie, or lay when they were read; those that the index does not hold left out."""
        found: dict[str, Path] = {}
        if len(folders := self._index.manifest.folders) == 1:
            # A name is the path within its folder. To read the records of 2,000 files is felt.
            found = {name: path for name in sources if (path := Path(folders[0], name)).is_file()}
        wanted = set(sources) - set(found)
        for record in self._index.engine.sources() if wanted else ():
            if record.source in wanted:
                found[record.source] = Path(record.path)
        return found

    def place(self, address: str) -> "Place":
        """Where the item with this address, or the file that is called so, is to be read.

        Raises UnknownItemError, and FileGoneError where the file is not there any more.
        """
        from medsearch.documents.page_of import Place, page_of

        source = self.item(address).source if "#" in address else address
        path = self.file(source)
        if not path.is_file():
            raise FileGoneError(
                _("The file {path} is not there any more.").format(path=path),
                _("Was it moved? Bring the index up to date with: medsearch index"),
            )
        items = self.minutes(source) if "#" in address else []
        pages = (page_of(path, item, items) for item in items if item.id == address)
        return Place(path, next(pages, None))

    def open_file(self, address: str) -> str:
        """Opens the file of an item, at its page where that can be; says what was done. Raises as `place`.

        NoViewerError where nothing can show it.
        """
        from medsearch.documents.viewers import open_place

        return open_place(self.place(address))

    def advise(self, request: Request) -> "Advice":
        """What to know after `request` has found nothing: words that no minutes hold, filters that are too narrow."""
        from medsearch.search.advice import advise

        return advise(self._index.engine, self._with_synonyms(request))

    def look(self, search: "SavedSearch", request: Request, *, new: bool = False) -> "Look":
        """What a saved search finds, by a request made of it; only what it has not shown before where `new` is wanted.

        Nothing is noted: `remember` in `medsearch.search.saved` does that, once the answer has been read. Raises what
        `find` raises, and KeptError where what was shown cannot be read.
        """
        from medsearch.search.saved.looking import look

        return look(self._index.engine, self._with_synonyms(request), search, self.path, only_new=new)

    def case(self, number: str) -> "Thread":
        """All items whose case number is or begins with `number`, oldest first. Raises UsageError."""
        from medsearch.search.threads import thread_of_case

        return thread_of_case(self._index.engine, number)

    def related(self, address: str) -> "Thread":
        """The thread of the matter that the item with this address is about, oldest first. Raises UnknownItemError."""
        from medsearch.search.threads import thread_of_item

        return thread_of_item(self._index.engine, self.item(address))

    def copies(self, address: str) -> tuple[str, ...]:
        """Where the item with this address stands too, in order: the addresses of the same item in other files."""
        return self._index.engine.copies([address]).get(address, ())

    def status(self) -> "Status":
        """What the index covers, and what could not be read."""
        from medsearch.archive.status import read_status

        return read_status(self._index)

    def update(
        self,
        folders: Sequence[str | Path],
        progress: "Progress | None" = None,
        *,
        workers: int | None = None,
        ocr: bool | None = None,
    ) -> "Report":
        """Brings the index in step with `folders`. Raises LockedIndexError while somebody else writes.

        Files are read by processes of their own, one for each core or `workers` of them; a script needs no
        `if __name__ == "__main__"` for that. `ocr` says whether scanned pages are read too, from now on; None leaves it
        as it was. `progress` is called with a `Step` when a file's turn comes, and when it is done.
        """
        # Searching loads nothing that only reading files needs.
        from medsearch.archive.finding import check_folder
        from medsearch.archive.updating import update
        from medsearch.archive.writing import writing

        paths = [check_folder(Path(folder)) for folder in folders]
        with writing(self.path) as index:
            return update(index, paths, progress, workers=workers, ocr=ocr)

    def close(self) -> None:
        """Lets go of the index."""
        self._index.engine.close()

    def __enter__(self) -> "Archive":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
