"""Keys pressed in the reading pane, sent to the command or the caret motion that they name.

The pane is read-only, so that every letter is free. Tab goes from suggestion to suggestion here;
F6 leaves the pane. Digits answer the question that waits; whatever else is done lets go of it, but
for the keys that answer, pass over or page it.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from workbench.ui.annotate.hand import Hand
from workbench.ui.commands import COMMANDS, ChangedKeys, Command
from workbench.ui.dispatch import Dispatch
from workbench.ui.pane.steps import CaretUnit

_K, _M = Qt.Key, Qt.KeyboardModifier
_DIRECTIONS = {_K.Key_Left: -1, _K.Key_Right: 1, _K.Key_Up: -1, _K.Key_Down: 1}
_ACROSS = frozenset({_K.Key_Left, _K.Key_Right})
_DIGITS = {getattr(_K, f"Key_{digit}"): str(digit) for digit in range(10)}
_ANSWERING = frozenset({"accept", "same_label", "escape", "article_labels"})


class KeyRouter(QObject):
    """Listens to the pane's keys; shortcuts of the menus never reach it."""

    def __init__(self, hand: Hand, dispatch: Dispatch, changed: ChangedKeys) -> None:
        super().__init__(hand.pane)
        self._hand = hand
        self._dispatch = dispatch
        self._commands: dict[str, Command] = {}
        self.use_keys(changed)
        hand.pane.installEventFilter(self)

    def use_keys(self, changed: ChangedKeys) -> None:
        """Listen to these keys from now on."""
        self._commands = {
            QKeySequence(key).toString(): command
            for command in COMMANDS
            if command.in_pane
            for key in command.keys_now(changed)
        }

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
            self._command(event) is not None
            or event.key() in _DIRECTIONS
            or self._digit(event) != ""
        )

    def _pressed(self, event: QKeyEvent) -> bool:
        digit = self._digit(event)
        if digit:
            self._hand.answer(digit)
            return True
        if event.key() in _DIRECTIONS:
            self._hand.let_go()
            self._move(event)
            return True
        command = self._command(event)
        if command is None:
            return False
        if command.id not in _ANSWERING:
            self._hand.let_go()
        return self._dispatch.say(command.id)

    def _command(self, event: QKeyEvent) -> Command | None:
        """What a key means now."""
        command = self._commands.get(_sequence(event))
        if command is not None and command.on_annotation and self._hand.annotation() is None:
            return None
        return command

    def _digit(self, event: QKeyEvent) -> str:
        """The digit of a key without modifiers, of the number pad as well."""
        held = event.modifiers() & ~_M.KeypadModifier
        return "" if held else _DIGITS.get(Qt.Key(event.key()), "")

    def _move(self, event: QKeyEvent) -> None:
        key, pane = Qt.Key(event.key()), self._hand.pane
        extend = bool(event.modifiers() & _M.ShiftModifier)
        across = key in _ACROSS
        direction = _DIRECTIONS[key] * (pane.onward() if across else 1)
        pane.move_caret(_unit(across=across, event=event), direction, extend=extend)


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
