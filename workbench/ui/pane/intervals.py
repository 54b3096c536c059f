"""Which spans overlap a stretch of text, without asking all of them.

Spans are shelved by the power of two that holds their length, each shelf sorted by start. A span of
a shelf that overlaps a stretch begins at most that power before it, so each shelf is one binary
search; there are as many shelves as a length has bits. Near misses are at most what overlaps the
stretch widened by one span's length. Adding and removing is a binary search in one shelf: no tree
to balance, and a plain list is quicker than one for far more spans than a text can show.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

Entry = tuple[int, int, str]


class Intervals:
    """Half-open intervals [start, end), each with an id; the same extent may stand many times."""

    __slots__ = ("_shelves",)

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._shelves: dict[int, list[Entry]] = {}
        for entry in entries:
            self._shelves.setdefault(_shelf(entry), []).append(entry)
        for shelf in self._shelves.values():
            shelf.sort()

    def __len__(self) -> int:
        return sum(map(len, self._shelves.values()))

    def insert(self, start: int, end: int, id: str) -> None:
        """Add an interval."""
        insort(self._shelves.setdefault(_shelf((start, end, id)), []), (start, end, id))

    def remove(self, start: int, end: int, id: str) -> None:
        """Take an interval out again; raises KeyError where there is none."""
        entry = (start, end, id)
        shelf = self._shelves.get(_shelf(entry), [])
        place = bisect_left(shelf, entry)
        if place == len(shelf) or shelf[place] != entry:
            raise KeyError(entry)
        del shelf[place]

    def overlapping(self, start: int, end: int) -> Iterator[Entry]:
        """The intervals that share a position with [start, end), in no certain order."""
        for bits, shelf in self._shelves.items():
            place = bisect_left(shelf, (start - (1 << bits) + 1,))
            while place < len(shelf) and shelf[place][0] < end:
                if shelf[place][1] > start:
                    yield shelf[place]
                place += 1


def _shelf(entry: Entry) -> int:
    """The number of bits that an interval's length takes."""
    return (entry[1] - entry[0]).bit_length()
