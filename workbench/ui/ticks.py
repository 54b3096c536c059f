"""Ticks: boxes to turn on and off, painted as the style sheet paints those of lists.

Their text is no key of its own whatever stands in it, and is cut where there is no room for it.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

SIZE = 14  # pixels
_GAP = 9  # pixels between a box and its text


def paint_tick(painter: QPainter, box: QRect, *, on: bool) -> None:
    """Paint a box, filled and ticked where it is on."""
    palette = QGuiApplication.palette()
    accent, quiet = palette.highlight().color(), palette.placeholderText().color()
    painter.setPen(QPen(accent if on else quiet, 1.2))
    painter.setBrush(accent if on else palette.button().color())
    painter.drawRoundedRect(box, 4, 4)
    if on:
        paint_mark(painter, box, palette.highlightedText().color())


def paint_mark(painter: QPainter, box: QRect, color: QColor) -> None:
    """Paint the tick alone, as it stands in a box."""
    painter.setPen(QPen(color, 2.0))
    corner = QPoint(box.left() + 6, box.bottom() - 3)
    painter.drawLine(QPoint(box.left() + 3, box.center().y()), corner)
    painter.drawLine(corner, QPoint(box.right() - 2, box.top() + 3))


class TickBox(QCheckBox):
    """A tick with a text beside it, which is painted as it is and has no key of its own."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text; an ampersand in it makes no key."""
        super().setText(text)
        self.setShortcut(QKeySequence())

    def sizeHint(self) -> QSize:
        """Room for the box and the text."""
        metrics = self.fontMetrics()
        width = SIZE + _GAP + metrics.horizontalAdvance(self.text()) + 4
        return QSize(width, max(SIZE, metrics.height()) + 6)

    def minimumSizeHint(self) -> QSize:
        """Room for the box alone; the text is cut where there is less."""
        return QSize(SIZE + _GAP, self.sizeHint().height())

    def hitButton(self, place: QPoint) -> bool:
        """The whole line turns it."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box and its text, in the accent while it has the focus."""
        palette = QGuiApplication.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_tick(painter, QRect(1, (self.height() - SIZE) // 2, SIZE, SIZE), on=self.isChecked())
        painter.setPen((palette.highlight() if self.hasFocus() else palette.text()).color())
        place = self.rect().adjusted(SIZE + _GAP, 0, 0, 0)
        metrics = painter.fontMetrics()
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()
