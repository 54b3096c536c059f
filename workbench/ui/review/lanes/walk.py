"""The places of one article in the order in which a reviewer settles them, and the one in hand.

Layer by layer, in the order of the scheme, since whoever settles entities thinks of entities; and
in a layer in the order of the text.
"""

from collections.abc import Sequence

from workbench.domain.scheme import Scheme
from workbench.operations.comparing import Difference


class Walk:
    """Steps through differences; after a decision it goes on where it was."""

    def __init__(self) -> None:
        self.places: list[Difference] = []
        self._here = 0

    def take(self, found: Sequence[Difference], scheme: Scheme) -> None:
        """Walk through these from now on, at the place that was in hand, if it is there still."""
        before = self.current()
        order = {layer.id: number for number, layer in enumerate(scheme.layers)}
        self.places = sorted(found, key=lambda d: (order.get(d.layer, len(order)), d.span))
        self._here = self._nearest(before) if before is not None else 0

    def current(self) -> Difference | None:
        """The place in hand."""
        return self.places[self._here] if self._here < len(self.places) else None

    @property
    def number(self) -> int:
        """The number of the place in hand, from 1."""
        return self._here + 1

    @property
    def open(self) -> int:
        """How many places are open."""
        return sum(difference.open for difference in self.places)

    def go_to(self, difference: Difference) -> None:
        """Take a place in hand, or the one nearest to where it was."""
        self._here = self._nearest(difference)

    def go_to_mark(self, id: str) -> bool:
        """Take the place in hand that a mark, a gold span or a decision belongs to."""
        for number, difference in enumerate(self.places):
            if id in ids_of(difference):
                self._here = number
                return True
        return False

    def step(self, direction: int) -> None:
        """Go to the next place (1) or the one before (-1); from the last to the first."""
        if self.places:
            self._here = (self._here + direction) % len(self.places)

    def to_open(self) -> bool:
        """Go to the next place that is open, from the one in hand; False where none is."""
        number = len(self.places)
        for away in range(number):
            here = (self._here + away) % number
            if self.places[here].open:
                self._here = here
                return True
        return False

    def _nearest(self, wanted: Difference) -> int:
        """The number of the place that a difference is at now."""
        ids = ids_of(wanted)
        for number, difference in enumerate(self.places):
            if difference.layer == wanted.layer and ids & ids_of(difference):
                return number
        same = [n for n, d in enumerate(self.places) if d.layer == wanted.layer]
        return min(
            same or range(len(self.places)),
            key=lambda n: abs(self.places[n].span.start - wanted.span.start),
            default=0,
        )


def ids_of(difference: Difference) -> set[str]:
    """What a place is known by."""
    decided = (difference.gold, difference.ruling)
    return {mark.id for mark in difference.marks} | {each.id for each in decided if each}
