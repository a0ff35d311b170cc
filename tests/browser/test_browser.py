"""The browser as a user meets it: by key presses, at three sizes of terminal."""

import shutil
from pathlib import Path

import pytest
from rich.text import Text
from textual import events
from textual.widgets import Input, Static

from medsearch.archive.updating import update
from medsearch.archive.writing import rebuilding, writing
from medsearch.browser.asking import Asked, Choice
from medsearch.browser.listing import Entry
from medsearch.model import AgendaItem
from medsearch.search.saved import find_saved
from tests.browser.playing import MIDDLE, NARROW, WIDE, Player, play
from tests.conftest import SAMPLE


def test_it_opens_with_the_newest_items(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        assert "newest first" in player.line("found")
        assert len(player.titles) >= 30
        assert "2026-06-10" in player.pointed
        assert "1 file could not be read" in player.line("said")
        assert player.focus == "search"

    play(sample_index, script)


def test_hits_come_while_one_types(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        await player.type("videoovervågning")
        assert player.line("found").startswith("17 hits")
        assert any("ideoovervågning" in title for title in player.titles)
        assert player.focus == "search"

    play(sample_index, script)


def test_an_unfinished_word_finds_what_begins_so(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        await player.type("kontrolfor")
        assert player.titles
        assert "kontrolfor*" in player.line("said")

    play(sample_index, script)


def test_the_key_for_the_search_line_is_no_word_in_it(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        await player.press("slash")
        await player.type("videoovervågning")
        assert player.line("found").startswith("17 hits")

    play(sample_index, script)


def test_typing_what_no_minutes_hold_says_so(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        await player.type("xylofon")
        assert "“xylofon”" in player.line("nothing")
        assert player.facets == []

    play(sample_index, script)


def test_words_searched_instead_are_said(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        assert "videoovervågning" in player.line("said")
        assert player.titles

    play(sample_index, script, words="videoovervogning")


def test_the_item_pointed_at_is_read_beside_its_hits(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        first = player.read
        await player.press("j")
        assert player.read != first
        assert player.pointed in player.read
        await player.press("k")
        assert player.read == first

    play(sample_index, script, words="budget", size=MIDDLE)


def test_narrow_terminal_shows_one_pane_at_a_time(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        assert (player.sees("hits"), player.sees("reader"), player.sees("facets")) == (True, False, False)
        await player.press("enter")
        assert (player.sees("hits"), player.sees("reader")) == (False, True)
        await player.press("escape")
        assert (player.sees("hits"), player.sees("reader"), player.focus) == (True, False, "hits")
        await player.press("f")
        assert (player.sees("facets"), player.focus) == (True, "facets")
        assert any("LokalMED Plejecenter Åb" in line for line in player.facets)  # as wide as the pane
        await player.press("escape")
        assert not player.sees("facets")

    play(sample_index, script, words="budget", size=NARROW)


@pytest.mark.parametrize("size", [MIDDLE, WIDE])
def test_larger_terminal_shows_all_panes(sample_index: Path, size: tuple[int, int]) -> None:
    async def script(player: Player) -> None:
        assert all(player.sees(name) for name in ("search", "facets", "hits", "reader", "months", "keys"))

    play(sample_index, script, words="budget", size=size)


def test_n_goes_from_word_to_word_and_round(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        await player.press("n")
        said = player.line("said")
        assert said.startswith("Word 1 of ")
        number = int(said.split()[3])
        for _ in range(number):
            await player.press("n")
        assert player.line("said") == said
        await player.press("N")
        assert player.line("said").startswith(f"Word {number} of ")

    play(sample_index, script, words="videoovervågning")


def test_facet_narrows_and_widens_again(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        everything = player.line("found")
        await player.press("f", "home", "enter")
        narrowed = player.line("found")
        assert narrowed != everything
        committee = next(line for line in player.facets if line.startswith("✓"))
        assert all(entry.item.meeting.committee in committee for entry in entries(player))
        # The others stay there with what they would find.
        assert sum(line.strip().startswith(("HovedMED", "LokalMED", "FagMED")) for line in player.facets) >= 3
        await player.press("enter")
        assert player.line("found") == everything

    play(sample_index, script, words="videoovervågning")


def test_x_widens_and_esc_goes_back(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        everything = player.line("found")
        await player.press("f", "home", "enter")
        narrowed = player.line("found")
        await player.press("x")
        assert player.line("found") == everything
        await player.press("escape", "escape")
        assert player.line("found") == narrowed
        await player.press("escape")
        assert player.line("found") == everything

    play(sample_index, script, words="videoovervågning")


def test_months_narrow(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        await player.press("m", "enter")
        assert {entry.item.meeting.date.isoformat()[:7] for entry in entries(player) if entry.item.meeting.date} == {
            "2026-06"
        }
        await player.press("m", "left", "shift+left", "enter")
        assert len({str(entry.item.meeting.date)[:7] for entry in entries(player)}) == 2

    play(sample_index, script, words="videoovervågning")


def test_month_under_the_mouse_narrows(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        await player.pilot.click("#months", offset=(2, 1))  # the first month with a hit
        await player.settled()
        assert {str(entry.item.meeting.date)[:7] for entry in entries(player)} == {"2024-03"}

    play(sample_index, script, words="videoovervågning")


def test_a_click_points_at_a_hit(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        first = player.pointed
        await player.pilot.click("#hits", offset=(4, 5))
        await player.settled()
        assert player.pointed != first

    play(sample_index, script, words="videoovervågning")


def test_r_sorts(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        await player.press("r")
        days = [entry.item.meeting.date for entry in entries(player) if entry.item.meeting.date]
        assert "newest first" in player.line("found")
        assert days == sorted(days, reverse=True)
        await player.press("r")
        assert "oldest first" in player.line("found")

    play(sample_index, script, words="videoovervågning")


def test_more_hits_come_near_the_end_of_the_list(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        before = len(player.titles)
        await player.press("down", "end")
        assert len(player.titles) > before
        for _ in range(10):
            await player.press("end")
        assert player.line("found").startswith(f"{len(player.titles)} hits")
        assert len({entry.item.id for entry in entries(player)}) == len(player.titles)

    play(sample_index, script)


def test_person_of_the_meeting_finds_that_persons_items(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        name = entries(player)[0].item.meeting.participants[0]
        await player.press("p", "enter")
        assert all(name in entry.item.meeting.participants + entry.item.absent or name in text(entry.item)
                   for entry in entries(player))  # fmt: skip
        assert "Person" in player.facets
        await player.press("escape")
        assert player.line("found").startswith("17 hits")

    play(sample_index, script, words="videoovervågning")


def test_t_lists_the_thread_in_order_of_date_and_esc_comes_back(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        here, found = player.pointed, player.line("found")
        await player.press("t")
        days = [entry.item.meeting.date for entry in entries(player)]
        assert len(days) > 3
        assert days == sorted(days)
        assert player.line("listed").startswith("Thread of: ")
        assert player.pointed == here  # the item one comes from
        await player.press("j", "t", "escape")
        await player.press("escape")
        assert (player.pointed, player.line("found"), player.line("listed")) == (here, found, "")

    play(sample_index, script, words="videoovervågning kamera cykelkælder")


def test_c_lists_the_items_of_the_case_number(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        item = entries(player)[0].item
        assert item.case_number
        await player.press("c")
        assert item.case_number.printed in player.line("listed")
        assert {entry.item.case_number for entry in entries(player)} == {item.case_number}

    play(sample_index, script, words="videoovervågning")


def test_y_copies_a_citation(sample_index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr("pyperclip.copy", copied.append)

    async def script(player: Player) -> None:
        item = entries(player)[0].item
        await player.press("y")
        assert copied == [player.app.clipboard]
        for said in (item.meeting.committee, item.title, item.number, item.source):
            assert str(said) in copied[0]

    play(sample_index, script, words="videoovervågning")


def test_e_writes_all_hits_to_a_file(sample_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    async def script(player: Player) -> None:
        await player.press("e", "enter")
        lines = (tmp_path / "budget.csv").read_text(encoding="utf-8-sig").splitlines()
        assert len(lines) == player.app.listing.total + 1
        assert "25 items" in player.line("said")
        await player.press("e", "enter")  # never over a file that is there
        assert "There is a file" in player.problem
        await player.press("end", "backspace", "backspace", "backspace", "m", "d", "enter")  # it is still there
        assert (tmp_path / "budget.md").is_file()

    play(sample_index, script, words="budget")


@pytest.mark.parametrize("ending", ["md", "json", "ndjson", "txt"])
def test_export_takes_the_form_of_the_ending(
    sample_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.chdir(tmp_path)

    async def script(player: Player) -> None:
        await player.press("e", *["backspace"] * 3)
        await player.type(ending)
        await player.press("enter")
        assert "videoovervågning" in (tmp_path / f"videoovervågning.{ending}").read_text(encoding="utf-8").lower()

    play(sample_index, script, words="videoovervågning")


def test_export_under_an_unknown_ending_says_which_there_are(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        await player.press("e", *["backspace"] * 3)
        await player.type("xls")
        await player.press("enter")
        assert ".csv" in player.problem

    play(sample_index, script, words="videoovervågning")


def test_s_saves_the_search_with_what_narrows_it(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        await player.press("f", "home", "enter", "s", "ctrl+u")
        await player.type("kameraer hos os")
        await player.press("enter")
        assert "medsearch saved run" in player.line("said")
        saved = find_saved("kameraer hos os")
        assert saved.words == "videoovervågning"
        assert len(saved.filters.committees) == 1
        await player.press("s", "ctrl+u")
        await player.type("kameraer hos os")
        await player.press("enter")
        assert "already" in player.problem
        await player.press("escape")

    play(sample_index, script, words="videoovervågning")


def test_keys_at_the_foot_can_be_clicked(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        place = str(player.app.query_one("#keys", Static).content).index("order")
        await player.pilot.click("#keys", offset=(place, 0))
        await player.settled()
        assert "newest first" in player.line("found")

    play(sample_index, script, words="videoovervågning")


def test_nothing_found_says_what_to_try(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        assert player.sees("nothing")
        assert "Nothing was found" in player.line("nothing")
        assert not player.read
        await player.press("j", "enter", "y", "o", "t", "c", "p", "e", "n")  # nothing to do, and nothing breaks
        await player.press("escape", "slash", "ctrl+u")
        assert player.sees("hits")

    play(sample_index, script, words="qqqqxyzzy")


def test_nothing_found_names_the_word_and_what_narrows_too_much(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        player.app.search(Asked("videoovervågning", (Choice("month", "2019-01"),)))
        await player.settled()
        assert "there are 17 hits: press x" in player.line("nothing")
        await player.press("escape", "x")
        assert player.line("found").startswith("17 hits")
        player.app.search(Asked("+kameraerne +qqqqxyzzy"))
        await player.settled()
        assert "“qqqqxyzzy”" in player.line("nothing")

    play(sample_index, script)


def test_o_opens_the_file_and_says_so(sample_index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "medsearch.api.Archive.open_file", lambda _archive, address: opened.append(address) or "Opened."
    )

    async def script(player: Player) -> None:
        await player.press("o")
        assert opened == [player.pointed]
        assert player.line("said") == "Opened."

    play(sample_index, script, words="budget")


def test_a_file_that_is_gone_is_said(sample_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("medsearch.api.Archive.file", lambda _archive, _source: tmp_path / "gone.pdf")

    async def script(player: Player) -> None:
        await player.press("o")
        assert "not there any more" in player.line("said")

    play(sample_index, script, words="budget")


def test_query_that_cannot_be_read_is_explained(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        assert "xyz" in player.line("nothing")
        assert player.titles == []
        await player.press("s", "a", "enter")
        assert "xyz" in player.problem  # what cannot be read is not saved
        await player.press("escape")
        await player.press("slash", "ctrl+u")
        await player.type("budget")
        assert player.titles

    play(sample_index, script, words="dato:xyz")


def test_question_mark_shows_all_keys(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        await player.press("question_mark")
        assert len(player.app.screen_stack) == 2
        await player.press("escape")
        assert len(player.app.screen_stack) == 1

    play(sample_index, script, words="budget")


def test_q_ends_but_not_while_typing(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        await player.press("slash", "end", "q")
        assert player.app.is_running
        await player.press("escape")
        await player.pilot.press("q")
        assert player.app._exit

    play(sample_index, script, words="budget")


def test_light_and_dark(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        dark = player.app.current_theme.dark
        await player.press("l")
        assert player.app.current_theme.dark is not dark

    play(sample_index, script, words="budget")


def test_markup_in_minutes_is_text(sample_index: Path, tmp_path: Path) -> None:
    """A title that looks like Rich's or Textual's markup, and one with an escape, are shown as they are."""
    shutil.copytree(sample_index, tmp_path / "index")
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "2026-09-01-lokalmed-raadhusservice.txt").write_text(
        "Referat\nLokalMED Rådhusservice\n1. september 2026\n\nPunkt 1: [red]Pas på[/red] [@click=app.quit]her[/]\n\n"
        "Sagsfremstilling\nEn [bold]kantarel[/bold] \x1b[31mrød\x1b[0m.\n\nBeslutning\nGodkendt.\n",
        encoding="utf-8",
    )
    with writing(tmp_path / "index") as held:
        update(held, [folder])

    async def script(player: Player) -> None:
        assert "[red]Pas på[/red]" in player.read
        assert "[bold]kantarel[/bold]" in player.read
        assert "\x1b" not in player.read

    play(tmp_path / "index", script, words="kantarel")


def test_long_titles_are_cut_in_the_list() -> None:
    entry = Entry(AgendaItem("a.txt#1", meeting=_meeting(), title="Ordene " * 200), passage=Text("x " * 500))
    assert len(entry.prompt(60).plain) < 60 * 8


def _meeting():
    from medsearch.model import Meeting

    return Meeting()


def entries(player: Player) -> list[Entry]:
    from medsearch.browser.hits import Hits

    return player.app.query_one(Hits).entries


def text(item: AgendaItem) -> str:
    return item.text()


def test_index_made_anew_meanwhile_is_searched_from_then_on(sample_index: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_index, tmp_path / "index")
    (tmp_path / "r").mkdir()
    shutil.copy(SAMPLE / "2024-06-18-hovedmed.txt", tmp_path / "r")

    async def script(player: Player) -> None:
        with rebuilding(tmp_path / "index", None) as held:
            update(held, [tmp_path / "r"])
        await player.press("r")
        assert {entry.item.source for entry in entries(player)} == {"2024-06-18-hovedmed.txt"}

    play(tmp_path / "index", script, words="budget")


def test_index_that_is_gone_is_said_and_nothing_ends(sample_index: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_index, tmp_path / "index")

    async def script(player: Player) -> None:
        shutil.rmtree(tmp_path / "index")
        await player.press("j")
        assert "There is no index" in player.line("said")
        assert player.app.failure is None

    play(tmp_path / "index", script, words="budget")


def test_n_on_a_narrow_terminal_opens_the_item_at_the_word(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        await player.press("n")
        assert player.sees("reader")
        assert player.line("said").startswith("Word 1 of ")

    play(sample_index, script, words="videoovervågning", size=NARROW)


def test_what_narrows_is_said(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        assert not player.sees("narrowed")
        player.app.search(Asked("budget", (Choice("committee", "HovedMED"), Choice("month", "2024-06..2025-06"))))
        await player.settled()
        assert "Only: HovedMED · 2024-06..2025-06" in player.line("narrowed")
        assert player.sees("narrowed")

    play(sample_index, script, words="budget", size=NARROW)


def test_esc_goes_back_to_words_typed_before(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        first = player.line("found")
        await player.press("slash", "ctrl+u")
        await player.type("rygning")
        await player.press("enter")
        assert player.line("found") != first
        await player.press("escape")
        assert player.line("found") == first
        assert player.app.query_one("#search", Input).value == "budget"

    play(sample_index, script, words="budget")


def test_esc_from_a_person_to_a_case_brings_its_words_and_facets_back(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        await player.press("c", "p", "enter")
        assert "Person" in player.facets
        await player.press("escape")
        assert player.line("listed").startswith("Case ")
        assert player.app.query_one("#search", Input).value == "videoovervågning"
        assert "Person" not in player.facets
        assert not player.line("narrowed")

    play(sample_index, script, words="videoovervågning")


def test_r_turns_a_thread_round(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        await player.press("c")
        titles = player.titles
        await player.press("r")
        assert player.titles == titles[::-1]
        assert player.line("listed").startswith("Case ")

    play(sample_index, script, words="videoovervågning")


def test_help_can_be_scrolled_to_its_end(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        await player.press("question_mark", "end")
        window = player.app.screen.query_one(".help")
        assert window.max_scroll_y > 0
        assert window.scroll_offset.y == window.max_scroll_y

    play(sample_index, script, words="budget", size=NARROW)


def test_pasted_lines_become_one(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        await player.press("slash", "ctrl+u")
        player.app.query_one("#search").post_message(events.Paste("budget\nog\nferie"))
        await player.settled()
        assert player.app.query_one("#search", Input).value == "budget og ferie"

    play(sample_index, script, words="x")


@pytest.mark.parametrize("name", ["~nobodyknows/f.csv", "a\x00.csv", "nowhere/f.csv"])
def test_file_that_cannot_be_written_is_said(sample_index: Path, name: str) -> None:
    async def script(player: Player) -> None:
        await player.press("e")
        player.app.screen.query_one(Input).value = name
        await player.press("enter")
        assert "cannot be written" in player.problem

    play(sample_index, script, words="budget")


def test_ctrl_c_ends(sample_index: Path) -> None:
    async def script(player: Player) -> None:
        await player.pilot.press("ctrl+c")
        assert player.app._exit

    play(sample_index, script, words="budget")
