"""How often a kind of suggestion has turned out right: what scores and silence are made from.

A suggestion's evidence is who made it (the learned model, the suggester under it, or both) and the
label it stands under. What a person marked or turned down says how far each kind can be trusted:
that share is its score, and a kind that this person hardly ever takes is not proposed any more.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain.learning import Kind, Tally

SILENT_BELOW = 0.2
SURE_FROM = 5  # suggestions of a kind before it is silenced
_DOUBT = 2  # suggestions that count half right before there were any


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of each kind of suggestion."""

    tally: Tally

    def score(self, kind: Kind) -> float:
        """The share of a kind that was right, near a half while little is known."""
        right, made = self.tally.get(kind, (0, 0))
        return (right + _DOUBT / 2) / (made + _DOUBT)

    def is_worth(self, kind: Kind) -> bool:
        """Whether a kind is worth proposing: right often enough, or not known well."""
        right, made = self.tally.get(kind, (0, 0))
        return made < SURE_FROM or right >= SILENT_BELOW * made


def tally_of(outcomes: Iterable[tuple[Kind, bool]]) -> dict[Kind, tuple[int, int]]:
    """Outcomes counted by kind."""
    tally: dict[Kind, tuple[int, int]] = {}
    for kind, right in outcomes:
        before = tally.get(kind, (0, 0))
        tally[kind] = before[0] + right, before[1] + 1
    return tally
