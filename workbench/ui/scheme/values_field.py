"""The values of a choice as a list: renamed in place, taken out, moved, and one more at the end."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.annotate.fields import LineField

_ROW, _RIM = 30, 10  # pixels of a value, and around all
_VALUE = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ValuesField(QWidget):
    """The values of a choice: F2 calls one otherwise, Del takes it out, Alt+arrows move it."""

    chosen = Signal(tuple)  # the values, with one more, one less, or in another order
    renamed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list, self._new = _ValueList(self), LineField(self)
        self._list.setToolTip(self.tr("F2 renames, Del removes, Alt+Up and Alt+Down move."))
        self._list.itemChanged.connect(self._on_renamed)
        self._list.removed.connect(self._on_removed)
        self._list.moved.connect(self._on_moved)
        self._new.setPlaceholderText(self.tr("Another value, then Enter"))
        self._new.setAccessibleName(self.tr("Another value"))
        self._new.committed.connect(self._on_added)
        self.setFocusProxy(self._list)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._list)
        rows.addWidget(self._new)

    def setAccessibleName(self, name: str) -> None:
        """Name the list, which is what has the focus."""
        self._list.setAccessibleName(name)

    def show_value(self, values: Sequence[str]) -> None:
        """Show the values that hold; the one in hand stays in hand."""
        row = self._list.currentRow()
        blocker = QSignalBlocker(self._list)
        self._list.clear()
        for value in values:
            item = QListWidgetItem(value, self._list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setData(_VALUE, value)
        self._list.setFixedHeight(_ROW * max(2, min(8, len(values))) + _RIM)
        self._list.setCurrentRow(min(row, len(values) - 1))
        blocker.unblock()

    def commit(self) -> None:
        """Say what was typed and not said yet."""
        self._new.commit()

    def _values(self) -> list[str]:
        return [str(self._list.item(row).data(_VALUE)) for row in range(self._list.count())]

    def _on_renamed(self, item: QListWidgetItem) -> None:
        old, new = str(item.data(_VALUE)), item.text().strip()
        if new and new != old:
            self.renamed.emit(old, new)
        else:
            item.setText(old)

    def _on_removed(self, row: int) -> None:
        values = self._values()
        del values[row]
        self.chosen.emit(tuple(values))

    def _on_moved(self, row: int, step: int) -> None:
        values = self._values()
        if 0 <= row + step < len(values):
            values.insert(row + step, values.pop(row))
            self._list.setCurrentRow(row + step)
            self.chosen.emit(tuple(values))

    def _on_added(self, text: str) -> None:
        if not text.strip():
            return
        self._new.clear()
        self._new.show_value("")
        self.chosen.emit((*self._values(), text.strip()))


class _ValueList(QListWidget):
    """A list that hears the keys of its items."""

    removed = Signal(int)
    moved = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "field")
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove with Del, move with Alt and an arrow; all else is walking."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        step = _STEPS.get(Qt.Key(event.key())) if alt else None
        row = self.currentRow()
        if step is not None and row >= 0:
            self.moved.emit(row, step)
        elif event.key() == Qt.Key.Key_Delete and row >= 0:
            self.removed.emit(row)
        else:
            super().keyPressEvent(event)
