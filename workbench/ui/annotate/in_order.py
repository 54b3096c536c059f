"""Marks of an article in the order of its text, and counted.

A long text has tens of thousands, and an act changes a few of them. To go through them all after
each act takes a tenth of a second, so that they are kept in order and counted as they change.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Collection, Iterable

from workbench.domain.annotation import Annotation
from workbench.domain.scheme import LAYERS
from workbench.domain.span import Span
from workbench.domain.suggestion import Suggestion

_Place = tuple[int, int, str, str, int]
"""Where a mark begins and ends, its id, its layer, and how many percent sure it is."""


class InOrder:
    """Marks by id; what a person has marked is as sure as can be."""

    def __init__(self) -> None:
        self._places: dict[str, _Place] = {}
        self._order: list[_Place] = []
        self._numbers: Counter[tuple[str, int]] = Counter()  # by layer and percent

    def __contains__(self, id: object) -> bool:
        return id in self._places

    def put(self, marks: Iterable[Annotation | Suggestion]) -> None:
        """Take some marks in, each as it is now."""
        for mark in marks:
            self.drop([mark.id])
            percent = mark.percent if isinstance(mark, Suggestion) else 100
            span = mark.span
            place = (span.start, span.end, mark.id, mark.layer, percent)
            self._places[mark.id] = place
            insort(self._order, place)
            self._numbers[place[3:]] += 1

    def drop(self, ids: Iterable[str]) -> None:
        """Let some marks go, of those that are there."""
        for id in ids:
            if id in self._places:
                place = self._places.pop(id)
                del self._order[bisect_left(self._order, place)]
                self._numbers[place[3:]] -= 1

    def ids(
        self, layers: Collection[str] = LAYERS, least: int = 0, *, within: Span | None = None
    ) -> list[str]:
        """Those of some layers that have at least so many percent, in the order of the text.

        Of all of it, or of a stretch in which they begin.
        """
        first, last = 0, len(self._order)
        if within is not None:
            first, last = (bisect_left(self._order, (at,)) for at in (within.start, within.end))
        return [
            id
            for _, _, id, layer, percent in self._order[first:last]
            if layer in layers and percent >= least
        ]

    def number(self, layers: Collection[str], least: int = 0) -> int:
        """How many there are of some layers with at least so many percent."""
        return sum(
            number
            for (layer, percent), number in self._numbers.items()
            if layer in layers and percent >= least
        )
