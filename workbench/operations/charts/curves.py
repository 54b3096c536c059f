"""Curves over time or over a number of articles: shares from 0 to 1, as per cent.

Each curve has a colour and a dash of its own, so that none is told by its colour alone. A value may
have an error, which is drawn as a whisker.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.operations.charts.drawing import (
    SIZE,
    Dot,
    Drawing,
    Line,
    Shape,
    Words,
    width_of,
)
from workbench.operations.charts.legend import MARGIN, Key, legend

_HEIGHT, _LEFT, _BELOW, _RIGHT = 300.0, 52.0, 48.0, 28.0  # pixels: the plot, and room around it
_TICKS_Y = (0.0, 0.25, 0.5, 0.75, 1.0)
DASHES: tuple[tuple[float, ...], ...] = ((), (7, 4), (2, 3), (10, 3, 2, 3))
_DOT, _WHISKER = 3.5, 4.0  # pixels


@dataclass(frozen=True, slots=True)
class Value:
    """A point of a curve: where, how much from 0 to 1, its error, and what it stands for."""

    x: float
    y: float
    error: float = 0.0
    said: str = ""


@dataclass(frozen=True, slots=True)
class Curve:
    """A named row of values, in the order of x."""

    name: str
    color: str
    values: tuple[Value, ...]
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Curves:
    """Curves over one axis, which says at some places what they mean, and what it measures."""

    curves: tuple[Curve, ...]
    ticks: tuple[tuple[float, str], ...] = ()
    axis: str = ""


def draw_curves(title: str, picture: Curves, width: float) -> Drawing:
    """Lay curves out in a width."""
    keys = [Key(curve.color, curve.name, line=True, dash=curve.dash) for curve in picture.curves]
    shapes, y = legend(keys, MARGIN, width)
    plot = _Plot.of(picture, width, y)
    shapes += plot.grid(picture)
    for curve in picture.curves:
        shapes += plot.curve(curve)
    return Drawing(width, y + _HEIGHT + _BELOW, title, tuple(shapes))


def whole_ticks(most: float, *, about: int = 5) -> list[float]:
    """Round whole numbers from 0 to beyond the most, some five of them."""
    rough = max(1.0, most / about)
    size = 10 ** math.floor(math.log10(rough))
    step = next(size * times for times in (1, 2, 5, 10) if size * times >= rough)
    return [step * n for n in range(math.ceil(most / step) + 1)]


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where values come to lie."""

    left: float
    top: float
    width: float
    first: float
    last: float

    @classmethod
    def of(cls, picture: Curves, width: float, top: float) -> "_Plot":
        places = [value.x for curve in picture.curves for value in curve.values]
        places += [x for x, _ in picture.ticks]
        first, last = min(places, default=0.0), max(places, default=1.0)
        if first == last:  # one place alone stands in the middle
            first, last = first - 1, last + 1
        return cls(_LEFT, top, width - _LEFT - _RIGHT, first, last)

    def x(self, value: float) -> float:
        """Where a place of the axis is."""
        return self.left + self.width * (value - self.first) / (self.last - self.first)

    def y(self, share: float) -> float:
        """How far down a share is."""
        return self.top + _HEIGHT * (1 - min(1.0, max(0.0, share)))

    def grid(self, picture: Curves) -> Iterator[Shape]:
        """The lines and words behind the curves."""
        right = self.left + self.width
        for share in _TICKS_Y:
            y = self.y(share)
            yield Line(((self.left, y), (right, y)), "line")
            yield Words(self.left - 8, y + 0.36 * SIZE, f"{share:.0%}", "muted", "end")
        bottom = self.y(0)
        for x, said in self._apart(picture.ticks):
            yield Line(((self.x(x), bottom), (self.x(x), bottom + 5)), "line")
            yield Words(self.x(x), bottom + 5 + 1.2 * SIZE, said, "muted", "middle")
        yield Words(right, bottom + 5 + 2.6 * SIZE, picture.axis, "muted", "end")

    def _apart(self, ticks: Sequence[tuple[float, str]]) -> Iterator[tuple[float, str]]:
        """As many of the ticks as do not run into each other."""
        free = -math.inf
        for x, said in ticks:
            half = width_of(said) / 2
            if self.x(x) - half > free:
                yield x, said
                free = self.x(x) + half + SIZE

    def curve(self, curve: Curve) -> Iterator[Shape]:
        """The line of a curve, its whiskers, and its dots above them."""
        points = tuple((self.x(value.x), self.y(value.y)) for value in curve.values)
        if len(points) > 1:
            yield Line(points, curve.color, 2.0, curve.dash)
        for value in curve.values:
            if value.error:
                yield from self._whisker(value, curve.color)
        for (x, y), value in zip(points, curve.values, strict=True):
            yield Dot(x, y, _DOT, curve.color, value.said)

    def _whisker(self, value: Value, color: str) -> Iterator[Shape]:
        """The error of a value, up and down."""
        x, high, low = (
            self.x(value.x),
            self.y(value.y + value.error),
            self.y(value.y - value.error),
        )
        yield Line(((x, high), (x, low)), color, 1.5)
        for y in (high, low):
            yield Line(((x - _WHISKER, y), (x + _WHISKER, y)), color, 1.5)
