"""What the colours of a picture mean: a patch or a piece of line, and a name, one after another."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.operations.charts.drawing import SIZE, Box, Line, Shape, Words, width_of

ROW, MARGIN = 24.0, 8.0  # pixels: the height of a line, and the room around a picture
_PATCH, _LINE, _GAP = 10.0, 26.0, 20.0


@dataclass(frozen=True, slots=True)
class Key:
    """A name and how it is drawn: as a patch of its colour, or as a line with its dash."""

    color: str
    name: str
    line: bool = False
    dash: tuple[float, ...] = ()


def legend(keys: Sequence[Key], y: float, width: float) -> tuple[list[Shape], float]:
    """Keys in as many lines as they take, from y on; gives where they end, too."""
    shapes: list[Shape] = []
    x = MARGIN
    for key in keys:
        sign = _LINE if key.line else _PATCH
        long = sign + 6 + width_of(key.name)
        if x > MARGIN and x + long > width:
            x, y = MARGIN, y + ROW
        shapes += [_sign(key, x, y), Words(x + sign + 6, letters(y), key.name, "muted")]
        x += long + _GAP
    return shapes, y + ROW + MARGIN


def letters(y: float) -> float:
    """Where the letters of a row stand that begins at y."""
    return y + ROW / 2 + 0.36 * SIZE


def _sign(key: Key, x: float, y: float) -> Shape:
    middle = y + ROW / 2
    if key.line:
        return Line(((x, middle), (x + _LINE, middle)), key.color, 2.0, key.dash)
    return Box(x, middle - _PATCH / 2, _PATCH, _PATCH, key.color, key.name)
