"""Plays the browser without a terminal: keys go in, what is on the screen comes out."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

import medsearch
from medsearch.browser.app import Browser
from medsearch.browser.asking import Asked
from medsearch.browser.facets import Facets
from medsearch.browser.hits import Hits

_AT_REST = 4  # looks in a row at which nothing is under way
WIDE, MIDDLE, NARROW = (200, 60), (120, 40), (80, 24)
Play = Callable[["Player"], Awaitable[None]]


class Player:
    """Somebody at the keys."""

    def __init__(self, pilot: Pilot[None], app: Browser) -> None:
        self.pilot = pilot
        self.app = app

    async def press(self, *keys: str) -> None:
        """Presses keys one after the other, and waits until all that they ask for is shown."""
        await self.pilot.press(*keys)
        await self.settled()

    async def type(self, text: str) -> None:
        """Types a text."""
        await self.press(*("space" if sign == " " else sign for sign in text))

    async def settled(self) -> None:
        """Waits until nothing is under way, also no window that is only opening."""
        rest = 0
        for _ in range(2000):
            await self.pilot.pause(0.005)
            await self.pilot.pause()
            rest = rest + 1 if self.app.is_settled and self.app.screen.is_mounted else 0
            if rest == _AT_REST:
                return
        raise AssertionError("the browser does not come to rest")

    @property
    def problem(self) -> str:
        """What the window in front says did not do."""
        return " ".join(str(line.content) for line in self.app.screen.query(".problem").results(Static))

    @property
    def titles(self) -> list[str]:
        """The titles of what is listed."""
        return [entry.item.title or "" for entry in self.app.query_one(Hits).entries]

    @property
    def pointed(self) -> str:
        """The address of the item pointed at."""
        item = self.app.query_one(Hits).item
        return item.id if item else ""

    @property
    def read(self) -> str:
        """The page of the item that is read."""
        return str(self.app.query_one("#page", Static).content)

    def line(self, name: str) -> str:
        """What one of the lines says: found, said, listed, nothing."""
        return str(self.app.query_one(f"#{name}", Static).content)

    @property
    def facets(self) -> list[str]:
        """The lines of the facets."""
        return [str(option.prompt) for option in self.app.query_one(Facets).options]

    def sees(self, name: str) -> bool:
        """Whether a pane is on the screen."""
        return bool(self.app.screen.query_one(f"#{name}").region.area)

    @property
    def focus(self) -> str:
        """The pane that keys go to."""
        return (self.app.focused.id if self.app.focused else "") or ""


def play(index: Path, script: Play, *, words: str = "", size: tuple[int, int] = MIDDLE) -> None:
    """Runs the browser on an index while `script` presses keys."""

    async def run() -> None:
        with medsearch.open(index) as archive:
            app = Browser(archive, Asked(words))
            async with app.run_test(size=size) as pilot:
                player = Player(pilot, app)
                await player.settled()
                await script(player)

    asyncio.run(run())
