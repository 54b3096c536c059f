"""One row of the chooser: key, colour, name, and the guideline's beginning, in one line."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_INSET, _KEY, _SWATCH, _GAP = 8, 22, 12, 8
_RADIUS = 6.0
_QUIET = 0.72


class ChoiceRow(QAbstractButton):
    """A button that paints itself, since a push button has one text in one colour."""

    def __init__(
        self,
        key: str,
        name: str,
        parent: QWidget,
        *,
        color: str = "",
        told: str = "",
    ) -> None:
        super().__init__(parent)
        self.setText(name)
        self.setShortcut(QKeySequence())  # which an ampersand in the name would make
        self.setAccessibleName(name)
        self.setAccessibleDescription(told)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._key = key
        self._color = color
        self._told = " ".join(told.split())
        self._names: Sequence[str] = (name,)

    def key(self) -> str:
        """The key that says the same."""
        return self._key

    def keep_room_for(self, names: Sequence[str]) -> None:
        """Begin what is told behind the longest of these names, so that rows stand in columns."""
        self._names = names

    def sizeHint(self) -> QSize:
        """As high as a line with room around it; as wide as it is given."""
        return QSize(0, self.fontMetrics().height() + 2 * _INSET - 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the parts from left to right, as far as there is room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse():
            painter.setBrush(self.palette().highlight().color().lighter(100))
            painter.setOpacity(0.18)
            painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
            painter.setOpacity(1.0)
        left = _INSET
        painter.setPen(self._quiet())
        painter.drawText(self._cell(left, _KEY), Qt.AlignmentFlag.AlignVCenter, self._key)
        left += _KEY
        if self._color:
            top = (self.height() - _SWATCH) / 2
            painter.fillRect(QRectF(left, top, _SWATCH, _SWATCH), QColor(self._color))
            left += _SWATCH + _GAP
        self._paint_words(painter, left)
        painter.end()

    def _paint_words(self, painter: QPainter, left: int) -> None:
        """The name, then what is told of it in the column behind the longest name."""
        metrics = self.fontMetrics()
        room = self.width() - left - _INSET
        # A pixel more: the advance is rounded, and what is rounded down would be elided.
        width = min(room, 1 + max(metrics.horizontalAdvance(name) for name in self._names))
        name = metrics.elidedText(self.text(), Qt.TextElideMode.ElideMiddle, width)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self._cell(left, width), Qt.AlignmentFlag.AlignVCenter, name)
        rest = room - width - 2 * _GAP
        told = metrics.elidedText(self._told, Qt.TextElideMode.ElideRight, rest)
        if told and rest > 0:
            painter.setPen(self._quiet())
            cell = self._cell(left + width + 2 * _GAP, rest)
            painter.drawText(cell, Qt.AlignmentFlag.AlignVCenter, told)

    def _quiet(self) -> QColor:
        """The colour of what is not the name: the text's, held back, still easy to read."""
        color = QColor(self.palette().windowText().color())
        color.setAlphaF(_QUIET)
        return color

    def _cell(self, left: int, width: int) -> QRect:
        return QRect(left, 0, width, self.height())
