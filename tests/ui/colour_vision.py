"""How far apart two colours are for eyes that lack one kind of cone.

The matrices for complete protanopia, deuteranopia and tritanopia are those of Machado, Oliveira and
Fernandes (2009), applied to linear RGB; distances are Euclidean in CIELAB (D65), where some 2.3 is
just noticeable.
"""

import math
from typing import Literal

Vision = Literal["full", "protan", "deutan", "tritan"]
Triple = tuple[float, float, float]

SIMULATED: dict[Vision, tuple[Triple, Triple, Triple]] = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
_WHITE = (0.95047, 1.0, 1.08883)


def distance(a: str, b: str, vision: Vision) -> float:
    """How different two colours "#rrggbb" look."""
    return math.dist(_lab(_seen(a, vision)), _lab(_seen(b, vision)))


def _seen(color: str, vision: Vision) -> Triple:
    linear = tuple(_linear(int(color[i : i + 2], 16) / 255) for i in (1, 3, 5))
    red, green, blue = _times(SIMULATED[vision], linear)
    return _within(red), _within(green), _within(blue)


def _times(matrix: tuple[Triple, Triple, Triple], vector: tuple[float, ...]) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _within(value: float) -> float:
    return min(1.0, max(0.0, value))


def _lab(linear: Triple) -> Triple:
    x, y, z = (_root(v / white) for v, white in zip(_times(_TO_XYZ, linear), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(value: float) -> float:
    return math.cbrt(value) if value > 0.008856 else 7.787 * value + 16 / 116
