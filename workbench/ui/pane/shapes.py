"""The shapes of marks: each layer has its own, so that colour is never the only difference.

entity: a soft tint behind the text; claim: a bracket under it; event: a box around it; framing: a
wave under it. A ghost has the same shape, dashed and paler.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap

from workbench.domain.colors import blend
from workbench.ui.pane.lanes import Shape, shape_of
from workbench.ui.pane.marks import Mark
from workbench.ui.pane.piece_layout import LANES_BEGIN, Stretch
from workbench.ui.pane.theme import STRONG_TINT, TINT, PaneTheme, stroke, tint
from workbench.ui.pane.typography import Style

GHOST_SHARE, GHOST_TINT, RIM_SHARE = 0.75, 0.09, 0.45
_SIDE = 1.5  # pixels that the innermost frame reaches beyond its text on both sides
_ROUND = 4.0  # pixels of a corner's radius
_EMPHASIS = 2.5  # pixels that the focused mark's frame reaches over its text
_CAP = 4.0  # pixels of a bracket's ends
_WIDTHS: Mapping[Shape, float] = {"tint": 1.0, "box": 1.4, "bracket": 2.0, "wave": 1.5}
_WAVE = 3.0  # pixels of half a wave's length, and of its strip's half height
_TILE = 24.0  # pixels of a tile of waves: whole device pixels at every usual scale


@dataclass(frozen=True, slots=True)
class Drawing:
    """A ground to fill, which lies under the selection, and a line to draw, which lies over it."""

    ground: QPainterPath
    brush: QBrush
    line: QPainterPath
    pen: QPen
    waves: tuple[QRectF, ...]
    bounds: QRectF

    def fill(self, painter: QPainter) -> None:
        """Fill the ground where the painter stands."""
        painter.fillPath(self.ground, self.brush)

    def crosses(self, box: QRectF) -> bool:
        """Whether the line runs through a box."""
        return self.line.intersects(box) or any(wave.intersects(box) for wave in self.waves)

    def draw(self, painter: QPainter) -> None:
        """Draw the line where the painter stands."""
        painter.strokePath(self.line, self.pen)
        if self.waves:
            dashed = self.pen.style() == Qt.PenStyle.CustomDashLine
            ratio = painter.device().devicePixelRatioF()
            tile = _wave_tile(self.pen.color().name(), dashed=dashed, ratio=ratio)
            for wave in self.waves:
                painter.drawTiledPixmap(wave, tile)


def drawing_of(
    mark: Mark, stretches: Iterable[Stretch], style: Style, *, lane: int, theme: PaneTheme
) -> Drawing:
    """How a mark looks over its stretches in one piece, in its lane."""
    shape, ground, line = shape_of(mark.layer), QPainterPath(), QPainterPath()
    ground.setFillRule(Qt.FillRule.WindingFill)
    waves = []
    for stretch in stretches:
        if shape == "tint":
            ground.addRoundedRect(_frame(stretch, _padding(style, lane)), _ROUND, _ROUND)
        if shape == "wave":
            waves.append(_wave(stretch, _lane_y(stretch, style, lane)))
        elif shape == "bracket":
            _add_bracket(line, stretch, _lane_y(stretch, style, lane))
        else:
            _add_frame(line, stretch, _padding(style, lane))
    pen, brush = _pen(mark, shape, theme), _brush(mark, theme)
    bounds = line.boundingRect()
    for wave in waves:
        bounds = bounds.united(wave)
    return Drawing(ground, brush, line, pen, tuple(waves), bounds)


def emphasis_of(mark: Mark, stretches: Iterable[Stretch], theme: PaneTheme) -> Drawing:
    """The strong ground and outline of the focused mark, whatever its layer."""
    ground, line = QPainterPath(), QPainterPath()
    ground.setFillRule(Qt.FillRule.WindingFill)
    for stretch in stretches:
        ground.addRoundedRect(_frame(stretch, _EMPHASIS), _ROUND, _ROUND)
        _add_frame(line, stretch, _EMPHASIS)
    pen = QPen(_color(stroke(theme, mark.color)), 2.0)
    if mark.kind == "ghost":
        pen.setDashPattern([3.0, 1.5])
    brush = QBrush(_color(tint(theme, mark.color, STRONG_TINT)))
    return Drawing(ground, brush, line, pen, (), line.boundingRect())


def _padding(style: Style, lane: int) -> float:
    """How far a frame reaches over its text: outer ones further, within the room there is."""
    return min(1.0 + 2.0 * lane, style.above + 1.0)


def _lane_y(stretch: Stretch, style: Style, lane: int) -> float:
    """The height of a line in its lane, on whole pixels so that it is drawn sharply."""
    return round(stretch.box.bottom() + LANES_BEGIN + lane * style.lane)


def _frame(stretch: Stretch, padding: float) -> QRectF:
    """A stretch with some air around it."""
    side = _SIDE + padding / 2
    return stretch.box.adjusted(-side, -padding, side, padding)


def _add_frame(path: QPainterPath, stretch: Stretch, padding: float) -> None:
    """Add a rounded frame; one that goes on in another line is open on that side."""
    box = _frame(stretch, padding)
    if stretch.left_end and stretch.right_end:
        path.addRoundedRect(box, _ROUND, _ROUND)
        return
    left, right = stretch.left_end, stretch.right_end
    path.moveTo(box.right(), box.top())
    if right:
        path.moveTo(box.right(), box.bottom())
        path.lineTo(box.right(), box.top())
    path.lineTo(box.left(), box.top())
    if left:
        path.lineTo(box.left(), box.bottom())
    else:
        path.moveTo(box.left(), box.bottom())
    path.lineTo(box.right(), box.bottom())


def _add_bracket(path: QPainterPath, stretch: Stretch, y: float) -> None:
    """Add a bar under a stretch, turned up at the ends of the mark."""
    left = stretch.box.left() + (1 if stretch.left_end else 0)
    right = stretch.box.right() - (1 if stretch.right_end else 0)
    path.moveTo(left, y - _CAP if stretch.left_end else y)
    path.lineTo(left, y)
    path.lineTo(right, y)
    if stretch.right_end:
        path.lineTo(right, y - _CAP)


def _wave(stretch: Stretch, y: float) -> QRectF:
    """The strip under a stretch that a wave fills."""
    left, right = round(stretch.box.left()), round(stretch.box.right())
    return QRectF(left, y - _WAVE, right - left, 2 * _WAVE)


@lru_cache(maxsize=256)
def _wave_tile(color: str, *, dashed: bool, ratio: float) -> QPixmap:
    """Some swings of a wave to be laid side by side: stroking long curves costs milliseconds."""
    tile = QPixmap(round(_TILE * ratio), round(2 * _WAVE * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(_swings(dashed=dashed), QPen(QColor(color), 1.1 if dashed else 1.5))
    painter.end()
    return tile


def _swings(*, dashed: bool) -> QPainterPath:
    """The wave of one tile; of a dashed one every other pair of swings is left out."""
    path = QPainterPath()
    for number in range(-1, round(_TILE / _WAVE) + 1):
        x = number * _WAVE
        bend = -_WAVE if number % 2 else _WAVE
        path.moveTo(x, _WAVE)
        if not dashed or number % 4 > 1:
            path.quadTo(QPointF(x + _WAVE / 2, _WAVE + bend), QPointF(x + _WAVE, _WAVE))
    return path


def _pen(mark: Mark, shape: Shape, theme: PaneTheme) -> QPen:
    """The pen of a mark: hardly seen around a tint, dashed and paler for a ghost."""
    ghost = mark.kind == "ghost"
    color = stroke(theme, mark.color, GHOST_SHARE if ghost else 1.0)
    if shape == "tint" and not ghost:
        color = blend(color, tint(theme, mark.color), RIM_SHARE)
    pen = QPen(_color(color), _WIDTHS[shape])
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if ghost:
        pen.setWidthF(max(1.0, _WIDTHS[shape] - 0.4))
        pen.setDashPattern([2.5, 2.5] if shape in ("tint", "box") else [3.0, 2.0])
    return pen


def _brush(mark: Mark, theme: PaneTheme) -> QBrush:
    """The ground of a mark that has one."""
    share = GHOST_TINT if mark.kind == "ghost" else TINT
    return QBrush(_color(tint(theme, mark.color, share)))


@lru_cache(maxsize=1024)
def _color(name: str) -> QColor:
    """A colour by its name, made once."""
    return QColor(name)


def selection_path(boxes: Iterable[QRectF]) -> QPainterPath:
    """The ground of the selection: one rounded box a stretch."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for box in boxes:
        path.addRoundedRect(box.adjusted(-1, -3, 1, 3), 3, 3)
    return path
