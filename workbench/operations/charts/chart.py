"""A chart: a picture of some figures, and the table of the very same figures beside it.

Whoever cannot see the picture, or wants to go on with its figures, has the table. A chart of
nothing says so in a sentence, in the place of the picture.
"""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.operations.charts.bars import Bars, draw_bars
from workbench.operations.charts.curves import Curves, draw_curves
from workbench.operations.charts.drawing import Drawing, Words

Cell = str | int
_EMPTY = 60.0  # pixels: the height of a picture that is a sentence


@dataclass(frozen=True, slots=True)
class Speech:
    """How charts say things: a text by its English, a number, a day of the form 2025-03-31."""

    say: Callable[[str], str] = str
    number: Callable[[int], str] = "{:,}".format
    day: Callable[[str], str] = str


@dataclass(frozen=True, slots=True)
class Chart:
    """What is shown under an id that never changes, and what is said where there is nothing."""

    id: str
    title: str
    about: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    picture: Bars | Curves
    nothing: str


def is_figure(cell: Cell) -> bool:
    """Whether a cell is a number or a share, which stand to the right, and not a word."""
    return isinstance(cell, int) or cell.endswith("%")


def draw(chart: Chart, width: float) -> Drawing:
    """Lay the picture of a chart out in a width."""
    if not chart.rows:
        words = (Words(width / 2, _EMPTY / 2, chart.nothing, "muted", "middle"),)
        return Drawing(width, _EMPTY, chart.title, words)
    if isinstance(chart.picture, Bars):
        return draw_bars(chart.title, chart.picture, width)
    return draw_curves(chart.title, chart.picture, width)
