"""The open suggestions of an article, counted, and in the order of its text.

A long text has tens of thousands, and an act opens or closes a few of them. To go through them all
after each act takes a tenth of a second, so that they are kept in order and counted as they change.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Collection, Iterable

from workbench.domain.suggestion import Suggestion

_Place = tuple[int, str, str, int]
"""Where a suggestion begins, its id, its layer, and its score in percent."""


class OpenSuggestions:
    """The suggestions of one article that a person has still to decide on, by id."""

    def __init__(self) -> None:
        self._places: dict[str, _Place] = {}
        self._in_order: list[_Place] = []
        self._numbers: Counter[tuple[str, int]] = Counter()  # by layer and percent

    def __contains__(self, id: object) -> bool:
        return id in self._places

    def change(self, ids: Iterable[str], free: Iterable[Suggestion]) -> None:
        """Of some suggestions by id, take those that are `free` for open, and no others."""
        for id in ids:
            if id in self._places:
                self._close(id)
        for suggestion in free:
            self._open(suggestion)

    def _close(self, id: str) -> None:
        place = self._places.pop(id)
        del self._in_order[bisect_left(self._in_order, place)]
        self._numbers[place[2:]] -= 1

    def _open(self, suggestion: Suggestion) -> None:
        start = suggestion.fragments[0].start
        place = (start, suggestion.id, suggestion.layer, suggestion.percent)
        self._places[suggestion.id] = place
        insort(self._in_order, place)
        self._numbers[place[2:]] += 1

    def ids(self, layers: Collection[str], least: int = 0) -> list[str]:
        """Those of some layers that have at least so many percent, in the order of the text."""
        return [
            id for _, id, layer, percent in self._in_order if layer in layers and percent >= least
        ]

    def number(self, layers: Collection[str], least: int = 0) -> int:
        """How many there are of some layers with at least so many percent."""
        return sum(
            number
            for (layer, percent), number in self._numbers.items()
            if layer in layers and percent >= least
        )
