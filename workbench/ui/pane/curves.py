"""Relations of the focused mark as quiet curves: behind the text, with an arrow head and a name.

A curve joins the nearest lines of both marks. Where the other end is out of sight a stub points
there, up or down. Names stand in the gap between two lines, where they hide nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product
from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainterPath, QPen

from workbench.domain.colors import blend
from workbench.ui.pane.canvas import Canvas
from workbench.ui.pane.marks import Link, Mark
from workbench.ui.pane.theme import stroke

_WIDTH = 1.5  # pixels of a curve
_SHARE = 0.8  # of the mark's colour, the rest is background
_HEAD = 7.0  # pixels of an arrow head's side
_STUB = 30.0  # pixels of a stub
_INSET = 10.0  # pixels that an end keeps from the corners of its mark
_AROUND = 24.0  # pixels of a curve that must be seen around its name
_LIFT = 12.0  # pixels that a curve within a line rises at least


@dataclass(frozen=True, slots=True)
class Route:
    """A curve as it is drawn: from the source of a relation to its target, and its name."""

    path: QPainterPath
    name: str
    color: str

    def placed(self, width: float, height: float) -> QRectF:
        """Where a name of some size stands: on the curve's middle, or beside a short curve."""
        middle, extent = self.path.pointAtPercent(0.5), self.path.boundingRect()
        box = QRectF(0, 0, width, height)
        box.moveCenter(middle)
        if self.path.length() < width + _AROUND:
            box.moveLeft(extent.right() + _HEAD)
        return box

    def head(self) -> QPainterPath:
        """The arrow head at the target."""
        tip, before = self.path.pointAtPercent(1.0), self.path.pointAtPercent(0.94)
        angle = atan2(tip.y() - before.y(), tip.x() - before.x())
        head = QPainterPath(tip)
        for turn in (pi * 0.86, -pi * 0.86):
            head.lineTo(tip + QPointF(cos(angle + turn), sin(angle + turn)) * _HEAD)
        head.closeSubpath()
        return head


def routes_of(
    canvas: Canvas, focused: Mark, links: Iterable[Link], find: Callable[[str], Mark | None]
) -> list[Route]:
    """The curves of the relations at a mark, as far as the window shows them."""
    routes = []
    for link in links:
        other = find(link.target if link.source == focused.id else link.source)
        here = _boxes(canvas, focused)
        if other is not None and here:
            leads_here = link.target == focused.id
            there, color = _boxes(canvas, other), _quiet(canvas, focused)
            if there:
                ends = (there, here) if leads_here else (here, there)
                routes.append(Route(_nearest_curve(*ends), link.name, color))
            else:
                below = other.span.start > _first_seen(canvas)
                path = _stub(here[-1 if below else 0], below=below, inward=leads_here)
                routes.append(Route(path, f"{link.name} {'↓' if below else '↑'}", color))
    return routes


def pulled(canvas: Canvas, source: Mark, at: QPointF, target: Mark | None) -> list[Route]:
    """The curve of a relation that is being dragged to a place or a mark; none out of sight."""
    here = _boxes(canvas, source)
    there = _boxes(canvas, target) if target else [QRectF(at, at)]
    if not (here and there):
        return []
    return [Route(_nearest_curve(here, there), "", _quiet(canvas, source))]


def paint_routes(canvas: Canvas, routes: Iterable[Route]) -> None:
    """Paint curves with their heads where the painter stands."""
    for route in routes:
        pen = QPen(QColor(route.color), _WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        canvas.painter.strokePath(route.path, pen)
        canvas.painter.fillPath(route.head(), pen.color())


def paint_names(canvas: Canvas, routes: Iterable[Route]) -> None:
    """Paint the names of curves in the gaps between lines."""
    painter, font, theme = canvas.painter, canvas.flow.typography.tag, canvas.theme
    metrics = QFontMetricsF(font)
    height = metrics.capHeight() + metrics.descent() + 2
    painter.setFont(font)
    for route in routes:
        if route.name:
            label = route.placed(metrics.horizontalAdvance(route.name) + 10, height)
            label.moveTop(canvas.gap_at(label.center().y()) - height / 2)
            label = canvas.settle(label)
            painter.setPen(QPen(QColor(route.color), 1))
            painter.setBrush(QColor(theme.background))
            painter.drawRoundedRect(label, height / 2, height / 2)
            painter.setPen(QColor(theme.muted))
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, route.name)


def _first_seen(canvas: Canvas) -> int:
    """The first position of the piece at the top of the window."""
    return canvas.flow.pieces.starts[canvas.flow.heights.find(canvas.top)]


def _boxes(canvas: Canvas, mark: Mark) -> list[QRectF]:
    """What the window shows of a mark."""
    return [stretch.box for stretch in canvas.seen_of(mark)]


def _nearest_curve(sources: list[QRectF], targets: list[QRectF]) -> QPainterPath:
    """The curve between those two boxes that are nearest to each other."""

    def distance(pair: tuple[QRectF, QRectF]) -> float:
        way = pair[0].center() - pair[1].center()
        return abs(way.y()) * 4 + abs(way.x())

    return _curve(*min(product(sources, targets), key=distance))


def _curve(source: QRectF, target: QRectF) -> QPainterPath:
    """A curve from box to box: over both within a line, else from edge to edge."""
    if abs(source.center().y() - target.center().y()) < source.height() / 2:
        return _arch(source, target)
    down = 1 if target.center().y() > source.center().y() else -1
    start = QPointF(_towards(source, target), source.bottom() if down > 0 else source.top())
    end = QPointF(_towards(target, source), target.top() if down > 0 else target.bottom())
    bend = QPointF(0, max(abs(end.y() - start.y()) * 0.6, _LIFT) * down)
    path = QPainterPath(start)
    path.cubicTo(start + bend, end - bend, end)
    return path


def _arch(source: QRectF, target: QRectF) -> QPainterPath:
    """A curve from the top of a box to the top of another one in its line."""
    start = QPointF(source.center().x(), source.top())
    end = QPointF(_towards(target, source), target.top())
    if source.intersects(target):
        far_left = start.x() - target.left() > target.right() - start.x()
        end.setX(target.left() + _INSET if far_left else target.right() - _INSET)
    lift = QPointF(0, -(_LIFT + abs(end.x() - start.x()) * 0.06))
    path = QPainterPath(start)
    path.cubicTo(start + lift, end + lift, end)
    return path


def _stub(box: QRectF, *, below: bool, inward: bool) -> QPainterPath:
    """A short line from a box up or down, out of it or into it."""
    near = QPointF(box.center().x(), box.bottom() if below else box.top())
    far = near + QPointF(0, _STUB if below else -_STUB)
    path = QPainterPath(far if inward else near)
    path.lineTo(near if inward else far)
    return path


def _towards(box: QRectF, other: QRectF) -> float:
    """The place on a box's edge that is nearest to another box."""
    inset = min(_INSET, box.width() / 2)
    return max(box.left() + inset, min(other.center().x(), box.right() - inset))


def _quiet(canvas: Canvas, mark: Mark) -> str:
    """The colour of curves at a mark."""
    theme = canvas.theme
    return blend(stroke(theme, mark.color), theme.background, _SHARE)
