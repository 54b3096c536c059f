"""The palette: every command that can be carried out now, found by a few letters of its words.

It lies over the window rather than in a window of its own, so that it needs no grab of mouse and
keyboard, and gives the focus back to whoever had it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.commands import MENUS, ChangedKeys, Command, shown_keys, translated

_WIDTH, _HEIGHT, _TOP = 560, 420, 70
_WALKING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class Palette(QFrame):
    """A line to type in, and the commands that fit; Return says the one in hand."""

    chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("All commands"))
        self._offered: list[_Row] = []
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(self.tr("What do you want to do?"))
        self._line.setAccessibleName(self.tr("Search commands"))
        self._list = QTreeWidget(self)
        self._set_up_list()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.addWidget(self._line)
        layout.addWidget(self._list, 1)
        self._line.textChanged.connect(self._fill)
        self._line.installEventFilter(self)
        self._list.itemClicked.connect(self._say)
        self.hide()

    def _set_up_list(self) -> None:
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setColumnCount(3)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def offer(self, commands: Sequence[Command], keys: ChangedKeys) -> None:
        """Come into sight with these commands."""
        self._offered = [_row(command, keys) for command in commands]
        self._line.clear()
        self._fill("")
        window = self._window
        self.resize(min(_WIDTH, window.width() - 40), min(_HEIGHT, window.height() - _TOP))
        self.move((window.width() - self.width()) // 2, _TOP)
        self._before = QApplication.focusWidget()
        self.show()
        self.raise_()
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
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        return super().eventFilter(watched, event)

    def _fill(self, words: str) -> None:
        """List the commands that have all of the words, those that begin so first."""
        wanted, start = words.casefold().split(), words.casefold().strip()
        fitting = [row for row in self._offered if row.has(wanted)]
        fitting.sort(key=lambda row: not row.text.casefold().startswith(start))
        self._list.clear()
        for row in fitting:
            item = QTreeWidgetItem([row.text, row.menu, row.keys])
            item.setData(0, Qt.ItemDataRole.UserRole, row.id)
            self._list.addTopLevelItem(item)
        first = self._list.topLevelItem(0)
        if first is not None:
            self._list.setCurrentItem(first)

    def _leave(self) -> None:
        """Go out of sight, and give the focus back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def _say(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self._leave()
            self.chosen.emit(str(item.data(0, Qt.ItemDataRole.UserRole)))


class _Row(NamedTuple):
    """A command as it is listed."""

    id: str
    text: str
    menu: str
    keys: str

    def has(self, words: Sequence[str]) -> bool:
        """Whether all words stand somewhere in the row, in any order."""
        said = f"{self.text} {self.menu} {self.keys}".casefold()
        return all(word in said for word in words)


def _row(command: Command, keys: ChangedKeys) -> _Row:
    held = shown_keys(command.keys_now(keys))
    return _Row(command.id, command.shown(), translated(MENUS[command.menu]), held)
