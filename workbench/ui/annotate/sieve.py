"""Which suggestions stand as ghosts: those of some layers that are sure enough.

What is held back is as if it were not there: it is not painted, walked to, listed or decided on.
Scores are compared as whole percents, as they are said.
"""

from dataclasses import dataclass, replace

SHOWN_AT_FIRST = frozenset({"entity", "claim", "event"})  # framing suggestions are often wrong
STEP = 5  # percent


@dataclass(frozen=True, slots=True)
class Sieve:
    """The layers whose suggestions are shown, and the least score in percent."""

    layers: frozenset[str] = SHOWN_AT_FIRST
    least: int = 0

    def turned(self, layer: str) -> "Sieve":
        """The sieve that shows a layer this one hides, or hides one that it shows."""
        return replace(self, layers=self.layers ^ {layer})

    def moved(self, steps: int) -> "Sieve":
        """The sieve that asks for more, or with fewer than no steps for less."""
        return replace(self, least=min(100, max(0, self.least + steps * STEP)))
