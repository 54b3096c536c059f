"""What a picture is made of: boxes, lines, dots and words at their places, and the look it has.

A picture is laid out once, without a window or a font at hand, and painted twice: by Qt in the
window and into PNG, and as SVG, so that both are the same. Widths of words are therefore taken
from a table of how wide characters are at the widest, and places leave room for it.

A colour is one of the look's own, by its name, or that of a label, which is drawn towards the
colour of the text until it can be seen on the ground of the look.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from workbench.domain.colors import blend, standing_out

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]
SIZE = 13.0  # of words, in pixels
_SEEN = 3.0  # the contrast that WCAG asks of graphics
_WIDE, _USUAL = 1.1, 0.6  # of the size: characters of East Asia, and all others


@dataclass(frozen=True, slots=True)
class Look:
    """The colours that a picture is painted in, each as "#rrggbb"."""

    ground: str
    text: str
    muted: str
    line: str
    accent: str

    def color(self, name: str, share: float = 1.0) -> str:
        """A colour of the look by its name, or a label's, made to be seen; thinned by `share`."""
        drawn = getattr(self, name) if not name.startswith("#") else _seen(self, name)
        return drawn if share == 1 else blend(drawn, self.ground, share)


@lru_cache(maxsize=4096)
def _seen(look: Look, color: str) -> str:
    return standing_out(color, text=look.text, ground=look.ground, least=_SEEN)


LIGHT = Look(ground="#ffffff", text="#1d2329", muted="#565e67", line="#d3d8dd", accent="#1f69a0")
DARK = Look(ground="#171b1f", text="#e6e9ec", muted="#a5adb5", line="#414950", accent="#5aa0d7")


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; `said` is what it stands for, and `share` how full its colour is."""

    x: float
    y: float
    width: float
    height: float
    color: str
    said: str = ""
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points, `width` pixels wide; a dash and a gap are as long as `dash` says."""

    points: tuple[Point, ...]
    color: str
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Dot:
    """A round mark at a point."""

    x: float
    y: float
    radius: float
    color: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text: where it begins, has its middle, or ends, and how high its letters stand."""

    x: float
    y: float
    text: str
    color: str = "text"
    anchor: Anchor = "start"
    bold: bool = False


Shape = Box | Line | Dot | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture: its size in pixels, what it is called, and its shapes from the back to the front.

    The same picture may be painted at any scale.
    """

    width: float
    height: float
    title: str
    shapes: tuple[Shape, ...]


def width_of(text: str) -> float:
    """How wide some words are at the most, in pixels."""
    return SIZE * sum(_WIDE if unicodedata.east_asian_width(c) in "WF" else _USUAL for c in text)


def widest(texts: Iterable[str]) -> float:
    """How wide the widest of some words is."""
    return max(map(width_of, texts), default=0.0)


def fitting(text: str, width: float) -> str:
    """Words, cut at the end where they are wider than there is room."""
    if width_of(text) <= width:
        return text
    while text and width_of(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"
