"""Pictures as SVG: plain shapes and words, no script, nothing from elsewhere.

A picture by itself has the look that it is written in. Those of a page have classes for colours,
so that the page's style, which `styles` gives, can follow the reader's light or dark.
"""

import html
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from workbench.formats.beside import written_beside
from workbench.operations.charts.drawing import SIZE, Box, Dot, Drawing, Line, Look, Shape, Words

Paint = Callable[[str, float], str]
"""How a colour, and a share of it, is said of a shape: an attribute for its fill or stroke."""

FONT = "system-ui,'Segoe UI','DejaVu Sans',sans-serif"


def write_svg(drawing: Drawing, look: Look, out: Path) -> None:
    """Write a picture by itself."""
    with written_beside(out) as file:
        file.write(alone(drawing, look).encode("utf-8"))


def alone(drawing: Drawing, look: Look) -> str:
    """A picture by itself, on the ground of its look."""
    size = f'width="{_number(drawing.width)}" height="{_number(drawing.height)}"'
    ground = f'<rect {size} fill="{look.ground}"/>'
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + _svg(drawing, look.color, ground)


def within(drawing: Drawing) -> str:
    """A picture as a part of a page that has its `styles`."""
    return _svg(drawing, _named, "")


def styles(drawings: Iterable[Drawing], look: Look) -> str:
    """What the colours of pictures are called in a page, as custom properties."""
    used = {
        (shape.color, shape.share if isinstance(shape, Box) else 1.0)
        for drawing in drawings
        for shape in drawing.shapes
    }
    return "".join(
        f"{_property(color, share)}:{look.color(color, share)};" for color, share in sorted(used)
    )


def _named(color: str, share: float = 1.0) -> str:
    return f"var({_property(color, share)})"


def _property(color: str, share: float) -> str:
    """The name of a colour in a page: those of several pictures mean the same."""
    thinned = "" if share == 1 else f"-{share:.2f}".replace(".", "-")
    return f"--ink-{color.removeprefix('#')}{thinned}"


def _svg(drawing: Drawing, paint: Paint, ground: str) -> str:
    """The picture, named for those who hear it."""
    title = _text(drawing.title)
    size = f"{_number(drawing.width)} {_number(drawing.height)}"
    width, height = size.split()
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" width="{width}" '
        f'height="{height}" role="img" font-family="{FONT}" font-size="{_number(SIZE)}">'
    )
    shapes = "".join(_shapes(drawing.shapes, paint))
    return f"{head}<title>{title}</title>{ground}{shapes}</svg>"


def _shapes(shapes: Iterable[Shape], paint: Paint) -> Iterator[str]:
    for shape in shapes:
        match shape:
            case Box():
                yield _box(shape, paint)
            case Line():
                yield _line(shape, paint)
            case Dot():
                place = f'cx="{_number(shape.x)}" cy="{_number(shape.y)}"'
                round = f'<circle {place} r="{_number(shape.radius)}"'
                yield _said(round, "circle", paint(shape.color, 1.0), shape.said)
            case Words():
                yield _words(shape, paint)


def _box(box: Box, paint: Paint) -> str:
    place = f'x="{_number(box.x)}" y="{_number(box.y)}"'
    size = f'width="{_number(box.width)}" height="{_number(box.height)}"'
    return _said(f'<rect {place} {size} rx="2"', "rect", paint(box.color, box.share), box.said)


def _said(begin: str, name: str, color: str, said: str) -> str:
    """A filled shape, and what it stands for as a tip."""
    tip = f"<title>{_text(said)}</title>" if said else ""
    return f'{begin} style="fill:{color}">{tip}</{name}>'


def _line(line: Line, paint: Paint) -> str:
    points = " ".join(f"{_number(x)},{_number(y)}" for x, y in line.points)
    dash = f";stroke-dasharray:{','.join(map(_number, line.dash))}" if line.dash else ""
    style = f"fill:none;stroke:{paint(line.color, 1.0)};stroke-width:{_number(line.width)}{dash}"
    return f'<polyline points="{points}" style="{style}"/>'


def _words(words: Words, paint: Paint) -> str:
    place = f'x="{_number(words.x)}" y="{_number(words.y)}" text-anchor="{words.anchor}"'
    bold = ' font-weight="600"' if words.bold else ""
    style = f"fill:{paint(words.color, 1.0)}"
    return f'<text {place}{bold} style="{style}">{_text(words.text)}</text>'


def _number(value: float) -> str:
    """A length with at most one place behind the point."""
    return f"{value:.1f}".removesuffix(".0")


def _text(text: str) -> str:
    """Text that XML can hold: without the controls that it forbids."""
    return html.escape("".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in text))
