"""Handles at the borders of the focused annotation: where they are, how they look, what is hit.

A handle hangs under its border: a thin bar along the text, and a knob in the gap below, so that
neither hides a letter nor the label over the mark. The knob is easy to take; the bar only where it
is exactly meant, since sweeps over the words inside and beside a mark begin there as well.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPen

from workbench.ui.pane.borders import Border
from workbench.ui.pane.canvas import Canvas
from workbench.ui.pane.flow import Flow
from workbench.ui.pane.marks import Mark
from workbench.ui.pane.theme import stroke

REACH = 3.5  # pixels beside a bar that still take its handle
KNOB_REACH = 7.0  # pixels beside a knob that do
_KNOB = 3.5  # pixels of a knob's radius
_BAR = 2.0  # pixels of a bar's width
_OVER = 2.5  # pixels that a bar reaches over its text, as the focused mark's frame does


@dataclass(frozen=True, slots=True)
class Handle:
    """A handle: its border, and the line that it is drawn on, from the text's upper left."""

    border: Border
    x: float
    top: float
    bottom: float

    def takes(self, point: QPointF) -> bool:
        """Whether a place means this handle: its bar, or the knob below."""
        beside, lowest = abs(point.x() - self.x), self.bottom + 2 * _KNOB + _OVER
        if point.y() > self.bottom:
            return beside <= KNOB_REACH and point.y() <= lowest
        return beside <= REACH and point.y() >= self.top - _OVER


def handles_of(flow: Flow, mark: Mark, top: int, height: int) -> list[Handle]:
    """The handles of a mark that a window shows."""
    found = []
    for index, fragment in enumerate(mark.fragments):
        for stretch in flow.seen(fragment, top, height):
            box = stretch.box
            if stretch.start is not None:
                border = Border(index, "start")
                found.append(Handle(border, stretch.start, box.top(), box.bottom()))
            if stretch.end is not None:
                found.append(Handle(Border(index, "end"), stretch.end, box.top(), box.bottom()))
    return found


def handle_at(handles: Iterable[Handle], point: QPointF) -> Handle | None:
    """The handle that a place means, the nearer of two; None for none."""
    taking = (handle for handle in handles if handle.takes(point))
    return min(taking, key=lambda handle: abs(handle.x - point.x()), default=None)


def paint_handles(canvas: Canvas, mark: Mark) -> None:
    """Paint the handles of a mark."""
    painter, color = canvas.painter, QColor(stroke(canvas.theme, mark.color))
    for handle in handles_of(canvas.flow, mark, canvas.top, canvas.height):
        left, top = handle.x - _BAR / 2, handle.top - _OVER
        painter.fillRect(QRectF(left, top, _BAR, handle.bottom + _OVER - top), color)
        painter.setBrush(color)
        painter.setPen(QPen(QColor(canvas.theme.background), 1.0))
        painter.drawEllipse(QPointF(handle.x, handle.bottom + _OVER + _KNOB - 1), _KNOB, _KNOB)
