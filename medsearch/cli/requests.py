"""The options of a search, as the request that the library takes."""

from collections.abc import Sequence
from typing import NamedTuple

from medsearch.engines.port import Order
from medsearch.errors import UsageError
from medsearch.query.committees import resolve_committee
from medsearch.query.filters import Filters
from medsearch.rendering.forms import Format
from medsearch.search.understanding import Request
from medsearch.settings import order_name, setting
from medsearch.texts import _, grouped

ALL = 1 << 31  # hits; more than any index holds


class SearchOptions(NamedTuple):
    """The options that narrow a search, as typed."""

    committee: Sequence[str] | None = None
    case: str | None = None
    first: str | None = None
    last: str | None = None
    year: str | None = None
    outcome: Sequence[str] | None = None
    section: str | None = None
    person: Sequence[str] | None = None
    exact: bool = False
    formalities: bool = True

    def request(
        self,
        words: Sequence[str],
        *,
        order: Order = Order.RELEVANCE,
        limit: int = 10,
        page: int = 1,
        explain: bool = False,
    ) -> Request:
        """The request for `words`, narrowed by the options."""
        filters = Filters(
            committees=tuple(self.committee or ()),
            case=self.case,
            first=self.first,
            last=self.last,
            year=self.year,
            outcomes=tuple(self.outcome or ()),
            people=tuple(self.person or ()),
            formalities=self.formalities,
        )
        return Request(" ".join(words), filters, self.section, self.exact, order, limit, page, explain=explain)


def format_of(chosen: Format | None, *, as_json: bool) -> Format:
    """The form that --format and --json ask for. Raises UsageError where they ask for two."""
    if as_json and chosen not in (None, Format.JSON):
        raise UsageError(
            _("--json and --format {form} ask for two different things.").format(form=chosen),
            _("Leave one of them out."),
        )
    return Format.JSON if as_json else chosen or Format.TEXT


def order_of(typed: str | None) -> Order:
    """The order of that name, else that of the settings. Raises UsageError."""
    try:
        return Order(order_name(typed or setting("sort")))
    except ValueError:
        raise UsageError(
            _("Hits cannot be sorted by “{typed}”.").format(typed=typed),
            _("There are: {names}.").format(names=", ".join(Order)),
        ) from None


def limit_of(typed: int | None, form: Format, *, page: int = 1) -> int:
    """How many hits are wanted: as many as said, all of them to take elsewhere, else as many as the settings say."""
    if typed is not None:
        return typed
    return ALL if form.is_export and page == 1 else int(setting("limit"))


def require_something(words: Sequence[str], options: SearchOptions) -> None:
    """Raises UsageError for a query without words and without options that narrow it."""
    if not any(word.strip() for word in words) and options == SearchOptions():
        raise UsageError(_("There is nothing to search for."), _("Type a word, as in: medsearch query budget"))


def unquoted_committee(committees: Sequence[str], words: Sequence[str], known: Sequence[str]) -> str:
    """What to say where the name of a committee goes on in the words: it has blanks, and stands in no quotes."""
    if not committees or not words:
        return ""
    typed = f"{committees[-1]} {words[0]}"
    try:
        meant, longer = resolve_committee(committees[-1], known), resolve_committee(typed, known)
    except UsageError:
        return ""
    if len(longer) >= len(meant):
        return ""
    return _("--committee {typed} means {number} committees. A name with blanks stands in quotes: {example}").format(
        typed=committees[-1], number=grouped(len(meant)), example=f'--committee "{typed}"'
    )
