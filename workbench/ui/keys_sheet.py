"""The sheet of keys: all commands by menu with their keys, and the place to change them.

It stays open beside the window, since people look at it while they learn.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.commands import COMMANDS, MENUS, Command, shown_keys, translated
from workbench.ui.motions import HEADING, MOTIONS, said
from workbench.ui.on_screen import begin_with

_ID = Qt.ItemDataRole.UserRole


class KeysSheet(QDialog):
    """Lists keys, finds them by words, and changes them."""

    changed = Signal(dict)  # command id -> keys, of the commands that differ from the table

    def __init__(self, keys: Mapping[str, tuple[str, ...]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        begin_with(self, 760, 640)
        self._keys = dict(keys)
        self._search, self._tree = QLineEdit(self), QTreeWidget(self)
        self._edit, self._told = QKeySequenceEdit(self), QLabel(self)
        self._set, self._reset = QPushButton(self.tr("Set")), QPushButton(self.tr("Reset"))
        self._set_up()
        self._lay_out()
        self._fill("")

    def _set_up(self) -> None:
        self._search.setPlaceholderText(self.tr("Search commands and keys"))
        self._search.setAccessibleName(self.tr("Search commands and keys"))
        self._search.textChanged.connect(self._fill)
        self._tree.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self._tree.setAccessibleName(self.tr("Commands and their keys"))
        self._tree.header().setStretchLastSection(False)
        self._tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.setRootIsDecorated(False)
        self._tree.currentItemChanged.connect(self._on_current_changed)
        self._edit.setMaximumSequenceLength(1)
        self._edit.setAccessibleName(self.tr("New key"))
        self._told.setProperty("role", "muted")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        for button in (self._set, self._reset):
            button.setAutoDefault(False)
        self._set.clicked.connect(self._on_set)
        self._reset.clicked.connect(self._on_reset)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._edit, 1)
        row.addWidget(self._set)
        row.addWidget(self._reset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(self._search)
        layout.addWidget(self._tree, 1)
        layout.addLayout(row)
        layout.addWidget(self._told)

    def _fill(self, words: str) -> None:
        """List the commands that have all of the words, by menu, and what hands do in the text."""
        wanted = words.casefold().split()
        self._tree.clear()
        for menu, text in MENUS.items():
            rows = [self._row(command) for command in COMMANDS if command.menu == menu]
            self._add_group(translated(text), rows, wanted)
        done = [QTreeWidgetItem([said(motion.text), said(motion.done)]) for motion in MOTIONS]
        self._add_group(said(HEADING), done, wanted)
        self._tree.expandAll()
        self._on_current_changed(None)

    def _add_group(self, name: str, rows: list[QTreeWidgetItem], wanted: Sequence[str]) -> None:
        """Add the rows that have all of the words, under their name."""
        fitting = [row for row in rows if _says(row, wanted)]
        if fitting:
            group = QTreeWidgetItem([name, ""])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.addChildren(fitting)
            self._tree.addTopLevelItem(group)

    def _row(self, command: Command) -> QTreeWidgetItem:
        keys = command.keys_now(self._keys)
        row = QTreeWidgetItem([command.shown(), shown_keys(keys)])
        row.setData(0, _ID, command.id)
        return row

    def _on_current_changed(self, row: QTreeWidgetItem | None) -> None:
        """Offer the keys of the command in hand for a change."""
        command = _command(row)
        for part in (self._edit, self._set, self._reset):
            part.setEnabled(command is not None)
        keys = command.keys_now(self._keys) if command else ()
        self._edit.setKeySequence(QKeySequence(keys[0] if keys else ""))
        self._told.setText(self.tr("Choose a command, then press its new key."))

    def _on_set(self) -> None:
        """Give the command in hand the key that was pressed, unless another has it."""
        command = _command(self._tree.currentItem())
        key = self._edit.keySequence().toString()
        if command is None:
            return
        owner = self._owner(key, command)
        if owner is not None:
            told = self.tr("{} already means “{}”. Change that first, or press another key.")
            self._told.setText(told.format(shown_keys([key]), owner.shown()))
            return
        self._change(command, (key,) if key else ())

    def _on_reset(self) -> None:
        """Give the command in hand the keys of the table again."""
        command = _command(self._tree.currentItem())
        if command is None:
            return
        taken = [owner for key in command.keys if (owner := self._owner(key, command))]
        if taken:
            told = self.tr("“{}” has one of its keys now. Change that first.")
            self._told.setText(told.format(taken[0].shown()))
            return
        self._change(command, command.keys)

    def _owner(self, key: str, asking: Command) -> Command | None:
        """Which other command has a key that this one could not share."""
        return next(
            (
                command
                for command in COMMANDS
                if command.id != asking.id
                and key in command.keys_now(self._keys)
                and command.meets(asking)
            ),
            None,
        )

    def _change(self, command: Command, keys: tuple[str, ...]) -> None:
        self._keys.pop(command.id, None)
        if keys != command.keys:
            self._keys[command.id] = keys
        row = self._tree.currentItem()
        if row is not None:
            row.setText(1, self._row(command).text(1))
        self._told.setText(self.tr("Changed."))
        self.changed.emit(dict(self._keys))


def _says(row: QTreeWidgetItem, words: Sequence[str]) -> bool:
    """Whether a row has all of the words."""
    said = f"{row.text(0)} {row.text(1)}".casefold()
    return all(word in said for word in words)


def _command(row: QTreeWidgetItem | None) -> Command | None:
    """The command of a row; a menu has none, nor have arrows and mouse."""
    id = row.data(0, _ID) if row is not None else None
    return next((command for command in COMMANDS if command.id == id), None)
