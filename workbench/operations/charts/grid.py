"""A heat map: a figure in every cell, the warmer the more it needs to be looked at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.operations.charts.drawing import (
    SIZE,
    Anchor,
    Box,
    Drawing,
    Shape,
    Words,
    fitting,
    widest,
)

_MARGIN, _LINE, _PAD = 8.0, 17.0, 12.0  # pixels
_COLUMN = 170.0  # the widest that a column may be


@dataclass(frozen=True, slots=True)
class Warmth:
    """A cell: what is said in it, a line each, its colour, and how full that is from 0 to 1."""

    lines: tuple[str, ...]
    color: str = ""
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Cells by row and column; the heads of rows may have several lines."""

    rows: tuple[tuple[str, ...], ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Warmth, ...], ...]


def draw_heat_map(title: str, picture: HeatMap) -> Drawing:
    """Lay a heat map out; its size follows from what is in it."""
    heads = widest(line for row in picture.rows for line in row) + _PAD
    columns = [_column_width(picture, number) for number in range(len(picture.columns))]
    deep = max((len(cell.lines) for row in picture.cells for cell in row), default=1)
    high = max(deep, *(len(row) for row in picture.rows), 1) * _LINE + _PAD
    shapes: list[Shape] = [Words(_MARGIN, _MARGIN + _LINE, title, bold=True)]
    top = _MARGIN + 2 * _LINE
    x = _MARGIN + heads
    for name, wide in zip(picture.columns, columns, strict=True):
        fits = fitting(name, wide - _PAD)
        shapes.append(Words(x + wide / 2, top + _LINE, fits, "muted", "middle"))
        x += wide
    y = top + _LINE + _PAD
    for head, cells in zip(picture.rows, picture.cells, strict=True):
        shapes += _lines(head, _MARGIN, y, high, "muted")
        shapes += _cells(cells, columns, _MARGIN + heads, y, high)
        y += high
    return Drawing(x + _MARGIN, y + _MARGIN, title, tuple(shapes))


def _column_width(picture: HeatMap, number: int) -> float:
    """As wide as what stands in a column, within bounds."""
    said = [line for row in picture.cells for line in row[number].lines]
    return max(min(widest([picture.columns[number]]), _COLUMN), widest(said)) + _PAD


def _cells(
    cells: Sequence[Warmth], columns: Sequence[float], x: float, y: float, high: float
) -> Iterator[Shape]:
    """A row of cells, their grounds with a gap between them."""
    for cell, wide in zip(cells, columns, strict=True):
        if cell.share:
            said = " ".join(cell.lines)
            yield Box(x + 1, y + 1, wide - 2, high - 2, cell.color, said, cell.share)
        yield from _lines(cell.lines, x + wide / 2, y, high, "text", anchor="middle")
        x += wide


def _lines(
    lines: Sequence[str], x: float, y: float, high: float, below: str, *, anchor: Anchor = "start"
) -> Iterator[Shape]:
    """Lines of words in the middle of a row's height; `below` is the colour of all but the first.

    On the ground of a cell nothing but the colour of the text can always be read.
    """
    base = y + (high - len(lines) * _LINE) / 2 + _LINE / 2 + 0.36 * SIZE
    for number, line in enumerate(lines):
        color = below if number else "text"
        yield Words(x, base + number * _LINE, line, color, anchor)
