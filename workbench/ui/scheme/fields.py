"""Editors of a yes or no and of a colour.

Like the fields of the inspector they show what is kept elsewhere, and say what a person wants.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from workbench.ui.annotate.fields import LineField

_SWATCH = QSize(14, 14)


def swatch(color: str) -> QIcon:
    """A small field of a colour."""
    pixmap = QPixmap(_SWATCH)
    pixmap.fill(QColor(color))
    return QIcon(pixmap)


class FlagField(QCheckBox):
    """A yes or no."""

    chosen = Signal(bool)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.clicked.connect(self.chosen)

    def show_value(self, value: bool) -> None:  # noqa: FBT001  (it is the value)
        """Show whether it holds."""
        self.setChecked(value)


class ColorField(QWidget):
    """A colour as `#rrggbb`, with a button to pick one; `pick` asks the person."""

    chosen = Signal(str)

    def __init__(self, pick: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pick = pick
        self._line, self._button = LineField(self), QPushButton(self.tr("Pick…"), self)
        self._line.committed.connect(self.chosen)
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self._on_clicked)
        self.setFocusProxy(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line, 1)
        row.addWidget(self._button)

    def setAccessibleName(self, name: str) -> None:
        """Name the line, which is what has the focus."""
        self._line.setAccessibleName(name)

    def show_value(self, color: str) -> None:
        """Show a colour."""
        self._line.show_value(color)
        self._button.setIcon(swatch(color))

    def commit(self) -> None:
        """Say what was typed and not said yet."""
        self._line.commit()

    def _on_clicked(self) -> None:
        color = self._pick(self._line.text())
        if color:
            self.chosen.emit(color)
