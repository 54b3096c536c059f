"""Heights of many pieces under each other: where each begins, and which lies at a place.

A Fenwick tree keeps both questions, and the correction of one estimated height, at O(log n), so
that a text of any length scrolls alike. Heights are whole pixels: sums of floats would drift.
"""

from collections.abc import Iterable


class Heights:
    """The heights of pieces in pixels, with their running sums."""

    __slots__ = ("_heights", "_top_bit", "_tree")

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._heights = list(heights)
        self._tree = [0, *self._heights]
        size = len(self._tree)
        for index in range(1, size):
            parent = index + (index & -index)
            if parent < size:
                self._tree[parent] += self._tree[index]
        self._top_bit = 1 << max(size - 1, 1).bit_length()

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> int:
        return self._heights[index]

    def change(self, index: int, height: int) -> int:
        """Set the height of a piece; returns by how much it grew."""
        growth = height - self._heights[index]
        self._heights[index] = height
        place = index + 1
        while growth and place < len(self._tree):
            self._tree[place] += growth
            place += place & -place
        return growth

    def top(self, index: int) -> int:
        """Where a piece begins; for the index after the last one, the height of all."""
        total = 0
        while index > 0:
            total += self._tree[index]
            index -= index & -index
        return total

    @property
    def total(self) -> int:
        """The height of all pieces."""
        return self.top(len(self._heights))

    def find(self, y: int) -> int:
        """The piece at a height; above and below the text the first and the last piece."""
        place, step = 0, self._top_bit
        while step:
            following = place + step
            if following < len(self._tree) and self._tree[following] <= y:
                place = following
                y -= self._tree[following]
            step >>= 1
        return min(place, max(len(self._heights) - 1, 0))
