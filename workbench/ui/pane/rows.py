"""Rows of bars under the lines: what several people marked, one above the other.

A bar lies just under the words that it is about and says its label. Bars of one person that overlap
lie in the same row, the shorter over the longer. Names of the rows stand before each line that has
a bar, so that nobody has to count.
"""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from workbench.ui.pane.attention import Attention
from workbench.ui.pane.canvas import Canvas
from workbench.ui.pane.marks import Mark
from workbench.ui.pane.piece_layout import Stretch
from workbench.ui.pane.theme import PaneTheme, stroke, tint
from workbench.ui.pane.typography import ROW_BEFORE

_BEGIN = 7.0  # pixels from the text's box to the first row
_ROUND = 3.0
_GROUND = 0.30  # the share of a label's colour in the ground of its bar


def paint_rows(canvas: Canvas, marks: Iterable[Mark], attention: Attention) -> None:
    """Paint the bars of these marks, and the names of their rows before the lines."""
    style = canvas.flow.typography.styles["paragraph"]
    font = canvas.flow.typography.tag
    tops: set[float] = set()
    for mark in marks:
        for number, stretch in enumerate(canvas.seen_of(mark)):
            bar = _bar(stretch, mark.row or 0, height=style.row)
            _paint_bar(canvas, bar, mark, strong=mark.id == attention.focused)
            if number == 0 or stretch.left_end:
                _write_label(canvas.painter, bar, mark, font, canvas.theme)
            tops.add(stretch.box.bottom())
    for top in tops:
        _paint_names(canvas, top, style.row)


def _bar(stretch: Stretch, row: int, *, height: int) -> QRectF:
    """The box of a bar under a stretch of text."""
    box = stretch.box
    top = round(box.bottom() + _BEGIN + row * height)
    return QRectF(box.left(), top, max(4.0, box.width()), height - 2)


def _paint_bar(canvas: Canvas, bar: QRectF, mark: Mark, *, strong: bool) -> None:
    painter, theme = canvas.painter, canvas.theme
    painter.setBrush(QColor(tint(theme, mark.color, _GROUND)))
    painter.setPen(QPen(QColor(stroke(theme, mark.color)), 2.0 if strong else 1.0))
    painter.drawRoundedRect(bar, _ROUND, _ROUND)


def _write_label(painter: QPainter, bar: QRectF, mark: Mark, font: QFont, theme: PaneTheme) -> None:
    """Write what a bar means into it, as far as there is room."""
    metrics = QFontMetricsF(font)
    room = bar.width() - 6
    text = metrics.elidedText(mark.label, Qt.TextElideMode.ElideRight, room)
    if room < metrics.averageCharWidth() or not text:
        return
    painter.setFont(font)
    painter.setPen(QColor(theme.text))
    baseline = bar.center().y() + metrics.capHeight() / 2
    painter.drawText(QPointF(bar.left() + 3, baseline), text)


def _paint_names(canvas: Canvas, bottom: float, height: int) -> None:
    """Write the names of the rows before a line of text that ends at a height."""
    typography, painter = canvas.flow.typography, canvas.painter
    metrics = QFontMetricsF(typography.tag)
    painter.setFont(typography.tag)
    painter.setPen(QColor(canvas.theme.muted))
    room = typography.before - 2 * ROW_BEFORE
    for row, name in enumerate(typography.rows):
        said = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room + 1)
        middle = bottom + _BEGIN + row * height + (height - 2) / 2
        left = -ROW_BEFORE - metrics.horizontalAdvance(said)
        painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), said)
