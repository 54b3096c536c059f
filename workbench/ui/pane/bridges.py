"""Dotted lines from fragment to fragment of the focused mark, so that they are seen as one.

In one line of text they join; from line to line a short end leads out and another one in.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPen

from workbench.ui.pane.canvas import Canvas
from workbench.ui.pane.marks import Mark
from workbench.ui.pane.piece_layout import Stretch
from workbench.ui.pane.theme import stroke

_WIDTH = 2.0  # pixels of a dot
_BELOW = 2.0  # pixels under the text
_END = 18.0  # pixels of an end that leads to another line


def paint_bridges(canvas: Canvas, mark: Mark) -> None:
    """Paint what joins the fragments of a mark, as far as the window shows them."""
    pen = QPen(QColor(stroke(canvas.theme, mark.color)), _WIDTH, Qt.PenStyle.DotLine)
    canvas.painter.setPen(pen)
    for one, other in pairwise(mark.fragments):
        out = next((s for s in canvas.seen(one) if s.end is not None), None)
        into = next((s for s in canvas.seen(other) if s.start is not None), None)
        for line in _between(out, into):
            canvas.painter.drawLine(line)


def _between(out: Stretch | None, into: Stretch | None) -> Iterator[QLineF]:
    """The lines between the end of a fragment and the start of the next one."""
    if out and into and out.box.top() == into.box.top():
        yield _line(out, out.end, into.start)
        return
    if out and out.end is not None:
        yield _line(out, out.end, out.end + (-_END if out.backward else _END))
    if into and into.start is not None:
        yield _line(into, into.start, into.start + (_END if into.backward else -_END))


def _line(stretch: Stretch, start: float | None, end: float | None) -> QLineF:
    """A line under the text of a stretch."""
    y = round(stretch.box.bottom() + _BELOW)
    return QLineF(start or 0.0, y, end or 0.0, y)
