"""Keys pressed in the reading pane, sent to the command or the caret motion that they name.

The pane is read-only, so that every letter is free. Tab goes from suggestion to suggestion here;
F6 leaves the pane. Digits answer the question that waits; whatever else is done lets go of it, but
for the keys that answer, pass over or page it.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from workbench.ui.annotate.hand import Hand
from workbench.ui.commands import COMMANDS, ChangedKeys, Command
from workbench.ui.dispatch import Dispatch
from workbench.ui.pane_keys import digit_of, motion_of, move_by, sequence_of

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
            or motion_of(event) is not None
            or digit_of(event) != ""
        )

    def _pressed(self, event: QKeyEvent) -> bool:
        digit = digit_of(event)
        if digit:
            self._hand.answer(digit)
            return True
        if motion_of(event) is not None:
            self._hand.let_go()
            return move_by(self._hand.pane, event)
        command = self._command(event)
        if command is None:
            return False
        if command.id not in _ANSWERING:
            self._hand.let_go()
        return self._dispatch.say(command.id)

    def _command(self, event: QKeyEvent) -> Command | None:
        """What a key means now."""
        command = self._commands.get(sequence_of(event))
        if command is not None and command.on_annotation and self._hand.annotation() is None:
            return None
        return command
