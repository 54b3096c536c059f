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
        self._layers: Counter[str] = Counter()
        # Many articles stand alike, and are counted at once where they share what says so.
        listed = list(rows)
        alike = {id(status): status for status in listed}
        for which, times in Counter(map(id, listed)).items():
            self.count(alike[which], times)

    def count(self, status: Mapping[str, str], times: int) -> None:
        """Count an article's status by layer in (1), or out again (-1)."""
        self.articles += times
        self.whole += times * finished(status)
        for layer, now in status.items():
            self._layers[layer] += times * (now in FINISHED)

    def layers(self) -> dict[str, int]:
        """In how many articles each layer is done or skipped, in the order of the scheme."""
        return dict(self._layers)
