"""The palette: every command that can be carried out now, found by a few letters of its words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workbench.ui.commands import MENUS, ChangedKeys, Command, translated

_WIDTH, _HEIGHT, _TOP = 560, 420, 70
_WALKING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class Palette(QFrame):
    """A line to type in, and the commands that fit; Return says the one in hand."""

    chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self._window = window
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("All commands"))
        self._offered: list[tuple[Command, str]] = []
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(self.tr("What do you want to do?"))
        self._line.setAccessibleName(self.tr("Search commands"))
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.addWidget(self._line)
        layout.addWidget(self._list, 1)
        self._line.textChanged.connect(self._fill)
        self._line.installEventFilter(self)
        self._list.itemClicked.connect(self._say)
        self.hide()

    def offer(self, commands: Sequence[Command], keys: ChangedKeys) -> None:
        """Come into sight with these commands."""
        self._offered = [(command, _shown(command, keys)) for command in commands]
        self._line.clear()
        self._fill("")
        window = self._window
        self.resize(min(_WIDTH, window.width() - 40), min(_HEIGHT, window.height() - _TOP))
        self.move(window.mapToGlobal(QPoint((window.width() - self.width()) // 2, _TOP)))
        self.show()
        self._line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list and choose from it while the line has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _WALKING:
                self._list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._say(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _fill(self, words: str) -> None:
        """List the commands that have all of the words, those that begin so first."""
        wanted = words.casefold().split()
        fitting = [
            (command, shown)
            for command, shown in self._offered
            if all(word in shown.casefold() for word in wanted)
        ]
        fitting.sort(key=lambda pair: not pair[1].casefold().startswith(words.casefold().strip()))
        self._list.clear()
        for command, shown in fitting:
            item = QListWidgetItem(shown)
            item.setData(Qt.ItemDataRole.UserRole, command.id)
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _say(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.hide()
            self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))


def _shown(command: Command, keys: ChangedKeys) -> str:
    """A command's text, its menu, and its keys."""
    held = "  ·  ".join(command.keys_now(keys))
    shown = f"{command.shown()}   ({translated(MENUS[command.menu])})"
    return f"{shown}     {held}" if held else shown
