"""How each kind of zone is set: fonts, line pitch, gaps, and the measure.

The measure is about 70 characters, the line pitch 1.65 of the font's height for running text: the
room over the text takes the outlines of marks, the room under it their lanes. The reader chooses
size, typeface and measure; everything else follows from them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from workbench.ui.pane.pieces import PieceKind

Typeface = Literal["serif", "sans", "system"]
Measure = Literal["narrow", "normal", "wide"]

MEASURES: Mapping[Measure, int] = {"narrow": 56, "normal": 70, "wide": 90}  # characters
SMALLEST, LARGEST = 8.0, 40.0  # points
ROW_GAP = 2  # pixels between one row of bars and the next
ROW_BEFORE = 10  # pixels before and after the name of a row
_LONGEST = 160  # pixels for the names of rows
# Faces made for long reading on screens, the best first; the last ones come with most systems.
_FACES: Mapping[Typeface, tuple[str, ...]] = {
    "serif": (
        "Source Serif 4",
        "Source Serif Pro",
        "Literata",
        "Charter",
        "Bitstream Charter",
        "Iowan Old Style",
        "Georgia",
        "Noto Serif",
        "Cambria",
        "Liberation Serif",
        "DejaVu Serif",
    ),
    "sans": (
        "Source Sans 3",
        "Inter",
        "Segoe UI",
        "Helvetica Neue",
        "Noto Sans",
        "Liberation Sans",
        "DejaVu Sans",
    ),
    "system": (),
}
_SAMPLE = "The minister said on Thursday that talks on a treaty would begin again in spring. "


@dataclass(frozen=True, slots=True)
class Look:
    """What a reader chooses: size in points, typeface, measure, and room for labels over lines.

    `rows` are the names of the rows of bars that have room under a line that has any.
    """

    points: float = 14.0
    typeface: Typeface = "serif"
    measure: Measure = "normal"
    tags: bool = False
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of piece is set; lengths in pixels, `advance` is a character's mean width.

    Under a line with bars is room for `rows` rows of them, each `row` pixels high.
    """

    font: QFont
    pitch: int
    above: int
    ascent: float
    height: float
    advance: float
    gap: int
    muted: bool = False
    rows: int = 0
    row: int = 0

    @property
    def lane(self) -> int:
        """The distance from lane to lane under the text."""
        return max(4, round(self.height * 0.2))

    @property
    def free_lanes(self) -> int:
        """How many lanes the ordinary pitch has room for."""
        return max(0, int(self.pitch - self.above - self.height - 2) // self.lane)


@dataclass(frozen=True, slots=True)
class Typography:
    """The style of each kind of piece, and the width of a full line, in pixels.

    `rows` are the names of the rows of bars, which have `before` pixels before the lines.
    """

    styles: Mapping[PieceKind, Style]
    measure: int
    tag: QFont
    rows: tuple[str, ...] = ()
    before: int = 0

    def estimate(self, kind: PieceKind, characters: int, width: int, *, last: bool) -> int:
        """The likely height of a piece of so many characters."""
        style = self.styles[kind]
        lines = max(1, ceil(characters * style.advance / width))
        return lines * style.pitch + (style.gap if last else 0)


def typography(look: Look) -> Typography:
    """How text is set for a look."""
    face, points = reading_face(look.typeface), look.points
    tag = _tag_font(points)
    height = ceil(QFontMetricsF(tag).height())
    room = height if look.tags else 0
    text = _style(face, points, room=room)
    styles: dict[PieceKind, Style] = {
        "paragraph": text,
        "headline": _style(
            face, points * 1.65, leading=1.4, gap=0.5, weight=QFont.Weight.Bold, room=room
        ),
        "lead": _style(
            face, points * 1.1, leading=1.6, gap=0.5, weight=QFont.Weight.Medium, room=room
        ),
        "heading": _style(face, points * 1.15, weight=QFont.Weight.Bold, room=room),
        "byline": _style(face, points * 0.88, muted=True, room=room),
        "caption": _style(face, points * 0.88, muted=True, room=room),
        "blank": _style(face, points * 0.5, leading=1.0, gap=0.0),
    }
    if look.rows:
        styles |= {
            kind: replace(style, rows=len(look.rows), row=height + ROW_GAP)
            for kind, style in styles.items()
            if kind != "blank"
        }
    measure = ceil(MEASURES[look.measure] * text.advance)
    return Typography(styles, measure, tag, look.rows, _before(look.rows, tag))


def _before(rows: Sequence[str], tag: QFont) -> int:
    """The room before the lines for the names of rows, of which very long ones are cut."""
    widths = map(QFontMetricsF(tag).horizontalAdvance, rows)
    return min(_LONGEST, ceil(max(widths)) + 2 * ROW_BEFORE) if rows else 0


def reading_face(typeface: Typeface) -> str:
    """The first face of a kind that this machine has, else the system's own."""
    own = QFont().family()
    return next((face for face in _FACES[typeface] if QFontDatabase.hasFamily(face)), own)


def _tag_font(points: float) -> QFont:
    """The small font of labels over lines."""
    font = QFont()
    font.setPointSizeF(max(7.0, points * 0.62))
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _style(
    face: str,
    points: float,
    *,
    leading: float = 1.65,
    gap: float = 0.3,
    weight: QFont.Weight = QFont.Weight.Normal,
    muted: bool = False,
    room: int = 0,
) -> Style:
    """A style from sizes that are shares of the font's own height."""
    font = QFont(face)
    font.setPointSizeF(points)
    font.setWeight(weight)
    metrics = QFontMetricsF(font)
    height = metrics.ascent() + metrics.descent()
    pitch = max(round(height * leading), ceil(height)) + room
    return Style(
        font=font,
        pitch=pitch,
        above=room + round((pitch - room - height) * 0.3),
        ascent=metrics.ascent(),
        height=height,
        advance=metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE),
        gap=round(height * gap),
        muted=muted,
    )
