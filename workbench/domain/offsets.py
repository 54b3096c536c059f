"""Positions in code points against positions in UTF-16 code units.

Everything in Workbench counts Unicode code points; Qt, and several formats, count UTF-16 units, of
which a character beyond U+FFFF takes two. A table of those characters makes both ways a binary
search, and costs nothing for the many texts that have none.
"""

import re
from bisect import bisect_left, bisect_right

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Translates positions in one text between code points and UTF-16 code units."""

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        # A text of only basic characters has no table, and both ways are the identity.
        self._points = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [point + count for count, point in enumerate(self._points)]

    def to_units(self, point: int) -> int:
        """The UTF-16 position of a code point position."""
        return point + bisect_left(self._points, point)

    def to_points(self, unit: int) -> int:
        """The code point position of a UTF-16 position; inside a pair, that of its character."""
        index = bisect_right(self._units, unit) - 1
        if index < 0:
            return unit
        if unit == self._units[index] + 1:
            return self._points[index]
        return unit - index - (unit > self._units[index])
