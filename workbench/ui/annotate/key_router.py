"""Keys pressed in the reading pane, sent to the command or the caret motion that they name.

The pane is read-only, so that every letter is free. Tab goes from suggestion to suggestion here;
F6 leaves the pane.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from workbench.ui.annotate.acts import Acts
from workbench.ui.commands import COMMANDS
from workbench.ui.pane.reading_pane import ReadingPane
from workbench.ui.pane.steps import CaretUnit

if TYPE_CHECKING:
    from collections.abc import Callable

_K, _M = Qt.Key, Qt.KeyboardModifier
_DIRECTIONS = {_K.Key_Left: -1, _K.Key_Right: 1, _K.Key_Up: -1, _K.Key_Down: 1}
_ACROSS = frozenset({_K.Key_Left, _K.Key_Right})
_DIGITS = {getattr(_K, f"Key_{digit}"): str(digit) for digit in range(1, 10)}


class KeyRouter(QObject):
    """Listens to the pane's keys; shortcuts of the menus never reach it."""

    def __init__(self, pane: ReadingPane, acts: Acts) -> None:
        super().__init__(pane)
        self._pane = pane
        self._acts = acts
        self._commands: dict[str, Callable[[], None]] = {
            QKeySequence(key).toString(): getattr(acts, command.id)
            for command in COMMANDS
            if command.in_pane
            for key in command.keys
        }
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Carry out the command of a key; leave all other events alone."""
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and self._means_something(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _means_something(self, event: QKeyEvent) -> bool:
        return (
            _sequence(event) in self._commands
            or event.key() in _DIRECTIONS
            or self._digit(event) != ""
        )

    def _pressed(self, event: QKeyEvent) -> bool:
        digit = self._digit(event)
        if digit:
            self._acts.digit(digit)
            return True
        if event.key() in _DIRECTIONS:
            self._move(event)
            return True
        command = self._commands.get(_sequence(event))
        if command is None:
            return False
        command()
        return True

    def _digit(self, event: QKeyEvent) -> str:
        """The digit of a key without modifiers, of the number pad as well."""
        held = event.modifiers() & ~_M.KeypadModifier
        return "" if held else _DIGITS.get(Qt.Key(event.key()), "")

    def _move(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        extend = bool(event.modifiers() & _M.ShiftModifier)
        unit = _unit(across=key in _ACROSS, event=event)
        self._pane.move_caret(unit, _DIRECTIONS[key], extend=extend)


def _unit(*, across: bool, event: QKeyEvent) -> CaretUnit:
    """What an arrow moves by: words and lines, or with a modifier more or less."""
    control = bool(event.modifiers() & _M.ControlModifier)
    if not across:
        return "paragraph" if control else "line"
    if event.modifiers() & _M.AltModifier:
        return "character"
    return "sentence" if control else "word"


def _sequence(event: QKeyEvent) -> str:
    """A key with its modifiers as the table of commands spells it."""
    held = event.modifiers() & ~_M.KeypadModifier
    key = event.key()
    if key == _K.Key_Backtab:
        key = _K.Key_Tab
    if key in (_K.Key_Plus, _K.Key_Minus):
        held &= ~_M.ShiftModifier
    return QKeySequence(held.value | int(key)).toString()
