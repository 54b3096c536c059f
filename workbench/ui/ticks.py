"""Ticks: boxes to turn on and off, alike wherever they stand.

The style sheet takes the frame from the platform's own boxes, so that one that is off could not be
seen; these paint themselves in the colours of the application.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

SIZE = 14  # pixels
_GAP = 9  # pixels between a box and its text


def paint_tick(painter: QPainter, box: QRect, color: QColor, *, on: bool, framed: bool) -> None:
    """Paint a box with or without its tick, or a tick without a box."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if framed:
        painter.setPen(QPen(color, 1.2))
        painter.drawRoundedRect(box, 3, 3)
    if on:
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
        """Paint the box in the text's colour, in the accent while it has the focus."""
        palette = QGuiApplication.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = palette.highlight().color() if self.hasFocus() else palette.text().color()
        box = QRect(1, (self.height() - SIZE) // 2, SIZE, SIZE)
        paint_tick(painter, box, color, on=self.isChecked(), framed=True)
        painter.setPen(palette.text().color())
        place = self.rect().adjusted(SIZE + _GAP, 0, 0, 0)
        metrics = painter.fontMetrics()
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()
