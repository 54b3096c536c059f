"""How much is done: counted as rows come and change, so that one act costs one row."""

from collections import Counter
from collections.abc import Iterable, Mapping

FINISHED = frozenset({"done", "skipped"})


def finished(status: Mapping[str, str]) -> bool:
    """Whether all layers of an article are done or skipped."""
    return FINISHED.issuperset(status.values())


class DoneCounts:
    """How many articles are done as a whole, and in each layer."""

    def __init__(self, rows: Iterable[Mapping[str, str]] = ()) -> None:
        self.articles = 0
        self.whole = 0
        self._known: Counter[str] = Counter()  # articles that have a layer
        self._layers: Counter[str] = Counter()  # and are done with it
        self.add(rows)

    def add(self, rows: Iterable[Mapping[str, str]]) -> None:
        """Count the status of some articles in.

        Many stand alike, and are counted at once where they share what says so.
        """
        listed = list(rows)
        alike = {id(status): status for status in listed}
        for which, times in Counter(map(id, listed)).items():
            self.count(alike[which], times)

    def count(self, status: Mapping[str, str], times: int) -> None:
        """Count an article's status by layer in (1), or out again (-1)."""
        self.articles += times
        self.whole += times * finished(status)
        for layer, now in status.items():
            self._known[layer] += times
            self._layers[layer] += times * (now in FINISHED)

    def layers(self) -> dict[str, int]:
        """In how many articles each layer is done or skipped, in the order of the scheme."""
        return {layer: self._layers[layer] for layer, known in self._known.items() if known}
