"""The side rail: which room of the program is in front.

It is as narrow as its words are high, since the width belongs to the text.
"""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget

ANNOTATE, REVIEW, CORPUS = "annotate", "review", "corpus"
_WIDTH, _AIR, _ROUND = 30, 14, 8.0  # pixels


class RailButton(QAbstractButton):
    """A word that reads upwards; pressed while its room is in front."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """As wide as a line is high."""
        return QSize(
            _WIDTH, round(QFontMetricsF(self._font()).horizontalAdvance(self.text())) + 2 * _AIR
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of the room in front, and the word."""
        colors = self.palette()
        font = self._font()
        metrics = QFontMetricsF(font)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.isChecked() or self.underMouse() or self.hasFocus():
                ground = QColor(colors.highlight().color())
                ground.setAlphaF(0.24 if self.isChecked() else 0.12)
                painter.setPen(colors.highlight().color() if self.hasFocus() else Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), _ROUND, _ROUND)
            muted, text = colors.placeholderText().color(), colors.windowText().color()
            painter.setPen(text if self.isChecked() else muted)
            painter.setFont(font)
            painter.translate(self.width() / 2, self.height() / 2)
            painter.rotate(-90)
            left = -metrics.horizontalAdvance(self.text()) / 2
            painter.drawText(QPointF(left, metrics.capHeight() / 2), self.text())

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        return font


class Rail(QFrame):
    """A button a room; the one in front is pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 10, 2, 10)
        layout.setSpacing(6)
        names = ((ANNOTATE, self.tr("Annotate")), (REVIEW, self.tr("Review")))
        for room, name in (*names, (CORPUS, self.tr("Corpus"))):
            button = RailButton(name, self)
            button.clicked.connect(lambda _=False, room=room: self.chosen.emit(room))
            self._group.addButton(button)
            self._buttons[room] = button
            layout.addWidget(button)
        layout.addStretch(1)

    def show_room(self, room: str) -> None:
        """Show which room is in front."""
        self._buttons[room].setChecked(True)

    def room(self) -> str:
        """The room in front."""
        return next(room for room, button in self._buttons.items() if button.isChecked())
