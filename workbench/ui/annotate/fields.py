"""Editors that show a value that is kept elsewhere, and say when a person gave another one.

Showing a value is never said. What is half typed outlives the showing of a value, so that a change
of one field of an annotation does not empty another that a person is typing in.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from workbench.ui.plain import plain_caption

Value = str | tuple[str, str]


class ChoiceField(QComboBox):
    """A list of values to choose one from."""

    chosen = Signal(object)

    def __init__(self, entries: Sequence[tuple[str, Value]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: Value = ""
        self.show_entries(entries)
        # Else the longest entry would widen the panel.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._on_activated)

    def show_entries(self, entries: Sequence[tuple[str, Value]]) -> None:
        """Offer these entries and no others."""
        self._values = [value for _, value in entries]
        self.clear()
        self.addItems([text for text, _ in entries])

    def show_value(self, value: Value) -> None:
        """Show the value that holds; one that is not in the list stands there by itself."""
        self._held = value
        known = value in self._values
        self.setPlaceholderText("" if known else str(value))
        self.setCurrentIndex(self._values.index(value) if known else -1)

    def value(self) -> Value:
        """The value that holds."""
        return self._held

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel: turned over a list, it would change data unseen."""
        event.ignore()

    def _on_activated(self, place: int) -> None:
        if self._values[place] == self._held:
            return
        self.chosen.emit(self._values[place])
        self.show_value(self._held)  # the old one still, where the new one was refused


class SeveralField(QPushButton):
    """A list of values to choose several from, in a menu."""

    chosen = Signal(tuple)

    def __init__(
        self, values: Sequence[str], held: Sequence[str], none: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setStyleSheet("QPushButton { text-align: left; padding: 6px 9px; }")
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_triggered)
        # A button with a menu of its own loses its padding under a style sheet.
        self.clicked.connect(self._pop_up)
        self.offer(values, held, none)

    def offer(self, values: Sequence[str], held: Sequence[str], none: str) -> None:
        """Show those that hold among all that can be chosen; `none` stands for an empty choice."""
        self.setText(plain_caption(", ".join(held) or none))
        self._menu.clear()
        for value in values:
            action = self._menu.addAction(plain_caption(value))
            action.setData(value)
            action.setCheckable(True)
            action.setChecked(value in held)

    def _pop_up(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _on_triggered(self) -> None:
        ticked = (action for action in self._menu.actions() if action.isChecked())
        self.chosen.emit(tuple(str(action.data()) for action in ticked))


class LineField(QLineEdit):
    """A line of text, said when it is left or with Return."""

    committed = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = ""
        self.editingFinished.connect(self.commit)

    def show_value(self, value: str) -> None:
        """Show the value that holds, unless another is half typed."""
        if self.text() == self._held != value:
            self.setText(value)
        self._held = value

    def offer(self, values: Sequence[str]) -> None:
        """Complete what is typed from these values, which keep their order."""
        popup = QListView()
        popup.setProperty("role", "popup")
        completer = QCompleter(list(values), self)
        completer.setPopup(popup)
        popup.setParent(self, popup.windowFlags())  # so that it wears the window's sheet
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that somebody is about to type."""
        super().focusInEvent(event)
        self.entered.emit()

    def commit(self) -> None:
        """Say what was typed and not said yet."""
        text = self.text()
        if text != self._held:
            self._held = text
            self.committed.emit(text)


class NoteField(QPlainTextEdit):
    """A text of several lines, said when it is left or with Ctrl+Enter."""

    committed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = ""
        self.setTabChangesFocus(True)

    def show_value(self, value: str) -> None:
        """Show the value that holds, unless another is half typed."""
        if self.toPlainText() == self._held != value:
            self.setPlainText(value)
        self._held = value

    def commit(self) -> None:
        """Say what was typed and not said yet."""
        text = self.toPlainText()
        if text != self._held:
            self._held = text
            self.committed.emit(text)

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+Enter before the window's command of that key is carried out."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_control_enter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit with Ctrl+Enter; all else is typing."""
        if _is_control_enter(event):
            self.commit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit when the note is left."""
        super().focusOutEvent(event)
        self.commit()


def plain_label(text: str, role: str = "") -> QLabel:
    """A label that shows text as it is, and wraps; the role picks its style."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label


def _is_control_enter(event: QEvent) -> bool:
    """Whether a key event is Ctrl+Enter, of the number pad as well."""
    return (
        isinstance(event, QKeyEvent)
        and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    )
