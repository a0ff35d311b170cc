"""Opens the file of an item, or says where it lies."""

from medsearch.cli.console import Talk, is_terminal
from medsearch.documents.page_of import Place
from medsearch.documents.viewers import open_place
from medsearch.errors import NoViewerError
from medsearch.rendering.harmless import harmless


def show_place(place: Place, talk: Talk) -> None:
    """Opens a file at its page, and says so. Where that cannot be, it is printed where the file lies."""
    try:
        talk.say(open_place(place))
    except NoViewerError:
        print_place(place, as_json=False)
        raise


def print_place(place: Place, *, as_json: bool) -> None:
    """Prints where a file lies, and behind a tab the page of the item where it is known."""
    if as_json:
        from medsearch.rendering.shapes import to_json

        print(to_json({"path": str(place.path), "page": place.page}))
        return
    path = harmless(str(place.path)) if is_terminal() else str(place.path)
    print(f"{path}\t{place.page}" if place.page else path)
