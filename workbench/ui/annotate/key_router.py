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
from workbench.ui.pane.travel import CaretUnit

_K, _M = Qt.Key, Qt.KeyboardModifier
# What a key moves by, alone and with Ctrl, and whether it goes on or back.
_MOTIONS: dict[int, tuple[CaretUnit, CaretUnit | None, int]] = {
    _K.Key_Left: ("word", "sentence", -1),
    _K.Key_Right: ("word", "sentence", 1),
    _K.Key_Up: ("line", "paragraph", -1),
    _K.Key_Down: ("line", "paragraph", 1),
    _K.Key_Home: ("edge", "text", -1),
    _K.Key_End: ("edge", "text", 1),
    _K.Key_PageUp: ("page", None, -1),
    _K.Key_PageDown: ("page", None, 1),
}
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
            or _motion(event) is not None
            or self._digit(event) != ""
        )

    def _pressed(self, event: QKeyEvent) -> bool:
        digit = self._digit(event)
        if digit:
            self._hand.answer(digit)
            return True
        motion = _motion(event)
        if motion is not None:
            self._hand.let_go()
            self._move(event, *motion)
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

    def _move(self, event: QKeyEvent, unit: CaretUnit, direction: int) -> None:
        pane = self._hand.pane
        if event.key() in _ACROSS:
            direction *= pane.onward()
        extend = bool(event.modifiers() & _M.ShiftModifier)
        pane.move_caret(unit, direction, extend=extend)


def _motion(event: QKeyEvent) -> tuple[CaretUnit, int] | None:
    """What a key moves by and where to, None for one that moves nothing."""
    alone, with_control, direction = _MOTIONS.get(event.key(), (None, None, 0))
    control = bool(event.modifiers() & _M.ControlModifier)
    unit: CaretUnit | None = with_control if control else alone
    if event.key() in _ACROSS and event.modifiers() & _M.AltModifier:
        unit = "character"
    return (unit, direction) if unit is not None else None


def _sequence(event: QKeyEvent) -> str:
    """A key with its modifiers as the table of commands spells it."""
    held = event.modifiers() & ~_M.KeypadModifier
    key = event.key()
    if key == _K.Key_Backtab:
        key = _K.Key_Tab
    if key in (_K.Key_Plus, _K.Key_Minus):
        held &= ~_M.ShiftModifier
    return QKeySequence(held.value | int(key)).toString()
