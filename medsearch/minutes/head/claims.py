"""What the lines of a head claim about a meeting, each with how sure it is; whatever claims less is text."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Claims:
    """What lines of a head claim, each with how sure it is; lines whose claim is not taken are text."""

    made: dict[str, list[tuple[int, Any, str]]] = field(default_factory=dict)
    left: list[tuple[int, str]] = field(default_factory=list)  # number of the line, the line

    def claim(self, name: str, value: Any, sure: int, line: str = "") -> None:
        """Notes that `line` says so, from 0 (hardly) to 4 (behind a label); nothing where there is no value."""
        if value:
            self.made.setdefault(name, []).append((sure, value, line))

    def best(self, name: str) -> Any:
        """The value that is claimed most surely, the first of them."""
        made = self.made.get(name)
        return max(made, key=lambda claim: claim[0])[1] if made else None

    def surest(self, name: str) -> list[tuple[int, Any, str]]:
        """All claims that are as sure as the best."""
        made = self.made.get(name, [])
        most = max((sure for sure, _, _ in made), default=0)
        return [claim for claim in made if claim[0] == most]

    def leave(self, number: int, line: str) -> None:
        """Keeps a line, with its number, that claims nothing or more than was understood."""
        if line.strip():
            self.left.append((number, line))
