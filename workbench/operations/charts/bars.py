"""Bars from left to right, one below the other: how many there are of each.

A bar may be made of parts, each in its colour, with their names above the bars. Groups have a head.
What there is none of keeps its row, so that a label that nobody uses is seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.operations.charts.drawing import (
    Box,
    Drawing,
    Shape,
    Words,
    fitting,
    widest,
)
from workbench.operations.charts.legend import MARGIN, ROW, Key, legend, letters

_HEAD, _BAR, _GAP = 30.0, 14.0, 10.0  # pixels
_NAMES = 0.4  # of the width, for names at the most


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar, and what is said of it."""

    number: int
    color: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with its name and the figure beside it; one without parts is the head of a group."""

    name: str
    parts: tuple[Part, ...] = ()
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars in the order in which they stand, and what the colours mean where one needs to know."""

    bars: tuple[Bar, ...]
    legend: tuple[tuple[str, str], ...] = ()  # color, name


def draw_bars(title: str, picture: Bars, width: float) -> Drawing:
    """Lay bars out in a width; the height follows from how many there are."""
    shapes: list[Shape] = []
    y = MARGIN
    if picture.legend:
        keys = [Key(color, name) for color, name in picture.legend]
        found, y = legend(keys, y, width)
        shapes += found
    room = _Room.of(picture, width)
    for bar in picture.bars:
        shapes += room.row(bar, y) if bar.parts else room.head(bar, y)
        y += ROW if bar.parts else _HEAD
    return Drawing(width, y + MARGIN, title, tuple(shapes))


@dataclass(frozen=True, slots=True)
class _Room:
    """How the width is parted between names, bars and figures."""

    names: float
    bars: float
    most: float

    @classmethod
    def of(cls, picture: Bars, width: float) -> "_Room":
        rows = [bar for bar in picture.bars if bar.parts]
        names = min(widest(bar.name for bar in rows), _NAMES * width)
        figures = widest(bar.figure for bar in rows)
        left = width - names - figures - 2 * _GAP - 2 * MARGIN
        most = max((sum(part.number for part in bar.parts) for bar in rows), default=0)
        return cls(names, max(left, ROW), most or 1)

    def head(self, bar: Bar, y: float) -> Iterator[Shape]:
        """The head of a group."""
        yield Words(MARGIN, letters(y + _HEAD - ROW), bar.name, bold=True)

    def row(self, bar: Bar, y: float) -> Iterator[Shape]:
        """A bar with its name before it and its figure behind it."""
        begin = MARGIN + self.names + _GAP
        name = fitting(bar.name, self.names)
        yield Words(begin - _GAP, letters(y), name, anchor="end")
        x = begin
        for part in bar.parts:
            wide = self.bars * part.number / self.most
            if wide:
                yield Box(x, y + (ROW - _BAR) / 2, wide, _BAR, part.color, part.said)
            x += wide
        yield Words(x + 6, letters(y), bar.figure, "muted")
