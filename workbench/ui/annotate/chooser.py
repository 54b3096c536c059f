"""The small tag chooser beside a selection: what can be said, with its keys and guideline.

It never takes the focus and never covers what it is about.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.domain.scheme import Layer, Scheme

_GAP = 8
_WIDTH = 300


class Chooser(QFrame):
    """Offers layers, or the labels of one, by key and by mouse."""

    layer_chosen = Signal(str)
    label_chosen = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Tags"))
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(8, 8, 8, 8)
        self._rows.setSpacing(2)
        self._guideline = QLabel(self)
        self._guidelines: dict[QObject, str] = {}
        self._rule = ""

    def show_layers(self, scheme: Scheme, _recent: str) -> None:
        """Offer the layers."""
        self._clear()
        for layer in scheme.layers:
            button = self._row(layer.key.upper(), layer.name, layer.labels[0].color)
            button.clicked.connect(lambda _=False, name=layer.id: self.layer_chosen.emit(name))
        self._finish("")

    def show_labels(self, layer: Layer) -> None:
        """Offer the labels of a layer; the guideline of the one pointed at stands below."""
        self._clear()
        for label in layer.labels:
            button = self._row(label.key, label.name, label.color)
            self._guidelines[button] = label.guideline
            button.clicked.connect(
                lambda _=False, name=label.id: self.label_chosen.emit(layer.id, name)
            )
        self._finish(layer.span_rule)

    def place(self, anchor: QRect, inside: QRect) -> None:
        """Stand below the anchor, or above it where there is no room, inside a rectangle."""
        # Rows made while the chooser is in sight are hidden until the next event: measure them now.
        for row in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            row.setVisible(self._rows.indexOf(row) >= 0 and row is not self._silent())
        self._rows.activate()
        self.resize(_WIDTH, self._rows.totalHeightForWidth(_WIDTH))
        self.move(beside(anchor, inside, self.size()))

    def _silent(self) -> QWidget | None:
        """The guideline, where it has nothing to say."""
        return None if self._guideline.text() else self._guideline

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the guideline of the label pointed at."""
        if event.type() == QEvent.Type.Enter and watched in self._guidelines:
            self._guideline.setText(self._guidelines[watched])
        return super().eventFilter(watched, event)

    def _clear(self) -> None:
        self._guidelines = {}
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def _row(self, key: str, name: str, color: str) -> QPushButton:
        button = QPushButton(f"{key}   {name}".replace("&", "&&"), self)
        button.setFlat(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setStyleSheet("text-align: left; padding: 4px 8px;")
        swatch = QPixmap(12, 12)
        swatch.fill(QColor(color))
        button.setIcon(QIcon(swatch))
        button.installEventFilter(self)
        self._rows.addWidget(button)
        return button

    def _finish(self, rule: str) -> None:
        self._guideline = QLabel(rule, self)
        self._guideline.setTextFormat(Qt.TextFormat.PlainText)
        self._guideline.setProperty("role", "muted")
        self._guideline.setWordWrap(True)
        self._rows.addWidget(self._guideline)
        self.setFixedWidth(_WIDTH)


def beside(anchor: QRect, inside: QRect, size: QSize) -> QPoint:
    """The corner of a box of that size below the anchor, else above it, never over it."""
    left = max(inside.left() + _GAP, min(anchor.left(), inside.right() - size.width() - _GAP))
    below = anchor.bottom() + _GAP
    if below + size.height() <= inside.bottom():
        return QPoint(left, below)
    above = anchor.top() - _GAP - size.height()
    if above >= inside.top():
        return QPoint(left, above)
    return QPoint(left, below)
