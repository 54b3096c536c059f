"""Lines in a picture, as SVG that needs nothing else: readable on light and on dark pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

_WIDTH, _HEIGHT = 680, 380
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 230, 44, 48
_COLORS = ("#d55e00", "#0072b2", "#009e73", "#cc79a7")  # of the palette of Okabe and Ito
_INK = "#7a7f87"  # with a contrast of at least 3 to white and to black


@dataclass(frozen=True, slots=True)
class Curve:
    """A named line through points of (articles, share from 0 to 1)."""

    name: str
    points: Sequence[Sequence[float]]
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """A picture of several curves, with what it shows and what runs to the right."""

    title: str
    across: str
    curves: Sequence[Curve]


def picture(lines: Lines) -> str:
    """The picture as SVG."""
    return "".join(_picture(lines))


def _picture(lines: Lines) -> Iterator[str]:
    most = max(point[0] for curve in lines.curves for point in curve.points)
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
    yield f'font-family="sans-serif" font-size="13" fill="{_INK}">'
    yield f"<title>{escape(lines.title)}</title>"
    yield f'<text x="{_LEFT}" y="24" font-size="15">{escape(lines.title)}</text>'
    yield from _axes(lines.across, most)
    names = sorted({curve.name.partition(",")[0] for curve in lines.curves})
    for number, curve in enumerate(lines.curves):
        color = _COLORS[names.index(curve.name.partition(",")[0]) % len(_COLORS)]
        yield from _curve(curve, number, color, most)
    yield "</svg>\n"


def _axes(across: str, most: float) -> Iterator[str]:
    """Lines every fifth, with what they stand for."""
    for fifth in range(6):
        y = _y(fifth / 5)
        yield f'<path d="M{_LEFT} {y}H{_WIDTH - _RIGHT}" stroke="{_INK}" stroke-opacity="0.35"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{20 * fifth} %</text>'
    for fifth in range(6):
        number = round(most * fifth / 5)
        x = _x(number, most)
        yield f'<text x="{x}" y="{_HEIGHT - _BOTTOM + 20}" text-anchor="middle">{number}</text>'
    middle = (_LEFT + _WIDTH - _RIGHT) / 2
    yield f'<text x="{middle}" y="{_HEIGHT - 8}" text-anchor="middle">{escape(across)}</text>'


def _curve(curve: Curve, number: int, color: str, most: float) -> Iterator[str]:
    """A line with its name in the margin."""
    path = " ".join(f"{_x(x, most)},{_y(y)}" for x, y in curve.points)
    dash = ' stroke-dasharray="6 4"' if curve.dashed else ""
    yield f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="2.5"{dash}/>'
    y, left = _TOP + 16 + 20 * number, _WIDTH - _RIGHT + 14
    yield f'<path d="M{left} {y - 4}h22" stroke="{color}" stroke-width="2.5"{dash}/>'
    yield f'<text x="{left + 28}" y="{y}">{escape(curve.name)}</text>'


def _x(number: float, most: float) -> float:
    return round(_LEFT + number / most * (_WIDTH - _LEFT - _RIGHT), 1)


def _y(share: float) -> float:
    return round(_HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM), 1)
